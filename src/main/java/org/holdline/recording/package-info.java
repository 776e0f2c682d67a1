/**
 * Files to samples and back: the CSV a run is recorded in, and the CSV other people's recordings come in.
 *
 * <p>The format, plain or gzipped, UTF-8, lines ended by LF or CRLF, of at most 64 KiB each:
 *
 * <ul>
 *   <li>{@code # key: value} lines above the header. rate_hz (50..1000, needed without t_us), placement (sacral,
 *       thoracolumbar, dual), planned_s, planned_m (0 = not said), holdline_recording (version, 1), source (the rest of
 *       the line), simulated (0, 1), accel_range_g, gyro_range_dps (full scales, 0 = not known). Of the others' values
 *       the first word counts. Any other line that begins with '#', and a blank one, is passed over wherever it stands.
 *   <li>A header line with the columns' names, in any order. ax, ay, az (specific force, m/s^2) and gx, gy, gz (angular
 *       rate, rad/s) must be there; ax2 .. gz2 (the thoracolumbar IMU), t_us, marker, act, cue_active, speed_kmh,
 *       incline_pct and temp_c may; others are ignored.
 *   <li>Rows of as many cells. Row i, from 0, is at i / rate_hz, rounded to whole us, unless there is t_us.
 * </ul>
 *
 * <p>What no line feed ends is not read: it may have been cut anywhere.
 *
 * <p>Temperature: edge. A reader belongs to the one thread that reads; a writer to the one cold thread that drains the
 * road's ring. Nothing is allocated per row in either direction.
 */
@NullMarked
package org.holdline.recording;

import org.jspecify.annotations.NullMarked;
