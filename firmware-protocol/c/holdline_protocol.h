/* Ids, offsets and limits of the Holdline link. Made from schema.json, not by hand:
 * ./holdline verify -Dtest=GeneratedFilesTest -Dholdline.regenerate=true
 * C99, no dependency but stdint.h. Meaning: firmware-protocol/README.md. */
#ifndef HOLDLINE_PROTOCOL_H
#define HOLDLINE_PROTOCOL_H

#include <stdint.h>

#define HL_SCHEMA_CRC 0xCC3AC576u /* The facts of the schema. */
#define HL_VERSION_MIN 1u /* Lowest wire version. */
#define HL_VERSION_MAX 1u /* Highest wire version. */
#define HL_VERSION_NONE 255u /* No common wire version. */

/* frame */
#define HL_HEADER_BYTES 6u /* bytes: Header in front of the payload. */
#define HL_VERSION_FLAGS_AT 0u /* bytes: Offset of the byte that holds the wire version in bits 7..4 and the flags in bits 3..0. */
#define HL_TYPE_AT 1u /* bytes: Offset of the message type, u8. */
#define HL_SEQ_AT 2u /* bytes: Offset of the frame number of this direction, u16; it counts losses and nothing else. */
#define HL_LENGTH_AT 4u /* bytes: Offset of the payload length, u16. */
#define HL_CRC_BYTES 4u /* bytes: CRC-32C over header and payload, behind the payload. */
#define HL_MAX_PAYLOAD_BYTES 244u /* bytes: Longest payload. */
#define HL_MIN_FRAME_BYTES 10u /* bytes: Header and CRC of an empty payload. */
#define HL_MAX_FRAME_BYTES 254u /* bytes: Header, longest payload and CRC. */
#define HL_MAX_ENCODED_BYTES 255u /* bytes: Longest frame after COBS, without zeros around it. */
#define HL_MAX_WIRE_BYTES 257u /* bytes: Longest frame after COBS with a leading and a closing zero. */
#define HL_FLAG_REQUEST 1u /* bit: The payload begins with a txn and wants one answer. */
#define HL_FLAG_RESPONSE 2u /* bit: The payload begins with the txn it answers. */
#define HL_FLAGS_RESERVED 12u /* bits: Must be 0. Bit 2 is kept for frames that carry an authentication tag. */

/* limit */
#define HL_SERIAL_BYTES 12u /* bytes: Serial number: ASCII letters and digits, filled up with zeros. */
#define HL_IMU_BYTES 12u /* bytes: One sample of one IMU: six i16. */
#define HL_MAX_BATCH_ONE_IMU 19u /* samples: Most samples in a batch of one IMU. */
#define HL_MAX_BATCH_TWO_IMUS 9u /* samples: Most samples in a batch of two IMUs. */
#define HL_MIN_RATE_HZ 50u /* Hz: Lowest sampling rate. */
#define HL_MAX_RATE_HZ 1000u /* Hz: Highest sampling rate. */
#define HL_MAX_CUE_MS 2000u /* ms: Longest cue a clip plays; a longer one is refused. */
#define HL_CUE_WINDOW_MS 10000u /* ms: Window over which the motor's share is counted. */
#define HL_CUE_WINDOW_MAX_MS 2500u /* ms: Most cue time in any such window: 25 %. */
#define HL_MAX_CUE_TTL_MS 1000u /* ms: Longest life a cue may claim. */
#define HL_MAX_CUE_LEAD_MS 50u /* ms: How far ahead of the clip's clock a cue's issue time may lie. */
#define HL_TXN_STORE_SLOTS 8u /* replies: Replies a clip stores at the same time. */
#define HL_BUTTON_QUEUE 4u /* presses: Presses that wait for their answer; a further one displaces the oldest. */
#define HL_MAX_ERROR_TEXT_BYTES 64u /* bytes: Longest text of an ERROR, UTF-8. */
#define HL_MAX_LOG_TEXT_BYTES 200u /* bytes: Longest text of a LOG, UTF-8. */
#define HL_LOG_PER_S 5u /* 1/s: Most LOG frames in a second; what is held back is counted in the next one. */

/* timing */
#define HL_LEADING_ZERO_MS 50u /* ms: A sender that was silent this long puts a zero in front of its next frame. */
#define HL_HELLO_RETRY_MS 300u /* ms: Host: time between two HELLO until one is answered. */
#define HL_REQUEST_RETRY_MS 300u /* ms: Host: an unanswered request goes out again, same txn. */
#define HL_REQUEST_TRIES 3u /* times: Host: a request that was sent this often without answer has failed. */
#define HL_CUE_RETRY_MS 100u /* ms: Host: an unanswered CUE goes out again while its ttl lasts; CUE_STOP until it is answered. */
#define HL_TXN_STORE_MS 5000u /* ms: Clip: how long a stored reply answers a repeated txn. */
#define HL_KEEP_ALIVE_MS 250u /* ms: Host: longest silence while a cue plays. Any valid frame keeps alive. */
#define HL_SILENT_MOTOR_OFF_MS 1000u /* ms: Clip: the motor goes off when no valid host frame came for this long. */
#define HL_SILENT_WAITING_MS 5000u /* ms: Clip: the stream ends and a HELLO is awaited when no valid host frame came for this long. */
#define HL_STATUS_PERIOD_MS 1000u /* ms: Clip: time between two STATUS. */
#define HL_TIMESYNC_PERIOD_MS 500u /* ms: Host: time between two TIMESYNC; they keep alive too. */
#define HL_TIMESYNC_FIRST_MS 50u /* ms: Host: time between the first TIMESYNC after a greeting. */
#define HL_TIMESYNC_FIRST_COUNT 16u /* times: Host: how many of those; no cue goes out before they are answered. */
#define HL_STALE_BATCHES 3u /* batches: Host: the stream is stale after this many batch times without a batch, */
#define HL_STALE_MIN_MS 250u /* ms: Host: but never before this. */
#define HL_PROBE_MS 1000u /* ms: Host: no batch for this long: HELLO. */
#define HL_CLOSE_MS 3000u /* ms: Host: no batch for this long: the port is closed. */
#define HL_BACKOFF_MIN_MS 100u /* ms: Host: first pause before the port is opened again; it doubles. */
#define HL_BACKOFF_MAX_MS 5000u /* ms: Host: longest such pause. */
#define HL_BUTTON_RETRY_MS 200u /* ms: Clip: an unanswered BUTTON goes out again, same txn. */
#define HL_BUTTON_LIFE_MS 10000u /* ms: Clip: a press not answered this long after it was recognised is given up and counted. */
#define HL_BUTTON_DEBOUNCE_MS 20u /* ms: Clip: a level of the contact counts once it has lasted this long, from its beginning on. */
#define HL_BUTTON_DOUBLE_MS 300u /* ms: Clip: a second press within this time of the release makes a double. */
#define HL_BUTTON_LONG_MS 1500u /* ms: Clip: a press held this long is long. */
#define HL_CAL_WINDOW_MS 120000u /* ms: Clip: a long press while no stream is on opens the write window for this long. */
#define HL_CAL_SESSION_MS 600000u /* ms: Clip: a write that hears no CAL_* for this long is forgotten; a trial is not. */
#define HL_CAL_RETRY_MS 1000u /* ms: Host: an unanswered CAL_* goes out again; a memory takes longer than a cue. */

/* profile */
#define HL_CAL_MAX_DATA_BYTES 96u /* bytes: Most bytes of an image in one message: it fits the smallest payload a peer may take. */
#define HL_CAL_MIN_BATTERY_PCT 20u /* %: Less than this, and nothing is written. */
#define HL_CAL_CHALLENGE_BYTES 16u /* bytes: Random bytes that a MAC answers. */
#define HL_CAL_MAC_BYTES 32u /* bytes: HMAC-SHA-256. */
#define HL_CAL_KEY_BYTES 32u /* bytes: Key of a clip. */
#define HL_IMAGE_MAGIC 1229999176u /* : "HLPI": begin of a profile image. */
#define HL_IMAGE_LAYOUT 1u /* : Layout of image and records. */
#define HL_IMAGE_UNIT_BYTES 64u /* bytes: The memory is written in units of this size, each at a multiple of it. */
#define HL_IMAGE_HEADER_BYTES 64u /* bytes: Header of an image. */
#define HL_IMAGE_MAX_BYTES 960u /* bytes: Longest image. */
#define HL_IMAGE_RECORD_BYTES 4u /* bytes: Type and length in front of each record. */
#define HL_IMAGE_CRITICAL 32768u /* bit: Of a record's type: who does not know it refuses the image. */
#define HL_IMAGE_MAX_GENERATION 4294967294u /* : Highest generation. */
#define HL_IMAGE_MIN_SLOPE_SPAN_CDEG 1000u /* 0.01 K: A slope measured over less is refused. */
#define HL_SLOT_COUNT 2u /* slots: Slots of a clip. */
#define HL_SLOT_BYTES 1024u /* bytes: From one slot to the next. */
#define HL_SLOT_STATE_AT 0u /* bytes: Offset of the confirmation in a slot. */
#define HL_SLOT_IMAGE_AT 64u /* bytes: Offset of the image in a slot. */
#define HL_SLOT_CONFIRMED_MAGIC 1129335880u /* : "HLPC": begin of a confirmation. */

/* What a receiver counts, in the order of STATUS. */
enum hl_counter {
    HL_RX_BYTES, /* Bytes taken from the stream. */
    HL_RX_FRAMES, /* Valid frames. */
    HL_RX_OVERSIZE, /* More than MAX_ENCODED_BYTES without a zero; counted at the first byte too many. */
    HL_RX_COBS, /* A COBS code points behind the end, or the encoding is not the canonical one. */
    HL_RX_SHORT, /* Fewer than MIN_FRAME_BYTES after decoding. */
    HL_RX_LENGTH, /* The length in the header is not that of the frame: bytes are missing or too many. */
    HL_RX_CRC, /* The CRC differs: bytes have changed. */
    HL_RX_VERSION, /* Another wire version than the one in force. */
    HL_RX_FLAGS, /* A reserved flag is set, or REQUEST and RESPONSE both. */
    HL_RX_UNKNOWN, /* Nobody sends this type with these flags in this version. */
    HL_RX_DIRECTION, /* Only this side sends this message: the line echoes. */
    HL_RX_PAYLOAD, /* The payload is shorter than the message's fixed fields, or its length contradicts its content. */
    HL_RX_SEQ_LOST, /* Frames missing between two valid ones, by their numbers. */
    HL_RX_SEQ_REPEATED, /* Valid frames whose number is not ahead of the last one. */
    HL_RX_COUNTERS
};

/* Code of an ERROR. */
#define HL_ERROR_UNKNOWN_TYPE 1u /* No such request in this version; detail 0. */
#define HL_ERROR_PAYLOAD 2u /* Payload too short or contradicting itself; detail = its length. */
#define HL_ERROR_RANGE 3u /* A field is out of its limits; detail = its offset in the payload. */
#define HL_ERROR_NOT_GREETED 4u /* HELLO first; detail 0. */
#define HL_ERROR_BUSY 5u /* No place to store a reply, nothing was done; detail = ms until one is free, rounded up. This answer is not stored. */
#define HL_ERROR_TXN_REUSED 6u /* This txn was another request less than TXN_STORE_MS ago, nothing was done; detail 0. This answer is not stored. */
#define HL_ERROR_UNSUPPORTED 7u /* This clip cannot do it; detail = offset of the field that asks for it, or 0. */
#define HL_ERROR_CUE_LATE 8u /* Older than its ttl; detail = age in us. */
#define HL_ERROR_CUE_EARLY 9u /* Issued further ahead than MAX_CUE_LEAD_MS: the clocks are not mapped; detail = lead in us. */
#define HL_ERROR_CUE_DUTY 10u /* It would exceed the motor's share; detail = ms used in the window, rounded up. */
#define HL_ERROR_CUE_ACTIVE 11u /* A cue is playing; detail = ms left, rounded up. */
#define HL_ERROR_MUTED 12u /* The runner has muted the clip, or is pressing the button now; detail 0. */
#define HL_ERROR_CHARGING 13u /* No stream and no cue while the cell is charged; detail 0. */
#define HL_ERROR_MOTOR_FAULT 14u /* The motor or its driver failed its test; detail = driver status. */
#define HL_ERROR_IMU_FAULT 15u /* The IMU does not answer; detail = 0 lower, 1 upper. */
#define HL_ERROR_STREAMING 16u /* Not while the stream is on; detail 0. */
#define HL_ERROR_BATTERY_LOW 17u /* Less than CAL_MIN_BATTERY_PCT is left and no charger is connected; detail = what is left, %. */
#define HL_ERROR_CAL_WINDOW 18u /* The write window is closed: the button opens it; detail 0. */
#define HL_ERROR_CAL_SERIAL 19u /* Another clip is meant; detail 0. */
#define HL_ERROR_CAL_EXPECTED 20u /* Another profile is in force, or on trial, than the host believes; detail = its generation, 0 = none. */
#define HL_ERROR_CAL_STATE 21u /* Not in this state of writing; detail = CAL_STATE. */
#define HL_ERROR_CAL_INVALID 22u /* The image is not valid; detail = FAULT times 65536 + offset in the image. */
#define HL_ERROR_CAL_STORAGE 23u /* The memory does not answer, or holds something else than was written to it; detail 0. */
#define HL_ERROR_CAL_MAC 24u /* The MAC is not that of this clip's key; the write is forgotten and the window closed; detail 0. */
#define HL_ERROR_CAL_NONE 25u /* No such image; detail = the slot. */

/* Shape of a cue. */
#define HL_PATTERN_STEADY 1u /* Driven for the whole duration. */
#define HL_PATTERN_DOUBLE 2u /* Two pulses of 2/5 of the duration each (rounded down to ms), a pause between. */

