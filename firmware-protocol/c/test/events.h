/* What a clip, or a receiver alone, does with an input, as text: one event a line, as ../../events.md says. */
#ifndef EVENTS_H
#define EVENTS_H

#include <stddef.h>
#include <stdint.h>

enum events_kind {
    EVENTS_HOST, /* A stream of a host's bytes, for a receiver. */
    EVENTS_CLIP, /* A stream of a clip's bytes, for a receiver. */
    EVENTS_PLAY, /* For a clip. */
    EVENTS_KINDS
};

extern const char *const events_name[EVENTS_KINDS];

/* EVENTS_KINDS for a word that is none of them. */
enum events_kind events_of(const char *word);

/* The text stands until the next call. */
const char *events(enum events_kind kind, const uint8_t *data, size_t bytes);

/* CRC-32C of the text. */
uint32_t events_crc(enum events_kind kind, const uint8_t *data, size_t bytes);

#endif
