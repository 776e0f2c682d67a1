/**
 * What the live page shows, folded from what the road says and how the parts of the clip fare. Knows neither browsers nor
 * the machine's time: instants are those of the stream.
 *
 * <p>Temperature: cold. Used by the one thread that drains the page's ring.
 */
@NullMarked
package org.holdline.page.state;

import org.jspecify.annotations.NullMarked;
