package org.holdline.clip.imu;

import java.util.ArrayList;
import java.util.List;
import org.holdline.clock.Clock;
import org.jspecify.annotations.Nullable;

/** The start of a clip: until every IMU is known and its rate measured, or until it is plain why not. */
final class Opening {
    private static final long LIMIT_NS = 15_000_000_000L;
    private static final int REOPENS = 4;

    /** A wrong clock beyond any oscillator's, and one worth a word. */
    private static final int RATE_FAULT_PPM = 100_000;

    private static final int RATE_WARN_PPM = 30_000;

    private final RegisterBus bus;
    private final Rounds rounds;
    private final List<String> warnings = new ArrayList<>();

    Opening(RegisterBus bus, Rounds rounds) {
        this.bus = bus;
        this.rounds = rounds;
    }

    /** Answers what a person should know although the clip works. */
    List<String> bringUp(Clock clock) throws ImuFault {
        long endNs = clock.nanoTime() + LIMIT_NS;
        Channel upper = rounds.upper;
        while (!isSettled(rounds.lower) || (upper != null && !isSettled(upper))) {
            rounds.turn();
            if (rounds.isDown() && rounds.reopens() >= REOPENS) {
                throw busFault(rounds.lower.status.state);
            }
            check("lower", rounds.lower);
            if (upper != null) {
                check("upper", upper);
            }
            if (clock.nanoTime() - endNs > 0) {
                throw noSamples(
                        upper == null || !isSettled(rounds.lower) ? "lower" : "upper",
                        upper == null || !isSettled(rounds.lower) ? rounds.lower : upper);
            }
        }
        judge("lower", rounds.lower);
        if (upper != null) {
            judge("upper", upper);
        }
        return List.copyOf(warnings);
    }

    private static boolean isSettled(Channel channel) {
        return channel.status.state == ImuState.STREAMING;
    }

    private void check(String which, Channel channel) throws ImuFault {
        if (channel.status.state == ImuState.NO_ANSWER) {
            throw absent(which, channel);
        }
        if (channel.status.state == ImuState.OTHER_IDENTITY) {
            throw wrongIdentity(which, channel);
        }
    }

    private void judge(String which, Channel channel) throws ImuFault {
        String where = where(which, channel);
        long errorPpm = channel.status.rateErrorPpm();
        if (Math.abs(errorPpm) > RATE_WARN_PPM) {
            String text = String.format(
                    "%s makes %.1f samples/s, expected %d within 3 %%; likely a clone, or a rate register it ignores",
                    where, channel.sampleClock.rateHz(), channel.spec().rateHz());
            if (Math.abs(errorPpm) > RATE_FAULT_PPM) {
                throw new ImuFault(ImuFault.Kind.RATE, text);
            }
            warnings.add(text + "; the measured rate is used");
        }
        String finding = channel.rest.finding();
        if (finding == null) {
            return;
        }
        if (channel.rest.isFault()) {
            throw new ImuFault(
                    ImuFault.Kind.SCALE,
                    where + ": " + finding + "; try another board, or another part in the settings");
        }
        warnings.add(where + ": " + finding);
    }

    private String where(String which, @Nullable Channel channel) {
        String at = channel == null
                ? ""
                : " (" + channel.spec().part().partName() + " at "
                        + channel.spec().addressText() + ")";
        return which + " IMU" + at + " on " + bus.name();
    }

    private String scan() {
        String name = bus.name();
        int dash = name.lastIndexOf('-');
        return "i2cdetect -y " + (name.startsWith("/dev/i2c-") ? name.substring(dash + 1) : "<bus>");
    }

    private ImuFault absent(String which, Channel channel) {
        PartLayout layout = channel.spec().part().layout();
        boolean high = channel.spec().address() != layout.lowAddress();
        return new ImuFault(
                ImuFault.Kind.ABSENT,
                String.format(
                        "%s does not answer; likely not plugged in, without supply, or its pin %s not tied %s; see what answers: %s",
                        where(which, channel), layout.addressPin(), high ? "high" : "low", scan()));
    }

    private ImuFault wrongIdentity(String which, Channel channel) {
        PartLayout.Identity identity = channel.spec().part().layout().identity();
        int seen = channel.identitySeen();
        return new ImuFault(
                ImuFault.Kind.OTHER_IDENTITY,
                String.format(
                        "%s: register 0x%02x reads 0x%02x, expected 0x%02x; likely %s; see what answers: %s",
                        where(which, channel),
                        identity.register(),
                        seen,
                        identity.value(),
                        likely(seen, identity.register(), channel.spec().address()),
                        scan()));
    }

    private static String likely(int seen, int register, int address) {
        if (seen == 0) {
            return "SDA held low, which reads as zeros: a wire on ground, or a part without supply";
        }
        for (ImuPart part : ImuPart.values()) {
            PartLayout.Identity identity = part.layout().identity();
            if (identity.register() == register && identity.value() == seen) {
                return "another part, " + part.partName() + ": name it in the settings";
            }
        }
        if (address == 0x68) {
            return "a DS3231 clock module, which has this address too (take it off or move the IMU to 0x69), or a clone";
        }
        return "another part or a clone";
    }

    private ImuFault busFault(ImuState state) {
        String why = state == ImuState.BUS_GONE
                ? "the adapter is gone; likely an unplugged adapter or an unloaded driver; see what there is: i2cdetect -l"
                : "nothing can be heard; likely SDA or SCL held low by a wire or a device that hangs; "
                        + "cut the IMUs' supply for a second, then: "
                        + scan();
        return new ImuFault(ImuFault.Kind.BUS, bus.name() + ": " + why);
    }

    private ImuFault noSamples(String which, Channel channel) {
        return new ImuFault(
                ImuFault.Kind.RATE,
                where(which, channel) + " has the right identity and makes no steady stream of samples (state "
                        + channel.status.state
                        + "); likely a clone or a weak supply; try pacing data_ready, or another board");
    }
}
