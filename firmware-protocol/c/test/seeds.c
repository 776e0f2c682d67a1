/* Writes a file for each input that is worth a fuzzer's while: streams of the vectors and the kept corpus.
 * usage: seeds VECTORS CORPUS TO */
#include "events.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

static struct table table;
static uint8_t bytes[TABLE_BYTES];
static unsigned written;

static void write_seed(const char *folder, enum events_kind kind, const char *hex)
{
    char path[1024];
    bytes[0] = (uint8_t)kind;
    size_t count = 1 + hex_bytes(hex, bytes + 1, sizeof bytes - 1);
    snprintf(path, sizeof path, "%s/seed-%05u", folder, written++);
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(bytes, 1, count, file) != count || fclose(file) != 0) {
        perror(path);
        exit(2);
    }
}

/* who: the column that says whose bytes they are, or of what kind. */
static void write_rows(const char *folder, const char *file, unsigned who, unsigned cell, unsigned each)
{
    if (!table_open(&table, file)) {
        fprintf(stderr, "%s/%s is not there\n", table_folder, file);
        exit(2);
    }
    while (table_next(&table)) {
        enum events_kind kind = events_of(table.cell[who]);
        if (kind != EVENTS_KINDS && table.rows % each == 0) {
            write_seed(folder, kind, table.cell[cell]);
        }
    }
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: %s VECTORS CORPUS TO\n", argv[0]);
        return 2;
    }
    table_folder = argv[1];
    write_rows(argv[3], "frames.tsv", 1, 4, 1);
    write_rows(argv[3], "noisy.tsv", 0, 2, 1);
    write_rows(argv[3], "damaged.tsv", 0, 2, 16); /* Most of them are one bit apart. */
    table_folder = argv[2];
    write_rows(argv[3], "made.tsv", 0, 2, 1);
    write_rows(argv[3], "found.tsv", 0, 2, 1);
    printf("%u seeds in %s\n", written, argv[3]);
    return 0;
}
