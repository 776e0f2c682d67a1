#include "events.h"

#include "play.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TEXT_BYTES (1u << 24)

const char *const events_name[EVENTS_KINDS] = {"host", "clip", "play"};

static const char *const COUNTERS[HL_RX_COUNTERS] = {"bytes", "frames", "oversize", "cobs", "short", "length", "crc",
    "version", "flags", "unknown", "direction", "payload", "seq_lost", "seq_repeated"};
static const char *const STATES[] = {"WAITING", "READY", "STREAMING"};

/* What shows of a clip, as it was when its last events were written. */
struct seen {
    uint32_t count[HL_RX_COUNTERS];
    bool playing;
    enum hl_state state;
    bool muted;
    uint32_t numbers[6];
};

static const char *const NUMBERS[6] = {"cues_played", "cues_refused", "motor_cuts", "presses", "presses_lost",
    "replies_repeated"};

static char text[TEXT_BYTES];
static size_t written;
static struct seen seen;
static struct hl_reader host;
static uint8_t piece[HL_MAX_ENCODED_BYTES + 1];
static size_t piece_bytes;
static unsigned at;

enum events_kind events_of(const char *word)
{
    unsigned kind = 0;
    while (kind < EVENTS_KINDS && strcmp(word, events_name[kind]) != 0) {
        kind++;
    }
    return (enum events_kind)kind;
}

static void put(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    int put = vsnprintf(text + written, sizeof text - written, format, list);
    va_end(list);
    written += (size_t)put;
    if (written >= sizeof text) {
        fprintf(stderr, "events: too many\n");
        exit(2);
    }
}

static void put_counts(const uint32_t *count)
{
    for (unsigned i = HL_RX_FRAMES; i < HL_RX_COUNTERS; i++) {
        if (count[i] != seen.count[i]) {
            put("%u +%s %" PRIu32 "\n", at, COUNTERS[i], count[i] - seen.count[i]);
        }
    }
}

/* The bytes since the last zero, when they were a frame. */
static void put_frame(void)
{
    size_t bytes = hl_cobs_decode(piece, piece_bytes);
    put("%u frame %u.%u.%u %zu %08" PRIx32 "\n", at, piece[HL_TYPE_AT], piece[HL_VERSION_FLAGS_AT] & 15u,
            hl_get_u16(piece + HL_SEQ_AT), bytes - HL_MIN_FRAME_BYTES, hl_get_u32(piece + bytes - HL_CRC_BYTES));
}

static void gather(uint8_t byte)
{
    if (byte != 0 && piece_bytes < sizeof piece) {
        piece[piece_bytes++] = byte;
    }
}

static void put_bytes(const uint8_t *from, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        put("%02x", from[i]);
    }
    put("\n");
}

static void put_said(void)
{
    struct hl_frame frame;
    bool leading_zero = false;
    while (fake.out_from < fake.out_to) {
        uint8_t byte = fake.out[fake.out_from++];
        leading_zero = leading_zero || (byte == 0 && host.used == 0);
        if (hl_reader_put(&host, byte, &frame) != HL_HEARD_FRAME) {
            continue;
        }
        if (frame.type == HL_TYPE_LOG) {
            continue; /* And a zero in front of it stands for one in front of what it is said with. */
        }
        uint8_t payload[HL_MAX_PAYLOAD_BYTES];
        memcpy(payload, frame.payload, frame.bytes);
        if (frame.type == HL_TYPE_STATUS) {
            hl_status_event_set_tx_frames(payload, 0);
        }
        put("%u %s %u.%u ", at, leading_zero ? "says0" : "says", frame.type, frame.flags);
        put_bytes(payload, frame.bytes);
        leading_zero = false;
    }
}

