package org.holdline.recording;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The lines of a plain or gzipped file, one at a time, in place in one buffer.
 *
 * <p>Only what a line feed ends is a line. The rest of a file without a last line feed is what a kill or a power cut
 * leaves of a row, and "1.234" may be all that is left of "1.23456": it is told of, never handed out.
 */
final class ByteLines implements Closeable {
    static final int MAX_LINE_BYTES = 64 * 1024;

    private static final int BUFFER_BYTES = 256 * 1024;
    private static final int GZIP_BUFFER_BYTES = 64 * 1024;
    private static final String EXPECTED_FILE = ", expected a recording (CSV or gzipped CSV)";

    private final Findings findings;
    private final InputStream in;
    private final byte[] bytes = new byte[BUFFER_BYTES];

    /** Bytes before this have been handed out as lines. */
    private int nextFrom;

    private int filledTo;
    private int from;
    private int to;
    private long line;
    private boolean ended;
    private boolean anyBytes;

    private ByteLines(Findings findings, InputStream in) {
        this.findings = findings;
        this.in = in;
    }

    /** @throws RecordingException when there is no such file, it is a folder, or it cannot be read */
    static ByteLines open(Path file, Findings findings) throws RecordingException {
        if (Files.isDirectory(file)) {
            throw findings.error(0, "a folder" + EXPECTED_FILE);
        }
        return of(raw(file, findings), findings);
    }

    private static InputStream raw(Path file, Findings findings) throws RecordingException {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw because(findings.error(0, "no such file" + EXPECTED_FILE), e);
        } catch (AccessDeniedException e) {
            throw because(findings.error(0, "not readable, permission denied" + EXPECTED_FILE), e);
        } catch (IOException e) {
            throw because(findings.error(0, "not readable (" + e.getMessage() + ")" + EXPECTED_FILE), e);
        }
    }

    /** @param raw plain or gzipped; closed with the lines */
    static ByteLines of(InputStream raw, Findings findings) throws RecordingException {
        try {
            return new ByteLines(findings, unzipped(raw));
        } catch (IOException e) {
            closeAfter(raw, e);
            throw because(findings.error(1, broken(e)), e);
        }
    }

    /** The content decides: a browser may have unpacked a ".gz" on the way, and a renamed file is still packed. */
    private static InputStream unzipped(InputStream raw) throws IOException {
        PushbackInputStream in = new PushbackInputStream(raw, 2);
        byte[] magic = in.readNBytes(2);
        in.unread(magic);
        boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        return gzip ? new GZIPInputStream(in, GZIP_BUFFER_BYTES) : in;
    }

    /** Steps to the next whole line; false at the end of the file. */
    boolean next() throws RecordingException {
        int at = nextFrom;
        while (true) {
            while (at < filledTo && bytes[at] != '\n') {
                at++;
            }
            if (at - nextFrom > MAX_LINE_BYTES) {
                throw findings.error(
                        line + 1, "line too long, expected at most " + MAX_LINE_BYTES + " bytes before the line feed");
            }
            if (at < filledTo) {
                take(at);
                return true;
            }
            at -= nextFrom;
            if (!fill()) {
                return false;
            }
        }
    }

    private void take(int lineFeedAt) {
        from = nextFrom;
        to = lineFeedAt > from && bytes[lineFeedAt - 1] == '\r' ? lineFeedAt - 1 : lineFeedAt;
        nextFrom = lineFeedAt + 1;
        line++;
        if (line == 1 && startsWithByteOrderMark()) {
            from += 3;
        }
    }

    private boolean startsWithByteOrderMark() {
        return to - from >= 3
                && (bytes[from] & 0xff) == 0xef
                && (bytes[from + 1] & 0xff) == 0xbb
                && (bytes[from + 2] & 0xff) == 0xbf;
    }

    /** Moves what is left of the buffer to its beginning and reads behind it; false at the end of the file. */
    private boolean fill() throws RecordingException {
        if (ended) {
            return false;
        }
        System.arraycopy(bytes, nextFrom, bytes, 0, filledTo - nextFrom);
        filledTo -= nextFrom;
        nextFrom = 0;
        try {
            int read = in.read(bytes, filledTo, bytes.length - filledTo);
            if (read < 0) {
                ended = true;
                return false;
            }
            anyBytes |= read > 0;
            filledTo += read;
            return true;
        } catch (IOException e) {
            throw because(findings.error(line + 1, broken(e)), e);
        }
    }

    /** The buffer lines lie in; always the same array. */
    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Number of the current line, from 1; 0 before the first. */
    long line() {
        return line;
    }

    /** After {@link #next} has answered false: whether the file went on after its last line feed. */
    boolean endsInPartialLine() {
        return ended && nextFrom < filledTo;
    }

    /** After {@link #next} has answered false: whether the file held nothing at all. */
    boolean isEmpty() {
        return ended && !anyBytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static String broken(IOException e) {
        if (e instanceof EOFException) {
            return "gzip data cut off, expected them whole";
        }
        if (e instanceof ZipException) {
            return "broken gzip data (" + e.getMessage() + "), expected them whole";
        }
        return "reading failed (" + e.getMessage() + "), expected a readable file";
    }

    private static RecordingException because(RecordingException error, IOException cause) {
        error.initCause(cause);
        return error;
    }

    private static void closeAfter(InputStream in, IOException failure) {
        try {
            in.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
