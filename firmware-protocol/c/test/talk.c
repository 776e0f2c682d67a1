/* Talks to a clip on a terminal as a host would, measures, and says what does not hold.
 * usage: talk TERMINAL [--press COMMAND] [--reopen]
 * COMMAND must press the clip's button shortly; --reopen closes the terminal and comes back. */
#include "check.h"
#include "holdline_codec.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define SESSION_SALT 0x5EEDu
#define RATE_HZ 200u
#define BATCH_SAMPLES 4u
#define ANSWER_US 1000000

static int line = -1;
static struct hl_reader reader;
static uint16_t seq;
static uint16_t txn;
static uint32_t session;
static int64_t clip_ahead_us; /* Clip clock minus ours, modulo 2^32. */
static uint32_t boot_id;

static struct {
    uint32_t batches;
    uint32_t samples;
    uint32_t gaps;
    uint32_t untold; /* Gaps without OVERRUN. */
    uint32_t first_idx;
    uint32_t haptic;
    uint32_t next_idx;
    uint32_t first_t0_us;
    uint32_t last_t0_us;
    uint32_t period_ns;
    int64_t oldest_us; /* Sum of the ages of the first samples on arrival. */
    bool began;
} seen;

/* The last frame of each kind. */
static struct {
    uint8_t payload[HL_MAX_PAYLOAD_BYTES];
    uint16_t bytes;
    unsigned count;
    int64_t at_us;
} last[256][3];

static int64_t now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static uint32_t clip_now_us(void) { return (uint32_t)((now_us() + clip_ahead_us) & 0xFFFFFFFF); }

static void open_line(const char *path)
{
    struct termios raw;
    line = open(path, O_RDWR | O_NOCTTY | O_NONBLOCK);
    if (line < 0 || tcgetattr(line, &raw) != 0) {
        perror(path);
        exit(2);
    }
    raw.c_iflag = 0;
    raw.c_oflag = 0;
    raw.c_lflag = 0;
    raw.c_cflag = CS8 | CREAD | CLOCAL | B115200;
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    tcsetattr(line, TCSANOW, &raw);
    hl_reader_start(&reader, HL_FROM_CLIP);
}

static void put_bytes(const uint8_t *from, size_t bytes)
{
    while (bytes > 0) {
        ssize_t taken = write(line, from, bytes);
        if (taken > 0) {
            from += taken;
            bytes -= (size_t)taken;
        } else if (errno != EAGAIN) {
            perror("write");
            exit(2);
        }
    }
}

static void send_frame(uint8_t type, uint8_t flags, const uint8_t *payload, size_t bytes)
{
    uint8_t wire[HL_MAX_WIRE_BYTES] = {0};
    memcpy(wire + 1 + HL_PAYLOAD_AT, payload, bytes);
    put_bytes(wire, 1 + hl_frame_close(wire + 1, HL_VERSION_MAX, type, flags, seq++, bytes));
}

static void take_batch(const struct hl_frame *frame)
{
    const uint8_t *batch = frame->payload;
    uint32_t count = hl_imu_batch_event_count(batch);
    uint32_t first = hl_imu_batch_event_first_idx(batch);
    bool told = (hl_imu_batch_event_flags(batch) & HL_BATCH_OVERRUN) != 0;
    if (seen.began && first != seen.next_idx) {
        seen.gaps++;
        seen.untold += told ? 0 : 1;
    }
    if (!seen.began) {
        seen.first_t0_us = hl_imu_batch_event_t0_us(batch);
        seen.first_idx = first;
    }
    seen.began = true;
    seen.next_idx = first + count;
    seen.batches++;
    seen.samples += count;
    seen.haptic += (hl_imu_batch_event_flags(batch) & HL_BATCH_HAPTIC) != 0 ? count : 0;
    seen.last_t0_us = hl_imu_batch_event_t0_us(batch);
    seen.period_ns = hl_imu_batch_event_period_ns(batch);
    seen.oldest_us += hl_us_between(seen.last_t0_us, clip_now_us());
}

