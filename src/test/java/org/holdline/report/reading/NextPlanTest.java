package org.holdline.report.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.holdline.app.PlayedRuns;
import org.holdline.report.reading.Card.Manner;
import org.holdline.report.reading.NextPlan.Aim;
import org.holdline.sample.Placement;
import org.holdline.session.KeptRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plans and cards of virtual runs whose course is known. */
class NextPlanTest {
    private static Reading read(KeptRun run) {
        return Reading.of(run, Discomfort.UNSAID, List.of());
    }

    @Test
    void shouldAskForTheSameWithBlocksWhenTheRunWasWithinItsBand() {
        Reading good = read(PlayedRuns.good(Placement.DUAL));
        assertEquals(Aim.SAME, good.next().aim());
        assertEquals(
                Map.of("run.planned_s", "1080", "fading.probes", "true"),
                good.next().settings());
        assertEquals(
                List.of(Evidence.HABIT),
                good.cards().stream().map(CardTable.Row::evidence).toList());
    }

    @Test
    void shouldAskForAWalkBeforeTheDriftWhenItCameLate() {
        Reading late = read(PlayedRuns.late(Placement.DUAL));
        assertEquals(Aim.WALK_BREAK, late.next().aim());
        double halfS = (6 + 12 + 20 + 75 + 60) + 500;
        assertTrue(
                late.next().atS() % 60 == 0 && late.next().atS() < halfS + 60,
                late.next().toString());
        assertTrue(late.next().atS() > halfS - 120, late.next().toString());
        assertEquals(
                List.of(Evidence.HABIT, Evidence.LATE),
                late.cards().stream().map(CardTable.Row::evidence).toList());
        assertEquals(Manner.WORTH_CHECKING, late.cards().getLast().manner());
    }

    @Test
    void shouldAskForTheFirstQuarterWhenItWasThereFromTheStart() {
        Reading early = read(PlayedRuns.early(Placement.DUAL));
        assertEquals(Aim.FIRST_QUARTER, early.next().aim());
        assertEquals(
                List.of(Card.NEUTRAL_SPINE, Card.HIP_FLEXORS),
                early.cards().stream().map(CardTable.Row::card).toList());
    }

    @Test
    void shouldAskForTheTwoToBeToldApartWhenOneSensorSitsAtTheSacrum() {
        assertEquals(
                Aim.TELL_APART, read(PlayedRuns.early(Placement.SACRAL)).next().aim());
    }

    @Test
    void shouldAskToMeasureAgainWhenNothingWasJudged() {
        NextPlan next = read(PlayedRuns.empty()).next();
        assertEquals(Aim.MEASURE_AGAIN, next.aim());
        assertEquals(900, next.plannedS());
    }

    @ParameterizedTest
    @EnumSource(Placement.class)
    void shouldPlanNothingWhenThereIsDiscomfort(Placement placement) {
        for (KeptRun run : List.of(PlayedRuns.late(placement), PlayedRuns.good(placement), PlayedRuns.empty())) {
            Reading reading = Reading.of(run, new Discomfort(6, 0), List.of());
            assertEquals(Aim.EASE_OFF, reading.next().aim());
            assertTrue(reading.next().settings().isEmpty() && reading.cards().isEmpty());
        }
    }

    @Test
    void shouldPutMobilityAndStrengthOnlyAsWorthChecking() {
        for (CardTable.Row row : CardTable.ROWS) {
            if (row.card() == Card.HIP_FLEXORS || row.card() == Card.ABDOMINALS) {
                assertEquals(Manner.WORTH_CHECKING, row.manner(), row.toString());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Placement.class)
    void shouldDrawTwoCardsAtTheMost(Placement placement) {
        for (KeptRun run : List.of(PlayedRuns.late(placement), PlayedRuns.early(placement))) {
            assertTrue(read(run).cards().size() <= 2);
            read(run).cards().forEach(row -> assertTrue(row.placements().contains(placement)));
        }
    }
}
