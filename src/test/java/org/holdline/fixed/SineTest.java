package org.holdline.fixed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SineTest {
    @Test
    void shouldBeNearTheSineWhenTheAngleIsAny() {
        double most = 0;
        for (long bam = 0; bam < 1L << 32; bam += 99_991) {
            double turn = 2 * Math.PI * bam / (1L << 32);
            most = Math.max(most, Math.abs(Sine.ofBam((int) bam) / 32_767.0 - Math.sin(turn)));
            most = Math.max(most, Math.abs(Sine.cosineOfBam((int) bam) / 32_767.0 - Math.cos(turn)));
        }
        assertTrue(most < 0.0032, "largest error " + most);
    }

    @Test
    void shouldBeNearTheAngleWhenTheSineIsGiven() {
        long whole = 9_806_650;
        for (int deg = -40; deg <= 40; deg++) {
            double allowed = Math.abs(deg) <= 20 ? 3 : Math.abs(deg) <= 30 ? 30 : 220;
            long part = Math.round(whole * Math.sin(Math.toRadians(deg)));
            assertEquals(deg * 1000, Sine.inverseMdeg(part, whole), allowed, "at " + deg);
        }
    }

    @Test
    void shouldStayBoundedWhenThePartIsMoreThanTheWhole() {
        assertEquals(Sine.inverseMdeg(10, 10), Sine.inverseMdeg(Integer.MAX_VALUE, 10));
        assertEquals(-Sine.inverseMdeg(10, 10), Sine.inverseMdeg(-Integer.MAX_VALUE, 10), 1);
    }
}
