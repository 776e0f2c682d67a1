package org.holdline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.holdline.posture.NeutralKind;
import org.holdline.sample.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SummaryTextTest {
    @Test
    void shouldCloseARunInGoldenWordsWhenItWasJudged() {
        assertEquals(
                List.of(
                        "Run of 12:35 (simulated)",
                        "  steps      1970, 1900 of them running, 166 per minute",
                        "  contact    231 ms (+-48), 1.68 g in the mean; up and down 78 mm",
                        "  pelvis     6.4 deg tilt, 8.5 drop, 12.3 turn within a stride",
                        "  trunk      4.1 deg tilt, 5.2 drop, 9.9 turn within a stride",
                        "  together   pelvis and trunk turn 158 deg of a stride apart; 0 is with, 180 against each other",
                        "  neutral    from your neutral run, from 160 steps; your band is +-3.0 deg",
                        "  clip       within 0.4 deg of the opening stand",
                        "  beyond it  450 of 1800 steps (25 %), confidence 85 of 100",
                        "  cues       3 given, 3 held back",
                        "  signal     150900 samples, 2 gaps (7 missing), 30 stuck, 4 at full scale",
                        "  Your lumbar arch (estimate, +-4 deg) was within your band in 75 % of steps, with no pattern over the run."),
                SummaryText.lines(MadeEvents.summary(Placement.DUAL, NeutralKind.DRILL, 1800, Pattern.NONE)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SACRAL        | 3 | 3 given, 3 held back; each for a hollow back or a lean, which read alike at the sacrum",
                "SACRAL        | 0 | 0 given, 3 held back; one IMU at the sacrum cannot tell a hollow back from a lean, so it shows"
                        + " and does not cue",
                "THORACOLUMBAR | 3 | 3 given, 3 held back",
                "DUAL          | 0 | 0 given, 3 held back",
            })
    void shouldSayWhatTheCuesStandForWhenOneImuSitsAtTheSacrum(Placement placement, long cues, String expected) {
        List<String> lines =
                SummaryText.lines(MadeEvents.summary(placement, NeutralKind.DRILL, 1800, Pattern.NONE, cues));
        assertTrue(lines.contains("  cues       " + expected), lines::toString);
    }

    @Test
    void shouldSayThatNothingCouldBeJudgedWhenNoStepWas() {
        List<String> lines =
                SummaryText.lines(MadeEvents.summary(Placement.DUAL, NeutralKind.NONE, 0, Pattern.UNKNOWN));
        assertEquals("  No step of this run could be judged.", lines.getLast());
        assertTrue(lines.stream().noneMatch(line -> line.contains("beyond it")), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("  neutral    not found")), lines::toString);
    }

    @Test
    void shouldNotSayFromEarlyOnWhenTheEasyRunAloneLayAwayFromNeutral() {
        Summary made = MadeEvents.summary(Placement.DUAL, NeutralKind.DRILL, 700, Pattern.EARLY);
        assertFalse(made.patterns().getFirst().isEarlyBySteps());
        assertTrue(SummaryText.sentence(made).endsWith("in your easy run already."), SummaryText.sentence(made));
        assertTrue(new Pattern(Pattern.EARLY, Map.of("first_quarter_over_share", 0.5)).isEarlyBySteps());
    }

    @ParameterizedTest
    @CsvSource({
        "SACRAL, pelvic tilt",
        "THORACOLUMBAR, trunk deviation",
        "DUAL, 'lumbar arch (estimate, +-4 deg)'",
    })
    void shouldSayOnlyWhatThePlacementCanSeeWhenNaming(Placement placement, String what) {
        for (String pattern : List.of(Pattern.EARLY, Pattern.LATE, Pattern.NONE)) {
            String sentence = SummaryText.sentence(MadeEvents.summary(placement, NeutralKind.DRILL, 700, pattern));
            assertTrue(sentence.startsWith("Your " + what + " "), sentence);
            assertEquals(placement == Placement.DUAL, sentence.contains("arch"), sentence);
        }
    }

    @ParameterizedTest
    @EnumSource(Placement.class)
    void shouldAdmitItsBlindnessWhenNeutralWasTakenFromTheFirstMinute(Placement placement) {
        String late = SummaryText.sentence(MadeEvents.summary(placement, NeutralKind.AUTOMATIC, 700, Pattern.LATE));
        assertTrue(late.endsWith(" from the start is not seen."), late);
        assertEquals(placement.isDual(), late.contains("an arch"), late);
        String unknown =
                SummaryText.sentence(MadeEvents.summary(placement, NeutralKind.AUTOMATIC, 700, Pattern.UNKNOWN));
        assertEquals(
                "Too little is known to name a pattern. Deviations are what changed since your first running minutes; "
                        + (placement.isDual() ? "an arch" : "what was there")
                        + " from the start is not seen.",
                unknown);
    }

    @ParameterizedTest
    @CsvSource({
        "neutral_from_first_minute, '', 'Without a usable neutral run'",
        "neutral_from_first_minute, borderline, ' lies on the border of a pattern'",
        "neutral_from_first_minute, clip_moved_deg, 'but a clip moved'",
        "median_confidence, '', 'Too little is known'",
        "intensity_over_share, '', 'could not be told.'",
    })
    void shouldSayWhyNoPatternIsNamed(String evidence, String other, String said) {
        Map<String, Double> both = other.isEmpty() ? Map.of(evidence, 1.0) : Map.of(evidence, 1.0, other, 1.0);
        Pattern unknown = new Pattern(Pattern.UNKNOWN, both);
        assertEquals(said.startsWith("Without"), unknown.isWithoutNeutralRun());
        String sentence = SummaryText.sentence(MadeEvents.summary(Placement.DUAL, NeutralKind.DRILL, 700, unknown, 3));
        assertTrue(sentence.contains(said), sentence);
    }

    @Test
    void shouldLeaveNoPlaceholderWhenEveryCaseIsWritten() {
        for (Placement placement : Placement.values()) {
            for (NeutralKind kind : NeutralKind.values()) {
                for (String pattern : List.of(Pattern.EARLY, Pattern.LATE, Pattern.NONE, Pattern.UNKNOWN)) {
                    for (long judged : new long[] {0, 700}) {
                        String text = String.join(
                                "\n", SummaryText.lines(MadeEvents.summary(placement, kind, judged, pattern)));
                        assertFalse(text.contains("null"), text);
                        assertFalse(text.contains("NaN"), text);
                    }
                }
            }
        }
    }
}
