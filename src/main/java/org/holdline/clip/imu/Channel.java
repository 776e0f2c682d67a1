package org.holdline.clip.imu;

import java.util.List;
import org.holdline.clip.imu.PartLayout.Burst;
import org.holdline.clip.imu.PartLayout.Fifo;
import org.holdline.clip.imu.PartLayout.Write;
import org.holdline.clock.Clock;
import org.holdline.sample.Inertial;
import org.jspecify.annotations.Nullable;

/** One IMU on the bus: set up, read, numbered, stamped; and asked again when it does not answer. */
final class Channel {
    private static final int LOST_AFTER_NO_ACKS = 3;
    private static final int WRONG_AFTER_READS = 3;
    private static final long PROBE_NS = 100_000_000;

    /** This many periods without a sample are an IMU that has forgotten its registers. */
    private static final int SILENT_PERIODS = 40;

    /** With a clock that is a few per cent off, this many periods are still told apart by their length. */
    private static final int SURE_PERIODS = 10;

    /** This many samples that repeat the one before make ten identical ones. */
    private static final int STUCK_REPEATS = 9;

    private static final long STUCK_RESET_NS = 2_000_000_000;

    /** Largest read at once, so that no IMU holds the bus for longer than 4 ms at 400 kHz. */
    private static final int PACKETS_AT_ONCE = 8;

    /**
     * Looks follow one another by 0.84 to 0.92 of a period, spread by multiples of the golden ratio: every phase of the
     * sample is met soon, so that the least late look is hardly late at all. Without a queue it is 0.70 to 0.78, so that
     * no two samples fall between two looks, however the other IMU's transfers lie.
     */
    private static final int FIFO_SHARE_Q8 = 215;

    private static final int READY_SHARE_Q8 = 179;

    private static final int LOOK_SPREAD_Q8 = 20;
    private static final int GOLDEN_Q32 = 0x9E3779B9;

    private final RegisterBus bus;
    private final Clock clock;
    private final ImuSpec spec;
    private final boolean byLine;
    private final @Nullable Fifo fifo;
    private final Burst burst;
    private final Write[] startup;
    private final Decoder decoder;
    private final byte[] bytes = new byte[PACKETS_AT_ONCE * Icm42688.PACKET_BYTES];
    private final Inertial previous = new Inertial();

    final SampleClock sampleClock;
    final Stamps stamps = new Stamps();
    final History history = new History();
    final RestCheck rest = new RestCheck();
    final ImuStatus status;

    private boolean settledOnce;
    private boolean begun = true;
    private int startupAt = -1;
    private int wrongReads;
    private int identitySeen = -1;
    private int noAcksInARow;
    private boolean flushDue;
    private boolean resetDue;
    private int repeatsInARow;
    private boolean edgeSeen;
    private long edgeOffset;
    private int looks;

    private long number;
    private long lastLookNs;
    private long lastSampleNs;
    private long watchedNs;
    private long lastEdgeNs;
    private long lastStampNs = Long.MIN_VALUE;
    private long dueNs;

    /** @param byLine samples are announced by {@link #edge}, not by looking at the status */
    Channel(RegisterBus bus, Clock clock, ImuSpec spec, Pacing pacing, boolean byLine) {
        this.bus = bus;
        this.clock = clock;
        this.spec = spec;
        this.byLine = byLine && pacing == Pacing.DATA_READY;
        PartLayout layout = spec.part().layout();
        fifo = pacing == Pacing.FIFO ? layout.fifo() : null;
        burst = layout.burst();
        List<Write> writes = layout.startup().writes(spec.rate(), spec.accel(), spec.gyro(), pacing);
        startup = writes.toArray(new Write[0]);
        decoder = new Decoder(spec);
        sampleClock = new SampleClock(spec.nominalPeriodNs(), fifo != null);
        status = new ImuStatus(spec.nominalPeriodNs());
        dueNs = clock.nanoTime();
    }

