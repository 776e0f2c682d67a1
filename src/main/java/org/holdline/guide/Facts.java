package org.holdline.guide;

import org.holdline.gait.GaitKind;

/**
 * What the clip senses at an instant.
 *
 * @param timeUs stream instant, us
 * @param upright the lower or only sensor stands as it does on a body, within 45 degrees
 * @param stillUs for how long the body has stood still, us
 * @param gait what the legs do
 * @param gaitUs since when they do it, as a length, us
 * @param stepping four steps and more in the last three seconds: no stray jolt
 * @param ranUs running since the start, pauses left out, us
 * @param ranSteps running steps since the start
 * @param walkedUs walking since the start, us
 * @param bends forward bends since {@link Senses#beginStep}
 * @param movements movements from arch to tuck since then
 * @param drilled these were slow, wide and even enough
 * @param recalledSteps steps that were judged by a neutral of another day
 * @param recalledFits their middle lies within the band
 */
public record Facts(
        long timeUs,
        boolean upright,
        long stillUs,
        GaitKind gait,
        long gaitUs,
        boolean stepping,
        long ranUs,
        long ranSteps,
        long walkedUs,
        int bends,
        int movements,
        boolean drilled,
        int recalledSteps,
        boolean recalledFits) {}
