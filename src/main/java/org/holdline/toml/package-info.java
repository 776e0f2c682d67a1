/**
 * TOML files with the position of every value, for the settings and the profiles alike: what is wrong is said as
 * FILE:LINE:COLUMN with what was expected.
 *
 * <p>Temperature: cold. The parser's own types stay inside this room.
 */
@NullMarked
package org.holdline.toml;

import org.jspecify.annotations.NullMarked;
