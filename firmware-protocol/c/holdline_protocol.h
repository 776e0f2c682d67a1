/* Ids, offsets and limits of the Holdline link. Made from schema.json, not by hand:
 * ./holdline verify -Dtest=GeneratedFilesTest -Dholdline.regenerate=true
 * C99, no dependency but stdint.h. Meaning: firmware-protocol/README.md. */
#ifndef HOLDLINE_PROTOCOL_H
#define HOLDLINE_PROTOCOL_H

#include <stdint.h>

#define HL_SCHEMA_CRC 0x96CF1361u /* The facts of the schema. */
#define HL_VERSION_MIN 0u /* Lowest wire version. */
#define HL_VERSION_MAX 0u /* Highest wire version. */
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
#define HL_TYPE_CAL_INFO 0x40u /* Reserved: unknown in this version. */
#define HL_TYPE_CAL_READ 0x41u /* Reserved: unknown in this version. */
#define HL_TYPE_CAL_BEGIN 0x42u /* Reserved: unknown in this version. */
#define HL_TYPE_CAL_WRITE 0x43u /* Reserved: unknown in this version. */
#define HL_TYPE_CAL_VERIFY 0x44u /* Reserved: unknown in this version. */
#define HL_TYPE_CAL_COMMIT 0x45u /* Reserved: unknown in this version. */
#define HL_TYPE_CAL_CONFIRM 0x46u /* Reserved: unknown in this version. */
#define HL_TYPE_CAL_ROLLBACK 0x47u /* Reserved: unknown in this version. */
#define HL_TYPE_CAL_ABORT 0x48u /* Reserved: unknown in this version. */
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
    X(HL_TYPE_BUTTON, 2u, 1, 0, 0, 2u, 0u)

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

#endif
