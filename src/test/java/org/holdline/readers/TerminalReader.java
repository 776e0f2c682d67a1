package org.holdline.readers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the run itself has written for a person. */
public final class TerminalReader {
    private static final String READER = "terminal";

    private TerminalReader() {}

    /** So many lines begin a cue. */
    public static long cueLines(String text) {
        return Pattern.compile("(?m)^ *[\\d:]+  CUE \\d+:")
                .matcher(text)
                .results()
                .count();
    }

    /** Says what the lines of cues and the closing summary say. */
    public static void tell(String text, CrossCheck check) {
        check.say(READER, "cues", found("(?m)^  cues +(\\d+) given", text));
        check.say("lines CUE", "cues", (double) cueLines(text));
        check.say(READER, "held_back", found("(?m)^  cues .* (\\d+) held back", text));
        check.say(READER, "steps", found("(?m)^  steps +(\\d+),", text));
        check.say(READER, "running_steps", found("(?m)^  steps .* (\\d+) of them running", text));
        check.say(READER, "over_steps", found("(?m)^  beyond it +(\\d+) of", text));
        check.say(READER, "judged_steps", found("(?m)^  beyond it +\\d+ of (\\d+) steps", text));
        check.say(READER, "cadence_spm", found("(?m)^  steps .* (\\d+) per minute", text), 0.5);
        check.say(READER, "contact_ms", found("(?m)^  contact +(\\d+) ms", text), 0.5);
        check.say(READER, "oscillation_mm", found("(?m)^  contact .* up and down (\\d+) mm", text), 0.5);
        check.say(READER, "duration_s", seconds(text("(?m)^Run of ([\\d:]+)", text)), 1);
        check.say(READER, "simulated", text.contains("(simulated)") ? 1 : 0);
    }

    private static String text(String pattern, String in) {
        Matcher found = Pattern.compile(pattern).matcher(in);
        return found.find() ? found.group(1) : "NaN";
    }

    private static double found(String pattern, String in) {
        return Double.parseDouble(text(pattern, in));
    }

    /** A time as 21:02 or 1:21:02. */
    public static double seconds(String clock) {
        double seconds = 0;
        for (String part : clock.split(":", -1)) {
            seconds = 60 * seconds + Double.parseDouble(part);
        }
        return seconds;
    }
}
