package org.holdline.report.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdline.app.VirtualRuns;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.posture.Reason;
import org.holdline.report.Summary;
import org.holdline.report.export.PlainFit.Message;
import org.holdline.road.Watch;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.holdline.sample.Sample;
import org.holdline.session.BeltSpan;
import org.holdline.session.BeltSpan.Known;
import org.holdline.session.KeptRun;
import org.holdline.session.MadeKeptRuns;
import org.holdline.session.Origin;
import org.holdline.session.belt.Corrected;
import org.junit.jupiter.api.Test;

class FitExportTest {
    private static final int FILE_ID = 0;
    private static final int SESSION = 18;
    private static final int LAP = 19;
    private static final int RECORD = 20;
    private static final int EVENT = 21;
    private static final int ACTIVITY = 34;
    private static final long EPOCH_S = 631_065_600;

    static byte[] bytes(KeptRun run) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportFormat.FIT.export().write(run, out);
        return out.toByteArray();
    }

    private static PlainFit read(KeptRun run) throws IOException {
        return PlainFit.read(bytes(run));
    }

    private static MadeKeptRuns watched(int speedMPerH) {
        return new MadeKeptRuns(9_000_000).speed(speedMPerH).state(0, Watch.WATCHING, Phase.RUN);
    }

    @Test
    void shouldTellWhatTheSummaryTellsWhenAVirtualRunnerHasRun() throws IOException {
        KeptRun run = VirtualRuns.kept(VirtualOptions.defaults().withSeed(3).withDurationS(600));
        Summary summary = run.summary();
        PlainFit fit = read(run);
        Message session = fit.only(SESSION);
        assertEquals(summary.steps(), session.whole(10) * 2 + (session.whole(94) == 64 ? 1 : 0));
        assertEquals(summary.judgedSteps(), session.whole("total_judged_steps"));
        assertEquals(summary.overSteps(), session.whole("total_over_steps"));
        assertEquals(summary.cues(), session.whole("total_cues"));
        assertEquals(summary.dose().overPerKm(), session.real("over_steps_per_km"), 1e-3);
        assertEquals(summary.contactMs() * 10, session.whole(91).doubleValue());
        assertEquals(summary.gait().riseMm() * 10, session.whole(89).doubleValue());
        assertEquals(summary.cadenceSpm(), 2 * (session.whole(18) + session.whole(92) / 128.0), 0.01);
        assertEquals(3.0, session.real("posture_threshold"));
        assertEquals("lumbar_arch", session.text("posture_metric"));
        assertEquals("entered", session.text("speed_known"));
        assertTrue(summary.overSteps() > 0 && summary.cues() > 0, "nothing to tell");
    }

    @Test
    void shouldBeATreadmillRunOfNobodyWhenItIsRead() throws IOException {
        KeptRun run = watched(12_000).run(1000, 0).kept();
        PlainFit fit = read(run);
        Message file = fit.messages().getFirst();
        assertEquals(FILE_ID, file.number());
        assertEquals(4L, file.whole(0));
        assertEquals(255L, file.whole(1));
        assertNull(file.whole(3), "serial number");
        assertEquals("Holdline", file.text(8));
        Message session = fit.only(SESSION);
        assertEquals(1L, session.whole(5));
        assertEquals(1L, session.whole(6));
        assertEquals(0L, session.whole("simulated"));
        Message activity = fit.only(ACTIVITY);
        assertEquals(activity.whole(253) + 7200, activity.whole(5), "Berlin in May");
        String text = new String(bytes(run), StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("pseudonym"));
        assertFalse(text.contains("20260517T163000Z"));
    }

    @Test
    void shouldDescribeItsOwnFieldsWhenAReaderKnowsNothingOfThem() throws IOException {
        PlainFit fit = read(watched(12_000).run(100, 0).kept());
        Set<String> described = fit.described().values().stream()
                .map(field -> field.name() + " " + field.units())
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "posture_deviation deg",
                        "posture_threshold deg",
                        "posture_confidence %",
                        "over_steps steps",
                        "cues cues",
                        "total_judged_steps steps",
                        "total_over_steps steps",
                        "total_cues cues",
                        "over_steps_per_km steps/km",
                        "posture_metric null",
                        "speed_known null",
                        "run_origin null",
                        "simulated null"),
                described);
        byte[] id = (byte[]) fit.only(207).fields().get(1);
        assertEquals(16, id.length);
    }

    @Test
    void shouldHoldEachSecondWhenTheRunnerSteps() throws IOException {
        MadeKeptRuns made = watched(10_800).run(160, 4000);
        PlainFit fit = read(made.cue(10_500_000).kept());
        List<Message> records = fit.messages(RECORD);
        long start = fit.only(SESSION).whole(2);
        assertEquals(Instant.parse("2026-05-17T16:30:00Z").getEpochSecond() - EPOCH_S, start);
        assertEquals(0L, records.getFirst().whole(5));
        assertNull(records.getFirst().whole(4));
        for (int i = 0; i < records.size(); i++) {
            assertEquals(start + i, records.get(i).whole(253));
        }
        // 10.8 km/h are 3 m/s; the second from 10 s to 11 s holds the steps at 10.125, 10.5 and 10.875 s.
        Message eleventh = records.get(11);
        assertEquals(3300L, eleventh.whole(5));
        assertEquals(3000L, eleventh.whole(73));
        assertEquals(80L, eleventh.whole(4));
        assertEquals(0L, eleventh.whole(53));
        assertEquals(2400L, eleventh.whole(41));
        assertEquals(800L, eleventh.whole(39));
        assertEquals(4.0, eleventh.real("posture_deviation"));
        assertEquals(90L, eleventh.whole("posture_confidence"));
        assertEquals(3L, eleventh.whole("over_steps"));
        assertEquals(1L, eleventh.whole("cues"));
        assertEquals(0L, records.get(12).whole("cues"));
        assertNull(eleventh.whole(9), "grade");
    }

    @Test
    void shouldSayNotKnownWhenNobodySaidTheBelt() throws IOException {
        PlainFit fit = read(new MadeKeptRuns(0)
                .state(0, Watch.WATCHING, Phase.RUN)
                .run(2000, 0)
                .kept());
        for (Message record : fit.messages(RECORD)) {
            assertNull(record.whole(5));
            assertNull(record.whole(73));
            assertNull(record.whole(9));
        }
        Message session = fit.only(SESSION);
        assertNull(session.whole(9));
        assertNull(session.whole(124));
        assertNull(session.text("speed_known"));
        assertNull(session.real("over_steps_per_km"));
        assertEquals(1, fit.messages(LAP).size());
    }

    @Test
    void shouldHoldTheDistanceUntilTheSpeedIsUnknownWhenTheBeltIsKnownInPart() throws IOException {
        PlainFit fit = read(new MadeKeptRuns(0)
                .belt(
                        new BeltSpan(0, 10_800, 1000, Known.ENTERED),
                        new BeltSpan(20_000_000, Sample.UNKNOWN, 1000, Known.ENTERED),
                        new BeltSpan(40_000_000, 10_800, 1500, Known.ENTERED))
                .run(160, 0)
                .kept());
        List<Message> records = fit.messages(RECORD);
        assertEquals(6000L, records.get(20).whole(5));
        assertNull(records.get(21).whole(5));
        assertNull(records.get(21).whole(73));
        assertNull(records.get(45).whole(5), "a sum with a hole in it");
        assertEquals(3000L, records.get(45).whole(73));
        assertEquals(150L, records.get(45).whole(9), "grade, 1/100 %");
        assertNull(fit.only(SESSION).whole(9));
    }

    @Test
    void shouldLeaveGaitAndPostureOpenWhenNobodyRuns() throws IOException {
        MadeKeptRuns made = new MadeKeptRuns(0).speed(5000);
        for (int i = 0; i < 60; i++) {
            made.step(i * 600_000L, 1000, false);
        }
        PlainFit fit = read(made.stand(36).kept());
        Message record = fit.messages(RECORD).get(5);
        assertEquals(50L, record.whole(4));
        assertNull(record.whole(41));
        assertNull(record.whole(39));
        assertNull(record.real("posture_deviation"));
        assertNull(record.whole("over_steps"));
        assertNull(fit.only(SESSION).whole(91));
    }

    @Test
    void shouldStopTheTimerWhenTheRunnerRests() throws IOException {
        PlainFit fit = read(watched(12_000)
                .stand(30)
                .run(160, 0)
                .stand(50)
                .run(160, 0)
                .stand(20)
                .kept());
        Message session = fit.only(SESSION);
        long start = session.whole(2);
        assertEquals(Instant.parse("2026-05-17T16:30:30Z").getEpochSecond() - EPOCH_S, start, "the first step");
        // 30 s stand, 60 s run, 50 s rest, 60 s run; steps end 0.375 s before the next would come.
        assertEquals(170_000L, session.whole(7));
        assertEquals(120_000L, session.whole(8));
        List<Message> timer = fit.messages(EVENT);
        assertEquals(
                List.of(0L, 4L, 0L, 4L), timer.stream().map(e -> e.whole(1)).toList());
        assertEquals(
                List.of(start, start + 60, start + 110, start + 170),
                timer.stream().map(e -> e.whole(253)).toList());
        assertEquals(
                List.of(0L, 1L, 1L, 0L), timer.stream().map(e -> e.whole(3)).toList());
        assertTrue(fit.messages(RECORD).stream()
                .noneMatch(record -> record.whole(253) > start + 60 && record.whole(253) < start + 110));
        assertEquals(61 + 61, fit.messages(RECORD).size());
        assertEquals(session.whole(8), fit.only(ACTIVITY).whole(0));
    }

    @Test
    void shouldHoldTheLastStepWhenItFallsOnAWholeSecond() throws IOException {
        MadeKeptRuns made = watched(12_000).run(8, 5000);
        made.step(made.timeUs(), 1600, true);
        made.verdict(made.timeUs(), 5000, Reason.WITHIN);
        PlainFit fit = read(made.kept());
        List<Message> records = fit.messages(RECORD);
        assertEquals(
                9,
                records.stream()
                        .mapToLong(r -> r.whole("over_steps") == null ? 0 : r.whole("over_steps"))
                        .sum());
        assertEquals(fit.only(SESSION).whole(253), records.getLast().whole(253));
    }

    @Test
    void shouldLapAtKilometresWhenTheSpeedIsKnown() throws IOException {
        List<Message> laps = read(watched(12_000).run(2001, 0).kept()).messages(LAP);
        assertEquals(3, laps.size());
        assertEquals(100_000L, laps.get(0).whole(9));
        assertEquals(100_000L, laps.get(1).whole(9));
        assertEquals(50_000L, laps.get(2).whole(9));
        assertEquals(300_000L, laps.get(0).whole(7));
        assertEquals(3333L, laps.get(1).whole(110));
        assertEquals(
                List.of(2L, 2L, 7L), laps.stream().map(lap -> lap.whole(24)).toList());
        assertEquals(
                List.of(0L, 1L, 2L), laps.stream().map(lap -> lap.whole(254)).toList());
    }

    @Test
    void shouldLapAtMarksWhenTheRunnerMarkedIntervals() throws IOException {
        MadeKeptRuns made = watched(12_000).run(800, 0);
        made.act(made.timeUs(), Act.HARD).run(160, 0);
        made.act(made.timeUs(), Act.EASY).run(160, 0);
        made.act(made.timeUs(), Act.HARD).run(160, 0);
        List<Message> laps = read(made.kept()).messages(LAP);
        assertEquals(
                List.of(1L, 0L, 1L, 0L), laps.stream().map(lap -> lap.whole(23)).toList());
        assertEquals(
                List.of(300_000L, 60_000L, 60_000L),
                laps.subList(0, 3).stream().map(lap -> lap.whole(7)).toList());
    }

    @Test
    void shouldLapAtTheRunWhenNoSpeedIsKnown() throws IOException {
        MadeKeptRuns made =
                new MadeKeptRuns(0).state(0, Watch.LEARNING, Phase.NEUTRAL).run(160, 0);
        made.state(made.timeUs(), Watch.WATCHING, Phase.RUN).run(320, 0);
        List<Message> laps = read(made.kept()).messages(LAP);
        assertEquals(List.of(2L, 0L), laps.stream().map(lap -> lap.whole(23)).toList());
        assertEquals(60_000L, laps.getFirst().whole(7));
        assertEquals(0L, laps.getFirst().whole("total_judged_steps"));
        assertEquals(320L, laps.get(1).whole("total_judged_steps"));
    }

    @Test
    void shouldFollowTheCorrectedBeltWhenItIsTypedInLater() throws IOException {
        KeptRun run = watched(12_000).run(801, 0).kept();
        KeptRun corrected = Corrected.of(run, List.of(new BeltSpan(0, 6000, 2000, Known.MEASURED)));
        Message session = read(corrected).only(SESSION);
        assertEquals(50_000L, session.whole(9));
        assertEquals("measured", session.text("speed_known"));
    }

    @Test
    void shouldBeMarkedWhenTheRunWasSimulated() throws IOException {
        PlainFit fit = read(watched(12_000).origin(Origin.SIMULATED).run(100, 0).kept());
        assertEquals("Holdline simulated", fit.messages().getFirst().text(8));
        assertEquals(2L, fit.messages().getFirst().whole(2));
        assertEquals(1L, fit.only(SESSION).whole("simulated"));
        assertEquals("simulated", fit.only(SESSION).text("run_origin"));
    }

    @Test
    void shouldBeAnActivityWhenNobodyStepped() throws IOException {
        PlainFit fit = read(new MadeKeptRuns(0).speed(9000).stand(20).cut().kept());
        assertEquals(0L, fit.only(SESSION).whole(10));
        assertNull(fit.only(SESSION).whole(9));
        assertEquals(20_000L, fit.only(SESSION).whole(8));
        assertEquals(21, fit.messages(RECORD).size());
        PlainFit empty = read(new MadeKeptRuns(0).kept());
        assertEquals(0L, empty.only(SESSION).whole(7));
        assertEquals(2, empty.messages(EVENT).size());
        assertEquals(1, empty.messages(LAP).size());
    }

    @Test
    void shouldHoldAWholeDayWhenSomebodyRunsOne() throws IOException {
        MadeKeptRuns made = new MadeKeptRuns(0).speed(8000);
        for (int second = 0; second < 86_400; second++) {
            made.step(second * 1_000_000L, 1600, true);
        }
        PlainFit fit = read(made.stand(86_400).kept());
        assertEquals(86_401, fit.messages(RECORD).size());
        assertEquals(192, fit.messages(LAP).size());
        assertEquals(19_199_778L, fit.only(SESSION).whole(9));
    }

    @Test
    void shouldRefuseWhenTheClockOfTheRunIsNoDate() {
        KeptRun run = watched(9000).startedAt(Instant.EPOCH).run(10, 0).kept();
        ExportException e = assertThrows(ExportException.class, () -> bytes(run));
        assertTrue(e.getMessage().contains("1970-01-01T00:00:00Z, expected a time from 1998-07-04"), e.getMessage());
    }

    @Test
    void shouldRefuseWhenTheTimesOfARecordingJump() {
        MadeKeptRuns made = watched(9000).run(10, 0).away(1_000_000_000).run(10, 0);
        ExportException e = assertThrows(ExportException.class, () -> bytes(made.kept()));
        assertTrue(e.getMessage().contains("expected at most 172800 s"), e.getMessage());
    }

    /** The published check value of CRC-16/ARC. */
    @Test
    void shouldSumAsTheProtocolDoesWhenTheCheckValueIsAsked() {
        byte[] nine = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertEquals(0xBB3D, FitBytes.crc(0, nine, nine.length));
    }

    /** Two other people's readers, fitparse and fit-file-parser, have read these bytes as this test's names say. */
    @Test
    void shouldWriteTheSameBytesWhenTheRunIsTheSame() throws IOException {
        KeptRun run = new MadeKeptRuns(1_000_000)
                .belt(new BeltSpan(0, 10_800, 1500, Known.MEASURED))
                .state(0, Watch.WATCHING, Phase.RUN)
                .run(11, 3500)
                .cue(2_500_000)
                .kept();
        byte[] golden;
        try (InputStream in = FitExportTest.class.getResourceAsStream("three-seconds.fit.hex")) {
            golden = HexFormat.of()
                    .parseHex(new String(in.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", ""));
        }
        assertArrayEquals(golden, bytes(run), () -> lines(run));
    }

    private static String lines(KeptRun run) {
        try {
            return HexFormat.of().formatHex(bytes(run)).replaceAll("(.{64})", "$1\n");
        } catch (IOException e) {
            return e.toString();
        }
    }
}
