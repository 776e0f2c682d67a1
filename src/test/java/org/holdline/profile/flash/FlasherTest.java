package org.holdline.profile.flash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdline.link.PortException;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.Codes.CalState;
import org.holdline.link.wire.Frame;
import org.holdline.link.wire.FrameReader;
import org.holdline.link.wire.FrameSink;
import org.holdline.link.wire.MessageType;
import org.holdline.link.wire.Protocol;
import org.holdline.link.wire.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans, writes, trials and ways back on an emulated clip, and every refusal. */
class FlasherTest {
    private static final Flasher.Options ON_TRIAL = new Flasher.Options(Optional.empty(), 0, false);
    private static final Flasher.Options FOR_GOOD = new Flasher.Options(Optional.empty(), 0, true);

    private BenchClip clip;
    private Flasher flasher;
    private final Wanted old = Images.wanted(10);
    private final Wanted fresh = Images.wanted(20);

    @BeforeEach
    void plugIn() throws Exception {
        clip = new BenchClip().with(old.image(7));
        flasher = clip.flasher();
    }

    private static void refused(Refusal refusal, Executable work) {
        FlashException e = assertThrows(FlashException.class, work);
        assertEquals(refusal, e.refusal(), e.text());
    }

    private Holding flash(Flasher.Options options) throws FlashException {
        return flasher.flash(flasher.plan(fresh), options);
    }

    @Test
    void shouldPutTheNextGenerationOnTrialWhenTheWindowIsOpen() throws Exception {
        clip.pressed();
        FlashPlan plan = flasher.plan(fresh);
        assertEquals(8, plan.generation());
        assertEquals(List.of("lower.accel.bias_mg: [1, -11.75, 18.031] mg -> [2, -11.75, 18.031] mg"), plan.changes());
        Holding after = flasher.flash(plan, ON_TRIAL);
        assertTrue(after.isOnTrial());
        assertEquals(8, after.generation());
        assertArrayEquals(old.image(7), clip.imageAtStart(), "a trial ends with a restart");
    }

    @Test
    void shouldKeepTheProfileWhenItIsConfirmed() throws Exception {
        clip.pressed();
        Holding after = flash(FOR_GOOD);
        assertFalse(after.isOnTrial());
        assertArrayEquals(fresh.image(8), clip.imageAtStart());
        assertEquals(FlashPlan.Goal.NOTHING, flasher.plan(fresh).goal());
    }

    @Test
    void shouldWriteTheFirstGenerationWhenTheClipIsEmpty() throws Exception {
        clip = new BenchClip().pressed();
        flasher = clip.flasher();
        flash(FOR_GOOD);
        assertArrayEquals(fresh.image(1), clip.imageAtStart());
    }

    @Test
    void shouldPlanNothingWhenTheSameValuesAreInForce() throws Exception {
        FlashPlan plan = flasher.plan(old);
        assertEquals(FlashPlan.Goal.NOTHING, plan.goal());
        assertEquals(7, flasher.flash(plan, FOR_GOOD).generation());
        assertArrayEquals(old.image(7), clip.imageAtStart());
    }

    @Test
    void shouldOnlyConfirmWhenTheSameValuesAreOnTrial() throws Exception {
        clip.pressed();
        flash(ON_TRIAL);
        FlashPlan plan = flasher.plan(fresh);
        assertEquals(FlashPlan.Goal.CONFIRM, plan.goal());
        flasher.flash(plan, FOR_GOOD);
        assertArrayEquals(fresh.image(8), clip.imageAtStart());
    }

