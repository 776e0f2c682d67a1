package org.holdline.profile.eeprom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.holdline.link.wire.Codes.CalState;
import org.holdline.link.wire.Codes.ImuPartCode;
import org.holdline.link.wire.Codes.SlotState;
import org.holdline.profile.Profiles;
import org.holdline.profile.flash.BackPlan;
import org.holdline.profile.flash.FlashException;
import org.holdline.profile.flash.FlashPlan;
import org.holdline.profile.flash.Flasher;
import org.holdline.profile.flash.Holding;
import org.holdline.profile.flash.ProfileHolder;
import org.holdline.profile.flash.Refusal;
import org.holdline.profile.flash.Wanted;
import org.holdline.profile.flash.Watcher;
import org.holdline.profile.form.FormWriter;
import org.holdline.profile.image.ImageHeader;
import org.holdline.profile.image.ImageLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Plans, writes, trials and ways back on a wired clip's memory, and every refusal. */
class EepromHolderTest {
    private static final Flasher.Options ON_TRIAL = new Flasher.Options(Optional.empty(), 0, false);
    private static final Flasher.Options FOR_GOOD = new Flasher.Options(Optional.empty(), 0, true);
    private static final List<Integer> PARTS = List.of(ImuPartCode.ICM42688P, ImuPartCode.ICM42688P);

    private final Wanted first = wanted("HL0001", 10);
    private final Wanted second = wanted("HL0001", 20);
    private FakeEeprom chip = new FakeEeprom(32_768, 64, new Random(5));
    private Flasher flasher = flasher();

    private static Wanted wanted(String serial, int variant) {
        return Wanted.of(Profiles.read(FormWriter.write(Profiles.device())
                .replace("serial = \"HL0001\"", "serial = \"" + serial + "\"")
                .replace("bias_mg = [4.2,", "bias_mg = [" + variant / 10.0 + ",")));
    }

    private Flasher flasher() {
        return flasher(PARTS, false);
    }

    private Flasher flasher(List<Integer> parts, boolean takesForeign) {
        return new Flasher(holder(parts, takesForeign), chip, Watcher.NOBODY);
    }

    private EepromHolder holder(List<Integer> parts, boolean takesForeign) {
        return new EepromHolder(
                new Eeprom(chip, EepromPart.C256, chip), new EepromHolder.Options(parts, takesForeign), () -> {});
    }

    private static void refused(Refusal refusal, Executable work) {
        FlashException e = assertThrows(FlashException.class, work);
        assertEquals(refusal, e.refusal(), e.text());
    }

    private Holding flash(Wanted wanted, Flasher.Options options) throws FlashException {
        // Another process each time: nothing but the memory remembers.
        flasher = flasher();
        return flasher.flash(flasher.plan(wanted), options);
    }

    private byte[] inForce() throws Exception {
        return WiredProfile.read(new Eeprom(chip, EepromPart.ANY, chip)).image().orElse(new byte[0]);
    }

    @Test
    void shouldTakeTheSerialNumberOfTheFirstProfileWhenTheMemoryIsEmpty() throws Exception {
        Holding empty = flasher.look();
        assertTrue(empty.device().isUnnamed());
        assertEquals(List.of(SlotState.EMPTY, SlotState.EMPTY), states(empty));
        assertEquals(1, flasher.plan(first).generation());
        Holding after = flash(first, FOR_GOOD);
        assertEquals("HL0001", after.device().serial());
        assertArrayEquals(first.image(1), inForce());
        assertEquals(List.of(SlotState.CONFIRMED, SlotState.EMPTY), states(after));
    }

    private static List<Integer> states(Holding holding) {
        return holding.slots().stream().map(Holding.Slot::state).toList();
    }

    @Test
    void shouldKeepTheOldInForceUntilConfirmedWhenAProfileIsOnTrial() throws Exception {
        flash(first, FOR_GOOD);
        Holding trial = flash(second, ON_TRIAL);
        assertTrue(trial.isOnTrial());
        assertEquals(2, trial.generation());
        assertEquals(CalState.TRIAL, flasher().look().state(), "a trial outlives the process");
        assertArrayEquals(first.image(1), inForce());
        Holding after = flasher().confirm(2, second.bodyCrc());
        assertFalse(after.isOnTrial());
        assertArrayEquals(second.image(2), inForce());
        assertEquals(FlashPlan.Goal.NOTHING, flasher().plan(second).goal());
        assertEquals(2, flasher().confirm(2, second.bodyCrc()).generation());
    }

    @Test
    void shouldGoBackWhenTheProfileBeforeIsConfirmed() throws Exception {
        flash(first, FOR_GOOD);
        flash(second, FOR_GOOD);
        BackPlan plan = flasher().planBack();
        assertEquals(BackPlan.Way.OTHER_SLOT, plan.way());
        Holding after = flasher().back(plan, 0);
        assertEquals(CalState.IDLE, after.state(), "the one rolled back is not on trial again");
        assertArrayEquals(first.image(1), inForce());
        refused(Refusal.NO_OTHER, () -> flasher().planBack());
        flash(second, FOR_GOOD);
        assertArrayEquals(second.image(2), inForce());
    }

