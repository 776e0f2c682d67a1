package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.util.List;
import org.holdline.cue.CueOutput;
import org.holdline.road.Inbox;
import org.holdline.road.Road;
import org.holdline.road.RoadParams;
import org.holdline.sample.Act;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each key, by what the road finds in the next sample. */
class KeyboardTest {
    private final Inbox inbox = new Inbox();
    private final Runnable stop = mock(Runnable.class);
    private final Keyboard keyboard = new Keyboard(inbox, stop);
    private final Road road = new Road(
            RoadParams.defaults(),
            new StreamInfo("made", true, 200, Placement.DUAL, 0, 0, 0, 0),
            mock(CueOutput.class),
            inbox,
            List.of(),
            List.of());
    private long timeUs;

    private Sample next() {
        Sample sample = new Sample();
        sample.timeUs = timeUs;
        sample.lower.azUms2 = 9_806_650;
        sample.upper.azUms2 = 9_806_650;
        timeUs += 5000;
        road.accept(sample);
        return sample;
    }

    @ParameterizedTest
    @CsvSource({"m, MUTE", "d, MARK", "f, FLIP", "c, DISAGREE", "n, NEUTRAL", "i, HARD"})
    void shouldAskForWhatTheKeyStandsFor(String key, Act act) {
        keyboard.type(key);
        assertEquals(act.bit(), next().acts);
        assertEquals(0, next().acts, "once");
        verifyNoInteractions(stop);
    }

    @ParameterizedTest
    @CsvSource({"m, UNMUTE", "i, EASY"})
    void shouldTakeItBackWhenTheKeyComesAgain(String key, Act act) {
        keyboard.type(key);
        next();
        keyboard.type(key);
        assertEquals(act.bit(), next().acts);
    }

    @ParameterizedTest
    @CsvSource({"'12', 12000", "'10.5', 10500", "'9,25', 9250", "'0', 0", "'25', 25000"})
    void shouldTellTheBeltsSpeedWhenANumberIsTyped(String typed, int mPerH) {
        keyboard.type(typed);
        assertEquals(mPerH, next().speedMPerH);
    }

    @ParameterizedTest
    @CsvSource({"'25.1'", "'-3'", "x", "''", "mm"})
    void shouldDoNothingWhenTheWordIsUnknown(String typed) {
        keyboard.type(typed);
        Sample sample = next();
        assertEquals(0, sample.acts);
        assertEquals(Sample.UNKNOWN, sample.speedMPerH);
        verifyNoInteractions(stop);
    }

    @Test
    void shouldEndTheRunWhenAskedTo() {
        keyboard.type("q");
        verify(stop).run();
    }
}
