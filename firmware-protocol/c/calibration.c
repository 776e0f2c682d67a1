/* The clip's side of CAL_*. */
#include "holdline_parts.h"

/* Bounded fields of the requests, in the order of their payloads. txn aside, which all have. */
static const struct {
    uint8_t type;
    uint8_t at;
    uint8_t bytes;
    uint32_t lowest;
    uint32_t highest;
} BOUNDS[] = {
    {HL_TYPE_CAL_READ, HL_CAL_READ_REQUEST_SLOT_AT, 1, HL_CAL_READ_REQUEST_SLOT_MIN, HL_CAL_READ_REQUEST_SLOT_MAX},
    {HL_TYPE_CAL_READ, HL_CAL_READ_REQUEST_COUNT_AT, 1, HL_CAL_READ_REQUEST_COUNT_MIN, HL_CAL_READ_REQUEST_COUNT_MAX},
    {HL_TYPE_CAL_READ, HL_CAL_READ_REQUEST_OFFSET_AT, 2, HL_CAL_READ_REQUEST_OFFSET_MIN, HL_CAL_READ_REQUEST_OFFSET_MAX},
    {HL_TYPE_CAL_BEGIN, HL_CAL_BEGIN_REQUEST_IMAGE_BYTES_AT, 2, HL_CAL_BEGIN_REQUEST_IMAGE_BYTES_MIN,
        HL_CAL_BEGIN_REQUEST_IMAGE_BYTES_MAX},
    {HL_TYPE_CAL_BEGIN, HL_CAL_BEGIN_REQUEST_GENERATION_AT, 4, HL_CAL_BEGIN_REQUEST_GENERATION_MIN,
        HL_CAL_BEGIN_REQUEST_GENERATION_MAX},
    {HL_TYPE_CAL_WRITE, HL_CAL_WRITE_REQUEST_OFFSET_AT, 2, HL_CAL_WRITE_REQUEST_OFFSET_MIN, HL_CAL_WRITE_REQUEST_OFFSET_MAX},
};

/* One CAL_* while it is carried out. */
struct asked {
    struct hl_clip *clip;
    struct hl_calibration *calibration;
    const struct hl_frame *frame;
    uint32_t now_us;
    uint32_t detail; /* Of the refusal; 0 at first. */
};

static uint8_t refused(struct asked *asked, uint8_t code, uint32_t detail)
{
    asked->detail = detail;
    return code;
}

static uint8_t not_in_this_state(struct asked *asked)
{
    return refused(asked, HL_ERROR_CAL_STATE, asked->calibration->state);
}

static void look(struct hl_clip *clip, uint8_t index)
{
    hl_store_look(&clip->calibration.slots[index], index, HL_IMAGE_OWN_BYTES, clip->about->serial);
}

/* Slot in force, the one on trial included. */
static uint8_t in_force(const struct hl_calibration *calibration)
{
    return calibration->state == HL_CAL_STATE_TRIAL ? calibration->slot : hl_store_active(calibration->slots);
}

static const struct hl_image *image_of(const struct hl_calibration *calibration, uint8_t index)
{
    static const struct hl_image NONE;
    return index == HL_NO_SLOT ? &NONE : &calibration->slots[index].image;
}

static uint8_t not_expected(struct asked *asked, uint8_t force)
{
    return refused(asked, HL_ERROR_CAL_EXPECTED, image_of(asked->calibration, force)->generation);
}

static void forget(struct hl_clip *clip)
{
    bool half_written = clip->calibration.state == HL_CAL_STATE_WRITING;
    clip->calibration.state = HL_CAL_STATE_IDLE;
    if (half_written) {
        look(clip, clip->calibration.slot);
    }
}

static bool keeps_profiles(const struct hl_clip *clip)
{
    return (clip->about->capabilities & HL_CAPABILITY_PROFILE) != 0;
}

void hl_calibration_start(struct hl_clip *clip)
{
    for (uint8_t i = 0; keeps_profiles(clip) && i < HL_SLOT_COUNT; i++) {
        look(clip, i);
    }
}

void hl_calibration_open_window(struct hl_clip *clip, uint32_t now_us)
{
    clip->calibration.window = true;
    clip->calibration.window_us = now_us;
}

