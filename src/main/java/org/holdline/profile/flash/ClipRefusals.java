package org.holdline.profile.flash;

import org.holdline.link.wire.Codes.CalState;
import org.holdline.link.wire.Codes.ErrorCode;
import org.holdline.link.wire.MessageType;
import org.holdline.profile.image.ImageFault;

/** What an ERROR of a clip means to who writes a profile. */
final class ClipRefusals {
    private static final long FAULT_UNIT = 65_536;

    private ClipRefusals() {}

    static FlashException of(int requestType, int code, long detail) {
        return switch (code) {
            case ErrorCode.STREAMING -> new FlashException(Refusal.STREAMING, "");
            case ErrorCode.BATTERY_LOW -> new FlashException(Refusal.BATTERY_LOW, detail + " %");
            case ErrorCode.CAL_WINDOW -> new FlashException(Refusal.WINDOW, "");
            case ErrorCode.CAL_SERIAL -> new FlashException(Refusal.SERIAL, "");
            case ErrorCode.CAL_EXPECTED ->
                new FlashException(
                        Refusal.CONFLICT, detail == 0 ? "none is in force" : "generation " + detail + " is in force");
            case ErrorCode.CAL_STATE -> state(requestType, detail);
            case ErrorCode.CAL_INVALID ->
                new FlashException(
                        Refusal.INVALID,
                        ImageFault.of((int) (detail / FAULT_UNIT)).text() + ", at byte " + detail % FAULT_UNIT);
            case ErrorCode.CAL_STORAGE -> new FlashException(Refusal.STORAGE, "at byte " + detail);
            case ErrorCode.CAL_MAC -> new FlashException(Refusal.MAC, "");
            case ErrorCode.CAL_NONE ->
                new FlashException(
                        requestType == MessageType.CAL_ROLLBACK ? Refusal.NO_OTHER : Refusal.NO_PROFILE,
                        "slot " + (char) ('A' + detail));
            case ErrorCode.UNSUPPORTED, ErrorCode.UNKNOWN_TYPE -> new FlashException(Refusal.UNSUPPORTED, "");
            case ErrorCode.RANGE ->
                new FlashException(
                        requestType == MessageType.CAL_BEGIN ? Refusal.GENERATION : Refusal.OTHER,
                        "field at " + detail + " is out of its limits");
            default -> new FlashException(Refusal.OTHER, "code " + code + ", detail " + detail);
        };
    }

    private static FlashException state(int requestType, long state) {
        if (state == CalState.TRIAL) {
            return new FlashException(Refusal.ON_TRIAL, "");
        }
        if (state == CalState.IDLE) {
            return requestType == MessageType.CAL_CONFIRM
                    ? new FlashException(Refusal.NOTHING_ON_TRIAL, "")
                    : new FlashException(Refusal.CONFLICT, "the clip has dropped the write");
        }
        return new FlashException(Refusal.UNFINISHED, "");
    }
}
