package org.holdline.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdline.clock.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which ports are opened, in which order, and which are left alone. */
class PortSearchTest {
    private static final long SECOND_NS = 1_000_000_000;

    @TempDir
    private Path folder;

    private final Clock clock = new Clock() {
        @Override
        public long nanoTime() {
            return nowNs;
        }

        @Override
        public void park(long nanos) {
            throw new AssertionError("it waited");
        }
    };
    private long nowNs = -5;
    private final List<String> asked = new ArrayList<>();
    private final Map<String, PortException.Kind> refusing = new HashMap<>();
    private long greetings;
    private Path ttys;

    @BeforeEach
    void makeKernelsList() throws IOException {
        ttys = Files.createDirectory(folder.resolve("ttys"));
    }

    private PortSearch named() {
        return search(new PortSearch.Scope.Named(folder.resolve("port*")));
    }

    private PortSearch search(PortSearch.Scope scope) {
        return search("port0", scope);
    }

    private PortSearch search(String name, PortSearch.Scope scope) {
        return new PortSearch(
                new PortSearch.Places(folder.resolve(name), scope),
                this::opener,
                () -> greetings,
                clock,
                new PortHardware(folder, ttys));
    }

    private void pass(long ns) {
        nowNs += ns;
    }

    private PipeOpener opener(Path port) {
        return () -> {
            String name = String.valueOf(port.getFileName());
            asked.add(name);
            if (!Files.exists(port)) {
                throw new PortException(PortException.Kind.MISSING, name + " is missing");
            }
            if (refusing.containsKey(name)) {
                throw new PortException(refusing.get(name), name + " refuses");
            }
            return new BytePipe() {
                @Override
                public int read(byte[] into) {
                    return GONE;
                }

                @Override
                public boolean write(byte[] bytes, int length) {
                    return true;
                }

                @Override
                public void close() {}
            };
        };
    }

    private void plugIn(String... names) throws IOException {
        for (String name : names) {
            Files.createFile(folder.resolve(name));
        }
    }

    private void unplug(String name) throws IOException {
        Files.delete(folder.resolve(name));
    }

    /** Opened, greeted and lost again. */
    private void meet(PortSearch search) throws PortException {
        search.open();
        greetings++;
        asked.clear();
    }

    private void fails(PortSearch search, String text) {
        assertEquals(text, assertThrows(PortException.class, search::open).getMessage());
    }

    @Test
    void shouldAskNoOtherPortWhenNoClipWasGreetedYet() throws IOException {
        plugIn("port1");
        PortSearch search = named();
        for (int s = 0; s < 100; s++) {
            fails(search, "port0 is missing");
            pass(SECOND_NS);
        }
        assertEquals(100, asked.size());
        assertEquals(List.of("port0"), asked.stream().distinct().toList());
    }

    @Test
    void shouldAskOthersOnlyAfterTwoSecondsWhenTheNameIsGone() throws Exception {
        plugIn("port0", "port1", "other1");
        PortSearch search = named();
        meet(search);
        unplug("port0");
        fails(search, "port0 is missing");
        pass(PortSearch.AWAY_NS - 1);
        fails(search, "port0 is missing");
        assertEquals(List.of("port0", "port0"), asked);
        pass(1);
        search.open();
        assertEquals(List.of("port0", "port0", "port0", "port1"), asked);
        assertEquals(folder.resolve("port1"), search.current());
    }

    @Test
    void shouldAskTheNextOneWhenAnotherClipOrNobodyAnswered() throws Exception {
        plugIn("port0", "port1", "port2");
        PortSearch search = named();
        meet(search);
        unplug("port0");
        fails(search, "port0 is missing");
        pass(PortSearch.AWAY_NS);
        search.open();
        assertEquals(folder.resolve("port1"), search.current());
        search.open();
        assertEquals(folder.resolve("port2"), search.current());
        asked.clear();
        fails(search, "port0 is missing");
        assertEquals(List.of("port0"), asked, "both are left alone");
        pass(PortSearch.STRANGE_NS);
        search.open();
        assertEquals(folder.resolve("port1"), search.current());
    }

    @Test
    void shouldStayWhereTheClipWasFoundWhenItHangsUpThere() throws Exception {
        plugIn("port0", "port1");
        PortSearch search = named();
        meet(search);
        unplug("port0");
        fails(search, "port0 is missing");
        pass(PortSearch.AWAY_NS);
        meet(search);
        plugIn("port0");
        search.open();
        assertEquals(List.of("port1"), asked);
    }

    @Test
    void shouldPassOverPortsThatOthersHold() throws Exception {
        plugIn("port0", "port1", "port2");
        refusing.put("port1", PortException.Kind.BUSY);
        PortSearch search = named();
        meet(search);
        refusing.put("port0", PortException.Kind.BUSY);
        fails(search, "port0 refuses");
        pass(PortSearch.AWAY_NS);
        search.open();
        assertEquals(folder.resolve("port2"), search.current());
    }

