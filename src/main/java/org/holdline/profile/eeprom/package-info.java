/**
 * A wired clip's memory for profiles: a 24-series EEPROM with two address bytes on a bus of this machine. It holds the two
 * slots of {@link org.holdline.profile.image.ProfileStore} in its first two kilobytes.
 *
 * <p>No firmware stands between host and memory, so what a wireless clip keeps in RAM while a profile is written and tried
 * stands in the memory itself: {@link org.holdline.profile.eeprom.Mark}. No button and no key guards it; the WP pin does.
 *
 * <p>Temperature: cold. One thread, which owns the bus for as long; the clock comes in from outside.
 */
@NullMarked
package org.holdline.profile.eeprom;

import org.jspecify.annotations.NullMarked;
