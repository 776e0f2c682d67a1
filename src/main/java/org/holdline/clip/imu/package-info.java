/**
 * One or two wired IMUs as a clip: registers in, samples in physical units on one true clock out.
 *
 * <p>Every IMU runs on an oscillator of its own, off by a per cent and more. The clip counts each IMU's samples, fits
 * their instants to the host's clock, stamps with the fitted instants, and brings the upper IMU to the instants of the
 * lower one.
 *
 * <p>Temperature: edge. Everything belongs to the thread that polls the clip, except what says otherwise.
 */
@NullMarked
package org.holdline.clip.imu;

import org.jspecify.annotations.NullMarked;
