/**
 * The port every source of samples implements.
 *
 * <p>Temperature: edge. A clip belongs to the one thread that polls it.
 */
@NullMarked
package org.holdline.clip;

import org.jspecify.annotations.NullMarked;
