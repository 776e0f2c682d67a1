#include "holdline_profile.h"

#include "holdline_parts.h"

#define CONFIRMATION_BYTES 16u

static uint32_t place(uint8_t index, unsigned at)
{
    return index * HL_SLOT_BYTES + at;
}

bool hl_is_same(const uint8_t *a, const uint8_t *b, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        if (a[i] != b[i]) {
            return false;
        }
    }
    return true;
}

static bool put(uint32_t at, const uint8_t *unit)
{
    uint8_t back[16];
    if (!hl_port_store_write(at, unit)) {
        return false;
    }
    for (unsigned from = 0; from < HL_IMAGE_UNIT_BYTES; from += sizeof back) {
        if (!hl_port_store_read(at + from, back, sizeof back) || !hl_is_same(back, unit + from, sizeof back)) {
            return false;
        }
    }
    return true;
}

bool hl_store_put(uint8_t index, uint16_t image_at, const uint8_t *unit)
{
    return put(place(index, HL_SLOT_IMAGE_AT + image_at), unit);
}

static void confirmation(const struct hl_image *image, uint8_t *to)
{
    hl_put_u32(to + HL_IMAGE_CONFIRMATION_MAGIC_AT, HL_SLOT_CONFIRMED_MAGIC);
    hl_put_u32(to + HL_IMAGE_CONFIRMATION_GENERATION_AT, image->generation);
    hl_put_u32(to + HL_IMAGE_CONFIRMATION_HEADER_CRC_AT, image->header_crc);
    hl_put_u32(to + HL_IMAGE_CONFIRMATION_CRC_AT, hl_crc32c(to, HL_IMAGE_CONFIRMATION_CRC_AT));
}

bool hl_store_confirm(uint8_t index, const struct hl_image *image)
{
    uint8_t unit[HL_IMAGE_UNIT_BYTES];
    for (unsigned i = 0; i < HL_IMAGE_UNIT_BYTES; i++) {
        unit[i] = 0xFFu;
    }
    if (image != NULL) {
        confirmation(image, unit);
    }
    return put(place(index, HL_SLOT_STATE_AT), unit);
}

bool hl_store_read(uint8_t index, uint16_t image_at, uint8_t *to, size_t bytes)
{
    return hl_port_store_read(place(index, HL_SLOT_IMAGE_AT + image_at), to, bytes);
}

static bool is_erased(uint8_t index)
{
    uint8_t bytes[CONFIRMATION_BYTES];
    for (unsigned at = HL_SLOT_STATE_AT; at < HL_SLOT_IMAGE_AT + HL_IMAGE_HEADER_BYTES; at += sizeof bytes) {
        if (at >= HL_SLOT_STATE_AT + CONFIRMATION_BYTES && at < HL_SLOT_IMAGE_AT) {
            continue; /* The rest of that unit says nothing. */
        }
        if (!hl_port_store_read(place(index, at), bytes, sizeof bytes)) {
            return false;
        }
        for (unsigned i = 0; i < sizeof bytes; i++) {
            if (bytes[i] != 0xFFu) {
                return false;
            }
        }
    }
    return true;
}

static bool is_confirmed(uint8_t index, const struct hl_image *image)
{
    uint8_t expected[CONFIRMATION_BYTES];
    uint8_t found[CONFIRMATION_BYTES];
    confirmation(image, expected);
    return hl_port_store_read(place(index, HL_SLOT_STATE_AT), found, sizeof found)
        && hl_is_same(found, expected, sizeof found);
}

void hl_store_look(struct hl_slot *slot, uint8_t index, uint16_t bytes, const uint8_t *serial)
{
    slot->state = HL_SLOT_INVALID;
    if (!hl_image_check(place(index, HL_SLOT_IMAGE_AT), bytes, serial, &slot->image)) {
        return;
    }
    if (slot->image.fault == HL_FAULT_NONE) {
        slot->state = is_confirmed(index, &slot->image) ? HL_SLOT_CONFIRMED : HL_SLOT_UNCONFIRMED;
    } else if (is_erased(index)) {
        slot->state = HL_SLOT_EMPTY;
    }
}

uint8_t hl_store_active(const struct hl_slot *slots)
{
    uint8_t best = HL_NO_SLOT;
    for (uint8_t i = 0; i < HL_SLOT_COUNT; i++) {
        if (slots[i].state == HL_SLOT_CONFIRMED
            && (best == HL_NO_SLOT || slots[i].image.generation > slots[best].image.generation)) {
            best = i;
        }
    }
    return best;
}
