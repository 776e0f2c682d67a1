#include "check.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define MOST_SHOWN 40u

unsigned long check_passed;
unsigned long check_failed;

static char place[512];

void check_place(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vsnprintf(place, sizeof place, format, list);
    va_end(list);
}

void check_true(bool holds, const char *format, ...)
{
    if (holds) {
        check_passed++;
        return;
    }
    if (++check_failed > MOST_SHOWN) {
        return;
    }
    va_list list;
    va_start(list, format);
    fprintf(stderr, "FAILED %s: ", place);
    vfprintf(stderr, format, list);
    fputc('\n', stderr);
    va_end(list);
}

void check_equal(unsigned long long expected, unsigned long long actual, const char *what)
{
    check_true(expected == actual, "%s: expected %llu, was %llu", what, expected, actual);
}

void check_text(const char *expected, const char *actual, const char *what)
{
    check_true(strcmp(expected, actual) == 0, "%s:\n  expected %s\n  was      %s", what, expected, actual);
}
