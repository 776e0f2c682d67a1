#include "holdline_parts.h"

bool hl_button_undecided(const struct hl_clip *clip)
{
    return clip->button.phase == HL_BUTTON_DOWN || clip->button.phase == HL_BUTTON_RELEASED;
}

static void drop_oldest(struct hl_button *button)
{
    button->waiting--;
    button->told = false;
    for (unsigned i = 0; i < button->waiting; i++) {
        button->queue[i] = button->queue[i + 1];
    }
}

static void recognise(struct hl_button *button, uint8_t kind, uint32_t now_us)
{
    if (kind == HL_PRESS_SHORT) {
        button->muted = !button->muted;
    }
    if (button->waiting == HL_BUTTON_QUEUE) {
        drop_oldest(button);
        button->lost++;
    }
    struct hl_press *press = &button->queue[button->waiting++];
    button->presses++;
    button->last_txn = button->last_txn == HL_BUTTON_REQUEST_TXN_MAX ? HL_BUTTON_REQUEST_TXN_MIN
                                                                     : (uint16_t)(button->last_txn + 1u);
    press->txn = button->last_txn;
    press->kind = kind;
    press->muted = button->muted;
    press->pressed_us = button->pressed_us;
    press->known_us = now_us;
}

/* What the mere passing of time decides. */
static void decide(struct hl_clip *clip, uint32_t at_us, uint32_t now_us)
{
    struct hl_button *button = &clip->button;
    if (button->phase == HL_BUTTON_DOWN && hl_passed(button->pressed_us, at_us, HL_BUTTON_LONG_MS)) {
        button->phase = HL_BUTTON_HELD;
        recognise(button, HL_PRESS_LONG, now_us);
        if (!clip->stream.on) {
            hl_calibration_open_window(clip, now_us);
        }
    } else if (button->phase == HL_BUTTON_RELEASED && hl_passed(button->released_us, at_us, HL_BUTTON_DOUBLE_MS)) {
        button->phase = HL_BUTTON_IDLE;
        recognise(button, HL_PRESS_SHORT, now_us);
    }
}

/* A level that has lasted: it began at at_us. */
static void edge(struct hl_clip *clip, bool down, uint32_t at_us, uint32_t now_us)
{
    struct hl_button *button = &clip->button;
    decide(clip, at_us, now_us);
    if (down) {
        hl_cue_stop(clip, HL_CUE_ENDED_BUTTON, now_us);
        if (button->phase == HL_BUTTON_RELEASED) {
            button->phase = HL_BUTTON_HELD;
            recognise(button, HL_PRESS_DOUBLE, now_us);
        } else {
            button->phase = HL_BUTTON_DOWN;
            button->pressed_us = at_us;
        }
    } else if (button->phase == HL_BUTTON_DOWN) {
        button->phase = HL_BUTTON_RELEASED;
        button->released_us = at_us;
    } else {
        button->phase = HL_BUTTON_IDLE;
    }
}

void hl_button_poll(struct hl_clip *clip, uint32_t now_us)
{
    struct hl_button *button = &clip->button;
    bool raw = hl_port_button_down();
    if (raw != button->raw) {
        button->raw = raw;
        button->raw_us = now_us;
    }
    if (raw != button->level) {
        if (hl_passed(button->raw_us, now_us, HL_BUTTON_DEBOUNCE_MS)) {
            button->level = raw;
            edge(clip, raw, button->raw_us, now_us);
        }
    } else {
        /* Not while an edge is being made sure of: it may have come in time. */
        decide(clip, now_us, now_us);
    }
    while (button->waiting > 0 && hl_passed(button->queue[0].known_us, now_us, HL_BUTTON_LIFE_MS)) {
        drop_oldest(button);
        button->lost++;
    }
}

void hl_button_answered(struct hl_clip *clip, uint16_t txn)
{
    struct hl_button *button = &clip->button;
    if (button->waiting > 0 && button->queue[0].txn == txn) {
        drop_oldest(button);
    }
}

void hl_button_tell(struct hl_clip *clip, uint32_t now_us)
{
    struct hl_button *button = &clip->button;
    if (button->waiting == 0 || (button->told && !hl_passed(button->told_us, now_us, HL_BUTTON_RETRY_MS))) {
        return;
    }
    uint8_t *request = hl_out_begin(clip, HL_BUTTON_REQUEST_BYTES);
    if (request != NULL) {
        const struct hl_press *press = &button->queue[0];
        hl_button_request_set_txn(request, press->txn);
        hl_button_request_set_pressed_us(request, press->pressed_us);
        hl_button_request_set_press(request, press->kind);
        hl_button_request_set_muted(request, press->muted);
        hl_out_send(clip, HL_TYPE_BUTTON, HL_FLAG_REQUEST, HL_BUTTON_REQUEST_BYTES);
    }
    button->told = true;
    button->told_us = now_us;
}
