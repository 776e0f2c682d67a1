package org.holdline.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.holdline.toml.TomlFile;

/** The types that settings come in. */
final class Kinds {
    /** Narrower than Java's own notation, which takes 1d, 0x1p3, NaN and Infinity. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]{1,2}");
    private static final String LINE = "\n";
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");

    private Kinds() {}

    /** Whole number within bounds, both included. */
    record Whole(int low, int high) implements Kind<Integer> {
        @Override
        public Optional<Integer> fromToml(Object value) {
            return value instanceof Long whole && whole >= low && whole <= high
                    ? Optional.of(Math.toIntExact(whole))
                    : Optional.empty();
        }

        @Override
        public Optional<Integer> fromText(String text) {
            return whole(text).flatMap(this::fromToml);
        }

        @Override
        public String toToml(Integer value) {
            return value.toString();
        }

        @Override
        public String expected() {
            return "a whole number " + low + ".." + high;
        }
    }

    /** Any whole number of 64 bits. */
    record AnyWhole() implements Kind<Long> {
        @Override
        public Optional<Long> fromToml(Object value) {
            return value instanceof Long whole ? Optional.of(whole) : Optional.empty();
        }

        @Override
        public Optional<Long> fromText(String text) {
            return whole(text);
        }

        @Override
        public String toToml(Long value) {
            return value.toString();
        }

        @Override
        public String expected() {
            return "a whole number of at most 64 bits";
        }
    }

    /** Number within bounds, both included; not-a-number is never within. */
    record Decimal(double low, double high) implements Kind<Double> {
        @Override
        public Optional<Double> fromToml(Object value) {
            return number(value).filter(v -> v >= low && v <= high);
        }

        @Override
        public Optional<Double> fromText(String text) {
            return decimal(text).flatMap(this::fromToml);
        }

        @Override
        public String toToml(Double value) {
            return plain(value);
        }

        @Override
        public String expected() {
            return "a number " + plain(low) + ".." + plain(high);
        }
    }

    /** Yes or no. */
    record YesNo() implements Kind<Boolean> {
        @Override
        public Optional<Boolean> fromToml(Object value) {
            return value instanceof Boolean yes ? Optional.of(yes) : Optional.empty();
        }

        @Override
        public Optional<Boolean> fromText(String text) {
            return switch (text) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            };
        }

        @Override
        public String toToml(Boolean value) {
            return value.toString();
        }