    /** When {@link #step} is due, host's clock, ns. */
    long dueNs() {
        return dueNs;
    }

    /** What was read at the identity register last, or -1. */
    int identitySeen() {
        return identitySeen;
    }

    ImuSpec spec() {
        return spec;
    }

    /** True while samples come from {@link #edge}. */
    boolean isWaitingForEdges() {
        return byLine && isDelivering();
    }

    boolean isDelivering() {
        return startupAt == startup.length;
    }

    /**
     * The stream begins: what was read to learn the period is dropped, and stamps follow the fitted line at once. What
     * nobody read until now is no loss.
     */
    void begin() {
        history.clear();
        stamps.restart();
        begun = false;
        flushDue = fifo != null && isDelivering();
        dueNs = Math.min(dueNs, clock.nanoTime());
    }

    private void missed(long samples) {
        if (begun && samples > 0) {
            status.missed += samples;
        }
    }

    /** Begins from the identity again. The period learned so far is kept. */
    void restart(ImuState why, long atNs) {
        status.state = why;
        if (startupAt >= 0) {
            status.restarts++;
        }
        startupAt = -1;
        wrongReads = 0;
        noAcksInARow = 0;
        flushDue = false;
        edgeSeen = false;
        resetDue = false;
        repeatsInARow = 0;
        sampleClock.restart();
        stamps.restart();
        dueNs = atNs;
    }

    /** One piece of work, when it is due. Answers the code of a bus that nobody can use any more, or OK. */
    int step() {
        int code = startupAt < startup.length ? setUp() : read();
        if (code == RegisterBus.OK) {
            noAcksInARow = 0;
            return RegisterBus.OK;
        }
        if (code == RegisterBus.STUCK || code == RegisterBus.GONE) {
            return code;
        }
        noAck();
        return RegisterBus.OK;
    }

    private void noAck() {
        status.noAcks++;
        noAcksInARow++;
        dueNs = clock.nanoTime() + sampleClock.periodNs();
        if (noAcksInARow >= LOST_AFTER_NO_ACKS) {
            restart(ImuState.NO_ANSWER, clock.nanoTime() + PROBE_NS);
        }
    }

    private int setUp() {
        if (startupAt < 0) {
            return identify();
        }
        Write write = startup[startupAt];
        int code = bus.write(spec.address(), write.register(), write.value());
        if (code == RegisterBus.OK) {
            startupAt++;
            long nowNs = clock.nanoTime();
            dueNs = nowNs + write.waitUs() * 1000L;
            if (startupAt == startup.length) {
                if (!settledOnce) {
                    status.state = ImuState.MEASURING;
                }
                lastSampleNs = dueNs;
                lastLookNs = dueNs;
                rest.clear();
            }
        }
        return code;
    }

    private int identify() {
        PartLayout.Identity identity = spec.part().layout().identity();
        int code = bus.read(spec.address(), identity.register(), bytes, 1);
        if (code != RegisterBus.OK) {
            return code;
        }
        identitySeen = bytes[0] & 0xFF;
        if (identitySeen == identity.value()) {
            if (status.state != ImuState.SILENT && status.state != ImuState.STUCK) {
                status.state = ImuState.STARTING;
            }
            startupAt = 0;
            dueNs = clock.nanoTime();
            return code;
        }
        wrongReads++;
        boolean wrong = wrongReads >= WRONG_AFTER_READS;
        if (wrong) {
            // A data line on ground acknowledges everything and reads as zeros.
            status.state = settledOnce && identitySeen == 0 ? ImuState.BUS_STUCK : ImuState.OTHER_IDENTITY;
        }
        dueNs = clock.nanoTime() + (wrong ? PROBE_NS : sampleClock.periodNs());
        return code;
    }

