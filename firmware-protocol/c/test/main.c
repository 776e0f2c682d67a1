#include "check.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>

static void run_crc(void) { vectors_crc(); }
static void run_cobs(void) { vectors_cobs(); }
static void run_frames(void) { vectors_frames(); }
static void run_damaged(void) { vectors_streams("damaged.tsv"); }
static void run_noisy(void) { vectors_streams("noisy.tsv"); }
static void run_images(void) { vectors_images(); }
static void run_power(void) { power(false); }
static void run_dialogues(void) { dialogues(); }
static void run_behaviour(void) { behaviour(); }
static void run_made(void) { corpus("made.tsv"); }
static void run_found(void) { corpus("found.tsv"); }

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
        {"images.tsv", run_images},
        {"power cuts", run_power},
        {"dialogues.tsv", run_dialogues},
        {"behaviour", run_behaviour},
        {"made.tsv", run_made},
        {"found.tsv", run_found},
    };
    if (argc != 3) {
        fprintf(stderr, "usage: %s VECTORS CORPUS\n", argv[0]);
        return 2;
    }
    for (size_t i = 0; i < sizeof SUITES / sizeof SUITES[0]; i++) {
        unsigned long passed = check_passed;
        unsigned long failed = check_failed;
        table_folder = SUITES[i].run == run_made || SUITES[i].run == run_found ? argv[2] : argv[1];
        SUITES[i].run();
        printf("%-14s %7lu passed %5lu failed\n", SUITES[i].name, check_passed - passed, check_failed - failed);
    }
    printf("%-14s %7lu passed %5lu failed\n", "all", check_passed, check_failed);
    return check_failed == 0 ? 0 : 1;
}
