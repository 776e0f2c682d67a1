package org.holdline.session.journal;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.holdline.road.Event;
import org.holdline.sample.Placement;
import org.holdline.sample.StreamInfo;
import org.holdline.session.Origin;
import org.holdline.session.RunFacts;
import org.jspecify.annotations.Nullable;

/** Runs that never were, with any number in any field of an event. */
public final class MadeJournal {
    private MadeJournal() {}

    /** Facts of a run measured on a body, of a runner or, with null, of a guest. */
    public static RunFacts facts(String id, @Nullable String runner) {
        return facts(id, Instant.parse("2026-03-01T07:30:00Z"), Origin.CLIP, runner);
    }

    public static RunFacts facts(String id, Instant startedAt, Origin origin, @Nullable String runner) {
        return new RunFacts(
                id,
                startedAt,
                ZoneId.of("Europe/Zurich"),
                "0.1.0",
                new StreamInfo(
                        "clip HL0001",
                        origin == Origin.SIMULATED,
                        207.987,
                        Placement.DUAL,
                        1800,
                        0,
                        156_906_400,
                        34_906_585),
                origin,
                runner);
    }

    static List<Field> fields() {
        return Arrays.stream(Event.class.getFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .toList();
    }

    /** Any value in every field, small ones and the extremes among them. */
    static Event any(Random random) {
        Event event = new Event();
        try {
            for (Field field : fields()) {
                field.set(event, anyOf(field.getType(), random));
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
        return event;
    }

    private static Object anyOf(Class<?> type, Random random) {
        boolean extreme = random.nextInt(10) == 0;
        if (type == int.class) {
            return extreme ? (random.nextBoolean() ? Integer.MIN_VALUE : Integer.MAX_VALUE) : random.nextInt(20_000);
        }
        if (type == long.class) {
            return extreme ? (random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE) : random.nextLong(1L << 40);
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        Object[] words = type.getEnumConstants();
        return words[random.nextInt(words.length)];
    }

    /** Every field of an event, to compare it by. */
    static String text(Event event) {
        StringBuilder text = new StringBuilder();
        try {
            for (Field field : fields()) {
                text.append(field.getName())
                        .append('=')
                        .append(field.get(event))
                        .append(' ');
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
        return text.toString();
    }

    static List<String> read(Path file) throws IOException {
        List<String> events = new ArrayList<>();
        JournalReader.read(file, event -> events.add(text(event)));
        return events;
    }
}
