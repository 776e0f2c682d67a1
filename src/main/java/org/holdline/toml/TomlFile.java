package org.holdline.toml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.tomlj.TomlVersion;

/** One TOML file: its entries with their positions, and what is wrong with its text. */
public final class TomlFile {
    /** A position in a file, from 1, as editors count. */
    public record Position(int line, int column) {
        public boolean isAfter(Position other) {
            return line > other.line || (line == other.line && column > other.column);
        }
    }

    /**
     * What stands at the end of a dotted name.
     *
     * @param path parts of the name
     * @param value a Long, Double, Boolean, String, {@link Table}, {@link Items}, a java.time value, or what no key takes
     */
    public record Entry(List<String> path, Object value, Position position) {
        /** As it would be written in the file, quotes and all. */
        public String name() {
            return Toml.joinKeyPath(path);
        }
    }

    /** Value of an entry that is a table. */
    public record Table(List<Entry> entries) {}

    /** Value of an entry that is an array or a list of tables: one entry each, all with the path of the array. */
    public record Items(List<Entry> items) {}

    /** Longer text from a file is cut where a problem quotes it. */
    private static final int MAX_SHOWN = 40;

    /** Several times the example file. The parser keeps an error a line, and the service's heap is small. */
    private static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_LINES = 2_000;

    /** More are no slips but another kind of file. */
    private static final int MAX_PROBLEMS = 100;

    private static final TomlParseOptions OPTIONS =
            TomlParseOptions.sourceless().withVersion(TomlVersion.V1_0_0);

    private final Path file;
    private final List<Problem> problems = new ArrayList<>();
    private List<Entry> entries = List.of();
    private Position brokenFrom = new Position(Integer.MAX_VALUE, 0);
    private boolean isSyntaxBroken;

    private TomlFile(Path file) {
        this.file = file;
    }

    /** Never fails: what is wrong is among the {@link #problems}. */
    public static TomlFile read(Path file) {
        TomlFile read = new TomlFile(file);
        read.parse(read.bytes());
        return read;
    }

    /** As if the file held these bytes. */
    public static TomlFile of(Path file, byte[] bytes) {
        TomlFile read = new TomlFile(file);
        read.parse(bytes);
        return read;
    }

    private byte[] bytes() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                unreadable("larger than " + MAX_BYTES / 1024 + " KiB");
            } else if (linesIn(bytes) > MAX_LINES) {
                unreadable("more than " + MAX_LINES + " lines");
            } else {
                return bytes;
            }
        } catch (NoSuchFileException e) {
            unreadable("no such file");
        } catch (AccessDeniedException e) {
            unreadable("permission denied");
        } catch (IOException e) {
            unreadable(Files.isDirectory(file) ? "is a folder" : "cannot be read (" + e.getMessage() + ")");
        }
        return new byte[0];
    }

    private static int linesIn(byte[] bytes) {
        int lines = 1;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines;
    }

    private void unreadable(String why) {
        problems.add(new Problem(file.toString(), why + ", expected a readable TOML file"));
        isSyntaxBroken = true;
    }

    private void parse(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(rest, text, true);
        text.flip();
        if (result.isError()) {
            Position at = endOf(text);
            String wrong = String.format("byte 0x%02X", rest.get(rest.position()));
            problems.add(new Problem(where(at), wrong + ", expected text in UTF-8"));
            isSyntaxBroken = true;
            return;
        }
        // Some editors start a file with a byte order mark.
        boolean marked = text.length() > 0 && text.charAt(0) == '\uFEFF';
        TomlParseResult parsed = Toml.parse(text.toString().substring(marked ? 1 : 0), OPTIONS);
        List<TomlParseError> errors = parsed.errors();
        errors.stream().limit(MAX_PROBLEMS).forEach(this::complain);
        if (errors.size() > MAX_PROBLEMS) {
            int more = errors.size() - MAX_PROBLEMS;
            problems.add(new Problem(file.toString(), more + " more of the kind, expected a TOML file"));
        }
        entries = entriesOf(parsed, List.of());
    }

    private static Position endOf(CharBuffer text) {
        int line = 1;
        int column = 1;
        for (int c : text.codePoints().toArray()) {
            column = c == '\n' ? 1 : column + 1;
            line += c == '\n' ? 1 : 0;
        }
        return new Position(line, column);
    }

    private void complain(TomlParseError error) {
        String message = String.valueOf(error.getMessage());
        boolean repeated = message.contains("previously defined");
        String hint = message.contains(", expected") ? "" : repeated ? ", expected once" : ", expected valid TOML";
        Position at = position(error.position());
        problems.add(new Problem(where(at), message + hint));
        isSyntaxBroken |= !repeated;
        if (brokenFrom.isAfter(at)) {
            brokenFrom = at;
        }
    }

    private static List<Entry> entriesOf(TomlTable table, List<String> prefix) {
        List<Entry> found = new ArrayList<>();
        for (String name : table.keySet()) {
            List<String> path = new ArrayList<>(prefix);
            path.add(name);
            List<String> here = List.of(name);
            Object value = table.get(here);
            TomlPosition at = table.inputPositionOf(here);
            if (value != null && at != null) {
                found.add(new Entry(List.copyOf(path), plain(value, path), position(at)));
            }
        }
        return found;
    }

    /** Keeps TOML's own types in this class. */
    private static Object plain(Object value, List<String> path) {
        return switch (value) {
            case TomlTable table -> new Table(entriesOf(table, path));
            case TomlArray array -> new Items(itemsOf(array, path));
            default -> value;
        };
    }

    private static List<Entry> itemsOf(TomlArray array, List<String> path) {
        List<Entry> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(new Entry(List.copyOf(path), plain(array.get(i), path), position(array.inputPositionOf(i))));
        }
        return items;
    }

    private static Position position(TomlPosition at) {
        return new Position(at.line(), at.column());
    }

    /** {@code FILE:LINE:COLUMN}. */
    public String where(Position at) {
        return file + ":" + at.line() + ":" + at.column();
    }

    /** Of the file's top level. */
    public List<Entry> entries() {
        return entries;
    }

    public List<Problem> problems() {
        return problems;
    }

    /** True when something may be missing, or stand in the wrong table, because the text could not be understood. */
    public boolean isBroken() {
        return isSyntaxBroken;
    }

    /** True for what stands behind the first mistake in the text. */
    public boolean isDoubtful(Entry entry) {
        return entry.position().isAfter(brokenFrom);
    }

    /** A string as it stands in a TOML file. */
    public static String quoted(String text) {
        return "\"" + Toml.tomlEscape(text) + "\"";
    }

    /** A value in a message, short enough for one line. */
    public static String shown(Object value) {
        return switch (value) {
            case Table _ -> "a table";
            case Items _ -> "a list";
            case String text -> quoted(shortened(text));
            default -> value.toString();
        };
    }

    public static String shortened(String text) {
        if (text.length() <= MAX_SHOWN) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_SHOWN - 1)) ? MAX_SHOWN - 1 : MAX_SHOWN;
        return text.substring(0, end) + "...";
    }
}