    private int read() {
        if (byLine) {
            return watchForSilence(clock.nanoTime());
        }
        int code = fifo != null ? readFifo(fifo) : readWhenReady();
        return code == RegisterBus.OK ? watchForSilence(clock.nanoTime()) : code;
    }

    private int watchForSilence(long nowNs) {
        if (nowNs - watchedNs > SILENT_PERIODS * sampleClock.periodNs() / 4) {
            // The host was away, not the IMU.
            lastSampleNs = nowNs;
        }
        watchedNs = nowNs;
        if (resetDue) {
            restart(ImuState.STUCK, nowNs);
        } else if (nowNs - lastSampleNs > SILENT_PERIODS * sampleClock.periodNs()) {
            restart(ImuState.SILENT, nowNs);
        } else if (byLine) {
            dueNs = nowNs + sampleClock.periodNs();
        }
        return RegisterBus.OK;
    }

    private void lookAgain(long nowNs) {
        looks++;
        long shareQ8 = fifo != null ? FIFO_SHARE_Q8 : READY_SHARE_Q8;
        long spread = (long) ((looks * GOLDEN_Q32) >>> 16) * LOOK_SPREAD_Q8;
        dueNs = nowNs + ((sampleClock.periodNs() * ((shareQ8 << 16) + spread)) >> 24);
    }

    private int readWhenReady() {
        int code = bus.read(spec.address(), burst.statusRegister(), bytes, 1);
        long seenNs = clock.nanoTime();
        if (code != RegisterBus.OK) {
            return code;
        }
        boolean ready = (bytes[0] & burst.readyMask()) != 0;
        if (ready) {
            number += newSamples(seenNs);
        }
        lastLookNs = seenNs;
        lookAgain(seenNs);
        return ready ? readBurst(seenNs) : RegisterBus.OK;
    }

    /** How many samples the IMU made since the last look; more than one only when the host came late. */
    private long newSamples(long seenNs) {
        // While the period is being learned, counting by it would confirm whatever error it has.
        long periodNs = sampleClock.isPeriodKnown() ? sampleClock.periodNs() : spec.nominalPeriodNs();
        if (!sampleClock.isAnchored() || seenNs - lastLookNs < periodNs) {
            return 1;
        }
        long made = sampleClock.isPeriodKnown()
                ? (seenNs - sampleClock.timeNs(number)) / periodNs
                : (seenNs - lastLookNs + periodNs / 2) / periodNs;
        missed(made - 1);
        return Math.max(1, made);
    }

    /** An edge of the data-ready line: its number as the line counts, and its instant. Answers as {@link #step} does. */
    int edge(long edgeNumber, long edgeNs) {
        if (!edgeSeen) {
            edgeSeen = true;
            edgeOffset = number + 1 - edgeNumber;
        }
        long next = Math.max(edgeNumber + edgeOffset, number + edgesSince(edgeNs));
        // A line that lost edges without counting them goes on from here.
        edgeOffset = next - edgeNumber;
        lastEdgeNs = edgeNs;
        missed(next - number - 1);
        number = next;
        int code = readBurst(edgeNs);
        if (code == RegisterBus.OK) {
            noAcksInARow = 0;
        } else if (code == RegisterBus.NO_ACK || code == RegisterBus.FAILED) {
            noAck();
            return RegisterBus.OK;
        }
        return code;
    }

    /** As the instants tell, which the kernel took and nobody delayed; a few periods are beyond doubt. */
    private long edgesSince(long edgeNs) {
        long periodNs = sampleClock.isPeriodKnown() ? sampleClock.periodNs() : spec.nominalPeriodNs();
        long sinceNs = edgeNs - lastEdgeNs;
        return sampleClock.isAnchored() && sinceNs < SURE_PERIODS * periodNs ? (sinceNs + periodNs / 2) / periodNs : 1;
    }

