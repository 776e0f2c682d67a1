/**
 * The only place besides the app that asks the machine for the time or sleeps.
 *
 * <p>Temperature: edge. Instances belong to the thread that made them.
 */
@NullMarked
package org.holdline.clock;

import org.jspecify.annotations.NullMarked;
