/* What the vectors do not hold: samples, the line's limits, bounces, the motor over hours of chance. */
#include "check.h"
#include "fake.h"
#include "holdline_parts.h"
#include "suites.h"

#include <string.h>

#define START_US 4294000000u /* 1 s before the clock wraps. */
#define MOST_HEARD 4096u
#define WINDOW_MS 10000u

struct heard {
    uint64_t at_us;
    uint8_t type;
    uint8_t flags;
    uint16_t bytes;
    uint8_t payload[HL_MAX_PAYLOAD_BYTES];
};

static struct hl_clip clip;
static struct hl_reader host;
static struct heard heard[MOST_HEARD];
static unsigned heard_count;
static uint16_t seq;
static uint16_t txn;

static void collect(void)
{
    struct hl_frame frame;
    while (fake.out_from < fake.out_to) {
        if (hl_reader_put(&host, fake.out[fake.out_from++], &frame) == HL_HEARD_FRAME && heard_count < MOST_HEARD) {
            struct heard *one = &heard[heard_count++];
            one->at_us = fake.now_us;
            one->type = frame.type;
            one->flags = frame.flags;
            one->bytes = frame.bytes;
            memcpy(one->payload, frame.payload, frame.bytes);
        }
    }
}

static void pass_ms(unsigned ms)
{
    for (unsigned i = 0; i < ms; i++) {
        fake.now_us += 1000;
        hl_clip_poll(&clip);
        collect();
    }
}

static const struct heard *last(uint8_t type)
{
    static const struct heard NONE;
    for (unsigned i = heard_count; i-- > 0;) {
        if (heard[i].type == type) {
            return &heard[i];
        }
    }
    return &NONE;
}

static void say(uint8_t type, uint8_t flags, const uint8_t *payload, size_t bytes)
{
    uint8_t wire[HL_MAX_WIRE_BYTES];
    memcpy(wire + HL_PAYLOAD_AT, payload, bytes);
    fake_hear(wire, hl_frame_close(wire, HL_VERSION_MAX, type, flags, seq++, bytes));
    hl_clip_poll(&clip);
    collect();
}

static void say_hello(uint32_t session, uint8_t max_payload)
{
    uint8_t request[HL_HELLO_REQUEST_BYTES] = {0};
    hl_hello_request_set_txn(request, ++txn);
    hl_hello_request_set_version_min(request, HL_VERSION_MIN);
    hl_hello_request_set_version_max(request, HL_VERSION_MAX);
    hl_hello_request_set_max_payload_bytes(request, max_payload);
    hl_hello_request_set_host_session(request, session);
    say(HL_TYPE_HELLO, HL_FLAG_REQUEST, request, sizeof request);
}

static void say_timesync(void)
{
    uint8_t request[HL_TIMESYNC_REQUEST_BYTES] = {0};
    hl_timesync_request_set_txn(request, ++txn);
    say(HL_TYPE_TIMESYNC, HL_FLAG_REQUEST, request, sizeof request);
}

static uint8_t say_stream(uint8_t flags, uint8_t samples)
{
    uint8_t request[HL_STREAM_CTRL_REQUEST_BYTES];
    hl_stream_ctrl_request_set_txn(request, ++txn);
    hl_stream_ctrl_request_set_flags(request, flags);
    hl_stream_ctrl_request_set_batch_samples(request, samples);
    hl_stream_ctrl_request_set_rate_hz(request, 200);
    unsigned before = heard_count;
    say(HL_TYPE_STREAM_CTRL, HL_FLAG_REQUEST, request, sizeof request);
    return before < heard_count && heard[before].type == HL_TYPE_ERROR ? hl_error_response_code(heard[before].payload) : 0;
}