/* Why a cue ended. */
#define HL_CUE_ENDED_COMPLETE 0u /* Its duration has passed. */
#define HL_CUE_ENDED_STOPPED 1u /* CUE_STOP. */
#define HL_CUE_ENDED_BUTTON 2u /* The runner pressed the button. */
#define HL_CUE_ENDED_HOST_SILENT 3u /* No valid host frame for SILENT_MOTOR_OFF_MS. */
#define HL_CUE_ENDED_NEW_SESSION 4u /* A HELLO of another host session. */
#define HL_CUE_ENDED_CHARGING 5u /* A charger was connected. */
#define HL_CUE_ENDED_FAULT 6u /* The motor or its driver failed. */

/* Kind of a button press. */
#define HL_PRESS_SHORT 1u /* Mute, or unmute when muted; the clip itself has done it. */
#define HL_PRESS_DOUBLE 2u /* Mark this moment. */
#define HL_PRESS_LONG 3u /* End the run. */

/* Why the clip last started. */
#define HL_RESET_UNKNOWN 0u /* Not known. */
#define HL_RESET_POWER 1u /* Power came. */
#define HL_RESET_PIN 2u /* Reset pin. */
#define HL_RESET_WATCHDOG 3u /* The firmware had stopped. */
#define HL_RESET_SOFTWARE 4u /* On purpose. */
#define HL_RESET_BROWN_OUT 5u /* The supply dipped. */
#define HL_RESET_FAULT 6u /* The processor trapped. */

/* IMU part. */
#define HL_IMU_NONE 0u /* Not fitted. */
#define HL_IMU_ICM42688P 1u /* ICM-42688-P. */
#define HL_IMU_LSM6DSV16X 2u /* LSM6DSV16X. */
#define HL_IMU_MPU6050 3u /* MPU-6050. */
#define HL_IMU_OTHER 255u /* Another one; scales and ranges say what counts. */

/* Kind of haptic motor. */
#define HL_MOTOR_NONE 0u /* Not fitted. */
#define HL_MOTOR_ERM 1u /* Eccentric rotating mass. */
#define HL_MOTOR_LRA 2u /* Linear resonant actuator. */

/* State of the calibration profile the clip stores. */
#define HL_PROFILE_NONE 0u /* None that is valid. */
#define HL_PROFILE_CONFIRMED 1u /* Confirmed. */
#define HL_PROFILE_TRIAL 2u /* In RAM on trial. */

/* How far a write of a profile has come. */
#define HL_CAL_STATE_IDLE 0u /* Nothing is being written. */
#define HL_CAL_STATE_WRITING 1u /* Pieces are awaited. */
#define HL_CAL_STATE_VERIFIED 2u /* All of it is in the memory and was read back. */
#define HL_CAL_STATE_TRIAL 3u /* In force until the clip restarts. */

/* What a slot holds. */
#define HL_SLOT_EMPTY 0u /* All FF. */
#define HL_SLOT_INVALID 1u /* No valid image of this clip. */
#define HL_SLOT_UNCONFIRMED 2u /* A valid image that no start takes. */
#define HL_SLOT_CONFIRMED 3u /* A valid image that a start may take. */

/* First fault of a profile image, in the order in which it is checked. */
#define HL_FAULT_NONE 0u /* Valid. */
#define HL_FAULT_MAGIC 1u /* No profile image. */
#define HL_FAULT_LAYOUT 2u /* A layout of a newer version. */
#define HL_FAULT_LENGTH 3u /* The lengths contradict each other. */
#define HL_FAULT_HEADER_CRC 4u /* The header's CRC differs. */
#define HL_FAULT_BODY_CRC 5u /* The body's CRC differs. */
#define HL_FAULT_RECORD 6u /* A record runs past the end, has another length or stands out of order. */
#define HL_FAULT_CRITICAL 7u /* A critical record of a newer version. */
#define HL_FAULT_REPEATED 8u /* A record stands twice. */
#define HL_FAULT_MISSING 9u /* A record is missing. */
#define HL_FAULT_RANGE 10u /* A value is out of its bounds. */
#define HL_FAULT_RESERVED 11u /* A reserved byte is not zero. */
#define HL_FAULT_SERIAL 12u /* The serial number is another clip's, or no serial number. */

/* Level of a LOG. */
#define HL_LEVEL_ERROR 1u /* Something failed. */
#define HL_LEVEL_WARN 2u /* Something is odd and goes on. */
#define HL_LEVEL_INFO 3u /* Worth knowing. */
#define HL_LEVEL_DEBUG 4u /* For whoever writes the firmware. */

/* What a clip can do. */
#define HL_CAPABILITY_HAPTIC 0x01u /* It plays cues. */
#define HL_CAPABILITY_BUTTON 0x02u /* It has a button. */
#define HL_CAPABILITY_BATTERY 0x04u /* It measures its cell. */
#define HL_CAPABILITY_PROFILE 0x08u /* It stores calibration profiles (CAL_*). */
#define HL_CAPABILITY_BOOTLOADER 0x10u /* It can enter a bootloader. */
#define HL_CAPABILITY_SIMULATED 0x20u /* Its samples are made, not measured on a body. */

/* Flags of STREAM_CTRL. */
#define HL_STREAM_ON 0x01u /* The stream is on. */
#define HL_STREAM_NEW_RUN 0x02u /* A run begins: the runner's mute is taken back. Only in the request. */

/* Flags of IMU_BATCH. */
#define HL_BATCH_OVERRUN 0x01u /* The clip lost samples just before the first one; first_idx tells how many. */
#define HL_BATCH_SATURATED 0x02u /* At least one number lies at the limit of its sensor. */
#define HL_BATCH_HAPTIC 0x04u /* A cue played at every one of these samples, the pause of DOUBLE included; a batch ends where that changes. */
#define HL_BATCH_DUAL 0x08u /* Two IMUs: 24 bytes a sample, lower first. */
#define HL_BATCH_UPPER_HELD 0x10u /* The upper IMU did not deliver: at least one sample repeats its last value. */

/* Flags of STATUS. */
#define HL_STATUS_STREAMING 0x01u /* The stream is on. */
#define HL_STATUS_CHARGING 0x02u /* A charger is connected. */
#define HL_STATUS_BATTERY_LOW 0x04u /* Less than a tenth is left. */
#define HL_STATUS_LOWER_IMU_OK 0x08u /* The lower IMU delivers. */
#define HL_STATUS_UPPER_IMU_OK 0x10u /* The upper IMU delivers. */
#define HL_STATUS_MOTOR_RUNNING 0x20u /* A cue is playing. */
#define HL_STATUS_MOTOR_FAULT 0x40u /* The motor or its driver failed its test. */
#define HL_STATUS_MUTED 0x80u /* The runner has muted the clip. */

/* Message types. */
#define HL_TYPE_HELLO 0x01u /* Greeting. The layout of the first 5 bytes never changes, and the header's version is always 0. */
#define HL_TYPE_TIMESYNC 0x02u /* One measurement of the two clocks. Always answered anew, never from the store. */
#define HL_TYPE_STATUS 0x03u /* Heartbeat, each STATUS_PERIOD_MS while greeted. Counters are u32 since the start of the clip, with wrap-around. */
#define HL_TYPE_ERROR 0x04u /* Refusal of a request that came through whole. Nothing was done. */
#define HL_TYPE_LOG 0x05u /* A line for whoever looks after the clip. Never more than LOG_PER_S. */
#define HL_TYPE_STREAM_CTRL 0x10u /* Switches the stream. The same setting again changes nothing. */
#define HL_TYPE_IMU_BATCH 0x11u /* Samples. Sample i was taken at t0_us + i * period_ns / 1000; both IMUs at that same instant. */
#define HL_TYPE_CUE 0x20u /* Asks for a cue. The response says that the motor is driven; a refusal is an ERROR. */
#define HL_TYPE_CUE_STOP 0x21u /* Motor off. Obeyed in every state, also ungreeted, and answered anew each time; its layout never changes. */
#define HL_TYPE_CUE_END 0x22u /* A cue ended. Sent once; IMU_BATCH and STATUS show the motor too. */
#define HL_TYPE_BUTTON 0x30u /* The runner pressed the button. The clip repeats it each BUTTON_RETRY_MS until the host answers; one at a time, in order. */
#define HL_TYPE_CAL_INFO 0x40u /* What the two slots hold and how far a write has come. Allowed in every state of the stream. */
#define HL_TYPE_CAL_READ 0x41u /* Bytes of the image in a slot. */
#define HL_TYPE_CAL_BEGIN 0x42u /* Begins to write an image to the spare slot, or goes on with the same one. Needs the write window to begin. */
#define HL_TYPE_CAL_WRITE 0x43u /* A piece of the image. One that does not begin at next_off is passed over. */
#define HL_TYPE_CAL_VERIFY 0x44u /* Writes the header, reads the slot back and checks all of it. */
#define HL_TYPE_CAL_COMMIT 0x45u /* Puts the verified image on trial: in force until the clip restarts, for good after CONFIRM. */
#define HL_TYPE_CAL_CONFIRM 0x46u /* Puts the image on trial in force for good. */
#define HL_TYPE_CAL_ROLLBACK 0x47u /* Puts the other slot's confirmed image in force again. Needs the write window. */
#define HL_TYPE_CAL_ABORT 0x48u /* Forgets a write or ends a trial. Nothing that is in force changes. */
#define HL_TYPE_ENTER_BOOTLOADER 0x60u /* Reserved: unknown in this version. */

/* Every message anybody sends:
 * X(type, flags, from host, from clip, reply is stored, fixed bytes, longest tail) */
#define HL_KNOWN_MESSAGES(X) \
    X(HL_TYPE_HELLO, 1u, 1, 0, 0, 18u, 0u) \
    X(HL_TYPE_HELLO, 2u, 0, 1, 0, 86u, 0u) \
    X(HL_TYPE_TIMESYNC, 1u, 1, 0, 0, 14u, 0u) \
    X(HL_TYPE_TIMESYNC, 2u, 0, 1, 0, 14u, 0u) \
    X(HL_TYPE_STATUS, 0u, 0, 1, 0, 120u, 0u) \
    X(HL_TYPE_ERROR, 2u, 1, 1, 0, 8u, 64u) \
    X(HL_TYPE_LOG, 0u, 0, 1, 0, 8u, 200u) \
    X(HL_TYPE_STREAM_CTRL, 1u, 1, 0, 1, 6u, 0u) \
    X(HL_TYPE_STREAM_CTRL, 2u, 0, 1, 0, 10u, 0u) \
    X(HL_TYPE_IMU_BATCH, 0u, 0, 1, 0, 14u, 228u) \
    X(HL_TYPE_CUE, 1u, 1, 0, 1, 12u, 0u) \
    X(HL_TYPE_CUE, 2u, 0, 1, 0, 8u, 0u) \
    X(HL_TYPE_CUE_STOP, 1u, 1, 0, 0, 2u, 0u) \
    X(HL_TYPE_CUE_STOP, 2u, 0, 1, 0, 3u, 0u) \
    X(HL_TYPE_CUE_END, 0u, 0, 1, 0, 9u, 0u) \
    X(HL_TYPE_BUTTON, 1u, 0, 1, 0, 8u, 0u) \
    X(HL_TYPE_BUTTON, 2u, 1, 0, 0, 2u, 0u) \
    X(HL_TYPE_CAL_INFO, 1u, 1, 0, 0, 2u, 0u) \
    X(HL_TYPE_CAL_INFO, 2u, 0, 1, 0, 44u, 0u) \
    X(HL_TYPE_CAL_READ, 1u, 1, 0, 0, 6u, 0u) \
    X(HL_TYPE_CAL_READ, 2u, 0, 1, 0, 8u, 96u) \
    X(HL_TYPE_CAL_BEGIN, 1u, 1, 0, 0, 36u, 0u) \
    X(HL_TYPE_CAL_BEGIN, 2u, 0, 1, 0, 20u, 0u) \
    X(HL_TYPE_CAL_WRITE, 1u, 1, 0, 0, 4u, 96u) \
    X(HL_TYPE_CAL_WRITE, 2u, 0, 1, 0, 4u, 0u) \
    X(HL_TYPE_CAL_VERIFY, 1u, 1, 0, 0, 2u, 0u) \
    X(HL_TYPE_CAL_VERIFY, 2u, 0, 1, 0, 12u, 0u) \
    X(HL_TYPE_CAL_COMMIT, 1u, 1, 0, 0, 34u, 0u) \
    X(HL_TYPE_CAL_COMMIT, 2u, 0, 1, 0, 12u, 0u) \
    X(HL_TYPE_CAL_CONFIRM, 1u, 1, 0, 0, 10u, 0u) \
    X(HL_TYPE_CAL_CONFIRM, 2u, 0, 1, 0, 3u, 0u) \
    X(HL_TYPE_CAL_ROLLBACK, 1u, 1, 0, 0, 18u, 0u) \
    X(HL_TYPE_CAL_ROLLBACK, 2u, 0, 1, 0, 3u, 0u) \
    X(HL_TYPE_CAL_ABORT, 1u, 1, 0, 0, 2u, 0u) \
    X(HL_TYPE_CAL_ABORT, 2u, 0, 1, 0, 3u, 0u)

static inline uint8_t hl_get_u8(const uint8_t *at) { return at[0]; }
static inline uint16_t hl_get_u16(const uint8_t *at) { return (uint16_t)(at[0] | at[1] << 8); }
static inline int16_t hl_get_i16(const uint8_t *at)
{
    uint16_t u = hl_get_u16(at);
    return (int16_t)(u < 0x8000u ? (int32_t)u : (int32_t)u - 0x10000);
}
static inline uint32_t hl_get_u32(const uint8_t *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}
static inline void hl_put_u8(uint8_t *at, uint8_t v) { at[0] = v; }
static inline void hl_put_u16(uint8_t *at, uint16_t v)
{
    at[0] = (uint8_t)(v & 0xFFu);
    at[1] = (uint8_t)(v >> 8);
}
static inline void hl_put_i16(uint8_t *at, int16_t v) { hl_put_u16(at, (uint16_t)v); }
static inline void hl_put_u32(uint8_t *at, uint32_t v)
{
    hl_put_u16(at, (uint16_t)(v & 0xFFFFu));
    hl_put_u16(at + 2, (uint16_t)(v >> 16));
}

