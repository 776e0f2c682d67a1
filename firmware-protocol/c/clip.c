#include "holdline_parts.h"

#define READ_BYTES 32u
#define READS_A_POLL 8u

enum hl_state hl_clip_state(const struct hl_clip *clip)
{
    return !clip->greeted ? HL_WAITING : clip->stream.on ? HL_STREAMING : HL_READY;
}

void hl_forget_answers(struct hl_clip *clip)
{
    for (unsigned i = 0; i < HL_TXN_STORE_SLOTS; i++) {
        clip->answers[i].type = 0;
    }
}

void hl_clip_start(struct hl_clip *clip, uint32_t boot_id, uint8_t reset_reason)
{
    for (size_t i = 0; i < sizeof *clip; i++) {
        ((uint8_t *)clip)[i] = 0;
    }
    uint32_t now_us = hl_port_now_us();
    clip->about = hl_port_about();
    clip->boot_id = boot_id;
    clip->reset_reason = reset_reason;
    clip->uptime_us = now_us;
    clip->cue.changed_us = now_us;
    clip->host_payload = HL_MAX_PAYLOAD_BYTES;
    hl_reader_start(&clip->reader, HL_FROM_HOST);
    hl_out_clear(clip);
    hl_port_motor(0);
    hl_port_imu_run(0);
    hl_calibration_start(clip);
}

static void fill_error(uint8_t *error, uint16_t txn, uint8_t type, uint8_t code, uint32_t detail)
{
    hl_error_response_set_txn(error, txn);
    hl_error_response_set_refused_type(error, type);
    hl_error_response_set_code(error, code);
    hl_error_response_set_detail(error, detail);
}

static uint16_t txn_of(const struct hl_frame *frame)
{
    return frame->bytes < 2 ? 0 : hl_get_u16(frame->payload);
}

void hl_refuse(struct hl_clip *clip, const struct hl_frame *frame, uint8_t code, uint32_t detail)
{
    uint8_t *error = hl_out_begin(clip, HL_ERROR_RESPONSE_BYTES);
    if (error != NULL) {
        fill_error(error, txn_of(frame), frame->type, code, detail);
        hl_out_send(clip, HL_TYPE_ERROR, HL_FLAG_RESPONSE, HL_ERROR_RESPONSE_BYTES);
    }
}

void hl_become_waiting(struct hl_clip *clip, uint32_t now_us)
{
    hl_cue_stop(clip, HL_CUE_ENDED_HOST_SILENT, now_us);
    hl_stream_off(clip);
    clip->greeted = false;
    clip->sync_waits = false;
    clip->button.told = false;
    clip->reader.version = HL_VERSION_NONE;
}

static void stop_cue(struct hl_clip *clip, const struct hl_frame *frame, uint32_t now_us)
{
    bool was_playing = hl_cue_stop(clip, HL_CUE_ENDED_STOPPED, now_us);
    uint8_t *response = hl_out_begin(clip, HL_CUE_STOP_RESPONSE_BYTES);
    if (response != NULL) {
        hl_cue_stop_response_set_txn(response, txn_of(frame));
        hl_cue_stop_response_set_was_playing(response, was_playing);
        hl_out_send(clip, HL_TYPE_CUE_STOP, HL_FLAG_RESPONSE, HL_CUE_STOP_RESPONSE_BYTES);
    }
}

/* The answer is written when the line is free for it, so that t3 is the instant its first byte goes out. */
static void timesync(struct hl_clip *clip, const struct hl_frame *frame, uint32_t now_us)
{
    if (txn_of(frame) < HL_TIMESYNC_REQUEST_TXN_MIN) {
        hl_refuse(clip, frame, HL_ERROR_RANGE, HL_TIMESYNC_REQUEST_TXN_AT);
        return;
    }
    if (clip->sync_waits) {
        clip->out.dropped++;
    }
    clip->sync_waits = true;
    clip->sync_txn = txn_of(frame);
    clip->sync_host_us = hl_timesync_request_host_sent_us(frame->payload);
    clip->sync_received_us = now_us;
}

