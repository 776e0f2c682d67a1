package org.holdline.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a row was measured, and what rate follows. */
class RecordingTimeTest {
    private static final String HEADER = "ax,ay,az,gx,gy,gz\n";
    private static final String ROW = "0.1,-0.2,9.8,0.01,0.02,-0.03\n";

    @Test
    void shouldRoundTimeOfRowWhenRateIsFractional() throws IOException {
        WholeFile read = WholeFile.of("# rate_hz: 285.7142857142857\n" + HEADER + ROW.repeat(1_000));
        for (int i = 0; i < 1_000; i++) {
            assertEquals(Math.round(i * 1e6 / 285.7142857142857), read.rows().get(i).timeUs, "row " + i);
        }
    }

    @Test
    void shouldTakeRateFromMedianStepWhenOnlyStampsTell() throws IOException {
        // A gap of a second and one early sample leave the median alone.
        WholeFile read =
                WholeFile.of(stamped("", 0, 5_000, 10_000, 15_000, 1_015_000, 1_020_000, 1_025_000, 1_026_000));
        assertEquals(200, read.info().rateHz());
        assertEquals(1_015_000, read.rows().get(4).timeUs);
        assertEquals(
                2e6 / (7_812 + 7_813),
                WholeFile.of(stamped("", 0, 7_812, 15_625)).info().rateHz(),
                "even number of steps");
    }

    @Test
    void shouldTakeRateFromFirstStepsWhenFileIsLong() throws IOException {
        long[] stamps = new long[2_000];
        for (int i = 1; i < stamps.length; i++) {
            stamps[i] = stamps[i - 1] + (i <= 400 ? 4_000 : 10_000);
        }
        WholeFile read = WholeFile.of(stamped("", stamps));
        assertEquals(250, read.info().rateHz());
        assertEquals(
                Arrays.stream(stamps).boxed().toList(),
                read.rows().stream().map(r -> r.timeUs).toList());
    }

    @Test
    void shouldKeepWrittenRateWhenItFitsTheStamps() throws IOException {
        WholeFile read = WholeFile.of(stamped("# rate_hz: 199.5\n", 0, 5_000, 10_000));
        assertEquals(199.5, read.info().rateHz());
        assertEquals(List.of(), read.warnings());
        assertEquals(
                123.5, WholeFile.of(stamped("# rate_hz: 123.5\n", 0)).info().rateHz(), "one row has no step");
    }

    @Test
    void shouldTrustStampsWithWarningWhenWrittenRateDoesNotFit() throws IOException {
        WholeFile read = WholeFile.of(stamped("# rate_hz: 100\n", 0, 5_000, 10_000));
        assertEquals(200, read.info().rateHz());
        assertEquals(
                List.of(WholeFile.warning(2, "rate_hz 100.0 does not fit t_us, expected 200.0 Hz, which is used")),
                read.warnings());
    }

    @Test
    void shouldReadStampsWhenTheyAreDecimalOrNeedSixtyFourBits() throws IOException {
        String text = "# rate_hz: 100\n# placement: sacral\nt_us," + HEADER;
        WholeFile read = WholeFile.of(text + "0.4," + ROW + "10000.5," + ROW + "2e4," + ROW);
        assertEquals(
                List.of(0L, 10_001L, 20_000L),
                read.rows().stream().map(r -> r.timeUs).toList());
        WholeFile late = WholeFile.of(text + "3999999999990000," + ROW + "4000000000000000," + ROW);
        assertEquals(
                List.of(3_999_999_999_990_000L, 4_000_000_000_000_000L),
                late.rows().stream().map(r -> r.timeUs).toList());
    }

    private static String stamped(String key, long... stamps) {
        StringBuilder text = new StringBuilder("# placement: sacral\n" + key + "t_us," + HEADER);
        for (long stamp : stamps) {
            text.append(stamp).append(',').append(ROW);
        }
        return text.toString();
    }
}
