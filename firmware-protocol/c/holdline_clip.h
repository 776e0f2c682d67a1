/* The clip's side of the Holdline link: session, stream, cues, button. The port calls hl_clip_start once and hl_clip_poll
 * for ever, at least once a millisecond; everything else is called from there, through holdline_port.h.
 * Meaning: firmware-protocol/README.md. */
#ifndef HOLDLINE_CLIP_H
#define HOLDLINE_CLIP_H

#include "holdline_codec.h"
#include "holdline_port.h"
#include "holdline_profile.h"

/* Frames on their way to the port: the longest one and a few short ones. */
#define HL_OUT_BYTES 512u

/* Batches that wait for the line: 12 at 4 samples (240 ms at 200 Hz), 3 of the longest. */
#define HL_STREAM_BYTES 744u

/* Cues that can lie in the window: 8 stored requests in each 5 s. A new host session frees them early; see cue.c. */
#define HL_CUE_PAST 24u

struct hl_out {
    uint32_t sent_us;
    uint16_t from;
    uint16_t to;
    uint16_t seq;
    uint16_t begun; /* Where the frame that is being written starts. */
    bool silent;
    uint32_t frames;
    uint32_t dropped;
    uint8_t wire[HL_OUT_BYTES];
};

struct hl_past_cue {
    uint32_t ended_us;
    uint32_t played_us;
};

struct hl_cue {
    bool playing;
    uint8_t pattern;
    uint8_t intensity_pct;
    uint8_t drive_pct; /* As the port was told last. */
    uint16_t txn;
    uint16_t duration_ms;
    uint32_t started_us;
    uint32_t changed_us; /* When a cue last began or ended. */
    bool end_untold;
    uint8_t end_reason;
    uint16_t end_txn;
    uint16_t end_played_ms;
    uint32_t ended_us;
    uint32_t played;
    uint32_t refused;
    uint32_t cuts;
    uint8_t past_count;
    struct hl_past_cue past[HL_CUE_PAST];
};

enum hl_button_phase {
    HL_BUTTON_IDLE,
    HL_BUTTON_DOWN, /* The kind is not known yet. */
    HL_BUTTON_RELEASED, /* Nor here: a second press may come. */
    HL_BUTTON_HELD /* The kind is known, the button still down. */
};

struct hl_press {
    uint32_t pressed_us;
    uint32_t known_us;
    uint16_t txn;
    uint8_t kind;
    uint8_t muted;
};

struct hl_button {
    enum hl_button_phase phase;
    bool level; /* Without bounces. */
    bool raw;
    bool muted;
    bool told; /* The oldest press, since the last greeting. */
    uint8_t waiting;
    uint16_t last_txn;
    uint32_t raw_us;
    uint32_t pressed_us;
    uint32_t released_us;
    uint32_t told_us;
    uint32_t presses;
    uint32_t lost;
    struct hl_press queue[HL_BUTTON_QUEUE];
};

struct hl_stream {
    bool on;
    bool filling;
    bool fill_haptic;
    bool overrun; /* To be told in the next batch. */
    uint8_t batch_samples;
    uint8_t sample_bytes;
    uint8_t slot_bytes;
    uint8_t slots;
    uint8_t oldest;
    uint8_t queued; /* Closed ones. */
    uint16_t rate_hz;
    uint32_t next_idx;
    uint32_t period_ns;
    uint16_t span; /* Samples over which the period is measured next; 0 = not begun. */
    uint32_t mark_idx;
    uint32_t mark_us;
    uint32_t lost;
    uint8_t store[HL_STREAM_BYTES];
};

struct hl_answer {
    uint32_t at_us;
    uint32_t request_crc;
    uint16_t txn;
    uint8_t request_type;
    uint8_t type; /* Of the answer; 0 = this slot is free. */
    uint8_t bytes;
    uint8_t payload[HL_STREAM_CTRL_RESPONSE_BYTES];
};

struct hl_log {
    uint8_t sent;
    uint16_t held_back;
    uint32_t sent_us[HL_LOG_PER_S];
};

/* A profile on its way into the spare slot. */
struct hl_calibration {
    struct hl_slot slots[HL_SLOT_COUNT]; /* As the memory held them when it was looked at last. */
    uint8_t state; /* HL_CAL_STATE_... */
    uint8_t slot; /* Being written, or on trial. */
    bool window; /* The button has opened it. */
    uint16_t next_off;
    uint32_t window_us;
    uint32_t heard_us;
    uint8_t begun[HL_CAL_BEGIN_REQUEST_BYTES]; /* The CAL_BEGIN. */
    uint8_t challenge[HL_CAL_CHALLENGE_BYTES];
    uint8_t header[HL_IMAGE_UNIT_BYTES]; /* Held back until all else is written. */
    uint8_t unit[HL_IMAGE_UNIT_BYTES]; /* Filling. */
};

enum hl_state { HL_WAITING, HL_READY, HL_STREAMING };

struct hl_clip {
    const struct hl_port_about *about;
    uint32_t boot_id;
    uint32_t uptime_s;
    uint32_t uptime_us; /* Instant at which the last whole second had passed. */
    uint32_t heard_us;
    uint32_t status_us;
    uint32_t host_session;
    uint32_t replies_repeated;
    bool greeted;
    bool met; /* host_session is one. */
    bool charging;
    uint8_t reset_reason;
    uint8_t host_payload; /* The longest the host takes. */
    bool sync_waits;
    uint16_t sync_txn;
    uint32_t sync_host_us;
    uint32_t sync_received_us;
    struct hl_reader reader;
    struct hl_out out;
    struct hl_cue cue;
    struct hl_button button;
    struct hl_stream stream;
    struct hl_log log;
    struct hl_calibration calibration;
    struct hl_answer answers[HL_TXN_STORE_SLOTS];
};

/* boot_id: random, new at each start. reset_reason: HL_RESET_... */
void hl_clip_start(struct hl_clip *clip, uint32_t boot_id, uint8_t reset_reason);

/* One pass: samples, timers, bytes in, bytes out. Never waits. */
void hl_clip_poll(struct hl_clip *clip);

enum hl_state hl_clip_state(const struct hl_clip *clip);

/* A line for whoever looks after the clip, ASCII; held back and counted above LOG_PER_S, or while nobody listens. */
void hl_clip_log(struct hl_clip *clip, uint8_t level, const char *text);

#endif
