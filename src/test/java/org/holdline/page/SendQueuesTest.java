package org.holdline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines as Linux writes them in proc(5), net/tcp and net/tcp6. */
class SendQueuesTest {
    @TempDir
    Path folder;

    @Test
    void shouldFindWhatWaitsForEachEndWhenTablesAreRead() throws Exception {
        Path old = Files.writeString(folder.resolve("tcp"), """
                  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                   0: 0100007F:21C2 0100007F:C350 01 0000002A:00000000 01:00000014 00000000  1000        0 100 2 0 20 4 0 10 -1
                   1: 0100007F:21C2 0100007F:C351 01 00000000:00000000 00:00000000 00000000  1000        0 101 1 0 20 4 0 10 -1
                """);
        Path now = Files.writeString(folder.resolve("tcp6"), """
                  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                   0: 0000000000000000FFFF00000501A8C0:21C2 0000000000000000FFFF00000701A8C0:C352 01 00001000:00000000 01:00000014 00000000  1000        0 102 2 0 20 4 0 10 -1
                   1: 000000FD000000000000000005000000:21C2 000000FD000000000000000007000000:C353 01 00000001:00000000 01:00000014 00000000  1000        0 103 2 0 20 4 0 10 -1
                """);
        Map<String, Long> waiting = new SendQueues(List.of(old, now, folder.resolve("none"))).read();
        assertEquals(
                Map.of(key("127.0.0.1", 50_000), 42L, key("192.168.1.7", 50_002), 4096L, key("fd00::7", 50_003), 1L),
                waiting);
    }

    private static String key(String address, int port) {
        return SendQueues.key(new InetSocketAddress(InetAddress.ofLiteral(address), port));
    }
}
