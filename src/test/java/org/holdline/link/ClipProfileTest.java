package org.holdline.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.holdline.link.emulated.ClipBody;
import org.holdline.link.emulated.EmulatedParams;
import org.holdline.link.emulated.ProfileMemory;
import org.holdline.link.wire.ImuBatch;
import org.holdline.link.wire.MessageType;
import org.holdline.link.wire.Protocol;
import org.holdline.profile.Profiles;
import org.holdline.profile.form.FormWriter;
import org.holdline.profile.image.ImageLayout;
import org.holdline.profile.image.ImageWriter;
import org.holdline.profile.image.ProfileStore;
import org.holdline.profile.image.Storage;
import org.junit.jupiter.api.Test;

/** The link reads what a clip keeps as its profile before it lets the clip stream. */
class ClipProfileTest {
    private static final String SERIAL = "HL000001";

    private final List<ClipProfile> read = new ArrayList<>();
    private final Memory memory = new Memory();
    private final Link link = new Link(new LinkParams(null, 0, 0, 4711), new Listener(), 1);
    private final SimulatedLine line = new SimulatedLine(link, keeping(11), ClipBody.NONE, 5_000_000);

    private final class Listener implements LinkListener {
        @Override
        public void session(ClipIdentity identity) {}

        @Override
        public void batch(ImuBatch batch, long t0Us, ClockMap clock) {}

        @Override
        public void press(int press, boolean muted) {}

        @Override
        public void profile(ClipProfile profile) {
            read.add(profile);
        }
    }

    private static final class Memory implements Storage {
        private final byte[] bytes = new byte[ImageLayout.SLOTS * ImageLayout.SLOT_BYTES];
        private boolean gone;

        Memory() {
            Arrays.fill(bytes, (byte) 0xFF);
        }

        @Override
        public void read(int at, byte[] into) throws IOException {
            if (gone) {
                throw new IOException("no answer");
            }
            System.arraycopy(bytes, at, into, 0, into.length);
        }

        @Override
        public void write(int at, byte[] unit) {
            System.arraycopy(unit, 0, bytes, at, unit.length);
        }
    }

    private EmulatedParams keeping(int bootId) {
        return new EmulatedParams(SERIAL, bootId, 2, List.of(100, 200), true)
                .with(new ProfileMemory(memory, Optional.empty(), () -> new byte[Protocol.CAL_CHALLENGE_BYTES]));
    }

    private byte[] store(long generation) throws Exception {
        byte[] image = ImageWriter.image(
                Profiles.read(FormWriter.write(Profiles.device()).replace("HL0001", SERIAL)), generation);
        ProfileStore store = new ProfileStore(memory, SERIAL);
        store.confirm(store.write(image));
        return image;
    }

    private void streaming(int bootId) {
        line.boot(keeping(bootId));
        link.start(line.nowNs());
        line.passUntil(() -> link.state() == LinkState.STREAMING, 5000);
    }

    private long first(int type) {
        return line.sent.stream()
                .filter(frame -> frame.type() == type && frame.flags() == Protocol.FLAG_REQUEST)
                .mapToLong(SimulatedLine.Sent::atMs)
                .findFirst()
                .orElse(-1);
    }

    private long count(int type) {
        return line.sent.stream().filter(frame -> frame.type() == type).count();
    }

    @Test
    void shouldReadTheImageBeforeTheStreamWhenAProfileIsInForce() throws Exception {
        byte[] image = store(1);
        streaming(12);
        assertEquals(1, read.size());
        assertEquals(ClipProfile.State.READ, read.getFirst().state());
        assertArrayEquals(image, read.getFirst().image());
        assertTrue(first(MessageType.CAL_READ) < first(MessageType.STREAM_CTRL));
        assertEquals(-1, first(MessageType.CAL_INFO));
    }

    @Test
    void shouldReadItWholeWhenTheLineLosesEveryThirdFrame() throws Exception {
        byte[] image = store(1);
        Random random = new Random(5);
        line.toHostFault = bytes -> random.nextInt(3) == 0 ? null : bytes;
        line.toClipFault = bytes -> random.nextInt(3) == 0 ? null : bytes;
        line.boot(keeping(13));
        link.start(line.nowNs());
        line.passUntil(() -> !read.isEmpty(), 30_000);
        assertArrayEquals(image, read.getFirst().image());
    }

    @Test
    void shouldSayWhatTheSlotsHoldWhenNoProfileIsInForce() throws Exception {
        streaming(12);
        assertEquals(ClipProfile.State.NONE, read.getFirst().state());
        assertEquals("slot A is empty, slot B is empty", read.getFirst().why());

        store(1);
        memory.bytes[ImageLayout.IMAGE_AT + ImageLayout.HEADER_BYTES + 5] ^= 4;
        line.boot(keeping(14));
        line.passUntil(() -> read.size() == 2, 8000);
        assertEquals(ClipProfile.State.INVALID, read.getLast().state());
        assertTrue(
                read.getLast().why().startsWith("slot A holds no valid image (fault "),
                read.getLast().why());

        memory.gone = true;
        line.boot(keeping(15));
        line.passUntil(() -> read.size() == 3, 8000);
        assertEquals(ClipProfile.State.INVALID, read.getLast().state());
    }

    @Test
    void shouldAskAgainOnlyWhenTheClipHasStartedAnew() throws Exception {
        store(1);
        streaming(12);
        long asked = count(MessageType.CAL_READ);
        line.isPortThere = false;
        line.pass(300);
        line.isPortThere = true;
        line.passUntil(() -> link.state() == LinkState.STREAMING, 8000);
        assertEquals(asked, count(MessageType.CAL_READ), "the same start of the clip");
        assertEquals(1, read.size());

        store(2);
        line.boot(keeping(13));
        line.passUntil(() -> read.size() == 2, 8000);
        assertFalse(read.getLast().isSameAs(read.getFirst()), "another profile is in force now");
        line.boot(keeping(16));
        line.passUntil(() -> read.size() == 3, 8000);
        assertTrue(read.getLast().isSameAs(read.get(1)));
    }

    @Test
    void shouldStreamAtOnceWhenTheClipKeepsNoProfiles() {
        line.boot(SimulatedLine.params());
        link.start(line.nowNs());
        line.passUntil(() -> link.state() == LinkState.STREAMING, 1000);
        assertEquals(-1, first(MessageType.CAL_READ));
        assertEquals(-1, first(MessageType.CAL_INFO));
        assertTrue(read.isEmpty());
    }
}
