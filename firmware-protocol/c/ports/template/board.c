/* What a board fills in. README.md beside says what to think of; this much compiles, streams nothing and is what the
 * sizes are measured with. */
#include "holdline_clip.h"

static const struct hl_port_about ABOUT = {
    .serial = "HL0000000000",
    .capabilities = 0,
    .imu_count = 1,
    .rates_hz = {200, 0, 0, 0},
    .motor = HL_MOTOR_NONE,
    .imu = {{488281, 61035156, 16000, 2000, 0, HL_IMU_NONE, 32767, 32767}},
};

static struct hl_clip clip;

const struct hl_port_about *hl_port_about(void) { return &ABOUT; }

uint32_t hl_port_now_us(void) { return 0; }

size_t hl_port_read(uint8_t *to, size_t most)
{
    (void)to;
    (void)most;
    return 0;
}

size_t hl_port_write(const uint8_t *from, size_t bytes)
{
    (void)from;
    (void)bytes;
    return 0;
}

bool hl_port_line_up(void) { return true; }

uint32_t hl_port_rx_overruns(void) { return 0; }

void hl_port_motor(uint8_t drive_pct) { (void)drive_pct; }

uint32_t hl_port_motor_fault(void) { return 0; }

void hl_port_imu_run(uint16_t rate_hz) { (void)rate_hz; }

bool hl_port_imu_take(struct hl_port_sample *sample)
{
    (void)sample;
    return false;
}

bool hl_port_imu_ok(unsigned imu) { return imu == 0; }

int16_t hl_port_imu_temp_cdegc(unsigned imu)
{
    (void)imu;
    return INT16_MIN;
}

bool hl_port_button_down(void) { return false; }

bool hl_port_charging(void) { return false; }

void hl_port_power(struct hl_port_power *power)
{
    power->battery_pct = 255;
    power->battery_mv = 0;
}

bool hl_port_store_read(uint32_t at, uint8_t *to, size_t bytes)
{
    (void)at;
    (void)to;
    (void)bytes;
    return false;
}

bool hl_port_store_write(uint32_t at, const uint8_t *unit)
{
    (void)at;
    (void)unit;
    return false;
}

void hl_port_random(uint8_t *to, size_t bytes)
{
    (void)to;
    (void)bytes;
}

const uint8_t *hl_port_key(void) { return NULL; }

int main(void)
{
    uint32_t boot_id = 0; /* Random, new at each start. */
    hl_clip_start(&clip, boot_id, HL_RESET_UNKNOWN);
    for (;;) {
        hl_clip_poll(&clip);
    }
}
