#include "holdline_codec.h"

#define PIECE_TOO_LONG (HL_MAX_ENCODED_BYTES + 1u)

struct known {
    uint8_t type;
    uint8_t flags_from; /* The flags in bits 1..0, who sends it above. */
    uint8_t fixed;
    uint8_t tail;
};

#define KNOWN(type, flags, host, clip, stored, fixed, tail) \
    {type, (flags) | (host) * HL_FROM_HOST << 2 | (clip) * HL_FROM_CLIP << 2, fixed, tail},
static const struct known KNOWN_MESSAGES[] = {HL_KNOWN_MESSAGES(KNOWN)};

#define CRC_POLYNOMIAL_REFLECTED 0x82F63B78u

/* Bit by bit: at 115,200 baud less than 2 % of a Cortex-M3 at 50 MHz, and no table. */
uint32_t hl_crc32c_add(uint32_t crc, const uint8_t *from, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        crc ^= from[i];
        for (int bit = 0; bit < 8; bit++) {
            crc = crc >> 1 ^ (CRC_POLYNOMIAL_REFLECTED & (0u - (crc & 1u)));
        }
    }
    return crc;
}

uint32_t hl_crc32c(const uint8_t *from, size_t bytes)
{
    return ~hl_crc32c_add(HL_CRC32C_BEGIN, from, bytes);
}

size_t hl_cobs_encode(const uint8_t *from, size_t bytes, uint8_t *to)
{
    size_t code_at = 0;
    size_t out = 1;
    bool open = true;
    for (size_t i = 0; i < bytes; i++) {
        if (!open) {
            code_at = out++;
            open = true;
        }
        uint8_t byte = from[i];
        if (byte == 0) {
            to[code_at] = (uint8_t)(out - code_at);
            code_at = out++;
        } else {
            to[out++] = byte;
            /* A full block stands for no zero, and where it ends the message nothing follows. */
            if (out - code_at == 0xFFu) {
                to[code_at] = 0xFFu;
                open = false;
            }
        }
    }
    if (open) {
        to[code_at] = (uint8_t)(out - code_at);
    }
    return out;
}

size_t hl_cobs_decode(uint8_t *at, size_t bytes)
{
    size_t in = 0;
    size_t out = 0;
    uint8_t before = 0;
    while (in < bytes) {
        uint8_t code = at[in++];
        if (code == 0 || (size_t)(code - 1) > bytes - in) {
            return HL_COBS_BAD;
        }
        if (in > 1 && before != 0xFFu) {
            at[out++] = 0;
        }
        if (before == 0xFFu && code == 1 && in == bytes) {
            return HL_COBS_BAD;
        }
        for (uint8_t i = 1; i < code; i++) {
            if (at[in] == 0) {
                return HL_COBS_BAD;
            }
            at[out++] = at[in++];
        }
        before = code;
    }
    return bytes == 0 ? HL_COBS_BAD : out;
}

void hl_reader_start(struct hl_reader *reader, uint8_t from)
{
    for (size_t i = 0; i < HL_RX_COUNTERS; i++) {
        reader->count[i] = 0;
    }
    reader->from = from;
    hl_reader_reopen(reader);
}

void hl_reader_reopen(struct hl_reader *reader)
{
    reader->used = 0;
    reader->compares = false;
    reader->version = HL_VERSION_NONE;
}

static bool is_greeting(uint8_t type)
{
    return type == HL_TYPE_HELLO || type == HL_TYPE_ERROR;
}

static bool version_fits(const struct hl_reader *reader, uint8_t type, uint8_t version)
{
    if (is_greeting(type)) {
        return version == 0;
    }
    if (reader->version != HL_VERSION_NONE) {
        return version == reader->version;
    }
    return (uint8_t)(version - HL_VERSION_MIN) <= HL_VERSION_MAX - HL_VERSION_MIN;
}

static const struct known *find(uint8_t type, uint8_t flags)
{
    for (size_t i = 0; i < sizeof KNOWN_MESSAGES / sizeof KNOWN_MESSAGES[0]; i++) {
        if (KNOWN_MESSAGES[i].type == type && (KNOWN_MESSAGES[i].flags_from & 3u) == flags) {
            return &KNOWN_MESSAGES[i];
        }
    }
    return NULL;
}

static bool payload_fits(const struct known *known, const struct hl_frame *frame)
{
    if (frame->bytes < known->fixed) {
        return false;
    }
    if (known->tail == 0) {
        return true; /* What is longer comes from a later version. */
    }
    unsigned tail = (unsigned)frame->bytes - known->fixed;
    if (frame->type == HL_TYPE_IMU_BATCH) {
        const uint8_t *payload = frame->payload;
        unsigned sample = (payload[HL_IMU_BATCH_EVENT_FLAGS_AT] & HL_BATCH_DUAL) != 0 ? 2u * HL_IMU_BYTES : HL_IMU_BYTES;
        unsigned samples = payload[HL_IMU_BATCH_EVENT_COUNT_AT] * sample;
        return samples == tail && tail != 0 && tail <= known->tail;
    }
    return tail <= known->tail;
}

