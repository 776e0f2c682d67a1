package org.holdline.link.wire;

/** Sizes, limits and times of the link; {@code firmware-protocol/schema.json} is their source. */
public final class Protocol {
    /** Lowest wire version spoken here. */
    public static final int VERSION_MIN = 1;

    /** Highest wire version spoken here. */
    public static final int VERSION_MAX = 1;

    /** {@code version_agreed} when there is no common version. */
    public static final int VERSION_NONE = 255;

    /** Version of every HELLO and ERROR. */
    public static final int VERSION_GREETING = 0;

    /** CRC-32C of everything both sides must agree on; a clip may have another one and is told of. */
    public static final int SCHEMA_CRC = 0xCC3AC576;

    /** Header in front of the payload, bytes. */
    public static final int HEADER_BYTES = 6;

    /** Offset of the byte that holds the wire version in bits 7..4 and the flags in bits 3..0. */
    public static final int VERSION_FLAGS_AT = 0;

    /** Offset of the message type, u8. */
    public static final int TYPE_AT = 1;

    /** Offset of the frame number of this direction, u16; it counts losses and nothing else. */
    public static final int SEQ_AT = 2;

    /** Offset of the payload length, u16. */
    public static final int LENGTH_AT = 4;

    /** CRC-32C over header and payload, behind the payload, bytes. */
    public static final int CRC_BYTES = 4;

    /** Longest payload, bytes. */
    public static final int MAX_PAYLOAD_BYTES = 244;

    /** Header and CRC of an empty payload, bytes. */
    public static final int MIN_FRAME_BYTES = 10;

    /** Header, longest payload and CRC, bytes. */
    public static final int MAX_FRAME_BYTES = 254;

    /** Longest frame after COBS, without zeros around it, bytes. */
    public static final int MAX_ENCODED_BYTES = 255;

    /** Longest frame after COBS with a leading and a closing zero, bytes. */
    public static final int MAX_WIRE_BYTES = 257;

    /** The payload begins with a txn and wants one answer. */
    public static final int FLAG_REQUEST = 1;

    /** The payload begins with the txn it answers. */
    public static final int FLAG_RESPONSE = 2;

    /** Must be 0. Bit 2 is kept for frames that carry an authentication tag. */
    public static final int FLAGS_RESERVED = 12;

    /** Serial number: ASCII letters and digits, filled up with zeros, bytes. */
    public static final int SERIAL_BYTES = 12;

    /** One sample of one IMU: six i16, bytes. */
    public static final int IMU_BYTES = 12;

    /** Most samples in a batch of one IMU. */
    public static final int MAX_BATCH_ONE_IMU = 19;

    /** Most samples in a batch of two IMUs. */
    public static final int MAX_BATCH_TWO_IMUS = 9;

    /** Lowest sampling rate, Hz. */
    public static final int MIN_RATE_HZ = 50;

    /** Highest sampling rate, Hz. */
    public static final int MAX_RATE_HZ = 1000;

    /** Longest cue a clip plays; a longer one is refused, ms. */
    public static final int MAX_CUE_MS = 2000;

    /** Window over which the motor's share is counted, ms. */
    public static final int CUE_WINDOW_MS = 10_000;

    /** Most cue time in any such window: 25 %, ms. */
    public static final int CUE_WINDOW_MAX_MS = 2500;

    /** Longest life a cue may claim, ms. */
    public static final int MAX_CUE_TTL_MS = 1000;

    /** How far ahead of the clip's clock a cue's issue time may lie, ms. */
    public static final int MAX_CUE_LEAD_MS = 50;

    /** Replies a clip stores at the same time, replies. */
    public static final int TXN_STORE_SLOTS = 8;

    /** Presses that wait for their answer; a further one displaces the oldest, presses. */
    public static final int BUTTON_QUEUE = 4;

    /** Longest text of an ERROR, UTF-8, bytes. */
    public static final int MAX_ERROR_TEXT_BYTES = 64;

    /** Longest text of a LOG, UTF-8, bytes. */
    public static final int MAX_LOG_TEXT_BYTES = 200;

    /** Most LOG frames in a second; what is held back is counted in the next one, 1/s. */
    public static final int LOG_PER_S = 5;

    /** A sender that was silent this long puts a zero in front of its next frame, ms. */
    public static final int LEADING_ZERO_MS = 50;

    /** Host: time between two HELLO until one is answered, ms. */
    public static final int HELLO_RETRY_MS = 300;

    /** Host: an unanswered request goes out again, same txn, ms. */
    public static final int REQUEST_RETRY_MS = 300;

    /** Host: a request that was sent this often without answer has failed. */
    public static final int REQUEST_TRIES = 3;

    /** Host: an unanswered CUE goes out again while its ttl lasts; CUE_STOP until it is answered, ms. */
    public static final int CUE_RETRY_MS = 100;

    /** Clip: how long a stored reply answers a repeated txn, ms. */
    public static final int TXN_STORE_MS = 5000;