static void take(const struct hl_frame *frame)
{
    memcpy(last[frame->type][frame->flags].payload, frame->payload, frame->bytes);
    last[frame->type][frame->flags].bytes = frame->bytes;
    last[frame->type][frame->flags].count++;
    last[frame->type][frame->flags].at_us = now_us();
    if (frame->type == HL_TYPE_IMU_BATCH) {
        take_batch(frame);
    }
}

static void listen_for(int64_t us)
{
    int64_t until = now_us() + us;
    struct hl_frame frame;
    uint8_t bytes[512];
    for (int64_t left; (left = until - now_us()) > 0;) {
        struct pollfd wait = {line, POLLIN, 0};
        poll(&wait, 1, (int)(left / 1000) + 1);
        ssize_t read_bytes = read(line, bytes, sizeof bytes);
        for (ssize_t i = 0; i < read_bytes; i++) {
            if (hl_reader_put(&reader, bytes[i], &frame) == HL_HEARD_FRAME) {
                take(&frame);
            }
        }
    }
}

/* Waits for one more of a kind; false after a second. */
static bool await(uint8_t type, uint8_t flags, unsigned before)
{
    int64_t until = now_us() + ANSWER_US;
    while (last[type][flags].count == before && now_us() < until) {
        listen_for(500);
    }
    return last[type][flags].count != before;
}

/* Sends a request and returns the answer's payload: that of a RESPONSE or of an ERROR. */
static const uint8_t *ask(uint8_t type, uint8_t *payload, size_t bytes, bool *refused)
{
    unsigned answers = last[type][HL_FLAG_RESPONSE].count;
    unsigned errors = last[HL_TYPE_ERROR][HL_FLAG_RESPONSE].count;
    int64_t until = now_us() + ANSWER_US;
    send_frame(type, HL_FLAG_REQUEST, payload, bytes);
    while (now_us() < until) {
        listen_for(300);
        if (last[type][HL_FLAG_RESPONSE].count != answers) {
            *refused = false;
            return last[type][HL_FLAG_RESPONSE].payload;
        }
        if (last[HL_TYPE_ERROR][HL_FLAG_RESPONSE].count != errors) {
            *refused = true;
            return last[HL_TYPE_ERROR][HL_FLAG_RESPONSE].payload;
        }
    }
    return NULL;
}

/* 0 when it was carried out, else the code of the ERROR; 255 without an answer. */
static uint8_t try_to(uint8_t type, uint8_t *payload, size_t bytes)
{
    bool refused = true;
    const uint8_t *answer = ask(type, payload, bytes, &refused);
    return answer == NULL ? 0xFF : refused ? hl_error_response_code(answer) : 0;
}

static bool greet(void)
{
    uint8_t request[HL_HELLO_REQUEST_BYTES] = {0};
    bool refused = true;
    hl_hello_request_set_txn(request, ++txn);
    hl_hello_request_set_version_max(request, HL_VERSION_MAX);
    hl_hello_request_set_max_payload_bytes(request, HL_MAX_PAYLOAD_BYTES);
    hl_hello_request_set_host_session(request, session);
    hl_hello_request_set_schema_crc(request, HL_SCHEMA_CRC);
    const uint8_t *answer = NULL;
    for (int tries = 0; answer == NULL && tries < 10; tries++) {
        answer = ask(HL_TYPE_HELLO, request, sizeof request, &refused);
    }
    check_true(answer != NULL && !refused, "HELLO not answered");
    if (answer == NULL || refused) {
        return false;
    }
    check_equal(HL_SCHEMA_CRC, hl_hello_response_schema_crc(answer), "schema_crc");
    check_equal(0, hl_hello_response_version_agreed(answer), "version_agreed");
    boot_id = hl_hello_response_boot_id(answer);
    printf("serial %.12s, boot_id %08lx\n", (const char *)answer + HL_HELLO_RESPONSE_SERIAL_AT, (unsigned long)boot_id);
    return true;
}

