package org.holdline.profile.flash;

import org.holdline.clock.Clock;
import org.holdline.link.BytePipe;
import org.holdline.link.wire.ButtonRequest;
import org.holdline.link.wire.ButtonResponse;
import org.holdline.link.wire.Codes.ErrorCode;
import org.holdline.link.wire.ErrorResponse;
import org.holdline.link.wire.Frame;
import org.holdline.link.wire.FrameReader;
import org.holdline.link.wire.FrameSink;
import org.holdline.link.wire.FrameWriter;
import org.holdline.link.wire.MessageType;
import org.holdline.link.wire.Protocol;
import org.holdline.link.wire.Side;
import org.holdline.link.wire.Status;
import org.holdline.link.wire.View;
import org.jspecify.annotations.Nullable;

/**
 * One opening of a port: requests, one at a time, each until it is answered. Asks for no stream and no cue.
 *
 * <p>One thread.
 */
final class CalSession implements FrameSink {
    private static final long MS = 1_000_000;
    private static final long STORED_MS = 50;
    private static final int TRIES = 4;
    private static final int READ_BYTES = 512;

    private final BytePipe pipe;
    private final Clock clock;
    private final FrameReader reader = new FrameReader(Side.CLIP, this);
    private final FrameWriter writer = new FrameWriter();
    private final byte[] in = new byte[READ_BYTES];
    private final Status status = new Status();
    private final ErrorResponse error = new ErrorResponse();
    private final ButtonRequest press = new ButtonRequest();

    private int txn;
    private long sentNs;
    private @Nullable Exchange<?> open;
    private int refusedCode;
    private long refusedDetail;
    private long batchNs;
    private boolean batchHeard;
    private Heard heard = Heard.NOTHING;
    private boolean gone;

    /**
     * The last STATUS.
     *
     * @param count of them so far
     */
    record Heard(int count, int bootId, int bits, int batteryPct) {
        static final Heard NOTHING = new Heard(0, 0, 0, 255);
    }

    /** A question that waits for its answer. */
    private static final class Exchange<R> {
        private final Question<?, ?, R> question;
        private @Nullable R answer;

        Exchange(Question<?, ?, R> question) {
            this.question = question;
        }

        void take(Frame frame) {
            if (question.isAnsweredBy(frame)) {
                answer = question.readFrom(frame);
            }
        }
    }

    /** A refusal by the clip. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        final int code;
        final long detail;

        Refused(int code, long detail) {
            super("code " + code, null, false, false);
            this.code = code;
            this.detail = detail;
        }
    }

    /** @param firstTxn behind the last one of an earlier opening, 0 at first */
    CalSession(BytePipe pipe, Clock clock, int firstTxn) {
        this.pipe = pipe;
        this.clock = clock;
        txn = firstTxn;
        sentNs = clock.nanoTime() - Protocol.LEADING_ZERO_MS * MS;
    }

    int lastTxn() {
        return txn;
    }

    Heard heard() {
        return heard;
    }

    /** From the greeting on: only frames of this version count. */
    void agreed(int version) {
        reader.setVersionInForce(version);
        writer.setVersion(version);
    }

    /** Whether samples come although nobody here asked for any: somebody else's run. */
    boolean hearsStream(long forMs) throws LineBroken {
        long startNs = clock.nanoTime();
        while (clock.nanoTime() - startNs < forMs * MS) {
            listen();
        }
        // What lay in the port before it was opened comes at once, and tells nothing of now.
        return batchHeard && batchNs - startNs > STORED_MS * MS;
    }

    /** Waits for a STATUS that has not been heard yet. */
    void awaitStatus(long forMs) throws LineBroken {
        int before = heard.count();
        long startNs = clock.nanoTime();
        while (heard.count() == before && clock.nanoTime() - startNs < forMs * MS) {
            listen();
        }
    }

    /**
     * Asks until it is answered.
     *
     * @throws Refused when the clip says no
     * @throws LineBroken when nobody answers, or the port has gone
     */
    <R> R ask(Question<?, ?, R> question) throws Refused, LineBroken {
        txn = txn % 0xFFFF + 1;
        Exchange<R> exchange = new Exchange<>(question);
        open = exchange;
        refusedCode = 0;
        try {
            for (int i = 0; i < TRIES; i++) {
                send(question.write(writer, txn));
                long askedNs = clock.nanoTime();
                while (clock.nanoTime() - askedNs < question.retryMs() * MS) {
                    listen();
                    R answer = exchange.answer;
                    if (answer != null) {
                        return answer;
                    }
                    if (refusedCode == ErrorCode.NOT_GREETED) {
                        throw LineBroken.ungreeted();
                    }
                    if (refusedCode != 0) {
                        throw new Refused(refusedCode, refusedDetail);
                    }
                }
            }
            throw LineBroken.of("no answer");
        } finally {
            open = null;
        }
    }

    private void listen() throws LineBroken {
        int count = gone ? BytePipe.GONE : pipe.read(in);
        if (count == BytePipe.GONE) {
            gone = true;
            throw LineBroken.of("the port has gone");
        }
        reader.feed(in, 0, count);
    }

    private void send(View message) throws LineBroken {
        long nowNs = clock.nanoTime();
        int length = writer.finish(message, nowNs - sentNs >= Protocol.LEADING_ZERO_MS * MS);
        sentNs = nowNs;
        if (!pipe.write(writer.wire(), length)) {
            gone = true;
            throw LineBroken.of("the port takes no bytes");
        }
    }

    @Override
    public void frame(Frame frame) {
        Exchange<?> asked = open;
        switch (frame.type()) {
            case MessageType.STATUS -> {
                frame.read(status);
                heard = new Heard(heard.count() + 1, status.bootId(), status.bits(), status.batteryPct());
            }
            case MessageType.IMU_BATCH -> {
                batchHeard = true;
                batchNs = clock.nanoTime();
            }
            case MessageType.BUTTON -> answerPress(frame.read(press).txn());
            case MessageType.ERROR -> {
                frame.read(error);
                if (asked != null
                        && error.refusedType() == asked.question.request().type()
                        && error.txn() == txn) {
                    refusedCode = error.code();
                    refusedDetail = error.detail();
                }
            }
            default -> {
                if (asked != null && frame.txn() == txn) {
                    asked.take(frame);
                }
            }
        }
    }

    private void answerPress(int pressTxn) {
        ButtonResponse answer = writer.begin(new ButtonResponse());
        answer.setTxn(pressTxn);
        reply(answer);
    }

    @Override
    public void refused(Frame frame, int code, int detail) {
        ErrorResponse answer = writer.begin(new ErrorResponse());
        answer.setTxn(frame.txn());
        answer.setRefusedType(frame.type());
        answer.setCode(code);
        answer.setDetail(detail);
        reply(answer);
    }

    private void reply(View answer) {
        try {
            send(answer);
        } catch (LineBroken e) {
            // The next read says so.
        }
    }

    void close() {
        pipe.close();
    }
}
