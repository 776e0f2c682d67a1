/**
 * The clip link from a port to batches and cues: states, retries, clock mapping, loss accounting.
 *
 * <p>{@code firmware-protocol/README.md} is the norm. {@link org.holdline.link.Link} is stepped by whoever holds the time;
 * {@link org.holdline.link.LinkThreads} gives it a port, a reader, a writer and a watchdog. jSerialComm stays in {@link
 * org.holdline.link.SerialPorts}.
 *
 * <p>Temperature: edge. No allocation per batch.
 */
@NullMarked
package org.holdline.link;

import org.jspecify.annotations.NullMarked;
