package org.holdline.session.store;

/**
 * What a runner chose and felt before earlier runs.
 *
 * @param noted the note before the first run was acknowledged
 * @param runs guided starts that came to the cued run
 * @param plan which of the plans to choose from, -1 = never chosen
 * @param speedMPerH usual speed, metres per hour, 0 = not known
 * @param feltMs weakest pulse that was felt twice, ms, 0 = never checked
 * @param unfelt the strongest pulse was not felt
 */
public record RunnerChoices(boolean noted, int runs, int plan, int speedMPerH, int feltMs, boolean unfelt) {}
