package org.holdline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.holdline.clock.Clock;
import org.holdline.link.FirmwareClip;
import org.holdline.link.emulated.ClipBody;
import org.holdline.link.emulated.EmulatedParams;
import org.holdline.link.emulated.EmulatedPort;
import org.holdline.link.emulated.ProfileMemory;
import org.holdline.link.wire.Protocol;
import org.holdline.profile.image.ImageLayout;
import org.holdline.profile.image.Storage;
import org.junit.jupiter.api.Assumptions;

/** A clip with a memory for profiles behind a real port, whoever plays it. */
interface ProfileSeat extends AutoCloseable {
    /** Kinds of clip that the whole program is tried with. */
    enum Kind {
        EMULATED {
            @Override
            ProfileSeat open(Path port, String serial, Optional<byte[]> key) throws IOException {
                return new Emulated(port, serial, key);
            }

            @Override
            String fitting(String profile) {
                return profile;
            }
        },
        FIRMWARE {
            @Override
            ProfileSeat open(Path port, String serial, Optional<byte[]> key) throws IOException, InterruptedException {
                return new Firmware(port, serial, key);
            }

            @Override
            String fitting(String profile) {
                return profile.substring(0, profile.indexOf("\n[upper]"))
                        .replace("hardware_major = 1", "hardware_major = 0")
                        .replace("ICM42688P", "OTHER");
            }
        };

        /** Leaves the test out, and says so, where this kind cannot be built. */
        abstract ProfileSeat open(Path port, String serial, Optional<byte[]> key)
                throws IOException, InterruptedException;

        /** The example profile, made one of this clip's board. */
        abstract String fitting(String profile);
    }

    Path port();

    /** Begins to hold the button for as long as it takes to open the write window. */
    void press() throws InterruptedException;

    /** The clip starts anew. */
    void restart() throws InterruptedException;

    /** A copy of both slots. */
    byte[] memory() throws IOException, InterruptedException;

    @Override
    void close() throws IOException;

    /** The emulated clip on a pseudo-terminal. */
    final class Emulated implements ProfileSeat {
        private static final long HOLD_US = 1_700_000;
        private static final long BETWEEN_US = 500_000;

        private final byte[] bytes = new byte[ImageLayout.SLOTS * ImageLayout.SLOT_BYTES];
        private final Random random = new Random(8);
        private final Clock clock = Clock.system();
        private final Path path;
        private final EmulatedPort port;
        private final Thread life;
        private final Array memory = new Array(bytes);
        private long aheadUs;

        Emulated(Path path, String serial, Optional<byte[]> key) throws IOException {
            this.path = path;
            Arrays.fill(bytes, (byte) 0xFF);
            EmulatedParams params = new EmulatedParams(serial, 5, 2, List.of(200), true)
                    .with(new ProfileMemory(memory, key, this::challenge));
            port = new EmulatedPort(path, params, ClipBody.NONE, clock, 0, 0);
            life = new Thread(port, "emulated-clip");
            life.setDaemon(true);
            life.start();
        }

        /** From now on called before each unit that is written, by the clip's thread. */
        void beforeWrites(Runnable chance) {
            memory.beforeWrite = chance;
        }

        private byte[] challenge() {
            byte[] drawn = new byte[Protocol.CAL_CHALLENGE_BYTES];
            random.nextBytes(drawn);
            return drawn;
        }

        private void onItsThread(Runnable work) throws InterruptedException {
            CountDownLatch done = new CountDownLatch(1);
            port.ask(clip -> {
                work.run();
                done.countDown();
            });
            if (!done.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the clip's thread does not come round");
            }
        }

        @Override
        public Path port() {
            return path;
        }

        @Override
        public void press() throws InterruptedException {
            CountDownLatch done = new CountDownLatch(1);
            // Its clock runs ahead of the machine's for a moment, so that nobody waits for a finger.
            port.ask(clip -> {
                long nowUs = Math.max(aheadUs + BETWEEN_US, port.clipUs(clock.nanoTime()));
                aheadUs = nowUs + HOLD_US;
                clip.button(true, nowUs);
                clip.button(false, aheadUs);
                done.countDown();
            });
            if (!done.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the clip's thread does not come round");
            }
        }

        @Override
        public void restart() throws InterruptedException {
            port.reboot(random.nextInt());
            onItsThread(() -> {});
        }

        @Override
        public byte[] memory() throws InterruptedException {
            byte[][] copy = new byte[1][];
            onItsThread(() -> copy[0] = bytes.clone());
            return copy[0];
        }

        @Override
        public void close() throws IOException {
            port.close();
            try {
                life.join(5000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The C firmware as a process. */
    final class Firmware implements ProfileSeat {
        private static final long PRESS_NS = 2_500_000_000L;

        private final Path path;
        private final Path memory;
        private final FirmwareClip clip;
        private final Clock clock = Clock.system();
        private long freeNs = Long.MIN_VALUE;

        Firmware(Path path, String serial, Optional<byte[]> key) throws IOException, InterruptedException {
            this(path, serial, key, List.of());
        }

        /** @param more options of the process */
        Firmware(Path path, String serial, Optional<byte[]> key, List<String> more)
                throws IOException, InterruptedException {
            String missing = FirmwareClip.missingForProcess();
            Assumptions.assumeTrue(missing == null, missing);
            this.path = path;
            memory = path.resolveSibling(path.getFileName() + ".slots");
            List<String> options = new ArrayList<>(
                    List.of("--serial", serial, "--profile-file", memory.toString(), "--link", path.toString()));
            options.addAll(more);
            if (key.isPresent()) {
                Path file = path.resolveSibling(path.getFileName() + ".clipkey");
                Files.writeString(file, HexFormat.of().formatHex(key.get()));
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                options.addAll(List.of("--key", file.toString()));
            }
            clip = FirmwareClip.process(path.getParent(), options.toArray(String[]::new));
        }

        @Override
        public Path port() {
            return path;
        }

        @Override
        public void press() {
            // It passes over a press while the one before has not been let go.
            while (clock.nanoTime() < freeNs) {
                clock.park(freeNs - clock.nanoTime());
            }
            clip.type("l");
            freeNs = clock.nanoTime() + PRESS_NS;
        }

        @Override
        public void restart() {
            clip.type("r");
        }

        @Override
        public byte[] memory() throws IOException {
            return Files.readAllBytes(memory);
        }

        @Override
        public void close() throws IOException {
            clip.close();
            Files.deleteIfExists(path);
        }
    }

    /** Memory in an array. */
    final class Array implements Storage {
        private final byte[] bytes;
        private volatile Runnable beforeWrite = () -> {};

        Array(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void read(int at, byte[] into) {
            System.arraycopy(bytes, at, into, 0, into.length);
        }

        @Override
        public void write(int at, byte[] unit) {
            beforeWrite.run();
            System.arraycopy(unit, 0, bytes, at, unit.length);
        }
    }
}
