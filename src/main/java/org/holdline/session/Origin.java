package org.holdline.session;

/** Who was measured. Only a clip on a body counts for trends, fading and profiles. */
public enum Origin {
    CLIP("clip"),
    /** The virtual runner, by whatever way its samples came. */
    SIMULATED("simulated"),
    /** A recording played again: its own run has counted already. */
    REPLAYED("replayed");

    private final String word;

    Origin(String word) {
        this.word = word;
    }

    /** The word in the journal, the index and JSON. */
    public String word() {
        return word;
    }

    /** False for whatever must never enter trends, fading or a profile. */
    public boolean counts() {
        return this == CLIP;
    }
}
