package org.holdline.profile.flash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.holdline.clock.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many emulated clips, with hang-ups and restarts from a seed. */
class FleetTest {
    private static final int CLIPS = 50;
    private static final long SEED = Long.getLong("holdline.seed", 20);
    private static final int NEVER_STOPS = CLIPS;

    @TempDir
    private Path state;

    private final Map<String, BenchClip> clips = new LinkedHashMap<>();
    private final Map<String, Wanted> manifest = new LinkedHashMap<>();

    private record Berth(BenchClip clip) implements Fleet.Berth {
        @Override
        public String name() {
            return "port-of-" + clip.serial;
        }

        @Override
        public String lock() {
            return name();
        }

        @Override
        public ProfileHolder holder() {
            return clip.holder();
        }

        @Override
        public Clock clock() {
            return clip;
        }
    }

    private void add(String serial, int held, int wanted) throws Exception {
        clips.put(
                serial,
                new BenchClip(serial, Optional.empty())
                        .with(Wanted.of(Images.profile(serial, held)).image(3)));
        manifest.put(serial, Wanted.of(Images.profile(serial, wanted)));
    }

    private List<FleetLine> run(int mayFail) throws InterruptedException {
        return run(new Fleet.Options(0, true, Map.of(), true, mayFail), 4);
    }

    private List<FleetLine> run(Fleet.Options options, int jobs) throws InterruptedException {
        List<FleetLine> told = new ArrayList<>();
        Fleet fleet = new Fleet(manifest, options, new Locks(state), new Backups(state), told::add);
        List<Fleet.Berth> berths = new ArrayList<>();
        clips.values().forEach(clip -> berths.add(new Berth(clip)));
        try (ExecutorService workers = Executors.newFixedThreadPool(jobs)) {
            List<FleetLine> lines = fleet.run(berths, workers);
            assertEquals(lines.size(), told.size());
            return lines;
        }
    }

    private static long count(List<FleetLine> lines, FleetLine.Result result) {
        return lines.stream().filter(line -> line.result() == result).count();
    }

    /** Lost bytes, hang-ups and restarts, each now and then. */
    private static void trouble(BenchClip clip, Random random) {
        clip.chance = () -> {
            int drawn = random.nextInt(1000);
            if (drawn < 12) {
                clip.hangUp(random.nextInt(3000));
            } else if (drawn < 20) {
                clip.restart();
            }
        };
        clip.toClipFault = bytes -> faulty(bytes, random);
        clip.toHostFault = bytes -> faulty(bytes, random);
    }

