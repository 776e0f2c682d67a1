package org.holdline.gait;

/**
 * Finds running contacts: the 10 Hz low-passed vertical force rises through about body weight after a flight, and falls
 * away again at toe-off. Answers with a delay; the instants themselves are read from the {@link History}.
 */
final class RunDetector {
    /** What one sample brought. */
    enum Found {
        NOTHING,
        CONTACT,
        TOE_OFF
    }

    private final LowPass lowPass;
    private final int loadedUg;
    private final int unloadedUg;
    private final int flightUg;
    private final long minFlightUs;
    private final long refractoryUs;
    private static final long MIN_CONTACT_US = 100_000;
    private static final long MAX_CONTACT_US = 500_000;

    /** 141 steps a minute: about the slowest running cadence. */
    private static final long MAX_RUN_INTERVAL_US = 425_000;

    private boolean loaded = true;
    private long landedUs = Long.MIN_VALUE / 2;
    private long unloadedSinceUs;
    private long lowestUg;
    private long contactSeenUs = Long.MIN_VALUE / 2;
    private boolean inContact;

    RunDetector(StridesParams params, double rateHz) {
        lowPass = new LowPass(params.runCutoffHz(), rateHz);
        loadedUg = params.loadedMg() * 1000;
        unloadedUg = params.unloadedMg() * 1000;
        flightUg = params.flightMg() * 1000;
        minFlightUs = params.minFlightMs() * 1000L;
        refractoryUs = params.refractoryMs() * 1000L;
    }

    void restart(int forceUg) {
        lowPass.settleAt(forceUg);
        loaded = true;
        inContact = false;
    }

    Found update(long timeUs, int forceUg) {
        long force = lowPass.update(forceUg);
        if (inContact && timeUs - contactSeenUs > MAX_CONTACT_US) {
            inContact = false;
        }
        if (loaded) {
            if (force >= unloadedUg) {
                return Found.NOTHING;
            }
            if (inContact && timeUs - contactSeenUs < MIN_CONTACT_US) {
                return Found.NOTHING;
            }
            loaded = false;
            unloadedSinceUs = timeUs;
            lowestUg = force;
            boolean toeOff = inContact;
            inContact = false;
            return toeOff ? Found.TOE_OFF : Found.NOTHING;
        }
        lowestUg = Math.min(lowestUg, force);
        if (force < loadedUg) {
            return Found.NOTHING;
        }
        loaded = true;
        boolean quick = timeUs - landedUs <= MAX_RUN_INTERVAL_US;
        landedUs = timeUs;
        // A fast walker unloads too, but not that far, or not that often.
        boolean flew = (lowestUg <= flightUg / 2 || (lowestUg <= flightUg && quick))
                && timeUs - unloadedSinceUs >= minFlightUs;
        if (!flew || timeUs - contactSeenUs < refractoryUs) {
            return Found.NOTHING;
        }
        contactSeenUs = timeUs;
        inContact = true;
        return Found.CONTACT;
    }
}
