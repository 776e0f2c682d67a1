package org.holdline.page;

import java.util.List;
import org.holdline.clip.Clip;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.cue.CueOutput;
import org.holdline.page.state.PageJson;
import org.holdline.page.state.PageState;
import org.holdline.report.PartStatus;
import org.holdline.ring.Ring;
import org.holdline.road.Event;
import org.holdline.road.Inbox;
import org.holdline.road.Road;
import org.holdline.road.RoadParams;
import org.holdline.sample.Act;
import org.holdline.sample.Sample;

/** A virtual runner taken along the road to any instant, and what the page then shows: the same each time. */
final class ShownRun {
    private final VirtualClip clip;
    private final Inbox inbox = new Inbox();
    private final Ring<Event> ring = new Ring<>(1024, Event::new);
    private final Road road;
    private final Sample sample = new Sample();
    private final PageState state;

    ShownRun(VirtualOptions options, String... channels) {
        clip = new VirtualClip(options);
        state = new PageState(clip.info(), List.of(channels));
        road = new Road(
                RoadParams.defaults(),
                clip.info(),
                new CueOutput() {
                    @Override
                    public void pulse(long timeUs, int pulseMs) {
                        clip.feelCue(timeUs, pulseMs);
                    }

                    @Override
                    public void off() {
                        clip.motorOff();
                    }
                },
                inbox,
                List.of(ring),
                List.of());
    }

    /** On to this instant of the stream, or to its end. */
    ShownRun to(double seconds) {
        while (sample.timeUs < seconds * 1e6 && clip.poll(sample) == Clip.Answer.SAMPLE) {
            road.accept(sample);
            for (Event event = ring.peek(); event != null; event = ring.peek()) {
                state.event(event);
                ring.release();
            }
        }
        return this;
    }

    ShownRun act(Act act) {
        inbox.act(act);
        return to(sample.timeUs / 1e6 + 0.1);
    }

    ShownRun parts(PartStatus... parts) {
        state.parts(List.of(parts));
        return this;
    }

    PageState state() {
        return state;
    }

    /** Hands it to the server as a run does. */
    void showOn(PageServer server) {
        server.trace(PageJson.line(state.trace()));
        server.now(PageJson.line(state.snapshot()));
    }
}