        @Override
        public String expected() {
            return "true or false";
        }
    }

    /** One of a few words. */
    record Word<T>(List<T> values, Function<T, String> word) implements Kind<T> {
        @Override
        public Optional<T> fromToml(Object value) {
            return values.stream().filter(v -> word.apply(v).equals(value)).findFirst();
        }

        @Override
        public Optional<T> fromText(String text) {
            return fromToml(text);
        }

        @Override
        public String toToml(T value) {
            return TomlFile.quoted(word.apply(value));
        }

        @Override
        public String expected() {
            List<String> words = values.stream().map(this::toToml).toList();
            int last = words.size() - 1;
            return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
        }
    }

    /** Name of a file; it need not exist. */
    record FileName() implements Kind<Path> {
        @Override
        public Optional<Path> fromToml(Object value) {
            return value instanceof String text ? path(text) : Optional.empty();
        }

        @Override
        public Optional<Path> fromText(String text) {
            return path(text);
        }

        @Override
        public String toToml(Path value) {
            return TomlFile.quoted(value.toString());
        }

        @Override
        public String expected() {
            return "a file name";
        }
    }

    /** Names of files. As text: separated by commas, or each on a line of its own where a name holds a comma. */
    record FileNames() implements Kind<List<Path>> {
        @Override
        public Optional<List<Path>> fromToml(Object value) {
            if (!(value instanceof TomlFile.Items list)) {
                return Optional.empty();
            }
            return all(list.items().stream()
                    .map(item -> item.value() instanceof String text ? path(text) : Optional.<Path>empty())
                    .toList());
        }

        @Override
        public Optional<List<Path>> fromText(String text) {
            String names = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
            String separator = names.contains(LINE) ? LINE : ",";
            return all(Arrays.stream(names.split(separator, -1))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .map(Kinds::path)
                    .toList());
        }

        private static Optional<List<Path>> all(List<Optional<Path>> names) {
            return names.isEmpty() || names.stream().anyMatch(Optional::isEmpty)
                    ? Optional.empty()
                    : Optional.of(names.stream().flatMap(Optional::stream).toList());
        }

        @Override
        public String toToml(List<Path> value) {
            return value.stream()
                    .map(name -> TomlFile.quoted(name.toString()))
                    .toList()
                    .toString();
        }

        @Override
        public String expected() {
            return "a list of file names";
        }
    }

    /** Serial number of a clip, as the link's greeting spells it. */
    record ClipSerial() implements Kind<String> {
        private static final Pattern SERIAL = Pattern.compile("[0-9A-Za-z]{1,12}");

        @Override
        public Optional<String> fromToml(Object value) {
            return value instanceof String text ? fromText(text) : Optional.empty();
        }

        @Override
        public Optional<String> fromText(String text) {
            return SERIAL.matcher(text).matches() ? Optional.of(text) : Optional.empty();
        }

        @Override
        public String toToml(String value) {
            return TomlFile.quoted(value);
        }

        @Override
        public String expected() {
            return "1 to 12 letters and digits";
        }
    }

    /** A name that is not blank. */
    record Name() implements Kind<String> {
        @Override
        public Optional<String> fromToml(Object value) {
            return value instanceof String text ? fromText(text) : Optional.empty();
        }

        @Override
        public Optional<String> fromText(String text) {
            return text.isBlank() ? Optional.empty() : Optional.of(text);
        }

        @Override
        public String toToml(String value) {
            return TomlFile.quoted(value);
        }

        @Override
        public String expected() {
            return "a name";
        }
    }

    /** What a runner is called here. */
    record Pseudonym() implements Kind<String> {
        private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]([A-Za-z0-9 _-]{0,30}[A-Za-z0-9_-])?");

        @Override
        public Optional<String> fromToml(Object value) {
            return value instanceof String text ? fromText(text) : Optional.empty();
        }

        @Override
        public Optional<String> fromText(String text) {
            // Lists call those guests who have no pseudonym.
            return SHAPE.matcher(text).matches() && !text.equalsIgnoreCase("guest")
                    ? Optional.of(text)
                    : Optional.empty();
        }

        @Override
        public String toToml(String value) {
            return TomlFile.quoted(value);
        }

        @Override
        public String expected() {
            return "1 to 32 letters, digits, _, - and spaces between them, not \"guest\"";
        }
    }

    /** N of /dev/i2c-N, by its number or its device file. */
    record I2cBus(int high) implements Kind<Integer> {
        private static final String PREFIX = "/dev/i2c-";

        @Override
        public Optional<Integer> fromToml(Object value) {
            return switch (value) {
                case Long number -> bus(number);
                case String text -> fromText(text);
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<Integer> fromText(String text) {
            return whole(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text)
                    .flatMap(this::bus);
        }

        private Optional<Integer> bus(long number) {
            return number >= 0 && number <= high ? Optional.of((int) number) : Optional.empty();
        }

        @Override
        public String toToml(Integer value) {
            return TomlFile.quoted(PREFIX + value);
        }

        @Override
        public String expected() {
            return "a bus such as \"" + PREFIX + "1\", or its number 0.." + high;
        }
    }

    /** 7-bit address on an I2C bus; addresses that the bus keeps for itself are refused. */
    record I2cAddress() implements Kind<Integer> {
        private static final int FIRST = 0x08;
        private static final int LAST = 0x77;

        @Override
        public Optional<Integer> fromToml(Object value) {
            return value instanceof Long address && address >= FIRST && address <= LAST
                    ? Optional.of(Math.toIntExact(address))
                    : Optional.empty();
        }

        @Override
        public Optional<Integer> fromText(String text) {
            return HEX.matcher(text).matches()
                    ? fromToml(Long.parseLong(text.substring(2), 16))
                    : whole(text).flatMap(this::fromToml);
        }

        @Override
        public String toToml(Integer value) {
            return String.format("0x%02x", value);
        }

        @Override
        public String expected() {
            return "an I2C address 0x08..0x77";
        }
    }

    /** {@link RunSource}. */
    record Source() implements Kind<RunSource> {
        @Override
        public Optional<RunSource> fromToml(Object value) {
            return value instanceof String text ? fromText(text) : Optional.empty();
        }

        @Override
        public Optional<RunSource> fromText(String text) {
            if (text.equals(RunSource.VIRTUAL_WORD)) {
                return Optional.of(new RunSource.Virtual());
            }
            if (text.equals(RunSource.I2C_WORD)) {
                return Optional.of(new RunSource.I2c());
            }
            if (text.startsWith(RunSource.SERIAL_PREFIX)) {
                return path(text.substring(RunSource.SERIAL_PREFIX.length())).map(RunSource.Serial::new);
            }
            return text.startsWith(RunSource.REPLAY_PREFIX)
                    ? path(text.substring(RunSource.REPLAY_PREFIX.length())).map(RunSource.Replay::new)
                    : Optional.empty();
        }

        @Override
        public String toToml(RunSource value) {
            return TomlFile.quoted(value.word());
        }

        @Override
        public String expected() {
            return "\"" + RunSource.VIRTUAL_WORD + "\", \"" + RunSource.I2C_WORD + "\", \"" + RunSource.SERIAL_PREFIX
                    + "PORT\" or \"" + RunSource.REPLAY_PREFIX + "FILE\"";
        }
    }

    /**
     * {@link PlaySpeed}.
     *
     * @param high largest factor; beyond it lies only {@link PlaySpeed#MAX}
     */
    record Speed(double high) implements Kind<PlaySpeed> {
        @Override
        public Optional<PlaySpeed> fromToml(Object value) {
            if (PlaySpeed.MAX_WORD.equals(value)) {
                return Optional.of(PlaySpeed.MAX);
            }
            return number(value).filter(v -> v > 0 && v <= high).map(PlaySpeed::new);
        }

        @Override
        public Optional<PlaySpeed> fromText(String text) {
            return text.equals(PlaySpeed.MAX_WORD)
                    ? fromToml(text)
                    : decimal(text).flatMap(this::fromToml);
        }

        @Override
        public String toToml(PlaySpeed value) {
            return value.isMax() ? TomlFile.quoted(PlaySpeed.MAX_WORD) : plain(value.factor());
        }

        @Override
        public String expected() {
            return "a number above 0 and up to " + plain(high) + ", or \"" + PlaySpeed.MAX_WORD + "\"";
        }
    }

    /** A value that may be left out. */
    record Maybe<T>(Kind<T> kind) implements Kind<Optional<T>> {
        @Override
        public Optional<Optional<T>> fromToml(Object value) {
            return refusedIfEmpty(kind.fromToml(value));
        }

        @Override
        public Optional<Optional<T>> fromText(String text) {
            return refusedIfEmpty(kind.fromText(text));
        }

        /** What can be given is a value; that there is none can only be left unsaid. */
        private Optional<Optional<T>> refusedIfEmpty(Optional<T> value) {
            return value.isPresent() ? Optional.of(value) : Optional.empty();
        }

        @Override
        public String toToml(Optional<T> value) {
            return value.map(kind::toToml).orElse("");
        }

        @Override
        public String expected() {
            return kind.expected();
        }
    }

    static Whole whole(int low, int high) {
        return new Whole(low, high);
    }

    static Decimal decimal(double low, double high) {
        return new Decimal(low, high);
    }

    static <T> Word<T> words(T[] values, Function<T, String> word) {
        return new Word<>(Arrays.asList(values), word);
    }

    /** Whole values without a fraction, as a person writes them. */
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static Optional<Double> number(Object value) {
        return switch (value) {
            case Long whole -> Optional.of((double) whole);
            case Double decimal -> Optional.of(decimal);
            default -> Optional.empty();
        };
    }

    private static Optional<Long> whole(String text) {
        try {
            return WHOLE.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private static Optional<Object> decimal(String text) {
        return DECIMAL.matcher(text).matches() ? Optional.of(Double.parseDouble(text)) : Optional.empty();
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException refusedByTheSystem) {
            return Optional.empty();
        }
    }
}
