package org.holdline.evaluate.runner;

import java.util.ArrayList;
import java.util.List;
import org.holdline.sample.Phase;

/** What the runner does, block after block, and when. */
final class Script {
    /** Belt speed of the walk, km/h. */
    private static final double WALK_KMH = 5;

    private final List<Block> blocks = new ArrayList<>();
    private final double[] startS;
    private final double endS;
    private final double easyKmh;
    private double runS;

    /** A session of its own, for tests. */
    Script(List<Block> blocks, double easyKmh) {
        this.easyKmh = easyKmh;
        this.blocks.addAll(blocks);
        startS = new double[this.blocks.size()];
        endS = place();
    }

    /** The session that a scenario asks for. */
    Script(Scenario scenario, Chance chance) {
        easyKmh = chance.between(8, 13);
        double usual = scenario == Scenario.EARLY ? chance.between(6, 11) : chance.between(0, 1);
        blocks.add(Block.of(Activity.STAND, chance.between(8, 12), 0).marked(Phase.STAND));
        blocks.add(Block.of(Activity.BEND, 12, 0).marked(Phase.BEND));
        blocks.add(Block.of(Activity.WALK, chance.between(30, 60), WALK_KMH).marked(Phase.WALK));
        blocks.add(run(chance.between(90, 120)).marked(Phase.BASELINE).arched(usual));
        blocks.add(run(chance.between(100, 120)).marked(Phase.NEUTRAL));
        int first = blocks.size();
        switch (scenario) {
            case CLEAN -> clean(chance, 3600);
            case BLOCKS -> mixed(chance);
            case LEAN -> lean(chance);
            case EARLY -> early(chance, usual);
            case LATE, CREEP_LATE -> late(chance);
            case INTENSITY -> intensity(chance);
            case UPRIGHT -> upright(chance);
            case CREEP -> add(run(chance.between(780, 900)));
            case SHORT -> add(run(chance.between(150, 240)));
        }
        blocks.set(first, blocks.get(first).marked(Phase.RUN));
        if (chance.happens(0.5)) {
            blocks.add(2, Block.of(Activity.DRILL, 3 * Stance.DRILL_S, 0).marked(Phase.DRILL));
        }
        if (chance.happens(0.75)) {
            blocks.add(Block.of(Activity.STAND, chance.between(6, 10), 0).marked(Phase.STAND));
        }
        blocks.add(Block.of(Activity.STAND, 5, 0).marked(Phase.END));
        startS = new double[blocks.size()];
        endS = place();
    }

    private double place() {
        double atS = 0;
        for (int i = 0; i < startS.length; i++) {
            startS[i] = atS;
            atS += blocks.get(i).lengthS();
        }
        return atS;
    }

    private Block run(double lengthS) {
        return Block.of(Activity.RUN, lengthS, easyKmh);
    }

    private void add(Block block) {
        blocks.add(block);
        runS += block.lengthS();
    }

    /** Stretches of easy running with a pause on the rails now and then. */
    private void clean(Chance chance, double lengthS) {
        while (runS < lengthS) {
            add(run(chance.between(500, 1000)));
            if (chance.happens(0.6)) {
                add(pause(chance));
            }
        }
    }

    private Block pause(Chance chance) {
        return Block.of(Activity.RAILS, chance.between(12, 45), easyKmh).leaning(chance.between(4, 10));
    }

    private void mixed(Chance chance) {
        while (runS < 1200) {
            add(run(chance.between(60, 100)));
            add(run(chance.between(45, 90)).arched(chance.between(4, 12)));
            add(run(chance.between(60, 90)).leaning(chance.between(3, 10)));
            add(run(chance.between(60, 90)));
            add(run(chance.between(45, 90)).arched(chance.between(6, 12)).leaning(chance.between(0, 4)));
            add(run(chance.between(40, 60)).upright(chance.between(3, 5)));
            if (chance.happens(0.3)) {
                add(pause(chance));
            }
        }
    }

    private void lean(Chance chance) {
        add(run(chance.between(60, 90)));
        while (runS < 700) {
            add(run(chance.between(100, 160)).leaning(chance.between(4, 10)));
            add(run(chance.between(30, 60)));
        }
    }

    private void early(Chance chance, double usual) {
        double lengthS = chance.between(600, 720);
        double archedS = lengthS * chance.between(0.5, 0.9);
        add(run(archedS).arched(usual));
        add(run(lengthS - archedS).arched(chance.between(0, 1)).growing(20));
    }

    private void late(Chance chance) {
        double lengthS = chance.between(780, 900);
        double onsetS = lengthS * chance.between(0.52, 0.62);
        add(run(onsetS));
        add(run(lengthS - onsetS).arched(chance.between(6, 11)).growing(chance.between(30, 120)));
    }

    private void intensity(Chance chance) {
        double archDeg = chance.between(6, 10);
        double fastKmh = easyKmh + chance.between(2.5, 4);
        add(run(chance.between(100, 140)));
        for (int i = 0; i < 3; i++) {
            add(Block.of(Activity.RUN, chance.between(120, 160), fastKmh).arched(archDeg));
            add(run(chance.between(120, 160)));
        }
    }

    private void upright(Chance chance) {
        add(run(60));
        add(run(chance.between(420, 500)).upright(chance.between(4, 6)));
        add(run(chance.between(60, 120)));
    }

    int count() {
        return startS.length;
    }

    Block block(int index) {
        return blocks.get(index);
    }

    double startS(int index) {
        return startS[index];
    }

    double endS() {
        return endS;
    }

    double easyKmh() {
        return easyKmh;
    }

    /** A time well within the longest stretch of running, s, from a share 0..1. */
    double withinRunS(double share) {
        int longest = 0;
        for (int i = 0; i < startS.length; i++) {
            boolean counts = block(i).activity() == Activity.RUN && startS[i] >= runStartS();
            if (counts && block(i).lengthS() > block(longest).lengthS()) {
                longest = i;
            }
        }
        return startS[longest] + (0.15 + 0.7 * share) * block(longest).lengthS();
    }

    /** When the run itself begins: creep counts from there. */
    double runStartS() {
        for (int i = 0; i < startS.length; i++) {
            if (blocks.get(i).marker() == Phase.RUN) {
                return startS[i];
            }
        }
        return 0;
    }
}
