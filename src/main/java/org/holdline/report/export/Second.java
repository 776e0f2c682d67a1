package org.holdline.report.export;

import org.holdline.road.Watch;
import org.holdline.sample.Phase;
import org.holdline.session.BeltSpan;
import org.holdline.session.belt.Part;

/**
 * One second of a run.
 *
 * @param number from 0: it lasts from so many seconds after the first sample to one more, or to the run's end
 * @param watch what the road was doing at its end
 * @param phase at its end
 * @param belt in force at its begin
 * @param metres covered in it; NaN when not known
 * @param metresSoFar covered until its end; NaN when the speed was not known at all steps until then
 * @param part its figures
 */
record Second(long number, Watch watch, Phase phase, BeltSpan belt, double metres, double metresSoFar, Part part) {}
