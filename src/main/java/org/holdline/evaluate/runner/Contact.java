package org.holdline.evaluate.runner;

/** One foot on the ground. Mutable slot of {@link Legs}. */
final class Contact {
    boolean under;
    boolean left;
    boolean running;
    double startS;
    double lengthS;

    /** Heights of the main hump, the impact, braking and the push to the side, m/s^2. */
    double mainMS2;

    double impactMS2;
    double brakingMS2;
    double sidewaysMS2;

    double share(double timeS) {
        return (timeS - startS) / lengthS;
    }

    double endS() {
        return startS + lengthS;
    }
}
