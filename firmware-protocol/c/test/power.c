/* The supply cut while a profile is written: at every byte, whatever the unit being written holds afterwards, and again at
 * every byte while the write is repeated. A start must find exactly the old profile or exactly the new one. */
#include "check.h"
#include "fake.h"
#include "holdline_parts.h"
#include "suites.h"

#include <stdio.h>
#include <string.h>

#define STEP 7u /* Of the second cuts in the short form; no factor of a unit. */

static const uint8_t SERIAL[HL_SERIAL_BYTES] = "HLTEST000001";

static const char *const TORN[] = {"old", "new", "random", "FF"};

struct power_image {
    uint16_t bytes;
    uint8_t of[HL_IMAGE_MAX_BYTES];
};

static struct power_image images[4]; /* By generation, from 1 on. */

static uint16_t add_record(uint8_t *to, uint16_t at, uint16_t type, uint8_t bytes)
{
    hl_put_u16(to + at, type);
    hl_put_u16(to + at + 2, bytes);
    return (uint16_t)(at + HL_IMAGE_RECORD_BYTES);
}

static void make_image(struct power_image *image, uint32_t generation)
{
    uint8_t *to = image->of;
    memset(image, 0, sizeof *image);
    uint16_t at = add_record(to, HL_IMAGE_HEADER_BYTES, HL_IMAGE_HARDWARE, HL_IMAGE_HARDWARE_BYTES);
    to[at] = (uint8_t)generation;
    to[at + HL_IMAGE_HARDWARE_SENSORS_AT] = 1;
    at = add_record(to, (uint16_t)(at + HL_IMAGE_HARDWARE_BYTES), HL_IMAGE_SENSOR, HL_IMAGE_SENSOR_BYTES);
    to[at + HL_IMAGE_SENSOR_PART_AT] = HL_IMU_ICM42688P;
    at = add_record(to, (uint16_t)(at + HL_IMAGE_SENSOR_BYTES), HL_IMAGE_ACCEL, HL_IMAGE_ACCEL_BYTES);
    to[at + HL_IMAGE_ACCEL_FACES_AT] = 6;
    for (unsigned axis = 0; axis < 3; axis++) {
        hl_put_u32(to + at + HL_IMAGE_ACCEL_MATRIX_XX_PPM_AT + 16u * axis, 1000000u + generation);
    }
    at = add_record(to, (uint16_t)(at + HL_IMAGE_ACCEL_BYTES), HL_IMAGE_GYRO, HL_IMAGE_GYRO_BYTES);
    hl_put_u32(to + at + HL_IMAGE_GYRO_BIAS_X_UDPS_AT, 100u * generation);
    image->bytes = (uint16_t)(at + HL_IMAGE_GYRO_BYTES);
    hl_put_u32(to + HL_IMAGE_HEADER_MAGIC_AT, HL_IMAGE_MAGIC);
    to[HL_IMAGE_HEADER_LAYOUT_AT] = HL_IMAGE_LAYOUT;
    to[HL_IMAGE_HEADER_HEADER_BYTES_AT] = HL_IMAGE_HEADER_BYTES;
    hl_put_u16(to + HL_IMAGE_HEADER_BODY_BYTES_AT, (uint16_t)(image->bytes - HL_IMAGE_HEADER_BYTES));
    hl_put_u32(to + HL_IMAGE_HEADER_GENERATION_AT, generation);
    memcpy(to + HL_IMAGE_HEADER_SERIAL_AT, SERIAL, sizeof SERIAL);
    to[HL_IMAGE_HEADER_TOOL_AT] = 'x';
    hl_put_u32(to + HL_IMAGE_HEADER_BODY_CRC_AT,
            hl_crc32c(to + HL_IMAGE_HEADER_BYTES, (size_t)image->bytes - HL_IMAGE_HEADER_BYTES));
    hl_put_u32(to + HL_IMAGE_HEADER_HEADER_CRC_AT, hl_crc32c(to, HL_IMAGE_HEADER_HEADER_CRC_AT));
}

/* The clip starts and has its window open: no host is needed to give it requests. */
static struct hl_clip clip;

