package org.holdline.link.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema does not contradict itself. */
class SchemaTest {
    private final Schema schema = Schema.load();

    @Test
    void shouldLeaveNeitherHoleNorOverlapWhenFieldsFollowOneAnother() {
        for (Schema.Part part : schema.parts()) {
            int at = 0;
            for (Schema.Field field : part.fields()) {
                assertEquals(at, field.offset(), part.constantName() + "." + field.name());
                at += field.bytes();
            }
        }
    }

    @Test
    void shouldFitTheFrameWhenPayloadsAreLongest() {
        int maxPayload = schema.constant("MAX_PAYLOAD_BYTES");
        assertEquals(
                schema.constant("MAX_FRAME_BYTES"),
                schema.constant("HEADER_BYTES") + maxPayload + schema.constant("CRC_BYTES"));
        assertEquals(
                schema.constant("MIN_FRAME_BYTES"), schema.constant("HEADER_BYTES") + schema.constant("CRC_BYTES"));
        assertEquals(254, schema.constant("MAX_FRAME_BYTES"), "one COBS block without a zero");
        assertEquals(schema.constant("MAX_ENCODED_BYTES"), schema.constant("MAX_FRAME_BYTES") + 1);
        assertEquals(schema.constant("MAX_WIRE_BYTES"), schema.constant("MAX_ENCODED_BYTES") + 2);
        for (Schema.Part part : schema.parts()) {
            int tail = part.tail() == null ? 0 : part.tail().maxBytes();
            assertTrue(part.bytes() + tail <= maxPayload, part.constantName());
        }
    }

    @Test
    void shouldHoldTheLongestBatchWhenOneOrTwoImusStream() {
        Schema.Part batch = schema.part("IMU_BATCH_EVENT");
        int imuBytes = schema.constant("IMU_BYTES");
        int room = schema.constant("MAX_PAYLOAD_BYTES") - batch.bytes();
        assertEquals(schema.constant("MAX_BATCH_ONE_IMU"), room / imuBytes);
        assertEquals(schema.constant("MAX_BATCH_TWO_IMUS"), room / (2 * imuBytes));
    }

    @Test
    void shouldNameEveryTypeOnceWhenIdsAreGiven() {
        Set<Long> ids = new HashSet<>();
        schema.messages().forEach(message -> assertTrue(ids.add((long) message.id()), message.name()));
        schema.reserved().forEach(named -> assertTrue(ids.add(named.value()), named.name()));
        Set<String> parts = new HashSet<>();
        schema.parts().forEach(part -> assertTrue(parts.add(part.constantName()), part.constantName()));
    }

    @Test
    void shouldGiveDistinctNumbersWhenListsAreRead() {
        Stream.concat(schema.enums().stream(), schema.bits().stream()).forEach(list -> {
            assertEquals(
                    list.values().size(),
                    list.values().stream().map(Schema.Named::name).distinct().count(),
                    list.name());
            assertEquals(
                    list.values().size(),
                    list.values().stream().map(Schema.Named::value).distinct().count(),
                    list.name());
        });
    }

    @Test
    void shouldPointToKnownListsWhenUnitsNameThem() {
        List<String> known = new ArrayList<>();
        schema.enums().forEach(list -> known.add("enum " + list.name()));
        schema.bits().forEach(list -> known.add("bits " + list.name()));
        schema.parts().stream()
                .flatMap(part -> part.fields().stream())
                .map(Schema.Field::unit)
                .filter(unit -> unit.startsWith("enum ") || unit.startsWith("bits "))
                .forEach(unit -> assertTrue(known.contains(unit), unit));
    }

    @Test
    void shouldReportEveryCounterWhenStatusIsSent() {
        List<String> expected = schema.counters().stream()
                .map(counter -> "rx_" + counter.name())
                .toList();
        List<Schema.Field> fields = schema.part("STATUS_EVENT").fields();
        int first = fields.stream().map(Schema.Field::name).toList().indexOf(expected.getFirst());
        List<String> found = fields.subList(first, first + expected.size()).stream()
                .map(Schema.Field::name)
                .toList();
        assertEquals(expected, found);
    }

    @Test
    void shouldBeginWithTxnWhenAnAnswerIsDue() {
        for (Schema.Part part : schema.parts()) {
            boolean begins = part.fields().getFirst().name().equals("txn");
            assertEquals(!part.kind().equals("event"), begins, part.constantName());
            assertTrue(part.kind().equals("request") || !part.stored(), part.constantName() + " is stored");
        }
    }

    @Test
    void shouldTakeTheSameTimeOnTheLineWhenClocksAreCompared() {
        assertEquals(
                schema.part("TIMESYNC_REQUEST").bytes(),
                schema.part("TIMESYNC_RESPONSE").bytes());
    }

    @Test
    void shouldHaveAnAnswerFromTheOtherSideWhenARequestIsSent() {
        for (Schema.Part request : schema.parts()) {
            if (request.kind().equals("request")) {
                Schema.Part response = schema.part(request.message() + "_RESPONSE");
                assertTrue(response.fromHost() != request.fromHost(), request.constantName());
            }
        }
    }
}
