/**
 * Hangs the IMU drivers on the wires of room bus: registers, data-ready edges, and how much of the bus they need.
 *
 * <p>Temperature: edge. Used by the thread that polls the clip, but for the edges, which come on a thread of their own.
 */
@NullMarked
package org.holdline.clip.wired;

import org.jspecify.annotations.NullMarked;