    @Test
    void shouldRefuseWhenTheProfileIsAnotherClips() {
        refused(Refusal.SERIAL, () -> flasher.plan(Wanted.of(Images.profile("HL0002", 3))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hardware_major = 1", "hardware_minor = 0", "part = \"ICM42688P\""})
    void shouldRefuseWhenTheProfileIsForOtherParts(String piece) {
        String other = piece.startsWith("part") ? "part = \"MPU6050\"" : piece.substring(0, piece.length() - 1) + "9";
        refused(Refusal.MISFIT, () -> flasher.plan(Wanted.of(Images.changed(Map.of(piece, other)))));
    }

    @Test
    void shouldRefuseWhenNobodyPressedTheButton() {
        refused(Refusal.WINDOW, () -> flash(ON_TRIAL));
    }

    @Test
    void shouldWaitForTheButtonWhenToldTo() throws Exception {
        AtomicInteger reads = new AtomicInteger();
        clip.chance = () -> {
            if (reads.incrementAndGet() == 40) {
                clip.press();
            }
        };
        flash(new Flasher.Options(Optional.empty(), 60_000, true));
        assertArrayEquals(fresh.image(8), clip.imageAtStart());
    }

    @Test
    void shouldGiveUpWhenTheButtonIsNotPressedInTime() {
        long before = clip.nowNs;
        refused(Refusal.WINDOW, () -> flash(new Flasher.Options(Optional.empty(), 30_000, true)));
        assertTrue(clip.nowNs - before >= 30_000 * BenchClip.MS);
    }

    @Test
    void shouldRefuseWhenAnotherProfileIsOnTrial() throws Exception {
        clip.pressed();
        flash(ON_TRIAL);
        refused(Refusal.ON_TRIAL, () -> flasher.plan(Images.wanted(30)));
    }

    @Test
    void shouldRefuseWhenAnotherWriteIsUnderWay() throws Exception {
        stopAfterPieces(2);
        refused(Refusal.UNFINISHED, () -> clip.flasher().plan(Images.wanted(30)));
    }

    @Test
    void shouldRefuseWhenAnotherHostHasReplacedTheProfileSinceThePlan() throws Exception {
        clip.pressed();
        FlashPlan plan = flasher.plan(fresh);
        Flasher other = clip.flasher();
        other.flash(other.plan(Images.wanted(30)), FOR_GOOD);
        refused(Refusal.CONFLICT, () -> flasher.flash(plan, FOR_GOOD));
        assertArrayEquals(Images.wanted(30).image(8), clip.imageAtStart());
    }

    @Test
    void shouldRefuseWhenTheMemoryKeepsNothing() throws Exception {
        clip.pressed();
        clip.memory.writeProtected = true;
        refused(Refusal.STORAGE, () -> flash(FOR_GOOD));
        clip.memory.writeProtected = false;
        flash(FOR_GOOD);
        clip.memory.writeProtected = true;
        FlashPlan plan = flasher.plan(Images.wanted(30));
        refused(Refusal.STORAGE, () -> flasher.flash(plan, FOR_GOOD));
        assertArrayEquals(fresh.image(8), clip.imageAtStart());
    }

    @Test
    void shouldRefuseWhenAnotherClipAnswersAfterAHangUp() throws Exception {
        clip.pressed();
        FlashPlan plan = flasher.plan(fresh);
        clip.hangUp(0);
        clip.become("HL0002");
        refused(Refusal.SERIAL, () -> flasher.flash(plan, ON_TRIAL));
    }

    @Test
    void shouldSayThatNobodyAnswersWhenTheLineIsDead() {
        clip.toClipFault = bytes -> null;
        refused(Refusal.NO_ANSWER, () -> flasher.look());
    }

    @Test
    void shouldSayThatTheLinkWasLostWhenItDoesNotComeBack() throws Exception {
        clip.pressed();
        FlashPlan plan = flasher.plan(fresh);
        clip.hangUp(3_600_000);
        refused(Refusal.LINK_LOST, () -> flasher.flash(plan, ON_TRIAL));
    }

    @Test
    void shouldNamePortFaultsWhenItCannotBeOpened() {
        for (PortException.Kind kind : PortException.Kind.values()) {
            ClipHolder holder = new ClipHolder(
                    () -> {
                        throw new PortException(kind, "no");
                    },
                    clip,
                    1,
                    1000);
            Refusal expected = switch (kind) {
                case MISSING -> Refusal.PORT_MISSING;
                case OUT_OF_REACH -> Refusal.NO_ANSWER;
                case NO_PERMISSION -> Refusal.PORT_FORBIDDEN;
                case BUSY -> Refusal.PORT_BUSY;
                case OTHER -> Refusal.OTHER;
            };
            refused(expected, holder::look);
        }
    }

    @Test
    void shouldRefuseWhenSomebodyElsesRunIsOn() throws Exception {
        clip.streamForSomebodyElse();
        refused(Refusal.STREAMING, () -> flasher.look());
    }

    @Test
    void shouldRefuseWhenTheCellIsLowAndNoChargerIsThere() throws Exception {
        int[] bits = {0};
        clip.toHostFault = new Tampering(
                hello -> hello.setCapabilities(hello.capabilities() | Codes.Capability.BATTERY), status -> {
                    status.setBatteryPct(Protocol.CAL_MIN_BATTERY_PCT - 1);
                    status.setBits(bits[0]);
                });
        clip.pressed();
        refused(Refusal.BATTERY_LOW, () -> flasher.plan(fresh));
        bits[0] = Codes.StatusFlag.CHARGING;
        clip.hangUp(0);
        clip.pass(100 * BenchClip.MS);
        assertEquals(FlashPlan.Goal.WRITE, clip.flasher().plan(fresh).goal());
    }

    @Test
    void shouldRefuseWhenTheVersionIsAnother() {
        clip.toHostFault = new Tampering(hello -> hello.setVersionAgreed(Protocol.VERSION_NONE), status -> {});
        refused(Refusal.INCOMPATIBLE, () -> flasher.look());
    }

    /** What was added since may be missing there; what both know stayed what it was. */
    @Test
    void shouldReadWhenOnlyTheSchemaIsAnother() throws Exception {
        clip.toHostFault = new Tampering(hello -> hello.setSchemaCrc(1), status -> {});
        assertEquals(BenchClip.SERIAL, flasher.look().device().serial());
    }

    @Test
    void shouldRefuseWhenTheGreetingSaysAnotherProfileThanTheSlots() {
        clip.toHostFault = new Tampering(hello -> hello.setProfileCrc(hello.profileCrc() ^ 1), status -> {});
        refused(Refusal.MISMATCH, () -> flasher.look());
    }

    @Test
    void shouldRefuseWhenTheClipKeepsNoProfiles() {
        clip.forgetProfiles();
        refused(Refusal.UNSUPPORTED, () -> flasher.look());
    }

    @Test
    void shouldRefuseWhenASlotIsEmpty() {
        refused(Refusal.NO_PROFILE, () -> flasher.image(1));
    }

    @Test
    void shouldRefuseWhenNoHigherGenerationIsLeft() throws Exception {
        BenchClip last = new BenchClip().with(old.image(Protocol.IMAGE_MAX_GENERATION));
        refused(Refusal.GENERATION, () -> last.flasher().plan(fresh));
    }

    @Test
    void shouldGiveUpWhenTheClipRestartsWithoutEnd() {
        clip.chance = () -> clip.restart();
        refused(Refusal.RESTARTED, () -> flasher.plan(fresh));
    }

    @Test
    void shouldRefuseWhenTheBackupCannotBeKept(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("profiles"), "a file where a folder is wanted");
        refused(Refusal.BACKUP, () -> flasher.backUp(new Backups(folder)));
    }