/* The counter to raise: HL_RX_FRAMES, or the first test that fails. */
static enum hl_counter examine(struct hl_reader *reader, size_t encoded, struct hl_frame *frame)
{
    uint8_t *piece = reader->piece;
    size_t bytes = hl_cobs_decode(piece, encoded);
    if (bytes == HL_COBS_BAD) {
        return HL_RX_COBS;
    }
    if (bytes < HL_MIN_FRAME_BYTES) {
        return HL_RX_SHORT;
    }
    frame->bytes = hl_get_u16(piece + HL_LENGTH_AT);
    if (frame->bytes != bytes - HL_MIN_FRAME_BYTES) {
        return HL_RX_LENGTH;
    }
    if (hl_crc32c(piece, bytes - HL_CRC_BYTES) != hl_get_u32(piece + bytes - HL_CRC_BYTES)) {
        return HL_RX_CRC;
    }
    frame->type = piece[HL_TYPE_AT];
    frame->flags = piece[HL_VERSION_FLAGS_AT] & 15u;
    frame->seq = hl_get_u16(piece + HL_SEQ_AT);
    frame->payload = piece + HL_HEADER_BYTES;
    if (!version_fits(reader, frame->type, piece[HL_VERSION_FLAGS_AT] >> 4)) {
        return HL_RX_VERSION;
    }
    if (frame->flags > HL_FLAG_RESPONSE) {
        return HL_RX_FLAGS;
    }
    const struct known *known = find(frame->type, frame->flags);
    if (known == NULL) {
        return HL_RX_UNKNOWN;
    }
    if ((known->flags_from >> 2 & reader->from) == 0) {
        return HL_RX_DIRECTION;
    }
    return payload_fits(known, frame) ? HL_RX_FRAMES : HL_RX_PAYLOAD;
}

static void compare_seq(struct hl_reader *reader, const struct hl_frame *frame)
{
    uint16_t ahead = (uint16_t)(frame->seq - reader->next_seq);
    if (!reader->compares || frame->type == HL_TYPE_HELLO) {
        reader->compares = true;
    } else if (ahead < 0x8000u) {
        reader->count[HL_RX_SEQ_LOST] += ahead;
    } else {
        reader->count[HL_RX_SEQ_REPEATED]++;
        return;
    }
    reader->next_seq = (uint16_t)(frame->seq + 1u);
}

static enum hl_heard finish_piece(struct hl_reader *reader, size_t encoded, struct hl_frame *frame)
{
    enum hl_counter outcome = examine(reader, encoded, frame);
    reader->count[outcome]++;
    if (outcome != HL_RX_FRAMES && outcome != HL_RX_UNKNOWN && outcome != HL_RX_PAYLOAD) {
        return HL_HEARD_NOTHING;
    }
    compare_seq(reader, frame);
    if (outcome == HL_RX_FRAMES) {
        return HL_HEARD_FRAME;
    }
    if (frame->flags != HL_FLAG_REQUEST) {
        return HL_HEARD_NOTHING;
    }
    return outcome == HL_RX_UNKNOWN ? HL_HEARD_UNKNOWN : HL_HEARD_PAYLOAD;
}

enum hl_heard hl_reader_put(struct hl_reader *reader, uint8_t byte, struct hl_frame *frame)
{
    reader->count[HL_RX_BYTES]++;
    if (byte != 0) {
        if (reader->used < HL_MAX_ENCODED_BYTES) {
            reader->piece[reader->used++] = byte;
        } else if (reader->used < PIECE_TOO_LONG) {
            reader->used++;
            reader->count[HL_RX_OVERSIZE]++;
        }
        return HL_HEARD_NOTHING;
    }
    uint16_t used = reader->used;
    reader->used = 0;
    if (used == 0 || used == PIECE_TOO_LONG) {
        return HL_HEARD_NOTHING;
    }
    return finish_piece(reader, used, frame);
}

size_t hl_frame_close(uint8_t *at, uint8_t version, uint8_t type, uint8_t flags, uint16_t seq, size_t payload)
{
    uint8_t *frame = at + 1;
    frame[HL_VERSION_FLAGS_AT] = (uint8_t)((is_greeting(type) ? 0u : version) << 4 | flags);
    frame[HL_TYPE_AT] = type;
    hl_put_u16(frame + HL_SEQ_AT, seq);
    hl_put_u16(frame + HL_LENGTH_AT, (uint16_t)payload);
    size_t bytes = HL_HEADER_BYTES + payload;
    hl_put_u32(frame + bytes, hl_crc32c(frame, bytes));
    size_t encoded = hl_cobs_encode(frame, bytes + HL_CRC_BYTES, at);
    at[encoded] = 0;
    return encoded + 1;
}
