#include "table.h"

#include <stdlib.h>
#include <string.h>

const char *table_folder = "../vectors";

static bool read_row(struct table *table)
{
    while (fgets(table->line, sizeof table->line, table->file) != NULL) {
        if (table->line[0] != '#') {
            table->line[strcspn(table->line, "\n")] = 0;
            return true;
        }
    }
    return false;
}

bool table_open(struct table *table, const char *name)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", table_folder, name);
    table->rows = 0;
    table->file = fopen(path, "r");
    if (table->file == NULL) {
        return false;
    }
    if (!read_row(table)) {
        fprintf(stderr, "%s: no row\n", path);
        exit(2);
    }
    return true;
}

bool table_next(struct table *table)
{
    if (!read_row(table)) {
        fclose(table->file);
        return false;
    }
    char *at = table->line;
    for (unsigned i = 0; i < TABLE_CELLS; i++) {
        table->cell[i] = at;
        at += strcspn(at, "\t");
        if (*at != 0) {
            *at++ = 0;
        }
    }
    table->rows++;
    return true;
}

static unsigned digit(char c)
{
    const char *digits = "0123456789abcdef";
    const char *at = c == 0 ? NULL : strchr(digits, c);
    if (at == NULL) {
        fprintf(stderr, "no hexadecimal digit: %c\n", c);
        exit(2);
    }
    return (unsigned)(at - digits);
}

size_t hex_bytes(const char *hex, uint8_t *to, size_t most)
{
    if (strcmp(hex, "-") == 0) {
        return 0;
    }
    size_t bytes = strlen(hex) / 2;
    if (bytes > most || strlen(hex) % 2 != 0) {
        fprintf(stderr, "hexadecimal text of %zu digits\n", strlen(hex));
        exit(2);
    }
    for (size_t i = 0; i < bytes; i++) {
        to[i] = (uint8_t)(digit(hex[2 * i]) << 4 | digit(hex[2 * i + 1]));
    }
    return bytes;
}

void hex_text(const uint8_t *from, size_t bytes, char *to)
{
    for (size_t i = 0; i < bytes; i++) {
        sprintf(to + 2 * i, "%02x", from[i]);
    }
    to[2 * bytes] = 0;
}
