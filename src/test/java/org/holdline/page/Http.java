package org.holdline.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Requests byte for byte, as a browser would send them and as none would. */
public final class Http {
    /** No test waits longer for a byte; far above what any needs. */
    private static final int PATIENCE_MS = 30_000;

    private Http() {}

    /** What came back, headers in small letters. */
    public record Answer(int status, Map<String, String> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** One request and its whole answer; the server is asked to close. */
    public static Answer ask(InetSocketAddress at, String line, String... headers) throws IOException {
        return ask(at, line, List.of(headers), "");
    }

    public static Answer ask(InetSocketAddress at, String line, List<String> headers, String body) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(line + " HTTP/1.1");
        lines.addAll(headers);
        if (headers.stream().noneMatch(header -> header.startsWith("Host"))) {
            lines.add("Host: localhost:" + at.getPort());
        }
        lines.add("Connection: close");
        if (!body.isEmpty()) {
            lines.add("Content-Length: " + body.length());
        }
        return send(at, String.join("\r\n", lines) + "\r\n\r\n" + body);
    }

    /** Any bytes, and what comes back until the server closes. */
    static Answer send(InetSocketAddress at, String text) throws IOException {
        try (Socket socket = connect(at)) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            String all = new String(readAll(socket.getInputStream()), StandardCharsets.UTF_8);
            return all.isEmpty() ? new Answer(0, Map.of(), "") : parsed(all);
        }
    }

    private static byte[] readAll(InputStream in) throws IOException {
        try {
            return in.readAllBytes();
        } catch (SocketException reset) {
            // Bytes that nobody read were still on the way when the other end closed.
            return new byte[0];
        }
    }

    static Socket connect(InetSocketAddress at) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(PATIENCE_MS);
        socket.connect(at, PATIENCE_MS);
        return socket;
    }

    private static Answer parsed(String all) {
        int end = all.indexOf("\r\n\r\n");
        String[] lines = all.substring(0, end).split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        return new Answer(Integer.parseInt(lines[0].split(" ", -1)[1]), headers, all.substring(end + 4));
    }
}
