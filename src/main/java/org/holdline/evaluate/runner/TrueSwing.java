package org.holdline.evaluate.runner;

/**
 * How the bones really moved within the stride, two steps, that a running step ends. Only the scorer sees it.
 *
 * @param contactUs instant of the step's foot contact, us: that of its {@link TrueStep}
 * @param sacrum how the sacrum moved
 * @param trunk and the thoracolumbar junction
 * @param phaseDeg by how much the sacrum is ahead of the trunk in turning: difference of the phases of the stride's own
 *     harmonic of the two yaws, -180..180
 * @param riseMm highest minus lowest point of the body, mm
 * @param peakG top of the main hump of the force in this step's contact, without the landing's impact, g
 */
public record TrueSwing(long contactUs, Part sacrum, Part trunk, double phaseDeg, double riseMm, double peakG) {
    /**
     * One part of the back.
     *
     * @param pitchDeg highest minus lowest pitch, roll and yaw, degrees
     * @param riseMm highest minus lowest point of the bone below the clip, mm; as that of the body after a straight line that
     *     joins the ends of the stride was taken out
     */
    public record Part(double pitchDeg, double rollDeg, double yawDeg, double riseMm) {}
}
