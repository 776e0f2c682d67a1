package org.holdline.report;

import java.util.Locale;
import org.holdline.gait.Figures;
import org.holdline.road.Event;
import org.jspecify.annotations.Nullable;

/** The rows that {@code holdline replay --emit} writes: one table a kind of event. */
public enum EventCsv {
    STEPS("t_us,side,toe_off_us,contact_ms,cadence_spm", Event.Kind.STEP) {
        @Override
        String cells(Event e) {
            return e.timeUs + "," + e.side.letter() + "," + (e.running ? e.toeOffUs : "") + ","
                    + (e.running ? e.contactMs : "") + "," + Decimals.tenths(e.cadenceDspm);
        }
    },
    /** Steps, and the figures of the stride that each ends; empty where not known. */
    ALL_STEPS(
            STEPS.header
                    + ",contact_error_ms,stance_g,peak_g,tilt_range_deg,obliquity_range_deg,rotation_range_deg,"
                    + "trunk_tilt_range_deg,trunk_obliquity_range_deg,trunk_rotation_range_deg,rotation_phase_deg,"
                    + "vertical_oscillation_mm",
            Event.Kind.STEP) {
        @Override
        String cells(Event e) {
            return STEPS.cells(e) + ","
                    + (e.contactErrorMs < 0 ? "" : e.contactErrorMs) + ","
                    + (e.stanceMg < 0 ? "" : Decimals.milli(e.stanceMg)) + ","
                    + (e.peakMg < 0 ? "" : Decimals.milli(e.peakMg)) + ","
                    + known(e.tiltMdeg) + known(e.obliquityMdeg) + known(e.rotationMdeg)
                    + known(e.trunkTiltMdeg) + known(e.trunkObliquityMdeg) + known(e.trunkRotationMdeg)
                    + known(e.phaseMdeg)
                    + (e.riseMm == Figures.NONE ? "" : e.riseMm);
        }
    },
    VERDICTS("t_us,metric,deviation_deg,threshold_deg,over,confidence,reason", Event.Kind.VERDICT) {
        @Override
        String cells(Event e) {
            return e.timeUs + "," + e.metric.word() + "," + Decimals.milli(e.deviationMdeg) + ","
                    + Decimals.milli(e.thresholdMdeg) + "," + (e.over ? 1 : 0) + "," + e.confidence + ","
                    + e.reason.word();
        }
    },
    CUES("t_us,reason,deviation_deg,pulse_ms", Event.Kind.CUE) {
        @Override
        String cells(Event e) {
            return e.timeUs + "," + e.cause.word() + "," + Decimals.milli(e.deviationMdeg) + "," + e.pulseMs;
        }
    },
    /** Cues, and those that were due and not given. */
    ALL_CUES("t_us,reason,deviation_deg,pulse_ms,given", Event.Kind.CUE) {
        @Override
        public @Nullable String row(Event e) {
            return e.kind == Event.Kind.SUPPRESSED ? cells(e) : super.row(e);
        }

        @Override
        String cells(Event e) {
            return CUES.cells(e) + "," + (e.kind == Event.Kind.CUE ? 1 : 0);
        }
    };

    private final String header;
    private final Event.Kind kind;

    EventCsv(String header, Event.Kind kind) {
        this.header = header;
        this.kind = kind;
    }

    /** A cell and the comma after it. */
    private static String known(int mdeg) {
        return (mdeg == Figures.NONE ? "" : Decimals.milli(mdeg)) + ",";
    }

    abstract String cells(Event event);

    /** First line of the table, without its end. */
    public String header() {
        return header;
    }

    /** The event as a row without its end, or null when it is of another kind. */
    public @Nullable String row(Event event) {
        return event.kind == kind ? cells(event) : null;
    }

    /** The word after {@code --emit}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
