package org.holdline.settings;

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
final class TomlFile {
    /** A position in a file, from 1, as editors count. */
    record Position(int line, int column) {
        boolean isAfter(Position other) {
            return line > other.line || (line == other.line && column > other.column);
        }
    }

    /**
     * What stands at the end of a dotted name.
     *
     * @param path parts of the name
     * @param value a Long, Double, Boolean, String, {@link Table}, {@link TableList}, or what no key takes
     */
    record Entry(List<String> path, Object value, Position position) {
        /** As it would be written in the file, quotes and all. */
        String name() {
            return Toml.joinKeyPath(path);
        }
    }

    /** Value of an entry that is a table. */
    record Table(List<Entry> entries) {}

    /** Value of an entry that is an array or a list of tables. */
    record TableList() {}

    /** Far more than every key with a page of comment. */
    private static final int MAX_BYTES = 256 * 1024;

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
    static TomlFile read(Path file) {
        TomlFile read = new TomlFile(file);
        byte[] bytes = read.bytes();
        if (bytes.length > 0) {
            read.parse(bytes);
        }
        return read;
    }

    private byte[] bytes() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length <= MAX_BYTES) {
                return bytes;
            }
            unreadable("larger than " + MAX_BYTES / 1024 + " KiB");
        } catch (NoSuchFileException e) {
            unreadable("no such file");
        } catch (AccessDeniedException e) {
            unreadable("permission denied");
        } catch (IOException e) {
            unreadable(Files.isDirectory(file) ? "is a folder" : "cannot be read (" + e.getMessage() + ")");
        }
        return new byte[0];
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
        parsed.errors().forEach(this::complain);
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
            case TomlArray _ -> new TableList();
            default -> value;
        };
    }

    private static Position position(TomlPosition at) {
        return new Position(at.line(), at.column());
    }

    /** {@code FILE:LINE:COLUMN}. */
    String where(Position at) {
        return file + ":" + at.line() + ":" + at.column();
    }

    /** Of the file's top level. */
    List<Entry> entries() {
        return entries;
    }

    List<Problem> problems() {
        return problems;
    }

    /** True when something may be missing, or stand in the wrong table, because the text could not be understood. */
    boolean isBroken() {
        return isSyntaxBroken;
    }

    /** True for what stands behind the first mistake in the text. */
    boolean isDoubtful(Entry entry) {
        return entry.position().isAfter(brokenFrom);
    }

    /** A string as it stands in a TOML file. */
    static String quoted(String text) {
        return "\"" + Toml.tomlEscape(text) + "\"";
    }
}
