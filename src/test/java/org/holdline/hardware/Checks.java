package org.holdline.hardware;

import java.util.List;

/** All checks of the two boards and of what they share. */
final class Checks {
    private Checks() {}

    static List<String> of(Board clip, Board tail, HostFacts host) {
        Findings found = new Findings();
        for (Board board : List.of(clip, tail)) {
            NetChecks.check(board, found);
            PartChecks.check(board, found);
            BusChecks.check(board, found);
            PlacementChecks.check(board, found);
        }
        PinMapChecks.check(clip, host, found);
        PowerChecks.check(clip, found);
        BusChecks.checkTogether(clip, tail, host, found);
        return found.lines();
    }
}
