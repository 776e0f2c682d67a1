package org.holdline.link.wire;

/** Numbers that fields of messages take. A peer may send others, of a later version. */
public final class Codes {
    private Codes() {}

    /** Code of an ERROR. */
    public static final class ErrorCode {
        /** No such request in this version; detail 0. */
        public static final int UNKNOWN_TYPE = 1;

        /** Payload too short or contradicting itself; detail = its length. */
        public static final int PAYLOAD = 2;

        /** A field is out of its limits; detail = its offset in the payload. */
        public static final int RANGE = 3;

        /** HELLO first; detail 0. */
        public static final int NOT_GREETED = 4;

        /** No place to store a reply, nothing was done; detail = ms until one is free, rounded up. Not stored. */
        public static final int BUSY = 5;

        /**
         * This txn was another request less than TXN_STORE_MS ago, nothing was done; detail 0. This answer is not
         * stored.
         */
        public static final int TXN_REUSED = 6;

        /** This clip cannot do it; detail = offset of the field that asks for it, or 0. */
        public static final int UNSUPPORTED = 7;

        /** Older than its ttl; detail = age in us. */
        public static final int CUE_LATE = 8;

        /** Issued further ahead than MAX_CUE_LEAD_MS: the clocks are not mapped; detail = lead in us. */
        public static final int CUE_EARLY = 9;

        /** It would exceed the motor's share; detail = ms used in the window, rounded up. */
        public static final int CUE_DUTY = 10;

        /** A cue is playing; detail = ms left, rounded up. */
        public static final int CUE_ACTIVE = 11;

        /** The runner has muted the clip, or is pressing the button now; detail 0. */
        public static final int MUTED = 12;

        /** No stream and no cue while the cell is charged; detail 0. */
        public static final int CHARGING = 13;

        /** The motor or its driver failed its test; detail = driver status. */
        public static final int MOTOR_FAULT = 14;

        /** The IMU does not answer; detail = 0 lower, 1 upper. */
        public static final int IMU_FAULT = 15;

        /** Not while the stream is on; detail 0. */
        public static final int STREAMING = 16;

        /** Less than CAL_MIN_BATTERY_PCT is left and no charger is connected; detail = what is left, %. */
        public static final int BATTERY_LOW = 17;

        /** The write window is closed: the button opens it; detail 0. */
        public static final int CAL_WINDOW = 18;

        /** Another clip is meant; detail 0. */
        public static final int CAL_SERIAL = 19;

        /** Another profile is in force, or on trial, than the host believes; detail = its generation, 0 = none. */
        public static final int CAL_EXPECTED = 20;

        /** Not in this state of writing; detail = CAL_STATE. */
        public static final int CAL_STATE = 21;

        /** The image is not valid; detail = FAULT times 65536 + offset in the image. */
        public static final int CAL_INVALID = 22;

        /** The memory does not answer, or holds something else than was written to it; detail = offset in the memory. */
        public static final int CAL_STORAGE = 23;

        /** The MAC is not that of this clip's key; the write is forgotten and the window closed; detail 0. */
        public static final int CAL_MAC = 24;

        /** No such image; detail = the slot. */
        public static final int CAL_NONE = 25;

        private ErrorCode() {}
    }

    /** Shape of a cue. */
    public static final class CuePattern {
        /** Driven for the whole duration. */
        public static final int STEADY = 1;

        /** Two pulses of 2/5 of the duration each (rounded down to ms), a pause between. */
        public static final int DOUBLE = 2;

        private CuePattern() {}
    }

    /** Why a cue ended. */
    public static final class CueEnded {
        /** Its duration has passed. */
        public static final int COMPLETE = 0;

        /** CUE_STOP. */
        public static final int STOPPED = 1;

        /** The runner pressed the button. */
        public static final int BUTTON = 2;

        /** No valid host frame for SILENT_MOTOR_OFF_MS. */
        public static final int HOST_SILENT = 3;

        /** A HELLO of another host session. */
        public static final int NEW_SESSION = 4;

        /** A charger was connected. */
        public static final int CHARGING = 5;

        /** The motor or its driver failed. */
        public static final int FAULT = 6;

        private CueEnded() {}
    }

    /** Kind of a button press. */
    public static final class Press {
        /** Mute, or unmute when muted; the clip itself has done it. */
        public static final int SHORT = 1;

        /** Mark this moment. */
        public static final int DOUBLE = 2;

        /** End the run. */
        public static final int LONG = 3;

        private Press() {}
    }

    /** Why the clip last started. */
    public static final class ResetReason {
        /** Not known. */
        public static final int UNKNOWN = 0;

        /** Power came. */
        public static final int POWER = 1;

        /** Reset pin. */
        public static final int PIN = 2;

        /** The firmware had stopped. */
        public static final int WATCHDOG = 3;

        /** On purpose. */
        public static final int SOFTWARE = 4;

        /** The supply dipped. */
        public static final int BROWN_OUT = 5;

        /** The processor trapped. */
        public static final int FAULT = 6;

        private ResetReason() {}
    }

    /** IMU part. */
    public static final class ImuPartCode {
        /** Not fitted. */
        public static final int NONE = 0;

        /** ICM-42688-P. */
        public static final int ICM42688P = 1;

        /** LSM6DSV16X. */
        public static final int LSM6DSV16X = 2;

        /** MPU-6050. */
        public static final int MPU6050 = 3;

