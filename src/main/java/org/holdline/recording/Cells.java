package org.holdline.recording;

/** Where the cells of one line begin and end; reused from line to line. */
final class Cells {
    private final byte[] bytes;

    /** Cell i is bytes[starts[i] .. starts[i + 1] - 1): a comma, or the line's end, stands between. */
    private final int[] starts;

    private int count;

    /** @param expected number of cells that are kept; a line may turn out to have more, which are only counted */
    Cells(byte[] bytes, int expected) {
        this.bytes = bytes;
        this.starts = new int[expected + 1];
    }

    void split(int from, int to) {
        int kept = starts.length - 1;
        int found = 0;
        starts[0] = from;
        for (int at = from; at < to; at++) {
            if (bytes[at] == ',') {
                found++;
                if (found <= kept) {
                    starts[found] = at + 1;
                }
            }
        }
        found++;
        if (found <= kept) {
            starts[found] = to + 1;
        }
        count = found;
    }

    int count() {
        return count;
    }

    int from(int cell) {
        return starts[cell];
    }

    int to(int cell) {
        return starts[cell + 1] - 1;
    }

    /** Whether {@code bytes[from..to)} is this ASCII word of small letters, in whatever case. */
    static boolean isWord(byte[] bytes, int from, int to, String word) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            byte b = bytes[from + i];
            int small = b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
            if (small != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
