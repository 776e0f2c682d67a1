package org.holdline.profile.flash;

import java.util.Arrays;
import java.util.Optional;
import org.holdline.clock.Clock;
import org.holdline.link.PipeOpener;
import org.holdline.link.PortException;
import org.holdline.link.wire.Codes.ProfileState;
import org.holdline.link.wire.Codes.StatusFlag;
import org.holdline.link.wire.MessageType;
import org.holdline.link.wire.Protocol;
import org.holdline.link.wire.View;
import org.holdline.profile.image.ImageException;
import org.holdline.profile.image.ImageHeader;
import org.holdline.profile.image.ImageLayout;
import org.holdline.profile.image.ImageReader;
import org.holdline.profile.image.ProfileMac;
import org.jspecify.annotations.Nullable;

/**
 * A clip behind its link. A link that breaks is opened anew, the clip greeted, and the request asked again; a clip that has
 * started anew in between is told as {@link Refusal#RESTARTED}, since it has forgotten a write and ended a trial.
 */
public final class ClipHolder implements ProfileHolder {
    private static final long MS = 1_000_000;
    private static final long LISTEN_MS = 400;
    private static final long REST_MS = 500;
    private static final long STATUS_MS = 2L * Protocol.STATUS_PERIOD_MS;

    /** Answers without a byte gained after which a write is given up. */
    private static final int MAX_STANDSTILLS = 8;

    private final PipeOpener opener;
    private final Clock clock;
    private final int hostSession;
    private final long patienceNs;

    private @Nullable CalSession session;
    private CalQuestions.@Nullable Hello clip;
    private int lastTxn;

    /**
     * A clip that is greeted with the first call.
     *
     * @param hostSession random, new for each program
     * @param patienceMs how long a broken link is tried again
     */
    public ClipHolder(PipeOpener opener, Clock clock, int hostSession, long patienceMs) {
        this.opener = opener;
        this.clock = clock;
        this.hostSession = hostSession;
        patienceNs = patienceMs * MS;
    }

    @Override
    public Holding look() throws FlashException {
        CalQuestions.Hello hello = ask(CalQuestions.hello(hostSession));
        CalQuestions.Hello before = clip;
        if (before != null && !before.device().serial().equals(hello.device().serial())) {
            throw anotherClip(hello);
        }
        clip = hello;
        if (before != null && before.device().bootId() != hello.device().bootId()) {
            throw new FlashException(Refusal.RESTARTED, "");
        }
        if (!hello.keepsProfiles()) {
            throw new FlashException(
                    Refusal.UNSUPPORTED, "clip " + hello.device().serial());
        }
        CalQuestions.Info info = ask(CalQuestions.info());
        Holding holding = new Holding(
                hello.device(),
                info.state(),
                info.active(),
                info.windowS(),
                info.needsKey(),
                info.slots(),
                info.writing(),
                power(hello));
        boolean told = hello.profileState() == ProfileState.TRIAL;
        if (told != holding.isOnTrial() || hello.generation() != holding.generation() || hello.crc() != holding.crc()) {
            throw new FlashException(
                    Refusal.MISMATCH,
                    String.format("its greeting says generation %d, CRC %08X", hello.generation(), hello.crc()));
        }
        return holding;
    }

    private Holding.Power power(CalQuestions.Hello hello) throws FlashException {
        try {
            CalSession now = connected();
            if (hello.measuresCell() && now.heard().count() == 0) {
                now.awaitStatus(STATUS_MS);
            }
            CalSession.Heard heard = now.heard();
            return new Holding.Power(
                    hello.measuresCell() ? heard.batteryPct() : Integer.MAX_VALUE,
                    (heard.bits() & StatusFlag.CHARGING) != 0,
                    (heard.bits() & StatusFlag.STREAMING) != 0);
        } catch (LineBroken e) {
            drop();
            return new Holding.Power(Integer.MAX_VALUE, false, false);
        }
    }