/* Signed difference a - b of two 32-bit instants; they must lie less than 2^31 us (35 min) apart. */
static inline int32_t hl_us_between(uint32_t b, uint32_t a)
{
    uint32_t d = a - b;
    return d < 0x80000000u ? (int32_t)d : -(int32_t)(0xFFFFFFFFu - d) - 1;
}

/* HELLO request, from host */
#define HL_HELLO_REQUEST_BYTES 18u /* Fixed fields. */
#define HL_HELLO_REQUEST_TXN_AT 0u /* Number of this request. */
#define HL_HELLO_REQUEST_TXN_MIN 1u
#define HL_HELLO_REQUEST_TXN_MAX 65535u
#define HL_HELLO_REQUEST_VERSION_MIN_AT 2u /* Lowest wire version the host speaks. */
#define HL_HELLO_REQUEST_VERSION_MIN_MIN 0u
#define HL_HELLO_REQUEST_VERSION_MIN_MAX 15u
#define HL_HELLO_REQUEST_VERSION_MAX_AT 3u /* Highest wire version the host speaks. */
#define HL_HELLO_REQUEST_VERSION_MAX_MIN 0u
#define HL_HELLO_REQUEST_VERSION_MAX_MAX 15u
#define HL_HELLO_REQUEST_RESERVED_AT 4u /* 0. */
#define HL_HELLO_REQUEST_MAX_PAYLOAD_BYTES_AT 5u /* bytes: Longest payload the host takes, for as long as its session lasts. */
#define HL_HELLO_REQUEST_MAX_PAYLOAD_BYTES_MIN 128u
#define HL_HELLO_REQUEST_MAX_PAYLOAD_BYTES_MAX 244u
#define HL_HELLO_REQUEST_HOST_SESSION_AT 6u /* Random, new each time the host program starts. */
#define HL_HELLO_REQUEST_SCHEMA_CRC_AT 10u /* SCHEMA_CRC of the host. */
#define HL_HELLO_REQUEST_CAPABILITIES_AT 14u /* 0; kept for hosts. */
static inline uint16_t hl_hello_request_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_hello_request_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint8_t hl_hello_request_version_min(const uint8_t *payload) { return hl_get_u8(payload + 2); }
static inline void hl_hello_request_set_version_min(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 2, v); }
static inline uint8_t hl_hello_request_version_max(const uint8_t *payload) { return hl_get_u8(payload + 3); }
static inline void hl_hello_request_set_version_max(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 3, v); }
static inline uint8_t hl_hello_request_max_payload_bytes(const uint8_t *payload) { return hl_get_u8(payload + 5); }
static inline void hl_hello_request_set_max_payload_bytes(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 5, v); }
static inline uint32_t hl_hello_request_host_session(const uint8_t *payload) { return hl_get_u32(payload + 6); }
static inline void hl_hello_request_set_host_session(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 6, v); }
static inline uint32_t hl_hello_request_schema_crc(const uint8_t *payload) { return hl_get_u32(payload + 10); }
static inline void hl_hello_request_set_schema_crc(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 10, v); }
static inline uint32_t hl_hello_request_capabilities(const uint8_t *payload) { return hl_get_u32(payload + 14); }
static inline void hl_hello_request_set_capabilities(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 14, v); }

/* HELLO response, from clip */
#define HL_HELLO_RESPONSE_BYTES 86u /* Fixed fields. */
#define HL_HELLO_RESPONSE_TXN_AT 0u /* Of the request. */
#define HL_HELLO_RESPONSE_VERSION_MIN_AT 2u /* Lowest wire version the clip speaks. */
#define HL_HELLO_RESPONSE_VERSION_MIN_MIN 0u
#define HL_HELLO_RESPONSE_VERSION_MIN_MAX 15u
#define HL_HELLO_RESPONSE_VERSION_MAX_AT 3u /* Highest wire version the clip speaks. */
#define HL_HELLO_RESPONSE_VERSION_MAX_MIN 0u
#define HL_HELLO_RESPONSE_VERSION_MAX_MAX 15u
#define HL_HELLO_RESPONSE_VERSION_AGREED_AT 4u /* Highest version both speak: in force from now on. 255 = none; the clip then stays ungreeted. */
#define HL_HELLO_RESPONSE_MAX_PAYLOAD_BYTES_AT 5u /* bytes: Longest payload the clip takes. */
#define HL_HELLO_RESPONSE_MAX_PAYLOAD_BYTES_MIN 128u
#define HL_HELLO_RESPONSE_MAX_PAYLOAD_BYTES_MAX 244u
#define HL_HELLO_RESPONSE_BOOT_ID_AT 6u /* Random, new at each start of the clip. */
#define HL_HELLO_RESPONSE_SCHEMA_CRC_AT 10u /* SCHEMA_CRC of the clip. */
#define HL_HELLO_RESPONSE_CAPABILITIES_AT 14u /* bits CAPABILITY: What the clip can do. */
#define HL_HELLO_RESPONSE_SERIAL_AT 18u /* ASCII: Serial number; the clip is known by it and by nothing else. */
#define HL_HELLO_RESPONSE_HARDWARE_MAJOR_AT 30u /* Board revision. */
#define HL_HELLO_RESPONSE_HARDWARE_MINOR_AT 31u /* Variant of that revision. */
#define HL_HELLO_RESPONSE_FIRMWARE_MAJOR_AT 32u /* Firmware version, first number. */
#define HL_HELLO_RESPONSE_FIRMWARE_MINOR_AT 33u /* Second number. */
#define HL_HELLO_RESPONSE_FIRMWARE_PATCH_AT 34u /* Third number. */
#define HL_HELLO_RESPONSE_IMU_COUNT_AT 35u /* IMUs fitted. */
#define HL_HELLO_RESPONSE_IMU_COUNT_MIN 1u
#define HL_HELLO_RESPONSE_IMU_COUNT_MAX 2u
#define HL_HELLO_RESPONSE_RATE_0_HZ_AT 36u /* Hz: Sampling rates, rising; 0 = no further one. */
#define HL_HELLO_RESPONSE_RATE_1_HZ_AT 38u /* Hz: See rate_0_hz. */
#define HL_HELLO_RESPONSE_RATE_2_HZ_AT 40u /* Hz: See rate_0_hz. */
#define HL_HELLO_RESPONSE_RATE_3_HZ_AT 42u /* Hz: See rate_0_hz. */
#define HL_HELLO_RESPONSE_MOTOR_AT 44u /* enum MOTOR: Haptic motor. */
#define HL_HELLO_RESPONSE_MOTOR_RISE_MS_AT 45u /* ms: Time from driving to what the runner feels; 0 = not known. */
#define HL_HELLO_RESPONSE_PROFILE_STATE_AT 46u /* enum PROFILE: Active calibration profile. */
#define HL_HELLO_RESPONSE_PROFILE_SLOT_AT 47u /* Its slot; 0 without one. */
#define HL_HELLO_RESPONSE_PROFILE_GENERATION_AT 48u /* Its generation; 0 without one. */
#define HL_HELLO_RESPONSE_PROFILE_CRC_AT 52u /* CRC-32C of its body; 0 without one. */
#define HL_HELLO_RESPONSE_LOWER_PART_AT 56u /* enum IMU: Part of the lower IMU, or of the only one. */
#define HL_HELLO_RESPONSE_UPPER_PART_AT 57u /* enum IMU: Part of the upper IMU. */
#define HL_HELLO_RESPONSE_LOWER_ACCEL_LSB_NG_AT 58u /* 1e-9 g: Weight of one step of the accelerometer. */
#define HL_HELLO_RESPONSE_LOWER_GYRO_LSB_NDPS_AT 62u /* 1e-9 deg/s: Weight of one step of the gyroscope. */
#define HL_HELLO_RESPONSE_LOWER_ACCEL_RANGE_MG_AT 66u /* mg: Full scale of the accelerometer: saturation begins there. */
#define HL_HELLO_RESPONSE_LOWER_GYRO_RANGE_DPS_AT 68u /* deg/s: Full scale of the gyroscope. */
#define HL_HELLO_RESPONSE_LOWER_DELAY_US_AT 70u /* us: Group delay of the sensor's own filter, not subtracted from any instant; 0 = not known. */
#define HL_HELLO_RESPONSE_UPPER_ACCEL_LSB_NG_AT 72u /* 1e-9 g: As for the lower IMU; 0 without an upper one. */
#define HL_HELLO_RESPONSE_UPPER_GYRO_LSB_NDPS_AT 76u /* 1e-9 deg/s: As for the lower IMU. */
#define HL_HELLO_RESPONSE_UPPER_ACCEL_RANGE_MG_AT 80u /* mg: As for the lower IMU. */
#define HL_HELLO_RESPONSE_UPPER_GYRO_RANGE_DPS_AT 82u /* deg/s: As for the lower IMU. */
#define HL_HELLO_RESPONSE_UPPER_DELAY_US_AT 84u /* us: As for the lower IMU. */
static inline uint16_t hl_hello_response_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_hello_response_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint8_t hl_hello_response_version_min(const uint8_t *payload) { return hl_get_u8(payload + 2); }
static inline void hl_hello_response_set_version_min(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 2, v); }
static inline uint8_t hl_hello_response_version_max(const uint8_t *payload) { return hl_get_u8(payload + 3); }
static inline void hl_hello_response_set_version_max(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 3, v); }
static inline uint8_t hl_hello_response_version_agreed(const uint8_t *payload) { return hl_get_u8(payload + 4); }
static inline void hl_hello_response_set_version_agreed(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 4, v); }
static inline uint8_t hl_hello_response_max_payload_bytes(const uint8_t *payload) { return hl_get_u8(payload + 5); }
static inline void hl_hello_response_set_max_payload_bytes(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 5, v); }
static inline uint32_t hl_hello_response_boot_id(const uint8_t *payload) { return hl_get_u32(payload + 6); }
static inline void hl_hello_response_set_boot_id(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 6, v); }
static inline uint32_t hl_hello_response_schema_crc(const uint8_t *payload) { return hl_get_u32(payload + 10); }
static inline void hl_hello_response_set_schema_crc(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 10, v); }
static inline uint32_t hl_hello_response_capabilities(const uint8_t *payload) { return hl_get_u32(payload + 14); }
static inline void hl_hello_response_set_capabilities(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 14, v); }
static inline uint8_t hl_hello_response_hardware_major(const uint8_t *payload) { return hl_get_u8(payload + 30); }
static inline void hl_hello_response_set_hardware_major(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 30, v); }
static inline uint8_t hl_hello_response_hardware_minor(const uint8_t *payload) { return hl_get_u8(payload + 31); }
static inline void hl_hello_response_set_hardware_minor(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 31, v); }
static inline uint8_t hl_hello_response_firmware_major(const uint8_t *payload) { return hl_get_u8(payload + 32); }
static inline void hl_hello_response_set_firmware_major(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 32, v); }
static inline uint8_t hl_hello_response_firmware_minor(const uint8_t *payload) { return hl_get_u8(payload + 33); }
static inline void hl_hello_response_set_firmware_minor(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 33, v); }
static inline uint8_t hl_hello_response_firmware_patch(const uint8_t *payload) { return hl_get_u8(payload + 34); }
static inline void hl_hello_response_set_firmware_patch(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 34, v); }
static inline uint8_t hl_hello_response_imu_count(const uint8_t *payload) { return hl_get_u8(payload + 35); }
static inline void hl_hello_response_set_imu_count(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 35, v); }
static inline uint16_t hl_hello_response_rate_0_hz(const uint8_t *payload) { return hl_get_u16(payload + 36); }
static inline void hl_hello_response_set_rate_0_hz(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 36, v); }
static inline uint16_t hl_hello_response_rate_1_hz(const uint8_t *payload) { return hl_get_u16(payload + 38); }
static inline void hl_hello_response_set_rate_1_hz(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 38, v); }
static inline uint16_t hl_hello_response_rate_2_hz(const uint8_t *payload) { return hl_get_u16(payload + 40); }
static inline void hl_hello_response_set_rate_2_hz(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 40, v); }
static inline uint16_t hl_hello_response_rate_3_hz(const uint8_t *payload) { return hl_get_u16(payload + 42); }
static inline void hl_hello_response_set_rate_3_hz(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 42, v); }
static inline uint8_t hl_hello_response_motor(const uint8_t *payload) { return hl_get_u8(payload + 44); }
static inline void hl_hello_response_set_motor(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 44, v); }
static inline uint8_t hl_hello_response_motor_rise_ms(const uint8_t *payload) { return hl_get_u8(payload + 45); }
static inline void hl_hello_response_set_motor_rise_ms(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 45, v); }
static inline uint8_t hl_hello_response_profile_state(const uint8_t *payload) { return hl_get_u8(payload + 46); }
static inline void hl_hello_response_set_profile_state(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 46, v); }
static inline uint8_t hl_hello_response_profile_slot(const uint8_t *payload) { return hl_get_u8(payload + 47); }
static inline void hl_hello_response_set_profile_slot(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 47, v); }
static inline uint32_t hl_hello_response_profile_generation(const uint8_t *payload) { return hl_get_u32(payload + 48); }
static inline void hl_hello_response_set_profile_generation(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 48, v); }
static inline uint32_t hl_hello_response_profile_crc(const uint8_t *payload) { return hl_get_u32(payload + 52); }
static inline void hl_hello_response_set_profile_crc(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 52, v); }
static inline uint8_t hl_hello_response_lower_part(const uint8_t *payload) { return hl_get_u8(payload + 56); }
static inline void hl_hello_response_set_lower_part(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 56, v); }
static inline uint8_t hl_hello_response_upper_part(const uint8_t *payload) { return hl_get_u8(payload + 57); }
static inline void hl_hello_response_set_upper_part(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 57, v); }
static inline uint32_t hl_hello_response_lower_accel_lsb_ng(const uint8_t *payload) { return hl_get_u32(payload + 58); }
static inline void hl_hello_response_set_lower_accel_lsb_ng(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 58, v); }
static inline uint32_t hl_hello_response_lower_gyro_lsb_ndps(const uint8_t *payload) { return hl_get_u32(payload + 62); }
static inline void hl_hello_response_set_lower_gyro_lsb_ndps(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 62, v); }
static inline uint16_t hl_hello_response_lower_accel_range_mg(const uint8_t *payload) { return hl_get_u16(payload + 66); }
static inline void hl_hello_response_set_lower_accel_range_mg(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 66, v); }
static inline uint16_t hl_hello_response_lower_gyro_range_dps(const uint8_t *payload) { return hl_get_u16(payload + 68); }
static inline void hl_hello_response_set_lower_gyro_range_dps(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 68, v); }
static inline uint16_t hl_hello_response_lower_delay_us(const uint8_t *payload) { return hl_get_u16(payload + 70); }
static inline void hl_hello_response_set_lower_delay_us(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 70, v); }
static inline uint32_t hl_hello_response_upper_accel_lsb_ng(const uint8_t *payload) { return hl_get_u32(payload + 72); }
static inline void hl_hello_response_set_upper_accel_lsb_ng(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 72, v); }
static inline uint32_t hl_hello_response_upper_gyro_lsb_ndps(const uint8_t *payload) { return hl_get_u32(payload + 76); }
static inline void hl_hello_response_set_upper_gyro_lsb_ndps(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 76, v); }
static inline uint16_t hl_hello_response_upper_accel_range_mg(const uint8_t *payload) { return hl_get_u16(payload + 80); }
static inline void hl_hello_response_set_upper_accel_range_mg(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 80, v); }
static inline uint16_t hl_hello_response_upper_gyro_range_dps(const uint8_t *payload) { return hl_get_u16(payload + 82); }
static inline void hl_hello_response_set_upper_gyro_range_dps(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 82, v); }
static inline uint16_t hl_hello_response_upper_delay_us(const uint8_t *payload) { return hl_get_u16(payload + 84); }
static inline void hl_hello_response_set_upper_delay_us(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 84, v); }

