package org.holdline.app;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.holdline.report.StepTable;
import org.holdline.report.export.ExportFormat;
import org.holdline.report.html.PhysioSheet;
import org.holdline.report.html.ReportOptions;
import org.holdline.report.html.ReportPage;
import org.holdline.report.reading.Reading;
import org.holdline.road.Event;
import org.holdline.sample.Act;
import org.holdline.session.KeptRun;
import org.holdline.session.RunFacts;
import org.holdline.session.store.Answers;
import org.jspecify.annotations.Nullable;

/** The forms that a kept run can be written in. */
final class RunForms {
    private RunForms() {}

    /** All there are; a new one is added here. */
    static List<RunExporter> all(KeptReports reports) {
        return List.of(
                new JsonExporter(),
                new Export(ExportFormat.FIT),
                new Export(ExportFormat.TCX),
                new Export(ExportFormat.CSV),
                new Sheet("html", ReportPage::write, reports),
                new Sheet("physio", PhysioSheet::write, reports),
                new Steps());
    }

    /** The same run without the runner's marks of discomfort: what was said of a run leaves only when that is asked for. */
    static KeptRun withoutMarks(KeptRun run) {
        List<Event> events = new ArrayList<>(run.events().size());
        for (Event event : run.events()) {
            if (event.kind != Event.Kind.ACT || !Act.MARK.isIn(event.acts)) {
                events.add(event);
            } else if (event.acts != Act.MARK.bit()) {
                Event other = new Event();
                other.copyFrom(event);
                other.acts &= ~Act.MARK.bit();
                events.add(other);
            }
        }
        return new KeptRun(run.facts(), events, run.summary(), run.belt(), run.ending());
    }

    private record Export(ExportFormat format) implements RunExporter {
        @Override
        public String form() {
            return format.word();
        }

        @Override
        public boolean needsConsent(RunFacts facts) {
            return format.needsConsent(facts);
        }

        @Override
        public void write(KeptRun run, @Nullable Answers said, OutputStream out) throws IOException {
            format.export().write(run, out);
        }
    }

    private interface Writing {
        void write(Reading reading, ReportOptions options, OutputStream out) throws IOException;
    }

    private record Sheet(String form, Writing writing, KeptReports reports) implements RunExporter {
        @Override
        public String end() {
            return form.equals("html") ? form : form + ".html";
        }

        @Override
        public void write(KeptRun run, @Nullable Answers said, OutputStream out) throws IOException {
            ReportOptions options = reports.options(run, reports.told(run.facts(), said));
            writing.write(Reading.of(run, options.discomfort(), options.earlier()), options, out);
        }
    }

    private record Steps() implements RunExporter {
        @Override
        public String form() {
            return "steps";
        }

        @Override
        public String end() {
            return "steps.csv";
        }

        @Override
        public void write(KeptRun run, @Nullable Answers said, OutputStream out) throws IOException {
            StepTable.write(run.events(), run.facts().info().simulated(), out);
        }

        @Override
        public Dictionary dictionary() {
            return StepTable::dictionary;
        }
    }
}
