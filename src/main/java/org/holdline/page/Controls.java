package org.holdline.page;

/** What may be asked of the run from the page. Called by the threads of requests; must not wait. */
public interface Controls {
    void mute(boolean muted);

    /** The runner marks discomfort. */
    void mark();

    /** A recording that is shown stands still, or goes on; a run does not wait. */
    default void pause(boolean paused) {}

    /** Ends the run, or asks for the closing stand first. */
    void end();

    /**
     * Something of the guided start or of a check-in was pressed; a run without either has nothing to press.
     *
     * @param turn of the state that was shown
     * @param word choose, skip or feel
     * @param value which one of those shown, from 0
     */
    default void tap(int turn, String word, int value) {}
}