    @Test
    void shouldLookElsewhereFirstWhenAnotherClipAnswersUnderTheName() throws Exception {
        plugIn("port0", "port1");
        PortSearch search = named();
        meet(search);
        search.open();
        pass(PortSearch.AWAY_NS);
        search.open();
        assertEquals(folder.resolve("port1"), search.current());
        search.open();
        assertEquals(folder.resolve("port0"), search.current(), "no other is left");
    }

    @Test
    void shouldAskNoOtherPortWhenToldSo() throws Exception {
        plugIn("port0", "port1");
        PortSearch search = search(new PortSearch.Scope.Nowhere());
        meet(search);
        unplug("port0");
        fails(search, "port0 is missing");
        pass(100 * SECOND_NS);
        fails(search, "port0 is missing");
        assertEquals(List.of("port0", "port0"), asked);
    }

    @Test
    void shouldAskNoOtherPortWhenNothingIsKnownOfTheDevice() throws Exception {
        plugIn("port0", "port1");
        PortSearch search = search(new PortSearch.Scope.SameDevice());
        meet(search);
        unplug("port0");
        fails(search, "port0 is missing");
        pass(100 * SECOND_NS);
        fails(search, "port0 is missing");
        assertEquals(List.of("port0", "port0"), asked);
    }

    @Test
    void shouldAskOnlyTheSameDeviceWhenItComesBackUnderAnotherName() throws Exception {
        usb("ttyACM0", "1-1", "HL000001");
        plugIn("ttyACM0");
        PortSearch search = search("ttyACM0", new PortSearch.Scope.SameDevice());
        meet(search);
        unplug("ttyACM0");
        usb("ttyACM1", "1-2", "HL000002");
        usb("ttyACM2", "1-3", null);
        usb("ttyUSB0", "1-4", "HL000001");
        plugIn("ttyACM1", "ttyACM2", "ttyUSB0", "ttyACM9");
        fails(search, "ttyACM0 is missing");
        pass(PortSearch.AWAY_NS);
        fails(search, "ttyACM0 is missing");
        usb("ttyACM3", "1-5", "HL000001");
        plugIn("ttyACM3");
        search.open();
        greetings++;
        assertEquals(List.of("ttyACM0", "ttyACM0", "ttyACM0", "ttyACM3"), asked);
        // Its new name goes to another device: what was never named is not asked again.
        unplug("ttyACM3");
        Files.delete(ttys.resolve("ttyACM3").resolve("device"));
        Files.delete(ttys.resolve("ttyACM3"));
        usb("ttyACM3", "1-6", "HL000003");
        plugIn("ttyACM3");
        asked.clear();
        fails(search, "ttyACM0 is missing");
        pass(PortSearch.AWAY_NS);
        fails(search, "ttyACM0 is missing");
        assertEquals(List.of("ttyACM0", "ttyACM0"), asked);
    }

    @Test
    void shouldTellDevicesApartByWhatTheKernelSaysOfThem() throws IOException {
        PortHardware hardware = new PortHardware(folder, ttys);
        plugIn("ttyACM0", "ttyACM1", "rfcomm0", "ttyAMA0");
        usb("ttyACM0", "1-1", "HL000001");
        usb("ttyACM1", "1-3", null);
        Files.createDirectory(ttys.resolve("rfcomm0"));
        Files.writeString(ttys.resolve("rfcomm0").resolve("address"), "00:00:5E:00:53:01\n");
        assertEquals("usb 1915:520f HL000001 part 00", hardware.of(folder.resolve("ttyACM0")));
        assertEquals("usb 1915:520f without number part 00", hardware.of(folder.resolve("ttyACM1")));
        assertEquals("bluetooth 00:00:5E:00:53:01", hardware.of(folder.resolve("rfcomm0")));
        assertNull(hardware.of(folder.resolve("ttyAMA0")));
        assertNull(hardware.of(folder.resolve("none")));
    }

    private void usb(String tty, String socket, String serial) throws IOException {
        Path device = folder.resolve("devices").resolve(socket);
        Path part = Files.createDirectories(device.resolve(socket + ":1.0"));
        Files.writeString(device.resolve("idVendor"), "1915\n");
        Files.writeString(device.resolve("idProduct"), "520f\n");
        if (serial != null) {
            Files.writeString(device.resolve("serial"), serial + "\n");
        }
        Files.writeString(part.resolve("bInterfaceNumber"), "00\n");
        Files.createDirectory(ttys.resolve(tty));
        Files.createSymbolicLink(ttys.resolve(tty).resolve("device"), part);
    }

    @Test
    void shouldKnowWhichNamesAreCountedAndWhichStay() {
        PortHardware hardware = new PortHardware();
        assertEquals(Path.of("/dev/ttyACM*"), hardware.alike(Path.of("/dev/ttyACM0")));
        assertEquals(Path.of("/dev/ttyUSB*"), hardware.alike(Path.of("/dev/ttyUSB12")));
        assertEquals(Path.of("/dev/rfcomm*"), hardware.alike(Path.of("/dev/rfcomm3")));
        for (String stays :
                List.of("/dev/ttyAMA0", "/dev/serial0", "/dev/holdline/HL000001", "/run/holdline-rfcomm/lane1")) {
            assertNull(hardware.alike(Path.of(stays)), stays);
        }
    }
}
