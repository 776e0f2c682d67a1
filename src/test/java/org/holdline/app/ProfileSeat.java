package org.holdline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.holdline.clock.Clock;
import org.holdline.link.emulated.ClipBody;
import org.holdline.link.emulated.EmulatedParams;
import org.holdline.link.emulated.EmulatedPort;
import org.holdline.link.emulated.ProfileMemory;
import org.holdline.link.wire.Protocol;
import org.holdline.profile.image.ImageLayout;
import org.holdline.profile.image.Storage;

/** A clip with a memory for profiles behind a real port, whoever plays it. */
interface ProfileSeat extends AutoCloseable {
    /** Kinds of clip that the whole program is tried with. */
    enum Kind {
        EMULATED {
            @Override
            ProfileSeat open(Path port, String serial, Optional<byte[]> key) throws IOException {
                return new Emulated(port, serial, key);
            }
        };

        abstract ProfileSeat open(Path port, String serial, Optional<byte[]> key) throws IOException;
    }

    Path port();

    /** Holds the button until the write window is open. */
    void press() throws InterruptedException;

    /** The clip starts anew. */
    void restart() throws InterruptedException;

    /** A copy of both slots. */
    byte[] memory() throws InterruptedException;

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
        private long aheadUs;

        Emulated(Path path, String serial, Optional<byte[]> key) throws IOException {
            this.path = path;
            Arrays.fill(bytes, (byte) 0xFF);
            EmulatedParams params = new EmulatedParams(serial, 5, 2, List.of(200), true)
                    .with(new ProfileMemory(new Array(bytes), key, this::challenge));
            port = new EmulatedPort(path, params, ClipBody.NONE, clock, 0, 0);
            life = new Thread(port, "emulated-clip");
            life.setDaemon(true);
            life.start();
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

    /** Memory in an array. */
    final class Array implements Storage {
        private final byte[] bytes;

        Array(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void read(int at, byte[] into) {
            System.arraycopy(bytes, at, into, 0, into.length);
        }

        @Override
        public void write(int at, byte[] unit) {
            System.arraycopy(unit, 0, bytes, at, unit.length);
        }
    }
}