    private static byte[] faulty(byte[] bytes, Random random) {
        int drawn = random.nextInt(100);
        if (drawn < 4) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        if (drawn < 8) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    @Test
    void shouldHoldExactlyTheOldOrTheNewProfileWhenLinksBreakAndASecondRunFinishesTheRest() throws Exception {
        for (int i = 0; i < CLIPS; i++) {
            String serial = String.format("HL%04d", i + 1);
            add(serial, i, 1000 + i);
            BenchClip clip = clips.get(serial).pressed();
            trouble(clip, new Random(SEED * 1000 + i));
        }
        List<FleetLine> first = run(NEVER_STOPS);
        int fresh = 0;
        for (int i = 0; i < CLIPS; i++) {
            String serial = String.format("HL%04d", i + 1);
            byte[] held = clips.get(serial).imageAtStart();
            byte[] old = Wanted.of(Images.profile(serial, i)).image(3);
            boolean isOld = Arrays.equals(held, old);
            assertTrue(
                    isOld || Arrays.equals(held, manifest.get(serial).image(4)),
                    serial + " holds something else, seed " + SEED);
            fresh += isOld ? 0 : 1;
        }
        assertTrue(fresh > 10 && fresh < CLIPS, fresh + " of " + CLIPS + " hold the new one, seed " + SEED);
        assertTrue(count(first, FleetLine.Result.CONFIRMED) <= fresh, "seed " + SEED + ": " + first);
        for (BenchClip clip : clips.values()) {
            clip.chance = () -> {};
            clip.toClipFault = bytes -> bytes;
            clip.toHostFault = bytes -> bytes;
            clip.hangUp(0);
            clip.pass(10_000 * BenchClip.MS);
            clip.pressed();
        }
        List<FleetLine> second = run(2);
        assertEquals(fresh, count(second, FleetLine.Result.UNCHANGED), "seed " + SEED + ": " + second);
        assertEquals(CLIPS - fresh, count(second, FleetLine.Result.CONFIRMED), "seed " + SEED + ": " + second);
        for (Map.Entry<String, BenchClip> clip : clips.entrySet()) {
            assertArrayEquals(
                    manifest.get(clip.getKey()).image(4), clip.getValue().imageAtStart(), "seed " + SEED);
        }
        assertEquals(CLIPS, count(run(2), FleetLine.Result.UNCHANGED));
    }

    @Test
    void shouldBeginNoFurtherClipWhenTwoHaveFailed() throws Exception {
        for (int i = 1; i <= 6; i++) {
            add("HL000" + i, 1, 2);
            clips.get("HL000" + i).pressed();
        }
        clips.get("HL0001").memory.writeProtected = true;
        clips.get("HL0003").memory.writeProtected = true;
        List<FleetLine> lines = run(new Fleet.Options(0, true, Map.of(), true, 2), 1);
        assertEquals(
                List.of(
                        FleetLine.Result.FAILED,
                        FleetLine.Result.CONFIRMED,
                        FleetLine.Result.FAILED,
                        FleetLine.Result.NOT_STARTED,
                        FleetLine.Result.NOT_STARTED,
                        FleetLine.Result.NOT_STARTED),
                lines.stream().map(FleetLine::result).toList());
    }

    @Test
    void shouldTellOfEachWhenSomeAreMissingForeignOrNotPressed() throws Exception {
        add("HL0001", 1, 2);
        add("HL0002", 1, 2);
        add("HL0003", 1, 2);
        clips.get("HL0001").pressed();
        clips.remove("HL0003");
        clips.put("HL0009", new BenchClip("HL0009", Optional.empty()));
        List<FleetLine> lines = run(2);
        assertEquals(
                List.of(
                        FleetLine.Result.CONFIRMED,
                        FleetLine.Result.REFUSED,
                        FleetLine.Result.FOREIGN,
                        FleetLine.Result.ABSENT),
                lines.stream().map(FleetLine::result).toList());
        assertTrue(clips.get("HL0009").atStart().isEmpty());
    }

    @Test
    void shouldWriteNothingWhenItOnlyPlans() throws Exception {
        add("HL0001", 1, 2);
        clips.get("HL0001").pressed();
        byte[] before = clips.get("HL0001").memory.bytes.clone();
        List<FleetLine> lines = run(new Fleet.Options(0, true, Map.of(), false, 2), 1);
        assertEquals(FleetLine.Result.PLANNED, lines.getFirst().result());
        assertArrayEquals(before, clips.get("HL0001").memory.bytes);
    }

    @Test
    void shouldWorkOnAClipOnceWhenItAnswersOnTwoPorts() throws Exception {
        add("HL0001", 1, 2);
        clips.get("HL0001").pressed();
        BenchClip twin = new BenchClip("HL0001", Optional.empty()).pressed();
        clips.put("twin", twin);
        List<Fleet.Berth> berths = new ArrayList<>();
        Fleet fleet = new Fleet(
                manifest,
                new Fleet.Options(0, true, Map.of(), true, 2),
                new Locks(state),
                new Backups(state),
                line -> {});
        berths.add(new Berth(clips.get("HL0001")));
        berths.add(new Fleet.Berth() {
            @Override
            public String name() {
                return "another";
            }

            @Override
            public String lock() {
                return name();
            }

            @Override
            public ProfileHolder holder() {
                return twin.holder();
            }

            @Override
            public Clock clock() {
                return twin;
            }
        });
        try (ExecutorService workers = Executors.newFixedThreadPool(1)) {
            List<FleetLine> lines = fleet.run(berths, workers);
            assertEquals(FleetLine.Result.CONFIRMED, lines.get(0).result());
            assertEquals(FleetLine.Result.REFUSED, lines.get(1).result());
        }
        assertTrue(twin.atStart().isEmpty());
    }
}
