/**
 * The one way from the road to the cold side: bounded, preallocated, one writer, one reader, no wait.
 *
 * <p>Temperature: hot.
 */
@NullMarked
package org.holdline.ring;

import org.jspecify.annotations.NullMarked;
