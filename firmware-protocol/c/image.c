#include "holdline_profile.h"

#include "holdline_parts.h"

#define RECORDS 5u
#define SENSORS 2u
#define ORDER(type) ((type) & ~HL_IMAGE_CRITICAL)

struct record {
    uint16_t type;
    uint8_t per_sensor;
    uint8_t bytes;
};

struct bounds {
    int32_t lowest;
    uint32_t span; /* From the lowest value to the highest. */
};

#define SIGNED 0x10u
#define RESERVED 0x20u
#define WIDTH 0x0Fu

#define RECORD(type, per_sensor, bytes) {type, per_sensor, bytes},
static const struct record RECORD_TABLE[RECORDS] = {HL_IMAGE_RECORDS(RECORD)};

/* The numbers of all records one behind the other: they leave no holes, so that their offsets need not be kept. */
#define BOUNDS(record, at, bytes, is_signed, reserved, lowest, highest) {lowest, (uint32_t)((highest) - (lowest))},
static const struct bounds CELL_BOUNDS[] = {HL_IMAGE_CELLS(BOUNDS)};

#define HOW(record, at, bytes, is_signed, reserved, lowest, highest) (bytes) | (is_signed) * SIGNED | (reserved) * RESERVED,
static const uint8_t CELL_HOW[] = {HL_IMAGE_CELLS(HOW)};

struct check {
    uint32_t base;
    struct hl_image *image;
    const uint8_t *serial;
    uint16_t end; /* Of the whole image. */
    uint8_t sensors;
    uint8_t count[RECORDS];
    uint16_t value_at[RECORDS][SENSORS];
    uint8_t bytes[HL_IMAGE_HEADER_BYTES]; /* The header, then one record after the other. */
};

static bool is_faulty(struct check *check, uint8_t fault, unsigned at)
{
    check->image->fault = fault;
    check->image->fault_at = (uint16_t)at;
    return false;
}

static bool read(struct check *check, unsigned at, size_t bytes)
{
    return hl_port_store_read(check->base + at, check->bytes, bytes);
}

static bool is_fit(uint8_t c, uint8_t fault)
{
    if (fault == HL_FAULT_SERIAL) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
    return c >= 0x20u && c < 0x7Fu && c != '"' && c != '\\';
}

/* ASCII filled up with zeros, at least one character, nothing behind the first zero. */
static bool text(struct check *check, unsigned at, unsigned end, uint8_t fault)
{
    bool ended = false;
    for (unsigned i = at; i < end; i++) {
        uint8_t c = check->bytes[i];
        ended = ended || (i > at && c == 0);
        if (ended ? c != 0 : !is_fit(c, fault)) {
            return is_faulty(check, fault, i);
        }
    }
    return true;
}

static bool header(struct check *check)
{
    const uint8_t *bytes = check->bytes;
    if (hl_get_u32(bytes + HL_IMAGE_HEADER_MAGIC_AT) != HL_IMAGE_MAGIC) {
        return is_faulty(check, HL_FAULT_MAGIC, HL_IMAGE_HEADER_MAGIC_AT);
    }
    if (hl_get_u32(bytes + HL_IMAGE_HEADER_HEADER_CRC_AT) != hl_crc32c(bytes, HL_IMAGE_HEADER_HEADER_CRC_AT)) {
        return is_faulty(check, HL_FAULT_HEADER_CRC, HL_IMAGE_HEADER_HEADER_CRC_AT);
    }
    if (bytes[HL_IMAGE_HEADER_LAYOUT_AT] != HL_IMAGE_LAYOUT) {
        return is_faulty(check, HL_FAULT_LAYOUT, HL_IMAGE_HEADER_LAYOUT_AT);
    }
    if (bytes[HL_IMAGE_HEADER_HEADER_BYTES_AT] != HL_IMAGE_HEADER_BYTES) {
        return is_faulty(check, HL_FAULT_LENGTH, HL_IMAGE_HEADER_HEADER_BYTES_AT);
    }
    unsigned body = hl_get_u16(bytes + HL_IMAGE_HEADER_BODY_BYTES_AT);
    if (body < 1 || body > HL_IMAGE_MAX_BYTES - HL_IMAGE_HEADER_BYTES) {
        return is_faulty(check, HL_FAULT_LENGTH, HL_IMAGE_HEADER_BODY_BYTES_AT);
    }
    uint32_t generation = hl_get_u32(bytes + HL_IMAGE_HEADER_GENERATION_AT);
    if (generation < 1 || generation > HL_IMAGE_MAX_GENERATION) {
        return is_faulty(check, HL_FAULT_RANGE, HL_IMAGE_HEADER_GENERATION_AT);
    }
    for (unsigned at = HL_IMAGE_HEADER_RESERVED_AT; at < HL_IMAGE_HEADER_HEADER_CRC_AT; at++) {
        if (bytes[at] != 0) {
            return is_faulty(check, HL_FAULT_RESERVED, at);
        }
    }
    check->end = (uint16_t)(HL_IMAGE_HEADER_BYTES + body);
    check->image->generation = generation;
    check->image->crc = hl_get_u32(bytes + HL_IMAGE_HEADER_BODY_CRC_AT);
    check->image->header_crc = hl_get_u32(bytes + HL_IMAGE_HEADER_HEADER_CRC_AT);
    return text(check, HL_IMAGE_HEADER_SERIAL_AT, HL_IMAGE_HEADER_CREATED_S_AT, HL_FAULT_SERIAL)
        && text(check, HL_IMAGE_HEADER_TOOL_AT, HL_IMAGE_HEADER_BODY_CRC_AT, HL_FAULT_RANGE);
}

