package org.holdline.profile.flash;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.holdline.link.ClipIdentity;
import org.holdline.link.Greeting;
import org.holdline.link.wire.CalAbortRequest;
import org.holdline.link.wire.CalAbortResponse;
import org.holdline.link.wire.CalBeginRequest;
import org.holdline.link.wire.CalBeginResponse;
import org.holdline.link.wire.CalCommitRequest;
import org.holdline.link.wire.CalCommitResponse;
import org.holdline.link.wire.CalConfirmRequest;
import org.holdline.link.wire.CalConfirmResponse;
import org.holdline.link.wire.CalInfoRequest;
import org.holdline.link.wire.CalInfoResponse;
import org.holdline.link.wire.CalReadRequest;
import org.holdline.link.wire.CalReadResponse;
import org.holdline.link.wire.CalRollbackRequest;
import org.holdline.link.wire.CalRollbackResponse;
import org.holdline.link.wire.CalVerifyRequest;
import org.holdline.link.wire.CalVerifyResponse;
import org.holdline.link.wire.CalWriteRequest;
import org.holdline.link.wire.CalWriteResponse;
import org.holdline.link.wire.Codes.Capability;
import org.holdline.link.wire.HelloRequest;
import org.holdline.link.wire.HelloResponse;
import org.holdline.link.wire.Protocol;
import org.holdline.link.wire.View;
import org.holdline.profile.image.ImageHeader;
import org.jspecify.annotations.Nullable;

/** The requests of a write, and what is taken from their answers. */
final class CalQuestions {
    /**
     * What a greeting brings.
     *
     * @param misfit what keeps the two from understanding each other, or null
     */
    record Hello(
            Holding.Device device,
            int version,
            boolean keepsProfiles,
            boolean measuresCell,
            int profileState,
            long generation,
            int crc,
            @Nullable String misfit) {}

    /** What CAL_INFO brings. */
    record Info(
            int state,
            Optional<Integer> active,
            int windowS,
            boolean needsKey,
            List<Holding.Slot> slots,
            Holding.Writing writing) {}

    /** A piece of an image. */
    static final class Piece {
        final int offset;
        final int imageBytes;
        final byte[] data;

        Piece(int offset, int imageBytes, byte[] data) {
            this.offset = offset;
            this.imageBytes = imageBytes;
            this.data = data;
        }
    }

    /** Where to go on, and what a MAC must answer. */
    static final class Begun {
        final int nextOffset;
        final byte[] challenge;

        Begun(int nextOffset, byte[] challenge) {
            this.nextOffset = nextOffset;
            this.challenge = challenge;
        }
    }

    /** What was read back, or is on trial. */
    record Image(long generation, int crc) {}

    private CalQuestions() {}

    static Question<HelloRequest, HelloResponse, Hello> hello(int hostSession) {
        return new Question<>(
                new HelloRequest(),
                (request, txn) -> {
                    request.setTxn(txn);
                    request.setVersionMin(Protocol.VERSION_MIN);
                    request.setVersionMax(Protocol.VERSION_MAX);
                    request.setMaxPayloadBytes(Protocol.MAX_PAYLOAD_BYTES);
                    request.setHostSession(hostSession);
                    request.setSchemaCrc(Protocol.SCHEMA_CRC);
                },
                new HelloResponse(),
                CalQuestions::greeted,
                Protocol.HELLO_RETRY_MS);
    }

    private static Hello greeted(HelloResponse hello) {
        return new Hello(
                new Holding.Device(
                        ClipIdentity.serialOf(hello),
                        hello.bootId(),
                        hello.hardwareMajor(),
                        hello.hardwareMinor(),
                        hello.firmwareMajor() + "." + hello.firmwareMinor() + "." + hello.firmwarePatch(),
                        hello.imuCount(),
                        hello.imuCount() > 1
                                ? List.of(hello.lowerPart(), hello.upperPart())
                                : List.of(hello.lowerPart()),
                        Optional.empty()),
                hello.versionAgreed(),
                (hello.capabilities() & Capability.PROFILE) != 0,
                (hello.capabilities() & Capability.BATTERY) != 0,
                hello.profileState(),
                hello.profileGeneration(),
                hello.profileCrc(),
                Greeting.misfit(hello, null));
    }

    static Question<CalInfoRequest, CalInfoResponse, Info> info() {
        return cal(new CalInfoRequest(), CalInfoRequest::setTxn, new CalInfoResponse(), CalQuestions::told);
    }