static void start(void)
{
    fake.cut = false;
    hl_clip_start(&clip, 1, HL_RESET_POWER);
    hl_calibration_open_window(&clip, hl_port_now_us());
}

static void request(uint8_t type, const uint8_t *payload, size_t bytes)
{
    struct hl_frame frame = {payload, (uint16_t)bytes, 0, type, HL_FLAG_REQUEST};
    hl_calibration_request(&clip, &frame, hl_port_now_us());
    hl_out_clear(&clip);
}

/* What a host asks for, one after the other; a clip that lost its supply does nothing of it. */
static void write_image(const struct power_image *image)
{
    uint8_t payload[HL_CAL_BEGIN_REQUEST_BYTES + HL_CAL_MAX_DATA_BYTES] = {1, 0};
    const uint8_t force = hl_store_active(clip.calibration.slots);
    hl_cal_begin_request_set_image_bytes(payload, image->bytes);
    hl_cal_begin_request_set_generation(payload, hl_get_u32(image->of + HL_IMAGE_HEADER_GENERATION_AT));
    hl_cal_begin_request_set_crc(payload, hl_get_u32(image->of + HL_IMAGE_HEADER_BODY_CRC_AT));
    hl_cal_begin_request_set_header_crc(payload, hl_get_u32(image->of + HL_IMAGE_HEADER_HEADER_CRC_AT));
    hl_cal_begin_request_set_expected_generation(payload, clip.calibration.slots[force & 1u].image.generation);
    hl_cal_begin_request_set_expected_crc(payload, clip.calibration.slots[force & 1u].image.crc);
    memcpy(payload + HL_CAL_BEGIN_REQUEST_SERIAL_AT, SERIAL, sizeof SERIAL);
    request(HL_TYPE_CAL_BEGIN, payload, HL_CAL_BEGIN_REQUEST_BYTES);
    for (uint16_t at = 0; at < image->bytes; at = (uint16_t)(at + HL_CAL_MAX_DATA_BYTES)) {
        unsigned bytes = image->bytes - at < (int)HL_CAL_MAX_DATA_BYTES ? (unsigned)(image->bytes - at) : HL_CAL_MAX_DATA_BYTES;
        hl_cal_write_request_set_offset(payload, at);
        memcpy(payload + HL_CAL_WRITE_REQUEST_DATA_AT, image->of + at, bytes);
        request(HL_TYPE_CAL_WRITE, payload, HL_CAL_WRITE_REQUEST_BYTES + bytes);
    }
    memset(payload + 2, 0, sizeof payload - 2);
    request(HL_TYPE_CAL_VERIFY, payload, HL_CAL_VERIFY_REQUEST_BYTES);
    request(HL_TYPE_CAL_COMMIT, payload, HL_CAL_COMMIT_REQUEST_BYTES);
    hl_cal_confirm_request_set_generation(payload, hl_get_u32(image->of + HL_IMAGE_HEADER_GENERATION_AT));
    hl_cal_confirm_request_set_crc(payload, hl_get_u32(image->of + HL_IMAGE_HEADER_BODY_CRC_AT));
    request(HL_TYPE_CAL_CONFIRM, payload, HL_CAL_CONFIRM_REQUEST_BYTES);
}

static void roll_back(uint32_t from, uint32_t to)
{
    uint8_t payload[HL_CAL_ROLLBACK_REQUEST_BYTES] = {1, 0};
    hl_cal_rollback_request_set_from_generation(payload, from);
    hl_cal_rollback_request_set_from_crc(payload, hl_get_u32(images[from].of + HL_IMAGE_HEADER_BODY_CRC_AT));
    hl_cal_rollback_request_set_to_generation(payload, to);
    hl_cal_rollback_request_set_to_crc(payload, hl_get_u32(images[to].of + HL_IMAGE_HEADER_BODY_CRC_AT));
    request(HL_TYPE_CAL_ROLLBACK, payload, sizeof payload);
}

