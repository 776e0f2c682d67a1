/**
 * The catalogue of texts that the page and what goes with it show to people: one file a language, all with the same keys.
 *
 * <p>Temperature: cold. Immutable.
 */
@NullMarked
package org.holdline.text;

import org.jspecify.annotations.NullMarked;
