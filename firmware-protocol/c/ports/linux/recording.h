/* A Holdline recording (CSV: t_us, ax.. in m/s^2, gx.. in rad/s, ax2.. for an upper IMU) as samples of a clip. */
#ifndef RECORDING_H
#define RECORDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct recording_row {
    uint64_t t_us; /* Since the first row. */
    int16_t axes[2][6];
};

struct recording {
    struct recording_row *rows;
    size_t count;
    bool dual;
};

/* Says what is not as it must be on stderr and returns false. */
bool recording_read(const char *path, struct recording *recording);

/* The row in force at an instant; the recording begins anew behind its end. */
const struct recording_row *recording_at(const struct recording *recording, uint64_t t_us);

#endif
