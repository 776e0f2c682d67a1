/**
 * The journal of a run: every event as it happened, in a file that is only ever added to, so that a program or a machine that
 * goes away in the middle loses a second at most. The byte layout stands in {@code src/docs/sessions.md}.
 *
 * <p>Temperature: edge. One cold thread owns a writer; readers are made and used by one thread.
 */
@NullMarked
package org.holdline.session.journal;

import org.jspecify.annotations.NullMarked;
