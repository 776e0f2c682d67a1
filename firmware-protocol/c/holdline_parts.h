/* What the parts of the clip say to one another; nothing for ports. */
#ifndef HOLDLINE_PARTS_H
#define HOLDLINE_PARTS_H

#include "holdline_clip.h"

#define HL_US_PER_MS 1000u
#define HL_US_PER_S 1000000u

/* Whether so many milliseconds have passed from one instant to the other. */
static inline bool hl_passed(uint32_t from_us, uint32_t now_us, uint32_t ms)
{
    return hl_us_between(from_us, now_us) >= (int32_t)(ms * HL_US_PER_MS);
}

static inline void hl_copy(uint8_t *to, const uint8_t *from, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        to[i] = from[i];
    }
}

/* out.c. Room for a payload, to be filled and sent; NULL, and counted, when the line took too little before. */
uint8_t *hl_out_begin(struct hl_clip *clip, size_t payload);
void hl_out_send(struct hl_clip *clip, uint8_t type, uint8_t flags, size_t payload);
/* Notes a silence after which a frame needs a leading zero; before whatever is written in a poll. */
void hl_out_look(struct hl_clip *clip, uint32_t now_us);
/* Offers the port what waits; true when nothing waits any more. */
bool hl_out_flush(struct hl_clip *clip, uint32_t now_us);
void hl_out_clear(struct hl_clip *clip);

/* cue.c. start returns 0 or an HL_ERROR_... with its detail; the response's window_used_ms goes to *detail. */
uint8_t hl_cue_start(struct hl_clip *clip, const uint8_t *request, uint32_t now_us, uint32_t *detail);
bool hl_cue_stop(struct hl_clip *clip, uint8_t reason, uint32_t now_us);
void hl_cue_poll(struct hl_clip *clip, uint32_t now_us);
void hl_cue_tell_end(struct hl_clip *clip);
/* Whether a cue played at an instant of the last milliseconds, the pause of a double one included. */
bool hl_cue_played(const struct hl_clip *clip, uint32_t at_us);

/* button.c */
void hl_button_poll(struct hl_clip *clip, uint32_t now_us);
bool hl_button_undecided(const struct hl_clip *clip);
void hl_button_answered(struct hl_clip *clip, uint16_t txn);
void hl_button_tell(struct hl_clip *clip, uint32_t now_us);

/* stream.c */
uint8_t hl_stream_control(struct hl_clip *clip, const uint8_t *request, uint32_t *detail);
void hl_stream_off(struct hl_clip *clip);
void hl_stream_take(struct hl_clip *clip);
/* Sends the oldest batch that is closed, if there is one. */
bool hl_stream_send(struct hl_clip *clip);

/* status.c */
void hl_status_send(struct hl_clip *clip, uint32_t now_us);
void hl_log_poll(struct hl_clip *clip, uint32_t now_us);

/* store.c */
bool hl_is_same(const uint8_t *a, const uint8_t *b, size_t bytes);

/* calibration.c */
void hl_calibration_start(struct hl_clip *clip);
void hl_calibration_poll(struct hl_clip *clip, uint32_t now_us);
/* A long press came while no stream was on. */
void hl_calibration_open_window(struct hl_clip *clip, uint32_t now_us);
void hl_calibration_request(struct hl_clip *clip, const struct hl_frame *request, uint32_t now_us);
/* What HELLO says of the profile; the rest of the response is 0. */
void hl_calibration_introduce(const struct hl_clip *clip, uint8_t *response);

/* greeting.c */
void hl_hello(struct hl_clip *clip, const struct hl_frame *frame, uint32_t now_us);

/* clip.c */
void hl_refuse(struct hl_clip *clip, const struct hl_frame *request, uint8_t code, uint32_t detail);
void hl_become_waiting(struct hl_clip *clip, uint32_t now_us);
void hl_forget_answers(struct hl_clip *clip);

#endif