static void sync_clocks(void)
{
    int64_t shortest = INT64_MAX;
    for (int i = 0; i < 30; i++) {
        uint8_t request[HL_TIMESYNC_REQUEST_BYTES] = {0};
        bool refused;
        int64_t t1 = now_us();
        hl_timesync_request_set_txn(request, ++txn);
        hl_timesync_request_set_host_sent_us(request, (uint32_t)(t1 & 0xFFFFFFFF));
        const uint8_t *answer = ask(HL_TYPE_TIMESYNC, request, sizeof request, &refused);
        check_true(answer != NULL && !refused, "TIMESYNC not answered");
        if (answer == NULL || refused) {
            return;
        }
        int64_t t4 = last[HL_TYPE_TIMESYNC][HL_FLAG_RESPONSE].at_us;
        uint32_t t2 = hl_timesync_response_clip_received_us(answer);
        uint32_t t3 = hl_timesync_response_clip_sent_us(answer);
        int64_t trip = t4 - t1 - hl_us_between(t2, t3);
        if (trip < shortest) {
            shortest = trip;
            clip_ahead_us = (int64_t)t3 + trip / 2 - t4;
        }
    }
    printf("shortest round trip %lld us\n", (long long)shortest);
}

static void keep_alive_for(int64_t us)
{
    int64_t until = now_us() + us;
    while (now_us() < until) {
        uint8_t request[HL_TIMESYNC_REQUEST_BYTES] = {0};
        bool refused;
        hl_timesync_request_set_txn(request, ++txn);
        hl_timesync_request_set_host_sent_us(request, (uint32_t)(now_us() & 0xFFFFFFFF));
        ask(HL_TYPE_TIMESYNC, request, sizeof request, &refused);
        listen_for(100000);
    }
}

static void stream(uint8_t flags)
{
    uint8_t request[HL_STREAM_CTRL_REQUEST_BYTES];
    hl_stream_ctrl_request_set_txn(request, ++txn);
    hl_stream_ctrl_request_set_flags(request, flags);
    hl_stream_ctrl_request_set_batch_samples(request, BATCH_SAMPLES);
    hl_stream_ctrl_request_set_rate_hz(request, RATE_HZ);
    uint8_t code;
    while ((code = try_to(HL_TYPE_STREAM_CTRL, request, sizeof request)) == HL_ERROR_BUSY) {
        keep_alive_for(500000); /* More requests in 5 s here than a host sends in an hour. */
    }
    check_equal(0, code, "STREAM_CTRL");
}

static uint8_t cue(uint16_t number, uint32_t issued_us, uint16_t duration_ms, bool *answered_again)
{
    uint8_t request[HL_CUE_REQUEST_BYTES];
    bool refused = true;
    hl_cue_request_set_txn(request, number);
    hl_cue_request_set_issued_us(request, issued_us);
    hl_cue_request_set_ttl_ms(request, 300);
    hl_cue_request_set_duration_ms(request, duration_ms);
    hl_cue_request_set_pattern(request, HL_PATTERN_STEADY);
    hl_cue_request_set_intensity_pct(request, 80);
    uint8_t code = try_to(HL_TYPE_CUE, request, sizeof request);
    if (answered_again != NULL) {
        uint8_t first[HL_CUE_RESPONSE_BYTES];
        memcpy(first, last[HL_TYPE_CUE][HL_FLAG_RESPONSE].payload, sizeof first);
        const uint8_t *second = ask(HL_TYPE_CUE, request, sizeof request, &refused);
        *answered_again = second != NULL && !refused && memcmp(first, second, sizeof first) == 0;
    }
    return code;
}

static const uint8_t *cue_end(unsigned before)
{
    return await(HL_TYPE_CUE_END, 0, before) ? last[HL_TYPE_CUE_END][0].payload : NULL;
}

static void try_stream(void)
{
    memset(&seen, 0, sizeof seen);
    stream(HL_STREAM_ON | HL_STREAM_NEW_RUN);
    keep_alive_for(3000000);
    uint32_t spread_us = seen.last_t0_us - seen.first_t0_us;
    double rate = spread_us == 0 ? 0 : (seen.next_idx - seen.first_idx - BATCH_SAMPLES) * 1e6 / spread_us;
    printf("%u samples in %u batches, %.2f Hz by their instants, period %u ns, %u gaps, first sample %.1f ms old\n",
            seen.samples, seen.batches, rate, seen.period_ns, seen.gaps,
            seen.batches == 0 ? 0 : (double)seen.oldest_us / seen.batches / 1000);
    check_true(seen.samples > 400 && seen.samples < 700, "%u samples in 3 s", seen.samples);
    check_true(rate > 199 && rate < 201, "%.2f Hz", rate);
    check_equal(0, seen.untold, "gaps without OVERRUN"); /* A machine that stands still makes gaps; they must be told. */
    check_true(last[HL_TYPE_STATUS][0].count >= 3, "%u STATUS in 3 s", last[HL_TYPE_STATUS][0].count);
}