static bool answer_timesync(struct hl_clip *clip)
{
    uint8_t *response = clip->sync_waits ? hl_out_begin(clip, HL_TIMESYNC_RESPONSE_BYTES) : NULL;
    if (response == NULL) {
        return false;
    }
    hl_timesync_response_set_txn(response, clip->sync_txn);
    hl_timesync_response_set_host_sent_us(response, clip->sync_host_us);
    hl_timesync_response_set_clip_received_us(response, clip->sync_received_us);
    hl_timesync_response_set_clip_sent_us(response, hl_port_now_us());
    hl_out_send(clip, HL_TYPE_TIMESYNC, HL_FLAG_RESPONSE, HL_TIMESYNC_RESPONSE_BYTES);
    clip->sync_waits = false;
    return true;
}

static void send_answer(struct hl_clip *clip, const struct hl_answer *answer)
{
    uint8_t *response = hl_out_begin(clip, answer->bytes);
    if (response != NULL) {
        hl_copy(response, answer->payload, answer->bytes);
        hl_out_send(clip, answer->type, HL_FLAG_RESPONSE, answer->bytes);
    }
}

static void expire_answers(struct hl_clip *clip, uint32_t now_us)
{
    for (unsigned i = 0; i < HL_TXN_STORE_SLOTS; i++) {
        struct hl_answer *answer = &clip->answers[i];
        if (answer->type != 0 && hl_passed(answer->at_us, now_us, HL_TXN_STORE_MS)) {
            answer->type = 0;
        }
    }
}

static void carry_out(struct hl_clip *clip, const struct hl_frame *frame, struct hl_answer *answer, uint32_t now_us)
{
    uint32_t detail = 0;
    uint8_t code;
    uint8_t *response = answer->payload;
    answer->type = frame->type;
    if (frame->type == HL_TYPE_STREAM_CTRL) {
        code = hl_stream_control(clip, frame->payload, &detail);
        answer->bytes = HL_STREAM_CTRL_RESPONSE_BYTES;
        hl_stream_ctrl_response_set_txn(response, answer->txn);
        hl_stream_ctrl_response_set_flags(response, clip->stream.on ? HL_STREAM_ON : 0);
        hl_stream_ctrl_response_set_batch_samples(response, clip->stream.batch_samples);
        hl_stream_ctrl_response_set_rate_hz(response, clip->stream.rate_hz);
        hl_stream_ctrl_response_set_next_idx(response, clip->stream.next_idx);
    } else {
        code = hl_cue_start(clip, frame->payload, now_us, &detail);
        answer->bytes = HL_CUE_RESPONSE_BYTES;
        hl_cue_response_set_txn(response, answer->txn);
        hl_cue_response_set_started_us(response, now_us);
        hl_cue_response_set_window_used_ms(response, (uint16_t)detail);
    }
    if (code != 0) {
        answer->type = HL_TYPE_ERROR;
        answer->bytes = HL_ERROR_RESPONSE_BYTES;
        fill_error(response, answer->txn, frame->type, code, detail);
    }
}

/* A request that must not be carried out twice. */
static void stored_request(struct hl_clip *clip, const struct hl_frame *frame, uint32_t now_us)
{
    expire_answers(clip, now_us);
    uint16_t txn = txn_of(frame);
    uint32_t crc = hl_crc32c(frame->payload, frame->bytes);
    struct hl_answer *room = NULL;
    uint32_t oldest_us = 0;
    for (unsigned i = 0; i < HL_TXN_STORE_SLOTS; i++) {
        struct hl_answer *answer = &clip->answers[i];
        if (answer->type == 0) {
            room = answer;
        } else if (answer->txn != txn) {
            uint32_t age_us = now_us - answer->at_us;
            oldest_us = age_us > oldest_us ? age_us : oldest_us;
        } else if (answer->request_type == frame->type && answer->request_crc == crc) {
            clip->replies_repeated++;
            send_answer(clip, answer);
            return;
        } else {
            hl_refuse(clip, frame, HL_ERROR_TXN_REUSED, 0);
            return;
        }
    }
    if (room == NULL) {
        hl_refuse(clip, frame, HL_ERROR_BUSY, HL_TXN_STORE_MS - oldest_us / HL_US_PER_MS);
        return;
    }
    room->txn = txn;
    room->request_type = frame->type;
    room->request_crc = crc;
    room->at_us = now_us;
    carry_out(clip, frame, room, now_us);
    send_answer(clip, room);
}

