package org.holdline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AttitudeCsvTest {
    private static final long SEED = 71_003;

    /** Half a unit of the sixth decimal, and what the whole-number length of the vector may add. */
    private static final double TOLERANCE = 0.5e-6 + 0.21e-6;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void shouldWriteGoldenRowsWhenOneImuIsWorn() throws IOException {
        AttitudeCsv csv = new AttitudeCsv(bytes, false);
        csv.row(0, 0, 0, 9_806_650, 1, 2, 3);
        csv.row(5000, -9_806_650, 0, 0, 0, 0, 0);
        csv.row(1_234_567_890_123L, 3_000_000, -4_000_000, 0, 0, 0, 0);
        csv.row(10, 0, 0, 0, 0, 0, 0);
        assertEquals("""
                t_us,ux,uy,uz
                0,0.000000,0.000000,1.000000
                5000,-1.000000,0.000000,0.000000
                1234567890123,0.600000,-0.800000,0.000000
                10,0.000000,0.000000,0.000000
                """, text());
    }

    @Test
    void shouldWriteBothVectorsWhenTwoImusAreWorn() throws IOException {
        new AttitudeCsv(bytes, true).row(25, 0, 9_806_650, 0, 6_000_000, 0, 8_000_000);
        assertEquals("t_us,ux,uy,uz,ux2,uy2,uz2\n25,0.000000,1.000000,0.000000,0.600000,0.000000,0.800000\n", text());
    }

    @Test
    void shouldAgreeWithDoubleArithmeticWhenDirectionsAreRandom() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        int rows = 20_000;
        int[][] vectors = new int[rows][3];
        AttitudeCsv csv = new AttitudeCsv(bytes, false);
        for (int i = 0; i < rows; i++) {
            // From half of gravity to the largest force a source may deliver.
            double length = random.nextDouble(4.9e6, i % 10 == 0 ? 400e6 : 20e6);
            double z = random.nextDouble(-1, 1);
            double turn = random.nextDouble(2 * Math.PI);
            double flat = Math.sqrt(1 - z * z);
            vectors[i] = new int[] {
                (int) (length * flat * Math.cos(turn)), (int) (length * flat * Math.sin(turn)), (int) (length * z)
            };
            csv.row(i, vectors[i][0], vectors[i][1], vectors[i][2], 0, 0, 0);
        }
        String[] lines = text().split("\n", -1);
        assertEquals(rows + 2, lines.length);
        for (int i = 0; i < rows; i++) {
            String[] cells = lines[i + 1].split(",", -1);
            assertEquals(i, Long.parseLong(cells[0]));
            double length = Math.sqrt((double) vectors[i][0] * vectors[i][0]
                    + (double) vectors[i][1] * vectors[i][1]
                    + (double) vectors[i][2] * vectors[i][2]);
            for (int axis = 0; axis < 3; axis++) {
                assertEquals(
                        vectors[i][axis] / length,
                        Double.parseDouble(cells[axis + 1]),
                        TOLERANCE,
                        lines[i + 1] + ", seed " + SEED);
            }
        }
    }

    @Test
    void shouldNeverWriteMinusZeroWhenAComponentRoundsToNothing() throws IOException {
        new AttitudeCsv(bytes, false).row(0, -1, -4, 9_806_650, 0, 0, 0);
        assertTrue(text().endsWith("\n0,0.000000,0.000000,1.000000\n"), text());
    }

    private String text() {
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
