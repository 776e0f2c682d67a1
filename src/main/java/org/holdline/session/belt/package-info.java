/**
 * The treadmill's belt under a kept run: what it did, how far the runner came on it, and the figures of parts of the run.
 *
 * <p>Cold; any thread, nothing here is shared or changes once it is made, except {@link org.holdline.session.belt.BeltLog} and
 * {@link org.holdline.session.belt.Walk}, which belong to one thread each.
 */
@NullMarked
package org.holdline.session.belt;

import org.jspecify.annotations.NullMarked;