    @Test
    void shouldEndTheTrialWhenItIsRolledBack() throws Exception {
        flash(first, FOR_GOOD);
        flash(second, ON_TRIAL);
        BackPlan plan = flasher().planBack();
        assertEquals(BackPlan.Way.END_TRIAL, plan.way());
        assertEquals(CalState.IDLE, flasher().back(plan, 0).state());
        assertArrayEquals(first.image(1), inForce());
        refused(Refusal.NOTHING_ON_TRIAL, () -> flasher().confirm(2, second.bodyCrc()));
    }

    @Test
    void shouldGoOnOrDropWhenAWriteWasCut() throws Exception {
        flash(first, FOR_GOOD);
        cutWrite(second);
        Holding begun = flasher().look();
        assertTrue(begun.isWriting());
        assertEquals(2, begun.writing().generation());
        assertTrue(begun.text().contains("generation 2 was begun"), begun.text());
        refused(Refusal.UNFINISHED, () -> flasher().plan(wanted("HL0001", 30)));
        FakeEeprom asCut = chip.copy();
        assertArrayEquals(second.image(2), resumed());
        chip = asCut;
        BackPlan plan = flasher().planBack();
        assertEquals(BackPlan.Way.DROP_WRITE, plan.way());
        assertEquals(CalState.IDLE, flasher().back(plan, 0).state());
        assertArrayEquals(first.image(1), inForce());
    }

    private byte[] resumed() throws Exception {
        flash(second, FOR_GOOD);
        return inForce();
    }

    private void cutWrite(Wanted wanted) throws FlashException {
        Flasher cut = flasher();
        FlashPlan plan = cut.plan(wanted);
        chip.cutAfter(200, FakeEeprom.Torn.OLD);
        refused(Refusal.LINK_LOST, () -> cut.flash(plan, FOR_GOOD));
        chip.power();
    }

    @Test
    void shouldRefuseAnotherSerialNumberWhenTheMemoryHoldsOne() throws Exception {
        flash(first, FOR_GOOD);
        refused(Refusal.SERIAL, () -> flasher().plan(wanted("HL0002", 10)));
        Wanted other = wanted("HL0002", 10);
        refused(
                Refusal.SERIAL,
                () -> holder(PARTS, true)
                        .write(
                                other.image(2),
                                new ProfileHolder.Terms(1, first.bodyCrc(), Optional.empty()),
                                Watcher.NOBODY));
    }

    @Test
    void shouldRefuseWhenThePartsOrTheBoardAreOthers() throws Exception {
        refused(
                Refusal.MISFIT,
                () -> flasher(List.of(ImuPartCode.MPU6050, ImuPartCode.ICM42688P), false)
                        .plan(first));
        flash(first, FOR_GOOD);
        Wanted board = Wanted.of(
                Profiles.read(FormWriter.write(Profiles.device()).replace("hardware_major = 1", "hardware_major = 2")));
        refused(Refusal.MISFIT, () -> flasher().plan(board));
    }

    @Test
    void shouldRefuseAndNameTheJumperWhenTheMemoryIsWriteProtected() throws Exception {
        flash(first, FOR_GOOD);
        byte[] before = chip.bytes.clone();
        chip.isWriteProtected = true;
        refused(Refusal.WRITE_PROTECTED, () -> flash(second, FOR_GOOD));
        assertTrue(Refusal.WRITE_PROTECTED.next().contains("WP jumper"), Refusal.WRITE_PROTECTED.next());
        chip.isWriteProtected = false;
        flash(second, ON_TRIAL);
        chip.isWriteProtected = true;
        refused(Refusal.WRITE_PROTECTED, () -> flasher().confirm(2, second.bodyCrc()));
        refused(Refusal.WRITE_PROTECTED, () -> flasher().back(flasher().planBack(), 0));
        assertArrayEquals(first.image(1), inForce());
        assertEquals(before.length, chip.bytes.length);
    }

    @Test
    void shouldRefuseToReplaceWhenAnotherProgramHasReplacedIt() throws Exception {
        flash(first, FOR_GOOD);
        FlashPlan plan = flasher().plan(second);
        flash(wanted("HL0001", 30), FOR_GOOD);
        refused(Refusal.CONFLICT, () -> flasher().flash(plan, FOR_GOOD));
        refused(
                Refusal.CONFLICT,
                () -> holder(PARTS, false)
                        .write(
                                second.image(3),
                                new ProfileHolder.Terms(1, first.bodyCrc(), Optional.empty()),
                                Watcher.NOBODY));
        assertArrayEquals(wanted("HL0001", 30).image(2), inForce());
    }