static uint8_t say_cue(uint16_t duration_ms, uint8_t pattern)
{
    uint8_t request[HL_CUE_REQUEST_BYTES];
    hl_cue_request_set_txn(request, ++txn);
    hl_cue_request_set_issued_us(request, hl_port_now_us());
    hl_cue_request_set_ttl_ms(request, 300);
    hl_cue_request_set_duration_ms(request, duration_ms);
    hl_cue_request_set_pattern(request, pattern);
    hl_cue_request_set_intensity_pct(request, 70);
    unsigned before = heard_count;
    say(HL_TYPE_CUE, HL_FLAG_REQUEST, request, sizeof request);
    return before < heard_count && heard[before].type == HL_TYPE_ERROR ? hl_error_response_code(heard[before].payload) : 0;
}

static void keep_alive_for(unsigned ms)
{
    for (; ms > 200; ms -= 200) {
        pass_ms(200);
        say_timesync();
    }
    pass_ms(ms);
}

static void begin(const char *name)
{
    check_place("behaviour: %s", name);
    fake_reset(START_US);
    hl_clip_start(&clip, 77, HL_RESET_POWER);
    hl_reader_start(&host, HL_FROM_CLIP);
    heard_count = 0;
    pass_ms(100);
    check_equal(0, heard_count, "frames before a HELLO");
    say_hello(1, HL_MAX_PAYLOAD_BYTES);
    heard_count = 0;
}

static void bounces_are_no_press(void)
{
    begin("bounces");
    say_cue(500, HL_PATTERN_STEADY);
    for (int i = 0; i < 5; i++) {
        fake.button = true;
        pass_ms(19);
        fake.button = false;
        pass_ms(3);
    }
    check_equal(70, fake.motor_pct, "motor during bounces");
    uint32_t pressed_us = (uint32_t)((fake.now_us + 1000) & 0xFFFFFFFFu);
    fake.button = true;
    pass_ms(20);
    check_equal(70, fake.motor_pct, "motor before the press is sure");
    pass_ms(1);
    check_equal(0, fake.motor_pct, "motor at the press");
    fake.button = false;
    pass_ms(5);
    fake.button = true; /* Bounces at the release. */
    pass_ms(3);
    fake.button = false;
    pass_ms(400);
    const uint8_t *press = last(HL_TYPE_BUTTON)->payload;
    check_equal(1, clip.button.presses, "presses");
    check_equal(pressed_us, hl_button_request_pressed_us(press), "pressed_us");
    check_equal(HL_PRESS_SHORT, hl_button_request_press(press), "press");
}

static void second_press_in_time_is_a_double(void)
{
    begin("second press at the edge of its time");
    fake.button = true;
    pass_ms(100);
    fake.button = false;
    pass_ms(295);
    fake.button = true; /* Made sure of only after the time is over. */
    pass_ms(100);
    fake.button = false;
    pass_ms(500);
    check_equal(1, clip.button.presses, "presses");
    check_equal(HL_PRESS_DOUBLE, hl_button_request_press(last(HL_TYPE_BUTTON)->payload), "press");
}

static void double_pattern_pauses(void)
{
    static const unsigned CHANGES[] = {0, 100, 151, 251}; /* 251 ms: pulses of 100 ms. */
    begin("double pattern");
    uint64_t start_us = fake.now_us;
    say_cue(251, HL_PATTERN_DOUBLE);
    unsigned before = fake.motor_changes;
    for (unsigned i = 1; i < 4; i++) {
        while (fake.motor_changes == before && fake.now_us < start_us + 400000) {
            pass_ms(1);
        }
        before = fake.motor_changes;
        check_equal(start_us + CHANGES[i] * 1000u, fake.motor_changed_us, "change of the motor");
    }
    check_equal(251, hl_cue_end_event_played_ms(last(HL_TYPE_CUE_END)->payload), "played_ms");
}

static unsigned check_batches(uint32_t *first_idx)
{
    unsigned overruns = 0;
    uint32_t idx = *first_idx;
    for (unsigned i = 0; i < heard_count; i++) {
        const uint8_t *batch = heard[i].payload;
        if (heard[i].type != HL_TYPE_IMU_BATCH) {
            continue;
        }
        bool overrun = (hl_imu_batch_event_flags(batch) & HL_BATCH_OVERRUN) != 0;
        uint32_t at = hl_imu_batch_event_first_idx(batch);
        check_true(overrun ? at > idx : at == idx, "first_idx %lu behind %lu", (unsigned long)at, (unsigned long)idx);
        overruns += overrun ? 1u : 0u;
        idx = at + hl_imu_batch_event_count(batch);
    }
    *first_idx = idx;
    return overruns;
}

