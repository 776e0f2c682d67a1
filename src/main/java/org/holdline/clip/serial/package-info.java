/**
 * A clip behind a serial line as a source of samples: steps of its sensors to units, its clock to the host's.
 *
 * <p>Temperature: edge. Batches come in on the link's reader, samples go out on the road's thread; a ring lies between.
 */
@NullMarked
package org.holdline.clip.serial;

import org.jspecify.annotations.NullMarked;
