/**
 * Bytes of the clip link to frames and messages, and back; nothing here opens a port, waits or knows the time.
 *
 * <p>{@code firmware-protocol} is the norm: {@code schema.json} for every number here, {@code README.md} for their meaning.
 *
 * <p>Temperature: hot. Preallocated buffers, no exceptions as flow. A reader belongs to the thread that reads the port, a
 * writer to the one that writes it.
 */
@NullMarked
package org.holdline.link.wire;

import org.jspecify.annotations.NullMarked;
