#include "fake.h"

#include <string.h>

struct fake fake;

void fake_reset(uint64_t now_us)
{
    static const struct hl_port_about ABOUT = {
        .serial = "HLTEST000001",
        .capabilities = HL_CAPABILITY_HAPTIC | HL_CAPABILITY_BUTTON | HL_CAPABILITY_BATTERY,
        .hardware = {1, 0},
        .firmware = {0, 1, 2},
        .imu_count = 2,
        .rates_hz = {100, 200},
        .motor = HL_MOTOR_LRA,
        .motor_rise_ms = 15,
        .imu = {{488281, 61035156, 16000, 2000, 4000, HL_IMU_ICM42688P, 32767, 32767},
            {488000, 70000000, 16000, 2000, 0, HL_IMU_LSM6DSV16X, 32767, 28571}},
    };
    memset(&fake, 0, sizeof fake);
    fake.now_us = now_us;
    fake.motor_changed_us = now_us;
    fake.takes = SIZE_MAX;
    fake.line_up = true;
    fake.imu_ok[0] = true;
    fake.imu_ok[1] = true;
    fake.battery_pct = 80;
    fake.battery_mv = 3900;
    fake.temp_cdegc[0] = 2500;
    fake.temp_cdegc[1] = 2501;
    fake.about = ABOUT;
    memset(fake.store, 0xFF, sizeof fake.store);
    for (unsigned i = 0; i < sizeof fake.challenge; i++) {
        fake.challenge[i] = (uint8_t)i;
    }
    for (unsigned i = 0; i < sizeof fake.key; i++) {
        fake.key[i] = (uint8_t)(0x11u * i);
    }
}

void fake_hear(const uint8_t *from, size_t bytes)
{
    if (fake.in_from == fake.in_to) {
        fake.in_from = 0;
        fake.in_to = 0;
    }
    if (bytes <= FAKE_LINE_BYTES - fake.in_to) {
        memcpy(fake.in + fake.in_to, from, bytes);
        fake.in_to += bytes;
    }
}

const struct hl_port_about *hl_port_about(void) { return &fake.about; }

uint32_t hl_port_now_us(void) { return (uint32_t)(fake.now_us & 0xFFFFFFFFu); }

size_t hl_port_read(uint8_t *to, size_t most)
{
    size_t bytes = fake.in_to - fake.in_from;
    bytes = bytes < most ? bytes : most;
    memcpy(to, fake.in + fake.in_from, bytes);
    fake.in_from += bytes;
    return bytes;
}

size_t hl_port_write(const uint8_t *from, size_t bytes)
{
    if (fake.out_from == fake.out_to) {
        fake.out_from = 0;
        fake.out_to = 0;
    }
    bytes = bytes < fake.takes ? bytes : fake.takes;
    bytes = bytes < FAKE_LINE_BYTES - fake.out_to ? bytes : FAKE_LINE_BYTES - fake.out_to;
    memcpy(fake.out + fake.out_to, from, bytes);
    fake.out_to += bytes;
    fake.takes -= fake.takes == SIZE_MAX ? 0 : bytes;
    return bytes;
}

bool hl_port_line_up(void) { return fake.line_up; }

uint32_t hl_port_rx_overruns(void) { return 0; }

void hl_port_motor(uint8_t drive_pct)
{
    if (drive_pct != fake.motor_pct) {
        fake.motor_pct = drive_pct;
        fake.motor_changed_us = fake.now_us;
        fake.motor_changes++;
    }
}

uint32_t hl_port_motor_fault(void) { return fake.motor_fault; }

void hl_port_imu_run(uint16_t rate_hz)
{
    fake.imu_rate_hz = rate_hz;
    fake.next_sample_us = fake.now_us + fake.sample_period_us;
}

bool hl_port_imu_take(struct hl_port_sample *sample)
{
    if (fake.imu_rate_hz == 0 || fake.sample_period_us == 0 || fake.now_us < fake.next_sample_us + fake.sample_delay_us) {
        return false;
    }
    sample->t_us = (uint32_t)(fake.next_sample_us & 0xFFFFFFFFu);
    sample->lost = fake.lose;
    sample->upper_held = false;
    for (unsigned axis = 0; axis < 6; axis++) {
        sample->axes[0][axis] = fake.sample_value;
        sample->axes[1][axis] = (int16_t)-fake.sample_value;
    }
    fake.lose = 0;
    fake.next_sample_us += fake.sample_period_us;
    return true;
}

bool hl_port_imu_ok(unsigned imu) { return fake.imu_ok[imu]; }

int16_t hl_port_imu_temp_cdegc(unsigned imu) { return fake.temp_cdegc[imu]; }

bool hl_port_button_down(void) { return fake.button; }

bool hl_port_charging(void) { return fake.charging; }

void hl_port_power(struct hl_port_power *power)
{
    power->battery_pct = fake.battery_pct;
    power->battery_mv = fake.battery_mv;
}

bool hl_port_store_read(uint32_t at, uint8_t *to, size_t bytes)
{
    memcpy(to, fake.store + at, bytes);
    return fake.store_is != FAKE_STORE_DEAD && !fake.cut;
}

/* The first bytes of the unit are written; the rest is what the torn write leaves. */
static void tear(uint8_t *at, const uint8_t *unit, unsigned bytes)
{
    for (unsigned i = 0; i < HL_IMAGE_UNIT_BYTES; i++) {
        fake.noise = fake.noise * 1664525u + 1013904223u;
        uint8_t rest[] = {at[i], unit[i], (uint8_t)(fake.noise >> 24), 0xFF};
        at[i] = i < bytes ? unit[i] : rest[fake.torn];
    }
}

bool hl_port_store_write(uint32_t at, const uint8_t *unit)
{
    if (fake.store_is == FAKE_STORE_DEAD || fake.cut) {
        return false;
    }
    if (fake.cut_after != 0 && fake.cut_after <= HL_IMAGE_UNIT_BYTES) {
        tear(fake.store + at, unit, fake.cut_after);
        fake.cut_after = 0;
        fake.cut = true;
        return false;
    }
    fake.cut_after -= fake.cut_after == 0 ? 0 : HL_IMAGE_UNIT_BYTES;
    fake.written += HL_IMAGE_UNIT_BYTES;
    if (fake.store_is == FAKE_STORE_WHOLE) {
        memcpy(fake.store + at, unit, HL_IMAGE_UNIT_BYTES);
    }
    return true;
}

void hl_port_random(uint8_t *to, size_t bytes) { memcpy(to, fake.challenge, bytes); }

const uint8_t *hl_port_key(void) { return fake.has_key ? fake.key : NULL; }
