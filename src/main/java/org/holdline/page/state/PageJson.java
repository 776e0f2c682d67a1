package org.holdline.page.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.holdline.report.JsonLines;
import org.holdline.report.JsonObject;
import org.holdline.road.Event;

/** The page's messages as bytes, one JSON object on a line. */
public final class PageJson {
    private PageJson() {}

    /** What {@link PageState} gives, as one line. */
    public static byte[] line(Map<String, ?> values) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            JsonObject.write(out, values);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory refused bytes", e);
        }
    }

    /** An event as the very line that {@code run --json} writes. */
    public static byte[] line(Event event, boolean simulated) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            JsonLines lines = new JsonLines(out, simulated);
            lines.event(event);
            lines.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory refused bytes", e);
        }
    }
}
