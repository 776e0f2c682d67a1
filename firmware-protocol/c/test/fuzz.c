/* Any bytes at any time must leave the clip alive, its answers whole, and the motor within its limits. */
#include "fake.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WINDOW_MS 10000u

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

/* What came through, so that a run can say whether it tried anything. */
extern unsigned long fuzz_frames;
extern unsigned long fuzz_cues;
unsigned long fuzz_frames;
unsigned long fuzz_cues;

static struct hl_clip clip;
static struct hl_reader host;
static bool driven[WINDOW_MS];
static unsigned in_window;
static unsigned in_row;
static unsigned silent_ms;
static unsigned now_ms;

static void need(bool holds, const char *what)
{
    if (!holds) {
        fprintf(stderr, "fuzz: %s\n", what);
        abort();
    }
}

static void check_said(void)
{
    struct hl_frame frame;
    while (fake.out_from < fake.out_to) {
        hl_reader_put(&host, fake.out[fake.out_from++], &frame);
    }
    for (unsigned i = HL_RX_OVERSIZE; i <= HL_RX_SEQ_REPEATED; i++) {
        need(host.count[i] == 0, "the clip sent a frame a host would drop");
    }
}

static void check_motor(void)
{
    bool drives = fake.motor_pct != 0;
    in_window += drives ? 1u : 0u;
    in_window -= driven[now_ms % WINDOW_MS] ? 1u : 0u;
    driven[now_ms++ % WINDOW_MS] = drives;
    in_row = drives ? in_row + 1 : 0;
    need(in_window <= HL_CUE_WINDOW_MAX_MS, "more than a quarter of 10 s");
    need(in_row <= HL_MAX_CUE_MS, "more than 2 s in a row");
    need(!drives || silent_ms <= HL_SILENT_MOTOR_OFF_MS, "motor on while the host is silent");
}

static void pass_ms(unsigned ms)
{
    for (unsigned i = 0; i < ms; i++) {
        uint32_t frames = clip.reader.count[HL_RX_FRAMES];
        fake.now_us += 1000;
        hl_clip_poll(&clip);
        silent_ms = clip.reader.count[HL_RX_FRAMES] == frames ? silent_ms + 1 : 0;
        check_said();
        check_motor();
    }
}

/* A frame that was heard has one spelling: written again it must give the bytes it came from. */
static void check_reader(const uint8_t *data, size_t bytes)
{
    static uint8_t wire[HL_MAX_WIRE_BYTES + 1];
    struct hl_reader reader;
    struct hl_frame frame;
    size_t began = 0;
    hl_reader_start(&reader, HL_FROM_HOST);
    for (size_t i = 0; i < bytes; i++) {
        enum hl_heard heard = hl_reader_put(&reader, data[i], &frame);
        if (heard == HL_HEARD_FRAME) {
            memcpy(wire + HL_PAYLOAD_AT, frame.payload, frame.bytes);
            size_t again = hl_frame_close(wire, 0, frame.type, frame.flags, frame.seq, frame.bytes);
            need(again == i + 1 - began && memcmp(wire, data + began, again) == 0, "a frame with two spellings");
        }
        began = data[i] == 0 ? i + 1 : began;
    }
}

static void hear_frame(uint8_t type, const uint8_t *payload, size_t bytes)
{
    static uint8_t wire[HL_MAX_WIRE_BYTES];
    memcpy(wire + HL_PAYLOAD_AT, payload, bytes);
    fake_hear(wire, hl_frame_close(wire, 0, type, HL_FLAG_REQUEST, 0, bytes));
}

/* Bytes alone would hardly ever be a cue in time: a cue that is whole and nearly in time, else as the input says. */
static void hear_cue(const uint8_t *data)
{
    uint8_t request[HL_CUE_REQUEST_BYTES];
    memcpy(request, data, sizeof request);
    hl_cue_request_set_issued_us(request, hl_port_now_us() - (uint32_t)data[2] * 1000u);
    hl_cue_request_set_ttl_ms(request, (uint16_t)(1u + hl_get_u16(data + 6) % HL_MAX_CUE_TTL_MS));
    hl_cue_request_set_duration_ms(request, (uint16_t)(1u + hl_get_u16(data + 8) % HL_MAX_CUE_MS));
    hl_cue_request_set_pattern(request, (uint8_t)(1u + data[10] % 2u));
    hl_cue_request_set_intensity_pct(request, (uint8_t)(1u + data[11] % 100u));
    hear_frame(HL_TYPE_CUE, request, sizeof request);
}

static void hear_hello(uint8_t session)
{
    uint8_t request[HL_HELLO_REQUEST_BYTES] = {0};
    hl_hello_request_set_host_session(request, session);
    hear_frame(HL_TYPE_HELLO, request, sizeof request);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    check_reader(data, bytes);
    fake_reset(4290000000u);
    fake.sample_period_us = 5000;
    hl_clip_start(&clip, 77, HL_RESET_POWER);
    hl_reader_start(&host, HL_FROM_CLIP);
    memset(driven, 0, sizeof driven);
    in_window = 0;
    in_row = 0;
    silent_ms = 0;
    for (size_t at = 0; at < bytes;) {
        /* A first byte of each chunk says how much comes at once, how much later, and what happens meanwhile. */
        uint8_t rule = data[at];
        size_t chunk = 1u + rule % 64u;
        chunk = chunk < bytes - at ? chunk : bytes - at;
        if ((rule & 0xF0u) == 0xC0u && bytes - at >= HL_CUE_REQUEST_BYTES) {
            hear_cue(data + at);
        } else if ((rule & 0xF8u) == 0xD0u) {
            hear_hello(rule & 3u);
        } else {
            fake_hear(data + at, chunk);
        }
        at += chunk;
        fake.button = (rule & 0xF0u) == 0x50u;
        fake.charging = (rule & 0xF8u) == 0xA8u;
        fake.takes = (rule & 0xF0u) == 0x90u ? rule : SIZE_MAX;
        pass_ms(rule % 16u == 15u ? 1200u : rule % 16u == 14u ? 150u : 1u + rule % 8u);
    }
    fake.takes = SIZE_MAX;
    pass_ms(20);
    fuzz_frames += clip.reader.count[HL_RX_FRAMES];
    fuzz_cues += clip.cue.played;
    return 0;
}
