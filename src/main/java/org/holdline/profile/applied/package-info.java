/**
 * What profiles mean for a run: which fit a clip, a placement and one another, and the numbers that the road takes from them.
 *
 * <p>Temperature: cold.
 */
@NullMarked
package org.holdline.profile.applied;

import org.jspecify.annotations.NullMarked;
