/**
 * The guided start as a table: which steps there are, what advances each, what refuses it, and what skipping it costs. Fed with
 * facts and taps that carry stream instants; answers with orders for whoever runs it. Check-ins while running live here as well.
 *
 * <p>Temperature: cold. Has no clock and no chance of its own. Used by one thread at a time.
 */
@NullMarked
package org.holdline.guide;

import org.jspecify.annotations.NullMarked;
