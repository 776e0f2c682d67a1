package org.holdline.profile.eeprom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.holdline.link.wire.Codes.ImuPartCode;
import org.holdline.profile.Profiles;
import org.holdline.profile.flash.BackPlan;
import org.holdline.profile.flash.FlashException;
import org.holdline.profile.flash.Flasher;
import org.holdline.profile.flash.Wanted;
import org.holdline.profile.flash.Watcher;
import org.holdline.profile.form.FormWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The supply cut at every byte that a flash programs, whatever the torn page holds, and again while the flash is repeated.
 * After each cut another program looks at the memory: nothing but the memory itself remembers.
 */
class EepromPowerCutTest {
    private static final long SEED = 11;

    /** Every second cut instead of a part of them: some minutes. */
    private static final boolean FULL = Boolean.getBoolean("holdline.power.full");

    private static final Flasher.Options FOR_GOOD = new Flasher.Options(Optional.empty(), 0, true);
    private static final List<Integer> PARTS = List.of(ImuPartCode.ICM42688P, ImuPartCode.ICM42688P);

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final Wanted old = variant(10);
    private final Wanted fresh = variant(20);
    private final Wanted next = variant(30);
    private long cases;

    private static Wanted variant(int tenths) {
        return Wanted.of(Profiles.read(
                FormWriter.write(Profiles.device()).replace("bias_mg = [4.2,", "bias_mg = [" + tenths / 10.0 + ",")));
    }

    private static Flasher flasher(FakeEeprom chip, EepromPart part) {
        EepromHolder holder =
                new EepromHolder(new Eeprom(chip, part, chip), new EepromHolder.Options(PARTS, false), () -> {});
        return new Flasher(holder, chip, Watcher.NOBODY);
    }

    private static void flash(FakeEeprom chip, EepromPart part, Wanted wanted) throws FlashException {
        Flasher flasher = flasher(chip, part);
        flasher.flash(flasher.plan(wanted), FOR_GOOD);
    }

