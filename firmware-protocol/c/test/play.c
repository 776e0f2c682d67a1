#include "play.h"

#include <string.h>

struct hl_clip play_clip;
unsigned play_ms;

static const struct play_watch *watched;
static const uint8_t *input;
static size_t left;
static uint32_t boot_id;
static uint16_t next_seq;
static uint16_t last_txn;
static uint8_t last_type; /* 0: no request was made yet. */
static uint8_t last_payload[HL_MAX_PAYLOAD_BYTES];
static size_t last_bytes;

static uint8_t take(void)
{
    if (left == 0) {
        return 0;
    }
    left--;
    return *input++;
}

static void start_clip(void)
{
    fake.has_key = fake.gets_key;
    hl_clip_start(&play_clip, boot_id++, HL_RESET_POWER);
    watched->cut();
}

static void poll(bool ms_passed)
{
    hl_clip_poll(&play_clip);
    watched->step(ms_passed);
}

static void pass(unsigned ms)
{
    for (; ms > 0 && play_ms < PLAY_LONGEST_MS; ms--) {
        play_ms++;
        fake.now_us += 1000u;
        poll(true);
    }
}

static void hear(const uint8_t *from, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        watched->byte(from[i]);
        fake_hear(from + i, 1);
        poll(false);
    }
}

/* Bits of the version that is spoken; HELLO's is always 0. */
static uint8_t spoken(uint8_t type) { return type == HL_TYPE_HELLO ? 0 : HL_VERSION_MAX << 4; }

static void hear_frame(uint8_t version_flags, uint8_t type, const uint8_t *payload, size_t bytes, unsigned skipped)
{
    static uint8_t wire[HL_MAX_WIRE_BYTES];
    uint8_t *frame = wire + 1;
    memcpy(wire + HL_PAYLOAD_AT, payload, bytes);
    uint16_t seq = (uint16_t)(next_seq + skipped);
    next_seq = (uint16_t)(seq + 1u);
    /* As hl_frame_close, but with any version. */
    frame[HL_VERSION_FLAGS_AT] = version_flags;
    frame[HL_TYPE_AT] = type;
    hl_put_u16(frame + HL_SEQ_AT, seq);
    hl_put_u16(frame + HL_LENGTH_AT, (uint16_t)bytes);
    hl_put_u32(frame + HL_HEADER_BYTES + bytes, hl_crc32c(frame, HL_HEADER_BYTES + bytes));
    size_t encoded = hl_cobs_encode(frame, HL_MIN_FRAME_BYTES + bytes, wire);
    wire[encoded] = 0;
    hear(wire, encoded + 1);
}

static void request_again(void)
{
    if (last_type != 0) {
        hear_frame(spoken(last_type) | HL_FLAG_REQUEST, last_type, last_payload, last_bytes, 0);
    }
}

static uint8_t *begin_request(uint8_t type, size_t bytes)
{
    last_txn = last_txn == UINT16_MAX ? 1u : (uint16_t)(last_txn + 1u);
    last_type = type;
    last_bytes = bytes;
    memset(last_payload, 0, bytes);
    hl_put_u16(last_payload, last_txn);
    return last_payload;
}

static void any_frame(unsigned more)
{
    static uint8_t payload[HL_MAX_PAYLOAD_BYTES];
    uint8_t version_flags = take();
    uint8_t type = take();
    size_t bytes = take();
    bytes = bytes < sizeof payload ? bytes : sizeof payload;
    for (size_t i = 0; i < bytes; i++) {
        payload[i] = take();
    }
    hear_frame(version_flags, type, payload, bytes, more < 16u ? more : 0xFFE0u + more);
}

static void hello(unsigned more)
{
    uint8_t *request = begin_request(HL_TYPE_HELLO, HL_HELLO_REQUEST_BYTES);
    bool other = (more & 24u) == 24u;
    hl_hello_request_set_version_min(request, other ? 2 : 1);
    hl_hello_request_set_version_max(request, other ? 3 : 1);
    hl_hello_request_set_max_payload_bytes(request, (more & 4u) != 0 ? 128 : 244);
    hl_hello_request_set_host_session(request, 1u + (more & 3u));
    hl_hello_request_set_schema_crc(request, HL_SCHEMA_CRC);
    request_again();
}

