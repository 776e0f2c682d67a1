/**
 * Reports of kept runs as HTML files that need nothing beside themselves: no script, no request, charts as inline SVG.
 *
 * <p>Temperature: cold. The same run and options give the same bytes.
 */
@NullMarked
package org.holdline.report.html;

import org.jspecify.annotations.NullMarked;
