/* Inputs a fuzzer once found worth keeping: the checks of the fuzzer must hold, and the events be those that are written. */
#include "check.h"
#include "fuzz.h"
#include "suites.h"
#include "table.h"

#include <string.h>

void corpus(const char *file)
{
    static struct table table;
    static uint8_t input[TABLE_BYTES];
    if (!table_open(&table, file)) {
        check_true(false, "%s is not there", file);
        return;
    }
    while (table_next(&table)) {
        enum events_kind kind = events_of(table.cell[0]);
        if (kind == EVENTS_KINDS) {
            continue; /* For the host's side only. */
        }
        check_place("%s: %s %s", file, table.cell[0], table.cell[1]);
        input[0] = (uint8_t)kind;
        size_t bytes = hex_bytes(table.cell[2], input + 1, sizeof input - 1);
        LLVMFuzzerTestOneInput(input, bytes + 1);
        char crc[16];
        snprintf(crc, sizeof crc, "%08lx", (unsigned long)events_crc(kind, input + 1, bytes));
        check_text(table.cell[3], crc, "events");
    }
    check_true(table.rows > 10, "%u rows", table.rows);
}
