/* Plays: bytes that say what happens to a clip, so that a fuzzer reaches deep into it and so that two clips can be given the
 * same. What each byte means: ../../events.md. */
#ifndef PLAY_H
#define PLAY_H

#include "fake.h"

#define PLAY_START_US 4290000000u /* The clock wraps after 4.97 s. */
#define PLAY_LONGEST_MS 30000u
#define PLAY_BOOT_ID 77u

struct play_watch {
    void (*byte)(uint8_t byte); /* A byte is about to come in. */
    void (*cut)(void); /* The line was cut, or the clip starts: what is on its way is lost. */
    void (*step)(bool ms_passed); /* Something happened, or a millisecond passed, and the clip was polled. */
    bool hardware; /* A line that stalls and a motor that fails are played too. */
};

extern struct hl_clip play_clip;
extern unsigned play_ms; /* Since the beginning. */

/* The board is as fake_reset leaves it, changed by whoever plays. */
void play(const uint8_t *data, size_t bytes, const struct play_watch *watch);

#endif
