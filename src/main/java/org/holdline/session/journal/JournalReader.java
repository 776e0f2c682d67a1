package org.holdline.session.journal;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.holdline.report.Retention;
import org.holdline.road.Event;
import org.holdline.session.BeltSpan;
import org.holdline.session.Ending;
import org.holdline.session.RunFacts;
import org.holdline.session.journal.JournalException.Why;
import org.jspecify.annotations.Nullable;

/**
 * Reads a journal up to its end or to its first damaged frame. What comes before that is what was written; nothing after it is
 * looked at.
 */
public final class JournalReader {
    /**
     * What a journal holds besides its events.
     *
     * @param before what the run before came to, where a stage was told
     * @param ending null when the last frame is not there: the run goes on, or was cut
     * @param lostEvents that the journal was too slow for
     * @param goodBytes from the file's start to the end of its last whole frame
     * @param cutBytes after those
     */
    public record Read(
            RunFacts facts,
            Retention.@Nullable Kept before,
            List<BeltSpan> belt,
            @Nullable Ending ending,
            @Nullable String fault,
            long lostEvents,
            long goodBytes,
            long cutBytes) {
        public Read {
            belt = List.copyOf(belt);
        }
    }

    /** What becomes of the frames after the facts. */
    private static final class Gathered {
        private final List<BeltSpan> belt = new ArrayList<>();
        private Retention.@Nullable Kept before;
        private @Nullable EventReading fields;
        private @Nullable Ending ending;
        private @Nullable String fault;
        private long lostEvents;
    }

    private final InputStream in;
    private final byte[] head = new byte[Layout.FRAME_HEAD_BYTES];
    private byte[] frame = new byte[1024];
    private int payloadBytes;
    private long goodBytes;

    private JournalReader(InputStream in) {
        this.in = in;
    }

    /**
     * Reads it all.
     *
     * @param events is given each event, in a slot that is used again for the next
     * @throws JournalException when it is no journal that can be read; nothing, or all before that, was given
     */
    public static Read read(Path file, Consumer<Event> events) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return new JournalReader(in).read(Files.size(file), events);
        } catch (JournalException e) {
            throw new JournalException(e.why(), file + ": " + e.getMessage());
        }
    }

    /** Reads only what is known of the run since its beginning. */
    public static RunFacts facts(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return new JournalReader(in).facts();
        } catch (JournalException e) {
            throw new JournalException(e.why(), file + ": " + e.getMessage());
        }
    }

    /** Bytes up to where the facts end: what stands behind them does not depend on them. */
    static long factsEnd(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            JournalReader reader = new JournalReader(in);
            reader.facts();
            return reader.goodBytes;
        }
    }

    private Read read(long fileBytes, Consumer<Event> events) throws IOException {
        RunFacts facts = facts();
        Gathered gathered = new Gathered();
        Event slot = new Event();
        while (gathered.ending == null) {
            int type = next();
            if (type < 0) {
                break;
            }
            take(type, new Unpacker(payload(), payloadBytes), gathered, slot, events);
        }
        return new Read(
                facts,
                gathered.before,
                gathered.belt,
                gathered.ending,
                gathered.fault,
                gathered.lostEvents,
                goodBytes,
                fileBytes - goodBytes);
    }

    private static void take(int type, Unpacker in, Gathered gathered, Event slot, Consumer<Event> events)
            throws JournalException {
        switch (type) {
            case Layout.FIELDS -> gathered.fields = new EventReading(in);
            case Layout.BEFORE -> gathered.before = FactsPacking.before(in);
            case Layout.EVENT -> {
                EventReading fields = gathered.fields;
                if (fields == null) {
                    throw new JournalException(Why.UNREADABLE, "an event comes before the names of its fields");
                }
                fields.event(in, slot);
                events.accept(slot);
            }
            case Layout.BELT -> gathered.belt.add(FactsPacking.belt(in));
            case Layout.LOST -> gathered.lostEvents += in.number();
            case Layout.END -> {
                gathered.ending = FactsPacking.ending(in);
                String fault = in.text();
                gathered.fault = fault.isEmpty() ? null : fault;
            }
            default -> {
                // Of the same version: something beside the run that this program need not know.
            }
        }
    }

    private RunFacts facts() throws IOException {
        checkHead();
        if (next() != Layout.FACTS) {
            throw new JournalException(Why.UNREADABLE, "the journal's first frame cannot be read");
        }
        return FactsPacking.facts(new Unpacker(payload(), payloadBytes));
    }

    private void checkHead() throws IOException {
        byte[] bytes = in.readNBytes(Layout.HEAD_BYTES);
        byte[] expected = Layout.head();
        if (bytes.length < expected.length && Arrays.equals(bytes, Arrays.copyOf(expected, bytes.length))) {
            throw new JournalException(Why.EMPTY, "the journal was cut before the run's facts were in it");
        }
        if (bytes.length < expected.length || !Arrays.equals(Arrays.copyOf(bytes, Layout.MAGIC.length), Layout.MAGIC)) {
            throw new JournalException(Why.UNREADABLE, "no journal of a run");
        }
        ByteBuffer values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (values.getInt(Layout.HEAD_CRC_AT) != Layout.crc(bytes, 0, Layout.HEAD_CRC_AT)) {
            throw new JournalException(Why.UNREADABLE, "the journal's first bytes cannot be read");
        }
        int version = Short.toUnsignedInt(values.getShort(Layout.MAGIC.length));
        if (version > Layout.VERSION) {
            throw new JournalException(
                    Why.NEWER,
                    "a journal of version " + version + ", written by a later Holdline, expected version "
                            + Layout.VERSION + " at most; it is left as it is");
        }
        goodBytes = Layout.HEAD_BYTES;
    }

    /** Type of the next whole frame, whose payload then lies in the buffer; -1 when there is none. */
    private int next() throws IOException {
        try {
            readFully(head, 0, head.length);
            ByteBuffer values = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
            int length = values.getInt();
            if (length < 0 || length > Layout.MAX_PAYLOAD_BYTES) {
                return -1;
            }
            int whole = head.length + length + Layout.CRC_BYTES;
            if (frame.length < whole) {
                frame = new byte[whole];
            }
            System.arraycopy(head, 0, frame, 0, head.length);
            readFully(frame, head.length, whole - head.length);
            int crc = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).getInt(whole - Layout.CRC_BYTES);
            if (crc != Layout.crc(frame, 0, whole - Layout.CRC_BYTES)) {
                return -1;
            }
            payloadBytes = length;
            goodBytes += whole;
            return Byte.toUnsignedInt(head[head.length - 1]);
        } catch (EOFException e) {
            return -1;
        }
    }

    private byte[] payload() {
        return Arrays.copyOfRange(frame, head.length, head.length + payloadBytes);
    }

    private void readFully(byte[] into, int from, int length) throws IOException {
        if (in.readNBytes(into, from, length) < length) {
            throw new EOFException();
        }
    }
}
