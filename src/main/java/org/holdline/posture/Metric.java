package org.holdline.posture;

import org.holdline.sample.Placement;

/** What a placement lets a clip say; one IMU never says "arch". */
public enum Metric {
    /** One IMU on the sacrum: pelvis tipped forward against neutral, by arch or by lean. */
    PELVIC_TILT("pelvic_tilt"),
    /** One IMU at T12/L1: trunk further back than neutral. */
    TRUNK_UPRIGHT("trunk_upright"),
    /** Two IMUs: sacral minus thoracolumbar pitch against neutral. */
    LUMBAR_ARCH("lumbar_arch");

    private final String word;

    Metric(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Metric of(Placement placement) {
        return switch (placement) {
            case SACRAL -> PELVIC_TILT;
            case THORACOLUMBAR -> TRUNK_UPRIGHT;
            case DUAL -> LUMBAR_ARCH;
        };
    }
}
