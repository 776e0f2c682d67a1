/** A package that does as it should. */
@NullMarked
package org.holdline.architecture.planted.recording;

import org.jspecify.annotations.NullMarked;
