package org.holdline.readers;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdline.page.Chromium;

/** The report and its sheet, as a browser shows them. */
public final class ReportReader {
    private static final Pattern SHARE = Pattern.compile("(\\d+) % of the steps lay beyond your band");

    private ReportReader() {}

    /** Facts at a report's head, by their names. */
    public static Map<?, ?> facts(Chromium browser) throws Exception {
        return (Map<?, ?>) browser.eval("Object.fromEntries([...document.querySelectorAll('dl.figures div')]"
                + ".map(d => [d.querySelector('dt').textContent, d.querySelector('dd').textContent]))");
    }

    /** The three sentences. */
    public static List<?> sentences(Chromium browser) throws Exception {
        return (List<?>) browser.eval("[...document.querySelectorAll('#sentences li')].map(li => li.textContent)");
    }

    private static String text(Chromium browser) throws Exception {
        return (String) browser.eval("document.body.textContent");
    }

    /** Says what the report that is shown says. */
    public static void tell(Chromium browser, double overShare, CrossCheck check) throws Exception {
        String reader = "html";
        Map<?, ?> facts = facts(browser);
        String text = text(browser);
        check.say(reader, "duration_s", TerminalReader.seconds((String) facts.get("Time")), 1);
        check.say(reader, "distance_m", 1000 * found("([\\d.]+) km", (String) facts.get("Distance")), 5.5);
        check.say(reader, "running_steps", found("(\\d+)", (String) facts.get("Running steps")));
        check.say(reader, "cues", found("(\\d+) given", (String) facts.get("Cues")));
        check.say(reader, "held_back", found("(\\d+) held back", (String) facts.get("Cues")));
        check.say(reader, "threshold_deg", found("([\\d.]+)\u00b0", (String) facts.get("Your band")), 0.05);
        check.say(reader, "cadence_spm", found("Median (\\d+) steps a minute", text), 0.5);
        check.say(reader, "contact_ms", found("Median contact (\\d+) ms", text), 0.5);
        check.say(reader, "simulated", text.contains("Simulated: nobody ran this") ? 1 : 0);
        check.say("its chart", "cues", found("your band of [^.]*\\.\\d\u00b0\\. (\\d+) cues\\.", text));
        double drawn = ((Number)
                        browser.eval("document.querySelector('#deviation svg').querySelectorAll('.cue').length"))
                .doubleValue();
        check.say("its drawing", "cues", drawn);
        shares(reader, text, overShare);
    }

    /** Says what the sheet that is shown says. */
    public static void tellSheet(Chromium browser, double overShare, CrossCheck check) throws Exception {
        String reader = "sheet";
        String text = text(browser);
        check.say(reader, "duration_s", TerminalReader.seconds(group("Time: ([\\d:]+)", text)), 1);
        check.say(reader, "over_steps", found("(\\d+) of \\d+ \\(", text));
        check.say(reader, "judged_steps", found("\\d+ of (\\d+) \\(", text));
        check.say(reader, "cues", found("\\(Cues: (\\d+)\\)", text));
        check.say(reader, "contact_ms", found("Ground contact, median(\\d+)", text), 0.5);
        check.say(reader, "simulated", text.contains("Simulated: nobody ran this") ? 1 : 0);
        shares(reader, text, overShare);
    }

    /** Each share of steps beyond the band is that of the counts. */
    private static void shares(String reader, String text, double overShare) throws IOException {
        Matcher share = SHARE.matcher(text);
        int shares = 0;
        while (share.find()) {
            shares++;
            if (Math.abs(Double.parseDouble(share.group(1)) - 100 * overShare) > 0.5 + 1e-9) {
                throw new IOException(reader + ": '" + share.group() + "', by the counts " + 100 * overShare + " %");
            }
        }
        if (shares == 0) {
            throw new IOException(reader + ": no share of steps beyond the band in " + text);
        }
    }

    private static String group(String pattern, String in) {
        Matcher found = Pattern.compile(pattern).matcher(in);
        return found.find() ? found.group(1) : "NaN";
    }

    private static double found(String pattern, String in) {
        return in == null ? Double.NaN : Double.parseDouble(group(pattern, in));
    }
}
