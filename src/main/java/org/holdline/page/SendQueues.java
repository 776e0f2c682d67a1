package org.holdline.page;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the kernel holds for the other end of each connection, from Linux's tables of TCP sockets. A write only tells that
 * the kernel took the bytes, and that holds megabytes; this tells whether they went. Where there are no such tables nothing
 * is known.
 */
final class SendQueues {
    private static final int REMOTE = 2;
    private static final int QUEUES = 4;
    private static final int WORD_BYTES = 4;

    private final List<Path> tables;

    SendQueues(List<Path> tables) {
        this.tables = List.copyOf(tables);
    }

    /** Those of the machine. */
    static SendQueues ofKernel() {
        return new SendQueues(List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6")));
    }

    /** Bytes that have not been acknowledged, by {@link #key}; ends without any are left out. */
    Map<String, Long> read() {
        Map<String, Long> waiting = new HashMap<>();
        for (Path table : tables) {
            try {
                Files.readString(table, StandardCharsets.US_ASCII)
                        .lines()
                        .skip(1)
                        .forEach(line -> add(line.strip().split("\\s+", QUEUES + 2), waiting));
            } catch (IOException e) {
                // A machine without this kind of address, or without the table.
            }
        }
        return waiting;
    }

    /** {@code sl local remote state tx:rx ...}, addresses as hexadecimal words of the machine. */
    private static void add(String[] cells, Map<String, Long> waiting) {
        if (cells.length > QUEUES) {
            long bytes = Long.parseLong(cells[QUEUES].substring(0, cells[QUEUES].indexOf(':')), 16);
            if (bytes > 0) {
                waiting.put(plain(cells[REMOTE]), bytes);
            }
        }
    }

    /** An address of the old kind may stand in the table of the new one. */
    private static String plain(String remote) {
        return remote.replaceFirst("^0{16}FFFF0000", "");
    }

    /** The other end of a connection as the tables write it, on a machine that stores the low byte first. */
    static String key(InetSocketAddress remote) {
        byte[] bytes = remote.getAddress().getAddress();
        StringBuilder key = new StringBuilder();
        for (int word = 0; word < bytes.length; word += WORD_BYTES) {
            for (int i = WORD_BYTES - 1; i >= 0; i--) {
                key.append(String.format(Locale.ROOT, "%02X", bytes[word + i]));
            }
        }
        return key.append(String.format(Locale.ROOT, ":%04X", remote.getPort())).toString();
    }
}