static void batches_carry_samples(void)
{
    uint32_t idx = 0;
    begin("batches");
    fake.sample_period_us = 5013; /* 0.26 % slow. */
    fake.sample_value = 1234;
    check_equal(0, say_stream(HL_STREAM_ON, 4), "STREAM_CTRL");
    keep_alive_for(12000);
    const uint8_t *batch = last(HL_TYPE_IMU_BATCH)->payload;
    check_equal(0, check_batches(&idx), "overruns");
    check_equal(5013000, hl_imu_batch_event_period_ns(batch), "period_ns");
    check_equal(HL_BATCH_DUAL, hl_imu_batch_event_flags(batch), "flags");
    check_true(hl_get_i16(batch + 14) == 1234 && hl_get_i16(batch + 26) == -1234, "axes");
    check_true(idx > 2380 && idx <= 2394, "%lu samples in 12 s", (unsigned long)idx);
    fake.sample_value = 32767;
    fake.lose = 7;
    heard_count = 0;
    pass_ms(100);
    while (!clip.stream.filling) {
        pass_ms(1);
    }
    check_equal(1, check_batches(&idx), "overruns");
    check_equal(7, clip.stream.lost, "samples_lost");
    check_true((hl_imu_batch_event_flags(last(HL_TYPE_IMU_BATCH)->payload) & HL_BATCH_SATURATED) != 0, "SATURATED");
    heard_count = 0;
    say_stream(0, 4);
    fake.now_us += 3000000;
    say_stream(HL_STREAM_ON, 4);
    pass_ms(100);
    check_equal(0, check_batches(&idx), "overruns after a break");
}

/* 250 ms: the double pattern rests from 100 ms to 150 ms, and its batches carry the flag all the same. */
static void batches_end_where_a_cue_does(uint32_t delay_us, uint8_t pattern)
{
    uint64_t on_us;
    unsigned haptic_samples = 0;
    begin("HAPTIC");
    fake.sample_period_us = 5000;
    fake.sample_delay_us = delay_us;
    say_stream(HL_STREAM_ON, 9);
    pass_ms(1013);
    on_us = fake.now_us;
    check_equal(0, say_cue(250, pattern), "CUE");
    pass_ms(500);
    for (unsigned i = 0; i < heard_count; i++) {
        const uint8_t *batch = heard[i].payload;
        if (heard[i].type != HL_TYPE_IMU_BATCH) {
            continue;
        }
        bool haptic = (hl_imu_batch_event_flags(batch) & HL_BATCH_HAPTIC) != 0;
        haptic_samples += haptic ? hl_imu_batch_event_count(batch) : 0u;
        for (uint32_t k = 0; k < hl_imu_batch_event_count(batch); k++) {
            int32_t since_us = hl_us_between((uint32_t)(on_us & 0xFFFFFFFFu), hl_imu_batch_event_t0_us(batch) + k * 5000);
            check_true(haptic == (since_us >= 0 && since_us < 250000), "HAPTIC %d at %ld us", haptic, (long)since_us);
        }
    }
    check_equal(50, haptic_samples, "samples with HAPTIC");
}

static void unsent_samples_were_never_taken(void)
{
    begin("stream off with samples that wait");
    fake.sample_period_us = 5000;
    say_stream(HL_STREAM_ON, 9);
    pass_ms(500);
    uint32_t sent = 0;
    check_batches(&sent);
    check_true(clip.stream.next_idx > sent, "no sample waits behind %lu", (unsigned long)sent);
    say_stream(0, 9);
    check_equal(sent, hl_stream_ctrl_response_next_idx(last(HL_TYPE_STREAM_CTRL)->payload), "next_idx");
    pass_ms(100);
    heard_count = 0;
    say_stream(HL_STREAM_ON, 9);
    pass_ms(100);
    check_equal(0, check_batches(&sent), "overruns");
    check_equal(0, clip.stream.lost, "samples_lost");
}

