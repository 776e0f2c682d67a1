/**
 * A vibration motor behind a transistor on one GPIO line.
 *
 * <p>The line has two states, so that the length of a pulse is the time between two calls of the kernel. A thread of its
 * own makes the second one, at a deadline of the host's clock, whatever the road does meanwhile. What it cannot cover is
 * a process or a kernel that dies with the line on: that takes a one-shot in hardware.
 *
 * <p>Temperature: edge. A pulse costs its caller neither a wait nor an allocation.
 */
@NullMarked
package org.holdline.cue.gpio;

import org.jspecify.annotations.NullMarked;
