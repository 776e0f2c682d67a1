/* Any bytes at any time must leave the clip alive, its answers whole, its counters right and the motor within its limits. */
#include "fuzz.h"

#include "holdline_parts.h"
#include "play.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WINDOW_MS 10000u

unsigned long fuzz_frames;
unsigned long fuzz_cues;

static struct hl_reader host;
static bool driven[WINDOW_MS];
static unsigned in_window;
static unsigned in_row;
static unsigned silent_ms;
static uint32_t frames_before;
static unsigned now_ms;
static uint32_t bytes_come;

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
    bool heard = play_clip.reader.count[HL_RX_FRAMES] != frames_before;
    frames_before = play_clip.reader.count[HL_RX_FRAMES];
    silent_ms = heard ? 0 : silent_ms + 1;
    in_window += drives ? 1u : 0u;
    in_window -= driven[now_ms % WINDOW_MS] ? 1u : 0u;
    driven[now_ms++ % WINDOW_MS] = drives;
    in_row = drives ? in_row + 1 : 0;
    need(in_window <= HL_CUE_WINDOW_MAX_MS, "more than a quarter of 10 s");
    need(in_row <= HL_MAX_CUE_MS, "more than 2 s in a row");
    need(!drives || silent_ms <= HL_SILENT_MOTOR_OFF_MS, "motor on while the host is silent");
}

static void check_clip(void)
{
    const struct hl_clip *clip = &play_clip;
    bool stopped = clip->charging || hl_button_undecided(clip) || fake.motor_fault != 0;
    need(fake.motor_pct == 0 || (clip->cue.playing && clip->greeted && !stopped), "motor on without a reason");
    need(!clip->stream.on || (clip->greeted && !clip->charging), "stream on without a host, or while charging");
    need(clip->button.waiting <= HL_BUTTON_QUEUE && clip->cue.past_count <= HL_CUE_PAST, "a queue beyond its end");
    need(clip->out.from <= clip->out.to && clip->out.to <= HL_OUT_BYTES, "the way out beyond its end");
    need(clip->stream.queued <= clip->stream.slots, "more batches than places");
    need(clip->reader.count[HL_RX_BYTES] == bytes_come, "a byte was not counted");
}

static void byte_comes(uint8_t byte)
{
    (void)byte;
    bytes_come++;
}

/* A start empties the window of the motor; a hang-up only the line. */
static void cut(void)
{
    fake.out_from = fake.out_to;
    hl_reader_start(&host, HL_FROM_CLIP);
    if (play_clip.reader.count[HL_RX_BYTES] == 0 && bytes_come != 0) {
        fuzz_cues += play_clip.cue.played;
        memset(driven, 0, sizeof driven);
        in_window = 0;
        in_row = 0;
        bytes_come = 0;
        frames_before = 0;
    }
}

static void step(bool ms_passed)
{
    check_said();
    check_clip();
    if (ms_passed) {
        check_motor();
    }
}

static void check_play(const uint8_t *data, size_t bytes)
{
    static const struct play_watch WATCH = {byte_comes, cut, step, true};
    fake_reset(PLAY_START_US);
    fake.sample_period_us = 5000;
    fake.about.capabilities |= HL_CAPABILITY_PROFILE;
    memset(driven, 0, sizeof driven);
    in_window = 0;
    in_row = 0;
    silent_ms = 0;
    frames_before = 0;
    bytes_come = 0;
    play(data, bytes, &WATCH);
    fuzz_frames += play_clip.reader.count[HL_RX_FRAMES];
    fuzz_cues += play_clip.cue.played;
}

/* A frame that was heard has one spelling: written again it must give the bytes it came from, and every piece between two
 * zeros is counted once. */
static void check_reader(uint8_t from, const uint8_t *data, size_t bytes)
{
    static uint8_t wire[HL_MAX_WIRE_BYTES + 1];
    struct hl_reader reader;
    struct hl_frame frame;
    size_t began = 0;
    uint32_t pieces = 0;
    hl_reader_start(&reader, from);
    for (size_t i = 0; i < bytes; i++) {
        enum hl_heard heard = hl_reader_put(&reader, data[i], &frame);
        if (heard == HL_HEARD_FRAME) {
            memcpy(wire + HL_PAYLOAD_AT, frame.payload, frame.bytes);
            size_t again = hl_frame_close(wire, HL_VERSION_MAX, frame.type, frame.flags, frame.seq, frame.bytes);
            need(again == i + 1 - began && memcmp(wire, data + began, again) == 0, "a frame with two spellings");
        }
        if (data[i] == 0) {
            pieces += i > began ? 1u : 0u;
            began = i + 1;
        }
    }
    pieces += bytes - began > HL_MAX_ENCODED_BYTES ? 1u : 0u;
    uint32_t judged = reader.count[HL_RX_FRAMES];
    for (unsigned i = HL_RX_OVERSIZE; i <= HL_RX_PAYLOAD; i++) {
        judged += reader.count[i];
    }
    need(judged == pieces && reader.count[HL_RX_BYTES] == bytes, "a piece was counted twice, or not at all");
    fuzz_frames += reader.count[HL_RX_FRAMES];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    if (bytes > 0 && data[0] < EVENTS_PLAY) {
        check_reader(data[0] == EVENTS_HOST ? HL_FROM_HOST : HL_FROM_CLIP, data + 1, bytes - 1);
    } else if (bytes > 0) {
        check_play(data + 1, bytes - 1);
    }
    return 0;
}
