#include "recording.h"

#include "../synthetic.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LINE_BYTES 1024
#define COLUMNS 13
#define MOST_CELLS 32
#define STANDARD_GRAVITY 9.80665
#define DEGREES 57.29577951308232

static const char *const NAMES[COLUMNS] = {
    "t_us", "ax", "ay", "az", "gx", "gy", "gz", "ax2", "ay2", "az2", "gx2", "gy2", "gz2"};

static unsigned split(char *line, char **cells)
{
    unsigned count = 0;
    line[strcspn(line, "\r\n")] = 0;
    for (char *at = line; at != NULL && count < MOST_CELLS; count++) {
        cells[count] = at;
        at = strchr(at, ',');
        if (at != NULL) {
            *at++ = 0;
        }
    }
    return count;
}

static bool find_columns(char *header, int *columns, bool *dual)
{
    char *cells[MOST_CELLS];
    unsigned count = split(header, cells);
    unsigned found = 0;
    for (unsigned name = 0; name < COLUMNS; name++) {
        columns[name] = -1;
        for (unsigned i = 0; i < count; i++) {
            if (strcmp(cells[i], NAMES[name]) == 0) {
                columns[name] = (int)i;
                found++;
            }
        }
    }
    *dual = found == COLUMNS;
    for (unsigned name = 0; name < 7; name++) {
        if (columns[name] < 0) {
            return false;
        }
    }
    return true;
}

static int16_t steps(double value, double lsb)
{
    double steps = value / lsb;
    if (steps > 32767) {
        return 32767;
    }
    return steps < -32767 ? -32767 : (int16_t)(steps < 0 ? steps - 0.5 : steps + 0.5);
}

static void read_row(char *line, const int *columns, bool dual, struct recording_row *row)
{
    char *cells[MOST_CELLS];
    char none[] = "0";
    unsigned count = split(line, cells);
    while (count < MOST_CELLS) {
        cells[count++] = none;
    }
    row->t_us = strtoull(cells[columns[0]], NULL, 10);
    for (unsigned imu = 0; imu < (dual ? 2u : 1u); imu++) {
        for (unsigned axis = 0; axis < 6; axis++) {
            double value = strtod(cells[columns[1 + 6 * imu + axis]], NULL);
            row->axes[imu][axis] = axis < 3 ? steps(value / STANDARD_GRAVITY, SYNTHETIC_ACCEL_LSB_NG * 1e-9)
                                            : steps(value * DEGREES, SYNTHETIC_GYRO_LSB_NDPS * 1e-9);
        }
    }
}

static bool grow(struct recording *recording, size_t *room)
{
    if (recording->count < *room) {
        return true;
    }
    *room = *room == 0 ? 4096 : *room * 2;
    struct recording_row *rows = realloc(recording->rows, *room * sizeof *rows);
    if (rows == NULL) {
        return false;
    }
    recording->rows = rows;
    return true;
}

bool recording_read(const char *path, struct recording *recording)
{
    char line[LINE_BYTES];
    int columns[COLUMNS];
    bool has_header = false;
    size_t room = 0;
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        perror(path);
        return false;
    }
    while (fgets(line, sizeof line, file) != NULL) {
        if (line[0] == '#' || line[0] == '\n') {
            continue;
        }
        if (!has_header) {
            has_header = true;
            if (!find_columns(line, columns, &recording->dual)) {
                fprintf(stderr, "%s: no columns t_us, ax, ay, az, gx, gy, gz\n", path);
                break;
            }
            continue;
        }
        if (!grow(recording, &room)) {
            fprintf(stderr, "%s: too long for the memory\n", path);
            recording->count = 0;
            break;
        }
        read_row(line, columns, recording->dual, &recording->rows[recording->count++]);
    }
    fclose(file);
    for (size_t i = recording->count; i-- > 0;) {
        recording->rows[i].t_us -= recording->rows[0].t_us;
    }
    if (recording->count < 2 || recording->rows[recording->count - 1].t_us == 0) {
        fprintf(stderr, "%s: fewer than two samples\n", path);
        return false;
    }
    return true;
}

const struct recording_row *recording_at(const struct recording *recording, uint64_t t_us)
{
    size_t low = 0;
    size_t high = recording->count;
    t_us %= recording->rows[recording->count - 1].t_us;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (recording->rows[middle].t_us <= t_us) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return &recording->rows[low];
}
