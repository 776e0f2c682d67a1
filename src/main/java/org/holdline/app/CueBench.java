package org.holdline.app;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.HdrHistogram.Histogram;
import org.holdline.clip.Clip;
import org.holdline.clip.ReadTime;
import org.holdline.clock.Clock;
import org.holdline.link.LinkFigures;
import org.holdline.link.wire.ClipTime;
import org.holdline.link.wire.Codes.ErrorCode;
import org.holdline.link.wire.Protocol;
import org.holdline.sample.Sample;
import org.jspecify.annotations.Nullable;

/**
 * Asks for cues as a run does, on the thread that polls the clip and right after a sample, at irregular distances, and
 * measures what becomes of each. One cue at a time: the next waits until the last is answered or given up.
 */
final class CueBench {
    /** Why a clip refuses most of many cues in a short time. */
    static final String BUSY = "busy";

    private static final long MAX_NS = 10_000_000_000L;
    private static final long MS = 1_000_000;

    /** The shortest there is: the motor's share is the scarcest thing. */
    private static final int PULSE_MS = 1;

    /** A cue lives 0.3 s; what has not come by then will not. */
    private static final long GIVEN_UP_NS = 1000 * MS;

    /** The clock is mapped within a second of the greeting. */
    private static final long SETTLE_NS = 10_000 * MS;

    /**
     * What is asked of it.
     *
     * @param count of cues
     * @param leastMs between two cues
     * @param mostMs between two cues
     * @param seed draws the distances
     */
    record Plan(int count, int leastMs, int mostMs, long seed) {}

    /**
     * The clip's end of the line, where it lies in this process.
     *
     * @param tap hears the cues there
     * @param clipUs the clip's clock at an instant of this machine's, ns to us
     */
    record FarEnd(CueTap tap, LongUnaryOperator clipUs) {}

    private final Plan plan;
    private final SerialSource source;
    private final CueAnswers answers;
    private final @Nullable FarEnd farEnd;
    private final Clock clock;
    private final Random random;
    private final Sample sample = new Sample();

    private final Histogram toClip = new Histogram(1, MAX_NS, 3);
    private final Histogram toAnswer = new Histogram(1, MAX_NS, 3);
    private final Histogram age = new Histogram(1, MAX_NS, 3);
    private final Histogram clockError = new Histogram(1, MAX_NS, 3);
    private final Map<String, Long> refusedBy = new TreeMap<>();
    private long asked;
    private long refused;

    CueBench(Plan plan, SerialSource source, CueAnswers answers, @Nullable FarEnd farEnd, Clock clock) {
        this.plan = plan;
        this.source = source;
        this.answers = answers;
        this.farEnd = farEnd;
        this.clock = clock;
        random = new Random(plan.seed());
    }

    /**
     * Measures.
     *
     * @throws Failure when the clip has no motor, or the link gives no way to it
     */
    void run() throws Failure {
        LinkFigures before = settled();
        refused = before.cues().refused();
        long dueNs = clock.nanoTime();
        while (asked < plan.count()) {
            dueNs += random.nextInt(plan.leastMs(), plan.mostMs() + 1) * MS;
            while (!(poll() && clock.nanoTime() - dueNs >= 0)) {
                if (clock.nanoTime() - dueNs > GIVEN_UP_NS) {
                    throw new Failure(
                            ExitCode.FAILED,
                            "no samples come any more: " + source.figures().why());
                }
            }
            cue();
            dueNs = Math.max(dueNs, clock.nanoTime() - plan.leastMs() * MS);
        }
    }

    private LinkFigures settled() throws Failure {
        long endNs = clock.nanoTime() + SETTLE_NS;
        while (source.figures().clock().pings() < Protocol.TIMESYNC_FIRST_COUNT) {
            poll();
            if (clock.nanoTime() - endNs >= 0) {
                throw new Failure(ExitCode.FAILED, "the clip does not answer TIMESYNC, so that no cue can be issued");
            }
        }
        LinkFigures figures = source.figures();
        if (figures.identity() == null || !figures.identity().hasMotor()) {
            throw new Failure(ExitCode.FAILED, "the clip has no motor: no cue can be measured");
        }
        return figures;
    }

    /** One sample, or none for some milliseconds. */
    private boolean poll() {
        if (source.clip().poll(sample) != Clip.Answer.SAMPLE) {
            return false;
        }
        ReadTime read = source.clip().readTime();
        record(age, read.readNs - read.takenNs);
        if (farEnd != null) {
            long truthUs = farEnd.clipUs().applyAsLong(read.takenNs);
            record(clockError, Math.abs(ClipTime.betweenUs((int) truthUs, (int) read.takenClipUs)) * 1000L);
        }
        return true;
    }

    private static void record(Histogram into, long ns) {
        into.recordValue(Math.clamp(ns, 0, MAX_NS));
    }

    private void cue() {
        long arrivals = farEnd == null ? 0 : farEnd.tap().count();
        long answered = answers.count();
        asked++;
        long askedNs = clock.nanoTime();
        source.output().pulse(sample.timeUs, PULSE_MS);
        boolean told = false;
        while (!told && clock.nanoTime() - askedNs < GIVEN_UP_NS) {
            poll();
            told = answers.count() > answered;
        }
        if (farEnd != null && farEnd.tap().count() > arrivals) {
            record(toClip, farEnd.tap().lastNs() - askedNs);
        }
        if (told) {
            record(toAnswer, answers.lastNs() - askedNs);
            countRefusal(source.figures());
        }
    }

    private void countRefusal(LinkFigures figures) {
        if (figures.cues().refused() > refused) {
            refused = figures.cues().refused();
            refusedBy.merge(word(figures.cues().lastRefusal()), 1L, Long::sum);
        }
    }

    private static String word(int code) {
        return switch (code) {
            case ErrorCode.BUSY -> BUSY;
            case ErrorCode.CUE_DUTY -> "cue_duty";
            case ErrorCode.CUE_ACTIVE -> "cue_active";
            case ErrorCode.CUE_LATE -> "cue_late";
            case ErrorCode.CUE_EARLY -> "cue_early";
            case ErrorCode.MUTED -> "muted";
            case ErrorCode.CHARGING -> "charging";
            case ErrorCode.MOTOR_FAULT -> "motor_fault";
            default -> "code_" + code;
        };
    }

    /** From the call that asks for a cue to its last byte read at the clip's end, ns; empty when that is elsewhere. */
    Histogram toClip() {
        return toClip;
    }

    /** From the call that asks for a cue to the read of the clip's answer, ns. */
    Histogram toAnswer() {
        return toAnswer;
    }

    /** From measurement to read, by the mapped clock, ns. */
    Histogram age() {
        return age;
    }

    /** How far the mapped clock was off, ns; empty when the clip's own is not known here. */
    Histogram clockError() {
        return clockError;
    }

    /** Cues that reached the clip: its end of the line heard them, or it answered. */
    long delivered() {
        return farEnd == null ? toAnswer.getTotalCount() : toClip.getTotalCount();
    }

    long lost() {
        return asked - delivered();
    }

    /** Cues the clip would not play, by the word for its reason. */
    Map<String, Long> refusedBy() {
        return refusedBy;
    }

    long refused() {
        return refusedBy.values().stream().mapToLong(Long::longValue).sum();
    }

    long played() {
        return toAnswer.getTotalCount() - refused();
    }
}