    /** Host: longest silence while a cue plays. Any valid frame keeps alive, ms. */
    public static final int KEEP_ALIVE_MS = 250;

    /** Clip: the motor goes off when no valid host frame came for this long, ms. */
    public static final int SILENT_MOTOR_OFF_MS = 1000;

    /** Clip: the stream ends and a HELLO is awaited when no valid host frame came for this long, ms. */
    public static final int SILENT_WAITING_MS = 5000;

    /** Clip: time between two STATUS, ms. */
    public static final int STATUS_PERIOD_MS = 1000;

    /** Host: time between two TIMESYNC; they keep alive too, ms. */
    public static final int TIMESYNC_PERIOD_MS = 500;

    /** Host: time between the first TIMESYNC after a greeting, ms. */
    public static final int TIMESYNC_FIRST_MS = 50;

    /** Host: how many of those; no cue goes out before they are answered. */
    public static final int TIMESYNC_FIRST_COUNT = 16;

    /** Host: the stream is stale after this many batch times without a batch, */
    public static final int STALE_BATCHES = 3;

    /** Host: but never before this, ms. */
    public static final int STALE_MIN_MS = 250;

    /** Host: no batch for this long: HELLO, ms. */
    public static final int PROBE_MS = 1000;

    /** Host: no batch for this long: the port is closed, ms. */
    public static final int CLOSE_MS = 3000;

    /** Host: first pause before the port is opened again; it doubles, ms. */
    public static final int BACKOFF_MIN_MS = 100;

    /** Host: longest such pause, ms. */
    public static final int BACKOFF_MAX_MS = 5000;

    /** Clip: an unanswered BUTTON goes out again, same txn, ms. */
    public static final int BUTTON_RETRY_MS = 200;

    /** Clip: a press not answered this long after it was recognised is given up and counted, ms. */
    public static final int BUTTON_LIFE_MS = 10_000;

    /** Clip: a level of the contact counts once it has lasted this long, from its beginning on, ms. */
    public static final int BUTTON_DEBOUNCE_MS = 20;

    /** Clip: a second press within this time of the release makes a double, ms. */
    public static final int BUTTON_DOUBLE_MS = 300;

    /** Clip: a press held this long is long, ms. */
    public static final int BUTTON_LONG_MS = 1500;

    /** Clip: a long press while no stream is on opens the write window for this long, ms. */
    public static final int CAL_WINDOW_MS = 120000;

    /** Clip: a write that hears no CAL_* for this long is forgotten; a trial is not, ms. */
    public static final int CAL_SESSION_MS = 600000;

    /** Host: an unanswered CAL_* goes out again; a memory takes longer than a cue, ms. */
    public static final int CAL_RETRY_MS = 1000;

    /** Most bytes of an image in one message: it fits the smallest payload a peer may take, bytes. */
    public static final int CAL_MAX_DATA_BYTES = 96;

    /** Less than this, and nothing is written, %. */
    public static final int CAL_MIN_BATTERY_PCT = 20;

    /** Random bytes that a MAC answers, bytes. */
    public static final int CAL_CHALLENGE_BYTES = 16;

    /** HMAC-SHA-256, bytes. */
    public static final int CAL_MAC_BYTES = 32;

    /** Key of a clip, bytes. */
    public static final int CAL_KEY_BYTES = 32;

    /** "HLPI": begin of a profile image. */
    public static final int IMAGE_MAGIC = 0x49504C48;

    /** Layout of image and records. */
    public static final int IMAGE_LAYOUT = 1;

    /** The memory is written in units of this size, each at a multiple of it, bytes. */
    public static final int IMAGE_UNIT_BYTES = 64;

    /** Header of an image, bytes. */
    public static final int IMAGE_HEADER_BYTES = 64;

    /** Longest image, bytes. */
    public static final int IMAGE_MAX_BYTES = 960;

    /** Type and length in front of each record, bytes. */
    public static final int IMAGE_RECORD_BYTES = 4;

    /** Of a record's type: who does not know it refuses the image. */
    public static final int IMAGE_CRITICAL = 0x8000;

    /** Highest generation. */
    public static final long IMAGE_MAX_GENERATION = 4294967294L;

    /** A slope measured over less is refused, 0.01 K. */
    public static final int IMAGE_MIN_SLOPE_SPAN_CDEG = 1000;

    /** Slots of a clip, slots. */
    public static final int SLOT_COUNT = 2;

    /** From one slot to the next, bytes. */
    public static final int SLOT_BYTES = 1024;

    /** Offset of the confirmation in a slot, bytes. */
    public static final int SLOT_STATE_AT = 0;

    /** Offset of the image in a slot, bytes. */
    public static final int SLOT_IMAGE_AT = 64;

    /** "HLPC": begin of a confirmation. */
    public static final int SLOT_CONFIRMED_MAGIC = 0x43504C48;

    private Protocol() {}
}
