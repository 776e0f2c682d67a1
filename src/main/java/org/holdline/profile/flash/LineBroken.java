package org.holdline.profile.flash;

/** A request came to no end on this opening of the port. */
final class LineBroken extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean gone;

    private LineBroken(String text, boolean gone) {
        super(text);
        this.gone = gone;
    }

    static LineBroken of(String text) {
        return new LineBroken(text, true);
    }

    /** The clip has forgotten this host: a greeting mends it. */
    static LineBroken ungreeted() {
        return new LineBroken("the clip was not greeted", false);
    }

    /** Whether the port must be opened anew. */
    boolean isGone() {
        return gone;
    }
}
