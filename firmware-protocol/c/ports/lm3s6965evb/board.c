/* The clip on a Stellaris LM3S6965 evaluation board, as qemu-system-arm shows it: UART0 is the line, the status LED on PF0
 * the motor, the select key on PF1 the button, a synthetic runner the IMU. Register names and addresses: LM3S6965 data
 * sheet. Everything is polled: at 115,200 baud the 16 bytes of the receiver's FIFO last 1.4 ms. */
#include "board.h"

#include "../synthetic.h"
#include "holdline_clip.h"

#define REGISTER(address) (*(volatile uint32_t *)(address))

#define SYSCTL_RESC REGISTER(0x400FE05Cu)
#define SYSCTL_RIS REGISTER(0x400FE050u)
#define SYSCTL_RCC REGISTER(0x400FE060u)
#define SYSCTL_RCGC1 REGISTER(0x400FE104u)
#define SYSCTL_RCGC2 REGISTER(0x400FE108u)
#define UART0_DR REGISTER(0x4000C000u)
#define UART0_RSR REGISTER(0x4000C004u)
#define UART0_FR REGISTER(0x4000C018u)
#define UART0_IBRD REGISTER(0x4000C024u)
#define UART0_FBRD REGISTER(0x4000C028u)
#define UART0_LCRH REGISTER(0x4000C02Cu)
#define UART0_CTL REGISTER(0x4000C030u)
#define GPIOA_AFSEL REGISTER(0x40004420u)
#define GPIOA_DEN REGISTER(0x4000451Cu)
#define GPIOF_PIN0 REGISTER(0x40025004u)
#define GPIOF_PIN1 REGISTER(0x40025008u)
#define GPIOF_DIR REGISTER(0x40025400u)
#define GPIOF_PUR REGISTER(0x40025510u)
#define GPIOF_DEN REGISTER(0x4002551Cu)
#define SYSTICK_CTRL REGISTER(0xE000E010u)
#define SYSTICK_LOAD REGISTER(0xE000E014u)
#define SYSTICK_VAL REGISTER(0xE000E018u)
#define SCB_AIRCR REGISTER(0xE000ED0Cu)

#define UART_FR_RXFE 0x10u
#define UART_FR_TXFF 0x20u
#define UART_RSR_OE 0x08u
#define SYSTICK_MAX 0x00FFFFFFu
#define TICKS_PER_US 50u
#define FAULT_MARK 0xFA17FA17u

static const struct hl_port_about ABOUT = {
    .serial = "HLQEMU000001",
    .capabilities = HL_CAPABILITY_HAPTIC | HL_CAPABILITY_BUTTON | HL_CAPABILITY_PROFILE | HL_CAPABILITY_SIMULATED,
    .hardware = {0, 0},
    .firmware = {0, 1, 0},
    .imu_count = 1,
    .rates_hz = {50, 100, 200, 0},
    .motor = HL_MOTOR_ERM,
    .imu = {{SYNTHETIC_ACCEL_LSB_NG, SYNTHETIC_GYRO_LSB_NDPS, 16000, 2000, 0, HL_IMU_OTHER, 32767, 32767}},
};

__attribute__((section(".noinit"))) static uint32_t fault_mark;

/* Profiles live as long as the supply: RAM that a reset leaves alone. */
__attribute__((section(".noinit"))) static uint8_t store[HL_SLOT_COUNT * HL_SLOT_BYTES];

static struct hl_clip clip;
static uint32_t ticks_before;
static uint32_t ticks_over;
static uint32_t now_us;
static uint32_t rx_overruns;
static bool button_was_up;
static uint16_t rate_hz;
static uint32_t next_us;
static uint32_t taken;

void board_fault(void)
{
    GPIOF_PIN0 = 0;
    fault_mark = FAULT_MARK;
    SCB_AIRCR = 0x05FA0004u;
    for (;;) {
    }
}

static void start_clock(void)
{
    /* Crystal 8 MHz, PLL on, then 200 MHz / 4 once it has locked. */
    SYSCTL_RCC = 0x01C00380u | 1u << 11;
    while ((SYSCTL_RIS & 1u << 6) == 0) {
    }
    SYSCTL_RCC = 0x01C00380u;
    SYSTICK_LOAD = SYSTICK_MAX;
    SYSTICK_VAL = 0;
    SYSTICK_CTRL = 5u;
}

static void start_pins(void)
{
    SYSCTL_RCGC1 |= 1u;
    SYSCTL_RCGC2 |= 1u | 1u << 5;
    (void)SYSCTL_RCGC2; /* The clock of a block needs a few cycles. */
    GPIOA_AFSEL |= 3u;
    GPIOA_DEN |= 3u;
    GPIOF_DIR |= 1u;
    GPIOF_PUR |= 2u;
    GPIOF_DEN |= 3u;
    UART0_CTL = 0;
    UART0_IBRD = 27u; /* 50 MHz / (16 * 115200) = 27 + 8/64 */
    UART0_FBRD = 8u;
    UART0_LCRH = 0x70u;
    UART0_CTL = 0x301u;
}

