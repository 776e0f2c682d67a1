#include "check.h"
#include "fake.h"
#include "fields.h"
#include "holdline_codec.h"
#include "suites.h"
#include "table.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define MOST 32768u

static struct table table;
static uint8_t bytes_a[MOST];
static uint8_t bytes_b[MOST];
static char hex[2 * MOST + 1];

static void open_or_fail(const char *file)
{
    if (!table_open(&table, file)) {
        fprintf(stderr, "%s/%s is missing\n", table_folder, file);
        exit(2);
    }
    check_place("%s", file);
}

void vectors_crc(void)
{
    open_or_fail("crc.tsv");
    while (table_next(&table)) {
        char actual[16];
        size_t bytes = hex_bytes(table.cell[1], bytes_a, MOST);
        snprintf(actual, sizeof actual, "%08lx", (unsigned long)hl_crc32c(bytes_a, bytes));
        check_text(table.cell[2], actual, table.cell[0]);
    }
    check_true(table.rows > 15, "%u rows", table.rows);
}

void vectors_cobs(void)
{
    open_or_fail("cobs.tsv");
    while (table_next(&table)) {
        size_t encoded = hex_bytes(table.cell[2], bytes_a, MOST);
        size_t decoded = hl_cobs_decode(bytes_a, encoded);
        if (strcmp(table.cell[1], "refused") == 0) {
            check_true(decoded == HL_COBS_BAD, "not refused: %s", table.cell[2]);
            continue;
        }
        size_t bytes = hex_bytes(table.cell[1], bytes_b, MOST);
        check_true(decoded == bytes && memcmp(bytes_a, bytes_b, bytes) == 0, "decoded %s", table.cell[2]);
        size_t again = hl_cobs_encode(bytes_b, bytes, bytes_a);
        hex_text(bytes_a, again, hex);
        check_text(table.cell[2], hex, "encoded");
        if (bytes <= HL_MAX_FRAME_BYTES) {
            memmove(bytes_b + 1, bytes_b, bytes);
            again = hl_cobs_encode(bytes_b + 1, bytes, bytes_b);
            hex_text(bytes_b, again, hex);
            check_text(table.cell[2], hex, "encoded in place");
        }
    }
    check_true(table.rows > 70, "%u rows", table.rows);
}

static const struct field *field(const char *message, const char *name)
{
    for (size_t i = 0; i < sizeof FIELDS / sizeof FIELDS[0]; i++) {
        if (strcmp(FIELDS[i].message, message) == 0 && strcmp(FIELDS[i].name, name) == 0) {
            return &FIELDS[i];
        }
    }
    return NULL;
}

static long long number(const uint8_t *at, int width)
{
    switch (width) {
    case 1:
        return hl_get_u8(at);
    case 2:
        return hl_get_u16(at);
    case -2:
        return hl_get_i16(at);
    default:
        return hl_get_u32(at);
    }
}

static void check_samples(const struct hl_frame *frame, char *values)
{
    unsigned at = HL_IMU_BATCH_EVENT_SAMPLES_AT;
    for (char *value = strtok(values, ","); value != NULL; value = strtok(NULL, ",")) {
        check_true(at + 2 <= frame->bytes && hl_get_i16(frame->payload + at) == strtol(value, NULL, 10),
                "sample at %u is not %s", at, value);
        at += 2;
    }
    check_equal(frame->bytes, at, "samples end");
}

static void check_field(const struct hl_frame *frame, const char *message, const char *name, char *value)
{
    if (strcmp(name, "samples") == 0) {
        check_samples(frame, value);
        return;
    }
    if (strcmp(name, "text") == 0) {
        size_t text = hex_bytes(value, bytes_b, MOST);
        check_true(text <= frame->bytes && memcmp(frame->payload + 8, bytes_b, text) == 0, "text");
        check_equal(frame->bytes, 8 + text, "text ends");
        return;
    }
    const struct field *known = field(message, name);
    if (known == NULL) {
        check_true(false, "unknown field %s", name);
    } else if (known->width == FIELD_TEXT) {
        check_true(strncmp(value, (const char *)frame->payload + known->at, FIELD_TEXT) == 0, "%s", name);
    } else if (known->width >= FIELD_BYTES) {
        size_t expected = hex_bytes(value, bytes_b, MOST);
        size_t bytes = known->width == FIELD_REST ? (size_t)frame->bytes - known->at : (size_t)known->width;
        check_true(bytes == expected && memcmp(frame->payload + known->at, bytes_b, bytes) == 0, "%s", name);
    } else {
        check_true(number(frame->payload + known->at, known->width) == strtoll(value, NULL, 10), "%s is not %s", name, value);
    }
}

static void check_fields(const struct hl_frame *frame, char *message, char *fields)
{
    for (char *c = message; *c != 0; c++) {
        *c = *c == ' ' ? '_' : (char)toupper((unsigned char)*c);
    }
    char *behind = strstr(fields, " + ");
    if (behind != NULL) {
        *behind = 0;
    }
    char *next;
    for (char *word = fields; word != NULL && *word != 0; word = next) {
        next = strchr(word, ' ');
        if (next != NULL) {
            *next++ = 0;
        }
        char *value = strchr(word, '=');
        *value++ = 0;
        check_field(frame, message, word, value);
    }
}

