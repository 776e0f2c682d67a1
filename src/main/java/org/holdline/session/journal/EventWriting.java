package org.holdline.session.journal;

import org.holdline.road.Event;

/** Events to bytes: of each only what differs from the one before it, since most fields stay. */
final class EventWriting {
    private final long[] before = new long[EventFields.ALL.size()];
    private final long[] now = new long[EventFields.ALL.size()];

    /** The names of fields and words, so that a reader goes by them and not by their order. */
    static void fields(Packer out) {
        out.u16(EventFields.ALL.size());
        for (EventFields.Field field : EventFields.ALL) {
            out.text(field.name());
            out.u8(field.type());
            if (field.type() == EventFields.WORD) {
                out.u8(field.words().size());
                field.words().forEach(out::text);
            }
        }
    }

    /** A bit for each field that changed, the first field lowest; then by how much each of them changed. */
    void event(Event event, Packer out) {
        for (int i = 0; i < now.length; i++) {
            now[i] = EventFields.ALL.get(i).get().applyAsLong(event);
        }
        for (int from = 0; from < now.length; from += Byte.SIZE) {
            int bits = 0;
            for (int i = from; i < Math.min(now.length, from + Byte.SIZE); i++) {
                bits |= now[i] != before[i] ? 1 << (i - from) : 0;
            }
            out.u8(bits);
        }
        for (int i = 0; i < now.length; i++) {
            if (now[i] != before[i]) {
                out.number(now[i] - before[i]);
                before[i] = now[i];
            }
        }
    }
}
