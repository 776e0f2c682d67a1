#include "check.h"
#include "fake.h"
#include "holdline_parts.h"
#include "suites.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

#define BOOT_ID 77u
#define STEP_US 1000u
#define MOST_SAID 64u

struct said {
    uint64_t at_us;
    uint8_t type;
    uint8_t flags;
    uint16_t bytes;
    uint8_t payload[HL_MAX_PAYLOAD_BYTES];
};

static struct table table;
static struct hl_clip clip;
static struct hl_reader host;
static struct said said[MOST_SAID];
static unsigned said_from;
static unsigned said_to;

static void collect(void)
{
    struct hl_frame frame;
    while (fake.out_from < fake.out_to) {
        if (hl_reader_put(&host, fake.out[fake.out_from++], &frame) != HL_HEARD_FRAME
            || frame.type == HL_TYPE_STATUS || frame.type == HL_TYPE_LOG) {
            continue;
        }
        struct said *one = &said[said_to++ % MOST_SAID];
        one->at_us = fake.now_us;
        one->type = frame.type;
        one->flags = frame.flags;
        one->bytes = frame.bytes;
        memcpy(one->payload, frame.payload, frame.bytes);
    }
}

static void poll(void)
{
    hl_clip_poll(&clip);
    collect();
}

static void pass_to(uint64_t time_us)
{
    while (fake.now_us + STEP_US <= time_us) {
        fake.now_us += STEP_US;
        poll();
    }
    if (fake.now_us < time_us) {
        fake.now_us = time_us;
        poll();
    }
}

static void expect(const char *hex)
{
    struct hl_reader reader;
    struct hl_frame frame = {0};
    uint8_t wire[HL_MAX_WIRE_BYTES];
    size_t bytes = hex_bytes(hex, wire, sizeof wire);
    hl_reader_start(&reader, HL_FROM_CLIP);
    for (size_t i = 0; i < bytes; i++) {
        hl_reader_put(&reader, wire[i], &frame);
    }
    if (said_from == said_to) {
        check_true(false, "nothing was said");
        return;
    }
    const struct said *one = &said[said_from++ % MOST_SAID];
    char expected[512];
    char actual[512];
    hex_text(frame.payload, frame.bytes, expected);
    hex_text(one->payload, one->bytes, actual);
    check_equal(frame.type, one->type, "type");
    check_equal(frame.flags, one->flags, "flags");
    check_text(expected, actual, "payload");
    check_equal(fake.now_us, one->at_us, "time");
}

/* The two slots in hexadecimal; '-' is an erased one. */
static void fit_store(const char *slots)
{
    memset(fake.store, 0xFF, sizeof fake.store);
    const char *b = strchr(slots, ' ') + 1;
    char a[2 * HL_SLOT_BYTES + 1] = {0};
    memcpy(a, slots, (size_t)(b - slots) - 1);
    hex_bytes(a, fake.store, HL_SLOT_BYTES);
    hex_bytes(b, fake.store + HL_SLOT_BYTES, HL_SLOT_BYTES);
    fake.about.capabilities |= HL_CAPABILITY_PROFILE;
}

/* What a clip has for its profiles. */
static bool happen_to_store(const char *event)
{
    static const char *const HOW[] = {"storage whole", "storage dead", "storage protected"};
    for (unsigned i = 0; i < 3; i++) {
        if (strcmp(event, HOW[i]) == 0) {
            fake.store_is = (enum fake_store)i;
            return true;
        }
    }
    if (strncmp(event, "storage ", 8) == 0) {
        fit_store(event + 8);
    } else if (strncmp(event, "challenge ", 10) == 0) {
        hex_bytes(event + 10, fake.challenge, sizeof fake.challenge);
    } else if (strncmp(event, "key ", 4) == 0) {
        fake.gets_key = hex_bytes(event + 4, fake.key, sizeof fake.key) != 0;
    } else if (strncmp(event, "battery ", 8) == 0) {
        fake.battery_pct = (uint8_t)strtoul(event + 8, NULL, 10);
    } else {
        return false;
    }
    return true;
}

