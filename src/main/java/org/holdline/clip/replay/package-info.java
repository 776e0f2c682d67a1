/**
 * A recording as a clip.
 *
 * <p>Temperature: edge. A clip belongs to the one thread that polls it.
 */
@NullMarked
package org.holdline.clip.replay;

import org.jspecify.annotations.NullMarked;
