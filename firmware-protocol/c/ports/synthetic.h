/* A runner's lower back made of sines, for boards without a sensor: 5 s standing, then 30 s walking and 30 s running in turn.
 * Shows that samples flow; it is no model of a gait. */
#ifndef SYNTHETIC_H
#define SYNTHETIC_H

#include <stdint.h>

#define SYNTHETIC_ACCEL_LSB_NG 488281u /* 16 g over 32768 steps. */
#define SYNTHETIC_GYRO_LSB_NDPS 61035156u /* 2000 deg/s over 32768 steps. */

void synthetic_sample(uint32_t index, uint16_t rate_hz, int16_t axes[6]);

#endif
