package org.holdline.architecture.planted;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Supplier;

/** Does in constructors and cold companions what hot methods must not, and in its methods only what they may. */
public final class Cold {
    private static final VarHandle COUNT;
    private static final double SCALE = Math.sqrt(2);

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(Cold.class, "count", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final int[] ring = new int[16];
    private final Supplier<Object> slot;

    @SuppressWarnings("unused")
    private volatile long count;

    public Cold(double value) {
        if (value < 0) {
            throw new IllegalArgumentException("value=" + value + ", expected >= 0");
        }
        ring[0] = (int) Math.round(value * SCALE);
        slot = () -> new int[16];
    }

    public long step(Kind kind) {
        long next = (long) COUNT.getAcquire(this) + 1;
        COUNT.setRelease(this, next);
        int weight = switch (kind) {
            case NEAR -> 1;
            case FAR -> 2;
        };
        return ring[(int) next & 15] * (long) weight + (slot.get() == null ? 1 : 0);
    }

    /** Enum with everything the compiler adds. */
    public enum Kind {
        NEAR,
        FAR;

        public Kind other() {
            return switch (this) {
                case NEAR -> FAR;
                case FAR -> NEAR;
            };
        }
    }

    /** Records are values for the cold side. */
    public record Pair(double left, double right) {
        public double sum() {
            return left + right;
        }
    }

    /** What a person tunes. */
    public static final class FilterParams {
        double cutoffHz = 6;

        public FilterCoefficients derive() {
            return new FilterCoefficients(cutoffHz);
        }

        /** Part of the Params. */
        public static final class Builder {
            public FilterParams build() {
                return new FilterParams();
            }
        }
    }

    /** Derived once. */
    public static final class FilterCoefficients {
        final int gainQ15;

        FilterCoefficients(double cutoffHz) {
            gainQ15 = quantised(cutoffHz);
        }

        private static int quantised(double value) {
            return (int) Math.round(value * 32768);
        }
    }
}
