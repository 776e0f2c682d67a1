/**
 * When to cue, and the port behind which every actuator stands.
 *
 * <p>Temperature: hot. Owned by the road's thread.
 */
@NullMarked
package org.holdline.cue;

import org.jspecify.annotations.NullMarked;