void vectors_frames(void)
{
    open_or_fail("frames.tsv");
    while (table_next(&table)) {
        check_place("frames.tsv: %s seq=%s", table.cell[0], table.cell[2]);
        struct hl_reader reader;
        struct hl_frame frame = {0};
        enum hl_heard heard = HL_HEARD_NOTHING;
        hl_reader_start(&reader, strcmp(table.cell[1], "host") == 0 ? HL_FROM_HOST : HL_FROM_CLIP);
        size_t wire = hex_bytes(table.cell[4], bytes_a, MOST);
        for (size_t i = 0; i < wire; i++) {
            check_true(heard == HL_HEARD_NOTHING, "heard too early");
            heard = hl_reader_put(&reader, bytes_a[i], &frame);
        }
        check_equal(HL_HEARD_FRAME, heard, "heard");
        check_equal(strtoull(table.cell[2], NULL, 10), frame.seq, "seq");
        memcpy(bytes_b + HL_PAYLOAD_AT, frame.payload, frame.bytes);
        size_t again = hl_frame_close(bytes_b, HL_VERSION_MAX, frame.type, frame.flags, frame.seq, frame.bytes);
        check_true(again == wire && memcmp(bytes_a, bytes_b, wire) == 0, "written otherwise");
        check_fields(&frame, table.cell[0], table.cell[3]);
    }
    check_true(table.rows > 70, "%u rows", table.rows);
}

static const char *const COUNTERS[HL_RX_COUNTERS] = {"bytes", "frames", "oversize", "cobs", "short", "length", "crc",
    "version", "flags", "unknown", "direction", "payload", "seq_lost", "seq_repeated"};

static void print_counters(const struct hl_reader *reader, char *to)
{
    const char *gap = "";
    *to = 0;
    for (unsigned i = 0; i < HL_RX_COUNTERS; i++) {
        if (reader->count[i] != 0) {
            to += sprintf(to, "%s%s=%lu", gap, COUNTERS[i], (unsigned long)reader->count[i]);
            gap = " ";
        }
    }
}

void vectors_streams(const char *file)
{
    static char delivered[MOST];
    open_or_fail(file);
    while (table_next(&table)) {
        check_place("%s: %s", file, table.cell[1]);
        struct hl_reader reader;
        struct hl_frame frame;
        char counted[512];
        char *end = delivered;
        strcpy(delivered, "-");
        hl_reader_start(&reader, strcmp(table.cell[0], "host") == 0 ? HL_FROM_HOST : HL_FROM_CLIP);
        size_t wire = hex_bytes(table.cell[2], bytes_a, MOST);
        for (size_t i = 0; i < wire; i++) {
            enum hl_heard heard = hl_reader_put(&reader, bytes_a[i], &frame);
            if (heard == HL_HEARD_NOTHING) {
                continue;
            }
            end += sprintf(end, "%s", end == delivered ? "" : " ");
            if (heard == HL_HEARD_FRAME) {
                end += sprintf(end, "%u.%u.%u", frame.type, frame.flags, frame.seq);
            } else {
                unsigned code = heard == HL_HEARD_UNKNOWN ? HL_ERROR_UNKNOWN_TYPE : HL_ERROR_PAYLOAD;
                end += sprintf(end, "!%u.%u", code, frame.bytes < 2 ? 0u : hl_get_u16(frame.payload));
            }
        }
        print_counters(&reader, counted);
        check_text(table.cell[3], counted, "counted");
        check_text(table.cell[4], delivered, "delivered");
    }
    check_true(table.rows > 30, "%u rows", table.rows);
}

/* Bytes of an image as images.tsv writes it down: whole, cut or with a bit flipped. */
static size_t image_bytes(const char *text, const uint8_t *base, size_t base_bytes, uint8_t *to)
{
    const char *number = strpbrk(text, "<^");
    if (number == NULL) {
        return hex_bytes(text, to, MOST);
    }
    unsigned long n = strtoul(number + 1, NULL, 10);
    memcpy(to, base, base_bytes);
    if (*number == '<') {
        return n;
    }
    to[n / 8] ^= (uint8_t)(1u << n % 8);
    return base_bytes;
}

static unsigned long long named(const char *fields, const char *name)
{
    const char *at = strstr(fields, name);
    return at == NULL ? 0 : strtoull(at + strlen(name), NULL, 10);
}

void vectors_images(void)
{
    static const char *const FAULTS[] = {"NONE", "MAGIC", "LAYOUT", "LENGTH", "HEADER_CRC", "BODY_CRC", "RECORD",
        "CRITICAL", "REPEATED", "MISSING", "RANGE", "RESERVED", "SERIAL"};
    static uint8_t base[HL_IMAGE_MAX_BYTES];
    size_t base_bytes = 0;
    open_or_fail("images.tsv");
    while (table_next(&table)) {
        check_place("images.tsv: %s", table.cell[0]);
        struct hl_image image;
        fake_reset(0);
        size_t bytes = image_bytes(table.cell[1], base, base_bytes, bytes_a);
        if (base_bytes == 0) {
            memcpy(base, bytes_a, bytes);
            base_bytes = bytes;
        }
        memcpy(fake.store + HL_SLOT_IMAGE_AT, bytes_a, bytes);
        check_true(hl_image_check(HL_SLOT_IMAGE_AT, (uint16_t)bytes, NULL, &image), "not read");
        check_text(table.cell[2], FAULTS[image.fault], "fault");
        check_equal(strtoull(table.cell[3], NULL, 10), image.fault_at, "offset");
        check_equal(named(table.cell[4], "generation="), image.generation, "generation");
        check_equal(named(table.cell[4], " crc="), image.crc, "crc");
        check_equal(named(table.cell[4], " header_crc="), image.header_crc, "header_crc");
        check_equal(image.fault == HL_FAULT_NONE ? bytes : 0, image.bytes, "bytes");
    }
    check_true(table.rows > 1500, "%u rows", table.rows);
}