void hl_calibration_poll(struct hl_clip *clip, uint32_t now_us)
{
    struct hl_calibration *calibration = &clip->calibration;
    if (calibration->window && hl_passed(calibration->window_us, now_us, HL_CAL_WINDOW_MS)) {
        calibration->window = false;
    }
    bool writing = calibration->state == HL_CAL_STATE_WRITING || calibration->state == HL_CAL_STATE_VERIFIED;
    if (writing && hl_passed(calibration->heard_us, now_us, HL_CAL_SESSION_MS)) {
        forget(clip);
    }
}

void hl_calibration_introduce(const struct hl_clip *clip, uint8_t *response)
{
    const struct hl_calibration *calibration = &clip->calibration;
    uint8_t slot = in_force(calibration);
    if (!keeps_profiles(clip) || slot == HL_NO_SLOT) {
        return;
    }
    bool trial = calibration->state == HL_CAL_STATE_TRIAL;
    hl_hello_response_set_profile_state(response, trial ? HL_PROFILE_TRIAL : HL_PROFILE_CONFIRMED);
    hl_hello_response_set_profile_slot(response, slot);
    hl_hello_response_set_profile_generation(response, image_of(calibration, slot)->generation);
    hl_hello_response_set_profile_crc(response, image_of(calibration, slot)->crc);
}

/* Room for an answer, its txn filled in; NULL when the line took too little before. */
static uint8_t *begin_answer(const struct asked *asked, size_t bytes)
{
    uint8_t *response = hl_out_begin(asked->clip, bytes);
    if (response != NULL) {
        for (size_t i = 0; i < bytes; i++) {
            response[i] = 0;
        }
        hl_put_u16(response, hl_get_u16(asked->frame->payload));
    }
    return response;
}

static uint8_t send_answer(const struct asked *asked, size_t bytes)
{
    hl_out_send(asked->clip, asked->frame->type, HL_FLAG_RESPONSE, bytes);
    return 0;
}

/* CAL_WRITE, CAL_CONFIRM, CAL_ROLLBACK, CAL_ABORT: one number behind the txn. */
static uint8_t answer_number(const struct asked *asked, size_t bytes, uint16_t number)
{
    uint8_t *response = begin_answer(asked, bytes);
    if (response == NULL) {
        return 0;
    }
    response[2] = (uint8_t)(number & 0xFFu);
    if (bytes > 3) {
        response[3] = (uint8_t)(number >> 8);
    }
    return send_answer(asked, bytes);
}

/* CAL_VERIFY and CAL_COMMIT: a number, then whose it is; the answers have one layout, and a slot is less than 256. */
static uint8_t answer_image(const struct asked *asked, uint16_t number)
{
    const struct hl_image *image = &asked->calibration->slots[asked->calibration->slot].image;
    uint8_t *response = begin_answer(asked, HL_CAL_VERIFY_RESPONSE_BYTES);
    if (response == NULL) {
        return 0;
    }
    hl_put_u16(response + HL_CAL_VERIFY_RESPONSE_IMAGE_BYTES_AT, number);
    hl_put_u32(response + HL_CAL_VERIFY_RESPONSE_GENERATION_AT, image->generation);
    hl_put_u32(response + HL_CAL_VERIFY_RESPONSE_CRC_AT, image->crc);
    return send_answer(asked, HL_CAL_VERIFY_RESPONSE_BYTES);
}

/* The fields of one slot follow one another. */
static void describe(uint8_t *at, const struct hl_slot *slot)
{
    at[0] = slot->state;
    at[1] = slot->image.fault;
    hl_put_u16(at + 2, slot->image.fault_at);
    hl_put_u16(at + 4, slot->image.bytes);
    hl_put_u32(at + 6, slot->image.generation);
    hl_put_u32(at + 10, slot->image.crc);
}

