package org.holdline.profile.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.holdline.profile.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The supply cut at every byte of a write, whatever the torn unit holds, and again while the write is repeated. */
class PowerCutTest {
    private static final long SEED = 7;

    /** Every second cut instead of a part of them: some minutes. */
    private static final boolean FULL = Boolean.getBoolean("holdline.power.full");

    private static final String SERIAL = "HL0001";

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final byte[] old = ImageWriter.image(Profiles.device(), 1);
    private final byte[] fresh = ImageWriter.image(Profiles.device(), 2);
    private final byte[] first = ImageWriter.image(Profiles.device(), 3);

    @ParameterizedTest
    @EnumSource(TornMemory.Torn.class)
    void shouldHoldExactlyOldOrNewWhenTheSupplyIsCutAtAnyByte(TornMemory.Torn torn) throws Exception {
        TornMemory before = memoryWith(old);
        long bytes = bytesOf(before);
        int oldKept = 0;
        int newThere = 0;
        int cuts = 0;
        for (long cut = 1; cut <= bytes; cut++) {
            TornMemory memory = before.copy();
            memory.cutAfter(cut, torn);
            assertThrows(IOException.class, () -> flash(memory, fresh), "byte " + cut);
            memory.power();
            boolean isOld = Arrays.equals(active(memory, cut), old);
            assertTrue(isOld || Arrays.equals(active(memory, cut), fresh), "byte " + cut + ", seed " + SEED);
            oldKept += isOld ? 1 : 0;
            newThere += isOld ? 0 : 1;
            cuts++;
            // The second cut comes while the write is repeated: over all bytes for some first cuts, at random for the
            // others.
            long step = FULL || cut % 64 == 1 ? 1 : 97;
            for (long again = 1 + random.nextLong(step); again <= bytes; again += step) {
                TornMemory second = memory.copy();
                second.cutAfter(again, torn);
                byte[] next = isOld ? fresh : first;
                assertThrows(IOException.class, () -> flash(second, next));
                second.power();
                byte[] held = active(second, again);
                byte[] was = isOld ? old : fresh;
                assertTrue(
                        Arrays.equals(held, was) || Arrays.equals(held, next),
                        "bytes " + cut + " and " + again + ", seed " + SEED);
                cuts++;
            }
            flash(memory, isOld ? fresh : first);
            assertArrayEquals(isOld ? fresh : first, active(memory, cut));
        }
        assertTrue(oldKept > 0 && newThere > 0, "both ends were seen");
        System.out.printf(
                "torn %-6s %,d power cuts, 0 profiles lost (old kept %d, new %d after one cut)%n",
                torn, cuts, oldKept, newThere);
    }

    @ParameterizedTest
    @EnumSource(TornMemory.Torn.class)
    void shouldHoldOneOfBothWhenARollbackIsCut(TornMemory.Torn torn) throws Exception {
        TornMemory both = memoryWith(old);
        flash(both, fresh);
        for (long cut = 1; cut <= ImageLayout.PAGE_BYTES; cut++) {
            TornMemory memory = both.copy();
            memory.cutAfter(cut, torn);
            assertThrows(IOException.class, () -> new ProfileStore(memory, SERIAL).rollback());
            memory.power();
            byte[] held = active(memory, cut);
            assertTrue(Arrays.equals(held, old) || Arrays.equals(held, fresh), "byte " + cut);
        }
        assertTrue(new ProfileStore(both, SERIAL).rollback());
        assertArrayEquals(old, active(both, 0));
    }

    @Test
    void shouldNotBeInForceWhenWrittenButNotConfirmed() throws Exception {
        TornMemory memory = memoryWith(old);
        Slot written = new ProfileStore(memory, SERIAL).write(fresh);
        assertEquals(Slot.State.UNCONFIRMED, written.state());
        assertArrayEquals(old, active(memory, 0));
    }

    @Test
    void shouldRefuseRollbackWhenThereIsNoOtherProfile() throws Exception {
        TornMemory memory = memoryWith(old);
        assertEquals(false, new ProfileStore(memory, SERIAL).rollback());
        assertArrayEquals(old, active(memory, 0));
    }

    @Test
    void shouldFindOutWhenTheMemoryIsWriteProtected() throws Exception {
        TornMemory memory = memoryWith(old);
        Storage guarded = new Storage() {
            @Override
            public void read(int at, byte[] into) throws IOException {
                memory.read(at, into);
            }

            @Override
            public void write(int at, byte[] unit) {
                // A 24-series EEPROM with WP high acknowledges and writes nothing.
            }
        };
        ProfileStore store = new ProfileStore(guarded, SERIAL);
        IOException first = assertThrows(IOException.class, () -> {
            store.write(fresh);
            store.write(fresh);
        });
        assertTrue(
                first.getMessage().contains("slot") || first.getMessage().contains("write protected"),
                first.getMessage());
        assertArrayEquals(old, active(memory, 0));
    }

    @Test
    void shouldSayEmptyAndInvalidApartWhenThereIsNoProfile() throws Exception {
        TornMemory memory = new TornMemory(random);
        ProfileStore store = new ProfileStore(memory, SERIAL);
        assertEquals(Slot.State.EMPTY, store.slot(0).state());
        memory.bytes()[ImageLayout.IMAGE_AT] = 1;
        assertEquals(Slot.State.INVALID, store.slot(0).state());
        assertEquals(ImageFault.MAGIC, store.slot(0).fault());
        assertEquals(Optional.empty(), store.active());
    }

    @Test
    void shouldRefuseTheOtherClipsImageWhenItIsFoundInASlot() throws Exception {
        TornMemory memory = memoryWith(old);
        ProfileStore other = new ProfileStore(memory, "HL0002");
        assertEquals(ImageFault.SERIAL, other.slot(0).fault());
        assertEquals(Optional.empty(), other.active());
        assertEquals(
                ImageFault.SERIAL,
                assertThrows(ImageException.class, () -> other.write(fresh)).fault());
    }

    private TornMemory memoryWith(byte[] image) throws Exception {
        TornMemory memory = new TornMemory(random);
        flash(memory, image);
        return memory;
    }

    private static void flash(TornMemory memory, byte[] image) throws IOException, ImageException {
        ProfileStore store = new ProfileStore(memory, SERIAL);
        store.confirm(store.write(image));
    }

    private long bytesOf(TornMemory before) throws Exception {
        TornMemory memory = before.copy();
        flash(memory, fresh);
        return memory.written();
    }

    private static byte[] active(TornMemory memory, long cut) throws IOException {
        ProfileStore store = new ProfileStore(memory, SERIAL);
        return store.image(store.active().orElseThrow(() -> new AssertionError("no profile left after byte " + cut)));
    }
}
