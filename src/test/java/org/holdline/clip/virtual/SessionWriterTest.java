package org.holdline.clip.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.holdline.clip.virtual.VirtualScript.Activity;
import org.holdline.clip.virtual.VirtualScript.Part;
import org.holdline.sample.Phase;
import org.junit.jupiter.api.Test;

final class SessionWriterTest {
    @Test
    void shouldLastExactlyAsLongAsAskedWhenDurationIsAnything() {
        for (long seed = 1; seed <= 20; seed++) {
            for (int durationS : new int[] {1, 10, 38, 100, 174, 200, 299, 300, 301, 420, 640, 900, 1800, 7200}) {
                VirtualScript script = session(seed, durationS);
                String where = "seed " + seed + ", " + durationS + " s";
                assertEquals(durationS, script.endS(), 1e-6, where);
                Part last = script.parts().getLast();
                assertEquals(durationS >= 300, last.marker() == Phase.END, where);
            }
        }
    }

    @Test
    void shouldArchFirstFifteenSecondsIntoTheCuedRunWhenSeedIsAnything() {
        for (long seed = 1; seed <= 50; seed++) {
            VirtualScript script = session(seed, 900);
            int run = markedRun(script);
            double runningBeforeS = script.startS(run) - script.startS(3);
            assertTrue(runningBeforeS >= 130, "seed " + seed);
            for (int i = 0; i < run; i++) {
                assertTrue(script.parts().get(i).archDeg() <= 2, "seed " + seed);
            }
            assertEquals(15, script.parts().get(run).durationS());
            Part first = script.parts().get(run + 1);
            assertTrue(first.archDeg() >= 5 && first.durationS() >= 45, "seed " + seed);
            assertEquals(188, script.startS(run + 1), 1e-9);
        }
    }

    @Test
    void shouldHoldEverySpellWhenSessionIsFifteenMinutes() {
        for (long seed = 1; seed <= 50; seed++) {
            VirtualScript script = session(seed, 900);
            List<Part> parts = script.parts();
            int run = markedRun(script);
            int arched = 0;
            int leaning = 0;
            int faster = 0;
            int creeping = 0;
            double shortestS = 900;
            for (int i = run; i < parts.size(); i++) {
                Part part = parts.get(i);
                if (part.activity() != Activity.RUN) {
                    continue;
                }
                boolean creeps = part.settleS() > 10;
                creeping += creeps ? 1 : 0;
                if (part.archDeg() >= 5 && !creeps) {
                    arched++;
                    assertTrue(part.archDeg() <= 9);
                    shortestS = Math.min(shortestS, part.durationS());
                }
                if (part.leanDeg() >= 5) {
                    leaning++;
                    assertTrue(part.archDeg() < 1.5 && part.leanDeg() <= 8);
                }
                faster += Math.abs(part.speedKmh() - parts.get(i - 1).speedKmh()) > 0.5 ? 1 : 0;
            }
            String where = "seed " + seed;
            assertTrue(arched >= 3, where + ": arched " + arched);
            assertTrue(leaning >= 1, where + ": leaning " + leaning);
            assertTrue(faster >= 2, where + ": speed changes " + faster);
            assertEquals(1, creeping, where);
            assertTrue(shortestS >= 20, where + ": shortest " + shortestS);
        }
    }

    @Test
    void shouldKeepIncomingSpeedAndInclineWhenOptionsSaySo() {
        VirtualOptions options = VirtualOptions.defaults().withSpeedKmh(12.5).withInclinePct(1.5);
        for (Part part : VirtualScript.session(options).parts()) {
            assertEquals(1.5, part.inclinePct());
            if (part.activity() == Activity.RUN) {
                assertEquals(12.5, part.speedKmh(), 1.5);
            }
        }
    }

    private static VirtualScript session(long seed, int durationS) {
        return VirtualScript.session(VirtualOptions.defaults().withSeed(seed).withDurationS(durationS));
    }

    private static int markedRun(VirtualScript script) {
        int i = 0;
        while (script.parts().get(i).marker() != Phase.RUN) {
            i++;
        }
        return i;
    }
}