static bool body_crc(struct check *check)
{
    uint32_t crc = HL_CRC32C_BEGIN;
    for (unsigned at = HL_IMAGE_HEADER_BYTES; at < check->end; at += sizeof check->bytes) {
        size_t bytes = (size_t)check->end - at < sizeof check->bytes ? (size_t)check->end - at : sizeof check->bytes;
        if (!read(check, at, bytes)) {
            return false;
        }
        crc = hl_crc32c_add(crc, check->bytes, bytes);
    }
    return ~crc == check->image->crc || is_faulty(check, HL_FAULT_BODY_CRC, HL_IMAGE_HEADER_BODY_CRC_AT);
}

static uint32_t number(const uint8_t *from, unsigned how)
{
    switch (how & (WIDTH | SIGNED)) {
    case 1:
        return from[0];
    case 2:
        return hl_get_u16(from);
    case 2 | SIGNED:
        return (uint32_t)hl_get_i16(from);
    default:
        return hl_get_u32(from);
    }
}

/* Codes that are not a whole row of numbers; all others are. */
static bool is_no_part(unsigned record, unsigned at, uint32_t part)
{
    return record + 1 == ORDER(HL_IMAGE_SENSOR) && at == HL_IMAGE_SENSOR_PART_AT && part > HL_IMU_MPU6050
        && part != HL_IMU_OTHER;
}

static bool cells(struct check *check, unsigned record, unsigned value)
{
    unsigned i = 0;
    for (unsigned before = 0; before < record; before++) {
        for (unsigned at = 0; at < RECORD_TABLE[before].bytes; i++) {
            at += CELL_HOW[i] & WIDTH;
        }
    }
    for (unsigned at = 0; at < RECORD_TABLE[record].bytes; i++) {
        uint32_t given = number(check->bytes + at, CELL_HOW[i]);
        /* Modulo 2^32, so that one comparison holds for signed and unsigned ones. */
        if (given - (uint32_t)CELL_BOUNDS[i].lowest > CELL_BOUNDS[i].span || is_no_part(record, at, given)) {
            return is_faulty(check, (CELL_HOW[i] & RESERVED) != 0 ? HL_FAULT_RESERVED : HL_FAULT_RANGE, value + at);
        }
        at += CELL_HOW[i] & WIDTH;
    }
    return true;
}

static bool take(struct check *check, unsigned record, unsigned value, unsigned bytes)
{
    const struct record *known = &RECORD_TABLE[record];
    if (bytes != known->bytes) {
        return is_faulty(check, HL_FAULT_RECORD, value - 2);
    }
    if (!read(check, value, bytes) || !cells(check, record, value)) {
        return false;
    }
    unsigned sensor = known->per_sensor ? check->bytes[0] : 0;
    if (check->count[record] != sensor) {
        return is_faulty(check, check->count[record] > sensor ? HL_FAULT_REPEATED : HL_FAULT_MISSING, value);
    }
    check->value_at[record][sensor] = (uint16_t)value;
    check->count[record]++;
    if (known->type == HL_IMAGE_HARDWARE) {
        check->sensors = check->bytes[HL_IMAGE_HARDWARE_SENSORS_AT];
    }
    return true;
}

static bool walk(struct check *check)
{
    unsigned at = HL_IMAGE_HEADER_BYTES;
    unsigned last = 0;
    while (at < check->end) {
        unsigned left = check->end - at;
        if (left < HL_IMAGE_RECORD_BYTES) {
            return is_faulty(check, HL_FAULT_RECORD, at);
        }
        if (!read(check, at, HL_IMAGE_RECORD_BYTES)) {
            return false;
        }
        unsigned type = hl_get_u16(check->bytes);
        unsigned bytes = hl_get_u16(check->bytes + 2);
        if (left - HL_IMAGE_RECORD_BYTES < bytes) {
            return is_faulty(check, HL_FAULT_RECORD, at + 2);
        }
        unsigned order = ORDER(type);
        if (order < last) {
            return is_faulty(check, HL_FAULT_RECORD, at);
        }
        last = order;
        if (order >= 1 && order <= RECORDS && RECORD_TABLE[order - 1].type == type) {
            if (!take(check, order - 1, at + HL_IMAGE_RECORD_BYTES, bytes)) {
                return false;
            }
        } else if ((type & HL_IMAGE_CRITICAL) != 0) {
            return is_faulty(check, HL_FAULT_CRITICAL, at);
        }
        at += HL_IMAGE_RECORD_BYTES + bytes;
    }
    return true;
}

