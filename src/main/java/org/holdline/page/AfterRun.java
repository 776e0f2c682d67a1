package org.holdline.page;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdline.page.Door.Refusal;
import org.holdline.text.Language;
import org.jspecify.annotations.Nullable;

/** What is asked of a run that is over: its report, and what may be said of it. <b>Thread-safe.</b> */
final class AfterRun {
    private static final Pattern SAID = Pattern.compile("(effort|discomfort) (10|\\d)");
    private static final Refusal NOT_SAID = new Refusal(400, "expected: effort|discomfort 0..10\n");
    private static final Refusal NO_REPORT = new Refusal(404, "there is no report of this run, or not yet\n");

    /** Sends a page; null when it has been sent. */
    interface Sending {
        @Nullable
        Refusal send(byte[] page) throws IOException;
    }

    private volatile @Nullable Afterwards given;

    void begin(Afterwards afterwards) {
        given = afterwards;
    }

    /** @param query language=de or en, units=mi or km, in any order; what is not known counts as not said */
    @Nullable
    Refusal report(String query, Sending sending) throws IOException {
        Afterwards now = given;
        if (now == null) {
            return NO_REPORT;
        }
        List<String> wishes = List.of(query.split("&", -1));
        Language language = wishes.contains("language=de") ? Language.GERMAN : Language.ENGLISH;
        byte[] page;
        try {
            page = now.report(language, wishes.contains("units=mi"));
        } catch (IOException e) {
            return cannot(e);
        }
        return sending.send(page);
    }

    /** Null when it is kept. */
    @Nullable
    Refusal said(String body) {
        Matcher words = SAID.matcher(body);
        if (!words.matches()) {
            return NOT_SAID;
        }
        Afterwards now = given;
        if (now == null) {
            return NO_REPORT;
        }
        Afterwards.Said what =
                words.group(1).equals("effort") ? Afterwards.Said.EFFORT : Afterwards.Said.DISCOMFORT;
        try {
            now.said(what, Integer.parseInt(words.group(2)));
        } catch (IOException e) {
            return cannot(e);
        }
        return null;
    }

    void done() {
        Afterwards now = given;
        if (now != null) {
            now.done();
        }
    }

    private static Refusal cannot(IOException e) {
        return new Refusal(503, e.getMessage() + "\n");
    }
}
