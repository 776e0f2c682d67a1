#include "check.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>

static void run_crc(void) { vectors_crc(); }
static void run_cobs(void) { vectors_cobs(); }
static void run_frames(void) { vectors_frames(); }
static void run_damaged(void) { vectors_streams("damaged.tsv"); }
static void run_noisy(void) { vectors_streams("noisy.tsv"); }
static void run_dialogues(void) { dialogues(); }
static void run_behaviour(void) { behaviour(); }

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(void);
    } SUITES[] = {
        {"crc.tsv", run_crc},
        {"cobs.tsv", run_cobs},
        {"frames.tsv", run_frames},
        {"damaged.tsv", run_damaged},
        {"noisy.tsv", run_noisy},
        {"dialogues.tsv", run_dialogues},
        {"behaviour", run_behaviour},
    };
    if (argc == 2) {
        table_folder = argv[1];
    }
    for (size_t i = 0; i < sizeof SUITES / sizeof SUITES[0]; i++) {
        unsigned long passed = check_passed;
        unsigned long failed = check_failed;
        SUITES[i].run();
        printf("%-14s %7lu passed %5lu failed\n", SUITES[i].name, check_passed - passed, check_failed - failed);
    }
    printf("%-14s %7lu passed %5lu failed\n", "all", check_passed, check_failed);
    return check_failed == 0 ? 0 : 1;
}
