/* Counts what holds and says what does not. */
#ifndef CHECK_H
#define CHECK_H

#include <stdbool.h>
#include <stdint.h>

extern unsigned long check_passed;
extern unsigned long check_failed;

/* Where the next checks belong, for the message of one that fails. */
void check_place(const char *format, ...);
void check_true(bool holds, const char *format, ...);
void check_equal(unsigned long long expected, unsigned long long actual, const char *what);
void check_text(const char *expected, const char *actual, const char *what);

#endif
