/**
 * The motor in a clip behind the link, as an output.
 *
 * <p>Temperature: edge. Neither waits nor allocates on the road's thread.
 */
@NullMarked
package org.holdline.cue.motor;

import org.jspecify.annotations.NullMarked;
