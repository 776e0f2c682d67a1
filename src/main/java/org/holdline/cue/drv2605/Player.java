package org.holdline.cue.drv2605;

import org.holdline.bus.I2cDevice;

/**
 * The part while a run goes on, one transfer at a time.
 *
 * <p>GO is written only to a part that is known to stand still. When a transfer fails nobody knows whether the part heard
 * it, so that GO = 0 goes out before the next attempt: otherwise a waveform could begin anew and outlast its second.
 * After each failure, and in each pulse, the part is asked whether it still is set up: one that lost its supply for a
 * moment answers again, in standby and without its motor's settings.
 *
 * <p><b>Threads:</b> one at a time, which the caller sees to; what is volatile may be read by any.
 */
final class Player {
    static final long NOTHING_DUE = Long.MAX_VALUE;

    private static final long MS = 1_000_000;
    private static final long MAX_AGE_NS = Drv2605.MAX_AGE_MS * MS;
    private static final long RETRY_NS = MS;
    private static final long QUICK_RETRIES_NS = 1000 * MS;
    private static final long SLOW_RETRY_NS = 100 * MS;
    /** A waveform's length in fifths: by then it has ended however far the part's oscillator is off. */
    private static final int SURE_END_FIFTHS = 6;

    private static final int PROTECTION_FLAGS = 0x03;

    private final I2cDevice device;
    private final Requests requests;
    private final Setup setup;
    private final int library;
    private final int riseMs;
    private final byte[] found = new byte[Register.SEQUENCE + 1];

    private long taken;
    private boolean pending;
    private int pendingDriveMs;
    private long pendingNs;
    private boolean playing;
    private Waveform prepared = Waveform.ALERT_750;
    private long onSinceNs;
    private long endNs;
    private boolean stopOwed;
    private boolean checkOwed;
    private int setupNext;
    private boolean failing;
    private long failingSinceNs;
    private long retryNs;
    private long steppedNs;

    volatile boolean driven;
    volatile int lastFault;
    volatile long played;
    volatile long notDelivered;
    volatile long stopFailures;
    volatile long setUpAgain;
    volatile long protections;

    Player(I2cDevice device, Requests requests, Setup setup, Drv2605Params params) {
        this.device = device;
        this.requests = requests;
        this.setup = setup;
        library = params.library();
        riseMs = params.riseMs();
        setupNext = setup.size();
    }

    boolean step(long nowNs) {
        steppedNs = nowNs;
        if (requests.takeOff()) {
            callOff();
        }
        takeRequest(nowNs);
        expire(nowNs);
        if (failing && nowNs - retryNs < 0) {
            return false;
        }
        if (stopOwed) {
            stop(nowNs);
        } else if (checkOwed) {
            check(nowNs);
        } else if (setupNext < setup.size()) {
            writeSetup(nowNs);
        } else if (pending && Waveform.lasting(pendingDriveMs) != prepared) {
            prepare(nowNs);
        } else if (pending) {
            go(nowNs);
        } else {
            return false;
        }
        return true;
    }

    long dueNs() {
        if (stopOwed || checkOwed || pending || setupNext < setup.size()) {
            return failing ? retryNs : steppedNs;
        }
        if (requests.offWaits()) {
            return requests.offNs();
        }
        long request = requests.latest();
        if (request != taken && !requests.isCalledOff(request)) {
            return requests.pulseNs();
        }
        return playing ? endNs : NOTHING_DUE;
    }

    /** Writes GO = 0 whatever else there is to do. */
    int stopNow(long nowNs) {
        requests.off(nowNs);
        requests.takeOff();
        callOff();
        return stop(nowNs);
    }

    private void callOff() {
        pending = false;
        stopOwed = true;
    }

    private void takeRequest(long nowNs) {
        long request = requests.latest();
        if (request == taken) {
            return;
        }
        taken = request;
        if (requests.isCalledOff(request)) {
            return;
        }
        int pulseMs = Requests.pulseMs(request);
        if (playing && !stopOwed && nowNs - onSinceNs < prepared.lengthMs * MS) {
            long risenNs = Math.max(onSinceNs + riseMs * MS, nowNs);
            endNs = Math.min(risenNs + pulseMs * MS, onSinceNs + prepared.lengthMs * MS);
            played++;
            return;
        }
        if (pending) {
            notDelivered++;
        }
        pending = true;
        pendingDriveMs = Math.min(riseMs + pulseMs, Drv2605.MAX_DRIVE_MS);
        pendingNs = requests.pulseNs();
    }

    private void expire(long nowNs) {
        if (pending && nowNs - pendingNs > MAX_AGE_NS) {
            pending = false;
            notDelivered++;
        }
        if (playing && nowNs - endNs >= 0) {
            stopOwed = true;
        }
        if (driven && nowNs - onSinceNs >= prepared.lengthMs * MS * SURE_END_FIFTHS / 5) {
            driven = false;
        }
    }

    private int stop(long nowNs) {
        int answer = settle(device.put(Register.GO, 0), nowNs);
        if (answer == 0) {
            stopOwed = false;
            playing = false;
            driven = false;
        } else {
            stopFailures++;
        }
        return answer;
    }

    private void go(long nowNs) {
        // From here on it may run, whatever the answer.
        driven = true;
        onSinceNs = nowNs;
        endNs = nowNs + pendingDriveMs * MS;
        if (settle(device.put(Register.GO, 1), nowNs) == 0) {
            pending = false;
            playing = true;
            checkOwed = true;
            played++;
        } else {
            stopOwed = true;
        }
    }

    private void prepare(long nowNs) {
        Waveform needed = Waveform.lasting(pendingDriveMs);
        if (settle(device.put(Register.SEQUENCE, needed.effect), nowNs) == 0) {
            prepared = needed;
        }
    }

    private void check(long nowNs) {
        if (settle(device.burst(Register.STATUS, found, found.length), nowNs) != 0) {
            return;
        }
        checkOwed = false;
        if ((found[Register.STATUS] & PROTECTION_FLAGS) != 0) {
            protections++;
        }
        boolean kept = found[Register.MODE] == Register.MODE_INTERNAL_TRIGGER
                && found[Register.LIBRARY] == library
                && found[Register.SEQUENCE] == prepared.effect;
        if (!kept) {
            stopOwed = true;
            setupNext = 0;
        }
    }

    private void writeSetup(long nowNs) {
        int answer = device.put(setup.register(setupNext), setup.value(setupNext));
        if (settle(answer, nowNs) != 0) {
            return;
        }
        setupNext++;
        if (setupNext == setup.size()) {
            prepared = Waveform.ALERT_750;
            setUpAgain++;
        }
    }

    private int settle(int answer, long nowNs) {
        if (answer == 0) {
            failing = false;
            return 0;
        }
        lastFault = answer;
        checkOwed = true;
        if (!failing) {
            failing = true;
            failingSinceNs = nowNs;
        }
        retryNs = nowNs + (nowNs - failingSinceNs < QUICK_RETRIES_NS ? RETRY_NS : SLOW_RETRY_NS);
        return answer;
    }
}