static void try_cues(void)
{
    bool again;
    unsigned ends = last[HL_TYPE_CUE_END][0].count;
    uint16_t number = ++txn;
    seen.haptic = 0;
    check_equal(0, cue(number, clip_now_us(), 300, &again), "CUE");
    check_true(again, "a repeated CUE was not answered from the store");
    const uint8_t *end = cue_end(ends);
    check_true(end != NULL && hl_cue_end_event_reason(end) == HL_CUE_ENDED_COMPLETE, "cue not complete");
    if (end != NULL) {
        printf("cue of 300 ms played %u ms\n", hl_cue_end_event_played_ms(end));
        check_true(hl_cue_end_event_played_ms(end) <= 310, "played %u ms", hl_cue_end_event_played_ms(end));
    }
    keep_alive_for(200000);
    printf("%u samples with the motor driven\n", seen.haptic);
    check_true(seen.haptic >= 55 && seen.haptic <= 66, "%u samples with the motor driven", seen.haptic);
    check_equal(HL_ERROR_CUE_LATE, cue(++txn, clip_now_us() - 400000u, 300, NULL), "cue 400 ms old, ttl 300 ms");
    check_equal(HL_ERROR_CUE_EARLY, cue(++txn, clip_now_us() + 200000u, 300, NULL), "cue from the future");
    check_equal(HL_ERROR_RANGE, cue(++txn, clip_now_us(), 2001, NULL), "cue of 2001 ms");
    check_equal(HL_ERROR_TXN_REUSED, cue(number, clip_now_us(), 301, NULL), "txn of another cue");
}

static void try_silence(void)
{
    unsigned ends = last[HL_TYPE_CUE_END][0].count;
    check_equal(0, cue(++txn, clip_now_us(), 2000, NULL), "CUE of 2 s");
    const uint8_t *end = NULL;
    listen_for(900000);
    check_equal(ends, last[HL_TYPE_CUE_END][0].count, "ended before a second of silence");
    end = cue_end(ends);
    check_true(end != NULL && hl_cue_end_event_reason(end) == HL_CUE_ENDED_HOST_SILENT, "motor not off in silence");
    if (end != NULL) {
        printf("host silent: motor off after %u ms\n", hl_cue_end_event_played_ms(end));
        check_true(hl_cue_end_event_played_ms(end) >= 1000 && hl_cue_end_event_played_ms(end) <= 1010, "played %u ms",
                hl_cue_end_event_played_ms(end));
    }
    check_equal(HL_ERROR_CUE_DUTY, cue(++txn, clip_now_us(), 2000, NULL), "more than a quarter of 10 s");
}

static void try_refusals(void)
{
    uint8_t payload[2];
    static const uint8_t NOISE[] = "\r\nAT+NAME?\r\nOK\r\n";
    hl_put_u16(payload, ++txn);
    check_equal(HL_ERROR_UNKNOWN_TYPE, try_to(HL_TYPE_ENTER_BOOTLOADER, payload, 2), "ENTER_BOOTLOADER");
    hl_put_u16(payload, ++txn);
    check_equal(HL_ERROR_PAYLOAD, try_to(HL_TYPE_CUE, payload, 2), "CUE of 2 bytes");
    put_bytes(NOISE, sizeof NOISE - 1);
    hl_put_u16(payload, ++txn);
    check_equal(0, try_to(HL_TYPE_CUE_STOP, payload, 2), "CUE_STOP behind noise");
}

