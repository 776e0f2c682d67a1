package org.holdline.profile.form;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.holdline.toml.TomlFile;
import org.holdline.toml.TomlFile.Entry;
import org.holdline.toml.TomlFile.Items;

/** What one field may hold, how TOML writes it, and how it is shown. */
public sealed interface Shape {
    /** Value of what the file holds, or empty when it is refused. */
    Optional<Object> fromToml(Object toml);

    /** As it would stand in a TOML file. */
    String toToml(Object value);

    /** What is accepted, to follow the word "expected". */
    String expected();

    /** Unit as a person writes it; empty without one. */
    default String unit() {
        return "";
    }

    /**
     * A number of so many decimals, held as a whole number of the last decimal: 1.25 mg with three decimals is 1250.
     *
     * @param low lowest value, in that whole number
     * @param high highest value, in that whole number
     */
    record Quantity(int decimals, long low, long high, String unit) implements Shape {
        @Override
        public Optional<Object> fromToml(Object toml) {
            BigDecimal number = switch (toml) {
                case Long whole -> BigDecimal.valueOf(whole);
                case Double real when Double.isFinite(real) -> BigDecimal.valueOf(real);
                default -> null;
            };
            // A digit more than the image holds would be lost without a word; the exponent bounds what is expanded.
            if (number == null
                    || number.precision() - number.scale() > 18
                    || number.stripTrailingZeros().scale() > decimals) {
                return Optional.empty();
            }
            long value = number.movePointRight(decimals).longValueExact();
            return value >= low && value <= high ? Optional.of(value) : Optional.empty();
        }

        @Override
        public String toToml(Object value) {
            return shown((Long) value);
        }

        String shown(long value) {
            return decimal(value).toPlainString();
        }

        BigDecimal decimal(long value) {
            return BigDecimal.valueOf(value, decimals).stripTrailingZeros();
        }

        @Override
        public String expected() {
            String kind = decimals == 0 ? "a whole number " : "a number ";
            String digits = decimals == 0 ? "" : " with at most " + decimals + " decimals";
            return kind + shown(low) + ".." + shown(high) + (unit.isEmpty() ? "" : " " + unit) + digits;
        }
    }

    /** A fixed count of quantities, one an axis. */
    record Row(int count, Quantity each) implements Shape {
        @Override
        public Optional<Object> fromToml(Object toml) {
            if (!(toml instanceof Items list) || list.items().size() != count) {
                return Optional.empty();
            }
            List<Long> values = new ArrayList<>();
            for (Entry item : list.items()) {
                Optional<Object> value = each.fromToml(item.value());
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                values.add((Long) value.get());
            }
            return Optional.of(List.copyOf(values));
        }

        @Override
        public String toToml(Object value) {
            return Field.longs(value).stream().map(each::shown).toList().toString();
        }

        @Override
        public String expected() {
            return "[" + count + " numbers], each " + each.expected();
        }

        @Override
        public String unit() {
            return each.unit();
        }
    }

    /** Three rows of three, held as nine values row by row; the diagonal has bounds of its own. */
    record Matrix(Quantity diagonal, Quantity beside) implements Shape {
        static final int SIDE = 3;

        @Override
        public Optional<Object> fromToml(Object toml) {
            if (!(toml instanceof Items rows) || rows.items().size() != SIDE) {
                return Optional.empty();
            }
            List<Long> values = new ArrayList<>();
            for (Entry row : rows.items()) {
                if (!(row.value() instanceof Items cells) || cells.items().size() != SIDE) {
                    return Optional.empty();
                }
                for (Entry cell : cells.items()) {
                    Optional<Object> value = at(values.size()).fromToml(cell.value());
                    if (value.isEmpty()) {
                        return Optional.empty();
                    }
                    values.add((Long) value.get());
                }
            }
            return Optional.of(List.copyOf(values));
        }

        /** What the cell with this index may hold. */
        public Quantity at(int index) {
            return index % (SIDE + 1) == 0 ? diagonal : beside;
        }

        @Override
        public String toToml(Object value) {
            List<Long> values = Field.longs(value);
            List<String> rows = new ArrayList<>();
            for (int row = 0; row < SIDE; row++) {
                rows.add(values.subList(row * SIDE, row * SIDE + SIDE).stream()
                        .map(beside::shown)
                        .toList()
                        .toString());
            }
            return rows.toString();
        }

        @Override
        public String expected() {
            return "[3 rows of 3 numbers], on the diagonal " + diagonal.expected() + ", beside it " + beside.expected();
        }
    }

    /** One of a few words. */
    record Word(List<String> words) implements Shape {
        @Override
        public Optional<Object> fromToml(Object toml) {
            return words.contains(toml) ? Optional.of(toml) : Optional.empty();
        }

        @Override
        public String toToml(Object value) {
            return TomlFile.quoted((String) value);
        }

        @Override
        public String expected() {
            return words.size() == 1
                    ? toToml(words.getFirst())
                    : "one of "
                            + String.join(", ", words.stream().map(this::toToml).toList());
        }
    }

    /**
     * Text of one form.
     *
     * @param form what is accepted as a sentence part
     */
    record Text(Pattern pattern, String form) implements Shape {
        @Override
        public Optional<Object> fromToml(Object toml) {
            return toml instanceof String text && pattern.matcher(text).matches()
                    ? Optional.of(text)
                    : Optional.empty();
        }

        @Override
        public String toToml(Object value) {
            return TomlFile.quoted((String) value);
        }

        @Override
        public String expected() {
            return form;
        }
    }

    /** An instant with its offset, to the second, held in seconds since 1970. */
    record Moment() implements Shape {
        private static final long LAST = 0xFFFF_FFFFL;

        @Override
        public Optional<Object> fromToml(Object toml) {
            if (!(toml instanceof OffsetDateTime time) || time.getNano() != 0) {
                return Optional.empty();
            }
            long seconds = time.toEpochSecond();
            return seconds >= 0 && seconds <= LAST ? Optional.of(seconds) : Optional.empty();
        }

        @Override
        public String toToml(Object value) {
            return Instant.ofEpochSecond((Long) value).toString();
        }

        @Override
        public String expected() {
            return "a date and time with offset to the second, 1970..2106, like 2026-05-04T10:30:00Z";
        }
    }
}
