package org.holdline.road;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.ArrayList;
import java.util.List;
import org.holdline.clip.Clip;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.cue.CueOutput;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** What the motor is told, and in which order. */
class MuteTest {
    private static final int RATE_HZ = 200;
    private static final List<Sample> SESSION = new ArrayList<>();
    private static StreamInfo info;

    /** Sample that decides the session's first cue. */
    private static int firstCue;

    private final CueOutput output = mock(CueOutput.class);
    private final Inbox inbox = new Inbox();
    private final Road road = new Road(RoadParams.defaults(), info, output, inbox, List.of(), List.of());
    private final Sample sample = new Sample();

    @BeforeAll
    static void makeSession() {
        VirtualClip clip =
                new VirtualClip(VirtualOptions.defaults().withRateHz(RATE_HZ).withDurationS(300));
        info = clip.info();
        Sample slot = new Sample();
        while (clip.poll(slot) == Clip.Answer.SAMPLE) {
            Sample kept = new Sample();
            kept.copyFrom(slot);
            SESSION.add(kept);
        }
        int[] at = {-1};
        CueOutput first = new CueOutput() {
            @Override
            public void pulse(long timeUs, int pulseMs) {
                at[0] = at[0] < 0 ? (int) (timeUs * RATE_HZ / 1_000_000) : at[0];
            }

            @Override
            public void off() {}
        };
        Road road = new Road(RoadParams.defaults(), info, first, new Inbox(), List.of(), List.of());
        for (Sample one : SESSION) {
            slot.copyFrom(one);
            road.accept(slot);
        }
        firstCue = at[0];
        assertTrue(firstCue > 60 * RATE_HZ, "first cue at sample " + firstCue);
    }

    private void carry(int from, int to) {
        for (int i = from; i < to; i++) {
            sample.copyFrom(SESSION.get(i));
            road.accept(sample);
        }
    }

    @Test
    void shouldStopTheMotorFirstAndStaySilentUntilUnmuted() {
        carry(0, firstCue);
        inbox.act(Act.MUTE);
        carry(firstCue, firstCue + 1);
        verify(output).off();
        carry(firstCue + 1, firstCue + 5 * RATE_HZ);
        verify(output, never()).pulse(anyLong(), anyInt());
        inbox.act(Act.UNMUTE);
        carry(firstCue + 5 * RATE_HZ, firstCue + 10 * RATE_HZ);
        InOrder order = inOrder(output);
        order.verify(output).off();
        order.verify(output).pulse(anyLong(), anyInt());
        order.verifyNoMoreInteractions();
    }

    @Test
    void shouldStopTheMotorAfterThePulseWhenMutedWhileItRuns() {
        carry(0, firstCue + 1);
        inbox.act(Act.MUTE);
        carry(firstCue + 1, firstCue + 70 * RATE_HZ);
        InOrder order = inOrder(output);
        order.verify(output).pulse(anyLong(), anyInt());
        order.verify(output).off();
        order.verifyNoMoreInteractions();
    }

    /** The sample that would have decided is lost; what is put in for it is carried together with the mute. */
    @Test
    void shouldNotPulseWhenTheMuteComesWithTheSampleAfterAGap() {
        carry(0, firstCue);
        inbox.act(Act.MUTE);
        carry(firstCue + 1, firstCue + 2);
        verify(output).off();
        verify(output, never()).pulse(anyLong(), anyInt());
    }

    @Test
    void shouldNotPulseWhenTheEndComesWithTheSampleAfterAGap() {
        carry(0, firstCue);
        inbox.mark(Phase.END);
        carry(firstCue + 1, firstCue + 2);
        verify(output, never()).pulse(anyLong(), anyInt());
        verify(output).off();
        assertTrue(road.isEnded());
    }

    @Test
    void shouldPulseAtTheSampleAfterAGapWhenNobodyMuted() {
        carry(0, firstCue);
        carry(firstCue + 1, firstCue + 2);
        verify(output).pulse(eq(SESSION.get(firstCue + 1).timeUs), anyInt());
    }

    @Test
    void shouldStopTheMotorWhenTheRunEnds() {
        carry(0, SESSION.size());
        InOrder order = inOrder(output);
        order.verify(output, atLeastOnce()).pulse(anyLong(), anyInt());
        order.verify(output).off();
        order.verifyNoMoreInteractions();
        assertTrue(road.isEnded());
    }
}
