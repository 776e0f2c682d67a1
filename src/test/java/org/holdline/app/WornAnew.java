package org.holdline.app;

import java.io.IOException;
import java.util.List;
import org.holdline.clip.Clip;
import org.holdline.cue.CueOutput;
import org.holdline.report.PartStatus;
import org.holdline.sample.Inertial;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;

/** A virtual runner taken for a body that was measured, with clips that sit a little otherwise than the last time. */
final class WornAnew implements Source {
    private final Source source;
    private final double lowerRad;
    private final double upperRad;
    private final Runnable each;
    private final Clip clip = new TurnedClip();

    /**
     * @param lowerDeg the lower clip is turned by so much about its left-right axis, top forward positive
     * @param upperDeg the upper one
     */
    WornAnew(Source source, double lowerDeg, double upperDeg) {
        this(source, lowerDeg, upperDeg, () -> {});
    }

    /** @param each is done with each sample */
    WornAnew(Source source, double lowerDeg, double upperDeg, Runnable each) {
        this.source = source;
        this.each = each;
        lowerRad = Math.toRadians(lowerDeg);
        upperRad = Math.toRadians(upperDeg);
    }

    private static void turn(Inertial imu, double rad) {
        double sin = Math.sin(rad);
        double cos = Math.cos(rad);
        double ax = imu.axUms2;
        double az = imu.azUms2;
        double gx = imu.gxUrads;
        double gz = imu.gzUrads;
        imu.axUms2 = (int) Math.round(ax * cos - az * sin);
        imu.azUms2 = (int) Math.round(ax * sin + az * cos);
        imu.gxUrads = (int) Math.round(gx * cos - gz * sin);
        imu.gzUrads = (int) Math.round(gx * sin + gz * cos);
    }

    @Override
    public Clip clip() {
        return clip;
    }

    @Override
    public CueOutput output() {
        return source.output();
    }

    @Override
    public boolean isLive() {
        return source.isLive();
    }

    @Override
    public List<PartStatus> parts() {
        return source.parts();
    }

    @Override
    public void close() {
        source.close();
    }

    private final class TurnedClip implements Clip {
        @Override
        public StreamInfo info() {
            StreamInfo info = source.clip().info();
            return new StreamInfo(
                    "clip HL0001",
                    false,
                    info.rateHz(),
                    info.placement(),
                    info.plannedS(),
                    info.plannedM(),
                    info.accelRangeUms2(),
                    info.gyroRangeUrads());
        }

        @Override
        public Answer poll(Sample slot) throws IOException {
            Answer answer = source.clip().poll(slot);
            if (answer == Answer.SAMPLE) {
                turn(slot.lower, lowerRad);
                turn(slot.upper, upperRad);
                each.run();
            }
            return answer;
        }

        @Override
        public void close() throws IOException {
            source.clip().close();
        }
    }
}
