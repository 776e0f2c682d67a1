package org.holdline.page;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One browser that listens, as far as a test needs one. */
public final class EventStream implements AutoCloseable {
    /** One message. */
    public record Heard(String event, long id, String data) {}

    private final Socket socket;
    private final InputStream raw;
    private final BufferedReader in;
    private final int status;

    public EventStream(InetSocketAddress at, String... headers) throws IOException {
        socket = Http.connect(at);
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        String host = List.of(headers).stream().anyMatch(header -> header.startsWith("Host"))
                ? ""
                : "Host: localhost:" + at.getPort() + "\r\n";
        socket.getOutputStream()
                .write(("GET /events HTTP/1.1\r\n" + host + more + "\r\n").getBytes(StandardCharsets.US_ASCII));
        raw = new BufferedInputStream(socket.getInputStream());
        status = Integer.parseInt(line().split(" ", -1)[1]);
        while (!line().isEmpty()) {
            // Headers are not looked at here.
        }
        in = new BufferedReader(new InputStreamReader(new Chunks(), StandardCharsets.UTF_8));
    }

    public int status() {
        return status;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = raw.read(); b >= 0 && b != '\n'; b = raw.read()) {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    /** The body without the framing of its chunks. */
    private final class Chunks extends InputStream {
        private int left;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left == 0) {
                String size = line();
                left = size.isEmpty() ? 0 : Integer.parseInt(size, 16);
                if (left == 0) {
                    return -1;
                }
            }
            int count = raw.read(bytes, from, Math.min(length, left));
            left -= Math.max(0, count);
            if (left == 0) {
                line();
            }
            return count;
        }
    }

    /** The next message, waiting for it; null at the end of the stream. */
    public Heard next() throws IOException {
        String event = "";
        long id = -1;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.startsWith("id: ")) {
                id = Long.parseLong(line.substring(4));
            } else if (line.startsWith("data: ")) {
                return new Heard(event, id, line.substring(6));
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
