package org.holdline.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdline.page.Door.Refusal;
import org.holdline.text.Language;
import org.jspecify.annotations.Nullable;

/** What is asked of a run that is over: its report, and what may be said of it. <b>Thread-safe.</b> */
final class AfterRun {
    private static final String STYLE = "<style>";
    private static final Pattern SAID = Pattern.compile("(effort|discomfort) (10|\\d)");
    private static final Refusal NOT_SAID = new Refusal(400, "expected: effort|discomfort 0..10\n");
    private static final Refusal NO_REPORT = new Refusal(404, "there is no report of this run, or not yet\n");

    /** Sends a page; null when it has been sent. */
    interface Sending {
        @Nullable
        Refusal send(byte[] page, String policy) throws IOException;
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
        return sending.send(page, policy(page));
    }

    /** A report runs nothing and asks for nothing; its one style sheet is let in by its hash. */
    private static String policy(byte[] page) {
        String text = new String(page, StandardCharsets.ISO_8859_1);
        int from = text.indexOf(STYLE) + STYLE.length();
        int to = text.indexOf("</style>", from);
        String style = from < STYLE.length() || to < 0 ? "'none'" : "'sha256-" + hash(text.substring(from, to)) + "'";
        return "default-src 'none'; style-src " + style
                + "; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static String hash(String latin1) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(sha256.digest(latin1.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
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
        Afterwards.Said what = words.group(1).equals("effort") ? Afterwards.Said.EFFORT : Afterwards.Said.DISCOMFORT;
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