static uint8_t info(struct asked *asked)
{
    const struct hl_calibration *calibration = asked->calibration;
    uint8_t *response = begin_answer(asked, HL_CAL_INFO_RESPONSE_BYTES);
    if (response == NULL) {
        return 0;
    }
    uint32_t open_us = asked->now_us - calibration->window_us;
    uint32_t left_us = calibration->window ? HL_CAL_WINDOW_MS * HL_US_PER_MS - open_us : 0;
    hl_cal_info_response_set_state(response, calibration->state);
    hl_cal_info_response_set_active_slot(response, in_force(calibration));
    hl_cal_info_response_set_window_s(response, (uint8_t)((left_us + HL_US_PER_S - 1u) / HL_US_PER_S));
    hl_cal_info_response_set_key(response, hl_port_key() != NULL);
    describe(response + HL_CAL_INFO_RESPONSE_SLOT_A_STATE_AT, &calibration->slots[0]);
    describe(response + HL_CAL_INFO_RESPONSE_SLOT_B_STATE_AT, &calibration->slots[1]);
    if (calibration->state != HL_CAL_STATE_IDLE) {
        hl_cal_info_response_set_next_off(response, calibration->next_off);
        hl_cal_info_response_set_write_generation(response, hl_cal_begin_request_generation(calibration->begun));
        hl_cal_info_response_set_write_crc(response, hl_cal_begin_request_crc(calibration->begun));
    }
    return send_answer(asked, HL_CAL_INFO_RESPONSE_BYTES);
}

static uint8_t read_image(struct asked *asked)
{
    const uint8_t *payload = asked->frame->payload;
    uint8_t slot = hl_cal_read_request_slot(payload);
    uint16_t offset = hl_cal_read_request_offset(payload);
    size_t count = hl_cal_read_request_count(payload);
    uint16_t whole = asked->calibration->slots[slot].image.bytes;
    if (whole == 0) {
        return refused(asked, HL_ERROR_CAL_NONE, slot);
    }
    if (offset >= whole) {
        return refused(asked, HL_ERROR_RANGE, HL_CAL_READ_REQUEST_OFFSET_AT);
    }
    count = count < (size_t)whole - offset ? count : (size_t)whole - offset;
    uint8_t *response = begin_answer(asked, HL_CAL_READ_RESPONSE_BYTES + count);
    if (response == NULL) {
        return 0;
    }
    if (!hl_store_read(slot, offset, response + HL_CAL_READ_RESPONSE_DATA_AT, count)) {
        return HL_ERROR_CAL_STORAGE;
    }
    hl_cal_read_response_set_slot(response, slot);
    hl_cal_read_response_set_offset(response, offset);
    hl_cal_read_response_set_image_bytes(response, whole);
    return send_answer(asked, HL_CAL_READ_RESPONSE_BYTES + count);
}

static bool is_that(const struct hl_image *image, const uint8_t *generation_and_crc)
{
    return image->generation == hl_get_u32(generation_and_crc) && image->crc == hl_get_u32(generation_and_crc + 4);
}

/* 0, CAL_WINDOW or BATTERY_LOW. */
static uint8_t may_not_write(struct asked *asked, bool window)
{
    struct hl_port_power power;
    if (!window) {
        return HL_ERROR_CAL_WINDOW;
    }
    hl_port_power(&power);
    if (power.battery_pct < HL_CAL_MIN_BATTERY_PCT && !asked->clip->charging) {
        return refused(asked, HL_ERROR_BATTERY_LOW, power.battery_pct);
    }
    return 0;
}

static uint8_t answer_begin(struct asked *asked)
{
    uint8_t *response = begin_answer(asked, HL_CAL_BEGIN_RESPONSE_BYTES);
    if (response == NULL) {
        return 0;
    }
    hl_cal_begin_response_set_next_off(response, asked->calibration->next_off);
    hl_copy(response + HL_CAL_BEGIN_RESPONSE_CHALLENGE_AT, asked->calibration->challenge, HL_CAL_CHALLENGE_BYTES);
    return send_answer(asked, HL_CAL_BEGIN_RESPONSE_BYTES);
}

static bool goes_on(const struct hl_calibration *calibration, const uint8_t *payload)
{
    bool writing = calibration->state == HL_CAL_STATE_WRITING || calibration->state == HL_CAL_STATE_VERIFIED;
    return writing && hl_is_same(payload + HL_CAL_BEGIN_REQUEST_IMAGE_BYTES_AT,
            calibration->begun + HL_CAL_BEGIN_REQUEST_IMAGE_BYTES_AT,
            HL_CAL_BEGIN_REQUEST_EXPECTED_GENERATION_AT - HL_CAL_BEGIN_REQUEST_IMAGE_BYTES_AT);
}

