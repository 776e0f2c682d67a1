package org.holdline.session.journal;

import java.util.ArrayList;
import java.util.List;
import org.holdline.road.Event;
import org.holdline.session.journal.JournalException.Why;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to events, by the names that the file itself holds: a field this program does not know is left out, one that the
 * file does not have stays as in a new event, and a word that this program does not know is refused.
 */
final class EventReading {
    /** One field of the file: what it is here, and where each of its words stands here; -1 for none. */
    private record Column(String name, EventFields.@Nullable Field here, List<String> words, List<Integer> wordsHere) {}

    private final List<Column> columns = new ArrayList<>();
    private final long[] values;

    EventReading(Unpacker in) throws JournalException {
        int count = in.u16();
        for (int i = 0; i < count; i++) {
            columns.add(column(in));
        }
        values = new long[count];
    }

    private static Column column(Unpacker in) throws JournalException {
        String name = in.text();
        int type = in.u8();
        List<String> words = new ArrayList<>();
        if (type == EventFields.WORD) {
            int count = in.u8();
            for (int i = 0; i < count; i++) {
                words.add(in.text());
            }
        }
        EventFields.Field here = EventFields.ALL.stream()
                .filter(field -> field.name().equals(name) && field.type() == type)
                .findAny()
                .orElse(null);
        List<Integer> wordsHere = words.stream()
                .map(word -> here == null ? -1 : here.words().indexOf(word))
                .toList();
        return new Column(name, here, words, wordsHere);
    }

    /** Fills a slot, all of whose fields are then those of the file or of a new event. */
    void event(Unpacker in, Event slot) throws JournalException {
        int[] changed = new int[(values.length + Byte.SIZE - 1) / Byte.SIZE];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = in.u8();
        }
        for (int i = 0; i < values.length; i++) {
            if ((changed[i / Byte.SIZE] >> i % Byte.SIZE & 1) != 0) {
                values[i] += in.number();
            }
        }
        slot.copyFrom(new Event());
        for (int i = 0; i < values.length; i++) {
            Column column = columns.get(i);
            EventFields.Field here = column.here();
            if (here != null) {
                here.set().accept(slot, here.type() == EventFields.WORD ? word(column, values[i]) : values[i]);
            }
        }
    }

    private static int word(Column column, long number) throws JournalException {
        if (number < 0 || number >= column.words().size()) {
            throw new JournalException(Why.UNREADABLE, column.name() + " has no word " + number);
        }
        int here = column.wordsHere().get((int) number);
        if (here < 0) {
            throw new JournalException(
                    Why.NEWER,
                    "its " + column.name() + " is " + column.words().get((int) number)
                            + ", which a later Holdline wrote and this one does not know");
        }
        return here;
    }
}
