package org.holdline.cue.tone;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An output of ALSA by its name, opened so that no call waits for it. */
final class AlsaPort implements SoundPort {
    private static final int PLAYBACK = 0;
    private static final int NONBLOCK = 1;
    private static final int FORMAT_S16_LE = 2;
    private static final int ACCESS_RW_INTERLEAVED = 3;
    private static final int MONO = 1;
    private static final int RESAMPLE = 1;

    /** What is asked of it; it takes what comes nearest. */
    private static final int BUFFER_US = 40_000;

    private static final int MAX_FRAMES = 4096;
    private static final int MAX_NAMED = 8;

    /** Plug-ins that play nothing by themselves. */
    private static final List<String> NO_OUTPUTS =
            List.of("null", "samplerate", "speexrate", "lavrate", "jack", "oss", "upmix", "vdownmix", "usbstream");

    private final String device;
    private final Path devices;
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment samples = arena.allocate(JAVA_SHORT, MAX_FRAMES);
    private @Nullable Alsa alsa;
    private MemorySegment handle = MemorySegment.NULL;
    private int bufferFrames;
    private int periodFrames;

    AlsaPort(String device) {
        this(device, Path.of("/dev/snd"));
    }

    AlsaPort(String device, Path devices) {
        this.device = device;
        this.devices = devices;
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public int open(int startFrames) {
        Alsa library = Alsa.library();
        alsa = library;
        if (library == null) {
            return -Errno.ENOSYS;
        }
        try (Arena calls = Arena.ofConfined()) {
            MemorySegment to = calls.allocate(ADDRESS);
            int answer = (int) library.open.invokeExact(to, calls.allocateFrom(device), PLAYBACK, NONBLOCK);
            if (answer < 0) {
                return isDenied(answer) ? -Errno.EACCES : answer;
            }
            handle = to.get(ADDRESS, 0);
            answer = (int) library.setParams.invokeExact(
                    handle, FORMAT_S16_LE, ACCESS_RW_INTERLEAVED, MONO, Tone.RATE_HZ, RESAMPLE, BUFFER_US);
            MemorySegment buffer = calls.allocate(JAVA_LONG);
            MemorySegment period = calls.allocate(JAVA_LONG);
            if (answer >= 0) {
                answer = (int) library.getParams.invokeExact(handle, buffer, period);
            }
            if (answer >= 0) {
                answer = beginAt(startFrames, library, calls);
            }
            if (answer < 0) {
                close();
                return answer;
            }
            bufferFrames = (int) buffer.get(JAVA_LONG, 0);
            periodFrames = (int) period.get(JAVA_LONG, 0);
            return 0;
        } catch (Throwable e) {
            throw Alsa.unexpected(e);
        }
    }

    /** By its own default it begins with a full buffer, which is never filled here. */
    private int beginAt(int startFrames, Alsa library, Arena calls) throws Throwable {
        MemorySegment to = calls.allocate(ADDRESS);
        int answer = (int) library.softwareNew.invokeExact(to);
        if (answer < 0) {
            return answer;
        }
        MemorySegment params = to.get(ADDRESS, 0);
        answer = (int) library.softwareNow.invokeExact(handle, params);
        if (answer >= 0) {
            answer = (int) library.startThreshold.invokeExact(handle, params, (long) startFrames);
        }
        if (answer >= 0) {
            answer = (int) library.software.invokeExact(handle, params);
        }
        library.softwareFree.invokeExact(params);
        return answer;
    }

    /** A card that this user may not open does not exist for ALSA. */
    private boolean isDenied(int answer) {
        if (answer == -Errno.EACCES || answer == -Errno.EPERM) {
            return true;
        }
        try (DirectoryStream<Path> controls = Files.newDirectoryStream(devices, "controlC*")) {
            for (Path control : controls) {
                if (!Files.isReadable(control)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public int bufferFrames() {
        return bufferFrames;
    }

    @Override
    public int periodFrames() {
        return periodFrames;
    }

    @Override
    public int write(short[] from, int at, int count) {
        int most = Math.min(count, MAX_FRAMES);
        MemorySegment.copy(from, at, samples, JAVA_SHORT, 0, most);
        try {
            long taken = (long) opened().write.invokeExact(handle, samples, (long) most);
            return taken == -Errno.EAGAIN ? 0 : (int) taken;
        } catch (Throwable e) {
            throw Alsa.unexpected(e);
        }
    }

    @Override
    public int queuedFrames() {
        try {
            long free = (long) opened().avail.invokeExact(handle);
            return (int) (free < 0 ? free : Math.max(0, bufferFrames - free));
        } catch (Throwable e) {
            throw Alsa.unexpected(e);
        }
    }

    @Override
    public int reset() {
        // One that has stopped by itself may refuse this, and is to be made ready all the same.
        int ignored = call(opened().drop);
        return call(opened().prepare);
    }

    private int call(MethodHandle function) {
        try {
            return (int) function.invokeExact(handle);
        } catch (Throwable e) {
            throw Alsa.unexpected(e);
        }
    }

    @Override
    public void close() {
        if (handle.address() != 0) {
            int ignored = call(opened().close);
            handle = MemorySegment.NULL;
        }
    }

    private Alsa opened() {
        Alsa library = alsa;
        if (library == null || handle.address() == 0) {
            throw new IllegalStateException("output " + device + ": not open");
        }
        return library;
    }

    @Override
    public String reason(int answer) {
        Alsa library = alsa;
        return library == null ? "libasound is not installed" : library.reason(-answer);
    }

    @Override
    public String outputs() {
        Alsa library = alsa;
        List<String> names = library == null
                ? List.of()
                : library.outputs().stream()
                        .filter(name -> !NO_OUTPUTS.contains(name) && !name.startsWith("surround"))
                        .limit(MAX_NAMED)
                        .toList();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
