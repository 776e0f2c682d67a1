package org.holdline.session.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.holdline.report.Retention;
import org.holdline.report.Summary;
import org.holdline.road.Event;
import org.holdline.session.BeltSpan;
import org.holdline.session.Ending;
import org.holdline.session.RunFacts;
import org.holdline.session.journal.JournalException.Why;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final long SEED = 25;
    private static final Retention.Kept BEFORE =
            new Retention.Kept(2, List.of(new Summary.Probe(480.25, 312, 0.25), new Summary.Probe(960, 300, 1.0 / 3)));
    private static final BeltSpan SPAN = new BeltSpan(0, 10_000, Integer.MIN_VALUE, BeltSpan.Known.ENTERED);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final List<String> written = new ArrayList<>();
    private final RunFacts facts = MadeJournal.facts("20260301T073000Z-1a2b", "heron 17");
    private Journals journals;

    @BeforeEach
    void makeJournals() {
        journals = new Journals(folder.resolve("sessions"));
    }

    private Journals.Open begin(int events) throws IOException {
        Journals.Open open = journals.begin(facts, BEFORE);
        for (int i = 0; i < events; i++) {
            Event event = MadeJournal.any(random);
            written.add(MadeJournal.text(event));
            open.writer().event(event);
        }
        open.writer().flush(0);
        return open;
    }

    private Path whole(int events) throws IOException {
        Journals.Open open = begin(events);
        open.writer().belt(SPAN);
        open.writer().lost(3);
        open.close(Ending.FAULT, "clip unplugged");
        return journals.file(facts.id());
    }

    @Test
    void shouldGiveBackEveryFieldOfEveryEventWhenRead() throws IOException {
        Path file = whole(500);
        List<String> events = new ArrayList<>();
        JournalReader.Read read = JournalReader.read(file, event -> events.add(MadeJournal.text(event)));
        assertEquals(written, events, "seed " + SEED);
        assertEquals(facts, read.facts());
        assertEquals(BEFORE, read.before());
        assertEquals(List.of(SPAN), read.belt());
        assertEquals(3, read.lostEvents());
        assertEquals(Ending.FAULT, read.ending());
        assertEquals("clip unplugged", read.fault());
        assertEquals(0, read.cutBytes());
    }

    /** A field that somebody adds to the event and not to the journal would silently be lost. */
    @Test
    void shouldCarryEachFieldAlone() throws Exception {
        Path file = folder.resolve("one.journal");
        for (Field field : MadeJournal.fields()) {
            Event event = new Event();
            Object before = field.get(event);
            do {
                field.set(event, field.get(MadeJournal.any(random)));
            } while (field.get(event).equals(before));
            Files.deleteIfExists(file);
            JournalWriter writer = new JournalWriter(JournalFile.append(file), facts, null);
            writer.event(event);
            writer.flush(0);
            writer.close();
            assertEquals(List.of(MadeJournal.text(event)), MadeJournal.read(file), field.getName());
        }
        assertEquals(MadeJournal.fields().size(), EventFields.ALL.size());
        assertEquals(
                EventFields.ALL.size(),
                EventFields.ALL.stream().map(EventFields.Field::name).distinct().count());
    }

    @Test
    void shouldReadWhatIsThereWhenCutAtAnyByte() throws IOException {
        byte[] whole = Files.readAllBytes(whole(40));
        Path file = folder.resolve("cut.journal");
        int readable = 0;
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            readable += checkedPrefix(file, "cut after " + length + " bytes") ? 1 : 0;
        }
        assertTrue(readable > whole.length / 2, readable + " of " + whole.length);
    }

    @Test
    void shouldNeverReadAWrongEventWhenAnyByteIsFlipped() throws IOException {
        byte[] whole = Files.readAllBytes(whole(40));
        Path file = folder.resolve("flipped.journal");
        int readable = 0;
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            readable += checkedPrefix(file, "byte " + at + ", seed " + SEED) ? 1 : 0;
        }
        assertTrue(readable > whole.length / 4, readable + " of " + whole.length);
    }

    /** True when it could be read: then what came is what was written first. */
    private boolean checkedPrefix(Path file, String about) throws IOException {
        List<String> events = new ArrayList<>();
        try {
            JournalReader.Read read = JournalReader.read(file, event -> events.add(MadeJournal.text(event)));
            assertEquals(facts, read.facts(), about);
            assertEquals(Files.size(file), read.goodBytes() + read.cutBytes(), about);
        } catch (JournalException e) {
            assertTrue(e.getMessage().startsWith(file.toString()), about + ": " + e.getMessage());
        }
        assertEquals(written.subList(0, events.size()), events, about);
        return !events.isEmpty();
    }

    @Test
    void shouldRefuseWithoutTouchingItWhenALaterProgramWroteIt() throws IOException {
        Path file = whole(5);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort(Layout.MAGIC.length, (short) 2);
        head.putInt(Layout.HEAD_CRC_AT, Layout.crc(bytes, 0, Layout.HEAD_CRC_AT));
        Path open = file.resolveSibling("later.open");
        Files.write(open, bytes);
        JournalException refused = assertThrows(JournalException.class, () -> MadeJournal.read(open));
        assertEquals(Why.NEWER, refused.why());
        assertEquals(
                open
                        + ": a journal of version 2, written by a later Holdline, expected version 1 at most; it is left as"
                        + " it is",
                refused.getMessage());
        Journals.Recovery recovery = journals.recover();
        assertEquals(List.of(refused.getMessage()), recovery.problems());
        assertEquals(Arrays.toString(bytes), Arrays.toString(Files.readAllBytes(open)));
    }

    @Test
    void shouldCloseAsCutWhenItsWriterHasGone() throws IOException {
        begin(30).writer().close();
        Path open = folder.resolve("sessions/" + facts.id() + ".open");
        byte[] bytes = Files.readAllBytes(open);
        Files.write(open, Arrays.copyOf(bytes, bytes.length - 3));
        Journals.Recovery recovery = journals.recover();
        assertEquals(List.of(), recovery.problems());
        assertEquals(1, recovery.runs().size());
        assertEquals(facts, recovery.runs().getFirst().facts());
        assertTrue(recovery.runs().getFirst().cutBytes() > 0);
        assertTrue(Files.notExists(open));
        List<String> events = new ArrayList<>();
        JournalReader.Read read =
                JournalReader.read(journals.file(facts.id()), event -> events.add(MadeJournal.text(event)));
        assertEquals(Ending.CUT, read.ending());
        assertEquals(0, read.cutBytes());
        assertEquals(written.subList(0, 29), events);
        assertEquals(List.of(), journals.recover().runs(), "once is enough");
    }

    @Test
    void shouldSetAsideAndRemoveNothingWhenAJournalIsDamaged() throws IOException {
        journals.makeFolder();
        Files.writeString(folder.resolve("sessions/x.open"), "something else altogether");
        Files.createFile(folder.resolve("sessions/y.open"));
        Journals.Recovery recovery = journals.recover();
        assertEquals(1, recovery.problems().size());
        assertTrue(recovery.problems().getFirst().contains("kept as x.unreadable"), recovery.problems()::toString);
        assertEquals("something else altogether", Files.readString(folder.resolve("sessions/x.unreadable")));
        assertEquals(List.of(), journals.openIds(), "what holds nothing is gone");
    }

    @Test
    void shouldBeTheOwnersAloneWhenMade() throws IOException {
        Path file = whole(1);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    }

    @Test
    void shouldTellAnotherRunnerAndKeepTheEventsWhenAssigned() throws IOException {
        whole(20);
        journals.assign(facts.id(), MadeJournal.facts(facts.id(), null));
        List<String> events = new ArrayList<>();
        JournalReader.Read read =
                JournalReader.read(journals.file(facts.id()), event -> events.add(MadeJournal.text(event)));
        assertNull(read.facts().runner());
        assertNull(read.before(), "what another runner kept is nothing to this one");
        assertEquals(Ending.FAULT, read.ending());
        assertEquals(written, events);
    }

    /** Takes so many bytes and then no more. */
    private static final class FullDisk implements JournalFile {
        private final int capacity;
        private int taken;
        private int syncs;

        FullDisk(int capacity) {
            this.capacity = capacity;
        }

        @Override
        public void write(byte[] bytes, int length) throws IOException {
            if (taken + length > capacity) {
                throw new IOException("No space left on device");
            }
            taken += length;
        }

        @Override
        public void sync() {
            syncs++;
        }

        @Override
        public void close() {}
    }

    @Test
    void shouldSayOnceWhyAndGoOnWhenTheDiskIsFull() {
        FullDisk disk = new FullDisk(4000);
        JournalWriter writer = new JournalWriter(disk, facts, null);
        assertNull(writer.failure());
        for (int i = 0; i < 1000; i++) {
            writer.event(MadeJournal.any(random));
            writer.flush(i * 10_000_000L);
        }
        assertNotNull(writer.failure());
        assertEquals("No space left on device", writer.failure().getMessage());
        int taken = disk.taken;
        writer.end(Ending.WHOLE, null);
        assertEquals(taken, disk.taken);
    }

    @Test
    void shouldBringToTheDiskAtLeastEverySecondWhenItIsWrittenTo() {
        FullDisk disk = new FullDisk(Integer.MAX_VALUE);
        JournalWriter writer = new JournalWriter(disk, facts, null);
        int syncs = disk.syncs;
        for (int ms = 0; ms <= 10_000; ms += 10) {
            writer.event(new Event());
            writer.flush(ms * 1_000_000L);
        }
        assertTrue(disk.syncs - syncs >= 20, "synced " + (disk.syncs - syncs) + " times in 10 s");
    }
}