    private int readBurst(long seenNs) {
        int code = bus.read(spec.address(), burst.register(), bytes, PartLayout.BURST_BYTES);
        if (code != RegisterBus.OK) {
            missed(1);
            return code;
        }
        long seen = number;
        observe(number, seenNs);
        if (decoder.burst(bytes, history.next())) {
            keep(seen, seenNs);
        } else {
            status.invalid++;
        }
        return code;
    }

    private void observe(long newest, long seenNs) {
        int slip = sampleClock.observe(newest, seenNs);
        number += slip;
        missed(slip);
        status.periodNs = sampleClock.periodNs();
        if (!settledOnce && sampleClock.isSettled()) {
            settledOnce = true;
            status.state = ImuState.STREAMING;
        }
    }

    private void keep(long sampleNumber, long seenNs) {
        Inertial read = history.next();
        if (!settledOnce) {
            rest.add(read);
        }
        watchForRepetition(read);
        previous.copyFrom(read);
        begun = true;
        lastSampleNs = seenNs;
        status.samples++;
        long stampNs = stamps.stamp(sampleNumber, sampleClock);
        if (stampNs > lastStampNs) {
            lastStampNs = stampNs;
            history.push(stampNs, decoder.temperatureMilliC());
        }
    }

    /** Noise never repeats itself in six axes for long: a part that does has frozen, and a reset may free it. */
    private void watchForRepetition(Inertial read) {
        if (!read.sameAs(previous)) {
            repeatsInARow = 0;
            status.state = settledOnce ? ImuState.STREAMING : ImuState.MEASURING;
            return;
        }
        status.repeated++;
        repeatsInARow++;
        if (repeatsInARow == STUCK_REPEATS) {
            status.state = ImuState.STUCK;
        }
        resetDue = repeatsInARow * sampleClock.periodNs() >= STUCK_RESET_NS;
    }

    private int readFifo(Fifo queue) {
        if (flushDue) {
            return flush(queue);
        }
        int code = bus.read(spec.address(), queue.countRegister(), bytes, 2);
        long seenNs = clock.nanoTime();
        if (code != RegisterBus.OK) {
            return code;
        }
        int count = decoder.word(bytes, 0) & 0xFFFF;
        int queued = count / Icm42688.PACKET_BYTES;
        if (count + Icm42688.PACKET_BYTES > queue.bytes()) {
            flushDue = true;
            dueNs = seenNs;
            return code;
        }
        lookAgain(seenNs);
        if (queued == 0) {
            return code;
        }
        observe(number + queued, seenNs);
        return readPackets(queue, Math.min(queued, PACKETS_AT_ONCE), queued, seenNs);
    }

    private int readPackets(Fifo queue, int packets, int queued, long seenNs) {
        int code = bus.read(spec.address(), queue.dataRegister(), bytes, packets * Icm42688.PACKET_BYTES);
        if (code != RegisterBus.OK) {
            // Nothing is taken of the queue before the address is acknowledged. Of a transfer that broke later nobody
            // knows
            // how much is gone, and the next byte may be any of a packet.
            flushDue = code != RegisterBus.NO_ACK;
            return code;
        }
        for (int i = 0; i < packets; i++) {
            int at = i * Icm42688.PACKET_BYTES;
            if (!decoder.isPacket(bytes, at)) {
                flushDue = true;
                return code;
            }
            number++;
            if (decoder.packet(bytes, at, history.next())) {
                keep(number, seenNs);
            } else {
                status.invalid++;
            }
        }
        if (queued > packets) {
            dueNs = seenNs;
        }
        return code;
    }

    private int flush(Fifo queue) {
        int code = bus.write(
                spec.address(), queue.flush().register(), queue.flush().value());
        long nowNs = clock.nanoTime();
        if (code == RegisterBus.OK) {
            flushDue = false;
            dueNs = nowNs + queue.flush().waitUs() * 1000L;
            long lost = Math.max(0, (nowNs - sampleClock.timeNs(number)) / sampleClock.periodNs());
            number += lost;
            missed(lost);
        }
        return code;
    }
}
