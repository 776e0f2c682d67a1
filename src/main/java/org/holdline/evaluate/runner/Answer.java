package org.holdline.evaluate.runner;

/** What this runner does when the clip buzzes, drawn once. Shares are judgement; nobody has published them. */
final class Answer {
    /** Of the arch meant, what is left after a cue; negative is tucked beyond neutral. */
    final double left;

    /** Arch of one who tucks too far, degrees; 0 for others. */
    final double tuckedDeg;

    /** Time until the answer begins, and how long it lasts, s. */
    final double delayS;

    final double lastsS;

    Answer(Chance chance) {
        double kind = chance.unit();
        boolean deaf = kind < 0.2;
        boolean tucker = kind >= 0.8;
        left = deaf ? 1 : tucker ? 0 : chance.between(0, 0.4);
        tuckedDeg = tucker ? -chance.between(2, 5) : 0;
        delayS = chance.between(1, 3);
        lastsS = chance.between(15, 60);
    }

    boolean isDeaf() {
        return left == 1;
    }
}
