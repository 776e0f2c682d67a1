package org.holdline.report.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.holdline.report.Decimals;
import org.holdline.sample.Sample;
import org.holdline.session.KeptRun;
import org.holdline.session.RunFacts;
import org.holdline.session.belt.Ground;
import org.holdline.session.belt.Part;
import org.jspecify.annotations.Nullable;

/**
 * A table with a row a second, as RFC 4180 has it: a header, commas, lines that end in CR LF. Nothing needs quotes: words are
 * ASCII without commas. An empty cell is not known.
 */
final class SecondsCsv implements RunExport {
    private static final String HEADER =
            "time_s,time_utc,phase,state,reason,belt_speed_kmh,belt_incline_pct,belt_known,"
                    + "distance_m,steps,running_steps,cadence_spm,contact_ms,vertical_oscillation_mm,stance_g,peak_g,"
                    + "judged_steps,deviation_deg,threshold_deg,confidence_pct,over_steps,over_deg_s,exposure_deg_g,cues,"
                    + "suppressed_cues,metric,origin,simulated,run_id";

    @Override
    public void write(KeptRun run, OutputStream out) throws IOException {
        Timeline timeline = new Timeline(run, Ground.of(run));
        RunFacts facts = run.facts();
        String of = run.summary().metric() + "," + facts.origin().word() + ","
                + (facts.info().simulated() ? 1 : 0) + "," + facts.id();
        Instant startedAt = facts.startedAt().truncatedTo(ChronoUnit.MILLIS);
        line(out, HEADER);
        for (Second second : timeline) {
            line(out, cells(second, startedAt) + "," + of);
        }
        out.flush();
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String cells(Second second, Instant startedAt) {
        Part part = second.part();
        Part.Gait gait = part.gait();
        Part.Posture posture = part.posture();
        boolean speedKnown = second.belt().speedMPerH() != Sample.UNKNOWN;
        boolean judged = part.judgedSteps() > 0;
        return second.number()
                + "," + startedAt.plusSeconds(second.number())
                + "," + second.phase().word()
                + "," + second.watch().state()
                + "," + second.watch().why()
                + "," + (speedKnown ? Decimals.milli(second.belt().speedMPerH()) : "")
                + "," + belt(second.belt().inclineMilliPct())
                + "," + (speedKnown ? second.belt().known().word() : "")
                + "," + (Double.isNaN(second.metresSoFar()) ? "" : decimal(second.metresSoFar()))
                + "," + part.steps()
                + "," + gait.runningSteps()
                + "," + (gait.cadenceDspm() == null ? "" : Decimals.tenths(gait.cadenceDspm()))
                + "," + whole(gait.contactMs())
                + "," + whole(gait.riseMm())
                + "," + thousandths(gait.stanceMg())
                + "," + thousandths(gait.peakMg())
                + "," + part.judgedSteps()
                + "," + thousandths(posture.deviationMdeg())
                + "," + thousandths(posture.thresholdMdeg())
                + "," + whole(posture.confidencePct())
                + "," + (judged ? String.valueOf(part.overSteps()) : "")
                + "," + (judged ? decimal(part.overDegS()) : "")
                + "," + (judged ? decimal(part.exposureDegG()) : "")
                + "," + part.cues()
                + "," + part.suppressed();
    }

    private static String belt(int thousandths) {
        return thousandths == Sample.UNKNOWN ? "" : Decimals.milli(thousandths);
    }

    private static String thousandths(@Nullable Integer value) {
        return value == null ? "" : Decimals.milli(value);
    }

    private static String whole(@Nullable Integer value) {
        return value == null ? "" : value.toString();
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