        /** Another one; scales and ranges say what counts. */
        public static final int OTHER = 255;

        private ImuPartCode() {}
    }

    /** Kind of haptic motor. */
    public static final class MotorKind {
        /** Not fitted. */
        public static final int NONE = 0;

        /** Eccentric rotating mass. */
        public static final int ERM = 1;

        /** Linear resonant actuator. */
        public static final int LRA = 2;

        private MotorKind() {}
    }

    /** State of the calibration profile the clip stores. */
    public static final class ProfileState {
        /** None that is valid. */
        public static final int NONE = 0;

        /** Confirmed. */
        public static final int CONFIRMED = 1;

        /** In RAM on trial. */
        public static final int TRIAL = 2;

        private ProfileState() {}
    }

    /** How far a write of a profile has come. */
    public static final class CalState {
        /** Nothing is being written. */
        public static final int IDLE = 0;

        /** Pieces are awaited. */
        public static final int WRITING = 1;

        /** All of it is in the memory and was read back. */
        public static final int VERIFIED = 2;

        /** In force until the clip restarts. */
        public static final int TRIAL = 3;

        private CalState() {}
    }

    /** What a slot holds. */
    public static final class SlotState {
        /** All FF. */
        public static final int EMPTY = 0;

        /** No valid image of this clip. */
        public static final int INVALID = 1;

        /** A valid image that no start takes. */
        public static final int UNCONFIRMED = 2;

        /** A valid image that a start may take. */
        public static final int CONFIRMED = 3;

        private SlotState() {}
    }

    /** First fault of a profile image, in the order in which it is checked. */
    public static final class ImageFaultCode {
        /** Valid. */
        public static final int NONE = 0;

        /** No profile image. */
        public static final int MAGIC = 1;

        /** A layout of a newer version. */
        public static final int LAYOUT = 2;

        /** The lengths contradict each other. */
        public static final int LENGTH = 3;

        /** The header's CRC differs. */
        public static final int HEADER_CRC = 4;

        /** The body's CRC differs. */
        public static final int BODY_CRC = 5;

        /** A record runs past the end, has another length or stands out of order. */
        public static final int RECORD = 6;

        /** A critical record of a newer version. */
        public static final int CRITICAL = 7;

        /** A record stands twice. */
        public static final int REPEATED = 8;

        /** A record is missing. */
        public static final int MISSING = 9;

        /** A value is out of its bounds. */
        public static final int RANGE = 10;

        /** A reserved byte is not zero. */
        public static final int RESERVED = 11;

        /** The serial number is another clip's, or no serial number. */
        public static final int SERIAL = 12;

        private ImageFaultCode() {}
    }

    /** Level of a LOG. */
    public static final class LogLevel {
        /** Something failed. */
        public static final int ERROR = 1;

        /** Something is odd and goes on. */
        public static final int WARN = 2;

        /** Worth knowing. */
        public static final int INFO = 3;

        /** For whoever writes the firmware. */
        public static final int DEBUG = 4;

        private LogLevel() {}
    }

    /** What a clip can do. */
    public static final class Capability {
        /** It plays cues. */
        public static final int HAPTIC = 1 << 0;

        /** It has a button. */
        public static final int BUTTON = 1 << 1;

        /** It measures its cell. */
        public static final int BATTERY = 1 << 2;

        /** It stores calibration profiles (CAL_*). */
        public static final int PROFILE = 1 << 3;

        /** It can enter a bootloader. */
        public static final int BOOTLOADER = 1 << 4;

        /** Its samples are made, not measured on a body. */
        public static final int SIMULATED = 1 << 5;

        private Capability() {}
    }

    /** Flags of STREAM_CTRL. */
    public static final class StreamFlag {
        /** The stream is on. */
        public static final int ON = 1 << 0;

        /** A run begins: the runner's mute is taken back. Only in the request. */
        public static final int NEW_RUN = 1 << 1;

        private StreamFlag() {}
    }

    /** Flags of IMU_BATCH. */
    public static final class BatchFlag {
        /** The clip lost samples just before the first one; first_idx tells how many. */
        public static final int OVERRUN = 1 << 0;

        /** At least one number lies at the limit of its sensor. */
        public static final int SATURATED = 1 << 1;

        /** A cue played at every one of these samples, pauses included; a batch ends where that changes. */
        public static final int HAPTIC = 1 << 2;

        /** Two IMUs: 24 bytes a sample, lower first. */
        public static final int DUAL = 1 << 3;

        /** The upper IMU did not deliver: at least one sample repeats its last value. */
        public static final int UPPER_HELD = 1 << 4;

        private BatchFlag() {}
    }

    /** Flags of STATUS. */
    public static final class StatusFlag {
        /** The stream is on. */
        public static final int STREAMING = 1 << 0;

        /** A charger is connected. */
        public static final int CHARGING = 1 << 1;

        /** Less than a tenth is left. */
        public static final int BATTERY_LOW = 1 << 2;

        /** The lower IMU delivers. */
        public static final int LOWER_IMU_OK = 1 << 3;

        /** The upper IMU delivers. */
        public static final int UPPER_IMU_OK = 1 << 4;

        /** A cue is playing. */
        public static final int MOTOR_RUNNING = 1 << 5;

        /** The motor or its driver failed its test. */
        public static final int MOTOR_FAULT = 1 << 6;

        /** The runner has muted the clip. */
        public static final int MUTED = 1 << 7;

        private StatusFlag() {}
    }
}
