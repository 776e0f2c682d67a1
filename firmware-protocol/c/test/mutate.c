/* Feeds the fuzzing entry where libFuzzer is not: streams of the vectors, damaged by a seeded generator.
 * usage: fuzz VECTORS SECONDS SEED */
#include "table.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SEEDS 4096u
#define MOST 4096u

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

extern unsigned long fuzz_frames;
extern unsigned long fuzz_cues;

static struct {
    uint8_t *bytes;
    size_t count;
} seeds[SEEDS];
static unsigned seed_count;
static uint64_t state;

static uint32_t chance(uint32_t below)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 32) % below;
}

static void keep(const char *hex)
{
    static uint8_t bytes[TABLE_BYTES];
    size_t count = hex_bytes(hex, bytes, sizeof bytes);
    if (seed_count == SEEDS || count == 0) {
        return;
    }
    seeds[seed_count].bytes = malloc(count);
    if (seeds[seed_count].bytes == NULL) {
        exit(2);
    }
    memcpy(seeds[seed_count].bytes, bytes, count);
    seeds[seed_count++].count = count;
}

static void read_seeds(const char *file, unsigned who, const char *host, unsigned cell)
{
    static struct table table;
    if (!table_open(&table, file)) {
        return;
    }
    while (table_next(&table)) {
        if (strncmp(table.cell[who], host, 4) == 0) {
            keep(table.cell[cell]);
        }
    }
}

static size_t append(uint8_t *to, size_t bytes, const uint8_t *from, size_t count)
{
    count = count < MOST - bytes ? count : MOST - bytes;
    memcpy(to + bytes, from, count);
    return bytes + count;
}

static size_t compose(uint8_t *to)
{
    size_t bytes = 0;
    unsigned pieces = 1 + chance(40);
    for (unsigned i = 0; i < pieces; i++) {
        unsigned pick = chance(seed_count);
        bytes = append(to, bytes, seeds[pick].bytes, seeds[pick].count);
        uint8_t rule = (uint8_t)chance(256);
        bytes = append(to, bytes, &rule, 1);
    }
    return bytes;
}

static size_t damage(uint8_t *at, size_t bytes)
{
    unsigned times = chance(8) == 0 ? 0 : chance(12);
    for (unsigned i = 0; i < times && bytes > 2; i++) {
        size_t where = chance((uint32_t)bytes - 1);
        switch (chance(4)) {
        case 0:
            at[where] ^= (uint8_t)(1u << chance(8));
            break;
        case 1:
            at[where] = (uint8_t)chance(256);
            break;
        case 2:
            memmove(at + where, at + where + 1, bytes - where - 1);
            bytes--;
            break;
        default:
            bytes = bytes < MOST ? bytes + 1 : bytes;
            memmove(at + where + 1, at + where, bytes - where - 1);
            break;
        }
    }
    return bytes;
}

static size_t record(uint8_t *to, size_t bytes, uint8_t rule)
{
    uint8_t chunk[64];
    size_t count = 1u + rule % 64u;
    for (size_t i = 1; i < count; i++) {
        chunk[i] = (uint8_t)chance(256);
    }
    chunk[0] = rule;
    return append(to, bytes, chunk, count);
}

/* A host that asks for cues all the time: a greeting, then cues 150 ms apart, other sessions and pauses in between. */
static size_t compose_cues(uint8_t *to)
{
    size_t bytes = record(to, 0, 0xD0);
    while (bytes < MOST) {
        uint32_t what = chance(20);
        bytes = record(to, bytes, what == 0 ? (uint8_t)(0xD0 + chance(4)) : what == 1 ? 0x0F : 0xCE);
    }
    return bytes;
}

int main(int argc, char **argv)
{
    static uint8_t input[MOST];
    unsigned long long total = 0;
    unsigned long runs = 0;
    if (argc != 4) {
        fprintf(stderr, "usage: %s VECTORS SECONDS SEED\n", argv[0]);
        return 2;
    }
    table_folder = argv[1];
    read_seeds("damaged.tsv", 0, "host", 2);
    read_seeds("noisy.tsv", 0, "host", 2);
    read_seeds("frames.tsv", 1, "host", 4);
    /* Whole frames a clip carries out, several times: most of the others are refused. */
    for (int i = 0; i < 4; i++) {
        read_seeds("dialogues.tsv", 2, "host", 3);
    }
    state = strtoull(argv[3], NULL, 10) * 0x9E3779B97F4A7C15u + 1u;
    time_t end = time(NULL) + strtol(argv[2], NULL, 10);
    while (time(NULL) < end && seed_count > 0) {
        size_t bytes = runs % 8 == 0 ? compose_cues(input) : damage(input, compose(input));
        LLVMFuzzerTestOneInput(input, bytes);
        total += bytes;
        runs++;
    }
    for (unsigned i = 0; i < seed_count; i++) {
        free(seeds[i].bytes);
    }
    printf("seed %s: %lu inputs, %llu bytes from %u streams, %lu frames heard, %lu cues played, nothing found\n", argv[3],
            runs, total, seed_count, fuzz_frames, fuzz_cues);
    return fuzz_frames > 0 && fuzz_cues > 0 ? 0 : 2;
}