    private static Info told(CalInfoResponse told) {
        Holding.Slot a = new Holding.Slot(
                0,
                told.slotAState(),
                told.slotAFault(),
                told.slotAFaultAt(),
                told.slotAImageBytes(),
                told.slotAGeneration(),
                told.slotACrc());
        Holding.Slot b = new Holding.Slot(
                1,
                told.slotBState(),
                told.slotBFault(),
                told.slotBFaultAt(),
                told.slotBImageBytes(),
                told.slotBGeneration(),
                told.slotBCrc());
        return new Info(
                told.state(),
                told.activeSlot() < Protocol.SLOT_COUNT ? Optional.of(told.activeSlot()) : Optional.empty(),
                told.windowS(),
                told.key() != 0,
                List.of(a, b),
                new Holding.Writing(told.nextOff(), told.writeGeneration(), told.writeCrc()));
    }

    static Question<CalReadRequest, CalReadResponse, Piece> read(int slot, int offset) {
        return cal(
                new CalReadRequest(),
                (request, txn) -> {
                    request.setTxn(txn);
                    request.setSlot(slot);
                    request.setCount(Protocol.CAL_MAX_DATA_BYTES);
                    request.setOffset(offset);
                },
                new CalReadResponse(),
                answer -> new Piece(
                        answer.offset(),
                        answer.imageBytes(),
                        Arrays.copyOfRange(answer.bytes(), answer.tailAt(), answer.tailAt() + answer.tailBytes())));
    }

    static Question<CalBeginRequest, CalBeginResponse, Begun> begin(ImageHeader image, ProfileHolder.Terms terms) {
        return cal(
                new CalBeginRequest(),
                (request, txn) -> {
                    request.setTxn(txn);
                    request.setImageBytes(image.imageBytes());
                    request.setGeneration(image.generation());
                    request.setCrc(image.bodyCrc());
                    request.setHeaderCrc(image.headerCrc());
                    request.setExpectedGeneration(terms.expectedGeneration());
                    request.setExpectedCrc(terms.expectedCrc());
                    request.setSerial(padded(image.serial()));
                },
                new CalBeginResponse(),
                answer -> new Begun(
                        answer.nextOff(),
                        Arrays.copyOfRange(
                                answer.bytes(),
                                answer.challengeAt(),
                                answer.challengeAt() + Protocol.CAL_CHALLENGE_BYTES)));
    }

    /** As the link carries a serial number. */
    static byte[] padded(String serial) {
        return Arrays.copyOf(serial.getBytes(StandardCharsets.US_ASCII), Protocol.SERIAL_BYTES);
    }

    static Question<CalWriteRequest, CalWriteResponse, Integer> write(int offset, byte[] piece) {
        return cal(
                new CalWriteRequest(),
                (request, txn) -> {
                    request.setTxn(txn);
                    request.setOffset(offset);
                    request.setData(piece);
                },
                new CalWriteResponse(),
                CalWriteResponse::nextOff);
    }

    static Question<CalVerifyRequest, CalVerifyResponse, Image> verify() {
        return cal(
                new CalVerifyRequest(),
                CalVerifyRequest::setTxn,
                new CalVerifyResponse(),
                answer -> new Image(answer.generation(), answer.crc()));
    }

    static Question<CalCommitRequest, CalCommitResponse, Image> commit(byte[] mac) {
        return cal(
                new CalCommitRequest(),
                (request, txn) -> {
                    request.setTxn(txn);
                    request.setMac(mac);
                },
                new CalCommitResponse(),
                answer -> new Image(answer.generation(), answer.crc()));
    }

    static Question<CalConfirmRequest, CalConfirmResponse, Integer> confirm(long generation, int crc) {
        return cal(
                new CalConfirmRequest(),
                (request, txn) -> {
                    request.setTxn(txn);
                    request.setGeneration(generation);
                    request.setCrc(crc);
                },
                new CalConfirmResponse(),
                CalConfirmResponse::slot);
    }

    static Question<CalRollbackRequest, CalRollbackResponse, Integer> rollBack(Holding.Slot from, Holding.Slot to) {
        return cal(
                new CalRollbackRequest(),
                (request, txn) -> {
                    request.setTxn(txn);
                    request.setFromGeneration(from.generation());
                    request.setFromCrc(from.crc());
                    request.setToGeneration(to.generation());
                    request.setToCrc(to.crc());
                },
                new CalRollbackResponse(),
                CalRollbackResponse::slot);
    }

    static Question<CalAbortRequest, CalAbortResponse, Integer> abort() {
        return cal(new CalAbortRequest(), CalAbortRequest::setTxn, new CalAbortResponse(), CalAbortResponse::state);
    }

    private static <Q extends View, A extends View, R> Question<Q, A, R> cal(
            Q request, ObjIntConsumer<Q> fill, A answer, Function<A, R> read) {
        return new Question<>(request, fill, answer, read, Protocol.CAL_RETRY_MS);
    }
}
