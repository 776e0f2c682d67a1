package org.holdline.link.emulated;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an emulated clip is.
 *
 * @param serial 1..12 letters and digits
 * @param bootId of this start
 * @param imus 1 or 2
 * @param ratesHz one to four sampling rates, rising
 * @param simulated whether it says that its samples are made
 * @param profiles where it keeps its profile, null for a clip that keeps none
 */
public record EmulatedParams(
        String serial,
        int bootId,
        int imus,
        List<Integer> ratesHz,
        boolean simulated,
        @Nullable ProfileMemory profiles) {
    private static final int MAX_RATES = 4;

    public EmulatedParams {
        if (!serial.matches("[0-9A-Za-z]{1,12}")) {
            throw new IllegalArgumentException("serial=" + serial + ", expected 1..12 letters and digits");
        }
        if (imus < 1 || imus > 2) {
            throw new IllegalArgumentException("imus=" + imus + ", expected 1 or 2");
        }
        if (ratesHz.isEmpty() || ratesHz.size() > MAX_RATES) {
            throw new IllegalArgumentException("ratesHz=" + ratesHz + ", expected one to four");
        }
        ratesHz = List.copyOf(ratesHz);
    }

    /** A clip that keeps no profile. */
    public EmulatedParams(String serial, int bootId, int imus, List<Integer> ratesHz, boolean simulated) {
        this(serial, bootId, imus, ratesHz, simulated, null);
    }

    /** The same clip with a memory for profiles. */
    public EmulatedParams with(ProfileMemory memory) {
        return new EmulatedParams(serial, bootId, imus, ratesHz, simulated, memory);
    }

    /** The same clip, started anew. */
    public EmulatedParams rebooted(int newBootId) {
        return new EmulatedParams(serial, newBootId, imus, ratesHz, simulated, profiles);
    }

    int rateHz(int place) {
        return place < ratesHz.size() ? ratesHz.get(place) : 0;
    }
}
