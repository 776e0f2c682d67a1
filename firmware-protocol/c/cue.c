#include "holdline_parts.h"

#define WINDOW_US (HL_CUE_WINDOW_MS * HL_US_PER_MS)
#define WINDOW_MAX_US (HL_CUE_WINDOW_MAX_MS * HL_US_PER_MS)

static void drive(struct hl_cue *cue, uint8_t drive_pct)
{
    if (drive_pct != cue->drive_pct) {
        hl_port_motor(drive_pct);
        cue->drive_pct = drive_pct;
    }
}

/* What the pattern asks for so long after its start. */
static uint8_t wanted(const struct hl_cue *cue, uint32_t since_us)
{
    if (cue->pattern == HL_PATTERN_DOUBLE) {
        uint32_t pulse_ms = cue->duration_ms * 2u / 5u;
        uint32_t second_ms = cue->duration_ms - pulse_ms;
        if (since_us >= pulse_ms * HL_US_PER_MS && since_us < second_ms * HL_US_PER_MS) {
            return 0;
        }
    }
    return cue->intensity_pct;
}

static void forget(struct hl_cue *cue, unsigned past)
{
    cue->past_count--;
    for (unsigned i = past; i < cue->past_count; i++) {
        cue->past[i] = cue->past[i + 1];
    }
}

static void remember(struct hl_cue *cue, uint32_t played_us, uint32_t now_us)
{
    if (cue->past_count == HL_CUE_PAST) {
        /* Only after many host sessions in a few seconds. The oldest is counted as if it had ended with the second:
         * the share comes out too large for a while, never too small. */
        cue->past[1].played_us += cue->past[0].played_us;
        forget(cue, 0);
    }
    cue->past[cue->past_count].ended_us = now_us;
    cue->past[cue->past_count].played_us = played_us;
    cue->past_count++;
}

static uint32_t used_us(const struct hl_cue *cue, uint32_t now_us)
{
    uint32_t sum = 0;
    for (unsigned i = 0; i < cue->past_count; i++) {
        uint32_t age = now_us - cue->past[i].ended_us;
        uint32_t room = age < WINDOW_US ? WINDOW_US - age : 0;
        sum += cue->past[i].played_us < room ? cue->past[i].played_us : room;
    }
    return sum;
}

static uint32_t up_to_ms(uint32_t us)
{
    return (us + HL_US_PER_MS - 1u) / HL_US_PER_MS;
}

static uint8_t out_of_limits(const uint8_t *request, uint32_t *at)
{
    uint16_t ttl_ms = hl_cue_request_ttl_ms(request);
    uint16_t duration_ms = hl_cue_request_duration_ms(request);
    uint8_t pattern = hl_cue_request_pattern(request);
    uint8_t intensity_pct = hl_cue_request_intensity_pct(request);
    if (hl_cue_request_txn(request) < HL_CUE_REQUEST_TXN_MIN) {
        *at = HL_CUE_REQUEST_TXN_AT;
    } else if (ttl_ms < HL_CUE_REQUEST_TTL_MS_MIN || ttl_ms > HL_CUE_REQUEST_TTL_MS_MAX) {
        *at = HL_CUE_REQUEST_TTL_MS_AT;
    } else if (duration_ms < HL_CUE_REQUEST_DURATION_MS_MIN || duration_ms > HL_CUE_REQUEST_DURATION_MS_MAX) {
        *at = HL_CUE_REQUEST_DURATION_MS_AT;
    } else if (pattern < HL_CUE_REQUEST_PATTERN_MIN || pattern > HL_CUE_REQUEST_PATTERN_MAX) {
        *at = HL_CUE_REQUEST_PATTERN_AT;
    } else if (intensity_pct < HL_CUE_REQUEST_INTENSITY_PCT_MIN || intensity_pct > HL_CUE_REQUEST_INTENSITY_PCT_MAX) {
        *at = HL_CUE_REQUEST_INTENSITY_PCT_AT;
    } else {
        return 0;
    }
    return HL_ERROR_RANGE;
}

