package org.holdline.link;

import org.holdline.link.wire.FrameWriter;
import org.holdline.link.wire.Protocol;
import org.holdline.link.wire.View;
import org.jspecify.annotations.Nullable;

/** What is sent next, the most urgent first: stop, cue, answers, greeting, profile, stream, ping. */
final class Departures {
    private static final long MS = 1_000_000;

    private final CueDesk desk;
    private final Answers answers;
    private final Greeting greeting;
    private final ProfileReading profile;
    private final StreamSwitch stream;
    private final Pings pings;
    private final FrameWriter writer = new FrameWriter();
    private long lastSentNs;

    /** Requests of the session that wait for their time. */
    record Asked(Greeting greeting, ProfileReading profile, StreamSwitch stream, Pings pings) {}

    Departures(CueDesk desk, Answers answers, Asked asked) {
        this.desk = desk;
        this.answers = answers;
        greeting = asked.greeting();
        profile = asked.profile();
        stream = asked.stream();
        pings = asked.pings();
    }

    /** A line that was opened just now, on which noise may have come before. */
    void begin(long nowNs) {
        lastSentNs = nowNs - Protocol.LEADING_ZERO_MS * MS;
    }

    void setVersion(int version) {
        writer.setVersion(version);
    }

    byte[] wire() {
        return writer.wire();
    }

    /**
     * Writes the next frame.
     *
     * @param greeted whether pings may go out
     * @return bytes of {@link #wire}, 0 for nothing
     */
    int next(boolean greeted, long nowNs) {
        View message = message(greeted, nowNs);
        if (message == null) {
            return 0;
        }
        boolean leadingZero = nowNs - lastSentNs >= Protocol.LEADING_ZERO_MS * MS;
        lastSentNs = nowNs;
        return writer.finish(message, leadingZero);
    }

    private @Nullable View message(boolean greeted, long nowNs) {
        if (isDue(desk.stopDueNs(), nowNs)) {
            return desk.writeStop(writer, nowNs);
        }
        if (isDue(desk.cueDueNs(), nowNs)) {
            return desk.writeCue(writer, nowNs);
        }
        if (!answers.isEmpty()) {
            return answers.write(writer);
        }
        if (isDue(greeting.dueNs(), nowNs)) {
            return greeting.write(writer, nowNs);
        }
        if (isDue(profile.dueNs(), nowNs)) {
            return profile.write(writer, nowNs);
        }
        if (isDue(stream.dueNs(), nowNs)) {
            return stream.write(writer, nowNs);
        }
        return greeted && isDue(pings.dueNs(), nowNs) ? pings.write(writer, nowNs) : null;
    }

    private static boolean isDue(long dueNs, long nowNs) {
        return dueNs != Long.MAX_VALUE && nowNs - dueNs >= 0;
    }

    /** When the next frame is due, but not after the latest. */
    long dueNs(boolean greeted, long latestNs) {
        long due = earlier(latestNs, desk.stopDueNs());
        due = earlier(due, desk.cueDueNs());
        due = earlier(due, greeting.dueNs());
        due = earlier(due, profile.dueNs());
        due = earlier(due, stream.dueNs());
        return greeted ? earlier(due, pings.dueNs()) : due;
    }

    private static long earlier(long dueNs, long otherNs) {
        return otherNs == Long.MAX_VALUE || otherNs - dueNs >= 0 ? dueNs : otherNs;
    }
}