static void put_changes(void)
{
    const struct hl_clip *clip = &play_clip;
    struct seen now = {.playing = clip->cue.playing, .state = hl_clip_state(clip), .muted = clip->button.muted,
        .numbers = {clip->cue.played, clip->cue.refused, clip->cue.cuts, clip->button.presses, clip->button.lost,
            clip->replies_repeated}};
    memcpy(now.count, clip->reader.count, sizeof now.count);
    if (now.count[HL_RX_BYTES] < seen.count[HL_RX_BYTES]) {
        memset(&seen, 0, sizeof seen);
        put("%u starts\n", at);
    }
    put_counts(now.count);
    if (now.count[HL_RX_FRAMES] != seen.count[HL_RX_FRAMES]) {
        put_frame();
    }
    if (now.playing != seen.playing) {
        put("%u motor %s\n", at, now.playing ? "on" : "off");
    }
    if (now.state != seen.state) {
        put("%u %s\n", at, STATES[now.state]);
    }
    if (now.muted != seen.muted) {
        put("%u %s\n", at, now.muted ? "muted" : "unmuted");
    }
    for (unsigned i = 0; i < sizeof NUMBERS / sizeof NUMBERS[0]; i++) {
        if (now.numbers[i] != seen.numbers[i]) {
            put("%u %s %" PRIu32 "\n", at, NUMBERS[i], now.numbers[i]);
        }
    }
    seen = now;
}

static void step(bool ms_passed)
{
    (void)ms_passed;
    at = play_ms;
    put_changes();
    put_said();
    piece_bytes = play_clip.reader.used == 0 ? 0 : piece_bytes;
}

static void cut(void)
{
    piece_bytes = 0;
    hl_reader_reopen(&host);
}

/* The identity of the emulated clip, so that the two greetings are one. */
static void board(void)
{
    static const struct hl_port_imu IMU = {488281, 60975610, 16000, 2000, 0, HL_IMU_ICM42688P, 32767, 32767};
    fake_reset(PLAY_START_US);
    fake.about.capabilities = HL_CAPABILITY_HAPTIC | HL_CAPABILITY_BUTTON | HL_CAPABILITY_PROFILE;
    fake.about.firmware[2] = 0;
    fake.about.imu[0] = IMU;
    fake.about.imu[1] = IMU;
    fake.battery_pct = 255;
    fake.battery_mv = 0;
    fake.temp_cdegc[0] = INT16_MIN;
    fake.temp_cdegc[1] = INT16_MIN;
}

static void play_clip_events(const uint8_t *data, size_t bytes)
{
    static const struct play_watch WATCH = {gather, cut, step, false};
    board();
    memset(&seen, 0, sizeof seen);
    hl_reader_start(&host, HL_FROM_CLIP);
    piece_bytes = 0;
    play(data, bytes, &WATCH);
    for (unsigned i = HL_RX_OVERSIZE; i < HL_RX_COUNTERS; i++) {
        if (host.count[i] != 0) {
            put("a host drops what was said: %s\n", COUNTERS[i]);
        }
    }
}

static void receiver_events(uint8_t from, const uint8_t *data, size_t bytes)
{
    struct hl_reader reader;
    struct hl_frame frame;
    memset(&seen, 0, sizeof seen);
    hl_reader_start(&reader, from);
    piece_bytes = 0;
    for (size_t i = 0; i < bytes; i++) {
        at = (unsigned)i;
        gather(data[i]);
        enum hl_heard heard = hl_reader_put(&reader, data[i], &frame);
        put_counts(reader.count);
        memcpy(seen.count, reader.count, sizeof seen.count);
        if (heard == HL_HEARD_FRAME) {
            put_frame();
        } else if (heard != HL_HEARD_NOTHING) {
            put("%u refuse %u.%u\n", at, heard == HL_HEARD_UNKNOWN ? HL_ERROR_UNKNOWN_TYPE : HL_ERROR_PAYLOAD,
                    frame.bytes < 2 ? 0u : hl_get_u16(frame.payload));
        }
        piece_bytes = data[i] == 0 ? 0 : piece_bytes;
    }
}

const char *events(enum events_kind kind, const uint8_t *data, size_t bytes)
{
    written = 0;
    text[0] = 0;
    if (kind == EVENTS_PLAY) {
        play_clip_events(data, bytes);
    } else {
        receiver_events(kind == EVENTS_HOST ? HL_FROM_HOST : HL_FROM_CLIP, data, bytes);
    }
    return text;
}

uint32_t events_crc(enum events_kind kind, const uint8_t *data, size_t bytes)
{
    events(kind, data, bytes);
    return hl_crc32c((const uint8_t *)text, written);
}
