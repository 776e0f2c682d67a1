package org.holdline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonObjectTest {
    @Test
    void shouldWriteOneLineInOrderWhenValuesAreOfEveryKind() throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("text", "a \"b\"");
        values.put("whole", 7);
        values.put("long", 1L << 40);
        values.put("part", 12.5);
        values.put("bit", true);
        values.put("inner", Map.of("p50", 3L));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonObject.write(out, values);
        assertEquals(
                "{\"text\":\"a \\\"b\\\"\",\"whole\":7,\"long\":1099511627776,\"part\":12.5,\"bit\":true,"
                        + "\"inner\":{\"p50\":3}}\n",
                out.toString(StandardCharsets.UTF_8));
    }
}
