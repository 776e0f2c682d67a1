/**
 * The wires: one Pi4J context with Holdline's own I2C and GPIO providers over the kernel's i2c-dev and GPIO character
 * devices, called through the foreign-function API.
 *
 * <p>Pi4J types stay in here; other rooms see {@link org.holdline.bus.I2cDevice}, {@link org.holdline.bus.OutputLine}
 * and {@link org.holdline.bus.InputLine}, which are the very objects the providers made.
 *
 * <p>Temperature: edge. Set-up allocates; a burst, a drive and an edge do not. A bus is meant to have one owning thread;
 * a lock keeps transfers whole should there be two.
 */
@NullMarked
package org.holdline.bus;

import org.jspecify.annotations.NullMarked;
