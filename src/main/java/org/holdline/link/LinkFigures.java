package org.holdline.link;

import org.holdline.link.wire.Counter;
import org.holdline.link.wire.FrameReader;
import org.holdline.link.wire.Status;
import org.jspecify.annotations.Nullable;

/**
 * How a link fares, at one moment.
 *
 * @param state where it stands
 * @param why in words what keeps it from streaming, empty while nothing does
 * @param identity of the clip greeted last, null before the first
 * @param rateHz sampling rate in force, 0 before the first stream
 */
public record LinkFigures(
        LinkState state,
        String why,
        @Nullable ClipIdentity identity,
        int rateHz,
        Line line,
        Stream stream,
        Course course,
        Cues cues,
        Mapping clock,
        Told told) {
    /**
     * What the line brought.
     *
     * @param bytes that came
     * @param frames valid ones
     * @param dropped pieces of the stream that were no valid frame
     * @param lost frames missing by their numbers
     * @param repeated frames whose number was not ahead
     */
    public record Line(long bytes, long frames, long dropped, long lost, long repeated) {
        static Line of(FrameReader reader) {
            long dropped = 0;
            for (int counter = Counter.OVERSIZE; counter <= Counter.PAYLOAD; counter++) {
                dropped += reader.count(counter);
            }
            return new Line(
                    reader.count(Counter.BYTES),
                    reader.count(Counter.FRAMES),
                    dropped,
                    reader.count(Counter.SEQ_LOST),
                    reader.count(Counter.SEQ_REPEATED));
        }
    }

    /**
     * Batches and what is missing between them.
     *
     * @param batches taken
     * @param samples in them
     * @param gaps places where samples are missing
     * @param samplesMissing how many
     * @param batchesRepeated came twice or late
     * @param batchesUnstamped from before the clocks were mapped
     */
    public record Stream(
            long batches, long samples, long gaps, long samplesMissing, long batchesRepeated, long batchesUnstamped) {}

    /**
     * What happened to the connection.
     *
     * @param sessions clips greeted that were new or had started anew
     * @param greetings HELLO answered
     * @param opens ports opened
     * @param stales times the stream stopped
     * @param hangUps ports lost
     * @param presses of the button
     */
    public record Course(long sessions, long greetings, long opens, long stales, long hangUps, long presses) {}

    /**
     * What became of cues.
     *
     * @param played the clip said that it plays them
     * @param refused the clip would not
     * @param notDelivered not answered in time, or without a way to the clip
     * @param stops asked for
     * @param lastRefusal one of {@link org.holdline.link.wire.Codes.ErrorCode}, 0 before the first
     */
    public record Cues(long played, long refused, long notDelivered, long stops, int lastRefusal) {}

    /**
     * The clip's clock on the host's.
     *
     * @param pings answered in this session
     * @param tripUs round trip of the last one, us
     * @param driftPpm how much faster the host's clock runs than the clip's
     */
    public record Mapping(long pings, long tripUs, long driftPpm) {}

    /**
     * What the clip told of itself last.
     *
     * @param bits of {@link org.holdline.link.wire.Codes.StatusFlag}
     * @param batteryPct charge left, 0..100, 255 = not known
     * @param drops pieces of the stream the clip dropped
     */
    public record Told(int bits, int batteryPct, long drops) {
        static final Told NOTHING = new Told(0, 255, 0);

        static Told by(Status status) {
            long drops = status.rxOversize()
                    + status.rxCobs()
                    + status.rxShort()
                    + status.rxLength()
                    + Integer.toUnsignedLong(status.rxCrc())
                    + status.rxVersion()
                    + status.rxFlags()
                    + status.rxUnknown()
                    + status.rxDirection()
                    + status.rxPayload();
            return new Told(status.bits(), status.batteryPct(), drops);
        }
    }
}
