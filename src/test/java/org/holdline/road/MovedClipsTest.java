package org.holdline.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.holdline.clip.Clip;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.cue.CueOutput;
import org.holdline.posture.ClipState;
import org.holdline.posture.NeutralKind;
import org.holdline.ring.Ring;
import org.holdline.sample.Inertial;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;

/** The whole road with the built-in runner, whose lower clip is turned on its way to it. */
class MovedClipsTest {
    private static final long RUN_US = 173_000_000;
    private final List<Event> references = new ArrayList<>();
    private final List<Event> verdicts = new ArrayList<>();

    /** A clip that is turned on the body within a twentieth of a second, and whose gyro feels it. */
    private record Turn(long fromUs, double pitchDeg, double rollDeg) {
        private static final double LASTS_US = 50_000;

        void apply(Sample sample) {
            double share = Math.clamp((sample.timeUs - fromUs) / LASTS_US, 0, 1);
            if (share > 0) {
                turn(sample.lower, share);
            }
        }

        private void turn(Inertial in, double share) {
            double p = Math.toRadians(pitchDeg * share);
            double r = Math.toRadians(rollDeg * share);
            double[] accel = turned(p, r, in.axUms2, in.ayUms2, in.azUms2);
            double[] rate = turned(p, r, in.gxUrads, in.gyUrads, in.gzUrads);
            double perS = share < 1 ? 1e6 * 1e6 / LASTS_US : 0;
            in.axUms2 = (int) Math.round(accel[0]);
            in.ayUms2 = (int) Math.round(accel[1]);
            in.azUms2 = (int) Math.round(accel[2]);
            in.gxUrads = (int) Math.round(rate[0] + perS * Math.toRadians(rollDeg));
            in.gyUrads = (int) Math.round(rate[1] + perS * Math.toRadians(pitchDeg));
            in.gzUrads = (int) Math.round(rate[2]);
        }

        private static double[] turned(double p, double r, double x, double y, double z) {
            double px = x * Math.cos(p) - z * Math.sin(p);
            double pz = x * Math.sin(p) + z * Math.cos(p);
            return new double[] {px, y * Math.cos(r) + pz * Math.sin(r), pz * Math.cos(r) - y * Math.sin(r)};
        }
    }

    private Road run(Turn turn) {
        VirtualClip clip = new VirtualClip(VirtualOptions.defaults().withDurationS(420));
        CueOutput deaf = new CueOutput() {
            @Override
            public void pulse(long timeUs, int pulseMs) {}

            @Override
            public void off() {}
        };
        Ring<Event> ring = new Ring<>(64, Event::new);
        Road road = new Road(RoadParams.defaults(), clip.info(), deaf, new Inbox(), List.of(ring), List.of());
        Sample sample = new Sample();
        while (clip.poll(sample) == Clip.Answer.SAMPLE) {
            turn.apply(sample);
            road.accept(sample);
            for (Event event = ring.peek(); event != null; event = ring.peek()) {
                if (event.kind == Event.Kind.REFERENCE || event.kind == Event.Kind.VERDICT) {
                    Event copy = new Event();
                    copy.copyFrom(event);
                    (event.kind == Event.Kind.REFERENCE ? references : verdicts).add(copy);
                }
                ring.release();
            }
        }
        return road;
    }

    @Test
    void shouldCompareTheClosingStandAndFindNothingWhenNothingMoved() {
        run(new Turn(Long.MAX_VALUE, 0, 0));
        assertEquals(1, references.size(), "one stand after the run");
        assertTrue(references.getFirst().byStand);
        assertFalse(references.getFirst().standMoved);
        assertTrue(verdicts.stream().allMatch(event -> event.neutral == NeutralKind.DRILL), "said with every verdict");
    }

    @Test
    void shouldSuspendWhenAClipTurnsAndGoOnWithLessConfidence() {
        run(new Turn(RUN_US + 35_000_000, 4, 3));
        Event jumped = references.getFirst();
        assertEquals(ClipState.JUMPED, jumped.clipState);
        assertTrue(jumped.timeUs > RUN_US + 35_000_000 && jumped.timeUs < RUN_US + 45_000_000, "at " + jumped.timeUs);
        Event carried = references.get(1);
        assertEquals(ClipState.CARRIED, carried.clipState);
        assertEquals(4000, carried.referenceMdeg, 1500);
        assertTrue(verdicts.stream()
                .filter(event -> event.timeUs > jumped.timeUs && event.timeUs < carried.timeUs - 1_000_000)
                .noneMatch(event -> event.reason.isJudged()));
        assertTrue(verdicts.stream()
                .filter(event -> event.timeUs > carried.timeUs + 1_000_000)
                .allMatch(event -> event.confidence <= 60));
        Event closing = references.getLast();
        assertTrue(closing.byStand && closing.standMoved, "the closing stand confirms it");
        assertEquals(4000, closing.standMdeg, 1000);
    }
}
