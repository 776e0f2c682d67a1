#include "synthetic.h"

#define STEPS_PER_G 2048
#define STANDING_S 5u
#define SPELL_S 30u
#define TURN 65536u

struct gait {
    uint16_t steps_per_100_s;
    int16_t bounce; /* Steps of the accelerometer. */
    int16_t surge;
    int16_t nod; /* Steps of the gyroscope. */
    int16_t sway;
};

static const struct gait WALK = {180, 600, 300, 500, 700};
static const struct gait RUN = {270, 2900, 700, 1200, 1500};

/* Parabola through the zeros and peaks of a sine: angle in 1/65536 turn, 32767 at most. */
static int32_t sine(uint32_t angle)
{
    int32_t x = (int32_t)(angle % (TURN / 2));
    int32_t y = x * (32768 - x) / 8193;
    return angle % TURN < TURN / 2 ? y : -y;
}

static int16_t swing(int16_t amplitude, uint32_t angle)
{
    return (int16_t)(amplitude * sine(angle) / 32768);
}

void synthetic_sample(uint32_t index, uint16_t rate_hz, int16_t axes[6])
{
    uint32_t second = index / rate_hz;
    for (unsigned axis = 0; axis < 6; axis++) {
        axes[axis] = 0;
    }
    axes[2] = STEPS_PER_G;
    if (second < STANDING_S) {
        return;
    }
    const struct gait *gait = (second - STANDING_S) / SPELL_S % 2 == 0 ? &WALK : &RUN;
    /* A spell at a time, so that nothing overflows. */
    uint32_t in_spell = index - (STANDING_S + (second - STANDING_S) / SPELL_S * SPELL_S) * rate_hz;
    uint32_t step = in_spell * (TURN * gait->steps_per_100_s / 100u / rate_hz);
    axes[0] = swing(gait->surge, step + TURN / 4);
    axes[1] = swing((int16_t)(gait->surge / 2), step / 2);
    axes[2] = (int16_t)(STEPS_PER_G + swing(gait->bounce, step));
    axes[3] = swing(gait->sway, step / 2);
    axes[4] = swing(gait->nod, step + TURN / 8);
    axes[5] = swing(gait->sway, step / 2 + TURN / 4);
}
