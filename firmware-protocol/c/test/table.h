/* The tables in ../vectors: one row a line, cells between tabs, remarks after #, the first row names the columns. */
#ifndef TABLE_H
#define TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define TABLE_CELLS 8u
#define TABLE_BYTES 65536u

struct table {
    FILE *file;
    char line[TABLE_BYTES];
    char *cell[TABLE_CELLS];
    unsigned rows;
};

extern const char *table_folder;

/* False when the file is not there. */
bool table_open(struct table *table, const char *name);

/* False at the end, which also closes the file. */
bool table_next(struct table *table);

/* Bytes of a hexadecimal text; '-' is none. */
size_t hex_bytes(const char *hex, uint8_t *to, size_t most);
void hex_text(const uint8_t *from, size_t bytes, char *to);

#endif
