package org.holdline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.holdline.cue.FadingParams;
import org.holdline.posture.Reason;
import org.holdline.road.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
    private static List<Summary.Probe> blocks(String shares) {
        return shares.isBlank()
                ? List.of()
                : Arrays.stream(shares.split(" "))
                        .map(share -> new Summary.Probe(480, 300, Double.parseDouble(share)))
                        .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.40 0.42, 0.10, ON, 1, 75",
        "2, 0.40 0.42, 0.10 0.12, ON, 3, 25",
        "2, 0.10, 0.40 0.42, BACK, 1, 75",
        "1, 0.40, 0.10, STAYS, 1, 75",
        "1, '', 0.10 0.10 0.10, STAYS, 1, 75",
        "1, 0.40 0.40 0.40, '', STAYS, 1, 75",
        "1, 0.29 0.31, 0.20, STAYS, 1, 75",
        "1, 0.30 0.32, 0.20, ON, 2, 50",
        "1, 0.60 0.20, 0.10, STAYS, 1, 75",
        "1, 0.10, 0.60 0.20, STAYS, 1, 75",
        "4, 0.40 0.42, 0.10, STAYS, 4, 0",
        "0, 0.10, 0.40 0.42, STAYS, 0, 100"
    })
    void shouldChangeTheStageOnlyBeyondTheSpreadOfTheBlocks(
            int stage, String before, String latest, Retention.Change change, int next, int givenPct) {
        assertEquals(
                new Retention.Decision(change, next, givenPct),
                Retention.decide(stage, blocks(before), blocks(latest)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.40 0.42, on, 1, 75", "1, 0.11, stays, 1, 75", "0, '', stays, 0, 100"})
    void shouldTellTheNextStageInTheSummaryWhenAProfileToldThisOne(
            int stage, String before, String change, int next, int givenPct) throws IOException {
        Tally tally = new Tally(MadeEvents.info(0, 0));
        for (int i = 0; i < 200; i++) {
            Event verdict = MadeEvents.verdict(
                    i * 350_000L, i % 10 == 0 ? 4000 : 0, i % 10 == 0 ? Reason.OVER : Reason.WITHIN, 90);
            verdict.probe = true;
            tally.add(verdict);
        }
        Summary plain = tally.summary(Tally.Reading.WHOLE);
        assertNull(plain.retention());
        Summary told = plain.after(new Retention.Kept(stage, blocks(before)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonLines lines = new JsonLines(bytes, true);
        lines.summary(told);
        lines.flush();
        String json = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(
                json.contains("\"retention\":{\"change\":\"" + change + "\",\"next_stage\":" + next
                        + ",\"next_given_pct\":" + givenPct + "}"),
                json);
        assertEquals(
                change.equals("on"),
                SummaryText.lines(told)
                        .contains("  fading     more was kept without cues: 75 % of the due ones next time"));
        assertEquals(FadingParams.givenPct(next), givenPct);
    }

    @Test
    void shouldRefuseWhenThereIsNoSuchStage() {
        assertThrows(IllegalArgumentException.class, () -> Retention.decide(5, List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> Retention.decide(-1, List.of(), List.of()));
    }
}
