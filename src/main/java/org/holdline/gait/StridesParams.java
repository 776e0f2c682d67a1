package org.holdline.gait;

/**
 * What a person may tune in {@link Strides}. Forces are vertical specific force as a share of gravity.
 *
 * @param runCutoffHz low-pass in which running contacts are recognised. Larger: quicker, and impact ringing may double a
 *     step.
 * @param loadedMg a contact is recognised when the force rises through this
 * @param unloadedMg and is over when it falls below this
 * @param flightMg between two running contacts the force must have fallen this low; half as low where they come slower
 *     than 140 a minute, which a fast walk does too
 * @param minFlightMs and must have stayed unloaded at least this long, as seen through the low-pass
 * @param refractoryMs no two contacts are closer
 * @param edgeMg the instants of contact and toe-off are where the unfiltered force crosses this
 * @param contactLeadMs the foot touched this much before the force crossed {@code edgeMg}
 * @param toeOffLagMs and left this much after
 * @param walkCutoffHz low-pass in which walking steps are recognised
 * @param walkFloorMg walking needs the force to fall this far below its slow mean before a landing, and to rise a
 *     quarter more above it. Larger: a quiet walker is missed; smaller: shifting the weight counts as steps.
 */
public record StridesParams(
        double runCutoffHz,
        int loadedMg,
        int unloadedMg,
        int flightMg,
        int minFlightMs,
        int refractoryMs,
        int edgeMg,
        int contactLeadMs,
        int toeOffLagMs,
        double walkCutoffHz,
        int walkFloorMg) {
    public StridesParams {
        require("runCutoffHz", runCutoffHz, 3, 30);
        require("loadedMg", loadedMg, 600, 1500);
        require("unloadedMg", unloadedMg, 0, loadedMg);
        require("flightMg", flightMg, 0, unloadedMg);
        require("minFlightMs", minFlightMs, 0, 300);
        require("refractoryMs", refractoryMs, 100, 500);
        require("edgeMg", edgeMg, 50, 1000);
        require("contactLeadMs", contactLeadMs, 0, 100);
        require("toeOffLagMs", toeOffLagMs, 0, 100);
        require("walkCutoffHz", walkCutoffHz, 1, 10);
        require("walkFloorMg", walkFloorMg, 5, 500);
    }

    public static StridesParams defaults() {
        return new StridesParams(10, 900, 600, 500, 50, 200, 400, 13, 15, 3.5, 30);
    }

    private static void require(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + "=" + value + ", expected " + low + ".." + high);
        }
    }
}