static void oldest_batches_go_when_the_line_is_full(void)
{
    uint32_t idx = 0;
    begin("full line");
    fake.sample_period_us = 5000;
    say_stream(HL_STREAM_ON, 4);
    keep_alive_for(500);
    fake.takes = 0;
    keep_alive_for(2000);
    fake.takes = SIZE_MAX;
    keep_alive_for(500);
    check_equal(1, check_batches(&idx), "overruns");
    check_true(clip.stream.lost > 300 && clip.stream.lost < 400, "%lu samples lost", (unsigned long)clip.stream.lost);
    check_true(clip.out.dropped >= clip.stream.lost / 4, "%lu frames dropped", (unsigned long)clip.out.dropped);
    check_equal(0, host.count[HL_RX_COBS] + host.count[HL_RX_CRC] + host.count[HL_RX_LENGTH], "broken frames");
    fake.takes = 30; /* A frame stays half sent; a cue must be obeyed all the same. */
    say_cue(200, HL_PATTERN_STEADY);
    check_equal(70, fake.motor_pct, "motor behind a full line");
    uint8_t stop[2] = {1, 0};
    say(HL_TYPE_CUE_STOP, HL_FLAG_REQUEST, stop, 2);
    check_equal(0, fake.motor_pct, "motor after CUE_STOP behind a full line");
}

static void nothing_is_lost_in_a_stall(void)
{
    uint32_t idx = 0;
    begin("stall");
    fake.sample_period_us = 5000;
    say_stream(HL_STREAM_ON, 4);
    keep_alive_for(400);
    fake.now_us += 900000;
    keep_alive_for(400);
    check_equal(0, check_batches(&idx), "overruns");
    check_equal(0, clip.stream.lost, "samples_lost");
    check_true(idx > 330, "%lu samples", (unsigned long)idx);
}

static void frames_stay_whole_on_a_slow_line(void)
{
    uint8_t stop[2] = {1, 0};
    begin("slow line");
    fake.takes = 0;
    for (int i = 0; i < 2000; i++) {
        fake.takes += 5;
        say(HL_TYPE_CUE_STOP, HL_FLAG_REQUEST, stop, 2);
        pass_ms(1);
    }
    check_true(clip.out.dropped > 500, "%lu frames dropped", (unsigned long)clip.out.dropped);
    check_equal(0, clip.cue.past_count, "cues out of nothing: bytes behind the buffer");
    check_true(host.count[HL_RX_FRAMES] > 500, "%lu frames", (unsigned long)host.count[HL_RX_FRAMES]);
    for (unsigned i = HL_RX_OVERSIZE; i <= HL_RX_SEQ_REPEATED; i++) {
        check_equal(0, host.count[i], "broken or lost frames");
    }
}

static void hours_change_nothing(void)
{
    begin("80 minutes later");
    say_cue(100, HL_PATTERN_STEADY);
    pass_ms(500);
    for (int minute = 0; minute < 80; minute++) {
        fake.now_us += 60000000u;
        hl_clip_poll(&clip);
        fake.sample_period_us = 5000;
        say_hello(1, HL_MAX_PAYLOAD_BYTES);
        say_stream(HL_STREAM_ON, 4);
        heard_count = 0;
        pass_ms(100);
        check_equal(HL_BATCH_DUAL, hl_imu_batch_event_flags(last(HL_TYPE_IMU_BATCH)->payload), "flags");
        if (minute >= 50) { /* No cue for longer than signed instants reach. */
            check_equal(0, say_cue(50, HL_PATTERN_STEADY), "CUE");
        }
        pass_ms(100);
    }
    check_equal((80u * 60200u + 600u) / 1000u, clip.uptime_s, "uptime_s");
}

