#include "holdline_parts.h"

static uint8_t agree(const uint8_t *request)
{
    uint8_t lowest = HL_VERSION_MIN;
    uint8_t highest = HL_VERSION_MAX;
    if (hl_hello_request_version_min(request) > lowest) {
        lowest = hl_hello_request_version_min(request);
    }
    if (hl_hello_request_version_max(request) < highest) {
        highest = hl_hello_request_version_max(request);
    }
    return highest >= lowest ? highest : HL_VERSION_NONE;
}

/* A HELLO is never refused: what lies outside the limits is taken as the limit. */
static uint8_t host_payload(const uint8_t *request)
{
    uint8_t bytes = hl_hello_request_max_payload_bytes(request);
    if (bytes < HL_HELLO_REQUEST_MAX_PAYLOAD_BYTES_MIN) {
        return HL_HELLO_REQUEST_MAX_PAYLOAD_BYTES_MIN;
    }
    return bytes > HL_HELLO_REQUEST_MAX_PAYLOAD_BYTES_MAX ? HL_HELLO_REQUEST_MAX_PAYLOAD_BYTES_MAX : bytes;
}

static void fill_imus(uint8_t *response, const struct hl_port_about *about)
{
    const struct hl_port_imu *lower = &about->imu[0];
    const struct hl_port_imu *upper = &about->imu[1];
    hl_hello_response_set_lower_part(response, lower->part);
    hl_hello_response_set_upper_part(response, upper->part);
    hl_hello_response_set_lower_accel_lsb_ng(response, lower->accel_lsb_ng);
    hl_hello_response_set_lower_gyro_lsb_ndps(response, lower->gyro_lsb_ndps);
    hl_hello_response_set_lower_accel_range_mg(response, lower->accel_range_mg);
    hl_hello_response_set_lower_gyro_range_dps(response, lower->gyro_range_dps);
    hl_hello_response_set_lower_delay_us(response, lower->delay_us);
    hl_hello_response_set_upper_accel_lsb_ng(response, upper->accel_lsb_ng);
    hl_hello_response_set_upper_gyro_lsb_ndps(response, upper->gyro_lsb_ndps);
    hl_hello_response_set_upper_accel_range_mg(response, upper->accel_range_mg);
    hl_hello_response_set_upper_gyro_range_dps(response, upper->gyro_range_dps);
    hl_hello_response_set_upper_delay_us(response, upper->delay_us);
}

static void answer_hello(struct hl_clip *clip, uint16_t txn, uint8_t agreed)
{
    uint8_t *response = hl_out_begin(clip, HL_HELLO_RESPONSE_BYTES);
    if (response == NULL) {
        return;
    }
    const struct hl_port_about *about = clip->about;
    for (unsigned i = 0; i < HL_HELLO_RESPONSE_BYTES; i++) {
        response[i] = 0;
    }
    hl_hello_response_set_txn(response, txn);
    hl_hello_response_set_version_min(response, HL_VERSION_MIN);
    hl_hello_response_set_version_max(response, HL_VERSION_MAX);
    hl_hello_response_set_version_agreed(response, agreed);
    hl_hello_response_set_max_payload_bytes(response, HL_MAX_PAYLOAD_BYTES);
    hl_hello_response_set_boot_id(response, clip->boot_id);
    hl_hello_response_set_schema_crc(response, HL_SCHEMA_CRC);
    hl_hello_response_set_capabilities(response, about->capabilities);
    hl_copy(response + HL_HELLO_RESPONSE_SERIAL_AT, about->serial, HL_SERIAL_BYTES);
    hl_copy(response + HL_HELLO_RESPONSE_HARDWARE_MAJOR_AT, about->hardware, sizeof about->hardware);
    hl_copy(response + HL_HELLO_RESPONSE_FIRMWARE_MAJOR_AT, about->firmware, sizeof about->firmware);
    hl_hello_response_set_imu_count(response, about->imu_count);
    for (unsigned i = 0; i < HL_PORT_RATES; i++) {
        hl_put_u16(response + HL_HELLO_RESPONSE_RATE_0_HZ_AT + 2u * i, about->rates_hz[i]);
    }
    hl_hello_response_set_motor(response, about->motor);
    hl_hello_response_set_motor_rise_ms(response, about->motor_rise_ms);
    hl_calibration_introduce(clip, response);
    fill_imus(response, about);
    hl_out_send(clip, HL_TYPE_HELLO, HL_FLAG_RESPONSE, HL_HELLO_RESPONSE_BYTES);
}

static void greet(struct hl_clip *clip, const uint8_t *request, uint8_t agreed, uint32_t now_us)
{
    uint32_t session = hl_hello_request_host_session(request);
    bool was_waiting = !clip->greeted;
    if (!clip->met || session != clip->host_session) {
        hl_cue_stop(clip, HL_CUE_ENDED_NEW_SESSION, now_us);
        hl_stream_off(clip);
        hl_forget_answers(clip);
        clip->met = true;
        clip->host_session = session;
        clip->host_payload = host_payload(request);
    }
    clip->greeted = true;
    clip->reader.version = agreed;
    answer_hello(clip, hl_hello_request_txn(request), agreed);
    hl_cue_tell_end(clip);
    if (was_waiting) {
        clip->status_us = now_us;
        hl_status_send(clip, now_us);
    }
}

void hl_hello(struct hl_clip *clip, const struct hl_frame *frame, uint32_t now_us)
{
    uint8_t agreed = agree(frame->payload);
    if (agreed != HL_VERSION_NONE) {
        greet(clip, frame->payload, agreed, now_us);
        return;
    }
    hl_cue_stop(clip, HL_CUE_ENDED_NEW_SESSION, now_us);
    hl_become_waiting(clip, now_us);
    answer_hello(clip, hl_hello_request_txn(frame->payload), agreed);
}
