package org.holdline.clip.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.holdline.clip.virtual.Recorded.Pulse;
import org.holdline.clip.virtual.VirtualScript.Activity;
import org.holdline.clip.virtual.VirtualScript.Part;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;

/** What a pulse does to the clip and to the runner. */
final class VirtualCueTest {
    private static final Pulse AT_15_S = new Pulse(15_000_000, 200);

    /** Neutral for 5 s, then overarched by 7 degrees for four minutes. */
    private static final VirtualScript ARCHED = new VirtualScript(
            List.of(Part.of(Activity.RUN, 5, 10), Part.of(Activity.RUN, 235, 10).posture(7, 0, 2)));

    private static Recorded arched(long seed, int durationS, Pulse... pulses) {
        VirtualOptions options = VirtualOptions.defaults()
                .withSeed(seed)
                .withRateHz(50)
                .withPlacement(Placement.SACRAL)
                .withDurationS(durationS);
        return Recorded.of(new VirtualClip(options, ARCHED), pulses);
    }

    @Test
    void shouldReduceTheArchForMostRunnersButNotAllWhenCued() {
        int answered = 0;
        for (long seed = 1; seed <= 60; seed++) {
            Recorded run = arched(seed, 35, AT_15_S);
            double beforeDeg = run.meanArchDeg(9, 15);
            double afterDeg = run.meanArchDeg(21, 35);
            boolean says = run.truths.getLast().cuesAnswered == 1;
            assertEquals(says, beforeDeg - afterDeg > 3, "seed " + seed + ": " + beforeDeg + " to " + afterDeg);
            assertEquals(1, run.truths.getLast().cuesFelt);
            // The first two steps after a pulse are as before: nobody answers at once.
            assertTrue(run.meanArchDeg(15.2, 15.6) > 3.5, "seed " + seed);
            answered += says ? 1 : 0;
        }
        assertTrue(answered >= 40 && answered <= 57, answered + " of 60");
    }

    @Test
    void shouldLetTheArchCreepBackWhenTheAnswerIsLongPast() {
        int checked = 0;
        for (long seed = 1; seed <= 8; seed++) {
            Recorded run = arched(seed, 240, AT_15_S);
            if (run.truths.getLast().cuesAnswered == 1) {
                assertTrue(run.meanArchDeg(22, 50) < 3.5, "seed " + seed);
                assertTrue(run.meanArchDeg(190, 240) > 4.5, "seed " + seed);
                checked++;
            }
        }
        assertTrue(checked >= 3);
    }

    @Test
    void shouldStayWithinItsBoundsWhenCuedAgainAndAgain() {
        Pulse[] pulses = new Pulse[20];
        for (int i = 0; i < pulses.length; i++) {
            pulses[i] = new Pulse(15_000_000L + i * 10_700_000L, 200);
        }
        for (long seed = 1; seed <= 5; seed++) {
            Recorded run = arched(seed, 240, pulses);
            assertEquals(20, run.truths.getLast().cuesFelt);
            for (VirtualTruth truth : run.truths) {
                assertTrue(truth.archDeg > -5.5 && truth.archDeg < 12, "seed " + seed + ": " + truth.archDeg);
            }
        }
    }

    @Test
    void shouldLeaveTheRestUnchangedWhenTheRunnerDoesNotAnswer() {
        int checked = 0;
        for (long seed = 1; seed <= 40; seed++) {
            Recorded cued = arched(seed, 30, AT_15_S);
            if (cued.truths.getLast().cuesAnswered == 1) {
                continue;
            }
            Recorded quiet = arched(seed, 30);
            for (int i = 0; i < quiet.size(); i++) {
                long timeUs = quiet.samples.get(i).timeUs;
                if (timeUs <= 15_000_000 || timeUs > 16_000_000) {
                    assertTrue(Recorded.same(quiet.samples.get(i), cued.samples.get(i)), seed + " at " + timeUs);
                }
            }
            checked++;
        }
        assertTrue(checked >= 3);
    }

    @Test
    void shouldShakeTheAccelerometerOfItsOwnClipOnlyWhenTheMotorRuns() {
        for (long seed = 1; seed <= 10; seed++) {
            VirtualOptions options = VirtualOptions.defaults().withSeed(seed).withDurationS(16);
            Recorded cued = Recorded.of(new VirtualClip(options, ARCHED), AT_15_S);
            Recorded quiet = Recorded.of(new VirtualClip(options, ARCHED));
            double sum = 0;
            int count = 0;
            for (int i = 0; i < cued.at(15.6); i++) {
                Sample shaken = cued.samples.get(i);
                Sample still = quiet.samples.get(i);
                assertTrue(shaken.upper.sameAs(still.upper), "seed " + seed);
                assertEquals(still.lower.gxUrads, shaken.lower.gxUrads);
                assertEquals(still.lower.gyUrads, shaken.lower.gyUrads);
                assertEquals(still.lower.gzUrads, shaken.lower.gzUrads);
                boolean driven = shaken.timeUs > 15_000_000 && shaken.timeUs < 15_215_000;
                assertEquals(driven, shaken.cueActive, "seed " + seed + " at " + shaken.timeUs);
                double x = (shaken.lower.axUms2 - still.lower.axUms2) * 1e-6;
                double y = (shaken.lower.ayUms2 - still.lower.ayUms2) * 1e-6;
                double z = (shaken.lower.azUms2 - still.lower.azUms2) * 1e-6;
                double size = Math.sqrt(x * x + y * y + z * z);
                if (driven && shaken.timeUs > 15_020_000) {
                    sum += size * size;
                    count++;
                } else if (shaken.timeUs <= 15_000_000) {
                    assertEquals(0, size);
                } else if (shaken.timeUs > 15_215_000 + 100_000) {
                    assertTrue(size < 0.06 * 0.8 * 9.81, "seed " + seed + ": rings on with " + size);
                }
                assertTrue(size < 0.81 * 9.81, "seed " + seed);
            }
            double rmsG = Math.sqrt(sum / count) / 9.80665;
            assertTrue(rmsG > 0.12 && rmsG < 0.6, "seed " + seed + ": " + rmsG + " g");
        }
    }

    @Test
    void shouldStopTheMotorWhenToldTo() {
        VirtualClip clip = new VirtualClip(VirtualOptions.defaults(), ARCHED);
        Sample slot = new Sample();
        clip.motorOff();
        poll(clip, slot, 10);
        clip.feelCue(slot.timeUs, 1000);
        poll(clip, slot, 20);
        assertTrue(slot.cueActive);
        clip.motorOff();
        clip.motorOff();
        poll(clip, slot, 1);
        assertFalse(slot.cueActive);
        poll(clip, slot, 100);
        assertFalse(slot.cueActive);
    }

    private static void poll(VirtualClip clip, Sample slot, int times) {
        for (int i = 0; i < times; i++) {
            clip.poll(slot);
        }
    }
}
