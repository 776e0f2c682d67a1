/**
 * The one loop that carries a sample from clip to cue, its counters, and the rings to the cold side.
 *
 * <p>Temperature: hot. One thread owns a road; readers of its rings are threads of their own.
 */
@NullMarked
package org.holdline.road;

import org.jspecify.annotations.NullMarked;
