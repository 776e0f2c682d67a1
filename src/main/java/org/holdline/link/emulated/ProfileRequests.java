package org.holdline.link.emulated;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.holdline.link.wire.CalAbortResponse;
import org.holdline.link.wire.CalBeginRequest;
import org.holdline.link.wire.CalBeginResponse;
import org.holdline.link.wire.CalCommitRequest;
import org.holdline.link.wire.CalCommitResponse;
import org.holdline.link.wire.CalConfirmRequest;
import org.holdline.link.wire.CalConfirmResponse;
import org.holdline.link.wire.CalInfoResponse;
import org.holdline.link.wire.CalReadRequest;
import org.holdline.link.wire.CalReadResponse;
import org.holdline.link.wire.CalRollbackRequest;
import org.holdline.link.wire.CalRollbackResponse;
import org.holdline.link.wire.CalVerifyResponse;
import org.holdline.link.wire.CalWriteRequest;
import org.holdline.link.wire.CalWriteResponse;
import org.holdline.link.wire.Codes.ErrorCode;
import org.holdline.link.wire.Frame;
import org.holdline.link.wire.HelloResponse;
import org.holdline.link.wire.MessageType;
import org.holdline.link.wire.Protocol;
import org.jspecify.annotations.Nullable;

/** Takes CAL_* apart, refuses what is out of bounds, and writes the answers. */
final class ProfileRequests {
    private static final int TXN_AT = 0;
    private static final int READ_SLOT_AT = 2;
    private static final int READ_COUNT_AT = 3;
    private static final int OFFSET_AT = 2;
    private static final int READ_OFFSET_AT = 4;
    private static final int BEGIN_BYTES_AT = 2;
    private static final int BEGIN_GENERATION_AT = 4;

    private final FramesOut out;
    private final @Nullable EmulatedProfile profile;

    ProfileRequests(EmulatedParams params, FramesOut out) {
        this.out = out;
        ProfileMemory memory = params.profiles();
        byte[] ascii = params.serial().getBytes(StandardCharsets.US_ASCII);
        profile = memory == null
                ? null
                : new EmulatedProfile(memory, params.serial(), Arrays.copyOf(ascii, Protocol.SERIAL_BYTES));
    }

    void openWindow(long nowUs) {
        if (profile != null) {
            profile.openWindow(nowUs);
        }
    }

    void introduce(HelloResponse hello) {
        if (profile != null) {
            profile.introduce(hello);
        }
    }

    /** See {@link EmulatedProfile#cell}. */
    void cell(int pct) {
        if (profile != null) {
            profile.cell(pct);
        }
    }

    void take(Frame frame, boolean streaming, long nowUs) {
        if (profile != null) {
            profile.heard(nowUs);
        }
        try {
            if (frame.txn() == 0) {
                throw new EmulatedProfile.Refused(ErrorCode.RANGE, TXN_AT);
            }
            bounds(frame);
            if (profile == null) {
                throw new EmulatedProfile.Refused(ErrorCode.UNSUPPORTED, 0);
            }
            if (streaming && frame.type() != MessageType.CAL_INFO) {
                throw new EmulatedProfile.Refused(ErrorCode.STREAMING, 0);
            }
            answer(profile, frame, nowUs);
        } catch (EmulatedProfile.Refused e) {
            out.refuse(new Refusal(frame.txn(), frame.type(), e.code, e.detail), nowUs);
        }
    }

    private static void bounds(Frame frame) throws EmulatedProfile.Refused {
        switch (frame.type()) {
            case MessageType.CAL_READ -> {
                CalReadRequest asked = frame.read(new CalReadRequest());
                within(asked.slot(), 0, 1, READ_SLOT_AT);
                within(asked.count(), 1, Protocol.CAL_MAX_DATA_BYTES, READ_COUNT_AT);
                within(asked.offset(), 0, Protocol.IMAGE_MAX_BYTES - 1, READ_OFFSET_AT);
            }
            case MessageType.CAL_BEGIN -> {
                CalBeginRequest asked = frame.read(new CalBeginRequest());
                within(asked.imageBytes(), Protocol.IMAGE_HEADER_BYTES + 1, Protocol.IMAGE_MAX_BYTES, BEGIN_BYTES_AT);
                within(asked.generation(), 1, Protocol.IMAGE_MAX_GENERATION, BEGIN_GENERATION_AT);
            }
            case MessageType.CAL_WRITE ->
                within(frame.read(new CalWriteRequest()).offset(), 0, Protocol.IMAGE_MAX_BYTES - 1, OFFSET_AT);
            default -> {}
        }
    }

    private static void within(long value, long low, long high, int offset) throws EmulatedProfile.Refused {
        if (value < low || value > high) {
            throw new EmulatedProfile.Refused(ErrorCode.RANGE, offset);
        }
    }

    private void answer(EmulatedProfile held, Frame frame, long nowUs) throws EmulatedProfile.Refused {
        int txn = frame.txn();
        switch (frame.type()) {
            case MessageType.CAL_INFO -> {
                CalInfoResponse answer = out.begin(new CalInfoResponse());
                answer.setTxn(txn);
                held.info(answer, nowUs);
                out.send(answer, nowUs);
            }
            case MessageType.CAL_READ -> {
                CalReadResponse answer = out.begin(new CalReadResponse());
                answer.setTxn(txn);
                answer.setData(held.read(frame.read(new CalReadRequest()), answer));
                out.send(answer, nowUs);
            }
            case MessageType.CAL_BEGIN -> {
                CalBeginResponse answer = out.begin(new CalBeginResponse());
                answer.setTxn(txn);
                held.begin(frame.read(new CalBeginRequest()), answer, nowUs);
                out.send(answer, nowUs);
            }
            case MessageType.CAL_WRITE -> {
                int nextOff = held.write(frame.read(new CalWriteRequest()));
                CalWriteResponse answer = out.begin(new CalWriteResponse());
                answer.setTxn(txn);
                answer.setNextOff(nextOff);
                out.send(answer, nowUs);
            }
            default -> close(held, frame, nowUs);
        }
    }

    private void close(EmulatedProfile held, Frame frame, long nowUs) throws EmulatedProfile.Refused {
        int txn = frame.txn();
        switch (frame.type()) {
            case MessageType.CAL_VERIFY -> {
                CalVerifyResponse answer = out.begin(new CalVerifyResponse());
                answer.setTxn(txn);
                held.verify(answer);
                out.send(answer, nowUs);
            }
            case MessageType.CAL_COMMIT -> {
                CalCommitResponse answer = out.begin(new CalCommitResponse());
                answer.setTxn(txn);
                held.commit(frame.read(new CalCommitRequest()), answer);
                out.send(answer, nowUs);
            }
            case MessageType.CAL_CONFIRM -> {
                CalConfirmResponse answer = out.begin(new CalConfirmResponse());
                answer.setTxn(txn);
                held.confirm(frame.read(new CalConfirmRequest()), answer);
                out.send(answer, nowUs);
            }
            case MessageType.CAL_ROLLBACK -> {
                CalRollbackResponse answer = out.begin(new CalRollbackResponse());
                answer.setTxn(txn);
                held.rollback(frame.read(new CalRollbackRequest()), answer, nowUs);
                out.send(answer, nowUs);
            }
            default -> {
                held.abort();
                CalAbortResponse answer = out.begin(new CalAbortResponse());
                answer.setTxn(txn);
                out.send(answer, nowUs);
            }
        }
    }
}
