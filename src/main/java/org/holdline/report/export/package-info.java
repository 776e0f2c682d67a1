/**
 * Kept runs as files for other programs: FIT and TCX for training sites, CSV and JSON for analysis.
 *
 * <p>Cold; an export is made on one thread from a run that has ended, and writes to a stream that the caller opens, closes and
 * puts in its place. No file holds a pseudonym, marks of discomfort or answers.
 */
@NullMarked
package org.holdline.report.export;

import org.jspecify.annotations.NullMarked;
