/* A board made of variables: the clock stands until it is set, the line takes what it is told to take. */
#ifndef FAKE_H
#define FAKE_H

#include "holdline_clip.h"

#define FAKE_LINE_BYTES 65536u

enum fake_store {
    FAKE_STORE_WHOLE,
    FAKE_STORE_DEAD, /* It does not answer. */
    FAKE_STORE_PROTECTED /* It acknowledges and writes nothing. */
};

/* What a unit holds whose write was cut short. */
enum fake_torn { FAKE_TORN_OLD, FAKE_TORN_NEW, FAKE_TORN_RANDOM, FAKE_TORN_FF };

struct fake {
    uint64_t now_us; /* Without wrap-around. */
    uint8_t in[FAKE_LINE_BYTES];
    size_t in_from;
    size_t in_to;
    uint8_t out[FAKE_LINE_BYTES];
    size_t out_from; /* For whoever reads it. */
    size_t out_to;
    size_t takes; /* Bytes the line still takes. */
    bool line_up;
    bool charging;
    bool button;
    uint32_t motor_fault;
    bool imu_ok[2];
    uint8_t battery_pct;
    uint16_t battery_mv;
    int16_t temp_cdegc[2];
    uint8_t motor_pct;
    uint64_t motor_changed_us;
    unsigned motor_changes;
    uint16_t imu_rate_hz;
    uint64_t next_sample_us;
    uint32_t sample_period_us; /* 0: no sample arrives. */
    uint32_t sample_delay_us; /* From its instant until it can be taken. */
    uint16_t lose; /* Samples to report as lost with the next one. */
    int16_t sample_value;
    struct hl_port_about about;
    uint8_t store[HL_SLOT_COUNT * HL_SLOT_BYTES];
    enum fake_store store_is;
    unsigned cut_after; /* The supply fails with this byte that is written; 0: it does not. */
    bool cut; /* It has failed. */
    enum fake_torn torn;
    unsigned written; /* Bytes so far. */
    uint32_t noise;
    uint8_t challenge[HL_CAL_CHALLENGE_BYTES]; /* The next one. */
    bool gets_key; /* From the next start on. */
    bool has_key;
    uint8_t key[HL_CAL_KEY_BYTES];
};

extern struct fake fake;

void fake_reset(uint64_t now_us);
void fake_hear(const uint8_t *from, size_t bytes);

#endif
