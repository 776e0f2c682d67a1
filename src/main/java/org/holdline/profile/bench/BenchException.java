package org.holdline.profile.bench;

import java.io.Serial;
import java.util.List;

/** Rests that give no profile, and why. */
public final class BenchException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    /** By number of the side, as a person lays it. */
    static final List<String> SIDES = List.of(
            "with its front (+x) up",
            "with its left side (+y) up",
            "upright, as worn (+z up)",
            "with its front (+x) down",
            "with its left side (+y) down",
            "upside down (+z down)");

    public BenchException(String message) {
        super(message);
    }

    static String sideMissing(int face) {
        return "no rest " + SIDES.get(face) + ", expected at least 2 s still on each of the six sides";
    }
}
