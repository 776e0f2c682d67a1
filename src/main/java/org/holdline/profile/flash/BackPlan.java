package org.holdline.profile.flash;

import java.util.List;
import java.util.Optional;

/**
 * How a clip gets back to an older profile.
 *
 * @param before what it held when the plan was made
 * @param to slot that is in force afterwards, empty for none
 * @param changes a line each, in units
 */
public record BackPlan(Way way, Holding before, Optional<Holding.Slot> to, List<String> changes) {
    /** What has to go. */
    public enum Way {
        /** A write that was not finished. */
        DROP_WRITE,
        /** A profile on trial. */
        END_TRIAL,
        /** The confirmed profile in force; needs the write window. */
        OTHER_SLOT
    }
}
