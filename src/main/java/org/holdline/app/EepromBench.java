package org.holdline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.holdline.clock.Clock;
import org.holdline.profile.eeprom.Eeprom;
import org.holdline.profile.eeprom.EepromHolder;
import org.holdline.profile.eeprom.WiredProfile;
import org.holdline.profile.flash.FlashException;
import org.holdline.profile.flash.Flasher;
import org.holdline.profile.flash.ProfileHolder;
import org.holdline.profile.flash.Wanted;
import org.holdline.profile.flash.Watcher;

/**
 * Cuts the supply of a wired clip's memory while profiles are flashed to it, over and over, and looks what is in force after
 * each cut. Two profiles of one serial number take turns.
 */
final class EepromBench {
    private static final String CUT_AFTER = "eeprom_cut_after";
    private static final String TORN = "eeprom_torn";
    private static final String POWER = "eeprom_power";
    private static final String NEVER = "-1";
    private static final int PLENTY = 1_000_000;
    private static final Flasher.Options FOR_GOOD = new Flasher.Options(Optional.empty(), 0, true);

    /** What the rest of a page holds whose write was cut short, by the number that the switch takes. */
    enum Torn {
        OLD,
        RANDOM,
        FF;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What came of one kind of torn page.
     *
     * @param cuts of a flash, with that of the repeat
     * @param oldKept first cuts after which the profile before was in force
     * @param newThere first cuts after which the new one was
     * @param lost cuts after which neither was
     */
    record Result(Torn torn, int cuts, int oldKept, int newThere, int lost) {}

    /** How a memory is reached. */
    record Bench(Eeprom memory, EepromHolder.Options options, Path switches, Clock clock) {}

    private final Bench bench;
    private final List<Wanted> profiles;
    private final Random random;
    private int inForce;
    private int lost;

    /**
     * A bench.
     *
     * @param profiles two of one serial number, with other values
     * @param seed draws where the repeat is cut
     */
    EepromBench(Bench bench, List<Wanted> profiles, long seed) {
        this.bench = bench;
        this.profiles = profiles;
        random = new Random(seed);
    }

    /** Puts the first profile in force and answers how many bytes a flash of the other one writes. */
    int prepare() throws FlashException, IOException {
        mend();
        flash(profiles.getFirst());
        set(CUT_AFTER, String.valueOf(PLENTY));
        flash(profiles.getLast());
        int left = Integer.parseInt(
                Files.readString(bench.switches().resolve(CUT_AFTER)).strip());
        mend();
        inForce = 1;
        return PLENTY - left;
    }

    /** Cuts at every so-manieth byte, and each repeat once again. */
    Result cut(Torn torn, int bytes, int every) throws FlashException, IOException {
        set(TORN, String.valueOf(torn.ordinal()));
        int cuts = 0;
        int kept = 0;
        int there = 0;
        lost = 0;
        for (int at = 0; at < bytes; at += every) {
            int before = inForce;
            cutAt(at);
            kept += inForce == before ? 1 : 0;
            there += inForce == before ? 0 : 1;
            cutAt(random.nextInt(bytes));
            cuts += 2;
            flash(profiles.get(1 - inForce));
            look(1 - inForce);
        }
        return new Result(torn, cuts, kept, there, lost);
    }

    private void cutAt(int byteAt) throws FlashException, IOException {
        int wanted = 1 - inForce;
        set(CUT_AFTER, String.valueOf(byteAt));
        try {
            flash(profiles.get(wanted));
        } catch (FlashException e) {
            // Expected: the supply is off.
        }
        mend();
        look(wanted);
    }

    /** Which of both a run would take now. */
    private void look(int wanted) throws IOException, FlashException {
        Optional<byte[]> image = WiredProfile.read(bench.memory()).image();
        if (image.isPresent() && profiles.get(wanted).isSameAs(image.get())) {
            inForce = wanted;
        } else if (image.isEmpty() || !profiles.get(inForce).isSameAs(image.get())) {
            lost++;
            flash(profiles.get(inForce));
        }
    }

    /** As another program would: it knows nothing of the one before. */
    private void flash(Wanted wanted) throws FlashException {
        try (ProfileHolder holder = new EepromHolder(bench.memory(), bench.options(), () -> {})) {
            Flasher flasher = new Flasher(holder, bench.clock(), Watcher.NOBODY);
            flasher.flash(flasher.plan(wanted), FOR_GOOD);
        }
    }

    /** Supply on, no cut ahead. */
    void mend() throws IOException {
        set(CUT_AFTER, NEVER);
        set(POWER, "1");
    }

    private void set(String name, String value) throws IOException {
        Files.writeString(bench.switches().resolve(name), value + "\n");
    }
}