    @Override
    public byte[] image(int slot) throws FlashException {
        byte[] image = new byte[0];
        for (int at = 0; at == 0 || at < image.length; ) {
            CalQuestions.Piece piece = ask(CalQuestions.read(slot, at));
            if (piece.imageBytes > ImageLayout.MAX_IMAGE_BYTES
                    || piece.offset != at
                    || piece.data.length == 0
                    || at + piece.data.length > piece.imageBytes) {
                throw new FlashException(Refusal.OTHER, "it answers a piece of another image");
            }
            image = image.length == piece.imageBytes ? image : Arrays.copyOf(image, piece.imageBytes);
            System.arraycopy(piece.data, 0, image, at, piece.data.length);
            at += piece.data.length;
        }
        return image;
    }

    @Override
    public void write(byte[] image, Terms terms, Progress progress) throws FlashException {
        ImageHeader header = headerOf(image);
        CalQuestions.Begun begun = ask(CalQuestions.begin(header, terms));
        int next = begun.nextOffset;
        int standstills = 0;
        while (next < image.length) {
            progress.written(next, image.length);
            byte[] piece = Arrays.copyOfRange(image, next, Math.min(image.length, next + Protocol.CAL_MAX_DATA_BYTES));
            int after = ask(CalQuestions.write(next, piece));
            standstills = after > next ? 0 : standstills + 1;
            if (standstills > MAX_STANDSTILLS || after > image.length) {
                throw new FlashException(Refusal.OTHER, "it takes no more bytes at " + next + " of " + image.length);
            }
            next = after;
        }
        progress.written(image.length, image.length);
        expect(header, ask(CalQuestions.verify()), "read back");
        byte[] mac = terms.key()
                .map(key -> key.mac(
                        new ProfileMac.Occasion(
                                begun.challenge,
                                CalQuestions.padded(header.serial()),
                                terms.expectedGeneration(),
                                terms.expectedCrc()),
                        image))
                .orElse(new byte[Protocol.CAL_MAC_BYTES]);
        expect(header, ask(CalQuestions.commit(mac)), "put on trial");
        stillAlive();
    }

    private static ImageHeader headerOf(byte[] image) {
        try {
            return ImageReader.header(image);
        } catch (ImageException e) {
            throw new IllegalArgumentException("no image to write: " + e.getMessage(), e);
        }
    }

    private static void expect(ImageHeader header, CalQuestions.Image told, String what) throws FlashException {
        if (told.generation() != header.generation() || told.crc() != header.bodyCrc()) {
            throw new FlashException(
                    Refusal.MISMATCH,
                    String.format("%s was generation %d, CRC %08X", what, told.generation(), told.crc()));
        }
    }

    /** A clip that the new profile had brought down would send no STATUS, or one of another start. */
    private void stillAlive() throws FlashException {
        try {
            CalSession now = connected();
            now.awaitStatus(STATUS_MS);
            CalQuestions.Hello known = clip;
            if (known != null
                    && now.heard().count() > 0
                    && now.heard().bootId() != known.device().bootId()) {
                throw new FlashException(Refusal.RESTARTED, "after the profile was put on trial");
            }
        } catch (LineBroken e) {
            // The next request opens the port anew and sees a restart.
            drop();
        }
    }

    @Override
    public void confirm(long generation, int crc) throws FlashException {
        ask(CalQuestions.confirm(generation, crc));
    }

    @Override
    public void rollBack(Holding.Slot from, Holding.Slot to) throws FlashException {
        ask(CalQuestions.rollBack(from, to));
    }

    @Override
    public void abort() throws FlashException {
        ask(CalQuestions.abort());
    }

    @Override
    public void rest() {
        long startNs = clock.nanoTime();
        while (clock.nanoTime() - startNs < REST_MS * MS) {
            clock.park(REST_MS * MS - (clock.nanoTime() - startNs));
        }
    }

