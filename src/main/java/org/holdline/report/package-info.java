/**
 * What is told of a run: rows, JSON lines, dose, patterns, the closing summary.
 *
 * <p>Temperature: cold. Each object belongs to the one thread that drains events into it.
 */
@NullMarked
package org.holdline.report;

import org.jspecify.annotations.NullMarked;
