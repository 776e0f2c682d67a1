/**
 * Main, commands and the wiring by hand: the only room that knows every adapter.
 *
 * <p>Temperature: cold.
 */
@NullMarked
package org.holdline.app;

import org.jspecify.annotations.NullMarked;
