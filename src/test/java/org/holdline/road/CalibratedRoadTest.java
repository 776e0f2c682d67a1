package org.holdline.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdline.clip.Clip;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.correction.CorrectionParams;
import org.holdline.correction.CorrectionParams.BeltParams;
import org.holdline.correction.InertialCoefficients;
import org.holdline.cue.Cause;
import org.holdline.cue.CueOutput;
import org.holdline.ring.Ring;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the road does with a correction, and without a valid one. */
class CalibratedRoadTest {
    private static final int RATE_HZ = 200;

    private final List<Long> pulses = new ArrayList<>();
    private final Map<Cause, Integer> suppressed = new HashMap<>();
    private final Map<Watch, Integer> watches = new HashMap<>();
    private final Ring<Event> events = new Ring<>(1024, Event::new);
    private final Ring<Sample> copies = new Ring<>(16, Sample::new);

    private Road road(RoadParams params, VirtualClip clip) {
        return new Road(
                params,
                clip.info(),
                new CueOutput() {
                    @Override
                    public void pulse(long timeUs, int pulseMs) {
                        pulses.add(timeUs);
                    }

                    @Override
                    public void off() {}
                },
                new Inbox(),
                List.of(events),
                List.of(copies));
    }

    private void carry(Road road, Sample sample) {
        road.accept(sample);
        for (Event event = events.peek(); event != null; event = events.peek()) {
            switch (event.kind) {
                case SUPPRESSED -> suppressed.merge(event.cause, 1, Integer::sum);
                case STATE -> watches.merge(event.watch, 1, Integer::sum);
                default -> {}
            }
            events.release();
        }
    }

    private static InertialCoefficients sensor(long forwardUg, long slope) {
        return new InertialCoefficients(
                "+x+y+z",
                new InertialCoefficients.Accel(
                        List.of(forwardUg, 0L, 0L),
                        List.of(1_000_000L, 0L, 0L, 0L, 1_000_000L, 0L, 0L, 0L, 1_000_000L)),
                new InertialCoefficients.Gyro(List.of(0L, 0L, 0L), List.of(slope, 0L, 0L), 2500, 0, 8500));
    }

    private static RoadParams with(CorrectionParams correction) {
        return RoadParams.defaults().with(correction, Calibration.PROFILE);
    }

    @ParameterizedTest
    @EnumSource(Calibration.class)
    void shouldCueOnlyWhereTheCalibrationAllowsIt(Calibration calibration) {
        VirtualClip clip = new VirtualClip(VirtualOptions.defaults());
        Road road = road(RoadParams.defaults().with(CorrectionParams.none(), calibration), clip);
        Sample sample = new Sample();
        while (clip.poll(sample) == Clip.Answer.SAMPLE) {
            carry(road, sample);
        }
        boolean cues = calibration != Calibration.MISSING && calibration != Calibration.INVALID;
        assertEquals(cues, calibration.mayCue());
        assertEquals(cues, !pulses.isEmpty(), pulses.toString());
        assertEquals(!cues, suppressed.containsKey(Cause.NO_PROFILE), suppressed.toString());
        assertEquals(!cues, watches.containsKey(Watch.NO_PROFILE), watches.toString());
        assertEquals(calibration, road.calibration());
    }

    @Test
    void shouldHandOnWhatTheSensorDeliveredWhenItCorrects() {
        VirtualClip clip = new VirtualClip(
                VirtualOptions.defaults().withPlacement(Placement.SACRAL).withDurationS(2));
        BeltParams belt = new BeltParams(9_000, 500, true);
        Road road = road(with(new CorrectionParams(sensor(100_000, 0), null, belt)), clip);
        Sample sample = new Sample();
        Sample raw = new Sample();
        while (clip.poll(sample) == Clip.Answer.SAMPLE) {
            raw.copyFrom(sample);
            carry(road, sample);
            Sample copy = copies.peek();
            assertTrue(raw.lower.sameAs(copy.lower), "the reading itself is recorded");
            assertEquals(raw.speedMPerH, copy.speedMPerH);
            assertEquals(raw.inclineMilliPct, copy.inclineMilliPct);
            copies.release();
        }
    }

    /** 100 mg forward of a clip that lies level: 5.7 degrees of pitch, taken out once. */
    @Test
    void shouldCorrectOnceWhenAClipLiesStill() {
        assertEquals(0, Math.toDegrees(pitch(100_000)), 0.01, "the offset is gone");
        assertEquals(5.71, Math.toDegrees(pitch(0)), 0.01, "with no profile it stays");
    }

    private double pitch(long correctedUg) {
        VirtualClip clip = new VirtualClip(VirtualOptions.defaults().withPlacement(Placement.SACRAL));
        Road road = road(with(new CorrectionParams(sensor(correctedUg, 0), null, BeltParams.AS_SHOWN)), clip);
        Sample sample = new Sample();
        for (int i = 0; i < 10 * RATE_HZ; i++) {
            sample.timeUs = i * 1_000_000L / RATE_HZ;
            sample.lower.axUms2 = 980_665 + i % 2;
            sample.lower.azUms2 = 9_806_650;
            carry(road, sample);
        }
        return Math.atan2(road.lowerInclination().upX(), road.lowerInclination().upZ());
    }

    @Test
    void shouldSeeAStuckSensorWhenItsCorrectionMoves() {
        VirtualClip clip = new VirtualClip(VirtualOptions.defaults().withPlacement(Placement.SACRAL));
        Road road = road(with(new CorrectionParams(sensor(0, 500_000), null, BeltParams.AS_SHOWN)), clip);
        Sample sample = new Sample();
        for (int i = 0; i < 100; i++) {
            sample.timeUs = i * 1_000_000L / RATE_HZ;
            sample.lower.azUms2 = 9_806_650;
            // Each sample is a hundredth of a kelvin warmer, so no two are corrected alike.
            sample.temperatureMilliC = 20_000 + 100 * i;
            carry(road, sample);
        }
        assertEquals(100, road.stuck());
    }

    @Test
    void shouldCountFullScaleByTheReadingWhenItsCorrectionIsBelow() {
        VirtualClip clip = new VirtualClip(VirtualOptions.defaults().withPlacement(Placement.SACRAL));
        Road road = road(with(new CorrectionParams(sensor(150_000, 0), null, BeltParams.AS_SHOWN)), clip);
        Sample sample = new Sample();
        sample.lower.axUms2 = clip.info().accelRangeUms2();
        carry(road, sample);
        assertEquals(1, road.saturated());
        sample.timeUs = 5000;
        sample.lower.axUms2 = -clip.info().accelRangeUms2() + 1_000_000;
        carry(road, sample);
        assertEquals(1, road.saturated(), "and does not where only the corrected value reaches it");
    }
}
