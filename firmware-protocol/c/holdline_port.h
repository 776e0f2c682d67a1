/* What a board supplies. None of these waits (but hl_port_store_write), allocates or calls back; all are called from the one thread that polls.
 * ports/template says what to think of for each. */
#ifndef HOLDLINE_PORT_H
#define HOLDLINE_PORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define HL_PORT_RATES 4

/* Fields of the HELLO RESPONSE that describe one IMU; the last two are for the SATURATED flag. */
struct hl_port_imu {
    uint32_t accel_lsb_ng;
    uint32_t gyro_lsb_ndps;
    uint16_t accel_range_mg;
    uint16_t gyro_range_dps;
    uint16_t delay_us;
    uint8_t part; /* HL_IMU_... */
    int16_t accel_limit; /* Steps at which a number is called saturated: mostly 32767. */
    int16_t gyro_limit;
};

/* Fields of the HELLO RESPONSE that do not change while the clip runs. */
struct hl_port_about {
    uint8_t serial[12]; /* ASCII letters and digits, filled up with zeros. */
    uint32_t capabilities; /* HL_CAPABILITY_... */
    uint8_t hardware[2]; /* major, minor */
    uint8_t firmware[3]; /* major, minor, patch */
    uint8_t imu_count; /* 1 or 2 */
    uint16_t rates_hz[HL_PORT_RATES]; /* Rising; 0 = no further one. */
    uint8_t motor; /* HL_MOTOR_... */
    uint8_t motor_rise_ms;
    struct hl_port_imu imu[2]; /* Lower, upper. */
};

/* One instant of all IMUs: x forward, y left, z up with the clip's arrow up; ax, ay, az, gx, gy, gz in the IMU's steps. */
struct hl_port_sample {
    uint32_t t_us; /* Clip clock of the sensor's data-ready. */
    uint16_t lost; /* Samples lost since the one before, those the sensor calls invalid included. */
    bool upper_held; /* The upper IMU did not deliver: its last value stands here again. */
    int16_t axes[2][6];
};

struct hl_port_power {
    uint8_t battery_pct; /* 255 = not known. */
    uint16_t battery_mv; /* 0 = not known. */
};

const struct hl_port_about *hl_port_about(void);

/* Microseconds modulo 2^32. Never steps; goes on while the stream is off. */
uint32_t hl_port_now_us(void);

/* Takes up to `most` bytes that have come in; 0 when there are none. */
size_t hl_port_read(uint8_t *to, size_t most);

/* Takes what fits now and returns how many. What the port queues itself delays every later frame: keep that short. */
size_t hl_port_write(const uint8_t *from, size_t bytes);

/* False once the line reports a hang-up: USB unplugged, Bluetooth link lost. A bare UART is always up. */
bool hl_port_line_up(void);

/* How often the receiver lost bytes before they were read, since the start. */
uint32_t hl_port_rx_overruns(void);

/* Drives the motor, 1..100 % of full drive, or lets it go: 0. Takes effect at once. */
void hl_port_motor(uint8_t drive_pct);

/* 0, or the status of a driver or motor that failed its test. */
uint32_t hl_port_motor_fault(void);

/* Samples at this rate from now on; 0: stop. Samples of before are dropped. */
void hl_port_imu_run(uint16_t rate_hz);

/* The next sample, or false when there is none yet. */
bool hl_port_imu_take(struct hl_port_sample *sample);

/* Whether IMU 0 (lower) or 1 (upper) answers. */
bool hl_port_imu_ok(unsigned imu);

/* 0.01 degrees Celsius; -32768 = not known. */
int16_t hl_port_imu_temp_cdegc(unsigned imu);

/* The button's raw level; bounces are dealt with behind. */
bool hl_port_button_down(void);

bool hl_port_charging(void);

void hl_port_power(struct hl_port_power *power);

/* Memory for two profile slots: HL_SLOT_COUNT x HL_SLOT_BYTES bytes that outlive the supply. A board without it leaves
 * HL_CAPABILITY_PROFILE out, and these three are never called. False when the memory does not answer. */
bool hl_port_store_read(uint32_t at, uint8_t *to, size_t bytes);

/* One unit of HL_IMAGE_UNIT_BYTES at a multiple of it; returns once it is written. May take its time: no stream runs. */
bool hl_port_store_write(uint32_t at, const uint8_t *unit);

/* Bytes nobody can foretell. */
void hl_port_random(uint8_t *to, size_t bytes);

/* HL_CAL_KEY_BYTES, or NULL for a clip without a key. */
const uint8_t *hl_port_key(void);

#endif