/* TIMESYNC request, from host */
#define HL_TIMESYNC_REQUEST_BYTES 14u /* Fixed fields. */
#define HL_TIMESYNC_REQUEST_TXN_AT 0u /* Number of this request. */
#define HL_TIMESYNC_REQUEST_TXN_MIN 1u
#define HL_TIMESYNC_REQUEST_TXN_MAX 65535u
#define HL_TIMESYNC_REQUEST_HOST_SENT_US_AT 2u /* us: t1: host clock when the frame is handed to the port, modulo 2^32. */
#define HL_TIMESYNC_REQUEST_RESERVED_AT 6u /* 0. Makes the request as long as its response: both take the same time on the line. */
static inline uint16_t hl_timesync_request_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_timesync_request_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint32_t hl_timesync_request_host_sent_us(const uint8_t *payload) { return hl_get_u32(payload + 2); }
static inline void hl_timesync_request_set_host_sent_us(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 2, v); }

/* TIMESYNC response, from clip */
#define HL_TIMESYNC_RESPONSE_BYTES 14u /* Fixed fields. */
#define HL_TIMESYNC_RESPONSE_TXN_AT 0u /* Of the request. */
#define HL_TIMESYNC_RESPONSE_HOST_SENT_US_AT 2u /* us: t1, unchanged. */
#define HL_TIMESYNC_RESPONSE_CLIP_RECEIVED_US_AT 6u /* us: t2: clip clock when the closing zero of the request came in. */
#define HL_TIMESYNC_RESPONSE_CLIP_SENT_US_AT 10u /* us: t3: clip clock when the first byte of this frame goes out. */
static inline uint16_t hl_timesync_response_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_timesync_response_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint32_t hl_timesync_response_host_sent_us(const uint8_t *payload) { return hl_get_u32(payload + 2); }
static inline void hl_timesync_response_set_host_sent_us(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 2, v); }
static inline uint32_t hl_timesync_response_clip_received_us(const uint8_t *payload) { return hl_get_u32(payload + 6); }
static inline void hl_timesync_response_set_clip_received_us(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 6, v); }
static inline uint32_t hl_timesync_response_clip_sent_us(const uint8_t *payload) { return hl_get_u32(payload + 10); }
static inline void hl_timesync_response_set_clip_sent_us(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 10, v); }

/* STATUS event, from clip */
#define HL_STATUS_EVENT_BYTES 120u /* Fixed fields. */
#define HL_STATUS_EVENT_CLIP_TIME_US_AT 0u /* us: Clip clock when this was put together. */
#define HL_STATUS_EVENT_UPTIME_S_AT 4u /* s: Since the clip started. */
#define HL_STATUS_EVENT_BOOT_ID_AT 8u /* As in HELLO. */
#define HL_STATUS_EVENT_FLAGS_AT 12u /* bits STATUS: State. */
#define HL_STATUS_EVENT_RESET_REASON_AT 14u /* enum RESET: Why the clip last started. */
#define HL_STATUS_EVENT_BATTERY_PCT_AT 15u /* %: Charge left, 0..100; 255 = not known. */
#define HL_STATUS_EVENT_BATTERY_MV_AT 16u /* mV: Cell voltage; 0 = not known. */
#define HL_STATUS_EVENT_LOWER_TEMP_CDEGC_AT 18u /* 0.01 deg C: Lower IMU; -32768 = not known. */
#define HL_STATUS_EVENT_UPPER_TEMP_CDEGC_AT 20u /* 0.01 deg C: Upper IMU; -32768 = not known. */
#define HL_STATUS_EVENT_RESERVED_AT 22u /* 0. */
#define HL_STATUS_EVENT_RX_BYTES_AT 24u /* bytes: Receive counter bytes. */
#define HL_STATUS_EVENT_RX_FRAMES_AT 28u /* frames: Receive counter frames. */
#define HL_STATUS_EVENT_RX_OVERSIZE_AT 32u /* Receive counter oversize. */
#define HL_STATUS_EVENT_RX_COBS_AT 36u /* Receive counter cobs. */
#define HL_STATUS_EVENT_RX_SHORT_AT 40u /* Receive counter short. */
#define HL_STATUS_EVENT_RX_LENGTH_AT 44u /* Receive counter length. */
#define HL_STATUS_EVENT_RX_CRC_AT 48u /* Receive counter crc. */
#define HL_STATUS_EVENT_RX_VERSION_AT 52u /* Receive counter version. */
#define HL_STATUS_EVENT_RX_FLAGS_AT 56u /* Receive counter flags. */
#define HL_STATUS_EVENT_RX_UNKNOWN_AT 60u /* Receive counter unknown. */
#define HL_STATUS_EVENT_RX_DIRECTION_AT 64u /* Receive counter direction. */
#define HL_STATUS_EVENT_RX_PAYLOAD_AT 68u /* Receive counter payload. */
#define HL_STATUS_EVENT_RX_SEQ_LOST_AT 72u /* frames: Receive counter seq_lost. */
#define HL_STATUS_EVENT_RX_SEQ_REPEATED_AT 76u /* frames: Receive counter seq_repeated. */
#define HL_STATUS_EVENT_RX_OVERRUN_AT 80u /* How often the receiver itself lost bytes before the firmware read them. */
#define HL_STATUS_EVENT_TX_FRAMES_AT 84u /* frames: Frames sent. */
#define HL_STATUS_EVENT_TX_DROPPED_AT 88u /* frames: Frames not sent because the line took no more. */
#define HL_STATUS_EVENT_SAMPLES_LOST_AT 92u /* samples: Samples lost in the sensor's queue or in frames not sent. */
#define HL_STATUS_EVENT_CUES_PLAYED_AT 96u /* cues: Cues begun. */
#define HL_STATUS_EVENT_CUES_REFUSED_AT 100u /* cues: Cues refused by RANGE, UNSUPPORTED or a test of the state; a repeated txn counts once. */
#define HL_STATUS_EVENT_MOTOR_CUTS_AT 104u /* cues: Cues the clip ended itself because the host was silent, a charger came or the motor failed. */
#define HL_STATUS_EVENT_PRESSES_AT 108u /* presses: Button presses recognised. */
#define HL_STATUS_EVENT_PRESSES_LOST_AT 112u /* presses: Button presses given up without an answer. */
#define HL_STATUS_EVENT_REPLIES_REPEATED_AT 116u /* frames: Stored replies sent again. */
static inline uint32_t hl_status_event_clip_time_us(const uint8_t *payload) { return hl_get_u32(payload + 0); }
static inline void hl_status_event_set_clip_time_us(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 0, v); }
static inline uint32_t hl_status_event_uptime_s(const uint8_t *payload) { return hl_get_u32(payload + 4); }
static inline void hl_status_event_set_uptime_s(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 4, v); }
static inline uint32_t hl_status_event_boot_id(const uint8_t *payload) { return hl_get_u32(payload + 8); }
static inline void hl_status_event_set_boot_id(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 8, v); }
static inline uint16_t hl_status_event_flags(const uint8_t *payload) { return hl_get_u16(payload + 12); }
static inline void hl_status_event_set_flags(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 12, v); }
static inline uint8_t hl_status_event_reset_reason(const uint8_t *payload) { return hl_get_u8(payload + 14); }
static inline void hl_status_event_set_reset_reason(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 14, v); }
static inline uint8_t hl_status_event_battery_pct(const uint8_t *payload) { return hl_get_u8(payload + 15); }
static inline void hl_status_event_set_battery_pct(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 15, v); }
static inline uint16_t hl_status_event_battery_mv(const uint8_t *payload) { return hl_get_u16(payload + 16); }
static inline void hl_status_event_set_battery_mv(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 16, v); }
static inline int16_t hl_status_event_lower_temp_cdegc(const uint8_t *payload) { return hl_get_i16(payload + 18); }
static inline void hl_status_event_set_lower_temp_cdegc(uint8_t *payload, int16_t v) { hl_put_i16(payload + 18, v); }
static inline int16_t hl_status_event_upper_temp_cdegc(const uint8_t *payload) { return hl_get_i16(payload + 20); }
static inline void hl_status_event_set_upper_temp_cdegc(uint8_t *payload, int16_t v) { hl_put_i16(payload + 20, v); }
static inline uint32_t hl_status_event_rx_bytes(const uint8_t *payload) { return hl_get_u32(payload + 24); }
static inline void hl_status_event_set_rx_bytes(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 24, v); }
static inline uint32_t hl_status_event_rx_frames(const uint8_t *payload) { return hl_get_u32(payload + 28); }
static inline void hl_status_event_set_rx_frames(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 28, v); }
static inline uint32_t hl_status_event_rx_oversize(const uint8_t *payload) { return hl_get_u32(payload + 32); }
static inline void hl_status_event_set_rx_oversize(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 32, v); }
static inline uint32_t hl_status_event_rx_cobs(const uint8_t *payload) { return hl_get_u32(payload + 36); }
static inline void hl_status_event_set_rx_cobs(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 36, v); }
static inline uint32_t hl_status_event_rx_short(const uint8_t *payload) { return hl_get_u32(payload + 40); }
static inline void hl_status_event_set_rx_short(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 40, v); }
static inline uint32_t hl_status_event_rx_length(const uint8_t *payload) { return hl_get_u32(payload + 44); }
static inline void hl_status_event_set_rx_length(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 44, v); }
static inline uint32_t hl_status_event_rx_crc(const uint8_t *payload) { return hl_get_u32(payload + 48); }
static inline void hl_status_event_set_rx_crc(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 48, v); }
static inline uint32_t hl_status_event_rx_version(const uint8_t *payload) { return hl_get_u32(payload + 52); }
static inline void hl_status_event_set_rx_version(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 52, v); }
static inline uint32_t hl_status_event_rx_flags(const uint8_t *payload) { return hl_get_u32(payload + 56); }
static inline void hl_status_event_set_rx_flags(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 56, v); }
static inline uint32_t hl_status_event_rx_unknown(const uint8_t *payload) { return hl_get_u32(payload + 60); }
static inline void hl_status_event_set_rx_unknown(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 60, v); }
static inline uint32_t hl_status_event_rx_direction(const uint8_t *payload) { return hl_get_u32(payload + 64); }
static inline void hl_status_event_set_rx_direction(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 64, v); }
static inline uint32_t hl_status_event_rx_payload(const uint8_t *payload) { return hl_get_u32(payload + 68); }
static inline void hl_status_event_set_rx_payload(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 68, v); }
static inline uint32_t hl_status_event_rx_seq_lost(const uint8_t *payload) { return hl_get_u32(payload + 72); }
static inline void hl_status_event_set_rx_seq_lost(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 72, v); }
static inline uint32_t hl_status_event_rx_seq_repeated(const uint8_t *payload) { return hl_get_u32(payload + 76); }
static inline void hl_status_event_set_rx_seq_repeated(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 76, v); }
static inline uint32_t hl_status_event_rx_overrun(const uint8_t *payload) { return hl_get_u32(payload + 80); }
static inline void hl_status_event_set_rx_overrun(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 80, v); }
static inline uint32_t hl_status_event_tx_frames(const uint8_t *payload) { return hl_get_u32(payload + 84); }
static inline void hl_status_event_set_tx_frames(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 84, v); }
static inline uint32_t hl_status_event_tx_dropped(const uint8_t *payload) { return hl_get_u32(payload + 88); }
static inline void hl_status_event_set_tx_dropped(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 88, v); }
static inline uint32_t hl_status_event_samples_lost(const uint8_t *payload) { return hl_get_u32(payload + 92); }
static inline void hl_status_event_set_samples_lost(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 92, v); }
static inline uint32_t hl_status_event_cues_played(const uint8_t *payload) { return hl_get_u32(payload + 96); }
static inline void hl_status_event_set_cues_played(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 96, v); }
static inline uint32_t hl_status_event_cues_refused(const uint8_t *payload) { return hl_get_u32(payload + 100); }
static inline void hl_status_event_set_cues_refused(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 100, v); }
static inline uint32_t hl_status_event_motor_cuts(const uint8_t *payload) { return hl_get_u32(payload + 104); }
static inline void hl_status_event_set_motor_cuts(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 104, v); }
static inline uint32_t hl_status_event_presses(const uint8_t *payload) { return hl_get_u32(payload + 108); }
static inline void hl_status_event_set_presses(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 108, v); }
static inline uint32_t hl_status_event_presses_lost(const uint8_t *payload) { return hl_get_u32(payload + 112); }
static inline void hl_status_event_set_presses_lost(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 112, v); }
static inline uint32_t hl_status_event_replies_repeated(const uint8_t *payload) { return hl_get_u32(payload + 116); }
static inline void hl_status_event_set_replies_repeated(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 116, v); }

