package org.holdline.recording;

import org.holdline.sample.Inertial;
import org.holdline.sample.Sample;

/** The rows below the header, each parsed in place into the caller's sample. */
final class Rows {
    private static final double US_PER_S = 1e6;

    private final ByteLines lines;
    private final Findings findings;
    private final Columns columns;
    private final Cells cells;
    private final Words words;
    private final byte[] bytes;
    private final boolean dual;
    private final boolean stamped;

    /** For rows without a stamp; NaN while only the stamps tell. */
    private final double rateHz;

    private long rows;
    private long lastUs = -1;
    private int speedMPerH = Sample.UNKNOWN;
    private int inclineMilliPct = Sample.UNKNOWN;

    /**
     * @param dual whether the second IMU's columns are read; they must be there then
     * @param rateHz needed when there is no column t_us
     */
    Rows(ByteLines lines, Findings findings, Columns columns, boolean dual, double rateHz) {
        this.lines = lines;
        this.findings = findings;
        this.columns = columns;
        this.dual = dual;
        this.rateHz = rateHz;
        this.stamped = columns.has(Column.T_US);
        this.bytes = lines.bytes();
        this.cells = new Cells(bytes, columns.cells());
        this.words = new Words(findings);
    }

    /** Fills the sample with the next row; false at the end of the file. */
    boolean next(Sample into) throws RecordingException {
        do {
            if (!lines.next()) {
                return false;
            }
        } while (isRemark(bytes, lines.from(), lines.to()));
        cells.split(lines.from(), lines.to());
        if (cells.count() != columns.cells()) {
            throw findings.error(
                    lines.line(), "cells: " + cells.count() + ", expected " + columns.cells() + " as in the header");
        }
        into.timeUs = timeUs();
        lower(into.lower);
        if (dual) {
            upper(into.upper);
        } else {
            clear(into.upper);
        }
        run(into);
        rows++;
        return true;
    }

    /** Whether the line {@code bytes[from..to)} says nothing about samples: blank, or begun with '#'. */
    static boolean isRemark(byte[] bytes, int from, int to) {
        while (from < to && DecimalCell.isBlank(bytes[from])) {
            from++;
        }
        return from == to || bytes[from] == '#';
    }

    private long timeUs() throws RecordingException {
        if (!stamped) {
            return Math.round(rows * US_PER_S / rateHz);
        }
        int cell = columns.cell(Column.T_US);
        long timeUs = parse(Column.T_US, cell);
        if (!Column.T_US.holds(timeUs)) {
            throw unfit(Column.T_US, cell, timeUs);
        }
        if (timeUs <= lastUs) {
            throw findings.error(
                    lines.line(), "t_us " + timeUs + " after " + lastUs + ", expected times that rise strictly");
        }
        lastUs = timeUs;
        return timeUs;
    }

    private void lower(Inertial imu) throws RecordingException {
        imu.axUms2 = number(Column.AX);
        imu.ayUms2 = number(Column.AY);
        imu.azUms2 = number(Column.AZ);
        imu.gxUrads = number(Column.GX);
        imu.gyUrads = number(Column.GY);
        imu.gzUrads = number(Column.GZ);
    }

    private void upper(Inertial imu) throws RecordingException {
        imu.axUms2 = number(Column.AX2);
        imu.ayUms2 = number(Column.AY2);
        imu.azUms2 = number(Column.AZ2);
        imu.gxUrads = number(Column.GX2);
        imu.gyUrads = number(Column.GY2);
        imu.gzUrads = number(Column.GZ2);
    }

    private static void clear(Inertial imu) {
        imu.axUms2 = 0;
        imu.ayUms2 = 0;
        imu.azUms2 = 0;
        imu.gxUrads = 0;
        imu.gyUrads = 0;
        imu.gzUrads = 0;
    }

    private void run(Sample into) throws RecordingException {
        speedMPerH = number(Column.SPEED_KMH, speedMPerH);
        inclineMilliPct = number(Column.INCLINE_PCT, inclineMilliPct);
        into.speedMPerH = speedMPerH;
        into.inclineMilliPct = inclineMilliPct;
        into.temperatureMilliC = number(Column.TEMP_C, Sample.UNKNOWN);
        into.cueActive = flag(columns.cell(Column.CUE_ACTIVE));
        int marker = columns.cell(Column.MARKER);
        into.marker = marker < 0 ? null : words.phase(bytes, cells.from(marker), cells.to(marker), lines.line());
        int act = columns.cell(Column.ACT);
        into.acts = act < 0 ? 0 : words.acts(bytes, cells.from(act), cells.to(act), lines.line());
    }

    private int number(Column column) throws RecordingException {
        int cell = columns.cell(column);
        long units = parse(column, cell);
        if (!column.holds(units)) {
            throw unfit(column, cell, units);
        }
        return (int) units;
    }

    private int number(Column column, int otherwise) throws RecordingException {
        int cell = columns.cell(column);
        if (cell < 0) {
            return otherwise;
        }
        long units = parse(column, cell);
        if (units == DecimalCell.EMPTY) {
            return otherwise;
        }
        if (!column.holds(units)) {
            throw unfit(column, cell, units);
        }
        return (int) units;
    }

    private long parse(Column column, int cell) {
        return DecimalCell.parse(bytes, cells.from(cell), cells.to(cell), column.decimals());
    }

    private boolean flag(int cell) throws RecordingException {
        if (cell < 0) {
            return false;
        }
        int from = cells.from(cell);
        int to = cells.to(cell);
        if (Words.isTrue(bytes, from, to)) {
            return true;
        }
        if (!Words.isFalse(bytes, from, to)) {
            throw findings.error(
                    lines.line(),
                    Column.CUE_ACTIVE.word() + " " + Findings.quote(bytes, from, to)
                            + ", expected 0, 1, false or true");
        }
        return false;
    }

    private RecordingException unfit(Column column, int cell, long answer) {
        return findings.error(
                lines.line(), column.complaint(Findings.quote(bytes, cells.from(cell), cells.to(cell)), answer));
    }
}
