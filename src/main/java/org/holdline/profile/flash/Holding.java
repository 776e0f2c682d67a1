package org.holdline.profile.flash;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.holdline.link.wire.Codes.CalState;
import org.holdline.link.wire.Codes.SlotState;

/**
 * What a holder of profiles holds now.
 *
 * @param device whose it is
 * @param state one of {@link CalState}
 * @param active slot in force, or on trial; empty without one
 * @param windowS how long the write window stays open, s; 0 = closed, {@link #NO_WINDOW} = no button guards it
 * @param needsKey whether a write must carry a MAC
 * @param slots A and B
 * @param writing the write under way; of zeros without one
 * @param power what is left to write with
 */
public record Holding(
        Device device,
        int state,
        Optional<Integer> active,
        int windowS,
        boolean needsKey,
        List<Slot> slots,
        Writing writing,
        Power power) {
    /** Of a memory that a jumper guards, and no button. */
    public static final int NO_WINDOW = -1;

    /** A number that nothing on a wired clip tells. */
    public static final int UNKNOWN = -1;

    /**
     * Whose memory it is.
     *
     * @param serial empty when the memory has held no profile yet and takes that of the first
     * @param hardwareMajor or {@link #UNKNOWN}, as the minor number
     * @param imus 1 or 2, or {@link #UNKNOWN}
     * @param parts codes of the IMUs, one of {@link org.holdline.link.wire.Codes.ImuPartCode}, lower first; of a wired clip
     *     as the settings say
     * @param wired where the memory of a wired clip is; empty for a clip behind its link
     */
    public record Device(
            String serial,
            int bootId,
            int hardwareMajor,
            int hardwareMinor,
            String firmware,
            int imus,
            List<Integer> parts,
            Optional<String> wired) {
        /** Whether its memory hangs on a bus of this machine, and no clip's firmware stands in between. */
        public boolean isWired() {
            return wired.isPresent();
        }

        /** Whether the memory takes the serial number of the first profile that is written to it. */
        public boolean isUnnamed() {
            return serial.isEmpty();
        }

        /** {@code HL0001}, or that there is none yet. */
        public String name() {
            return isUnnamed() ? "without a serial number" : serial;
        }
    }

    /**
     * One slot.
     *
     * @param state one of {@link SlotState}
     * @param fault why it holds no valid image, one of {@link org.holdline.link.wire.Codes.ImuPartCode}
     */
    public record Slot(int index, int state, int fault, int faultAt, int imageBytes, long generation, int crc) {
        public char letter() {
            return (char) ('A' + index);
        }

        public boolean isConfirmed() {
            return state == SlotState.CONFIRMED;
        }

        /** {@code slot A, generation 7, CRC 1A2B3C4D}. */
        public String text() {
            return String.format(Locale.ROOT, "slot %c, generation %d, CRC %08X", letter(), generation, crc);
        }
    }

    /** A write under way: the first byte that is missing, and what is written. */
    public record Writing(int nextOffset, long generation, int crc) {}

    /**
     * What is left to write with.
     *
     * @param percent 0..100, above when it is not known
     */
    public record Power(int percent, boolean charging, boolean streaming) {
        public boolean isLow(int leastPercent) {
            return percent < leastPercent && !charging;
        }
    }

    public Optional<Slot> inForce() {
        return active.map(slots::get);
    }

    /** The slot that the next write goes to. */
    public Slot spare() {
        return slots.get(active.map(index -> 1 - index).orElse(0));
    }

    /** 0 without a profile. */
    public long generation() {
        return inForce().map(Slot::generation).orElse(0L);
    }

    /** 0 without a profile. */
    public int crc() {
        return inForce().map(Slot::crc).orElse(0);
    }

    public boolean isOnTrial() {
        return state == CalState.TRIAL;
    }

    public boolean isWriting() {
        return state == CalState.WRITING || state == CalState.VERIFIED;
    }

    /** Whether this profile is in force or on trial. */
    public boolean holds(long generation, int crc) {
        return active.isPresent() && generation() == generation && crc() == crc;
    }

    /** What state it is in, for a person. */
    public String text() {
        String force = inForce().map(Slot::text).orElse("no profile");
        return switch (state) {
            case CalState.IDLE -> {
                String none = device.isWired() ? "" : ": nothing is cued with this clip";
                yield force + (active.isPresent() ? " in force" : none);
            }
            case CalState.TRIAL ->
                device.isWired()
                        ? force + " on trial: read back, and not in force before it is confirmed"
                        : force + " on trial: in force until the clip restarts";
            default ->
                force + " in force; generation " + writing.generation()
                        + (device.isWired()
                                ? " was begun and is not whole"
                                : " is being written, " + writing.nextOffset() + " bytes there");
        };
    }
}
