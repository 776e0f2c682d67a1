/* Frames of the Holdline link: CRC-32C, COBS, reader and writer. No malloc, no floating point, no global state.
 * Meaning: firmware-protocol/README.md. */
#ifndef HOLDLINE_CODEC_H
#define HOLDLINE_CODEC_H

#include "holdline_protocol.h"

#include <stdbool.h>
#include <stddef.h>

#define HL_COBS_BAD ((size_t)-1)

/* Where the payload lies in a frame that is being written: behind the first COBS code and the header. */
#define HL_PAYLOAD_AT (1u + HL_HEADER_BYTES)

/* Bytes around a payload on the wire, without a leading zero: COBS code, header, CRC, closing zero. */
#define HL_WIRE_OVERHEAD (1u + HL_HEADER_BYTES + HL_CRC_BYTES + 1u)

uint32_t hl_crc32c(const uint8_t *from, size_t bytes);

/* The same piece by piece; the CRC is the complement of the last value. */
#define HL_CRC32C_BEGIN 0xFFFFFFFFu
uint32_t hl_crc32c_add(uint32_t crc, const uint8_t *from, size_t bytes);

/* Writes the one canonical encoding, without zeros around it, and returns its length: at most bytes + bytes / 254 + 1.
 * Source and target may overlap when from == to + 1 and bytes <= 254. */
size_t hl_cobs_encode(const uint8_t *from, size_t bytes, uint8_t *to);

/* Decodes in place and returns the length, or HL_COBS_BAD for anything but a canonical encoding. */
size_t hl_cobs_decode(uint8_t *at, size_t bytes);

/* Who sends what a reader listens to; bits. */
#define HL_FROM_HOST 1u
#define HL_FROM_CLIP 2u

struct hl_frame {
    const uint8_t *payload; /* Inside the reader, until the next byte is put. */
    uint16_t bytes;
    uint16_t seq;
    uint8_t type;
    uint8_t flags;
};

struct hl_reader {
    uint32_t count[HL_RX_COUNTERS];
    uint16_t used;
    uint16_t next_seq;
    uint8_t from;
    uint8_t version; /* In force; HL_VERSION_NONE: any that is spoken. */
    uint8_t piece[HL_MAX_ENCODED_BYTES];
    bool compares; /* Last, because compilers do not check the bounds of an array that ends a struct. */
};

enum hl_heard {
    HL_HEARD_NOTHING,
    HL_HEARD_FRAME,
    HL_HEARD_UNKNOWN, /* A request to be answered with ERROR UNKNOWN_TYPE. */
    HL_HEARD_PAYLOAD  /* A request to be answered with ERROR PAYLOAD. */
};

/* from: HL_FROM_HOST at the clip, HL_FROM_CLIP at the host. */
void hl_reader_start(struct hl_reader *reader, uint8_t from);

/* The line was opened anew: what was begun is forgotten, the counters stay. */
void hl_reader_reopen(struct hl_reader *reader);

/* Takes one byte. *frame is set unless nothing was heard. */
enum hl_heard hl_reader_put(struct hl_reader *reader, uint8_t byte, struct hl_frame *frame);

/* Closes the frame whose payload lies at `at + HL_PAYLOAD_AT` and returns how many bytes, from `at` on, go out.
 * HELLO and ERROR get version 0 whatever is asked for. */
size_t hl_frame_close(uint8_t *at, uint8_t version, uint8_t type, uint8_t flags, uint16_t seq, size_t payload);

#endif