static uint8_t reset_reason(void)
{
    uint32_t why = SYSCTL_RESC;
    SYSCTL_RESC = 0;
    if (fault_mark == FAULT_MARK) {
        fault_mark = 0;
        return HL_RESET_FAULT;
    }
    if ((why & 2u) != 0) {
        return HL_RESET_POWER;
    }
    if ((why & 8u) != 0) {
        return HL_RESET_WATCHDOG;
    }
    if ((why & 4u) != 0) {
        return HL_RESET_BROWN_OUT;
    }
    if ((why & 16u) != 0) {
        return HL_RESET_SOFTWARE;
    }
    return (why & 1u) != 0 ? HL_RESET_PIN : HL_RESET_UNKNOWN;
}

const struct hl_port_about *hl_port_about(void) { return &ABOUT; }

/* The 24-bit counter is carried on here: it must be asked at least each 335 ms, and each poll does. */
uint32_t hl_port_now_us(void)
{
    uint32_t ticks = SYSTICK_VAL;
    ticks_over += (ticks_before - ticks) & SYSTICK_MAX;
    ticks_before = ticks;
    now_us += ticks_over / TICKS_PER_US;
    ticks_over %= TICKS_PER_US;
    return now_us;
}

size_t hl_port_read(uint8_t *to, size_t most)
{
    size_t bytes = 0;
    while (bytes < most && (UART0_FR & UART_FR_RXFE) == 0) {
        to[bytes++] = (uint8_t)(UART0_DR & 0xFFu);
    }
    if ((UART0_RSR & UART_RSR_OE) != 0) {
        UART0_RSR = 0;
        rx_overruns++;
    }
    return bytes;
}

size_t hl_port_write(const uint8_t *from, size_t most)
{
    size_t bytes = 0;
    while (bytes < most && (UART0_FR & UART_FR_TXFF) == 0) {
        UART0_DR = from[bytes++];
    }
    return bytes;
}

bool hl_port_line_up(void) { return true; }

uint32_t hl_port_rx_overruns(void) { return rx_overruns; }

void hl_port_motor(uint8_t drive_pct) { GPIOF_PIN0 = drive_pct != 0 ? 1u : 0u; }

uint32_t hl_port_motor_fault(void) { return 0; }

void hl_port_imu_run(uint16_t new_rate_hz)
{
    rate_hz = new_rate_hz;
    next_us = hl_port_now_us();
    taken = 0;
}

bool hl_port_imu_take(struct hl_port_sample *sample)
{
    if (rate_hz == 0 || hl_us_between(next_us, hl_port_now_us()) < 0) {
        return false;
    }
    sample->t_us = next_us;
    sample->lost = 0;
    sample->upper_held = false;
    synthetic_sample(taken++, rate_hz, sample->axes[0]);
    next_us += 1000000u / rate_hz;
    return true;
}

bool hl_port_imu_ok(unsigned imu) { return imu == 0; }

int16_t hl_port_imu_temp_cdegc(unsigned imu)
{
    (void)imu;
    return INT16_MIN;
}

/* A key that was never seen up is stuck, or not there: QEMU without a keyboard holds the pin low. */
bool hl_port_button_down(void)
{
    bool down = GPIOF_PIN1 == 0;
    button_was_up = button_was_up || !down;
    return down && button_was_up;
}

bool hl_port_charging(void) { return false; }

void hl_port_power(struct hl_port_power *power)
{
    power->battery_pct = 255;
    power->battery_mv = 0;
}

bool hl_port_store_read(uint32_t at, uint8_t *to, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        to[i] = store[at + i];
    }
    return true;
}

bool hl_port_store_write(uint32_t at, const uint8_t *unit)
{
    for (unsigned i = 0; i < HL_IMAGE_UNIT_BYTES; i++) {
        store[at + i] = unit[i];
    }
    return true;
}

/* No source of random bits: good enough to tell one write from another, and this board has no key to guard. */
void hl_port_random(uint8_t *to, size_t bytes)
{
    uint32_t bits = clip.boot_id ^ hl_port_now_us();
    for (size_t i = 0; i < bytes; i++) {
        bits = bits * 1664525u + 1013904223u + ticks_over;
        to[i] = (uint8_t)(bits >> 24);
    }
}

const uint8_t *hl_port_key(void) { return NULL; }

int main(void)
{
    start_clock();
    start_pins();
    uint8_t reason = reset_reason();
    /* This chip has no source of random bits. Until the first byte comes in the clip has nothing to do, and how many
     * 20 ns have passed by then nobody can know. */
    while ((UART0_FR & UART_FR_RXFE) != 0) {
        hl_port_now_us();
    }
    uint32_t boot_id = (hl_port_now_us() * TICKS_PER_US + ticks_over) * 2654435761u;
    hl_clip_start(&clip, boot_id, reason);
    for (;;) {
        hl_clip_poll(&clip);
    }
}
