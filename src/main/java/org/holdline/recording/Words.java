package org.holdline.recording;

import java.util.HashSet;
import java.util.Set;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.jspecify.annotations.Nullable;

/** Cells that hold words. A phase or act nobody knows is warned of once and otherwise ignored. */
final class Words {
    /** A file full of different words is no recording's; its warnings must not fill the memory. */
    private static final int MAX_WARNED = 20;

    private static final Phase[] PHASES = Phase.values();
    private static final Act[] ACTS = Act.values();

    private final Findings findings;
    private final Set<String> warned = new HashSet<>();

    Words(Findings findings) {
        this.findings = findings;
    }

    /** The phase named in {@code bytes[from..to)}, or null when the cell is empty or the word unknown. */
    @Nullable
    Phase phase(byte[] bytes, int from, int to, long line) {
        int wordFrom = skipBlanks(bytes, from, to);
        int wordTo = dropBlanks(bytes, wordFrom, to);
        if (wordFrom == wordTo) {
            return null;
        }
        for (Phase phase : PHASES) {
            if (Cells.isWord(bytes, wordFrom, wordTo, phase.word())) {
                return phase;
            }
        }
        warnOnce(
                Column.MARKER,
                Findings.quote(bytes, wordFrom, wordTo),
                "stand, bend, drill, walk, baseline, neutral, hollow, lean, run or end",
                line);
        return null;
    }

    /** Bits of the acts named in {@code bytes[from..to)}, joined by plus signs. */
    int acts(byte[] bytes, int from, int to, long line) {
        int acts = 0;
        int wordFrom = from;
        for (int at = from; at <= to; at++) {
            if (at == to || bytes[at] == '+') {
                acts |= act(bytes, wordFrom, at, line);
                wordFrom = at + 1;
            }
        }
        return acts;
    }

    private int act(byte[] bytes, int from, int to, long line) {
        int wordFrom = skipBlanks(bytes, from, to);
        int wordTo = dropBlanks(bytes, wordFrom, to);
        if (wordFrom == wordTo) {
            return 0;
        }
        for (Act act : ACTS) {
            if (Cells.isWord(bytes, wordFrom, wordTo, act.word())) {
                return act.bit();
            }
        }
        warnOnce(
                Column.ACT,
                Findings.quote(bytes, wordFrom, wordTo),
                "mute, unmute, mark, flip, disagree, neutral, hard, easy or those of a check-in joined by +",
                line);
        return 0;
    }

    static boolean isTrue(byte[] bytes, int from, int to) {
        int wordFrom = skipBlanks(bytes, from, to);
        int wordTo = dropBlanks(bytes, wordFrom, to);
        return Cells.isWord(bytes, wordFrom, wordTo, "1") || Cells.isWord(bytes, wordFrom, wordTo, "true");
    }

    /** An empty cell is false. */
    static boolean isFalse(byte[] bytes, int from, int to) {
        int wordFrom = skipBlanks(bytes, from, to);
        int wordTo = dropBlanks(bytes, wordFrom, to);
        return wordFrom == wordTo
                || Cells.isWord(bytes, wordFrom, wordTo, "0")
                || Cells.isWord(bytes, wordFrom, wordTo, "false");
    }

    private void warnOnce(Column column, String word, String expected, long line) {
        if (warned.size() >= MAX_WARNED || !warned.add(column.word() + word)) {
            return;
        }
        findings.warn(line, column.word() + " " + word + " ignored, expected " + expected);
        if (warned.size() == MAX_WARNED) {
            findings.warn(line, "further unknown words are not listed, expected at most " + MAX_WARNED);
        }
    }

    private static int skipBlanks(byte[] bytes, int from, int to) {
        while (from < to && DecimalCell.isBlank(bytes[from])) {
            from++;
        }
        return from;
    }

    private static int dropBlanks(byte[] bytes, int from, int to) {
        while (from < to && DecimalCell.isBlank(bytes[to - 1])) {
            to--;
        }
        return to;
    }
}