    @Test
    void shouldRefuseAnOldGenerationWhenItIsWritten() throws Exception {
        flash(first, FOR_GOOD);
        refused(
                Refusal.GENERATION,
                () -> holder(PARTS, false)
                        .write(
                                second.image(1),
                                new ProfileHolder.Terms(1, first.bodyCrc(), Optional.empty()),
                                Watcher.NOBODY));
    }

    @Test
    void shouldRefuseAnotherWriteWhenOneIsOnTrial() throws Exception {
        flash(first, ON_TRIAL);
        refused(Refusal.ON_TRIAL, () -> flasher().plan(second));
        refused(
                Refusal.ON_TRIAL,
                () -> holder(PARTS, false)
                        .write(second.image(1), new ProfileHolder.Terms(0, 0, Optional.empty()), Watcher.NOBODY));
        assertEquals(FlashPlan.Goal.CONFIRM, flasher().plan(first).goal());
    }

    @Test
    void shouldLeaveAMemoryAloneWhenItHoldsSomethingElse() throws Exception {
        new Random(9).nextBytes(chip.bytes);
        byte[] before = chip.bytes.clone();
        refused(Refusal.FOREIGN, () -> flasher().look());
        refused(Refusal.FOREIGN, () -> flasher().plan(first));
        assertArrayEquals(before, chip.bytes);
        Flasher taking = flasher(PARTS, true);
        taking.flash(taking.plan(first), FOR_GOOD);
        assertArrayEquals(first.image(1), inForce());
        assertEquals(1, flasher().look().generation());
    }

    @Test
    void shouldLeaveAMemoryAloneWhenItTakesOneAddressByte() {
        chip = new FakeEeprom(2048, 16, new Random(3));
        chip.addressBytes = 1;
        new Random(9).nextBytes(chip.bytes);
        byte[] before = chip.bytes.clone();
        refused(Refusal.OTHER_MEMORY, () -> flasher().look());
        assertArrayEquals(before, chip.bytes);
    }

    @Test
    void shouldSayWhatHappenedWhenTheBusOrTheMemoryFails() throws Exception {
        chip.cutAfter(0, FakeEeprom.Torn.OLD);
        assertThrows(FlashException.class, () -> flash(first, FOR_GOOD));
        refused(Refusal.NO_MEMORY, () -> flasher().look());
        chip.power();
        chip.failure = -110;
        chip.failures = 1;
        refused(Refusal.BUS, () -> flasher().look());
        Flasher known = flasher();
        known.look();
        chip.failure = FakeEeprom.NO_ACK;
        chip.failures = Integer.MAX_VALUE;
        refused(Refusal.LINK_LOST, known::look);
    }

    @Test
    void shouldNotPutOnTrialWhenTheMemoryHoldsSomethingElse() throws Exception {
        flash(first, FOR_GOOD);
        int[] left = {6};
        // A cell that changes after its page was read back.
        chip.beforeWrite = () -> {
            if (--left[0] == 0) {
                chip.bytes[ImageLayout.SLOT_BYTES + 3 * ImageLayout.PAGE_BYTES] ^= 1;
            }
        };
        refused(Refusal.STORAGE, () -> flash(second, FOR_GOOD));
        chip.beforeWrite = null;
        assertFalse(flasher().look().isOnTrial());
        assertArrayEquals(first.image(1), inForce());
    }

    @Test
    void shouldReadBackWhenASlotHoldsAnImage() throws Exception {
        flash(first, FOR_GOOD);
        assertArrayEquals(first.image(1), flasher().image(0));
        refused(Refusal.NO_PROFILE, () -> flasher().image(1));
    }

    @Test
    void shouldTellEmptyFromSpoiledWhenARunReadsTheMemory() throws Exception {
        assertEquals(WiredProfile.State.EMPTY, read().state());
        flash(first, ON_TRIAL);
        assertEquals(WiredProfile.State.EMPTY, read().state(), "on trial is not in force");
        flasher().confirm(1, first.bodyCrc());
        assertEquals(WiredProfile.State.VALID, read().state());
        assertEquals("HL0001", ImageHeader.of(inForce()).serial());
        chip.bytes[ImageLayout.IMAGE_AT + 100] ^= 1;
        assertEquals(WiredProfile.State.INVALID, read().state());
        Arrays.fill(chip.bytes, (byte) 0x55);
        chip.bytes[7] = 1;
        assertEquals(WiredProfile.State.INVALID, read().state());
        chip.isWriteProtected = true;
        AtomicBoolean wrote = new AtomicBoolean();
        chip.beforeWrite = () -> wrote.set(true);
        read();
        assertFalse(wrote.get());
    }

    private WiredProfile read() throws EepromException {
        return WiredProfile.read(new Eeprom(chip, EepromPart.ANY, chip));
    }
}
