/**
 * The index of the kept runs, what is known of each runner, and the answers that runners gave. SQLite stays in here. The journals
 * are the truth: an index that is not there is made from them.
 *
 * <p>Temperature: cold. One thread opens, uses and closes each.
 */
@NullMarked
package org.holdline.session.store;

import org.jspecify.annotations.NullMarked;