static bool presence(struct check *check)
{
    if (check->sensors == 0) {
        return is_faulty(check, HL_FAULT_MISSING, check->end);
    }
    for (unsigned record = 0; record < RECORDS; record++) {
        if (!RECORD_TABLE[record].per_sensor) {
            continue;
        }
        if (check->count[record] < check->sensors) {
            return is_faulty(check, HL_FAULT_MISSING, check->end);
        }
        if (check->count[record] > check->sensors) {
            return is_faulty(check, HL_FAULT_RANGE, check->value_at[0][0] + HL_IMAGE_HARDWARE_SENSORS_AT);
        }
    }
    return true;
}

static bool gyro(struct check *check, unsigned value)
{
    int16_t at = hl_get_i16(check->bytes + HL_IMAGE_GYRO_AT_CDEG_AT);
    int16_t from = hl_get_i16(check->bytes + HL_IMAGE_GYRO_FROM_CDEG_AT);
    int16_t to = hl_get_i16(check->bytes + HL_IMAGE_GYRO_TO_CDEG_AT);
    bool known = check->bytes[HL_IMAGE_GYRO_SLOPE_KNOWN_AT] == 1;
    if (from > at || at > to) {
        return is_faulty(check, HL_FAULT_RANGE, value + HL_IMAGE_GYRO_AT_CDEG_AT);
    }
    if (known) {
        return to - from >= (int)HL_IMAGE_MIN_SLOPE_SPAN_CDEG
            || is_faulty(check, HL_FAULT_RANGE, value + HL_IMAGE_GYRO_SLOPE_KNOWN_AT);
    }
    for (unsigned slope = HL_IMAGE_GYRO_SLOPE_X_UDPS_PER_K_AT; slope < HL_IMAGE_GYRO_NOISE_UDPS_AT; slope += 4) {
        if (hl_get_u32(check->bytes + slope) != 0) {
            return is_faulty(check, HL_FAULT_RANGE, value + slope);
        }
    }
    return true;
}

/* What each value allows alone may contradict another. */
static bool together(struct check *check)
{
    for (unsigned sensor = 0; sensor < check->sensors; sensor++) {
        unsigned value = check->value_at[ORDER(HL_IMAGE_ACCEL) - 1][sensor];
        if (!read(check, value, HL_IMAGE_ACCEL_BYTES)) {
            return false;
        }
        if (hl_get_u32(check->bytes + HL_IMAGE_ACCEL_RESIDUAL_RMS_UG_AT)
            > hl_get_u32(check->bytes + HL_IMAGE_ACCEL_RESIDUAL_MAX_UG_AT)) {
            return is_faulty(check, HL_FAULT_RANGE, value + HL_IMAGE_ACCEL_RESIDUAL_RMS_UG_AT);
        }
    }
    for (unsigned sensor = 0; sensor < check->sensors; sensor++) {
        unsigned value = check->value_at[ORDER(HL_IMAGE_GYRO) - 1][sensor];
        if (!read(check, value, HL_IMAGE_GYRO_BYTES) || !gyro(check, value)) {
            return false;
        }
    }
    return true;
}

static bool is_valid(struct check *check, uint16_t bytes)
{
    if (bytes < HL_IMAGE_HEADER_BYTES) {
        return is_faulty(check, HL_FAULT_LENGTH, bytes);
    }
    if (!read(check, 0, HL_IMAGE_HEADER_BYTES) || !header(check)) {
        return false;
    }
    if (bytes != HL_IMAGE_OWN_BYTES && bytes != check->end) {
        return is_faulty(check, HL_FAULT_LENGTH, HL_IMAGE_HEADER_BODY_BYTES_AT);
    }
    bool foreign = check->serial != NULL && !hl_is_same(check->bytes + HL_IMAGE_HEADER_SERIAL_AT, check->serial, HL_SERIAL_BYTES);
    return body_crc(check) && walk(check) && presence(check) && together(check)
        && (!foreign || is_faulty(check, HL_FAULT_SERIAL, HL_IMAGE_HEADER_SERIAL_AT));
}

bool hl_image_check(uint32_t at, uint16_t bytes, const uint8_t *serial, struct hl_image *image)
{
    struct check check;
    check.base = at;
    check.image = image;
    check.serial = serial;
    check.sensors = 0;
    for (unsigned i = 0; i < RECORDS; i++) {
        check.count[i] = 0;
    }
    image->fault = HL_FAULT_NONE;
    image->fault_at = 0;
    if (is_valid(&check, bytes)) {
        image->bytes = check.end;
        return true;
    }
    image->bytes = 0;
    image->generation = 0;
    image->crc = 0;
    image->header_crc = 0;
    return image->fault != HL_FAULT_NONE;
}
