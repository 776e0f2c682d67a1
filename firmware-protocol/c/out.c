#include "holdline_parts.h"

uint8_t *hl_out_begin(struct hl_clip *clip, size_t payload)
{
    struct hl_out *out = &clip->out;
    size_t bytes = 1u + HL_WIRE_OVERHEAD + payload;
    if (out->to + bytes > HL_OUT_BYTES && out->from > 0) {
        out->to = (uint16_t)(out->to - out->from);
        hl_copy(out->wire, out->wire + out->from, out->to);
        out->from = 0;
    }
    if (out->to + bytes > HL_OUT_BYTES) {
        out->dropped++;
        return NULL;
    }
    out->begun = out->to;
    if (out->silent) {
        out->wire[out->begun++] = 0;
    }
    return out->wire + out->begun + HL_PAYLOAD_AT;
}

void hl_out_send(struct hl_clip *clip, uint8_t type, uint8_t flags, size_t payload)
{
    struct hl_out *out = &clip->out;
    uint8_t version = clip->reader.version == HL_VERSION_NONE ? HL_VERSION_MIN : clip->reader.version;
    size_t wire = hl_frame_close(out->wire + out->begun, version, type, flags, out->seq++, payload);
    out->to = (uint16_t)(out->begun + wire);
    out->silent = false;
    out->frames++;
}

bool hl_out_flush(struct hl_clip *clip, uint32_t now_us)
{
    struct hl_out *out = &clip->out;
    if (out->from < out->to) {
        size_t taken = hl_port_write(out->wire + out->from, (size_t)(out->to - out->from));
        if (taken > 0) {
            out->from = (uint16_t)(out->from + taken);
            out->sent_us = now_us;
        }
        if (out->from < out->to) {
            return false;
        }
        out->from = 0;
        out->to = 0;
    }
    return true;
}

void hl_out_look(struct hl_clip *clip, uint32_t now_us)
{
    struct hl_out *out = &clip->out;
    out->silent = out->silent || (out->from == out->to && hl_passed(out->sent_us, now_us, HL_LEADING_ZERO_MS));
}

void hl_out_clear(struct hl_clip *clip)
{
    clip->out.from = 0;
    clip->out.to = 0;
    clip->out.silent = true;
}
