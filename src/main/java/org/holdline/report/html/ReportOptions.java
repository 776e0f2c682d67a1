package org.holdline.report.html;

import java.util.List;
import org.holdline.report.reading.Discomfort;
import org.holdline.report.reading.PastRun;
import org.holdline.text.Language;

/**
 * For whom a report is.
 *
 * @param miles distances and speeds in miles instead of km
 * @param discomfort what the runner said of it
 * @param earlier other kept runs, of any runner, in any order: those that are alike are compared
 * @param planKept whether the plan for next time has been stored, so that the next run starts with it
 */
public record ReportOptions(
        Language language, boolean miles, Discomfort discomfort, List<PastRun> earlier, boolean planKept) {
    public ReportOptions {
        earlier = List.copyOf(earlier);
    }

    /** In a language, with nothing known beside the run. */
    public static ReportOptions in(Language language) {
        return new ReportOptions(language, false, Discomfort.UNSAID, List.of(), false);
    }

    /** The same in miles, or in km. */
    public ReportOptions withMiles(boolean wanted) {
        return new ReportOptions(language, wanted, discomfort, earlier, planKept);
    }

    /** The same where the plan for next time has been stored, or has not. */
    public ReportOptions planned(boolean kept) {
        return new ReportOptions(language, miles, discomfort, earlier, kept);
    }

    /** The same with what the runner said. */
    public ReportOptions with(Discomfort said) {
        return new ReportOptions(language, miles, said, earlier, planKept);
    }

    /** The same beside other runs. */
    public ReportOptions beside(List<PastRun> others) {
        return new ReportOptions(language, miles, discomfort, others, planKept);
    }
}
