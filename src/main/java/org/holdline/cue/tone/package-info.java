/**
 * A cue as a tone on this machine's audio output, through ALSA's library.
 *
 * <p>The tone is made of a table in whole numbers and fades in and out. A thread of its own opens the output, keeps the
 * queue of sound short and does all waiting; an output that is missing, busy or unplugged is tried again now and then.
 *
 * <p>Temperature: edge. A cue costs its caller neither a wait nor an allocation.
 */
@NullMarked
package org.holdline.cue.tone;

import org.jspecify.annotations.NullMarked;