/* ERROR response, from both */
#define HL_ERROR_RESPONSE_BYTES 8u /* Fixed fields. */
#define HL_ERROR_RESPONSE_TXN_AT 0u /* Of the request; 0 when its payload was too short to hold one. */
#define HL_ERROR_RESPONSE_REFUSED_TYPE_AT 2u /* Message type of the request. */
#define HL_ERROR_RESPONSE_CODE_AT 3u /* enum ERROR: Why. */
#define HL_ERROR_RESPONSE_DETAIL_AT 4u /* see code: A number that goes with the code. */
#define HL_ERROR_RESPONSE_TEXT_AT 8u /* UTF-8: For people; may be empty. */
#define HL_ERROR_RESPONSE_TEXT_MAX_BYTES 64u /* Longest. */
static inline uint16_t hl_error_response_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_error_response_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint8_t hl_error_response_refused_type(const uint8_t *payload) { return hl_get_u8(payload + 2); }
static inline void hl_error_response_set_refused_type(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 2, v); }
static inline uint8_t hl_error_response_code(const uint8_t *payload) { return hl_get_u8(payload + 3); }
static inline void hl_error_response_set_code(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 3, v); }
static inline uint32_t hl_error_response_detail(const uint8_t *payload) { return hl_get_u32(payload + 4); }
static inline void hl_error_response_set_detail(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 4, v); }

/* LOG event, from clip */
#define HL_LOG_EVENT_BYTES 8u /* Fixed fields. */
#define HL_LOG_EVENT_CLIP_TIME_US_AT 0u /* us: Clip clock. */
#define HL_LOG_EVENT_HELD_BACK_AT 4u /* lines: Lines held back since the last LOG; stays at 65535. */
#define HL_LOG_EVENT_LEVEL_AT 6u /* enum LEVEL: Level. */
#define HL_LOG_EVENT_RESERVED_AT 7u /* 0. */
#define HL_LOG_EVENT_TEXT_AT 8u /* UTF-8: The line, without line end. */
#define HL_LOG_EVENT_TEXT_MAX_BYTES 200u /* Longest. */
static inline uint32_t hl_log_event_clip_time_us(const uint8_t *payload) { return hl_get_u32(payload + 0); }
static inline void hl_log_event_set_clip_time_us(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 0, v); }
static inline uint16_t hl_log_event_held_back(const uint8_t *payload) { return hl_get_u16(payload + 4); }
static inline void hl_log_event_set_held_back(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 4, v); }
static inline uint8_t hl_log_event_level(const uint8_t *payload) { return hl_get_u8(payload + 6); }
static inline void hl_log_event_set_level(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 6, v); }

/* STREAM_CTRL request, from host */
#define HL_STREAM_CTRL_REQUEST_BYTES 6u /* Fixed fields. */
#define HL_STREAM_CTRL_REQUEST_TXN_AT 0u /* Number of this request. */
#define HL_STREAM_CTRL_REQUEST_TXN_MIN 1u
#define HL_STREAM_CTRL_REQUEST_TXN_MAX 65535u
#define HL_STREAM_CTRL_REQUEST_FLAGS_AT 2u /* bits STREAM: On or off; a run begins. */
#define HL_STREAM_CTRL_REQUEST_FLAGS_MIN 0u
#define HL_STREAM_CTRL_REQUEST_FLAGS_MAX 3u
#define HL_STREAM_CTRL_REQUEST_BATCH_SAMPLES_AT 3u /* samples: Samples a batch; at most 9 with two IMUs, and what the host's max_payload_bytes holds. */
#define HL_STREAM_CTRL_REQUEST_BATCH_SAMPLES_MIN 1u
#define HL_STREAM_CTRL_REQUEST_BATCH_SAMPLES_MAX 19u
#define HL_STREAM_CTRL_REQUEST_RATE_HZ_AT 4u /* Hz: One of the clip's rates. */
#define HL_STREAM_CTRL_REQUEST_RATE_HZ_MIN 50u
#define HL_STREAM_CTRL_REQUEST_RATE_HZ_MAX 1000u
static inline uint16_t hl_stream_ctrl_request_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_stream_ctrl_request_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint8_t hl_stream_ctrl_request_flags(const uint8_t *payload) { return hl_get_u8(payload + 2); }
static inline void hl_stream_ctrl_request_set_flags(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 2, v); }
static inline uint8_t hl_stream_ctrl_request_batch_samples(const uint8_t *payload) { return hl_get_u8(payload + 3); }
static inline void hl_stream_ctrl_request_set_batch_samples(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 3, v); }
static inline uint16_t hl_stream_ctrl_request_rate_hz(const uint8_t *payload) { return hl_get_u16(payload + 4); }
static inline void hl_stream_ctrl_request_set_rate_hz(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 4, v); }

/* STREAM_CTRL response, from clip */
#define HL_STREAM_CTRL_RESPONSE_BYTES 10u /* Fixed fields. */
#define HL_STREAM_CTRL_RESPONSE_TXN_AT 0u /* Of the request. */
#define HL_STREAM_CTRL_RESPONSE_FLAGS_AT 2u /* bits STREAM: Bit ON as it is now. */
#define HL_STREAM_CTRL_RESPONSE_BATCH_SAMPLES_AT 3u /* samples: In force. */
#define HL_STREAM_CTRL_RESPONSE_RATE_HZ_AT 4u /* Hz: In force, nominal. */
#define HL_STREAM_CTRL_RESPONSE_NEXT_IDX_AT 6u /* samples: Index of the next sample; what was taken and not sent when the stream went off is not counted. */
static inline uint16_t hl_stream_ctrl_response_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_stream_ctrl_response_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint8_t hl_stream_ctrl_response_flags(const uint8_t *payload) { return hl_get_u8(payload + 2); }
static inline void hl_stream_ctrl_response_set_flags(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 2, v); }
static inline uint8_t hl_stream_ctrl_response_batch_samples(const uint8_t *payload) { return hl_get_u8(payload + 3); }
static inline void hl_stream_ctrl_response_set_batch_samples(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 3, v); }
static inline uint16_t hl_stream_ctrl_response_rate_hz(const uint8_t *payload) { return hl_get_u16(payload + 4); }
static inline void hl_stream_ctrl_response_set_rate_hz(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 4, v); }
static inline uint32_t hl_stream_ctrl_response_next_idx(const uint8_t *payload) { return hl_get_u32(payload + 6); }
static inline void hl_stream_ctrl_response_set_next_idx(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 6, v); }

/* IMU_BATCH event, from clip */
#define HL_IMU_BATCH_EVENT_BYTES 14u /* Fixed fields. */
#define HL_IMU_BATCH_EVENT_T0_US_AT 0u /* us: Clip clock of the first sample. */
#define HL_IMU_BATCH_EVENT_FIRST_IDX_AT 4u /* samples: Index of the first sample: how many were taken since the clip started, lost ones included. */
#define HL_IMU_BATCH_EVENT_PERIOD_NS_AT 8u /* ns: Time between two samples as measured on the clip clock. */
#define HL_IMU_BATCH_EVENT_COUNT_AT 12u /* samples: Samples in this batch; at most 9 with two IMUs. */
#define HL_IMU_BATCH_EVENT_COUNT_MIN 1u
#define HL_IMU_BATCH_EVENT_COUNT_MAX 19u
#define HL_IMU_BATCH_EVENT_FLAGS_AT 13u /* bits BATCH: What holds for this batch. */
#define HL_IMU_BATCH_EVENT_SAMPLES_AT 14u /* steps: Per sample and IMU: ax, ay, az in steps of accel_lsb_ng, gx, gy, gz in steps of gyro_lsb_ndps; x forward, y left, z up; uncalibrated. Exactly count samples. */
#define HL_IMU_BATCH_EVENT_SAMPLES_MAX_BYTES 228u /* Longest. */
static inline uint32_t hl_imu_batch_event_t0_us(const uint8_t *payload) { return hl_get_u32(payload + 0); }
static inline void hl_imu_batch_event_set_t0_us(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 0, v); }
static inline uint32_t hl_imu_batch_event_first_idx(const uint8_t *payload) { return hl_get_u32(payload + 4); }
static inline void hl_imu_batch_event_set_first_idx(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 4, v); }
static inline uint32_t hl_imu_batch_event_period_ns(const uint8_t *payload) { return hl_get_u32(payload + 8); }
static inline void hl_imu_batch_event_set_period_ns(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 8, v); }
static inline uint8_t hl_imu_batch_event_count(const uint8_t *payload) { return hl_get_u8(payload + 12); }
static inline void hl_imu_batch_event_set_count(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 12, v); }
static inline uint8_t hl_imu_batch_event_flags(const uint8_t *payload) { return hl_get_u8(payload + 13); }
static inline void hl_imu_batch_event_set_flags(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 13, v); }

/* CUE request, from host */
#define HL_CUE_REQUEST_BYTES 12u /* Fixed fields. */
#define HL_CUE_REQUEST_TXN_AT 0u /* Number of this request. */
#define HL_CUE_REQUEST_TXN_MIN 1u
#define HL_CUE_REQUEST_TXN_MAX 65535u
#define HL_CUE_REQUEST_ISSUED_US_AT 2u /* us: When the host decided, on the clip clock. */
#define HL_CUE_REQUEST_TTL_MS_AT 6u /* ms: Refused when older than this. */
#define HL_CUE_REQUEST_TTL_MS_MIN 1u
#define HL_CUE_REQUEST_TTL_MS_MAX 1000u
#define HL_CUE_REQUEST_DURATION_MS_AT 8u /* ms: From driving the motor to letting it go. */
#define HL_CUE_REQUEST_DURATION_MS_MIN 1u
#define HL_CUE_REQUEST_DURATION_MS_MAX 2000u
#define HL_CUE_REQUEST_PATTERN_AT 10u /* enum PATTERN: Shape. */
#define HL_CUE_REQUEST_PATTERN_MIN 1u
#define HL_CUE_REQUEST_PATTERN_MAX 2u
#define HL_CUE_REQUEST_INTENSITY_PCT_AT 11u /* %: Of the motor's full drive. */
#define HL_CUE_REQUEST_INTENSITY_PCT_MIN 1u
#define HL_CUE_REQUEST_INTENSITY_PCT_MAX 100u
static inline uint16_t hl_cue_request_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cue_request_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint32_t hl_cue_request_issued_us(const uint8_t *payload) { return hl_get_u32(payload + 2); }
static inline void hl_cue_request_set_issued_us(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 2, v); }
static inline uint16_t hl_cue_request_ttl_ms(const uint8_t *payload) { return hl_get_u16(payload + 6); }
static inline void hl_cue_request_set_ttl_ms(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 6, v); }
static inline uint16_t hl_cue_request_duration_ms(const uint8_t *payload) { return hl_get_u16(payload + 8); }
static inline void hl_cue_request_set_duration_ms(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 8, v); }
static inline uint8_t hl_cue_request_pattern(const uint8_t *payload) { return hl_get_u8(payload + 10); }
static inline void hl_cue_request_set_pattern(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 10, v); }
static inline uint8_t hl_cue_request_intensity_pct(const uint8_t *payload) { return hl_get_u8(payload + 11); }
static inline void hl_cue_request_set_intensity_pct(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 11, v); }

/* CUE response, from clip */
#define HL_CUE_RESPONSE_BYTES 8u /* Fixed fields. */
#define HL_CUE_RESPONSE_TXN_AT 0u /* Of the request. */
#define HL_CUE_RESPONSE_STARTED_US_AT 2u /* us: Clip clock when the motor was driven. */
#define HL_CUE_RESPONSE_WINDOW_USED_MS_AT 6u /* ms: Cue time in the last CUE_WINDOW_MS, this cue included whole, rounded up. */
static inline uint16_t hl_cue_response_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cue_response_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint32_t hl_cue_response_started_us(const uint8_t *payload) { return hl_get_u32(payload + 2); }
static inline void hl_cue_response_set_started_us(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 2, v); }
static inline uint16_t hl_cue_response_window_used_ms(const uint8_t *payload) { return hl_get_u16(payload + 6); }
static inline void hl_cue_response_set_window_used_ms(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 6, v); }

/* CUE_STOP request, from host */
#define HL_CUE_STOP_REQUEST_BYTES 2u /* Fixed fields. */
#define HL_CUE_STOP_REQUEST_TXN_AT 0u /* Number of this request. */
#define HL_CUE_STOP_REQUEST_TXN_MIN 1u
#define HL_CUE_STOP_REQUEST_TXN_MAX 65535u
static inline uint16_t hl_cue_stop_request_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cue_stop_request_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }

/* CUE_STOP response, from clip */
#define HL_CUE_STOP_RESPONSE_BYTES 3u /* Fixed fields. */
#define HL_CUE_STOP_RESPONSE_TXN_AT 0u /* Of the request. */
#define HL_CUE_STOP_RESPONSE_WAS_PLAYING_AT 2u /* 0 or 1: Whether this request stopped a cue. */
static inline uint16_t hl_cue_stop_response_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cue_stop_response_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint8_t hl_cue_stop_response_was_playing(const uint8_t *payload) { return hl_get_u8(payload + 2); }
static inline void hl_cue_stop_response_set_was_playing(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 2, v); }

