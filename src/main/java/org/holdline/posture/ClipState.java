package org.holdline.posture;

/** What is known of the clips' seat on the body since the opening stand. */
public enum ClipState {
    /** Nothing speaks of a move. */
    SEATED("seated"),
    /** A stand showed a move, and the reference has been moved along. */
    MOVED("moved"),
    /** A clip turned in the middle of running: nothing is judged until a stand, or enough steps, say by how much. */
    JUMPED("jumped"),
    /** It went on without a stand: the old neutral, carried over by the turn that the steps showed. */
    CARRIED("carried"),
    /** Taken off. */
    OFF("off"),
    /** Put on anew: a stand is its standing neutral, and the running neutral is that and the offset learned before. */
    RESEATED("reseated");

    private final String word;

    ClipState(String word) {
        this.word = word;
    }

    /** False while nothing can be judged. */
    public boolean isJudged() {
        return this != JUMPED && this != OFF;
    }

    public String word() {
        return word;
    }
}
