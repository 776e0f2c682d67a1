package org.holdline.evaluate.runner;

/** A row of numbers, each of which remembers a share of the one before it; deviation 1, mean 0. */
final class Memory {
    private final Chance chance;
    private final double share;
    private final double fresh;
    private double value;

    /** @param share correlation of neighbours, 0..1 */
    Memory(Chance chance, double share) {
        this.chance = chance;
        this.share = share;
        fresh = Math.sqrt(1 - share * share);
        value = chance.bell();
    }

    double next() {
        value = share * value + fresh * chance.bell();
        return value;
    }
}
