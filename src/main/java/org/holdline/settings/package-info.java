/**
 * Typed settings: every key with its unit, bounds and default, and the places a value may come from: flag, environment,
 * TOML file, built-in.
 *
 * <p>Temperature: cold. Read once at the start, immutable afterwards.
 */
@NullMarked
package org.holdline.settings;

import org.jspecify.annotations.NullMarked;
