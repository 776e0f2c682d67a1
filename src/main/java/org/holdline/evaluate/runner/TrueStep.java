package org.holdline.evaluate.runner;

import org.holdline.sample.Phase;

/**
 * A running step as it really was. Only the scorer sees it.
 *
 * @param contactUs instant the foot came down, us
 * @param toeOffUs instant it left
 * @param inBout running steps before it without a stand or walk between
 * @param phase part of the run
 * @param archDeg lumbar arch meant, beyond neutral, mean over the stride that ends with this toe-off; wander and step noise
 *     not included
 * @param leanDeg forward lean meant, and {@code uprightDeg} the trunk held back, in the same way
 * @param sacrumDeg pitch of the sacrum over its running neutral as it was, mean over the stride, wander and noise included
 * @param trunkDeg the same of the thoracolumbar junction
 * @param slidDeg how far the clips have moved on the skin since the start, as far as it looks like an arch from this placement
 * @param settledS since the posture meant last began to change, s
 * @param speedKmh belt speed shown
 */
public record TrueStep(
        long contactUs,
        long toeOffUs,
        int inBout,
        Phase phase,
        double archDeg,
        double leanDeg,
        double uprightDeg,
        double sacrumDeg,
        double trunkDeg,
        double slidDeg,
        double settledS,
        double speedKmh) {}
