package org.holdline.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.holdline.clip.Clip;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.correction.CorrectionParams;
import org.holdline.correction.CorrectionParams.BeltParams;
import org.holdline.correction.InertialCoefficients;
import org.holdline.cue.CueOutput;
import org.holdline.cue.CueParams;
import org.holdline.ring.Ring;
import org.holdline.sample.Act;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;

/**
 * A million samples with everything in them that a road meets leave no garbage. The stream is made beforehand, so that only
 * the road is measured; every window holds a whole session, so that what happens once a minute is in each of them.
 */
class AllocationTest {
    private static final int WINDOW = 200_000;
    private static final int WINDOWS = 5;
    private static final int WARM_UP = 2 * WINDOW;
    private static final int RATE_HZ = 200;
    private static final int LAP_S = WINDOW / RATE_HZ;
    private static final long PERIOD_US = 1_000_000 / RATE_HZ;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Session time at which samples are lost, s, and how many: bridged, doubted, gait anew, attitude anew. */
    private static final int[][] LOST = {{100, 1}, {130, 30}, {160, 80}, {190, 500}};

    @Test
    void shouldAllocateNothingWhenAMillionSamplesPass() {
        Session session = new Session();
        session.carry(WARM_UP);
        long least = Long.MAX_VALUE;
        for (int window = 0; window < WINDOWS; window++) {
            session.forget();
            long before = threads.getCurrentThreadAllocatedBytes();
            session.carry(WINDOW);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            session.assertSawEverything();
        }
        assertEquals(WARM_UP + (long) WINDOWS * WINDOW, session.road.samples());
        assertEquals(0, least, "bytes allocated by the road over " + WINDOW + " samples");
    }

    /** One session again and again on one road, with its readers: one that keeps up and one that never reads. */
    private static final class Session implements CueOutput {
        private final List<Sample> lap = lap();
        private final Ring<Event> events = new Ring<>(64, Event::new);
        private final Ring<Event> unread = new Ring<>(64, Event::new);
        private final Ring<Sample> samples = new Ring<>(64, Sample::new);
        private final Inbox inbox = new Inbox();
        private final Road road;
        private final Sample sample = new Sample();
        private int next;
        private long lapsUs;

        private final int[] kinds = new int[Event.Kind.values().length];
        private final int[] watches = new int[Watch.values().length];
        private int steps;
        private int runningSteps;
        private int pulses;
        private int allPulses;
        private int offs;
        private long gapsBefore;

        Session() {
            RoadParams defaults = RoadParams.defaults();
            // Nobody answers here: cues must not rest for that.
            CueParams cue = CueParams.defaults().withMaxPerHalfHour(90).withRests(20, 0, 0);
            RoadParams params = new RoadParams(
                            defaults.inclination(), defaults.strides(), defaults.posture(), cue, defaults.fading())
                    .with(corrected(), Calibration.PROFILE);
            road = new Road(params, options().info(), this, inbox, List.of(events, unread), List.of(samples));
        }

        private static VirtualClip options() {
            return new VirtualClip(VirtualOptions.defaults().withRateHz(RATE_HZ).withDurationS(LAP_S));
        }

        private static List<Sample> lap() {
            List<Sample> lap = new ArrayList<>(WINDOW);
            VirtualClip clip = options();
            Sample slot = new Sample();
            while (clip.poll(slot) == Clip.Answer.SAMPLE) {
                Sample kept = new Sample();
                kept.copyFrom(slot);
                lap.add(kept);
            }
            assertEquals(WINDOW, lap.size());
            return lap;
        }

        /** Every number of a profile, and small. */
        private static CorrectionParams corrected() {
            InertialCoefficients imu = new InertialCoefficients(
                    "+x+y+z",
                    new InertialCoefficients.Accel(
                            List.of(1_000L, -500L, 300L),
                            List.of(1_000_100L, 20L, 0L, 0L, 999_900L, 10L, 0L, 0L, 1_000_000L)),
                    new InertialCoefficients.Gyro(
                            List.of(10_000L, -5_000L, 2_000L), List.of(100L, 50L, -20L), 2500, 1500, 3600));
            return new CorrectionParams(imu, imu, new BeltParams(9_990, 10, true));
        }

        void carry(int count) {
            for (int i = 0; i < count; i++) {
                sample.copyFrom(lap.get(next));
                sample.timeUs += lapsUs;
                ask();
                road.accept(sample);
                read();
                advance();
            }
        }

        /** Beyond what the session does by itself: somebody presses keys. */
        private void ask() {
            if (next == 70 * RATE_HZ) {
                inbox.act(Act.MUTE);
                inbox.act(Act.MARK);
            } else if (next == 75 * RATE_HZ) {
                inbox.act(Act.FLIP);
                inbox.act(Act.UNMUTE);
            } else if (next == 230 * RATE_HZ) {
                inbox.act(Act.NEUTRAL);
            }
        }

        private void advance() {
            next++;
            for (int[] lost : LOST) {
                if (next == lost[0] * RATE_HZ) {
                    next += lost[1];
                }
            }
            if (next == lap.size()) {
                next = 0;
                lapsUs += lap.size() * PERIOD_US;
            }
        }

        private void read() {
            for (Event event = events.peek(); event != null; event = events.peek()) {
                kinds[event.kind.ordinal()]++;
                switch (event.kind) {
                    case STATE -> watches[event.watch.ordinal()]++;
                    case STEP -> {
                        steps++;
                        runningSteps += event.running ? 1 : 0;
                    }
                    case VERDICT, CUE, SUPPRESSED, LINK, ACT, BAND, REFERENCE, NEUTRAL, MOUNTING, BELT -> {}
                }
                events.release();
            }
            assertTrue(samples.peek() != null, "a copy of every sample");
            samples.release();
        }

        void forget() {
            Arrays.fill(kinds, 0);
            Arrays.fill(watches, 0);
            steps = 0;
            runningSteps = 0;
            pulses = 0;
            offs = 0;
            gapsBefore = road.gaps().count();
        }

        void assertSawEverything() {
            for (Event.Kind kind : Event.Kind.values()) {
                // The band grows a few times in all: its runner must go on being cued. A mounting is learned once.
                boolean rare = kind == Event.Kind.BAND || kind == Event.Kind.MOUNTING;
                assertTrue(kinds[kind.ordinal()] > 0 || rare, "no " + kind);
            }
            for (Watch watch : List.of(Watch.STANDING, Watch.WALKING, Watch.PAUSED, Watch.WATCHING, Watch.ENDED)) {
                assertTrue(watches[watch.ordinal()] > 0, "never " + watch);
            }
            assertTrue(runningSteps > 1000, "running steps " + runningSteps);
            assertTrue(steps - runningSteps > 50, "walking steps " + (steps - runningSteps));
            assertTrue(pulses >= 1, "cues " + pulses);
            assertEquals(kinds[Event.Kind.CUE.ordinal()], pulses);
            assertTrue(offs >= 2, "a mute and an end");
            assertTrue(road.gaps().count() - gapsBefore >= LOST.length - 1, "gaps");
            assertTrue(unread.lostTotal() > 0, "a full ring");
        }

        @Override
        public void pulse(long timeUs, int pulseMs) {
            pulses++;
            if (++allPulses <= 2) {
                inbox.act(Act.DISAGREE);
            }
        }

        @Override
        public void off() {
            offs++;
        }
    }
}