static void try_button(const char *command)
{
    unsigned ends = last[HL_TYPE_CUE_END][0].count;
    unsigned presses = last[HL_TYPE_BUTTON][HL_FLAG_REQUEST].count;
    check_equal(0, cue(++txn, clip_now_us(), 1000, NULL), "CUE before the press");
    check_equal(0, (unsigned long long)system(command), command);
    const uint8_t *end = cue_end(ends);
    check_true(end != NULL && hl_cue_end_event_reason(end) == HL_CUE_ENDED_BUTTON, "the press did not end the cue");
    if (end != NULL) {
        printf("press: motor off after %u ms of 1000\n", hl_cue_end_event_played_ms(end));
    }
    listen_for(1100000); /* Not answered: told again. */
    unsigned told = last[HL_TYPE_BUTTON][HL_FLAG_REQUEST].count - presses;
    const uint8_t *press = last[HL_TYPE_BUTTON][HL_FLAG_REQUEST].payload;
    check_true(told >= 2, "press told %u times", told);
    check_equal(HL_PRESS_SHORT, hl_button_request_press(press), "press");
    check_equal(1, hl_button_request_muted(press), "muted");
    check_equal(HL_ERROR_MUTED, cue(++txn, clip_now_us(), 100, NULL), "cue while muted");
    send_frame(HL_TYPE_BUTTON, HL_FLAG_RESPONSE, press, 2);
    listen_for(100000);
    presses = last[HL_TYPE_BUTTON][HL_FLAG_REQUEST].count;
    listen_for(600000);
    check_equal(presses, last[HL_TYPE_BUTTON][HL_FLAG_REQUEST].count, "told again after the answer");
    printf("press told %u times until answered, cue while muted refused\n", told);
}

static void try_reopening(const char *path)
{
    uint32_t before = boot_id;
    uint32_t next_idx = seen.next_idx;
    close(line);
    usleep(300000);
    open_line(path);
    if (greet()) {
        check_equal(before, boot_id, "boot_id after reopening");
        memset(&seen, 0, sizeof seen);
        stream(HL_STREAM_ON);
        keep_alive_for(500000);
        check_true(seen.samples > 60 && seen.next_idx > next_idx, "%u samples after reopening", seen.samples);
    }
}

static void show_status(void)
{
    const uint8_t *status = last[HL_TYPE_STATUS][0].payload;
    printf("clip: %lu frames in, %lu out, %lu dropped, %lu samples lost, %lu cues, %lu refused, %lu cut\n",
            (unsigned long)hl_status_event_rx_frames(status), (unsigned long)hl_status_event_tx_frames(status),
            (unsigned long)hl_status_event_tx_dropped(status), (unsigned long)hl_status_event_samples_lost(status),
            (unsigned long)hl_status_event_cues_played(status), (unsigned long)hl_status_event_cues_refused(status),
            (unsigned long)hl_status_event_motor_cuts(status));
    uint32_t drops = 0;
    for (unsigned i = HL_RX_OVERSIZE; i <= HL_RX_SEQ_LOST; i++) {
        drops += reader.count[i];
    }
    printf("host: %lu frames since it opened the line, %lu dropped or lost\n", (unsigned long)reader.count[HL_RX_FRAMES], (unsigned long)drops);
    check_equal(0, drops, "frames dropped or lost");
}

int main(int argc, char **argv)
{
    const char *press = NULL;
    bool reopen = false;
    if (argc < 2) {
        fprintf(stderr, "usage: %s TERMINAL [--press COMMAND] [--reopen]\n", argv[0]);
        return 2;
    }
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--press") == 0 && i + 1 < argc) {
            press = argv[++i];
        } else if (strcmp(argv[i], "--reopen") == 0) {
            reopen = true;
        }
    }
    session = (uint32_t)(now_us() & 0xFFFFFFFF) ^ SESSION_SALT;
    check_place("%s", argv[1]);
    open_line(argv[1]);
    if (!greet()) {
        return 1;
    }
    sync_clocks();
    try_stream();
    try_cues();
    try_silence();
    try_refusals();
    if (press != NULL) {
        try_button(press);
    }
    if (reopen) {
        try_reopening(argv[1]);
    }
    stream(0);
    listen_for(1200000);
    show_status();
    printf("%lu passed, %lu failed\n", check_passed, check_failed);
    return check_failed == 0 ? 0 : 1;
}
