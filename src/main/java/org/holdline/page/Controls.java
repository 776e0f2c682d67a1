package org.holdline.page;

/** What may be asked of the run from the page. Called by the threads of requests; must not wait. */
public interface Controls {
    void mute(boolean muted);

    /** The runner marks discomfort. */
    void mark();

    /** Ends the run. */
    void end();
}