static void request(struct hl_clip *clip, const struct hl_frame *frame, uint32_t now_us)
{
    if (frame->type == HL_TYPE_HELLO) {
        hl_hello(clip, frame, now_us);
    } else if (frame->type == HL_TYPE_CUE_STOP) {
        stop_cue(clip, frame, now_us);
    } else if (!clip->greeted) {
        hl_refuse(clip, frame, HL_ERROR_NOT_GREETED, 0);
    } else if (frame->type == HL_TYPE_TIMESYNC) {
        timesync(clip, frame, now_us);
    } else if (frame->type >= HL_TYPE_CAL_INFO && frame->type <= HL_TYPE_CAL_ABORT) {
        hl_calibration_request(clip, frame, now_us);
    } else {
        stored_request(clip, frame, now_us);
    }
}

/* The host answers BUTTON and nothing else, by its RESPONSE or by ERROR. */
static void response(struct hl_clip *clip, const struct hl_frame *frame)
{
    if (frame->type == HL_TYPE_BUTTON
        || hl_error_response_refused_type(frame->payload) == HL_TYPE_BUTTON) {
        hl_button_answered(clip, txn_of(frame));
    }
}

static void hear(struct hl_clip *clip, uint8_t byte)
{
    struct hl_frame frame;
    enum hl_heard heard = hl_reader_put(&clip->reader, byte, &frame);
    if (heard == HL_HEARD_NOTHING) {
        return;
    }
    uint32_t now_us = hl_port_now_us();
    if (heard == HL_HEARD_UNKNOWN) {
        hl_refuse(clip, &frame, HL_ERROR_UNKNOWN_TYPE, 0);
        return;
    }
    if (heard == HL_HEARD_PAYLOAD) {
        hl_refuse(clip, &frame, HL_ERROR_PAYLOAD, frame.bytes);
        return;
    }
    clip->heard_us = now_us;
    if (frame.flags == HL_FLAG_REQUEST) {
        request(clip, &frame, now_us);
    } else {
        response(clip, &frame);
    }
    hl_cue_tell_end(clip);
}

static void listen(struct hl_clip *clip)
{
    uint8_t bytes[READ_BYTES];
    for (unsigned i = 0; i < READS_A_POLL; i++) {
        size_t read = hl_port_read(bytes, sizeof bytes);
        for (size_t at = 0; at < read; at++) {
            hear(clip, bytes[at]);
        }
        if (read < sizeof bytes) {
            return;
        }
    }
}

static void look_at_charger(struct hl_clip *clip, uint32_t now_us)
{
    bool charging = hl_port_charging();
    if (charging && !clip->charging) {
        hl_cue_stop(clip, HL_CUE_ENDED_CHARGING, now_us);
        hl_stream_off(clip);
    }
    clip->charging = charging;
}

static void pass_time(struct hl_clip *clip, uint32_t now_us)
{
    while (now_us - clip->uptime_us >= HL_US_PER_S) {
        clip->uptime_us += HL_US_PER_S;
        clip->uptime_s++;
    }
    hl_cue_poll(clip, now_us); /* First: a cue whose time is over is complete, whatever else is seen now. */
    look_at_charger(clip, now_us);
    hl_button_poll(clip, now_us);
    hl_stream_take(clip);
    hl_log_poll(clip, now_us);
    hl_calibration_poll(clip, now_us);
    expire_answers(clip, now_us);
    if (clip->greeted && hl_passed(clip->heard_us, now_us, HL_SILENT_WAITING_MS)) {
        hl_become_waiting(clip, now_us);
    }
    hl_cue_tell_end(clip);
}

static void speak(struct hl_clip *clip)
{
    uint32_t now_us = hl_port_now_us();
    if (clip->greeted) {
        hl_button_tell(clip, now_us);
        if (hl_passed(clip->status_us, now_us, HL_STATUS_PERIOD_MS)) {
            bool late = hl_passed(clip->status_us, now_us, 2u * HL_STATUS_PERIOD_MS);
            clip->status_us = late ? now_us : clip->status_us + HL_STATUS_PERIOD_MS * HL_US_PER_MS;
            hl_status_send(clip, now_us);
        }
    }
    while (hl_out_flush(clip, now_us) && (answer_timesync(clip) || hl_stream_send(clip))) {
    }
}

void hl_clip_poll(struct hl_clip *clip)
{
    uint32_t now_us = hl_port_now_us();
    hl_out_look(clip, now_us);
    pass_time(clip, now_us);
    if (hl_port_line_up()) {
        listen(clip);
        speak(clip);
        return;
    }
    if (clip->greeted) {
        hl_become_waiting(clip, now_us);
        hl_cue_tell_end(clip);
    }
    hl_reader_reopen(&clip->reader);
    hl_out_clear(clip);
}
