package org.holdline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.holdline.fixed.Fixed;

/** The up vectors of every sample as rows: a table of millions of lines, so its text is made without strings. */
public final class AttitudeCsv {
    private static final int PLACES = 6;
    private static final long ONE = 1_000_000;

    private final OutputStream out;
    private final boolean dual;
    private final byte[] row = new byte[128];
    private int length;

    /** Writes the header. */
    public AttitudeCsv(OutputStream out, boolean dual) throws IOException {
        this.out = out;
        this.dual = dual;
        String header = "t_us,ux,uy,uz" + (dual ? ",ux2,uy2,uz2" : "") + "\n";
        out.write(header.getBytes(StandardCharsets.US_ASCII));
    }

    /** One row; the vectors are directions of any length, the second is ignored with one IMU. */
    public void row(long timeUs, int x, int y, int z, int x2, int y2, int z2) throws IOException {
        length = 0;
        number(timeUs);
        unit(x, y, z);
        if (dual) {
            unit(x2, y2, z2);
        }
        row[length++] = '\n';
        out.write(row, 0, length);
    }

    private void unit(long x, long y, long z) {
        // Six decimals of a unit vector need its length to more than seven digits: the sum of squares keeps them.
        long size = Math.max(1, Fixed.sqrt(x * x + y * y + z * z));
        component(x, size);
        component(y, size);
        component(z, size);
    }

    private void component(long value, long size) {
        long micro = Fixed.divideRounded(value * ONE, size);
        row[length++] = ',';
        if (micro < 0) {
            row[length++] = '-';
            micro = -micro;
        }
        row[length++] = (byte) ('0' + micro / ONE);
        row[length++] = '.';
        long unit = ONE / 10;
        for (int i = 0; i < PLACES; i++) {
            row[length++] = (byte) ('0' + micro / unit % 10);
            unit /= 10;
        }
    }

    private void number(long value) {
        long unit = 1;
        while (value / unit >= 10) {
            unit *= 10;
        }
        while (unit > 0) {
            row[length++] = (byte) ('0' + value / unit % 10);
            unit /= 10;
        }
    }
}