/* CUE_END event, from clip */
#define HL_CUE_END_EVENT_BYTES 9u /* Fixed fields. */
#define HL_CUE_END_EVENT_CUE_TXN_AT 0u /* Of the CUE request. */
#define HL_CUE_END_EVENT_ENDED_US_AT 2u /* us: Clip clock when the motor was let go. */
#define HL_CUE_END_EVENT_PLAYED_MS_AT 6u /* ms: From driving to letting go, rounded down. */
#define HL_CUE_END_EVENT_REASON_AT 8u /* enum CUE_ENDED: Why. */
static inline uint16_t hl_cue_end_event_cue_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cue_end_event_set_cue_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint32_t hl_cue_end_event_ended_us(const uint8_t *payload) { return hl_get_u32(payload + 2); }
static inline void hl_cue_end_event_set_ended_us(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 2, v); }
static inline uint16_t hl_cue_end_event_played_ms(const uint8_t *payload) { return hl_get_u16(payload + 6); }
static inline void hl_cue_end_event_set_played_ms(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 6, v); }
static inline uint8_t hl_cue_end_event_reason(const uint8_t *payload) { return hl_get_u8(payload + 8); }
static inline void hl_cue_end_event_set_reason(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 8, v); }

/* BUTTON request, from clip */
#define HL_BUTTON_REQUEST_BYTES 8u /* Fixed fields. */
#define HL_BUTTON_REQUEST_TXN_AT 0u /* Number of this press, by the clip's own count. */
#define HL_BUTTON_REQUEST_TXN_MIN 1u
#define HL_BUTTON_REQUEST_TXN_MAX 65535u
#define HL_BUTTON_REQUEST_PRESSED_US_AT 2u /* us: Clip clock when the button went down first. */
#define HL_BUTTON_REQUEST_PRESS_AT 6u /* enum PRESS: Kind of press. */
#define HL_BUTTON_REQUEST_PRESS_MIN 1u
#define HL_BUTTON_REQUEST_PRESS_MAX 3u
#define HL_BUTTON_REQUEST_MUTED_AT 7u /* 0 or 1: Whether the clip is muted after it. */
#define HL_BUTTON_REQUEST_MUTED_MIN 0u
#define HL_BUTTON_REQUEST_MUTED_MAX 1u
static inline uint16_t hl_button_request_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_button_request_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint32_t hl_button_request_pressed_us(const uint8_t *payload) { return hl_get_u32(payload + 2); }
static inline void hl_button_request_set_pressed_us(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 2, v); }
static inline uint8_t hl_button_request_press(const uint8_t *payload) { return hl_get_u8(payload + 6); }
static inline void hl_button_request_set_press(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 6, v); }
static inline uint8_t hl_button_request_muted(const uint8_t *payload) { return hl_get_u8(payload + 7); }
static inline void hl_button_request_set_muted(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 7, v); }

/* BUTTON response, from host */
#define HL_BUTTON_RESPONSE_BYTES 2u /* Fixed fields. */
#define HL_BUTTON_RESPONSE_TXN_AT 0u /* Of the press. */
static inline uint16_t hl_button_response_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_button_response_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }

/* CAL_INFO request, from host */
#define HL_CAL_INFO_REQUEST_BYTES 2u /* Fixed fields. */
#define HL_CAL_INFO_REQUEST_TXN_AT 0u /* Number of this request. */
#define HL_CAL_INFO_REQUEST_TXN_MIN 1u
#define HL_CAL_INFO_REQUEST_TXN_MAX 65535u
static inline uint16_t hl_cal_info_request_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cal_info_request_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }

/* CAL_INFO response, from clip */
#define HL_CAL_INFO_RESPONSE_BYTES 44u /* Fixed fields. */
#define HL_CAL_INFO_RESPONSE_TXN_AT 0u /* Of the request. */
#define HL_CAL_INFO_RESPONSE_STATE_AT 2u /* enum CAL_STATE: How far a write has come. */
#define HL_CAL_INFO_RESPONSE_ACTIVE_SLOT_AT 3u /* Slot in force, or on trial: 0 = A, 1 = B, 255 = none. */
#define HL_CAL_INFO_RESPONSE_WINDOW_S_AT 4u /* s: How long the write window stays open, rounded up; 0 = closed. */
#define HL_CAL_INFO_RESPONSE_KEY_AT 5u /* 0 or 1: 1: COMMIT must carry a MAC. */
#define HL_CAL_INFO_RESPONSE_KEY_MIN 0u
#define HL_CAL_INFO_RESPONSE_KEY_MAX 1u
#define HL_CAL_INFO_RESPONSE_SLOT_A_STATE_AT 6u /* enum SLOT: What slot A holds. */
#define HL_CAL_INFO_RESPONSE_SLOT_A_FAULT_AT 7u /* enum FAULT: Why it holds no valid image. */
#define HL_CAL_INFO_RESPONSE_SLOT_A_FAULT_AT_AT 8u /* bytes: Offset in the image where that shows. */
#define HL_CAL_INFO_RESPONSE_SLOT_A_IMAGE_BYTES_AT 10u /* bytes: Length of its image; 0 without a valid one. */
#define HL_CAL_INFO_RESPONSE_SLOT_A_GENERATION_AT 12u /* Generation of its image. */
#define HL_CAL_INFO_RESPONSE_SLOT_A_CRC_AT 16u /* CRC-32C of its image's body. */
#define HL_CAL_INFO_RESPONSE_SLOT_B_STATE_AT 20u /* enum SLOT: What slot B holds. */
#define HL_CAL_INFO_RESPONSE_SLOT_B_FAULT_AT 21u /* enum FAULT: Why it holds no valid image. */
#define HL_CAL_INFO_RESPONSE_SLOT_B_FAULT_AT_AT 22u /* bytes: Offset in the image where that shows. */
#define HL_CAL_INFO_RESPONSE_SLOT_B_IMAGE_BYTES_AT 24u /* bytes: Length of its image; 0 without a valid one. */
#define HL_CAL_INFO_RESPONSE_SLOT_B_GENERATION_AT 26u /* Generation of its image. */
#define HL_CAL_INFO_RESPONSE_SLOT_B_CRC_AT 30u /* CRC-32C of its image's body. */
#define HL_CAL_INFO_RESPONSE_NEXT_OFF_AT 34u /* bytes: First byte of the image being written that is missing. */
#define HL_CAL_INFO_RESPONSE_WRITE_GENERATION_AT 36u /* Generation of the image being written; 0 without one. */
#define HL_CAL_INFO_RESPONSE_WRITE_CRC_AT 40u /* CRC-32C of its body. */
static inline uint16_t hl_cal_info_response_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cal_info_response_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint8_t hl_cal_info_response_state(const uint8_t *payload) { return hl_get_u8(payload + 2); }
static inline void hl_cal_info_response_set_state(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 2, v); }
static inline uint8_t hl_cal_info_response_active_slot(const uint8_t *payload) { return hl_get_u8(payload + 3); }
static inline void hl_cal_info_response_set_active_slot(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 3, v); }
static inline uint8_t hl_cal_info_response_window_s(const uint8_t *payload) { return hl_get_u8(payload + 4); }
static inline void hl_cal_info_response_set_window_s(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 4, v); }
static inline uint8_t hl_cal_info_response_key(const uint8_t *payload) { return hl_get_u8(payload + 5); }
static inline void hl_cal_info_response_set_key(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 5, v); }
static inline uint8_t hl_cal_info_response_slot_a_state(const uint8_t *payload) { return hl_get_u8(payload + 6); }
static inline void hl_cal_info_response_set_slot_a_state(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 6, v); }
static inline uint8_t hl_cal_info_response_slot_a_fault(const uint8_t *payload) { return hl_get_u8(payload + 7); }
static inline void hl_cal_info_response_set_slot_a_fault(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 7, v); }
static inline uint16_t hl_cal_info_response_slot_a_fault_at(const uint8_t *payload) { return hl_get_u16(payload + 8); }
static inline void hl_cal_info_response_set_slot_a_fault_at(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 8, v); }
static inline uint16_t hl_cal_info_response_slot_a_image_bytes(const uint8_t *payload) { return hl_get_u16(payload + 10); }
static inline void hl_cal_info_response_set_slot_a_image_bytes(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 10, v); }
static inline uint32_t hl_cal_info_response_slot_a_generation(const uint8_t *payload) { return hl_get_u32(payload + 12); }
static inline void hl_cal_info_response_set_slot_a_generation(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 12, v); }
static inline uint32_t hl_cal_info_response_slot_a_crc(const uint8_t *payload) { return hl_get_u32(payload + 16); }
static inline void hl_cal_info_response_set_slot_a_crc(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 16, v); }
static inline uint8_t hl_cal_info_response_slot_b_state(const uint8_t *payload) { return hl_get_u8(payload + 20); }
static inline void hl_cal_info_response_set_slot_b_state(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 20, v); }
static inline uint8_t hl_cal_info_response_slot_b_fault(const uint8_t *payload) { return hl_get_u8(payload + 21); }
static inline void hl_cal_info_response_set_slot_b_fault(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 21, v); }
static inline uint16_t hl_cal_info_response_slot_b_fault_at(const uint8_t *payload) { return hl_get_u16(payload + 22); }
static inline void hl_cal_info_response_set_slot_b_fault_at(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 22, v); }
static inline uint16_t hl_cal_info_response_slot_b_image_bytes(const uint8_t *payload) { return hl_get_u16(payload + 24); }
static inline void hl_cal_info_response_set_slot_b_image_bytes(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 24, v); }
static inline uint32_t hl_cal_info_response_slot_b_generation(const uint8_t *payload) { return hl_get_u32(payload + 26); }
static inline void hl_cal_info_response_set_slot_b_generation(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 26, v); }
static inline uint32_t hl_cal_info_response_slot_b_crc(const uint8_t *payload) { return hl_get_u32(payload + 30); }
static inline void hl_cal_info_response_set_slot_b_crc(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 30, v); }
static inline uint16_t hl_cal_info_response_next_off(const uint8_t *payload) { return hl_get_u16(payload + 34); }
static inline void hl_cal_info_response_set_next_off(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 34, v); }
static inline uint32_t hl_cal_info_response_write_generation(const uint8_t *payload) { return hl_get_u32(payload + 36); }
static inline void hl_cal_info_response_set_write_generation(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 36, v); }
static inline uint32_t hl_cal_info_response_write_crc(const uint8_t *payload) { return hl_get_u32(payload + 40); }
static inline void hl_cal_info_response_set_write_crc(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 40, v); }

/* CAL_READ request, from host */
#define HL_CAL_READ_REQUEST_BYTES 6u /* Fixed fields. */
#define HL_CAL_READ_REQUEST_TXN_AT 0u /* Number of this request. */
#define HL_CAL_READ_REQUEST_TXN_MIN 1u
#define HL_CAL_READ_REQUEST_TXN_MAX 65535u
#define HL_CAL_READ_REQUEST_SLOT_AT 2u /* 0 = A, 1 = B. */
#define HL_CAL_READ_REQUEST_SLOT_MIN 0u
#define HL_CAL_READ_REQUEST_SLOT_MAX 1u
#define HL_CAL_READ_REQUEST_COUNT_AT 3u /* bytes: How many; fewer come at the end of the image. */
#define HL_CAL_READ_REQUEST_COUNT_MIN 1u
#define HL_CAL_READ_REQUEST_COUNT_MAX 96u
#define HL_CAL_READ_REQUEST_OFFSET_AT 4u /* bytes: From where in the image. */
#define HL_CAL_READ_REQUEST_OFFSET_MIN 0u
#define HL_CAL_READ_REQUEST_OFFSET_MAX 959u
static inline uint16_t hl_cal_read_request_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cal_read_request_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint8_t hl_cal_read_request_slot(const uint8_t *payload) { return hl_get_u8(payload + 2); }
static inline void hl_cal_read_request_set_slot(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 2, v); }
static inline uint8_t hl_cal_read_request_count(const uint8_t *payload) { return hl_get_u8(payload + 3); }
static inline void hl_cal_read_request_set_count(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 3, v); }
static inline uint16_t hl_cal_read_request_offset(const uint8_t *payload) { return hl_get_u16(payload + 4); }
static inline void hl_cal_read_request_set_offset(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 4, v); }

/* CAL_READ response, from clip */
#define HL_CAL_READ_RESPONSE_BYTES 8u /* Fixed fields. */
#define HL_CAL_READ_RESPONSE_TXN_AT 0u /* Of the request. */
#define HL_CAL_READ_RESPONSE_SLOT_AT 2u /* Of the request. */
#define HL_CAL_READ_RESPONSE_RESERVED_AT 3u /* 0. */
#define HL_CAL_READ_RESPONSE_OFFSET_AT 4u /* bytes: Of the request. */
#define HL_CAL_READ_RESPONSE_IMAGE_BYTES_AT 6u /* bytes: Length of the whole image. */
#define HL_CAL_READ_RESPONSE_DATA_AT 8u /* bytes: Bytes of the image from offset on. */
#define HL_CAL_READ_RESPONSE_DATA_MAX_BYTES 96u /* Longest. */
static inline uint16_t hl_cal_read_response_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cal_read_response_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint8_t hl_cal_read_response_slot(const uint8_t *payload) { return hl_get_u8(payload + 2); }
static inline void hl_cal_read_response_set_slot(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 2, v); }
static inline uint16_t hl_cal_read_response_offset(const uint8_t *payload) { return hl_get_u16(payload + 4); }
static inline void hl_cal_read_response_set_offset(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 4, v); }
static inline uint16_t hl_cal_read_response_image_bytes(const uint8_t *payload) { return hl_get_u16(payload + 6); }
static inline void hl_cal_read_response_set_image_bytes(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 6, v); }

