package org.holdline.report.reading;

import java.util.ArrayList;
import java.util.List;
import org.holdline.cue.Cause;
import org.holdline.gait.Figures;
import org.holdline.gait.Side;
import org.holdline.road.Event;
import org.holdline.sample.Act;
import org.holdline.sample.Sample;

/**
 * The events of a run as series of its steps, times in seconds from its first event. Deviations and ranges in degrees.
 *
 * @param endS instant of the last event
 * @param deviation of judged steps; the next four are of the same steps
 * @param threshold the band in force
 * @param over 1 beyond it, 0 within
 * @param probe 1 in a block without cues, else 0
 * @param speedKmh of judged steps with a known belt speed
 * @param cadence steps a minute, of running steps
 * @param contactMs of running steps
 * @param leftMs of those on the left foot
 * @param rightMs of those on the right foot
 * @param tilt range under the lower or only IMU
 * @param obliquity the same of the drop to either side
 * @param rotation the same of the turn about the vertical
 * @param trunkTilt of the lower trunk, with two IMUs
 * @param trunkObliquity in the same way
 * @param trunkRotation in the same way
 * @param cuesS instants of the cues
 * @param controlsS instants at which a cue was due and was held back by the fading's draw or a block without cues
 * @param marksS instants that the runner marked
 */
public record RunSteps(
        double endS,
        Series deviation,
        Series threshold,
        Series over,
        Series probe,
        Series speedKmh,
        Series cadence,
        Series contactMs,
        Series leftMs,
        Series rightMs,
        Series tilt,
        Series obliquity,
        Series rotation,
        Series trunkTilt,
        Series trunkObliquity,
        Series trunkRotation,
        List<Double> cuesS,
        List<Double> controlsS,
        List<Double> marksS) {
    public RunSteps {
        cuesS = List.copyOf(cuesS);
        controlsS = List.copyOf(controlsS);
        marksS = List.copyOf(marksS);
    }

    /** Reads the events of a run. */
    public static RunSteps of(List<Event> events) {
        Reader reader = new Reader();
        events.forEach(reader::add);
        return reader.closed();
    }

    /** Half of the judged part, or 0 without one. */
    public double halfS() {
        return deviation.isEmpty() ? 0 : (deviation.firstS() + deviation.lastS()) / 2;
    }

    /** Half of the running, which begins before anything is judged, or 0 without any. */
    public double runningHalfS() {
        return contactMs.isEmpty() ? 0 : (contactMs.firstS() + contactMs.lastS()) / 2;
    }

    private static final class Reader {
        private final Series.Builder deviation = new Series.Builder();
        private final Series.Builder threshold = new Series.Builder();
        private final Series.Builder over = new Series.Builder();
        private final Series.Builder probe = new Series.Builder();
        private final Series.Builder speedKmh = new Series.Builder();
        private final Series.Builder cadence = new Series.Builder();
        private final Series.Builder contactMs = new Series.Builder();
        private final Series.Builder leftMs = new Series.Builder();
        private final Series.Builder rightMs = new Series.Builder();
        private final Series.Builder tilt = new Series.Builder();
        private final Series.Builder obliquity = new Series.Builder();
        private final Series.Builder rotation = new Series.Builder();
        private final Series.Builder trunkTilt = new Series.Builder();
        private final Series.Builder trunkObliquity = new Series.Builder();
        private final Series.Builder trunkRotation = new Series.Builder();
        private final List<Double> cuesS = new ArrayList<>();
        private final List<Double> controlsS = new ArrayList<>();
        private final List<Double> marksS = new ArrayList<>();
        private long startUs;
        private boolean started;
        private double nowS;

        void add(Event event) {
            if (!started) {
                started = true;
                startUs = event.timeUs;
            }
            nowS = (event.timeUs - startUs) / 1e6;
            switch (event.kind) {
                case STEP -> {
                    if (event.running) {
                        step(event);
                    }
                }
                case VERDICT -> {
                    if (event.reason.isJudged()) {
                        verdict(event);
                    }
                }
                case CUE -> cuesS.add(nowS);
                case SUPPRESSED -> {
                    if (event.cause == Cause.FADED || event.cause == Cause.PROBE) {
                        controlsS.add(nowS);
                    }
                }
                case ACT -> {
                    if (Act.MARK.isIn(event.acts)) {
                        marksS.add(nowS);
                    }
                }
                case STATE, LINK, REFERENCE, BAND, NEUTRAL, MOUNTING, BELT -> {}
            }
        }

        private void step(Event event) {
            if (event.cadenceDspm > 0) {
                cadence.add(nowS, event.cadenceDspm / 10.0);
            }
            contactMs.add(nowS, event.contactMs);
            if (event.side != Side.UNKNOWN) {
                (event.side == Side.LEFT ? leftMs : rightMs).add(nowS, event.contactMs);
            }
            angle(tilt, event.tiltMdeg);
            angle(obliquity, event.obliquityMdeg);
            angle(rotation, event.rotationMdeg);
            angle(trunkTilt, event.trunkTiltMdeg);
            angle(trunkObliquity, event.trunkObliquityMdeg);
            angle(trunkRotation, event.trunkRotationMdeg);
        }

        private void verdict(Event event) {
            deviation.add(nowS, event.deviationMdeg / 1e3);
            threshold.add(nowS, event.thresholdMdeg / 1e3);
            over.add(nowS, event.over ? 1 : 0);
            probe.add(nowS, event.probe ? 1 : 0);
            if (event.speedMPerH != Sample.UNKNOWN) {
                speedKmh.add(nowS, event.speedMPerH / 1e3);
            }
        }

        private void angle(Series.Builder series, int mdeg) {
            if (mdeg != Figures.NONE) {
                series.add(nowS, mdeg / 1e3);
            }
        }

        RunSteps closed() {
            return new RunSteps(
                    Math.max(0, nowS),
                    deviation.closed(),
                    threshold.closed(),
                    over.closed(),
                    probe.closed(),
                    speedKmh.closed(),
                    cadence.closed(),
                    contactMs.closed(),
                    leftMs.closed(),
                    rightMs.closed(),
                    tilt.closed(),
                    obliquity.closed(),
                    rotation.closed(),
                    trunkTilt.closed(),
                    trunkObliquity.closed(),
                    trunkRotation.closed(),
                    cuesS,
                    controlsS,
                    marksS);
        }
    }
}
