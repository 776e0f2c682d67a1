package org.holdline.gait;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Vertical force and roll rate at the lower back of somebody who stands, walks and runs, made from a seed, with the
 * instants of every footfall.
 */
final class MadeGait {
    /** How the force of a running contact rises and falls. */
    enum Shape {
        /** Half a sine. */
        SMOOTH,
        /** Half a sine under the short peak of a heel strike that rings on. */
        IMPACT
    }

    /** One foot on the ground; without toe-off when walking. */
    record Footfall(double contactS, double toeOffS, boolean left, boolean running) {}

    private interface Part {
        double forceG(double seconds);
    }

    private record Timed(double fromS, double toS, Part part) {}

    private static final double IMPACT_AT_S = 0.025;
    private static final double IMPACT_WIDTH_S = 0.010;
    private static final double RING_HZ = 16;

    private final SplittableRandom random;
    private final List<Timed> parts = new ArrayList<>();
    private final List<Footfall> footfalls = new ArrayList<>();
    private final List<Double> rollSigns = new ArrayList<>();
    private double endS;
    private boolean left;
    private double rightSigns = 1;
    private double noiseG = 0.01;

    MadeGait(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Share of footfalls from here on whose roll rate has the sign of their side. */
    MadeGait rollRight(double share) {
        rightSigns = share;
        return this;
    }

    MadeGait noise(double g) {
        noiseG = g;
        return this;
    }

    /** Stands and sways a little: breathing, balance, and now and then a shift of weight. */
    MadeGait stand(double seconds) {
        double from = endS;
        double shiftAt = from + random.nextDouble(seconds);
        add(
                seconds,
                t -> 1
                        + 0.006 * Math.sin(2 * Math.PI * 0.27 * t)
                        + 0.004 * Math.sin(2 * Math.PI * 0.9 * t)
                        + 0.02 * bump((t - shiftAt) / 0.4));
        return this;
    }

    /** Walks: two bumps a step, 0.75 to 1.25 g. */
    MadeGait walk(double seconds, double stepsPerMin) {
        return walk(seconds, stepsPerMin, 1);
    }

    /** The same with a swing of another size. */
    MadeGait walk(double seconds, double stepsPerMin, double size) {
        double step = 60 / stepsPerMin;
        int count = (int) Math.floor(seconds / step);
        for (int i = 0; i < count; i++) {
            double at = endS;
            double length = step * (1 + 0.03 * random.nextDouble(-1, 1));
            double height = size * (1 + 0.08 * random.nextDouble(-1, 1));
            footfall(new Footfall(at + 0.05 * length, Double.NaN, left, false));
            add(length, t -> {
                double phase = 2 * Math.PI * (t - at) / length;
                // Least at the middle of single support, most just after the landing, a second bump at push-off.
                return 1 + height * (-0.17 * Math.cos(phase + 0.9) + 0.09 * Math.sin(2 * phase - 0.2));
            });
        }
        return this;
    }

    /** Runs: ground contact and flight; the mean force over a step is the body's weight. */
    MadeGait run(double seconds, double stepsPerMin, double contactMs, Shape shape) {
        double step = 60 / stepsPerMin;
        double contact = contactMs / 1000;
        int count = (int) Math.floor(seconds / step);
        for (int i = 0; i < count; i++) {
            double at = endS;
            double length = step * (1 + 0.01 * random.nextDouble(-1, 1));
            double area = shape == Shape.IMPACT ? impactArea(contact) : 0;
            double height = (step - area) / (contact * 2 / Math.PI) * (1 + 0.04 * random.nextDouble(-1, 1));
            footfall(new Footfall(at, at + contact, left, true));
            add(length, t -> {
                double since = t - at;
                if (since > contact) {
                    return 0;
                }
                double force = height * Math.sin(Math.PI * since / contact);
                return shape == Shape.IMPACT ? Math.max(0, force + impact(since)) : force;
            });
        }
        return this;
    }

    private static double impact(double since) {
        double peak = 1.2 * Math.exp(-0.5 * Math.pow((since - IMPACT_AT_S) / IMPACT_WIDTH_S, 2));
        double rest = since - IMPACT_AT_S;
        return rest < 0 ? peak : peak + 0.3 * Math.exp(-rest / 0.03) * -Math.sin(2 * Math.PI * RING_HZ * rest);
    }

    /** The pelvis tips after a landing, and back again. */
    private static double rollRads(double since) {
        if (since < 0 || since > 0.3) {
            return 0;
        }
        return since < 0.12 ? Math.sin(Math.PI * since / 0.12) : -0.8 * Math.sin(Math.PI * (since - 0.12) / 0.18);
    }

    private static double impactArea(double contact) {
        double area = 0;
        for (double t = 0; t < contact; t += 0.0005) {
            area += impact(t) * 0.0005;
        }
        return area;
    }

    private static double bump(double x) {
        return Math.abs(x) < 1 ? Math.pow(Math.cos(Math.PI / 2 * x), 2) : 0;
    }

    private void footfall(Footfall footfall) {
        footfalls.add(footfall);
        double sign = footfall.left() ? 1 : -1;
        rollSigns.add(random.nextDouble() < rightSigns ? sign : -sign);
        left = !left;
    }

    private void add(double seconds, Part part) {
        parts.add(new Timed(endS, endS + seconds, part));
        endS += seconds;
    }

    double endS() {
        return endS;
    }

    List<Footfall> footfalls() {
        return footfalls;
    }

    long runningFootfalls() {
        return footfalls.stream().filter(Footfall::running).count();
    }

    /** Gets every sample. */
    interface Taker {
        void take(long timeUs, long forceUg, int rollUrads);
    }

    /** Samples all of it; as a sensor does, the force is a mean over the sampling interval, centred. */
    void sample(double rateHz, Taker taker) {
        SplittableRandom noise = new SplittableRandom(random.split().nextLong());
        int part = 0;
        int fall = 0;
        for (long i = 0; i / rateHz < endS; i++) {
            double t = i / rateHz;
            double sum = 0;
            for (int k = -4; k <= 4; k++) {
                double at = Math.clamp(t + k / (9 * rateHz), 0, endS - 1e-9);
                int p = part;
                while (p > 0 && parts.get(p).fromS() > at) {
                    p--;
                }
                while (parts.get(p).toS() <= at) {
                    p++;
                }
                sum += parts.get(p).part().forceG(at);
                if (k == 0) {
                    part = p;
                }
            }
            while (fall + 1 < footfalls.size() && footfalls.get(fall + 1).contactS() <= t) {
                fall++;
            }
            double roll = 0.02 * noise.nextGaussian();
            if (!footfalls.isEmpty()) {
                double since = t - footfalls.get(fall).contactS();
                roll += rollSigns.get(fall) * rollRads(since);
            }
            double force = sum / 9 + noiseG * noise.nextGaussian();
            taker.take(Math.round(i * 1e6 / rateHz), Math.round(force * 1e6), (int) Math.round(roll * 1e6));
        }
    }
}