/* CAL_BEGIN request, from host */
#define HL_CAL_BEGIN_REQUEST_BYTES 36u /* Fixed fields. */
#define HL_CAL_BEGIN_REQUEST_TXN_AT 0u /* Number of this request. */
#define HL_CAL_BEGIN_REQUEST_TXN_MIN 1u
#define HL_CAL_BEGIN_REQUEST_TXN_MAX 65535u
#define HL_CAL_BEGIN_REQUEST_IMAGE_BYTES_AT 2u /* bytes: Length of the image. */
#define HL_CAL_BEGIN_REQUEST_IMAGE_BYTES_MIN 65u
#define HL_CAL_BEGIN_REQUEST_IMAGE_BYTES_MAX 960u
#define HL_CAL_BEGIN_REQUEST_GENERATION_AT 4u /* Its generation; above that in force. */
#define HL_CAL_BEGIN_REQUEST_GENERATION_MIN 1u
#define HL_CAL_BEGIN_REQUEST_GENERATION_MAX 4294967294u
#define HL_CAL_BEGIN_REQUEST_CRC_AT 8u /* CRC-32C of its body. */
#define HL_CAL_BEGIN_REQUEST_HEADER_CRC_AT 12u /* CRC-32C of its header. */
#define HL_CAL_BEGIN_REQUEST_EXPECTED_GENERATION_AT 16u /* Generation in force as the host knows it; 0 = none. */
#define HL_CAL_BEGIN_REQUEST_EXPECTED_CRC_AT 20u /* CRC-32C of the body in force; 0 = none. */
#define HL_CAL_BEGIN_REQUEST_SERIAL_AT 24u /* ASCII: Serial number of the clip that is meant. */
static inline uint16_t hl_cal_begin_request_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cal_begin_request_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint16_t hl_cal_begin_request_image_bytes(const uint8_t *payload) { return hl_get_u16(payload + 2); }
static inline void hl_cal_begin_request_set_image_bytes(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 2, v); }
static inline uint32_t hl_cal_begin_request_generation(const uint8_t *payload) { return hl_get_u32(payload + 4); }
static inline void hl_cal_begin_request_set_generation(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 4, v); }
static inline uint32_t hl_cal_begin_request_crc(const uint8_t *payload) { return hl_get_u32(payload + 8); }
static inline void hl_cal_begin_request_set_crc(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 8, v); }
static inline uint32_t hl_cal_begin_request_header_crc(const uint8_t *payload) { return hl_get_u32(payload + 12); }
static inline void hl_cal_begin_request_set_header_crc(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 12, v); }
static inline uint32_t hl_cal_begin_request_expected_generation(const uint8_t *payload) { return hl_get_u32(payload + 16); }
static inline void hl_cal_begin_request_set_expected_generation(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 16, v); }
static inline uint32_t hl_cal_begin_request_expected_crc(const uint8_t *payload) { return hl_get_u32(payload + 20); }
static inline void hl_cal_begin_request_set_expected_crc(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 20, v); }

/* CAL_BEGIN response, from clip */
#define HL_CAL_BEGIN_RESPONSE_BYTES 20u /* Fixed fields. */
#define HL_CAL_BEGIN_RESPONSE_TXN_AT 0u /* Of the request. */
#define HL_CAL_BEGIN_RESPONSE_NEXT_OFF_AT 2u /* bytes: First byte of the image that is missing. */
#define HL_CAL_BEGIN_RESPONSE_CHALLENGE_AT 4u /* Random; what the MAC of COMMIT answers. The same when a write goes on. */
static inline uint16_t hl_cal_begin_response_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cal_begin_response_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint16_t hl_cal_begin_response_next_off(const uint8_t *payload) { return hl_get_u16(payload + 2); }
static inline void hl_cal_begin_response_set_next_off(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 2, v); }

/* CAL_WRITE request, from host */
#define HL_CAL_WRITE_REQUEST_BYTES 4u /* Fixed fields. */
#define HL_CAL_WRITE_REQUEST_TXN_AT 0u /* Number of this request. */
#define HL_CAL_WRITE_REQUEST_TXN_MIN 1u
#define HL_CAL_WRITE_REQUEST_TXN_MAX 65535u
#define HL_CAL_WRITE_REQUEST_OFFSET_AT 2u /* bytes: Of the piece in the image. */
#define HL_CAL_WRITE_REQUEST_OFFSET_MIN 0u
#define HL_CAL_WRITE_REQUEST_OFFSET_MAX 959u
#define HL_CAL_WRITE_REQUEST_DATA_AT 4u /* bytes: 1 to 96 bytes of the image; none beyond its end. */
#define HL_CAL_WRITE_REQUEST_DATA_MAX_BYTES 96u /* Longest. */
static inline uint16_t hl_cal_write_request_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cal_write_request_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint16_t hl_cal_write_request_offset(const uint8_t *payload) { return hl_get_u16(payload + 2); }
static inline void hl_cal_write_request_set_offset(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 2, v); }

/* CAL_WRITE response, from clip */
#define HL_CAL_WRITE_RESPONSE_BYTES 4u /* Fixed fields. */
#define HL_CAL_WRITE_RESPONSE_TXN_AT 0u /* Of the request. */
#define HL_CAL_WRITE_RESPONSE_NEXT_OFF_AT 2u /* bytes: First byte that is missing now: where to go on. */
static inline uint16_t hl_cal_write_response_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cal_write_response_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint16_t hl_cal_write_response_next_off(const uint8_t *payload) { return hl_get_u16(payload + 2); }
static inline void hl_cal_write_response_set_next_off(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 2, v); }

/* CAL_VERIFY request, from host */
#define HL_CAL_VERIFY_REQUEST_BYTES 2u /* Fixed fields. */
#define HL_CAL_VERIFY_REQUEST_TXN_AT 0u /* Number of this request. */
#define HL_CAL_VERIFY_REQUEST_TXN_MIN 1u
#define HL_CAL_VERIFY_REQUEST_TXN_MAX 65535u
static inline uint16_t hl_cal_verify_request_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cal_verify_request_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }

/* CAL_VERIFY response, from clip */
#define HL_CAL_VERIFY_RESPONSE_BYTES 12u /* Fixed fields. */
#define HL_CAL_VERIFY_RESPONSE_TXN_AT 0u /* Of the request. */
#define HL_CAL_VERIFY_RESPONSE_IMAGE_BYTES_AT 2u /* bytes: Length read back. */
#define HL_CAL_VERIFY_RESPONSE_GENERATION_AT 4u /* Generation read back. */
#define HL_CAL_VERIFY_RESPONSE_CRC_AT 8u /* CRC-32C of the body, computed from what the memory holds. */
static inline uint16_t hl_cal_verify_response_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cal_verify_response_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint16_t hl_cal_verify_response_image_bytes(const uint8_t *payload) { return hl_get_u16(payload + 2); }
static inline void hl_cal_verify_response_set_image_bytes(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 2, v); }
static inline uint32_t hl_cal_verify_response_generation(const uint8_t *payload) { return hl_get_u32(payload + 4); }
static inline void hl_cal_verify_response_set_generation(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 4, v); }
static inline uint32_t hl_cal_verify_response_crc(const uint8_t *payload) { return hl_get_u32(payload + 8); }
static inline void hl_cal_verify_response_set_crc(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 8, v); }

/* CAL_COMMIT request, from host */
#define HL_CAL_COMMIT_REQUEST_BYTES 34u /* Fixed fields. */
#define HL_CAL_COMMIT_REQUEST_TXN_AT 0u /* Number of this request. */
#define HL_CAL_COMMIT_REQUEST_TXN_MIN 1u
#define HL_CAL_COMMIT_REQUEST_TXN_MAX 65535u
#define HL_CAL_COMMIT_REQUEST_MAC_AT 2u /* HMAC-SHA-256; zeros for a clip without a key. */
static inline uint16_t hl_cal_commit_request_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cal_commit_request_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }

/* CAL_COMMIT response, from clip */
#define HL_CAL_COMMIT_RESPONSE_BYTES 12u /* Fixed fields. */
#define HL_CAL_COMMIT_RESPONSE_TXN_AT 0u /* Of the request. */
#define HL_CAL_COMMIT_RESPONSE_SLOT_AT 2u /* Slot on trial. */
#define HL_CAL_COMMIT_RESPONSE_RESERVED_AT 3u /* 0. */
#define HL_CAL_COMMIT_RESPONSE_GENERATION_AT 4u /* Its generation. */
#define HL_CAL_COMMIT_RESPONSE_CRC_AT 8u /* CRC-32C of its body. */
static inline uint16_t hl_cal_commit_response_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cal_commit_response_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint8_t hl_cal_commit_response_slot(const uint8_t *payload) { return hl_get_u8(payload + 2); }
static inline void hl_cal_commit_response_set_slot(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 2, v); }
static inline uint32_t hl_cal_commit_response_generation(const uint8_t *payload) { return hl_get_u32(payload + 4); }
static inline void hl_cal_commit_response_set_generation(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 4, v); }
static inline uint32_t hl_cal_commit_response_crc(const uint8_t *payload) { return hl_get_u32(payload + 8); }
static inline void hl_cal_commit_response_set_crc(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 8, v); }

/* CAL_CONFIRM request, from host */
#define HL_CAL_CONFIRM_REQUEST_BYTES 10u /* Fixed fields. */
#define HL_CAL_CONFIRM_REQUEST_TXN_AT 0u /* Number of this request. */
#define HL_CAL_CONFIRM_REQUEST_TXN_MIN 1u
#define HL_CAL_CONFIRM_REQUEST_TXN_MAX 65535u
#define HL_CAL_CONFIRM_REQUEST_GENERATION_AT 2u /* That is meant. */
#define HL_CAL_CONFIRM_REQUEST_CRC_AT 6u /* CRC-32C of the body that is meant. */
static inline uint16_t hl_cal_confirm_request_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cal_confirm_request_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint32_t hl_cal_confirm_request_generation(const uint8_t *payload) { return hl_get_u32(payload + 2); }
static inline void hl_cal_confirm_request_set_generation(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 2, v); }
static inline uint32_t hl_cal_confirm_request_crc(const uint8_t *payload) { return hl_get_u32(payload + 6); }
static inline void hl_cal_confirm_request_set_crc(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 6, v); }

/* CAL_CONFIRM response, from clip */
#define HL_CAL_CONFIRM_RESPONSE_BYTES 3u /* Fixed fields. */
#define HL_CAL_CONFIRM_RESPONSE_TXN_AT 0u /* Of the request. */
#define HL_CAL_CONFIRM_RESPONSE_SLOT_AT 2u /* Slot in force. */
static inline uint16_t hl_cal_confirm_response_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cal_confirm_response_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint8_t hl_cal_confirm_response_slot(const uint8_t *payload) { return hl_get_u8(payload + 2); }
static inline void hl_cal_confirm_response_set_slot(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 2, v); }

/* CAL_ROLLBACK request, from host */
#define HL_CAL_ROLLBACK_REQUEST_BYTES 18u /* Fixed fields. */
#define HL_CAL_ROLLBACK_REQUEST_TXN_AT 0u /* Number of this request. */
#define HL_CAL_ROLLBACK_REQUEST_TXN_MIN 1u
#define HL_CAL_ROLLBACK_REQUEST_TXN_MAX 65535u
#define HL_CAL_ROLLBACK_REQUEST_FROM_GENERATION_AT 2u /* In force now, as the host knows it. */
#define HL_CAL_ROLLBACK_REQUEST_FROM_CRC_AT 6u /* CRC-32C of its body. */
#define HL_CAL_ROLLBACK_REQUEST_TO_GENERATION_AT 10u /* Of the other slot, as the host knows it. */
#define HL_CAL_ROLLBACK_REQUEST_TO_CRC_AT 14u /* CRC-32C of its body. */
static inline uint16_t hl_cal_rollback_request_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cal_rollback_request_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint32_t hl_cal_rollback_request_from_generation(const uint8_t *payload) { return hl_get_u32(payload + 2); }
static inline void hl_cal_rollback_request_set_from_generation(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 2, v); }
static inline uint32_t hl_cal_rollback_request_from_crc(const uint8_t *payload) { return hl_get_u32(payload + 6); }
static inline void hl_cal_rollback_request_set_from_crc(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 6, v); }
static inline uint32_t hl_cal_rollback_request_to_generation(const uint8_t *payload) { return hl_get_u32(payload + 10); }
static inline void hl_cal_rollback_request_set_to_generation(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 10, v); }
static inline uint32_t hl_cal_rollback_request_to_crc(const uint8_t *payload) { return hl_get_u32(payload + 14); }
static inline void hl_cal_rollback_request_set_to_crc(uint8_t *payload, uint32_t v) { hl_put_u32(payload + 14, v); }

/* CAL_ROLLBACK response, from clip */
#define HL_CAL_ROLLBACK_RESPONSE_BYTES 3u /* Fixed fields. */
#define HL_CAL_ROLLBACK_RESPONSE_TXN_AT 0u /* Of the request. */
#define HL_CAL_ROLLBACK_RESPONSE_SLOT_AT 2u /* Slot in force now. */
static inline uint16_t hl_cal_rollback_response_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cal_rollback_response_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint8_t hl_cal_rollback_response_slot(const uint8_t *payload) { return hl_get_u8(payload + 2); }
static inline void hl_cal_rollback_response_set_slot(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 2, v); }

/* CAL_ABORT request, from host */
#define HL_CAL_ABORT_REQUEST_BYTES 2u /* Fixed fields. */
#define HL_CAL_ABORT_REQUEST_TXN_AT 0u /* Number of this request. */
#define HL_CAL_ABORT_REQUEST_TXN_MIN 1u
#define HL_CAL_ABORT_REQUEST_TXN_MAX 65535u
static inline uint16_t hl_cal_abort_request_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cal_abort_request_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }

