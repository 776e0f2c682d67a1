/**
 * What a kept run comes to for its runner, as data: series and comparisons, evidence and the cards it leads to, the plan for
 * next time, trends among runs that are alike. Pure functions; nothing here knows a language or a page.
 *
 * <p>Temperature: cold. Immutable.
 */
@NullMarked
package org.holdline.report.reading;

import org.jspecify.annotations.NullMarked;