static void another_answer_ends_no_press(void)
{
    begin("answer to another press");
    fake.button = true;
    pass_ms(100);
    fake.button = false;
    pass_ms(400);
    uint8_t answer[2] = {2, 0};
    say(HL_TYPE_BUTTON, HL_FLAG_RESPONSE, answer, 2);
    check_equal(1, clip.button.waiting, "presses that wait");
    answer[0] = 1;
    say(HL_TYPE_BUTTON, HL_FLAG_RESPONSE, answer, 2);
    check_equal(0, clip.button.waiting, "presses that wait");
}

static void sync_tells_when_it_goes_out(void)
{
    begin("TIMESYNC behind a full line");
    fake.takes = 3;
    say_timesync();
    pass_ms(40);
    fake.takes = SIZE_MAX;
    pass_ms(1);
    say_timesync();
    fake.takes = 0;
    uint32_t received_us = hl_port_now_us();
    pass_ms(990); /* Until a STATUS blocks the line. */
    say_timesync();
    received_us = hl_port_now_us();
    pass_ms(30);
    fake.takes = SIZE_MAX;
    pass_ms(1);
    const uint8_t *answer = last(HL_TYPE_TIMESYNC)->payload;
    check_equal(received_us, hl_timesync_response_clip_received_us(answer), "t2");
    check_equal(hl_port_now_us(), hl_timesync_response_clip_sent_us(answer), "t3");
}

static void zero_leads_after_silence(void)
{
    begin("leading zero");
    pass_ms(49);
    fake.out_from = fake.out_to;
    say_timesync();
    check_true(fake.out_to > 0 && fake.out[0] != 0, "zero after 49 ms");
    pass_ms(50);
    say_timesync();
    check_equal(0, fake.out[0], "first byte after 50 ms");
}

static void hang_up_stops_everything(void)
{
    begin("hang-up");
    fake.sample_period_us = 5000;
    say_stream(HL_STREAM_ON, 4);
    say_cue(1000, HL_PATTERN_STEADY);
    pass_ms(100);
    fake.line_up = false;
    pass_ms(1);
    check_equal(0, fake.motor_pct, "motor");
    check_equal(0, fake.imu_rate_hz, "stream");
    check_equal(HL_WAITING, hl_clip_state(&clip), "state");
    fake.line_up = true;
    heard_count = 0;
    pass_ms(2000);
    check_equal(0, heard_count, "frames while waiting");
    say_hello(1, HL_MAX_PAYLOAD_BYTES);
    check_equal(HL_READY, hl_clip_state(&clip), "state");
}

static void faults_are_told(void)
{
    begin("faults");
    say_cue(1000, HL_PATTERN_STEADY);
    pass_ms(50);
    fake.motor_fault = 9;
    pass_ms(1);
    check_equal(0, fake.motor_pct, "motor");
    check_equal(HL_CUE_ENDED_FAULT, hl_cue_end_event_reason(last(HL_TYPE_CUE_END)->payload), "reason");
    check_equal(HL_ERROR_MOTOR_FAULT, say_cue(100, HL_PATTERN_STEADY), "CUE");
    check_equal(9, hl_error_response_detail(last(HL_TYPE_ERROR)->payload), "detail");
    fake.imu_ok[1] = false;
    check_equal(HL_ERROR_IMU_FAULT, say_stream(HL_STREAM_ON, 4), "STREAM_CTRL");
    check_equal(1, hl_error_response_detail(last(HL_TYPE_ERROR)->payload), "detail");
    pass_ms(1000);
    const uint8_t *status = last(HL_TYPE_STATUS)->payload;
    check_equal(HL_STATUS_LOWER_IMU_OK | HL_STATUS_MOTOR_FAULT, hl_status_event_flags(status), "flags");
    check_equal(1, hl_status_event_motor_cuts(status), "motor_cuts");
    check_equal(1, hl_status_event_uptime_s(status), "uptime_s");
    check_equal(host.count[HL_RX_FRAMES], hl_status_event_tx_frames(status) + 1, "tx_frames");
}