    @Test
    void shouldKeepBothSlotsWhenItBacksUp(@TempDir Path folder) throws Exception {
        clip.pressed();
        flash(FOR_GOOD);
        List<Path> files = flasher.backUp(new Backups(folder));
        assertEquals(2, files.size());
        assertArrayEquals(old.image(7), Files.readAllBytes(files.get(0)));
        assertArrayEquals(fresh.image(8), Files.readAllBytes(files.get(1)));
    }

    @Test
    void shouldGoBackWhenTheProfileBeforeIsConfirmed() throws Exception {
        clip.pressed();
        flash(FOR_GOOD);
        BackPlan plan = flasher.planBack();
        assertEquals(BackPlan.Way.OTHER_SLOT, plan.way());
        assertEquals(List.of("lower.accel.bias_mg: [2, -11.75, 18.031] mg -> [1, -11.75, 18.031] mg"), plan.changes());
        flasher.back(plan, 0);
        assertArrayEquals(old.image(7), clip.imageAtStart());
        assertEquals(7, flasher.back(plan, 0).generation(), "the same again changes nothing");
    }

    @Test
    void shouldNotGoBackWhenTheWindowIsClosed() throws Exception {
        clip.pressed();
        flash(FOR_GOOD);
        clip.pass(Protocol.CAL_WINDOW_MS * BenchClip.MS);
        refused(Refusal.WINDOW, () -> flasher.back(flasher.planBack(), 0));
        assertArrayEquals(fresh.image(8), clip.imageAtStart());
    }

    @Test
    void shouldNotGoBackWhenThereIsNoOther() {
        refused(Refusal.NO_OTHER, () -> flasher.planBack());
    }

    @Test
    void shouldEndTheTrialWhenItGoesBack() throws Exception {
        clip.pressed();
        flash(ON_TRIAL);
        BackPlan plan = flasher.planBack();
        assertEquals(BackPlan.Way.END_TRIAL, plan.way());
        assertEquals(7, flasher.back(plan, 0).generation());
    }

