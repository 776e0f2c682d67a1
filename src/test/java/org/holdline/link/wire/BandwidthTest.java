package org.holdline.link.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The README's table of loads is computed, so that it cannot drift from the layouts. */
class BandwidthTest {
    private static final int BITS_PER_BYTE = 10;
    private static final int BAUD = 115_200;

    private final Schema schema = Schema.load();

    @Test
    void shouldStandInTheReadmeWhenLoadsAreComputed() throws IOException {
        String readme = Files.readString(Schema.FOLDER.resolve("README.md"));
        String table = table();
        assertTrue(readme.contains(table), () -> "README.md needs this table:\n" + table);
    }

    private String table() {
        StringBuilder out = new StringBuilder();
        out.append(
                "| IMUs | Hz | samples a batch | bytes a batch | bytes/s | of 115,200 baud | of 460,800 | oldest sample |\n");
        out.append("|---|---|---|---|---|---|---|---|\n");
        int[][] settings = {
            {1, 100, 4},
            {1, 200, 1},
            {1, 200, 4},
            {1, 200, 8},
            {1, 400, 1},
            {1, 400, 4},
            {1, 400, 8},
            {1, 1000, 19},
            {2, 100, 4},
            {2, 200, 1},
            {2, 200, 4},
            {2, 200, 8},
            {2, 400, 4},
            {2, 400, 9},
            {2, 1000, 9}
        };
        for (int[] setting : settings) {
            row(out, setting[0], setting[1], setting[2]);
        }
        return out.toString();
    }

    /** Everything a clip sends of its own accord or is asked for regularly: batches, STATUS, answers to TIMESYNC. */
    private void row(StringBuilder out, int imus, int rateHz, int samples) {
        int batchBytes = wireBytes(schema.part("IMU_BATCH_EVENT").bytes() + 12 * imus * samples);
        double perSecond = (double) rateHz / samples * batchBytes
                + 1000.0
                        / schema.constant("STATUS_PERIOD_MS")
                        * wireBytes(schema.part("STATUS_EVENT").bytes())
                + 1000.0
                        / schema.constant("TIMESYNC_PERIOD_MS")
                        * wireBytes(schema.part("TIMESYNC_RESPONSE").bytes());
        double load = perSecond * BITS_PER_BYTE / BAUD;
        double oldestMs = 1000.0 * (samples - 1) / rateHz + 1000.0 * batchBytes * BITS_PER_BYTE / BAUD;
        out.append(String.format(
                Locale.ROOT,
                "| %d | %d | %d | %d | %.0f | %.0f %% | %.0f %% | %s |\n",
                imus,
                rateHz,
                samples,
                batchBytes,
                perSecond,
                100 * load,
                100 * load / 4,
                load > 1 ? "does not fit" : String.format(Locale.ROOT, "%.1f ms", oldestMs)));
    }

    /** No frame has a block of 254 bytes without a zero, so COBS adds one byte. */
    private int wireBytes(int payload) {
        return schema.constant("HEADER_BYTES") + payload + schema.constant("CRC_BYTES") + 2;
    }
}
