package org.holdline.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.holdline.toml.TomlFile;

/** Hard intervals of a planned run, rising and apart. */
public record Intervals(List<Span> spans) {
    public static final Intervals NONE = new Intervals(List.of());

    private static final Pattern SPAN = Pattern.compile("(\\d{1,5})-(\\d{1,5})");
    private static final int MAX_SPANS = 100;

    public Intervals {
        spans = List.copyOf(spans);
    }

    /**
     * One of them, in stream seconds.
     *
     * @param fromS its begin
     * @param toS its end, later
     */
    public record Span(int fromS, int toS) {}

    /** True inside of one, its end excluded. */
    public boolean holds(long timeUs) {
        // They rise: half of those left are passed over at a time.
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).toS * 1_000_000L <= timeUs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < spans.size() && timeUs >= spans.get(low).fromS * 1_000_000L;
    }

    @Override
    public String toString() {
        return spans.stream().map(span -> span.fromS + "-" + span.toS).collect(Collectors.joining(","));
    }

    /** As {@code 300-420,600-720}. */
    static Optional<Intervals> parsed(String text) {
        List<Span> spans = new ArrayList<>();
        int endS = -1;
        for (String part : text.split(",", -1)) {
            Matcher matcher = SPAN.matcher(part.strip());
            if (!matcher.matches() || spans.size() == MAX_SPANS) {
                return Optional.empty();
            }
            Span span = new Span(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (span.fromS <= endS || span.toS <= span.fromS) {
                return Optional.empty();
            }
            endS = span.toS;
            spans.add(span);
        }
        return Optional.of(new Intervals(spans));
    }

    /** How they are read and written. */
    record AsText() implements Kind<Intervals> {
        @Override
        public Optional<Intervals> fromToml(Object value) {
            return value instanceof String text ? parsed(text) : Optional.empty();
        }

        @Override
        public Optional<Intervals> fromText(String text) {
            return parsed(text);
        }

        @Override
        public String toToml(Intervals value) {
            return TomlFile.quoted(value.toString());
        }

        @Override
        public String expected() {
            return "rising spans of seconds, such as 300-420,600-720";
        }
    }
}