static void cue(unsigned more)
{
    uint8_t *request = begin_request(HL_TYPE_CUE, HL_CUE_REQUEST_BYTES);
    uint32_t age_us = 2000u * (uint32_t)(int8_t)take();
    uint8_t length = take();
    uint8_t how = take();
    hl_cue_request_set_issued_us(request, hl_port_now_us() - age_us);
    hl_cue_request_set_ttl_ms(request, (uint16_t)(20u * more + 20u));
    hl_cue_request_set_duration_ms(request, (uint16_t)(8u * length + 1u));
    hl_cue_request_set_pattern(request, (uint8_t)(1u + (how & 1u)));
    hl_cue_request_set_intensity_pct(request, how >> 1);
    request_again();
}

static void happen(unsigned more)
{
    switch (more % 16u) {
    case 0:
    case 1:
        fake.button = more % 16u == 0;
        break;
    case 2:
    case 3:
        fake.charging = more % 16u == 2;
        break;
    case 4:
        fake.line_up = false;
        poll(false);
        fake.line_up = true;
        watched->cut();
        break;
    case 5:
        start_clip();
        break;
    case 6:
    case 7:
        fake.takes = watched->hardware && more % 16u == 6 ? 5u * more : SIZE_MAX;
        break;
    case 8:
    case 9:
        fake.motor_fault = watched->hardware && more % 16u == 8 ? 1 : 0;
        break;
    case 10:
    case 11:
        fake.battery_pct = more % 16u == 10 ? 19 : 255;
        break;
    case 12:
    case 13:
        fake.store_is = more % 16u == 12 ? FAKE_STORE_DEAD : FAKE_STORE_WHOLE;
        break;
    case 14:
    case 15:
        fake.gets_key = more % 16u == 14;
        break;
    default:
        break;
    }
    poll(false);
}

static void stream_ctrl(void)
{
    uint8_t *request = begin_request(HL_TYPE_STREAM_CTRL, HL_STREAM_CTRL_REQUEST_BYTES);
    uint8_t what = take();
    hl_stream_ctrl_request_set_flags(request, what & 3u);
    hl_stream_ctrl_request_set_batch_samples(request, (uint8_t)(1u + (what >> 2 & 15u)));
    hl_stream_ctrl_request_set_rate_hz(request, (what & 64u) != 0 ? 200 : 100);
    request_again();
}

static void common(unsigned more)
{
    uint8_t answer[HL_BUTTON_RESPONSE_BYTES] = {0};
    switch (more % 8u) {
    case 0:
        stream_ctrl();
        break;
    case 1:
        begin_request(HL_TYPE_CUE_STOP, HL_CUE_STOP_REQUEST_BYTES);
        request_again();
        break;
    case 2:
        hl_timesync_request_set_host_sent_us(begin_request(HL_TYPE_TIMESYNC, HL_TIMESYNC_REQUEST_BYTES), play_ms);
        request_again();
        break;
    case 3:
        hl_button_response_set_txn(answer, take());
        hear_frame(spoken(HL_TYPE_BUTTON) | HL_FLAG_RESPONSE, HL_TYPE_BUTTON, answer, sizeof answer, 0);
        break;
    default:
        request_again();
        break;
    }
}

static void bytes_come(unsigned count)
{
    for (unsigned i = 0; i < count && left > 0; i++) {
        uint8_t byte = take();
        hear(&byte, 1);
    }
}

static void begin(const uint8_t *data, size_t bytes, const struct play_watch *watch)
{
    watched = watch;
    input = data;
    left = bytes;
    boot_id = PLAY_BOOT_ID;
    next_seq = 0;
    last_txn = 0;
    last_type = 0;
    play_ms = 0;
    start_clip();
    poll(false);
}

void play(const uint8_t *data, size_t bytes, const struct play_watch *watch)
{
    begin(data, bytes, watch);
    while (left > 0 && play_ms < PLAY_LONGEST_MS) {
        uint8_t operation = take();
        unsigned more = operation >> 3;
        switch (operation & 7u) {
        case 0:
            pass(1u + more);
            break;
        case 1:
            pass(50u + 50u * more);
            break;
        case 2:
            bytes_come(1u + more);
            break;
        case 3:
            any_frame(more);
            break;
        case 4:
            hello(more);
            break;
        case 5:
            cue(more);
            break;
        case 6:
            happen(more);
            break;
        default:
            common(more);
            break;
        }
    }
}
