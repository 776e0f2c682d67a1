package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.report.EventCsv;
import org.holdline.sample.Placement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The built-in session as it came out when it was last looked at. A change of any room along the road may change it; then
 * look at the difference, and write it anew when it is as meant.
 */
class GoldenRunTest {
    private static final String WRITE = "holdline.golden.write";

    @ParameterizedTest
    @EnumSource(Placement.class)
    void shouldComeOutAsBeforeWhenTheBuiltInSessionRuns(Placement placement) throws IOException {
        TableView live = MadeRuns.live(
                new VirtualClip(
                        VirtualOptions.defaults().withPlacement(placement).withDurationS(600)),
                null);
        String now = live.table(EventCsv.CUES) + live.summaryJson().replaceAll("(,\"|\\{\")", "\n$1");
        Path file = Path.of(System.getProperty("holdline.home", "."), "src/test/resources/golden")
                .resolve(placement.word() + ".txt");
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, now);
        }
        assertEquals(
                Files.exists(file) ? Files.readString(file) : "",
                now,
                "the built-in session comes out otherwise; if it is as meant, write it anew with:"
                        + " mvn test -Dtest=GoldenRunTest -D" + WRITE + "=true");
    }
}
