/**
 * The live page: an HTTP server of the JDK, a mailbox for each browser, and who may see and press what.
 *
 * <p>Temperature: edge. Each request has a virtual thread of its own; whoever publishes never waits for a browser.
 */
@NullMarked
package org.holdline.page;

import org.jspecify.annotations.NullMarked;
