package org.holdline.profile.flash;

/**
 * What came of one clip.
 *
 * @param serial empty when no clip answered on the port
 * @param port empty for a clip that was on none
 * @param next what to do, empty when nothing is left
 */
public record FleetLine(String serial, String port, Result result, String text, String next) {
    /** What came of it. */
    public enum Result {
        /** Held it already. */
        UNCHANGED(true),
        /** Holds it now, for good. */
        CONFIRMED(true),
        /** Holds it now, until a restart. */
        ON_TRIAL(true),
        /** Nothing was to be written yet. */
        PLANNED(true),
        /** On a port, and not in the manifest. */
        FOREIGN(true),
        /** In the manifest, and on no port. */
        ABSENT(false),
        /** As it happens: no window, no charge, no answer. */
        REFUSED(false),
        /** As it does not happen. */
        FAILED(false),
        /** Two others had failed. */
        NOT_STARTED(false);

        private final boolean fine;

        Result(boolean fine) {
            this.fine = fine;
        }

        public boolean isFine() {
            return fine;
        }
    }
}
