package org.holdline.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import org.holdline.link.emulated.PseudoTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a port answers through jSerialComm, by itself: nobody writes, steps a link or looks at a clock. */
class SerialPortsTest {
    private static final int BAUD = 115_200;

    /** A read waits a tenth of a second at most. */
    private static final int READS = 50;

    @Test
    void shouldTellAHangUpByTheReadAloneWhenNobodyWrites() throws Exception {
        PseudoTerminal terminal = PseudoTerminal.open();
        BytePipe pipe = SerialPorts.opener(terminal.path(), BAUD).open();
        try {
            assertEquals(0, pipe.read(new byte[16]), "silence is no hang-up");
            terminal.close();
            int count = 0;
            for (int reads = 0; reads < READS && count != BytePipe.GONE; reads++) {
                count = pipe.read(new byte[16]);
            }
            assertEquals(BytePipe.GONE, count);
        } finally {
            pipe.close();
            terminal.close();
        }
    }

    @Test
    void shouldGiveBytesAsTheyCameWhenSomeWait() throws Exception {
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            BytePipe pipe = SerialPorts.opener(terminal.path(), BAUD).open();
            try {
                byte[] sent = new byte[256];
                for (int i = 0; i < sent.length; i++) {
                    sent[i] = (byte) i;
                }
                assertEquals(sent.length, terminal.write(sent, 0, sent.length));
                byte[] came = new byte[0];
                byte[] into = new byte[100];
                for (int reads = 0; reads < READS && came.length < sent.length; reads++) {
                    int count = pipe.read(into);
                    assertTrue(count >= 0, "read: " + count);
                    int before = came.length;
                    came = Arrays.copyOf(came, before + count);
                    System.arraycopy(into, 0, came, before, count);
                }
                assertArrayEquals(sent, came);
            } finally {
                pipe.close();
            }
        }
    }

    /** Numbers of the kernel's Bluetooth sockets, which no test here can have a radio for. */
    @ParameterizedTest
    @ValueSource(ints = {6, 19, 103, 104, 107, 110, 111, 112, 113})
    void shouldAskWhetherTheClipIsOnWhenItsPortSaysNobodyAnswers(int errno) {
        PortException fault = SerialPorts.failure(Path.of("/dev/rfcomm0"), errno);
        assertEquals(PortException.Kind.OUT_OF_REACH, fault.kind());
        assertTrue(fault.getMessage().contains("Is the clip on, charged and near?"), fault.getMessage());
    }

    @Test
    void shouldNotBlameTheClipWhenTheFileIsNoPort() {
        PortException fault = SerialPorts.failure(Path.of("/dev/null"), 25);
        assertEquals(PortException.Kind.OTHER, fault.kind());
    }
}