/* CAL_ABORT response, from clip */
#define HL_CAL_ABORT_RESPONSE_BYTES 3u /* Fixed fields. */
#define HL_CAL_ABORT_RESPONSE_TXN_AT 0u /* Of the request. */
#define HL_CAL_ABORT_RESPONSE_STATE_AT 2u /* enum CAL_STATE: Always IDLE. */
static inline uint16_t hl_cal_abort_response_txn(const uint8_t *payload) { return hl_get_u16(payload + 0); }
static inline void hl_cal_abort_response_set_txn(uint8_t *payload, uint16_t v) { hl_put_u16(payload + 0, v); }
static inline uint8_t hl_cal_abort_response_state(const uint8_t *payload) { return hl_get_u8(payload + 2); }
static inline void hl_cal_abort_response_set_state(uint8_t *payload, uint8_t v) { hl_put_u8(payload + 2, v); }

/* Profile image and slot: header, then records, each a type, a length and its fields. Integers only. */
#define HL_IMAGE_HEADER_MAGIC_AT 0u /* IMAGE_MAGIC. */
#define HL_IMAGE_HEADER_LAYOUT_AT 4u /* IMAGE_LAYOUT. */
#define HL_IMAGE_HEADER_HEADER_BYTES_AT 5u /* bytes: IMAGE_HEADER_BYTES. */
#define HL_IMAGE_HEADER_BODY_BYTES_AT 6u /* bytes: Length of the records. */
#define HL_IMAGE_HEADER_GENERATION_AT 8u /* Each write of a clip takes a higher one. */
#define HL_IMAGE_HEADER_SERIAL_AT 12u /* ASCII: Serial number of the clip: letters and digits, filled up with zeros. */
#define HL_IMAGE_HEADER_CREATED_S_AT 24u /* s since 1970: When it was measured. */
#define HL_IMAGE_HEADER_TOOL_AT 28u /* ASCII: What made it: 0x20..0x7E without quotes and backslashes, filled up with zeros. */
#define HL_IMAGE_HEADER_BODY_CRC_AT 44u /* CRC-32C of the body. */
#define HL_IMAGE_HEADER_RESERVED_AT 48u /* 0; looked at. */
#define HL_IMAGE_HEADER_HEADER_CRC_AT 60u /* CRC-32C of the bytes before it. */
#define HL_IMAGE_CONFIRMATION_MAGIC_AT 0u /* SLOT_CONFIRMED_MAGIC. */
#define HL_IMAGE_CONFIRMATION_GENERATION_AT 4u /* Of the image that is confirmed. */
#define HL_IMAGE_CONFIRMATION_HEADER_CRC_AT 8u /* Of that image: through it of everything. */
#define HL_IMAGE_CONFIRMATION_CRC_AT 12u /* CRC-32C of the bytes before it. */
#define HL_IMAGE_HARDWARE 0x8001u /* Record: The board. */
#define HL_IMAGE_HARDWARE_BYTES 4u
#define HL_IMAGE_HARDWARE_HARDWARE_MAJOR_AT 0u /* Board revision. */
#define HL_IMAGE_HARDWARE_HARDWARE_MINOR_AT 1u /* Variant of that revision. */
#define HL_IMAGE_HARDWARE_SENSORS_AT 2u /* IMUs that follow. */
#define HL_IMAGE_HARDWARE_RESERVED_AT 3u /* 0; looked at. */
#define HL_IMAGE_SENSOR 0x8002u /* Record: One IMU. */
#define HL_IMAGE_SENSOR_BYTES 4u
#define HL_IMAGE_SENSOR_IMU_AT 0u /* 0 = lower or only, 1 = upper. */
#define HL_IMAGE_SENSOR_PART_AT 1u /* enum IMU: The chip; one of 1, 2, 3, 255. */
#define HL_IMAGE_SENSOR_AXES_AT 2u /* Which axes of what the clip delivers point forward, left and up: number of the rotation in the table of README.md, 0 = as delivered. */
#define HL_IMAGE_SENSOR_RESERVED_AT 3u /* 0; looked at. */
#define HL_IMAGE_ACCEL 0x8003u /* Record: Accelerometer: true = matrix (raw - bias). */
#define HL_IMAGE_ACCEL_BYTES 60u
#define HL_IMAGE_ACCEL_IMU_AT 0u /* 0 = lower or only, 1 = upper. */
#define HL_IMAGE_ACCEL_FACES_AT 1u /* Resting positions measured. */
#define HL_IMAGE_ACCEL_RESERVED_AT 2u /* 0; looked at. */
#define HL_IMAGE_ACCEL_BIAS_X_UG_AT 4u /* 1e-6 g: Offset. */
#define HL_IMAGE_ACCEL_BIAS_Y_UG_AT 8u /* 1e-6 g: Offset. */
#define HL_IMAGE_ACCEL_BIAS_Z_UG_AT 12u /* 1e-6 g: Offset. */
#define HL_IMAGE_ACCEL_MATRIX_XX_PPM_AT 16u /* 1e-6: Scale. */
#define HL_IMAGE_ACCEL_MATRIX_XY_PPM_AT 20u /* 1e-6: Share of y that true x takes. */
#define HL_IMAGE_ACCEL_MATRIX_XZ_PPM_AT 24u /* 1e-6: Share of z that true x takes. */
#define HL_IMAGE_ACCEL_MATRIX_YX_PPM_AT 28u /* 1e-6: Share of x that true y takes. */
#define HL_IMAGE_ACCEL_MATRIX_YY_PPM_AT 32u /* 1e-6: Scale. */
#define HL_IMAGE_ACCEL_MATRIX_YZ_PPM_AT 36u /* 1e-6: Share of z that true y takes. */
#define HL_IMAGE_ACCEL_MATRIX_ZX_PPM_AT 40u /* 1e-6: Share of x that true z takes. */
#define HL_IMAGE_ACCEL_MATRIX_ZY_PPM_AT 44u /* 1e-6: Share of y that true z takes. */
#define HL_IMAGE_ACCEL_MATRIX_ZZ_PPM_AT 48u /* 1e-6: Scale. */
#define HL_IMAGE_ACCEL_RESIDUAL_RMS_UG_AT 52u /* 1e-6 g: What is left of | |a| - 1 g | over the positions; at most residual_max_ug. */
#define HL_IMAGE_ACCEL_RESIDUAL_MAX_UG_AT 56u /* 1e-6 g: The largest of them. */
#define HL_IMAGE_GYRO 0x8004u /* Record: Gyroscope: true = raw - bias - slope (temperature - at). */
#define HL_IMAGE_GYRO_BYTES 36u
#define HL_IMAGE_GYRO_IMU_AT 0u /* 0 = lower or only, 1 = upper. */
#define HL_IMAGE_GYRO_SLOPE_KNOWN_AT 1u /* 0 or 1: 0: the slopes are 0; 1: to_cdeg - from_cdeg is at least IMAGE_MIN_SLOPE_SPAN_CDEG. */
#define HL_IMAGE_GYRO_AT_CDEG_AT 2u /* 0.01 deg C: Temperature of the offset; within from_cdeg..to_cdeg. */
#define HL_IMAGE_GYRO_FROM_CDEG_AT 4u /* 0.01 deg C: Lowest temperature measured. */
#define HL_IMAGE_GYRO_TO_CDEG_AT 6u /* 0.01 deg C: Highest temperature measured. */
#define HL_IMAGE_GYRO_BIAS_X_UDPS_AT 8u /* 1e-6 deg/s: Offset at at_cdeg. */
#define HL_IMAGE_GYRO_BIAS_Y_UDPS_AT 12u /* 1e-6 deg/s: Offset at at_cdeg. */
#define HL_IMAGE_GYRO_BIAS_Z_UDPS_AT 16u /* 1e-6 deg/s: Offset at at_cdeg. */
#define HL_IMAGE_GYRO_SLOPE_X_UDPS_PER_K_AT 20u /* 1e-6 deg/s per K: Change of the offset with temperature. */
#define HL_IMAGE_GYRO_SLOPE_Y_UDPS_PER_K_AT 24u /* 1e-6 deg/s per K: Change of the offset with temperature. */
#define HL_IMAGE_GYRO_SLOPE_Z_UDPS_PER_K_AT 28u /* 1e-6 deg/s per K: Change of the offset with temperature. */
#define HL_IMAGE_GYRO_NOISE_UDPS_AT 32u /* 1e-6 deg/s: Root mean square about the offset at rest. */
#define HL_IMAGE_HAPTIC 0x0005u /* Record: What the DRV2605L found in its auto-calibration. May be absent. */
#define HL_IMAGE_HAPTIC_BYTES 8u
#define HL_IMAGE_HAPTIC_MOTOR_AT 0u /* enum MOTOR: Kind of motor. */
#define HL_IMAGE_HAPTIC_COMPENSATION_AT 1u /* Register 0x18. */
#define HL_IMAGE_HAPTIC_BACK_EMF_AT 2u /* Register 0x19. */
#define HL_IMAGE_HAPTIC_FEEDBACK_AT 3u /* Register 0x1A. */
#define HL_IMAGE_HAPTIC_RATED_MV_AT 4u /* mV: Rated voltage. */
#define HL_IMAGE_HAPTIC_CLAMP_MV_AT 6u /* mV: Overdrive clamp. */

/* Every record: X(type, one a sensor, bytes) */
#define HL_IMAGE_RECORDS(X) \
    X(HL_IMAGE_HARDWARE, 0, HL_IMAGE_HARDWARE_BYTES) \
    X(HL_IMAGE_SENSOR, 1, HL_IMAGE_SENSOR_BYTES) \
    X(HL_IMAGE_ACCEL, 1, HL_IMAGE_ACCEL_BYTES) \
    X(HL_IMAGE_GYRO, 1, HL_IMAGE_GYRO_BYTES) \
    X(HL_IMAGE_HAPTIC, 0, HL_IMAGE_HAPTIC_BYTES)

/* Every number of a record, in order: X(record, offset, bytes, signed, reserved, lowest, highest) */
#define HL_IMAGE_CELLS(X) \
    X(HL_IMAGE_HARDWARE, 0, 1, 0, 0, 0, 255) \
    X(HL_IMAGE_HARDWARE, 1, 1, 0, 0, 0, 255) \
    X(HL_IMAGE_HARDWARE, 2, 1, 0, 0, 1, 2) \
    X(HL_IMAGE_HARDWARE, 3, 1, 0, 1, 0, 0) \
    X(HL_IMAGE_SENSOR, 0, 1, 0, 0, 0, 1) \
    X(HL_IMAGE_SENSOR, 1, 1, 0, 0, 1, 255) \
    X(HL_IMAGE_SENSOR, 2, 1, 0, 0, 0, 23) \
    X(HL_IMAGE_SENSOR, 3, 1, 0, 1, 0, 0) \
    X(HL_IMAGE_ACCEL, 0, 1, 0, 0, 0, 1) \
    X(HL_IMAGE_ACCEL, 1, 1, 0, 0, 6, 255) \
    X(HL_IMAGE_ACCEL, 2, 2, 0, 1, 0, 0) \
    X(HL_IMAGE_ACCEL, 4, 4, 1, 0, -150000, 150000) \
    X(HL_IMAGE_ACCEL, 8, 4, 1, 0, -150000, 150000) \
    X(HL_IMAGE_ACCEL, 12, 4, 1, 0, -150000, 150000) \
    X(HL_IMAGE_ACCEL, 16, 4, 1, 0, 900000, 1100000) \
    X(HL_IMAGE_ACCEL, 20, 4, 1, 0, -50000, 50000) \
    X(HL_IMAGE_ACCEL, 24, 4, 1, 0, -50000, 50000) \
    X(HL_IMAGE_ACCEL, 28, 4, 1, 0, -50000, 50000) \
    X(HL_IMAGE_ACCEL, 32, 4, 1, 0, 900000, 1100000) \
    X(HL_IMAGE_ACCEL, 36, 4, 1, 0, -50000, 50000) \
    X(HL_IMAGE_ACCEL, 40, 4, 1, 0, -50000, 50000) \
    X(HL_IMAGE_ACCEL, 44, 4, 1, 0, -50000, 50000) \
    X(HL_IMAGE_ACCEL, 48, 4, 1, 0, 900000, 1100000) \
    X(HL_IMAGE_ACCEL, 52, 4, 0, 0, 0, 3000) \
    X(HL_IMAGE_ACCEL, 56, 4, 0, 0, 0, 3000) \
    X(HL_IMAGE_GYRO, 0, 1, 0, 0, 0, 1) \
    X(HL_IMAGE_GYRO, 1, 1, 0, 0, 0, 1) \
    X(HL_IMAGE_GYRO, 2, 2, 1, 0, -4000, 8500) \
    X(HL_IMAGE_GYRO, 4, 2, 1, 0, -4000, 8500) \
    X(HL_IMAGE_GYRO, 6, 2, 1, 0, -4000, 8500) \
    X(HL_IMAGE_GYRO, 8, 4, 1, 0, -10000000, 10000000) \
    X(HL_IMAGE_GYRO, 12, 4, 1, 0, -10000000, 10000000) \
    X(HL_IMAGE_GYRO, 16, 4, 1, 0, -10000000, 10000000) \
    X(HL_IMAGE_GYRO, 20, 4, 1, 0, -500000, 500000) \
    X(HL_IMAGE_GYRO, 24, 4, 1, 0, -500000, 500000) \
    X(HL_IMAGE_GYRO, 28, 4, 1, 0, -500000, 500000) \
    X(HL_IMAGE_GYRO, 32, 4, 0, 0, 0, 1000000) \
    X(HL_IMAGE_HAPTIC, 0, 1, 0, 0, 1, 2) \
    X(HL_IMAGE_HAPTIC, 1, 1, 0, 0, 0, 255) \
    X(HL_IMAGE_HAPTIC, 2, 1, 0, 0, 0, 255) \
    X(HL_IMAGE_HAPTIC, 3, 1, 0, 0, 0, 255) \
    X(HL_IMAGE_HAPTIC, 4, 2, 0, 0, 500, 5600) \
    X(HL_IMAGE_HAPTIC, 6, 2, 0, 0, 500, 5600)

#endif
