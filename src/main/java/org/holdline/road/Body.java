package org.holdline.road;

import org.holdline.attitude.Inclination;
import org.holdline.attitude.InclinationParams;
import org.holdline.fixed.Fixed;
import org.holdline.posture.Mount;
import org.holdline.sample.Inertial;
import org.holdline.sample.StreamInfo;

/** One IMU on the road: its attitude, its signal quality, and what it contributes to its mounting. */
final class Body {
    private static final int UMS2_PER_MG = 9807;

    private final Inclination inclination;
    private final Quality quality;
    private final Mount mount;
    private long peakSquared;
    private boolean wasAtRest;
    private boolean restsNow;

    Body(InclinationParams params, StreamInfo info, Mount mount) {
        inclination = new Inclination(params, info.rateHz());
        quality = new Quality(info.accelRangeUms2(), info.gyroRangeUrads());
        this.mount = mount;
    }

    void update(Inertial in) {
        inclination.update(in);
        long x = in.axUms2;
        long y = in.ayUms2;
        long z = in.azUms2;
        peakSquared = Math.max(peakSquared, x * x + y * y + z * z);
    }

    /** Hardest force since the last call, 1/1000 g. */
    int takePeakMg() {
        int peakMg = (int) (Fixed.sqrt(peakSquared) / UMS2_PER_MG);
        peakSquared = 0;
        return peakMg;
    }

    /** A sample of a standing phase: quiet ones alone count as soon as there are any. */
    void stand() {
        if (mount.isSolved() || !inclination.isSettled()) {
            return;
        }
        boolean atRest = inclination.isAtRest();
        boolean begins = atRest && !restsNow;
        restsNow = atRest;
        if (begins && (!wasAtRest || mount.isFarFromStand(inclination.upX(), inclination.upY(), inclination.upZ()))) {
            // The first rest counts more than the fidgeting before it, and a clip that lay on a table before it was put
            // on rests anew in another direction.
            mount.forgetStand();
        }
        if (atRest || !wasAtRest) {
            mount.stand(inclination.upX(), inclination.upY(), inclination.upZ());
        }
        wasAtRest |= atRest;
    }

    /** A standing phase begins. */
    void beginStand() {
        wasAtRest = false;
        if (!mount.isSolved()) {
            mount.forgetStand();
        }
    }

    /** A step was taken: until the mounting is solved, see whether it looks as asked. */
    void look() {
        mount.look(inclination.upX(), inclination.upY(), inclination.upZ());
    }

    void bend(Inertial in) {
        if (!mount.isSolved()) {
            mount.bend(
                    in.gxUrads - inclination.biasXUrads(),
                    in.gyUrads - inclination.biasYUrads(),
                    in.gzUrads - inclination.biasZUrads(),
                    inclination.upX(),
                    inclination.upY(),
                    inclination.upZ());
        }
    }

    Inclination inclination() {
        return inclination;
    }

    Quality quality() {
        return quality;
    }
}
