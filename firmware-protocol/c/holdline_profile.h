/* Profile images and the two slots that keep them. The memory is the port's; nothing here holds a whole image.
 * Meaning: firmware-protocol/README.md, "Calibration profiles". */
#ifndef HOLDLINE_PROFILE_H
#define HOLDLINE_PROFILE_H

#include "holdline_port.h"
#include "holdline_protocol.h"

#define HL_NO_SLOT 255u
#define HL_IMAGE_OWN_BYTES 0xFFFFu /* An image as long as its header says. */

/* What the check of an image found. */
struct hl_image {
    uint32_t generation; /* This and all below 0 without a valid image. */
    uint32_t crc; /* Of the body. */
    uint32_t header_crc;
    uint16_t bytes;
    uint16_t fault_at;
    uint8_t fault; /* HL_FAULT_... */
};

struct hl_slot {
    struct hl_image image;
    uint8_t state; /* HL_SLOT_... */
};

/* Checks the image that begins at byte `at` of the memory, in the order of the text; `bytes`: how long it is, or
 * HL_IMAGE_OWN_BYTES. `serial`: of this clip, NULL for anybody's. False when the memory does not answer; the fault is then NONE. */
bool hl_image_check(uint32_t at, uint16_t bytes, const uint8_t *serial, struct hl_image *image);

/* Looks at a slot. `bytes` as above. */
void hl_store_look(struct hl_slot *slot, uint8_t index, uint16_t bytes, const uint8_t *serial);

/* Of the confirmed ones the one with the highest generation, or HL_NO_SLOT. */
uint8_t hl_store_active(const struct hl_slot *slots);

/* Write a unit and read it back; false when the memory holds something else then. */
bool hl_store_put(uint8_t index, uint16_t image_at, const uint8_t *unit);
/* NULL: takes the confirmation back. */
bool hl_store_confirm(uint8_t index, const struct hl_image *image);

/* Bytes of a slot's image. */
bool hl_store_read(uint8_t index, uint16_t image_at, uint8_t *to, size_t bytes);

/* HMAC-SHA-256 as it goes. */
struct hl_mac {
    uint32_t state[8];
    uint32_t bytes;
    uint8_t block[64];
};

void hl_mac_begin(struct hl_mac *mac, const uint8_t key[HL_CAL_KEY_BYTES]);
void hl_mac_add(struct hl_mac *mac, const uint8_t *from, size_t bytes);
/* Compares in a time that does not depend on where the two differ. */
bool hl_mac_is(struct hl_mac *mac, const uint8_t key[HL_CAL_KEY_BYTES], const uint8_t given[HL_CAL_MAC_BYTES]);

#endif
