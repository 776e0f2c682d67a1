/**
 * Takes virtual runners along the road and holds what it said against what really was.
 *
 * <p>Temperature: cold; each session belongs to the thread that runs it. Sees the road from outside only: its events, its cues
 * and the summary made of them. The truth goes nowhere else.
 */
@NullMarked
package org.holdline.evaluate.score;

import org.jspecify.annotations.NullMarked;
