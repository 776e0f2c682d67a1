package org.holdline.report.reading;

/** One thing to practise or to look at away from the run. */
public enum Card {
    NEUTRAL_SPINE("neutral_spine"),
    ANKLE_LEAN("ankle_lean"),
    HIP_FLEXORS("hip_flexors"),
    PELVIS_ROTATION("pelvis_rotation"),
    ABDOMINALS("abdominals");

    private final String word;

    Card(String word) {
        this.word = word;
    }

    /** The word in the catalogue of texts, in the published table and in JSON. */
    public String word() {
        return word;
    }

    /** How a card may be put to a runner. A clip measures neither mobility nor strength, so it never asks for either. */
    public enum Manner {
        PRACTISE("to practise"),
        WORTH_CHECKING("worth checking");

        private final String text;

        Manner(String text) {
            this.text = text;
        }

        /** In the published table. */
        public String text() {
            return text;
        }

        /** In the catalogue. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
