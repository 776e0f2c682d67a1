package org.holdline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** A browser that takes some bytes is told from one that takes none. */
class OutletTest {
    private static final long TEN_S = 10_000_000_000L;

    private final StepClock clock = new StepClock();

    @Test
    void shouldNotBeStuckWhenEachPieceGoesInTime() throws Exception {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        boolean[] stuck = new boolean[1];
        Outlet[] outlet = new Outlet[1];
        OutputStream slow = new OutputStream() {
            @Override
            public void write(int b) {
                throw new AssertionError("in pieces only");
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                clock.pass(TEN_S - 1);
                stuck[0] |= outlet[0].isStuckFor(TEN_S);
                taken.write(bytes, from, length);
            }
        };
        outlet[0] = new Outlet(slow, "", clock);
        byte[] bytes = new byte[10_001];
        bytes[10_000] = 7;
        outlet[0].write(bytes);
        assertFalse(stuck[0], "every piece took less than ten seconds");
        assertEquals(7, taken.toByteArray()[10_000]);
        clock.pass(10 * TEN_S);
        assertFalse(outlet[0].isStuckFor(TEN_S), "nothing is on its way");
    }

    @Test
    void shouldBeStuckWhenAPieceDoesNotGo() throws IOException {
        boolean[] stuck = new boolean[2];
        Outlet[] outlet = new Outlet[1];
        OutputStream stalled = new OutputStream() {
            @Override
            public void write(int b) {}

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                clock.pass(TEN_S - 1);
                stuck[0] = outlet[0].isStuckFor(TEN_S);
                clock.pass(1);
                stuck[1] = outlet[0].isStuckFor(TEN_S);
                outlet[0].cut();
                throw new IOException("interrupted: " + Thread.interrupted());
            }
        };
        outlet[0] = new Outlet(stalled, "", clock);
        IOException e = assertThrows(IOException.class, () -> outlet[0].write(new byte[1]));
        assertEquals("interrupted: true", e.getMessage());
        assertFalse(stuck[0]);
        assertTrue(stuck[1]);
        clock.pass(TEN_S);
        assertFalse(outlet[0].isStuckFor(TEN_S), "it has failed and is no longer on its way");
    }

    @Test
    void shouldTellOneThatTakesNothingFromOneThatIsSlowWhenTheKernelHoldsBytes() throws IOException {
        Outlet outlet = new Outlet(OutputStream.nullOutputStream(), "", clock);
        outlet.write(new byte[1000]);
        assertFalse(outlet.hasTakenNothingFor(TEN_S, 400), "the first look only sees");
        clock.pass(TEN_S - 1);
        assertFalse(outlet.hasTakenNothingFor(TEN_S, 400));
        clock.pass(1);
        assertTrue(outlet.hasTakenNothingFor(TEN_S, 400));
        assertFalse(outlet.hasTakenNothingFor(TEN_S, 399), "it took one");
        outlet.write(new byte[1000]);
        clock.pass(TEN_S);
        assertTrue(outlet.hasTakenNothingFor(TEN_S, 1407), "what was written and its framing wait too");
        assertFalse(outlet.hasTakenNothingFor(TEN_S, 0), "it took all");
        clock.pass(100 * TEN_S);
        assertFalse(outlet.hasTakenNothingFor(TEN_S, 0), "there is nothing to take");
    }
}
