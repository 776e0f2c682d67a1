package org.holdline.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bytes dropped, doubled, flipped and swapped on their way: how many frames each costs, and whether one passes falsely. */
@ExtendWith(FailureTable.class)
class LineFaultsTest {
    private static final long SEED = 20_260;
    private static final long SECONDS = 120;
    private static final int EVERY = 40;

    enum Fault {
        BYTE_DROPPED,
        BYTE_DOUBLED,
        BIT_FLIPPED,
        WRITE_LOST,
        WRITE_DOUBLED,
        TAIL_CUT,
        WRITES_SWAPPED
    }

    private final Random random = new Random(SEED);
    private final CheckedStream stream = new CheckedStream();
    private final Link link = new Link(new LinkParams(null, 0, 0, 4711), stream, 1);
    private final SimulatedLine line = new SimulatedLine(link, SimulatedLine.params(), stream, 5_000_000);
    private long injected;
    private byte[] held;

    private UnaryOperator<byte[]> with(Fault fault) {
        return bytes -> {
            if (held != null) {
                byte[] both = join(bytes, held);
                held = null;
                return both;
            }
            if (random.nextInt(EVERY) != 0) {
                return bytes;
            }
            injected++;
            int at = random.nextInt(bytes.length);
            byte[] changed = bytes.clone();
            return switch (fault) {
                case BYTE_DROPPED -> join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 1, bytes.length));
                case BYTE_DOUBLED -> join(Arrays.copyOf(bytes, at + 1), Arrays.copyOfRange(bytes, at, bytes.length));
                case BIT_FLIPPED -> {
                    changed[at] ^= (byte) (1 << random.nextInt(8));
                    yield changed;
                }
                case WRITE_LOST -> null;
                case WRITE_DOUBLED -> join(bytes, bytes);
                case WRITES_SWAPPED -> {
                    held = bytes;
                    yield null;
                }
                case TAIL_CUT -> Arrays.copyOf(bytes, at);
            };
        };
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void shouldLoseAtMostTwoFramesAFaultWhenBytesChange(Fault fault) {
        link.start(line.nowNs());
        line.passUntil(() -> link.state() == LinkState.STREAMING, 1000);
        line.pass(1000);
        LinkFigures before = link.figures();
        line.toHostFault = with(fault);
        line.pass(SECONDS * 1000);
        line.toHostFault = bytes -> bytes;
        line.pass(100);
        LinkFigures after = link.figures();
        long lost = after.line().lost() - before.line().lost();
        FailureTable.row(
                fault.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                injected + " in " + SECONDS + " s, "
                        + (after.stream().samplesMissing() - before.stream().samplesMissing()) + " samples missing",
                "never left",
                lost,
                stream.wrong,
                FailureTable.Against.SIMULATED);
        String seed = "seed " + SEED + " ";
        assertTrue(injected > 100, seed + injected);
        assertEquals(0, stream.wrong, seed);
        assertEquals(0, stream.stepsBack, seed);
        assertTrue(lost <= 2 * injected, seed + lost + " frames lost by " + injected + " faults");
        assertEquals(1, after.course().opens(), seed);
        if (fault == Fault.WRITE_DOUBLED) {
            assertEquals(injected, after.line().repeated() - before.line().repeated(), seed);
            assertEquals(0, after.stream().samplesMissing(), seed);
            assertTrue(after.stream().batchesRepeated() > 0, seed);
        } else if (fault == Fault.WRITE_LOST) {
            assertEquals(injected, lost, seed);
        }
    }

    @Test
    void shouldRecoverWhenEveryFaultComesAndGoes() {
        link.start(line.nowNs());
        line.passUntil(() -> link.state() == LinkState.STREAMING, 1000);
        line.pass(1200);
        row("stall of 0.9 s", () -> {
            line.delayNs = 900 * SimulatedLine.MS;
            line.pass(900);
            line.delayNs = 2 * SimulatedLine.MS;
        });
        row("2 s without a byte", () -> {
            line.toHostFault = bytes -> null;
            line.pass(2000);
            line.toHostFault = bytes -> bytes;
        });
        row("hang-up, 0.2 s away", () -> {
            line.isPortThere = false;
            line.pass(200);
            line.isPortThere = true;
        });
        row("hang-up, 10 s away", () -> {
            line.isPortThere = false;
            line.pass(10_000);
            line.isPortThere = true;
        });
        row("clip starts anew", () -> {
            stream.reboot();
            line.boot(SimulatedLine.params().rebooted(13));
        });
        row("flood of 200 kB", () -> {
            byte[] noise = new byte[200_000];
            random.nextBytes(noise);
            line.babble(noise);
            line.pass(10);
        });
        assertEquals(0, stream.wrong, "seed " + SEED);
    }

    private void row(String fault, Runnable doIt) {
        LinkFigures before = link.figures();
        doIt.run();
        long batches = stream.batches;
        long ms = line.passUntil(
                () -> link.state() == LinkState.STREAMING && stream.batches > batches && isSamePort(), 12_000);
        LinkFigures after = link.figures();
        FailureTable.row(
                fault,
                "once",
                ms + " ms",
                after.line().lost() - before.line().lost(),
                stream.wrong,
                FailureTable.Against.SIMULATED);
        line.pass(11_000);
    }

    private boolean isSamePort() {
        return link.identity() != null && link.figures().course().sessions() == stream.sessions;
    }
}