static void short_host_gets_short_batches(void)
{
    begin("host that takes 128 bytes");
    say_hello(2, 128);
    check_equal(HL_ERROR_RANGE, say_stream(HL_STREAM_ON, 5), "5 samples of 24 bytes");
    check_equal(0, say_stream(HL_STREAM_ON, 4), "4 samples");
}

static void log_is_limited(void)
{
    begin("LOG");
    for (int i = 0; i < 50; i++) {
        hl_clip_log(&clip, HL_LEVEL_INFO, "line");
        pass_ms(100);
        say_timesync();
    }
    unsigned told = 0;
    unsigned held = 0;
    for (unsigned i = 0; i < heard_count; i++) {
        if (heard[i].type == HL_TYPE_LOG) {
            told++;
            held += hl_log_event_held_back(heard[i].payload);
        }
    }
    check_equal(25, told, "lines in 5 s");
    check_equal(50, told + held + clip.log.held_back, "lines told or counted");
}

static uint32_t chance_state;

static uint32_t chance(uint32_t below)
{
    chance_state = chance_state * 1664525u + 1013904223u;
    return (chance_state >> 8) % below;
}

/* Ten minutes of a host without manners. */
static void motor_keeps_its_limits(uint32_t seed)
{
    static bool driven[WINDOW_MS];
    unsigned in_window = 0;
    unsigned in_row = 0;
    unsigned silent_ms = 0;
    unsigned cues = 0;
    begin("motor");
    check_place("behaviour: motor, seed %lu", (unsigned long)seed);
    memset(driven, 0, sizeof driven);
    chance_state = seed;
    unsigned mute_ms = 0;
    for (unsigned ms = 0; ms < 600000; ms++) {
        silent_ms++;
        mute_ms -= mute_ms > 0 ? 1u : 0u;
        if (mute_ms == 0 && chance(100) == 0) {
            uint32_t what = chance(100);
            silent_ms = 0;
            if (what < 60) {
                cues += say_cue((uint16_t)(1 + chance(2000)), (uint8_t)(1 + chance(2))) == 0 ? 1u : 0u;
            } else if (what < 70) {
                say_hello(chance(3), HL_MAX_PAYLOAD_BYTES);
            } else if (what < 72) {
                mute_ms = chance(8000);
            } else {
                say_timesync();
            }
        }
        pass_ms(1);
        heard_count = 0;
        bool drives = fake.motor_pct != 0;
        in_window += drives ? 1u : 0u;
        in_window -= driven[ms % WINDOW_MS] ? 1u : 0u;
        driven[ms % WINDOW_MS] = drives;
        in_row = drives ? in_row + 1 : 0;
        if (in_window > HL_CUE_WINDOW_MAX_MS || in_row > HL_MAX_CUE_MS || (drives && silent_ms > HL_SILENT_MOTOR_OFF_MS)) {
            check_true(false, "at %u ms: %u ms in 10 s, %u ms in a row, host silent for %u ms", ms, in_window, in_row, silent_ms);
            return;
        }
    }
    check_true(cues > 100, "only %u cues in 10 min", cues);
}

void behaviour(void)
{
    bounces_are_no_press();
    second_press_in_time_is_a_double();
    double_pattern_pauses();
    batches_carry_samples();
    batches_end_where_a_cue_does(0, HL_PATTERN_STEADY);
    batches_end_where_a_cue_does(12000, HL_PATTERN_STEADY);
    batches_end_where_a_cue_does(0, HL_PATTERN_DOUBLE);
    batches_end_where_a_cue_does(12000, HL_PATTERN_DOUBLE);
    unsent_samples_were_never_taken();
    oldest_batches_go_when_the_line_is_full();
    nothing_is_lost_in_a_stall();
    frames_stay_whole_on_a_slow_line();
    hours_change_nothing();
    another_answer_ends_no_press();
    sync_tells_when_it_goes_out();
    zero_leads_after_silence();
    hang_up_stops_everything();
    faults_are_told();
    short_host_gets_short_batches();
    log_is_limited();
    for (uint32_t seed = 1; seed <= 3; seed++) {
        motor_keeps_its_limits(seed);
    }
}