static uint8_t begin(struct asked *asked)
{
    static const struct hl_slot BEING_WRITTEN = {.state = HL_SLOT_INVALID};
    struct hl_calibration *calibration = asked->calibration;
    const uint8_t *payload = asked->frame->payload;
    uint8_t force = in_force(calibration);
    uint32_t generation = image_of(calibration, force)->generation;
    if (!hl_is_same(payload + HL_CAL_BEGIN_REQUEST_SERIAL_AT, asked->clip->about->serial, HL_SERIAL_BYTES)) {
        return HL_ERROR_CAL_SERIAL;
    }
    if (goes_on(calibration, payload)) {
        return answer_begin(asked);
    }
    if (calibration->state != HL_CAL_STATE_IDLE) {
        return not_in_this_state(asked);
    }
    if (!is_that(image_of(calibration, force), payload + HL_CAL_BEGIN_REQUEST_EXPECTED_GENERATION_AT)) {
        return not_expected(asked, force);
    }
    if (hl_cal_begin_request_generation(payload) <= generation) {
        return refused(asked, HL_ERROR_RANGE, HL_CAL_BEGIN_REQUEST_GENERATION_AT);
    }
    uint8_t error = may_not_write(asked, calibration->window);
    if (error != 0) {
        return error;
    }
    calibration->slot = force == 0 ? 1 : 0;
    if (!hl_store_confirm(calibration->slot, NULL)) {
        look(asked->clip, calibration->slot);
        return HL_ERROR_CAL_STORAGE;
    }
    calibration->slots[calibration->slot] = BEING_WRITTEN;
    calibration->next_off = 0;
    calibration->state = HL_CAL_STATE_WRITING;
    hl_copy(calibration->begun, payload, HL_CAL_BEGIN_REQUEST_BYTES);
    hl_port_random(calibration->challenge, HL_CAL_CHALLENGE_BYTES);
    return answer_begin(asked);
}

/* Takes one byte of the image; the header is held back, so that a slot cut short has none. */
static bool accept(struct hl_calibration *calibration, uint8_t byte)
{
    uint16_t offset = calibration->next_off;
    unsigned at = offset % HL_IMAGE_UNIT_BYTES;
    if (offset < HL_IMAGE_HEADER_BYTES) {
        calibration->header[at] = byte;
    } else {
        calibration->unit[at] = byte;
        bool last = offset + 1u == hl_cal_begin_request_image_bytes(calibration->begun);
        if (last || at + 1 == HL_IMAGE_UNIT_BYTES) {
            for (unsigned rest = at + 1; rest < HL_IMAGE_UNIT_BYTES; rest++) {
                calibration->unit[rest] = 0xFFu;
            }
            if (!hl_store_put(calibration->slot, (uint16_t)(offset - at), calibration->unit)) {
                return false;
            }
        }
    }
    calibration->next_off++;
    return true;
}

static uint8_t write_piece(struct asked *asked)
{
    struct hl_calibration *calibration = asked->calibration;
    const uint8_t *data = asked->frame->payload + HL_CAL_WRITE_REQUEST_DATA_AT;
    uint16_t offset = hl_cal_write_request_offset(asked->frame->payload);
    unsigned bytes = asked->frame->bytes - HL_CAL_WRITE_REQUEST_BYTES;
    if (calibration->state != HL_CAL_STATE_WRITING) {
        return not_in_this_state(asked);
    }
    if (offset == calibration->next_off && offset + bytes <= hl_cal_begin_request_image_bytes(calibration->begun)) {
        for (unsigned i = 0; i < bytes; i++) {
            if (!accept(calibration, data[i])) {
                return HL_ERROR_CAL_STORAGE;
            }
        }
    }
    return answer_number(asked, HL_CAL_WRITE_RESPONSE_BYTES, calibration->next_off);
}

/* Whether the slot holds what CAL_BEGIN said; where not, that is its image's fault. */
static bool is_as_begun(const uint8_t *begun, struct hl_image *image)
{
    if (image->fault != HL_FAULT_NONE) {
        return false;
    }
    if (image->header_crc != hl_cal_begin_request_header_crc(begun)) {
        image->fault = HL_FAULT_HEADER_CRC;
        image->fault_at = HL_IMAGE_HEADER_HEADER_CRC_AT;
    } else if (image->generation != hl_cal_begin_request_generation(begun)) {
        image->fault = HL_FAULT_RANGE;
        image->fault_at = HL_IMAGE_HEADER_GENERATION_AT;
    } else if (image->crc != hl_cal_begin_request_crc(begun)) {
        image->fault = HL_FAULT_BODY_CRC;
        image->fault_at = HL_IMAGE_HEADER_BODY_CRC_AT;
    }
    return image->fault == HL_FAULT_NONE;
}

