/* REV A - NOT FABRICATED. Pins of the Holdline clip rev A, made by hardware/tools/make.py from
 * hardware/clip/revA/board.toml; not edited. Numbers as Nordic counts: 32 * port + line. */
#ifndef HOLDLINE_CLIP_REV_A_H
#define HOLDLINE_CLIP_REV_A_H

#define HL_PIN_SDA 26u /* P0.26, pad 19, H0D1; hl_port_imu_take */
#define HL_PIN_SCL 27u /* P0.27, pad 16, H0D1; hl_port_imu_take */
#define HL_PIN_IMU_INT 45u /* P1.13, pad 6, input; hl_port_imu_take */
#define HL_PIN_TAIL_INT 42u /* P1.10, pad 3, input; hl_port_imu_take */
#define HL_PIN_HAPT_EN 15u /* P0.15, pad 39, output; hl_port_motor */
#define HL_PIN_EE_WP 47u /* P1.15, pad 8, output; hl_port_store_write */
#define HL_PIN_CHG_STAT 4u /* P0.04, pad 20, input pull up; hl_port_charging */
#define HL_PIN_VBUS_SENSE 30u /* P0.30, pad 14, analog; hl_port_charging */
#define HL_PIN_VBAT_SENSE 31u /* P0.31, pad 12, analog; hl_port_power */
#define HL_PIN_BUTTON 20u /* P0.20, pad 44, input pull up; hl_port_button_down */
#define HL_PIN_LED 22u /* P0.22, pad 46, output low on */

#define HL_ADDRESS_LOWER 0x68u /* U2 */
#define HL_ADDRESS_EEPROM 0x50u /* U3 */
#define HL_ADDRESS_HAPTIC 0x5Au /* U4 */
#define HL_ADDRESS_UPPER 0x69u /* on the tail */

/* Rows: forward, left, up of the worn clip from the chip's x, y, z. */
#define HL_AXES_LOWER {{0, 0, -1}, {-1, 0, 0}, {0, 1, 0}}
#define HL_AXES_UPPER {{0, 0, -1}, {-1, 0, 0}, {0, 1, 0}}

#endif
