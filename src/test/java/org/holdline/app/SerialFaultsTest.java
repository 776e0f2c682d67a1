package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clock.Clock;
import org.holdline.link.FailureTable;
import org.holdline.link.FailureTable.Against;
import org.holdline.link.emulated.ClipBody;
import org.holdline.link.emulated.EmulatedParams;
import org.holdline.link.emulated.EmulatedPort;
import org.holdline.link.emulated.PseudoTerminal;
import org.holdline.report.JsonText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says and how it ends when a port or a sensor is not as it was meant to be. */
@Timeout(120)
@ExtendWith(FailureTable.class)
class SerialFaultsTest {
    private static final int FULL_SCALE = 32_767;

    @TempDir
    private Path folder;

    private Path path;
    private EmulatedPort port;

    /** A sensor that repeats itself, or is at its end. */
    private static final class BrokenBody implements ClipBody {
        private final int first;
        private final int step;
        private int count;

        BrokenBody(int first, int step) {
            this.first = first;
            this.step = step;
        }

        @Override
        public boolean measure(int[] steps) {
            count++;
            for (int i = 0; i < steps.length; i++) {
                // What moves is the gyroscope's least step; what stands at the end of its range stays there.
                steps[i] = i % 6 < 3 ? first : step * (count & 1);
            }
            return true;
        }

        @Override
        public void motorOn(int forMs) {}

        @Override
        public void motorOff(int reason, int playedMs) {}
    }

    private void plugIn(ClipBody body) throws IOException {
        path = folder.resolve("clip");
        EmulatedParams params = new EmulatedParams("HL000001", 5, 2, List.of(200), true);
        port = new EmulatedPort(path, params, body, Clock.system(), 0, 0);
        Thread clip = new Thread(port, "emulated-clip");
        clip.setDaemon(true);
        clip.start();
    }

    @AfterEach
    void unplug() throws IOException {
        if (port != null) {
            port.close();
        }
    }

    private static void row(String fault, String injected, String told, Against where) {
        FailureTable.row("holdline run: " + fault, injected, told, "-", 0, where);
    }

    @Test
    void shouldNameGroupAndCommandWhenThePortMayNotBeOpened() throws Exception {
        boolean root = "root".equals(System.getProperty("user.name"));
        // Root may open everything unless it gives that up.
        List<String> starter =
                !root ? List.of() : List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--");
        if (root && !canStart(starter)) {
            row("permission denied", "NOT TESTED: no setpriv", "-", Against.NOBODY);
            System.out.println("SerialFaultsTest: root, and no setpriv that works: permission denied is not tested");
            return;
        }
        try (PseudoTerminal closed = PseudoTerminal.open()) {
            Files.setPosixFilePermissions(closed.path(), PosixFilePermissions.fromString("---------"));
            try (Holdline run = Holdline.startBy(folder, starter, "run", "--source", "serial:" + closed.path())) {
                Holdline.Ended ended = run.await();
                assertEquals(4, ended.code(), ended.err());
                String group = Files.getAttribute(closed.path(), "posix:group").toString();
                String asked = group.equals("root") ? "dialout" : group;
                assertTrue(
                        ended.err().contains("no permission. Not in group " + asked + "? sudo usermod -aG " + asked),
                        ended.err());
                assertEquals(1, ended.err().lines().count(), ended.err());
            }
            assertEquals(0, closed.read(new byte[1]), "nobody has opened it");
        }
        row("permission denied", "mode 000", "exit 4, usermod", Against.NOBODY);
    }