static uint8_t verify(struct asked *asked)
{
    struct hl_calibration *calibration = asked->calibration;
    uint16_t image_bytes = hl_cal_begin_request_image_bytes(calibration->begun);
    bool complete = calibration->state == HL_CAL_STATE_WRITING && calibration->next_off == image_bytes;
    if (!complete && calibration->state != HL_CAL_STATE_VERIFIED) {
        return not_in_this_state(asked);
    }
    if (complete && !hl_store_put(calibration->slot, 0, calibration->header)) {
        return HL_ERROR_CAL_STORAGE;
    }
    struct hl_slot slot;
    hl_store_look(&slot, calibration->slot, image_bytes, asked->clip->about->serial);
    if (slot.state == HL_SLOT_INVALID && slot.image.fault == HL_FAULT_NONE) {
        return HL_ERROR_CAL_STORAGE;
    }
    if (!is_as_begun(calibration->begun, &slot.image)) {
        calibration->state = HL_CAL_STATE_IDLE;
        look(asked->clip, calibration->slot);
        return refused(asked, HL_ERROR_CAL_INVALID, (uint32_t)slot.image.fault << 16 | slot.image.fault_at);
    }
    calibration->slots[calibration->slot] = slot;
    calibration->state = HL_CAL_STATE_VERIFIED;
    return answer_image(asked, slot.image.bytes);
}

/* 0, CAL_STORAGE or CAL_MAC. */
static uint8_t check_mac(const struct asked *asked, const uint8_t *key)
{
    struct hl_calibration *calibration = asked->calibration;
    uint8_t *piece = calibration->unit; /* Free since all is written. */
    struct hl_mac mac;
    uint16_t bytes = calibration->slots[calibration->slot].image.bytes;
    hl_mac_begin(&mac, key);
    hl_mac_add(&mac, calibration->challenge, HL_CAL_CHALLENGE_BYTES);
    hl_mac_add(&mac, asked->clip->about->serial, HL_SERIAL_BYTES);
    hl_mac_add(&mac, calibration->begun + HL_CAL_BEGIN_REQUEST_EXPECTED_GENERATION_AT, 8); /* And the CRC behind it. */
    for (uint16_t at = 0; at < bytes; at = (uint16_t)(at + HL_IMAGE_UNIT_BYTES)) {
        size_t count = (size_t)bytes - at < HL_IMAGE_UNIT_BYTES ? (size_t)bytes - at : HL_IMAGE_UNIT_BYTES;
        if (!hl_store_read(calibration->slot, at, piece, count)) {
            return HL_ERROR_CAL_STORAGE;
        }
        hl_mac_add(&mac, piece, count);
    }
    return hl_mac_is(&mac, key, asked->frame->payload + HL_CAL_COMMIT_REQUEST_MAC_AT) ? 0 : HL_ERROR_CAL_MAC;
}

static uint8_t commit(struct asked *asked)
{
    struct hl_calibration *calibration = asked->calibration;
    const uint8_t *key = hl_port_key();
    if (calibration->state != HL_CAL_STATE_TRIAL) {
        if (calibration->state != HL_CAL_STATE_VERIFIED) {
            return not_in_this_state(asked);
        }
        uint8_t error = key == NULL ? 0 : check_mac(asked, key);
        if (error == HL_ERROR_CAL_MAC) {
            forget(asked->clip);
            calibration->window = false;
        }
        if (error != 0) {
            return error;
        }
        calibration->state = HL_CAL_STATE_TRIAL;
    }
    return answer_image(asked, calibration->slot);
}

static uint8_t confirm(struct asked *asked)
{
    struct hl_calibration *calibration = asked->calibration;
    const uint8_t *meant = asked->frame->payload + HL_CAL_CONFIRM_REQUEST_GENERATION_AT;
    uint8_t force = in_force(calibration);
    bool is_meant = force != HL_NO_SLOT && is_that(image_of(calibration, force), meant);
    if (calibration->state == HL_CAL_STATE_IDLE && is_meant) {
        return answer_number(asked, HL_CAL_CONFIRM_RESPONSE_BYTES, force);
    }
    if (calibration->state != HL_CAL_STATE_TRIAL) {
        return not_in_this_state(asked);
    }
    if (!is_meant) {
        return not_expected(asked, force);
    }
    uint8_t error = may_not_write(asked, true);
    if (error != 0) {
        return error;
    }
    if (!hl_store_confirm(force, image_of(calibration, force))) {
        return HL_ERROR_CAL_STORAGE;
    }
    calibration->slots[force].state = HL_SLOT_CONFIRMED;
    calibration->state = HL_CAL_STATE_IDLE;
    return answer_number(asked, HL_CAL_CONFIRM_RESPONSE_BYTES, force);
}