    @Test
    void shouldDropTheWriteWhenItGoesBack() throws Exception {
        stopAfterPieces(2);
        Flasher later = clip.flasher();
        BackPlan plan = later.planBack();
        assertEquals(BackPlan.Way.DROP_WRITE, plan.way());
        assertEquals(CalState.IDLE, later.back(plan, 0).state());
        assertArrayEquals(old.image(7), clip.imageAtStart());
    }

    @Test
    void shouldRefuseToConfirmWhenTheTrialHasEnded() throws Exception {
        clip.pressed();
        Holding trial = flash(ON_TRIAL);
        clip.restart();
        refused(Refusal.NOTHING_ON_TRIAL, () -> flasher.confirm(trial.generation(), trial.crc()));
        assertArrayEquals(old.image(7), clip.imageAtStart());
    }

    /** The program ends in the middle of a write. */
    private void stopAfterPieces(int pieces) throws FlashException {
        clip.pressed();
        FlashPlan plan = flasher.plan(fresh);
        AtomicInteger written = new AtomicInteger();
        clip.toClipFault = bytes -> {
            if (bytes.length > Protocol.CAL_MAX_DATA_BYTES && written.incrementAndGet() > pieces) {
                clip.awayUntilNs = Long.MAX_VALUE;
                return null;
            }
            return bytes;
        };
        AtomicInteger reads = new AtomicInteger();
        clip.chance = () -> {
            if (written.get() > pieces && reads.incrementAndGet() == 1) {
                clip.hangUp(0);
                clip.awayUntilNs = Long.MAX_VALUE;
            }
        };
        refused(Refusal.LINK_LOST, () -> flasher.flash(plan, ON_TRIAL));
        clip.toClipFault = bytes -> bytes;
        clip.chance = () -> {};
        clip.awayUntilNs = 0;
    }

    @Test
    void shouldGoOnWithoutTheButtonWhenAnotherProgramStoppedInTheMiddle() throws Exception {
        stopAfterPieces(2);
        clip.pass(Protocol.CAL_WINDOW_MS * BenchClip.MS);
        List<Integer> written = new ArrayList<>();
        Flasher later = new Flasher(clip.holder(), clip, new Watcher() {
            @Override
            public void step(Step step) {}

            @Override
            public void written(int bytes, int ofBytes) {
                written.add(bytes);
            }
        });
        Holding before = later.look();
        assertEquals(CalState.WRITING, before.state());
        assertEquals(2 * Protocol.CAL_MAX_DATA_BYTES, before.writing().nextOffset());
        later.flash(later.plan(fresh), FOR_GOOD);
        assertArrayEquals(fresh.image(8), clip.imageAtStart());
        assertEquals(2 * Protocol.CAL_MAX_DATA_BYTES, written.getFirst(), "no byte is sent twice");
    }

    @Test
    void shouldTakeEachAnswerOnceWhenTheyComeAgainLate() throws Exception {
        clip.pressed();
        clip.echoes = true;
        flash(FOR_GOOD);
        assertArrayEquals(fresh.image(8), clip.imageAtStart());
    }

    @Test
    void shouldEndWithTheNewProfileWhenAnyOneFrameIsLost() throws Exception {
        for (int lost = 0; lost < 60; lost++) {
            for (boolean toClip : new boolean[] {true, false}) {
                BenchClip own = new BenchClip().with(old.image(7)).pressed();
                Flasher ownFlasher = own.flasher();
                FlashPlan plan = ownFlasher.plan(fresh);
                AtomicInteger frames = new AtomicInteger();
                int which = lost;
                if (toClip) {
                    own.toClipFault = bytes -> frames.getAndIncrement() == which ? null : bytes;
                } else {
                    own.toHostFault = bytes -> frames.getAndIncrement() == which ? null : bytes;
                }
                ownFlasher.flash(plan, FOR_GOOD);
                assertArrayEquals(fresh.image(8), own.imageAtStart(), "frame " + lost + " to the clip: " + toClip);
                assertEquals(1, own.opens, "a lost frame is asked for again, the port stays open");
            }
        }
    }

