/* Prints the events of every row of tables with the columns kind, origin, bytes. usage: events FOLDER FILE... */
#include "events.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    static struct table table;
    static uint8_t bytes[TABLE_BYTES];
    if (argc < 3) {
        fprintf(stderr, "usage: %s FOLDER FILE...\n", argv[0]);
        return 2;
    }
    table_folder = argv[1];
    for (int i = 2; i < argc; i++) {
        if (!table_open(&table, argv[i])) {
            fprintf(stderr, "%s/%s is not there\n", argv[1], argv[i]);
            return 2;
        }
        while (table_next(&table)) {
            enum events_kind kind = events_of(table.cell[0]);
            if (kind != EVENTS_KINDS) {
                size_t count = hex_bytes(table.cell[2], bytes, sizeof bytes);
                printf("== %s %s\n%s", table.cell[0], table.cell[1], events(kind, bytes, count));
            }
        }
    }
    return 0;
}