/* The tests of the state, in the order of the text. */
static uint8_t refusal(const struct hl_clip *clip, const uint8_t *request, uint32_t now_us, uint32_t *detail)
{
    const struct hl_cue *cue = &clip->cue;
    int32_t age_us = hl_us_between(hl_cue_request_issued_us(request), now_us);
    uint32_t duration_us = hl_cue_request_duration_ms(request) * HL_US_PER_MS;
    uint32_t share_us = used_us(cue, now_us);
    uint32_t fault = hl_port_motor_fault();
    *detail = 0;
    if (clip->about->motor == HL_MOTOR_NONE) {
        return HL_ERROR_UNSUPPORTED;
    }
    if (clip->charging) {
        return HL_ERROR_CHARGING;
    }
    if (fault != 0) {
        *detail = fault;
        return HL_ERROR_MOTOR_FAULT;
    }
    if (clip->button.muted || hl_button_undecided(clip)) {
        return HL_ERROR_MUTED;
    }
    if (age_us < -(int32_t)(HL_MAX_CUE_LEAD_MS * HL_US_PER_MS)) {
        *detail = 0u - (uint32_t)age_us;
        return HL_ERROR_CUE_EARLY;
    }
    if (age_us > (int32_t)(hl_cue_request_ttl_ms(request) * HL_US_PER_MS)) {
        *detail = (uint32_t)age_us;
        return HL_ERROR_CUE_LATE;
    }
    if (cue->playing) {
        *detail = up_to_ms(cue->duration_ms * HL_US_PER_MS - (now_us - cue->started_us));
        return HL_ERROR_CUE_ACTIVE;
    }
    if (share_us + duration_us > WINDOW_MAX_US) {
        *detail = up_to_ms(share_us);
        return HL_ERROR_CUE_DUTY;
    }
    *detail = up_to_ms(share_us + duration_us);
    return 0;
}

uint8_t hl_cue_start(struct hl_clip *clip, const uint8_t *request, uint32_t now_us, uint32_t *detail)
{
    struct hl_cue *cue = &clip->cue;
    uint8_t error = out_of_limits(request, detail);
    if (error == 0) {
        error = refusal(clip, request, now_us, detail);
    }
    if (error != 0) {
        cue->refused++;
        return error;
    }
    cue->playing = true;
    cue->txn = hl_cue_request_txn(request);
    cue->duration_ms = hl_cue_request_duration_ms(request);
    cue->pattern = hl_cue_request_pattern(request);
    cue->intensity_pct = hl_cue_request_intensity_pct(request);
    cue->started_us = now_us;
    cue->played++;
    cue->changed_us = now_us;
    drive(cue, wanted(cue, 0));
    return 0;
}

bool hl_cue_stop(struct hl_clip *clip, uint8_t reason, uint32_t now_us)
{
    struct hl_cue *cue = &clip->cue;
    drive(cue, 0);
    if (!cue->playing) {
        return false;
    }
    uint32_t played_us = now_us - cue->started_us;
    remember(cue, played_us, now_us);
    cue->playing = false;
    cue->changed_us = now_us;
    cue->end_untold = true;
    cue->end_reason = reason;
    cue->end_txn = cue->txn;
    cue->end_played_ms = (uint16_t)(played_us / HL_US_PER_MS);
    cue->ended_us = now_us;
    if (reason == HL_CUE_ENDED_HOST_SILENT || reason == HL_CUE_ENDED_CHARGING || reason == HL_CUE_ENDED_FAULT) {
        cue->cuts++;
    }
    return true;
}

void hl_cue_poll(struct hl_clip *clip, uint32_t now_us)
{
    struct hl_cue *cue = &clip->cue;
    while (cue->past_count > 0 && hl_passed(cue->past[0].ended_us, now_us, HL_CUE_WINDOW_MS)) {
        forget(cue, 0);
    }
    if (hl_passed(cue->changed_us, now_us, HL_CUE_WINDOW_MS)) {
        cue->changed_us = now_us - WINDOW_US; /* Kept near: 35 min later the difference would change its sign. */
    }
    if (!cue->playing) {
        return;
    }
    if (hl_passed(cue->started_us, now_us, cue->duration_ms)) {
        hl_cue_stop(clip, HL_CUE_ENDED_COMPLETE, now_us);
    } else if (hl_passed(clip->heard_us, now_us, HL_SILENT_MOTOR_OFF_MS)) {
        hl_cue_stop(clip, HL_CUE_ENDED_HOST_SILENT, now_us);
        hl_clip_log(clip, HL_LEVEL_WARN, "motor off: host silent");
    } else if (hl_port_motor_fault() != 0) {
        hl_cue_stop(clip, HL_CUE_ENDED_FAULT, now_us);
    } else {
        drive(cue, wanted(cue, now_us - cue->started_us));
    }
}

void hl_cue_tell_end(struct hl_clip *clip)
{
    struct hl_cue *cue = &clip->cue;
    if (!cue->end_untold) {
        return;
    }
    cue->end_untold = false;
    uint8_t *event = clip->greeted ? hl_out_begin(clip, HL_CUE_END_EVENT_BYTES) : NULL;
    if (event != NULL) {
        hl_cue_end_event_set_cue_txn(event, cue->end_txn);
        hl_cue_end_event_set_ended_us(event, cue->ended_us);
        hl_cue_end_event_set_played_ms(event, cue->end_played_ms);
        hl_cue_end_event_set_reason(event, cue->end_reason);
        hl_out_send(clip, HL_TYPE_CUE_END, 0, HL_CUE_END_EVENT_BYTES);
    }
}

bool hl_cue_played(const struct hl_clip *clip, uint32_t at_us)
{
    const struct hl_cue *cue = &clip->cue;
    return hl_us_between(cue->changed_us, at_us) >= 0 ? cue->playing : !cue->playing;
}
