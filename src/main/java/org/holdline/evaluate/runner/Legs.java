package org.holdline.evaluate.runner;

/**
 * Steps and what the ground does to the body. A phase runs at the step rate; a foot comes down whenever it passes a whole
 * number. Each contact is given the push that lets the body meet the next one as fast as a flight of that length does, so that
 * over time the force is the body's weight.
 */
final class Legs {
    static final double GRAVITY_MS2 = 9.80665;

    /** A walking foot stays until the other has been down for a quarter of a step. */
    private static final double WALK_CONTACT_SHARE = 1.25;

    /** The step rate follows its target with this time constant, s. */
    private static final double RATE_LAG_S = 0.12;

    /** Standing legs take up what speed is left with this rate, 1/s. */
    private static final double ABSORB = 8;

    private final GaitTraits traits;
    private final double easyKmh;
    private final Chance chance;
    private final Memory rhythm;
    private final Memory length;
    private final Curve main;
    private final Contact[] contacts = {new Contact(), new Contact()};

    private double phase;
    private double rate;
    private double targetRate;
    private boolean standing = true;
    private boolean running;
    private long count;
    private double velocityMS;
    private double stepS;

    /** Force of the ground per mass, m/s^2: forward, left, up. */
    final double[] forceMS2 = new double[3];

    Legs(GaitTraits traits, double easyKmh, Chance chance) {
        this.traits = traits;
        this.easyKmh = easyKmh;
        this.chance = chance;
        rhythm = new Memory(chance, traits.memory);
        length = new Memory(chance, traits.memory);
        main = new Curve(u -> {
            double v = u + traits.early * u * (1 - u);
            return (1 - traits.hump) * Curve.HUMP.at(v) + traits.hump * Curve.ARCH.at(v);
        });
        forceMS2[2] = GRAVITY_MS2;
    }

    /** Moves on to an instant, a step of time after the last. */
    void advance(double timeS, double dtS, Activity activity, double speedKmh) {
        if (standing) {
            if (activity.isGait()) {
                standing = false;
                land(timeS, activity, speedKmh);
                rate = targetRate;
            }
        } else {
            rate += (targetRate - rate) * dtS / RATE_LAG_S;
            double before = phase;
            phase += rate * dtS;
            if (Math.floor(phase) > Math.floor(before)) {
                count++;
                double overS = (phase - Math.floor(phase)) / rate;
                if (activity.isGait()) {
                    land(timeS - overS, activity, speedKmh);
                } else {
                    phase = Math.floor(phase);
                    standing = true;
                    rate = 0;
                }
            }
        }
        push(timeS);
        velocityMS += (forceMS2[2] - GRAVITY_MS2) * dtS;
    }

    private void land(double timeS, Activity activity, double speedKmh) {
        running = activity == Activity.RUN;
        double evenS = running ? traits.runStepS(speedKmh, easyKmh) : traits.walkStepS;
        stepS = evenS * (1 + traits.rhythmNoise * rhythm.next());
        targetRate = 1 / stepS;
        boolean left = isLeft();
        Contact foot = contacts[left ? 1 : 0];
        Contact other = contacts[left ? 0 : 1];
        double contactS = running ? traits.contactS(stepS, left) : stepS * WALK_CONTACT_SHARE;
        foot.under = true;
        foot.left = left;
        foot.running = running;
        foot.startS = timeS;
        foot.lengthS = contactS * (1 + 0.02 * length.next());
        double side = left ? 1 : -1;
        double gaitSize = running ? 1 : 0.3;
        foot.impactMS2 = gaitSize
                * GRAVITY_MS2
                * traits.impactG
                * (1 + side * traits.impactAsymmetry / 2)
                * (1 + 0.15 * chance.bell());
        foot.brakingMS2 = gaitSize * GRAVITY_MS2 * traits.brakingG;
        foot.sidewaysMS2 = -side * gaitSize * GRAVITY_MS2 * traits.sidewaysG;
        foot.mainMS2 = mainHeight(foot, other);
    }

    /** The push still missing for the next contact to come at the speed of a flight, spread over the main hump. */
    private double mainHeight(Contact foot, Contact other) {
        double flightS = Math.max(0, stepS - foot.lengthS);
        double needed = -GRAVITY_MS2 * flightS / 2 - velocityMS + GRAVITY_MS2 * stepS;
        if (other.under) {
            needed -= other.mainMS2
                    * other.lengthS
                    * (main.areaTo(1) - main.areaTo(Math.min(1, other.share(foot.startS))));
        }
        double usual = GRAVITY_MS2 * stepS;
        double pushed = Math.clamp(needed, 0.6 * usual, 1.5 * usual) - foot.impactMS2 * traits.impactHalfS;
        return pushed / (foot.lengthS * main.areaTo(Math.min(1, stepS / foot.lengthS)));
    }

    private void push(double timeS) {
        forceMS2[0] = 0;
        forceMS2[1] = 0;
        forceMS2[2] = standing ? GRAVITY_MS2 - ABSORB * velocityMS : 0;
        for (Contact foot : contacts) {
            double share = foot.share(timeS);
            foot.under = foot.under && share < 1;
            if (foot.under && !standing) {
                double sinceS = timeS - foot.startS;
                double impactAt = (sinceS - traits.impactCentreS + traits.impactHalfS) / (2 * traits.impactHalfS);
                forceMS2[0] -= foot.brakingMS2 * Curve.SWING.at(share);
                forceMS2[1] += foot.sidewaysMS2 * Curve.ARCH.at(share);
                forceMS2[2] += foot.mainMS2 * main.at(share) + foot.impactMS2 * Curve.HUMP.at(impactAt);
            }
        }
    }

    /** Top of the main hump of a contact's force, g. */
    double activePeakG(Contact foot) {
        return foot.mainMS2 * main.highest() / GRAVITY_MS2;
    }

    /** Foot that came down last. */
    Contact latest() {
        return contacts[isLeft() ? 1 : 0];
    }

    private boolean isLeft() {
        return count % 2 == 1;
    }

    /** Steps since the start, with the part of the one under way. */
    double phase() {
        return count + phase - Math.floor(phase);
    }

    /** Contacts since the start. */
    long count() {
        return count;
    }

    boolean isStanding() {
        return standing;
    }

    boolean isRunning() {
        return running && !standing;
    }

    double velocityMS() {
        return velocityMS;
    }
}