    @Test
    void shouldEndWithTheNewProfileWhenTheLineHangsUpAtAnyFrame() throws Exception {
        for (int at = 0; at < 40; at++) {
            BenchClip own = new BenchClip().with(old.image(7)).pressed();
            Flasher ownFlasher = own.flasher();
            FlashPlan plan = ownFlasher.plan(fresh);
            AtomicInteger frames = new AtomicInteger();
            int which = at;
            own.toClipFault = bytes -> {
                if (frames.getAndIncrement() == which) {
                    own.hangUp(700);
                    return null;
                }
                return bytes;
            };
            ownFlasher.flash(plan, FOR_GOOD);
            assertArrayEquals(fresh.image(8), own.imageAtStart(), "hung up at frame " + at);
        }
    }

    @Test
    void shouldHoldTheOldOrTheNewProfileWhenTheClipRestartsAtAnyFrame() throws Exception {
        int kept = 0;
        for (int at = 0; at < 40; at++) {
            BenchClip own = new BenchClip().with(old.image(7)).pressed();
            Flasher ownFlasher = own.flasher();
            FlashPlan plan = ownFlasher.plan(fresh);
            AtomicInteger frames = new AtomicInteger();
            int which = at;
            own.toHostFault = bytes -> {
                if (frames.getAndIncrement() == which) {
                    own.restart();
                    return null;
                }
                return bytes;
            };
            try {
                ownFlasher.flash(plan, FOR_GOOD);
                assertArrayEquals(fresh.image(8), own.imageAtStart(), "restarted at frame " + at);
            } catch (FlashException e) {
                assertTrue(
                        e.refusal() == Refusal.WINDOW || e.refusal() == Refusal.NOTHING_ON_TRIAL,
                        "frame " + at + ": " + e.text());
                assertArrayEquals(old.image(7), own.imageAtStart(), "restarted at frame " + at);
                kept++;
            }
        }
        assertTrue(kept > 5 && kept < 40, kept + " of 40 kept the old one");
    }

    @Test
    void shouldKeepTheOldProfileWhenARecordedCommitIsPlayedAgain() throws Exception {
        byte[] bytes = new byte[Protocol.CAL_KEY_BYTES];
        Flasher.Options withKey = new Flasher.Options(Optional.of(new ProfileKey(bytes)), 0, false);
        clip = new BenchClip(BenchClip.SERIAL, Optional.of(bytes))
                .with(old.image(7))
                .pressed();
        flasher = clip.flasher();
        FlashPlan plan = flasher.plan(fresh);
        byte[][] recorded = {new byte[0]};
        clip.toClipFault = frame -> {
            recorded[0] = isCommit(frame) ? frame : recorded[0];
            return frame;
        };
        flasher.flash(plan, withKey);
        clip.restart();
        clip.pressed();
        clip.toClipFault = frame -> isCommit(frame) ? recorded[0] : frame;
        assertThrows(FlashException.class, () -> flasher.flash(plan, withKey));
        clip.toClipFault = frame -> frame;
        assertFalse(clip.flasher().look().isOnTrial());
        assertArrayEquals(old.image(7), clip.imageAtStart());
    }

    private static boolean isCommit(byte[] frame) {
        boolean[] found = {false};
        new FrameReader(Side.HOST, new FrameSink() {
                    @Override
                    public void frame(Frame each) {
                        found[0] |= each.type() == MessageType.CAL_COMMIT;
                    }

                    @Override
                    public void refused(Frame each, int code, int detail) {}
                })
                .feed(frame, 0, frame.length);
        return found[0];
    }

    @Test
    void shouldPutItOnTrialWhenTheKeyIsTheClips() throws Exception {
        byte[] bytes = new byte[Protocol.CAL_KEY_BYTES];
        Arrays.fill(bytes, (byte) 0x5A);
        clip = new BenchClip(BenchClip.SERIAL, Optional.of(bytes))
                .with(old.image(7))
                .pressed();
        flasher = clip.flasher();
        FlashPlan plan = flasher.plan(fresh);
        refused(Refusal.KEY_NEEDED, () -> flasher.flash(plan, FOR_GOOD));
        byte[] other = bytes.clone();
        other[31] ^= 1;
        refused(
                Refusal.MAC,
                () -> flasher.flash(plan, new Flasher.Options(Optional.of(new ProfileKey(other)), 0, true)));
        assertArrayEquals(old.image(7), clip.imageAtStart());
        refused(
                Refusal.WINDOW,
                () -> flasher.flash(plan, new Flasher.Options(Optional.of(new ProfileKey(bytes)), 0, true)));
        clip.pressed();
        flasher.flash(plan, new Flasher.Options(Optional.of(new ProfileKey(bytes)), 0, true));
        assertArrayEquals(fresh.image(8), clip.imageAtStart());
    }
}
