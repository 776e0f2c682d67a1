package org.holdline.app;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.holdline.clip.serial.SerialClip;
import org.holdline.clock.Clock;
import org.holdline.link.ClipIdentity;
import org.holdline.link.LinkFigures;
import org.holdline.link.LinkState;
import org.holdline.link.LinkThreads;
import org.holdline.link.PortException;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the first samples of a clip behind a port. What is not there yet may still come and is waited for as long as
 * asked; what is there and will not do is told at once.
 */
final class FirstSamples {
    /** Told at once, too, when there is no port or no clip. */
    static final Patience NO_WAIT = new Patience(0, text -> {});

    private static final long LOOK_NS = 10_000_000;
    private static final long S = 1_000_000_000;

    /** Bluetooth may take this long to open, and a clip to answer. */
    private static final long OPEN_NS = 20 * S;

    private final Path port;
    private final LinkThreads threads;
    private final SerialClip clip;
    private final Clock clock;

    /**
     * How long to wait for what is not there.
     *
     * @param waitS seconds
     * @param told gets each new reason once
     */
    record Patience(int waitS, Consumer<String> told) {}

    FirstSamples(Path port, LinkThreads threads, SerialClip clip, Clock clock) {
        this.port = port;
        this.threads = threads;
        this.clip = clip;
        this.clock = clock;
    }

    /**
     * Returns when samples come.
     *
     * @throws Failure that says what is missing, where, why and what to do
     */
    ClipIdentity await(Patience patience) throws Failure {
        long startNs = clock.nanoTime();
        long askedNs = startNs;
        String told = "";
        while (true) {
            LinkFigures figures = threads.figures();
            ClipIdentity identity = figures.identity();
            if (identity != null && clip.hasBegun()) {
                return identity;
            }
            long nowNs = clock.nanoTime();
            PortException.Kind fault = threads.lastFault();
            if (fault != null) {
                askedNs = nowNs;
            }
            Failure failure = failure(figures, fault, nowNs - askedNs >= OPEN_NS);
            if (failure != null) {
                if (nowNs - startNs >= patience.waitS() * S || !mayStillCome(figures, fault)) {
                    throw failure;
                }
                String text = String.valueOf(failure.getMessage());
                if (!text.equals(told)) {
                    told = text;
                    patience.told().accept(text);
                }
            }
            clock.park(LOOK_NS);
        }
    }

    private @Nullable Failure failure(LinkFigures figures, PortException.@Nullable Kind fault, boolean late) {
        if (fault != null) {
            return new Failure(codeOf(fault), figures.why());
        }
        // A clip that has answered gets a second opening: a machine that just starts may itself have been too slow.
        boolean again = figures.course().greetings() > 0 && figures.course().opens() < 2;
        if (figures.state() == LinkState.BACKOFF && !again) {
            return new Failure(
                    figures.line().frames() == 0 ? ExitCode.DEVICE_NOT_FOUND : ExitCode.FAILED,
                    "serial port " + port + ": " + figures.why() + hint(figures));
        }
        return late
                ? new Failure(ExitCode.DEVICE_NOT_FOUND, "serial port " + port + ": no clip answers" + hint(figures))
                : null;
    }

    /** A clip that has spoken and was refused, or a port that is somebody else's, will not be another one in a minute. */
    private static boolean mayStillCome(LinkFigures figures, PortException.@Nullable Kind fault) {
        return fault == null
                ? figures.line().frames() == 0
                : fault == PortException.Kind.MISSING || fault == PortException.Kind.OUT_OF_REACH;
    }

    private static String hint(LinkFigures figures) {
        if (figures.line().frames() > 0) {
            return "";
        }
        return figures.line().bytes() == 0
                ? ". What is there: holdline clip list. Another rate: --set serial.baud=9600"
                : ". Another rate: --set serial.baud=9600";
    }

    private static int codeOf(PortException.Kind fault) {
        return switch (fault) {
            case MISSING, OUT_OF_REACH -> ExitCode.DEVICE_NOT_FOUND;
            case NO_PERMISSION -> ExitCode.NO_PERMISSION;
            case BUSY, OTHER -> ExitCode.FAILED;
        };
    }
}
