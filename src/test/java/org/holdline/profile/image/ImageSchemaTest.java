package org.holdline.profile.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.holdline.link.wire.Schema;
import org.junit.jupiter.api.Test;

/** The room's offsets, bounds and codes are those of the schema, which the firmware is made from. */
class ImageSchemaTest {
    private final Schema schema = Schema.load();

    @Test
    void shouldHoldEveryNumberWhereTheSchemaPutsItWhenRecordsAreCompared() {
        List<String> expected = new ArrayList<>();
        for (Schema.ImageRecord record : schema.image().records()) {
            expected.add(record.name() + " " + record.type() + " " + record.perSensor());
            record.fields()
                    .forEach(field -> expected.add(String.format(
                            Locale.ROOT,
                            "%d %s %d..%d",
                            field.offset(),
                            field.type().toUpperCase(Locale.ROOT),
                            field.min(),
                            field.max())));
        }
        List<String> found = new ArrayList<>();
        for (ImageRecord record : ImageRecord.values()) {
            found.add(record.name() + " " + record.type() + " " + record.isPerSensor());
            record.cells()
                    .forEach(cell -> found.add(String.format(
                            Locale.ROOT, "%d %s %d..%d", cell.offset(), cell.type(), cell.low(), cell.high())));
        }
        assertEquals(String.join("\n", expected), String.join("\n", found));
    }

    @Test
    void shouldHoldTheSameConstantsWhenLayoutsAreCompared() {
        assertEquals(schema.constant("IMAGE_MAGIC"), ImageLayout.MAGIC);
        assertEquals(schema.constant("IMAGE_LAYOUT"), ImageLayout.LAYOUT);
        assertEquals(schema.constant("IMAGE_UNIT_BYTES"), ImageLayout.PAGE_BYTES);
        assertEquals(schema.constant("IMAGE_HEADER_BYTES"), ImageLayout.HEADER_BYTES);
        assertEquals(schema.constant("IMAGE_MAX_BYTES"), ImageLayout.MAX_IMAGE_BYTES);
        assertEquals(schema.constant("IMAGE_RECORD_BYTES"), ImageLayout.RECORD_HEADER_BYTES);
        assertEquals(schema.constant("IMAGE_CRITICAL"), ImageLayout.CRITICAL);
        assertEquals(schema.constant("SLOT_COUNT"), ImageLayout.SLOTS);
        assertEquals(schema.constant("SLOT_BYTES"), ImageLayout.SLOT_BYTES);
        assertEquals(schema.constant("SLOT_STATE_AT"), ImageLayout.STATE_AT);
        assertEquals(schema.constant("SLOT_IMAGE_AT"), ImageLayout.IMAGE_AT);
        assertEquals(schema.constant("SLOT_CONFIRMED_MAGIC"), ImageLayout.CONFIRMED_MAGIC);
    }

    @Test
    void shouldHoldTheSameHeaderWhenOffsetsAreCompared() {
        assertEquals(
                List.of(
                        ImageLayout.MAGIC_AT,
                        ImageLayout.LAYOUT_AT,
                        ImageLayout.HEADER_BYTES_AT,
                        ImageLayout.BODY_BYTES_AT,
                        ImageLayout.GENERATION_AT,
                        ImageLayout.SERIAL_AT,
                        ImageLayout.CREATED_AT,
                        ImageLayout.TOOL_AT,
                        ImageLayout.BODY_CRC_AT,
                        ImageLayout.RESERVED_AT,
                        ImageLayout.HEADER_CRC_AT),
                schema.image().header().stream().map(Schema.Field::offset).toList());
        assertEquals(
                List.of(0, ImageLayout.STATE_GENERATION_AT, ImageLayout.STATE_HEADER_CRC_AT, ImageLayout.STATE_CRC_AT),
                schema.image().confirmation().stream().map(Schema.Field::offset).toList());
    }

    @Test
    void shouldHoldTheSameCodesWhenFaultsAndSlotsAreCompared() {
        assertEquals(
                codes("FAULT"),
                Arrays.stream(ImageFault.values())
                        .map(fault -> fault.name() + " " + fault.code())
                        .toList());
        assertEquals(
                codes("SLOT"),
                Arrays.stream(Slot.State.values())
                        .map(state -> state.name() + " " + state.ordinal())
                        .toList());
    }

    private List<String> codes(String list) {
        return schema.enums().stream()
                .filter(names -> names.name().equals(list))
                .flatMap(names -> names.values().stream())
                .map(value -> value.name() + " " + value.value())
                .toList();
    }
}
