/**
 * The haptic driver DRV2605L on the I2C bus: TI data sheet SLOS854D, March 2018.
 *
 * <p>Library waveforms only. Each ends by itself within a second, so that the motor stops even when this process dies in
 * the middle of a pulse; real-time playback would go on for ever and is not used.
 *
 * <p>Temperature: edge. Opening waits for the part; a pulse costs its caller neither a wait nor an allocation, and the
 * thread that owns the bus does one transfer at a time between its other ones.
 */
@NullMarked
package org.holdline.cue.drv2605;

import org.jspecify.annotations.NullMarked;