/* Generation of the profile a start finds, all of it compared; 0: none, or another one. */
static uint32_t found(void)
{
    start();
    uint8_t slot = hl_store_active(clip.calibration.slots);
    if (slot == HL_NO_SLOT) {
        return 0;
    }
    const struct hl_image *image = &clip.calibration.slots[slot].image;
    const struct power_image *expected = &images[image->generation & 3u];
    bool whole = image->bytes == expected->bytes
        && memcmp(fake.store + slot * HL_SLOT_BYTES + HL_SLOT_IMAGE_AT, expected->of, image->bytes) == 0;
    return whole ? image->generation : 0;
}

static void cut_after(unsigned bytes, unsigned torn)
{
    fake.cut_after = bytes;
    fake.torn = (enum fake_torn)torn;
}

/* Bytes that one write takes. */
static unsigned length_of(const uint8_t *store, const struct power_image *image)
{
    memcpy(fake.store, store, sizeof fake.store);
    start();
    fake.written = 0;
    cut_after(0, 0);
    write_image(image);
    return fake.written;
}

static unsigned long cuts;
static unsigned long lost;

/* After a cut: what the start finds must be one of the two. */
static uint32_t judge(uint32_t old, uint32_t fresh)
{
    cuts++;
    uint32_t generation = found();
    lost += generation != old && generation != fresh ? 1u : 0u;
    return generation;
}

static void second_cuts(uint32_t held, unsigned torn, unsigned step)
{
    static uint8_t after[sizeof fake.store];
    const struct power_image *next = &images[held + 1];
    memcpy(after, fake.store, sizeof after);
    unsigned whole = length_of(after, next);
    for (unsigned cut = 1u + (unsigned)(cuts % step); cut <= whole; cut += step) {
        memcpy(fake.store, after, sizeof after);
        start();
        cut_after(cut, torn);
        write_image(next);
        judge(held, held + 1);
    }
    memcpy(fake.store, after, sizeof after);
    start();
    cut_after(0, 0);
    write_image(next);
    check_equal(held + 1, found(), "generation after the repeat");
}

static void cut_writes(const uint8_t *before, unsigned torn, unsigned step)
{
    unsigned seen[3] = {0, 0, 0};
    unsigned whole = length_of(before, &images[2]);
    for (unsigned cut = 1; cut <= whole; cut++) {
        memcpy(fake.store, before, sizeof fake.store);
        start();
        cut_after(cut, torn);
        write_image(&images[2]);
        uint32_t held = judge(1, 2);
        if (held != 0) {
            seen[held]++;
            second_cuts(held, torn, step);
        }
    }
    check_true(seen[1] > 0 && seen[2] > 0, "both ends were seen");
}

static void cut_rollbacks(const uint8_t *before, unsigned torn)
{
    static uint8_t both[sizeof fake.store];
    length_of(before, &images[2]);
    memcpy(both, fake.store, sizeof both);
    for (unsigned cut = 1; cut <= HL_IMAGE_UNIT_BYTES; cut++) {
        memcpy(fake.store, both, sizeof both);
        start();
        cut_after(cut, torn);
        roll_back(2, 1);
        judge(1, 2);
    }
    memcpy(fake.store, both, sizeof both);
    start();
    cut_after(0, 0);
    roll_back(2, 1);
    check_equal(1, found(), "generation after a rollback");
}

void power(bool all)
{
    static uint8_t before[sizeof fake.store];
    check_place("power cuts");
    fake_reset(0);
    fake.about.capabilities |= HL_CAPABILITY_PROFILE;
    fake.takes = 0;
    for (unsigned generation = 1; generation < 4; generation++) {
        make_image(&images[generation], generation);
    }
    memset(fake.store, 0xFF, sizeof fake.store);
    start();
    write_image(&images[1]);
    check_equal(1, found(), "generation at first");
    memcpy(before, fake.store, sizeof before);
    cuts = 0;
    lost = 0;
    for (unsigned torn = 0; torn < sizeof TORN / sizeof TORN[0]; torn++) {
        check_place("power cuts, torn unit %s", TORN[torn]);
        cut_writes(before, torn, all ? 1 : STEP);
        cut_rollbacks(before, torn);
        check_equal(0, lost, "profiles lost");
    }
    printf("power cuts     %7lu cuts   %5lu profiles lost\n", cuts, lost);
}