    private boolean canStart(List<String> starter) throws InterruptedException {
        try {
            List<String> command = new ArrayList<>(starter);
            command.add("true");
            return new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void shouldSayWhoHoldsThePortAndLeaveThemAloneWhenItIsBusy() throws Exception {
        plugIn(new VirtualBody(VirtualOptions.defaults().withMarkers(false), said -> {}));
        try (Holdline holder = Holdline.start(folder, "run", "--json", "--source", "serial:" + path)) {
            holder.awaitOut("\"type\":\"link\"");
            Holdline.Ended second = Holdline.run(folder, "run", "--source", "serial:" + path);
            assertEquals(1, second.code(), second.err());
            assertTrue(second.err().contains("busy, another program holds it. Which: sudo fuser -v"), second.err());
            Holdline.Ended first = holder.end("INT");
            Map<String, Object> link = WholeLine.lastPart(first.out(), "link");
            assertEquals("0", link.get("missed_samples"), link.toString());
            assertEquals("0", link.get("dropped_frames"), link.toString());
            assertEquals("1", link.get("opens"), link.toString());
        }
        row("port held by another", "a second run", "exit 1, fuser", Against.PTY);
    }

    @Test
    void shouldNameThePortsThatAreThereWhenTheNameIsNot() throws Exception {
        Holdline.Ended ended =
                Holdline.run(folder, "run", "--source", "serial:" + folder.resolve("none"), "--set=serial.wait_s=0");
        assertEquals(3, ended.code(), ended.err());
        assertTrue(ended.err().contains("there is none of that name"), ended.err());
        assertTrue(ended.err().matches("(?s).*(There are /dev/|No serial port is there at all).*"), ended.err());
        row("port missing at the start", "no such name", "exit 3, ports", Against.NOBODY);
    }

    @Test
    void shouldWaitAndThenStreamWhenThePortComesAfterTheStart() throws Exception {
        path = folder.resolve("clip");
        try (Holdline run = Holdline.start(folder, "run", "--json", "--source", "serial:" + path)) {
            run.awaitErr("there is none of that name");
            run.awaitErr("tried again for 30 s");
            plugIn(new VirtualBody(VirtualOptions.defaults().withMarkers(false), said -> {}));
            run.awaitOut("\"state\":\"streaming\"");
            Holdline.Ended ended = run.end("INT");
            assertEquals(130, ended.code(), ended.err());
            assertEquals(
                    1, ended.err().split("there is none of that name", -1).length - 1, "said again: " + ended.err());
        }
        row("port comes after the start", "no such name at first", "told once, streams", Against.PTY);
    }

    @Test
    void shouldEndWithThreeWhenNothingComesWithinTheWait() throws Exception {
        Holdline.Ended ended =
                Holdline.run(folder, "run", "--source", "serial:" + folder.resolve("none"), "--set=serial.wait_s=1");
        assertEquals(3, ended.code(), ended.err());
        assertTrue(ended.err().contains("tried again for 1 s"), ended.err());
    }

    @Test
    void shouldSayWhichClipAnswersWhenItIsAnother() throws Exception {
        plugIn(ClipBody.NONE);
        Holdline.Ended ended = Holdline.run(folder, "run", "--source", "serial:" + path, "--set=serial.clip=HL000002");
        assertEquals(1, ended.code(), ended.err());
        assertTrue(ended.err().contains("clip HL000001 answers, expected HL000002"), ended.err());
        row("another clip answers", "serial.clip", "exit 1, serials", Against.PTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stuck", "saturated"})
    void shouldCountAndNotWatchWhenTheSensorIsBroken(String how) throws Exception {
        boolean stuck = how.equals("stuck");
        plugIn(stuck ? new BrokenBody(1000, 0) : new BrokenBody(FULL_SCALE, 1));
        Holdline.Ended ended = Holdline.run(folder, "run", "--json", "--source", "serial:" + path, "--duration", "3");
        assertEquals(0, ended.code(), ended.err());
        Map<String, Object> summary = JsonText.objects(ended.out()).getLast();
        long counted = Long.parseLong(String.valueOf(summary.get(how + "_samples")));
        long samples = Long.parseLong(
                String.valueOf(WholeLine.lastPart(ended.out(), "link").get("samples")));
        assertTrue(counted > samples / 2, counted + " of " + samples);
        assertFalse(ended.out().contains("\"state\":\"watching\""), ended.out());
        assertFalse(ended.out().contains("{\"type\":\"cue\""), ended.out());
        row(how + " sensor", "3 s", counted + " samples", Against.PTY);
    }
}