static uint8_t roll_back(struct asked *asked)
{
    struct hl_calibration *calibration = asked->calibration;
    const uint8_t *from = asked->frame->payload + HL_CAL_ROLLBACK_REQUEST_FROM_GENERATION_AT;
    const uint8_t *to = asked->frame->payload + HL_CAL_ROLLBACK_REQUEST_TO_GENERATION_AT;
    uint8_t force = in_force(calibration);
    uint8_t other = force == 0 ? 1 : 0;
    if (calibration->state == HL_CAL_STATE_IDLE && force != HL_NO_SLOT && is_that(image_of(calibration, force), to)) {
        return answer_number(asked, HL_CAL_ROLLBACK_RESPONSE_BYTES, force);
    }
    if (calibration->state != HL_CAL_STATE_IDLE) {
        return not_in_this_state(asked);
    }
    if (!is_that(image_of(calibration, force), from)) {
        return not_expected(asked, force);
    }
    if (calibration->slots[other].state != HL_SLOT_CONFIRMED || !is_that(image_of(calibration, other), to)) {
        return refused(asked, HL_ERROR_CAL_NONE, other);
    }
    uint8_t error = may_not_write(asked, calibration->window);
    if (error != 0) {
        return error;
    }
    bool taken = hl_store_confirm(force, NULL);
    look(asked->clip, force);
    return taken ? answer_number(asked, HL_CAL_ROLLBACK_RESPONSE_BYTES, other) : HL_ERROR_CAL_STORAGE;
}

static bool is_out_of_bounds(struct asked *asked)
{
    const uint8_t *payload = asked->frame->payload;
    if (hl_get_u16(payload) == 0) {
        return true;
    }
    for (size_t i = 0; i < sizeof BOUNDS / sizeof BOUNDS[0]; i++) {
        if (BOUNDS[i].type != asked->frame->type) {
            continue;
        }
        const uint8_t *at = payload + BOUNDS[i].at;
        uint32_t value = BOUNDS[i].bytes == 1 ? at[0] : BOUNDS[i].bytes == 2 ? hl_get_u16(at) : hl_get_u32(at);
        if (value < BOUNDS[i].lowest || value > BOUNDS[i].highest) {
            asked->detail = BOUNDS[i].at;
            return true;
        }
    }
    return false;
}

static uint8_t carry_out(struct asked *asked)
{
    switch (asked->frame->type) {
    case HL_TYPE_CAL_INFO:
        return info(asked);
    case HL_TYPE_CAL_READ:
        return read_image(asked);
    case HL_TYPE_CAL_BEGIN:
        return begin(asked);
    case HL_TYPE_CAL_WRITE:
        return write_piece(asked);
    case HL_TYPE_CAL_VERIFY:
        return verify(asked);
    case HL_TYPE_CAL_COMMIT:
        return commit(asked);
    case HL_TYPE_CAL_CONFIRM:
        return confirm(asked);
    case HL_TYPE_CAL_ROLLBACK:
        return roll_back(asked);
    default:
        forget(asked->clip);
        return answer_number(asked, HL_CAL_ABORT_RESPONSE_BYTES, HL_CAL_STATE_IDLE);
    }
}

void hl_calibration_request(struct hl_clip *clip, const struct hl_frame *request, uint32_t now_us)
{
    struct asked asked = {clip, &clip->calibration, request, now_us, 0};
    uint8_t error;
    hl_calibration_poll(clip, now_us);
    clip->calibration.heard_us = now_us;
    if (is_out_of_bounds(&asked)) {
        error = HL_ERROR_RANGE;
    } else if (!keeps_profiles(clip)) {
        error = HL_ERROR_UNSUPPORTED;
    } else if (clip->stream.on && request->type != HL_TYPE_CAL_INFO) {
        error = HL_ERROR_STREAMING;
    } else {
        error = carry_out(&asked);
    }
    if (error != 0) {
        hl_refuse(clip, request, error, asked.detail);
    }
}
