package org.holdline.profile.flash;

/** Hears what is being done to a clip. */
public interface Watcher extends ProfileHolder.Progress {
    /** What is being done. */
    enum Step {
        BACKED_UP("both slots are backed up"),
        WINDOW("waiting for the clip's button: hold it for two seconds"),
        WRITE("writing"),
        TRIAL("on trial"),
        CONFIRM("confirming"),
        RESTARTED("the clip has restarted: looking at it again");

        private final String text;

        Step(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    void step(Step step);

    /** Hears nothing. */
    Watcher NOBODY = new Watcher() {
        @Override
        public void step(Step step) {}

        @Override
        public void written(int bytes, int ofBytes) {}
    };
}