static void happen(const char *event)
{
    if (strncmp(event, "boot ", 5) == 0) {
        fake.has_key = fake.gets_key;
        hl_clip_start(&clip, (uint32_t)strtoul(event + 5, NULL, 10), HL_RESET_POWER);
        hl_reader_reopen(&host);
    } else if (strncmp(event, "button ", 7) == 0) {
        fake.button = strcmp(event, "button down") == 0;
    } else if (strncmp(event, "charger ", 8) == 0) {
        fake.charging = strcmp(event, "charger on") == 0;
    } else if (strcmp(event, "hang-up") == 0) {
        fake.line_up = false;
        poll();
        fake.line_up = true;
    } else if (!happen_to_store(event)) {
        check_text("check", event, "event");
    }
    poll();
}

static long long value(const char *name)
{
    static const char *const STATES[] = {"WAITING", "READY", "STREAMING"};
    static const struct {
        const char *name;
        const uint32_t *at;
    } COUNTS[] = {{"cues_played", &clip.cue.played}, {"cues_refused", &clip.cue.refused}, {"motor_cuts", &clip.cue.cuts},
        {"presses", &clip.button.presses}, {"presses_lost", &clip.button.lost},
        {"replies_repeated", &clip.replies_repeated}};
    for (size_t i = 0; i < sizeof COUNTS / sizeof COUNTS[0]; i++) {
        if (strcmp(COUNTS[i].name, name) == 0) {
            return *COUNTS[i].at;
        }
    }
    for (unsigned i = 0; i < 3; i++) {
        if (strcmp(STATES[i], name) == 0) {
            return i;
        }
    }
    if (strcmp(name, "state") == 0) {
        return (long long)hl_clip_state(&clip);
    }
    if (strcmp(name, "muted") == 0) {
        return clip.button.muted;
    }
    if (strcmp(name, "playing") == 0) {
        check_true(clip.cue.playing == (fake.motor_pct != 0), "motor and cue differ");
        return clip.cue.playing;
    }
    char *end;
    long long number = strtoll(name, &end, 10);
    check_true(*end == 0, "no such value: %s", name);
    return number;
}

static void check_then(char *then)
{
    for (char *word = strtok(then, " "); word != NULL; word = strtok(NULL, " ")) {
        if (strncmp(word, "clip.", 5) == 0) {
            char *expected = strchr(word, '=');
            *expected++ = 0;
            check_true(value(word + 5) == value(expected), "%s is not %s but %lld", word, expected, value(word + 5));
        }
    }
}

static void begin(uint64_t time_us)
{
    fake_reset(time_us);
    hl_clip_start(&clip, BOOT_ID, HL_RESET_POWER);
    hl_reader_start(&host, HL_FROM_CLIP);
    said_from = 0;
    said_to = 0;
    poll();
}

static void play_row(void)
{
    const char *who = table.cell[2];
    pass_to(strtoull(table.cell[1], NULL, 10));
    if (strcmp(who, "host>clip") == 0) {
        uint8_t wire[HL_MAX_WIRE_BYTES];
        fake_hear(wire, hex_bytes(table.cell[3], wire, sizeof wire));
        poll();
    } else if (strncmp(who, "clip", 4) == 0) {
        expect(table.cell[3]);
    } else if (strcmp(who, "event") == 0) {
        happen(table.cell[3]);
    } else {
        check_text("host-x", who, "who");
    }
    check_then(table.cell[5]);
}

static void check_drops(void)
{
    uint32_t dropped = 0;
    for (unsigned i = HL_RX_OVERSIZE; i <= HL_RX_PAYLOAD; i++) {
        dropped += host.count[i];
    }
    check_equal(0, dropped, "frames of the clip a host would drop");
    check_equal(said_to, said_from, "frames said that are not in the dialogue");
}

void dialogues(void)
{
    static char name[256];
    if (!table_open(&table, "dialogues.tsv")) {
        printf("dialogues.tsv is not there: no dialogue was played\n");
        return;
    }
    name[0] = 0;
    while (table_next(&table)) {
        /* Only a host can play these: no clip could send their lines without samples. */
        if (strncmp(table.cell[0], "host", 4) == 0) {
            continue;
        }
        if (strcmp(name, table.cell[0]) != 0) {
            if (name[0] != 0) {
                check_drops();
            }
            snprintf(name, sizeof name, "%s", table.cell[0]);
            begin(strtoull(table.cell[1], NULL, 10));
        }
        check_place("dialogues.tsv: %s, %s us %s %s", table.cell[0], table.cell[1], table.cell[2], table.cell[4]);
        play_row();
    }
    check_drops();
}
