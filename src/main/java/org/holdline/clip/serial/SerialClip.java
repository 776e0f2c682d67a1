package org.holdline.clip.serial;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.holdline.clip.Clip;
import org.holdline.clip.ReadTime;
import org.holdline.clock.Clock;
import org.holdline.link.BytePipe;
import org.holdline.link.ClipIdentity;
import org.holdline.link.ClipProfile;
import org.holdline.link.ClockMap;
import org.holdline.link.ImuScale;
import org.holdline.link.Link;
import org.holdline.link.LinkListener;
import org.holdline.link.LinkParams;
import org.holdline.link.LinkState;
import org.holdline.link.PipeOpener;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.ImuBatch;
import org.holdline.ring.Ring;
import org.holdline.sample.Inertial;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;

/**
 * A clip behind a serial line.
 *
 * <p>Instants are those of the samples on the host's clock, 0 at the first; losses and breaks of the link are gaps in them.
 * A clip that has started anew goes on in the same instants. When the road falls behind, the oldest samples are let go and
 * counted.
 *
 * <p><b>Threads:</b> the link's callbacks belong to its reader, {@link #poll} to the road's thread; what only answers is
 * any thread's.
 */
public final class SerialClip implements Clip, LinkListener {
    private static final int SLOTS = 8192;
    private static final int MOST_WAITING = SLOTS / 2;
    private static final long WAIT_NS = 5_000_000;
    private static final int UPPER_AXIS = 6;
    private static final Inertial NOT_THERE = new Inertial();

    /** What happens at the button; called by the link's reader: must not block. */
    public interface Button {
        /**
         * One press, told once.
         *
         * @param press one of {@link Codes.Press}
         */
        void press(int press, boolean muted);
    }

    private final Clock clock;
    private final Link link;
    private final Ring<Heard> ring = new Ring<>(SLOTS, Heard::new);
    private final StreamTime time = new StreamTime();

    /** A sample, and when its bytes were read. */
    private static final class Heard {
        private final Sample sample = new Sample();
        private long readNs;
        private long takenNs;
        private long takenClipUs;
    }

    // The link's reader.
    private long readNs;
    private volatile long clockErrorNs;
    private @Nullable StepScale lowerScale;
    private @Nullable StepScale upperScale;
    private boolean originKnown;
    private long originNs;
    private long lastUs = Long.MIN_VALUE;
    private volatile long periodNs;
    private volatile long outOfOrder;

    // The road's thread.
    private @Nullable StreamInfo info;
    private final ReadTime lastRead = new ReadTime();
    private Placement placement = Placement.DUAL;

    /** One IMU is wanted of a clip with two, and it is the upper one. */
    private boolean takesUpper;

    private volatile long letGo;

    private volatile @Nullable Thread polling;
    private volatile @Nullable Button button;
    private volatile @Nullable ClipProfile profile;
    private volatile @Nullable Consumer<ClipProfile> watcher;

    /**
     * Opens nothing; whoever has the port drives the {@link #link}.
     *
     * @param seed draws the jitter of the link's pauses
     */
    public SerialClip(LinkParams params, long seed, Clock clock) {
        this.clock = clock;
        link = new Link(params, this, seed);
    }

    /** What delivers to this clip. */
    public Link link() {
        return link;
    }

    /** The same ports, whose reads are timed from then on: {@link #readTime} holds nothing else. */
    public PipeOpener timed(PipeOpener opener) {
        return () -> new TimedPipe(opener.open());
    }

    private final class TimedPipe implements BytePipe {
        private final BytePipe pipe;

        TimedPipe(BytePipe pipe) {
            this.pipe = pipe;
        }

        @Override
        public int read(byte[] into) {
            int count = pipe.read(into);
            readNs = clock.nanoTime();
            return count;
        }

        @Override
        public boolean write(byte[] bytes, int length) {
            return pipe.write(bytes, length);
        }

        @Override
        public void close() {
            pipe.close();
        }
    }

    /** When the last read returned, ns; the link's reader. */
    public long lastReadNs() {
        return readNs;
    }

    @Override
    public ReadTime readTime() {
        return lastRead;
    }

    /**
     * How far off the instants may be by the mapping of the clip's clock: half the longest of the round trips it rests on,
     * ns, 0 before the first. Any thread.
     */
    public long clockErrorNs() {
        return clockErrorNs;
    }

    /**
     * Fixes what the stream is, once the clip is known and its first batch has come.
     *
     * @param where one IMU of a clip with two may be chosen
     */
    public void describe(ClipIdentity clip, Placement where, int plannedS, int plannedM) {
        ImuScale upper = clip.upper();
        takesUpper = where == Placement.THORACOLUMBAR && upper != null;
        ImuScale main = takesUpper && upper != null ? upper : clip.lower();
        placement = where;
        info = new StreamInfo(
                "clip " + clip.serial(),
                clip.simulated(),
                // A recording's header then holds this very number.
                Math.rint(1e12 / periodNs) / 1000,
                where,
                plannedS,
                plannedM,
                (int) Math.round(main.accelRangeMg() * 9806.65),
                (int) Math.round(StrictMath.toRadians(main.gyroRangeDps() * 1e6)));
    }