    /** The values in force, as a run reads them; null when they are lost, or were never there. */
    private static @Nullable Wanted held(FakeEeprom chip, EepromPart part, Wanted... known) throws Exception {
        Optional<byte[]> image = WiredProfile.read(new Eeprom(chip, part, chip)).image();
        if (image.isEmpty()) {
            return null;
        }
        return Arrays.stream(known)
                .filter(each -> each.isSameAs(image.get()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("neither the old profile nor the new one"));
    }

    /** Programs until the supply fails, and gives it back. */
    private void cut(FakeEeprom chip, EepromPart part, Wanted wanted, long after, FakeEeprom.Torn torn) {
        chip.cutAfter(after, torn);
        FlashException e = assertThrows(FlashException.class, () -> flash(chip, part, wanted), "byte " + after);
        assertTrue(!chip.isOn(), e.text());
        chip.power();
        cases++;
    }

    private void cutEverywhere(FakeEeprom before, EepromPart part, FakeEeprom.Torn torn, boolean isFirst)
            throws Exception {
        FakeEeprom whole = before.copy();
        flash(whole, part, fresh);
        long bytes = whole.programmed();
        int[] ends = new int[2];
        for (long at = 1; at <= bytes; at++) {
            FakeEeprom chip = before.copy();
            cut(chip, part, fresh, at, torn);
            String where = part + ", torn " + torn + ", byte " + at + ", seed " + SEED;
            Wanted first = held(chip, part, old, fresh);
            assertTrue(first == fresh || first == (isFirst ? null : old), where);
            ends[first == fresh ? 1 : 0]++;
            Wanted then = first == fresh ? next : fresh;
            // The second cut comes while it is repeated: over all bytes for some first cuts, at random for others.
            long step = FULL || (part == EepromPart.C256 && at % 512 == 1) ? 1 : 2 * bytes;
            for (long again = 1 + random.nextLong(step); again <= bytes; again += step) {
                FakeEeprom second = chip.copy();
                second.cutAfter(again, torn);
                try {
                    flash(second, part, then);
                } catch (FlashException e) {
                    second.power();
                }
                cases++;
                Wanted after = held(second, part, old, fresh, next);
                assertTrue(after == first || after == then, where + " and " + again);
            }
            flash(chip, part, then);
            assertEquals(then, held(chip, part, old, fresh, next), where);
        }
        assertTrue(ends[0] > 0 && ends[1] > 0, "both ends were seen");
    }

    @ParameterizedTest
    @EnumSource
    void shouldHoldExactlyOldOrNewWhenTheSupplyIsCutAtAnyByte(FakeEeprom.Torn torn) throws Exception {
        for (EepromPart part : FULL ? EepromPart.values() : new EepromPart[] {EepromPart.C256, EepromPart.C512}) {
            FakeEeprom before = new FakeEeprom(Math.max(8192, part.bytes()), part.pageBytes(), random);
            if (part != EepromPart.C256) {
                // From B to A, not from A to B.
                flash(before, part, next);
            }
            flash(before, part, old);
            cutEverywhere(before.copy(), part, torn, false);
        }
        System.out.printf("EEPROM, torn %-6s %,d power cuts, 0 profiles lost%n", torn, cases);
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeginAnewWhenTheVeryFirstFlashIsCut(FakeEeprom.Torn torn) throws Exception {
        for (EepromPart part : FULL ? EepromPart.values() : new EepromPart[] {EepromPart.C512}) {
            cutEverywhere(new FakeEeprom(Math.max(8192, part.bytes()), part.pageBytes(), random), part, torn, true);
        }
        System.out.printf("EEPROM, torn %-6s %,d power cuts of a first flash, none in the way%n", torn, cases);
    }

    @ParameterizedTest
    @EnumSource
    void shouldHoldOneOfBothWhenARollbackIsCut(FakeEeprom.Torn torn) throws Exception {
        EepromPart part = EepromPart.C512;
        FakeEeprom both = new FakeEeprom(part.bytes(), part.pageBytes(), random);
        flash(both, part, old);
        flash(both, part, fresh);
        for (long at = 1; at <= 64; at++) {
            FakeEeprom chip = both.copy();
            chip.cutAfter(at, torn);
            Flasher flasher = flasher(chip, part);
            BackPlan plan = flasher.planBack();
            assertThrows(FlashException.class, () -> flasher.back(plan, 0));
            chip.power();
            Wanted first = held(chip, part, old, fresh);
            assertTrue(first == old || first == fresh, "byte " + at);
            if (first == fresh) {
                Flasher again = flasher(chip, part);
                again.back(again.planBack(), 0);
            }
            assertEquals(old, held(chip, part, old, fresh));
            flash(chip, part, next);
            assertEquals(next, held(chip, part, old, fresh, next));
        }
    }

    @Test
    void shouldHoldTheOldProfileWhenTheProgramEndsBetweenTwoWrites() throws Exception {
        EepromPart part = EepromPart.ANY;
        FakeEeprom before = new FakeEeprom(8192, part.pageBytes(), random);
        flash(before, part, old);
        FakeEeprom whole = before.copy();
        flash(whole, part, fresh);
        int writes = whole.writes.size();
        for (int last = 0; last < writes; last++) {
            FakeEeprom chip = before.copy();
            int[] left = {last};
            chip.beforeWrite = () -> {
                if (left[0]-- == 0) {
                    throw new Killed();
                }
            };
            assertThrows(Killed.class, () -> flash(chip, part, fresh));
            chip.beforeWrite = null;
            // The last write is the half of a confirmation that says nothing any more.
            assertEquals(last + 1 < writes ? old : fresh, held(chip, part, old, fresh), "write " + last);
            flash(chip, part, fresh);
            assertEquals(fresh, held(chip, part, old, fresh));
        }
    }

    /** The end of a program in the middle of its work. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
