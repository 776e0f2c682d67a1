/* Feeds the fuzzing entry where libFuzzer is not: seeds, spliced and damaged by a seeded generator.
 * usage: fuzz VECTORS CORPUS SECONDS SEED */
#include "fuzz.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SEEDS 4096u
#define MOST 4096u

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

static void keep(enum events_kind kind, const char *hex)
{
    static uint8_t bytes[TABLE_BYTES];
    size_t count = 1 + hex_bytes(hex, bytes + 1, sizeof bytes - 1);
    bytes[0] = (uint8_t)kind;
    if (seed_count == SEEDS) {
        return;
    }
    seeds[seed_count].bytes = malloc(count);
    if (seeds[seed_count].bytes == NULL) {
        exit(2);
    }
    memcpy(seeds[seed_count].bytes, bytes, count);
    seeds[seed_count++].count = count;
}

static void read_seeds(const char *folder, const char *file, unsigned who, unsigned cell)
{
    static struct table table;
    table_folder = folder;
    if (!table_open(&table, file)) {
        return;
    }
    while (table_next(&table)) {
        enum events_kind kind = events_of(table.cell[who]);
        if (kind != EVENTS_KINDS) {
            keep(kind, table.cell[cell]);
        }
    }
}

/* Without the kind. */
static size_t append(uint8_t *to, size_t bytes, unsigned seed)
{
    size_t count = seeds[seed].count - 1;
    count = count < MOST - bytes ? count : MOST - bytes;
    memcpy(to + bytes, seeds[seed].bytes + 1, count);
    return bytes + count;
}

static size_t compose(uint8_t *to)
{
    unsigned first = chance(seed_count);
    to[0] = seeds[first].bytes[0];
    size_t bytes = append(to, 1, first);
    for (unsigned i = chance(4); i > 0; i--) {
        unsigned other = chance(seed_count);
        if (seeds[other].bytes[0] == to[0]) {
            bytes = append(to, 1 + chance((uint32_t)bytes), other);
        }
    }
    return bytes;
}

static size_t damage(uint8_t *at, size_t bytes)
{
    unsigned times = chance(8) == 0 ? 0 : chance(12);
    for (unsigned i = 0; i < times && bytes > 2; i++) {
        size_t where = 1 + chance((uint32_t)bytes - 2);
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

int main(int argc, char **argv)
{
    static uint8_t input[MOST];
    unsigned long long total = 0;
    unsigned long runs = 0;
    if (argc != 5) {
        fprintf(stderr, "usage: %s VECTORS CORPUS SECONDS SEED\n", argv[0]);
        return 2;
    }
    read_seeds(argv[1], "damaged.tsv", 0, 2);
    read_seeds(argv[1], "noisy.tsv", 0, 2);
    read_seeds(argv[1], "frames.tsv", 1, 4);
    read_seeds(argv[2], "made.tsv", 0, 2);
    read_seeds(argv[2], "found.tsv", 0, 2);
    state = strtoull(argv[4], NULL, 10) * 0x9E3779B97F4A7C15u + 1u;
    time_t end = time(NULL) + strtol(argv[3], NULL, 10);
    while (time(NULL) < end && seed_count > 0) {
        size_t bytes = damage(input, compose(input));
        LLVMFuzzerTestOneInput(input, bytes);
        total += bytes;
        runs++;
    }
    for (unsigned i = 0; i < seed_count; i++) {
        free(seeds[i].bytes);
    }
    printf("seed %s: %lu inputs, %llu bytes from %u seeds, %lu frames heard, %lu cues played, nothing found\n", argv[4], runs,
            total, seed_count, fuzz_frames, fuzz_cues);
    return fuzz_frames > 0 && fuzz_cues > 0 ? 0 : 2;
}
