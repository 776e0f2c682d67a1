#include "holdline_parts.h"

static uint16_t status_flags(const struct hl_clip *clip, const struct hl_port_power *power)
{
    unsigned flags = 0;
    flags |= clip->stream.on ? HL_STATUS_STREAMING : 0u;
    flags |= clip->charging ? HL_STATUS_CHARGING : 0u;
    flags |= power->battery_pct < 10u ? HL_STATUS_BATTERY_LOW : 0u;
    flags |= hl_port_imu_ok(0) ? HL_STATUS_LOWER_IMU_OK : 0u;
    flags |= clip->about->imu_count == 2 && hl_port_imu_ok(1) ? HL_STATUS_UPPER_IMU_OK : 0u;
    flags |= clip->cue.playing ? HL_STATUS_MOTOR_RUNNING : 0u;
    flags |= hl_port_motor_fault() != 0 ? HL_STATUS_MOTOR_FAULT : 0u;
    flags |= clip->button.muted ? HL_STATUS_MUTED : 0u;
    return (uint16_t)flags;
}

void hl_status_send(struct hl_clip *clip, uint32_t now_us)
{
    uint8_t *event = hl_out_begin(clip, HL_STATUS_EVENT_BYTES);
    if (event == NULL) {
        return;
    }
    struct hl_port_power power;
    hl_port_power(&power);
    hl_status_event_set_clip_time_us(event, now_us);
    hl_status_event_set_uptime_s(event, clip->uptime_s);
    hl_status_event_set_boot_id(event, clip->boot_id);
    hl_status_event_set_flags(event, status_flags(clip, &power));
    hl_status_event_set_reset_reason(event, clip->reset_reason);
    hl_status_event_set_battery_pct(event, power.battery_pct);
    hl_status_event_set_battery_mv(event, power.battery_mv);
    hl_status_event_set_lower_temp_cdegc(event, hl_port_imu_temp_cdegc(0));
    hl_status_event_set_upper_temp_cdegc(event, clip->about->imu_count == 2 ? hl_port_imu_temp_cdegc(1) : INT16_MIN);
    hl_put_u16(event + HL_STATUS_EVENT_RESERVED_AT, 0);
    for (unsigned i = 0; i < HL_RX_COUNTERS; i++) {
        hl_put_u32(event + HL_STATUS_EVENT_RX_BYTES_AT + 4u * i, clip->reader.count[i]);
    }
    hl_status_event_set_rx_overrun(event, hl_port_rx_overruns());
    hl_status_event_set_tx_frames(event, clip->out.frames);
    hl_status_event_set_tx_dropped(event, clip->out.dropped);
    hl_status_event_set_samples_lost(event, clip->stream.lost);
    hl_status_event_set_cues_played(event, clip->cue.played);
    hl_status_event_set_cues_refused(event, clip->cue.refused);
    hl_status_event_set_motor_cuts(event, clip->cue.cuts);
    hl_status_event_set_presses(event, clip->button.presses);
    hl_status_event_set_presses_lost(event, clip->button.lost);
    hl_status_event_set_replies_repeated(event, clip->replies_repeated);
    hl_out_send(clip, HL_TYPE_STATUS, 0, HL_STATUS_EVENT_BYTES);
}

void hl_log_poll(struct hl_clip *clip, uint32_t now_us)
{
    struct hl_log *log = &clip->log;
    while (log->sent > 0 && hl_passed(log->sent_us[0], now_us, 1000)) {
        log->sent--;
        for (unsigned i = 0; i < log->sent; i++) {
            log->sent_us[i] = log->sent_us[i + 1];
        }
    }
}

static size_t text_bytes(const struct hl_clip *clip, const char *text)
{
    size_t most = clip->host_payload - HL_LOG_EVENT_BYTES;
    if (most > HL_MAX_LOG_TEXT_BYTES) {
        most = HL_MAX_LOG_TEXT_BYTES;
    }
    size_t bytes = 0;
    while (bytes < most && text[bytes] != 0) {
        bytes++;
    }
    return bytes;
}

void hl_clip_log(struct hl_clip *clip, uint8_t level, const char *text)
{
    struct hl_log *log = &clip->log;
    uint8_t *event = NULL;
    size_t bytes = 0;
    if (clip->greeted && log->sent < HL_LOG_PER_S) {
        bytes = text_bytes(clip, text);
        event = hl_out_begin(clip, HL_LOG_EVENT_BYTES + bytes);
    }
    if (event == NULL) {
        log->held_back = (uint16_t)(log->held_back + (log->held_back < UINT16_MAX ? 1u : 0u));
        return;
    }
    uint32_t now_us = hl_port_now_us();
    hl_log_event_set_clip_time_us(event, now_us);
    hl_log_event_set_held_back(event, log->held_back);
    hl_log_event_set_level(event, level);
    event[HL_LOG_EVENT_RESERVED_AT] = 0;
    hl_copy(event + HL_LOG_EVENT_TEXT_AT, (const uint8_t *)text, bytes);
    hl_out_send(clip, HL_TYPE_LOG, 0, HL_LOG_EVENT_BYTES + bytes);
    log->held_back = 0;
    log->sent_us[log->sent++] = now_us;
}
