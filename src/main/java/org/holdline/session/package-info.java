/**
 * Runs that were kept: what is known of each beside its events.
 *
 * <p>Cold. Records only; the journal and the index that keep them lie in rooms below this one.
 */
@NullMarked
package org.holdline.session;

import org.jspecify.annotations.NullMarked;