    private <Q extends View, A extends View, R> R ask(Question<Q, A, R> question) throws FlashException {
        long startNs = clock.nanoTime();
        long pauseNs = Protocol.BACKOFF_MIN_MS * MS;
        while (true) {
            try {
                return connected().ask(question);
            } catch (CalSession.Refused e) {
                throw ClipRefusals.of(question.request().type(), e.code, e.detail);
            } catch (LineBroken e) {
                if (e.isGone()) {
                    drop();
                } else {
                    regreet();
                }
                if (clock.nanoTime() - startNs >= patienceNs) {
                    boolean everHeard = clip != null;
                    throw new FlashException(
                            everHeard ? Refusal.LINK_LOST : Refusal.NO_ANSWER,
                            everHeard ? String.valueOf(e.getMessage()) : "",
                            e);
                }
            }
            park(pauseNs);
            pauseNs = Math.min(2 * pauseNs, Protocol.BACKOFF_MAX_MS * MS);
        }
    }

    private void park(long forNs) {
        long startNs = clock.nanoTime();
        while (clock.nanoTime() - startNs < forNs) {
            clock.park(forNs - (clock.nanoTime() - startNs));
        }
    }

    /** The open session; opened, and the clip greeted, when there is none. */
    private CalSession connected() throws FlashException, LineBroken {
        CalSession now = session;
        if (now == null) {
            now = open();
            session = now;
            if (clip == null && now.hearsStream(LISTEN_MS)) {
                throw new FlashException(Refusal.STREAMING, "");
            }
            greet(now);
        }
        return now;
    }

    private CalSession open() throws FlashException, LineBroken {
        try {
            return new CalSession(opener.open(), clock, lastTxn);
        } catch (PortException e) {
            if (clip != null) {
                throw LineBroken.of(String.valueOf(e.getMessage()));
            }
            Refusal refusal = switch (e.kind()) {
                case MISSING -> Refusal.PORT_MISSING;
                case OUT_OF_REACH -> Refusal.NO_ANSWER;
                case NO_PERMISSION -> Refusal.PORT_FORBIDDEN;
                case BUSY -> Refusal.PORT_BUSY;
                case OTHER -> Refusal.OTHER;
            };
            throw new FlashException(refusal, String.valueOf(e.getMessage()), e);
        }
    }

    private void greet(CalSession with) throws FlashException, LineBroken {
        CalQuestions.Hello hello;
        try {
            hello = with.ask(CalQuestions.hello(hostSession));
        } catch (CalSession.Refused e) {
            throw ClipRefusals.of(MessageType.HELLO, e.code, e.detail);
        }
        if (hello.misfit() != null) {
            throw new FlashException(Refusal.INCOMPATIBLE, hello.misfit());
        }
        with.agreed(hello.version());
        CalQuestions.Hello before = clip;
        clip = hello;
        if (before == null) {
            return;
        }
        if (!before.device().serial().equals(hello.device().serial())) {
            clip = before;
            throw anotherClip(hello);
        }
        if (before.device().bootId() != hello.device().bootId()) {
            throw new FlashException(Refusal.RESTARTED, "");
        }
    }

    private static FlashException anotherClip(CalQuestions.Hello hello) {
        return new FlashException(Refusal.SERIAL, "clip " + hello.device().serial() + " answers now");
    }

    private void regreet() throws FlashException {
        CalSession now = session;
        if (now != null) {
            try {
                greet(now);
            } catch (LineBroken e) {
                drop();
            }
        }
    }

    private void drop() {
        CalSession now = session;
        if (now != null) {
            lastTxn = now.lastTxn();
            now.close();
            session = null;
        }
    }

    @Override
    public Optional<String> serial() {
        return Optional.ofNullable(clip).map(hello -> hello.device().serial());
    }

    @Override
    public void close() {
        drop();
    }
}