    /** Whether a batch has come. */
    public boolean hasBegun() {
        return periodNs != 0;
    }

    /** Time between two samples as the clip measured it last, ns; 0 before the first batch. */
    public long periodNs() {
        return periodNs;
    }

    /** Samples let go because the road was behind. */
    public long letGo() {
        return letGo + ring.lostTotal();
    }

    /** Samples whose instant was not above the last one's. */
    public long outOfOrder() {
        return outOfOrder;
    }

    public void onPress(Button wanted) {
        button = wanted;
    }

    /** The reader has heard something: the road may look at once. */
    public void wake() {
        LockSupport.unpark(polling);
    }

    @Override
    public StreamInfo info() {
        StreamInfo known = info;
        if (known == null) {
            throw new IllegalStateException("serial clip: asked before it was described");
        }
        return known;
    }

    @Override
    public boolean isDelivering() {
        return link.state() == LinkState.STREAMING || ring.size() > 0;
    }

    /** Answers a sample that is there at once; else waits a few milliseconds for one. */
    @Override
    public Answer poll(Sample slot) {
        Heard next = oldest();
        if (next == null) {
            polling = Thread.currentThread();
            clock.park(WAIT_NS);
            next = oldest();
        }
        if (next == null) {
            return Answer.NOTHING;
        }
        slot.copyFrom(next.sample);
        lastRead.readNs = next.readNs;
        lastRead.takenNs = next.takenNs;
        lastRead.takenClipUs = next.takenClipUs;
        ring.release();
        if (takesUpper) {
            slot.lower.copyFrom(slot.upper);
        }
        if (!placement.isDual()) {
            slot.upper.copyFrom(NOT_THERE);
        }
        return Answer.SAMPLE;
    }

    private @Nullable Heard oldest() {
        if (ring.size() > MOST_WAITING) {
            while (ring.size() > MOST_WAITING / 2) {
                ring.peek();
                ring.release();
                letGo++;
            }
        }
        return ring.peek();
    }

    @Override
    public void session(ClipIdentity clip) {
        lowerScale = new StepScale(clip.lower());
        ImuScale upper = clip.upper();
        upperScale = upper == null ? null : new StepScale(upper);
        time.reset();
    }

    @Override
    public void profile(ClipProfile read) {
        profile = read;
        Consumer<ClipProfile> wanted = watcher;
        if (wanted != null) {
            wanted.accept(read);
        }
    }

    /** Told of each profile that is read from now on, by the link's reader: must not block. */
    public void onProfile(Consumer<ClipProfile> wanted) {
        watcher = wanted;
    }

    /** What the clip keeps as its profile, as read last; null before that, and where it keeps none. Any thread. */
    public @Nullable ClipProfile storedProfile() {
        return profile;
    }

    @Override
    public void batch(ImuBatch batch, long t0Us, ClockMap map) {
        StepScale scale = lowerScale;
        if (scale == null) {
            return;
        }
        long fromNs = time.hostNs(t0Us, map);
        if (!originKnown) {
            originKnown = true;
            originNs = fromNs;
        }
        long batchPeriodNs = batch.periodNs();
        for (int i = 0; i < batch.count(); i++) {
            long timeUs = Math.floorDiv(fromNs + i * batchPeriodNs - originNs + 500, 1000);
            if (timeUs <= lastUs) {
                outOfOrder++;
                continue;
            }
            lastUs = timeUs;
            put(batch, i, timeUs, t0Us + i * batchPeriodNs / 1000, scale);
        }
        clockErrorNs = map.errorNs();
        periodNs = batchPeriodNs;
    }

    private void put(ImuBatch batch, int sample, long timeUs, long clipUs, StepScale scale) {
        Heard heard = ring.claim();
        if (heard == null) {
            return;
        }
        heard.readNs = readNs;
        heard.takenNs = originNs + timeUs * 1000;
        heard.takenClipUs = clipUs;
        Sample slot = heard.sample;
        slot.timeUs = timeUs;
        scale.read(batch, sample, 0, slot.lower);
        StepScale upper = upperScale;
        if (upper != null && (batch.bits() & Codes.BatchFlag.DUAL) != 0) {
            upper.read(batch, sample, UPPER_AXIS, slot.upper);
        } else {
            slot.upper.copyFrom(NOT_THERE);
        }
        slot.temperatureMilliC = Sample.UNKNOWN;
        slot.speedMPerH = Sample.UNKNOWN;
        slot.inclineMilliPct = Sample.UNKNOWN;
        slot.cueActive = (batch.bits() & Codes.BatchFlag.HAPTIC) != 0;
        slot.marker = null;
        slot.acts = 0;
        ring.publish();
    }

    @Override
    public void press(int press, boolean muted) {
        Button wanted = button;
        if (wanted != null) {
            wanted.press(press, muted);
        }
    }

    /** The link belongs to whoever brought it. */
    @Override
    public void close() {}
}
