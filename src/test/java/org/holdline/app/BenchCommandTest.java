package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clock.Clock;
import org.holdline.link.emulated.EmulatedParams;
import org.holdline.link.emulated.EmulatedPort;
import org.holdline.report.JsonText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** That the measurements count right; how long anything took is nobody's business here. */
@Timeout(120)
class BenchCommandTest {
    @TempDir
    private Path folder;

    private static long number(Map<String, Object> object, String name) {
        return Long.parseLong(object.get(name).toString());
    }

    private static long count(Map<String, Object> object, String name) {
        return Long.parseLong(((Map<?, ?>) object.get(name)).get("count").toString());
    }

    @Test
    void shouldAccountForEveryCueWhenTheClipIsEmulated() throws Exception {
        Holdline.Ended ended =
                Holdline.run(folder, "bench", "cue", "--count", "25", "--spacing-ms", "20..40", "--json");
        assertEquals(0, ended.code(), ended.err());
        assertEquals("", ended.err());
        Map<String, Object> object = JsonText.objects(ended.out()).getFirst();
        assertEquals("holdline-bench/1", object.get("schema"));
        assertEquals(25, number(object, "delivered"), ended.out());
        assertEquals(0, number(object, "lost"), ended.out());
        assertEquals(25, number(object, "played") + number(object, "refused"), ended.out());
        assertEquals(25, count(object, "decision_to_clip_ns"));
        assertEquals(25, count(object, "decision_to_answer_ns"));
        // Eight requests in five seconds, STREAM_CTRL among them.
        assertTrue(number(object, "played") >= 7 && number(object, "refused") > 0, ended.out());
        assertEquals(number(object, "refused"), number(cast(object.get("refused_by")), "busy"));
        assertTrue(count(object, "clock_error_ns") > 0, ended.out());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object object) {
        return (Map<String, Object>) object;
    }

    @Test
    @Tag("slow")
    void shouldTellBothRunsAndWhatBrowsersGotWhenThePageIsMeasured() throws Exception {
        Holdline.Ended ended =
                Holdline.run(folder, "bench", "page", "--rounds", "1", "--duration", "5", "--speed", "20", "--json");
        assertEquals(0, ended.code(), ended.err());
        Map<String, Object> object = JsonText.objects(ended.out()).getFirst();
        assertEquals("holdline-bench/1", object.get("schema"));
        Map<String, Object> without = cast(object.get("without_browsers"));
        Map<String, Object> with = cast(object.get("with_browsers"));
        assertEquals(0, number(without, "messages"), ended.out());
        assertTrue(number(with, "messages") >= 10, ended.out());
        for (Map<String, Object> figures : List.of(without, with)) {
            assertTrue(number(figures, "vm_hwm_kb") > 32_768, ended.out());
            assertTrue(number(figures, "decision_p999_ns") >= number(figures, "decision_p50_ns"), ended.out());
        }
    }

    @Test
    void shouldSendNothingWhenMotorsWereNotAskedFor() {
        Typed typed = Typed.of("bench", "cue", "--source", "serial:" + folder.resolve("none"));
        // A port that is missing would be 3: it was not even looked for.
        assertEquals(2, typed.code());
        assertEquals("", typed.out());
        assertTrue(typed.err().contains("Nothing was sent"), typed.err());
        assertTrue(typed.err().contains("--motors"), typed.err());
        assertEquals(
                3,
                Typed.of("bench", "cue", "--motors", "--source", "serial:" + folder.resolve("none"))
                        .code());
    }

    @Test
    void shouldMeasureToTheAnswerWhenAClipHangsOnAPort() throws Exception {
        Path path = folder.resolve("clip");
        EmulatedPort port = new EmulatedPort(
                path,
                new EmulatedParams("HL000001", 5, 2, List.of(200), true),
                new VirtualBody(VirtualOptions.defaults().withMarkers(false), said -> {}),
                Clock.system(),
                0,
                0);
        Thread clip = new Thread(port, "emulated-clip");
        clip.setDaemon(true);
        clip.start();
        try {
            Holdline.Ended ended = Holdline.run(
                    folder,
                    "bench",
                    "cue",
                    "--source",
                    "serial:" + path,
                    "--motors",
                    "--count",
                    "5",
                    "--spacing-ms",
                    "20..30");
            assertEquals(0, ended.code(), ended.err());
            assertTrue(ended.out().contains("5 delivered, 0 lost; the clip played 5 and refused 0\n"), ended.out());
            assertTrue(!ended.out().contains("last byte"), "the other end is not seen: " + ended.out());
        } finally {
            end(port, clip);
        }
    }

    private static void end(EmulatedPort port, Thread clip) throws IOException, InterruptedException {
        port.close();
        clip.join(5000);
    }

    @Test
    @Tag("slow")
    void shouldServeEveryClipWhenThereAreSeveral() throws Exception {
        Holdline.Ended ended = Holdline.run(folder, "bench", "clips", "--count", "3", "--duration", "5", "--json");
        assertEquals(0, ended.code(), ended.err());
        Map<String, Object> object = JsonText.objects(ended.out()).getFirst();
        assertEquals("holdline-bench/1", object.get("schema"));
        assertEquals(3, number(object, "clips"));
        assertEquals(count(object, "decision_ns"), count(object, "sample_to_read_ns"));
        assertEquals(count(object, "decision_ns"), count(object, "clock_error_ns"));
        assertTrue(count(object, "decision_ns") > 3 * 200, ended.out());
        assertTrue(Double.parseDouble(object.get("processor_pct").toString()) > 0, ended.out());
        assertTrue(Double.parseDouble(object.get("clips_processor_pct").toString()) > 0, ended.out());
    }
}
