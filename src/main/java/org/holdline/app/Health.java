package org.holdline.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdline.report.PartStatus;

/** Notices when a part of the source changes its state. Used by one thread. */
final class Health {
    private final Source source;
    private final Map<String, String> states = new HashMap<>();

    Health(Source source) {
        this.source = source;
        source.parts().forEach(part -> states.put(part.part(), part.state()));
    }

    /** Parts whose state is another one than when this was asked last. */
    List<PartStatus> changed() {
        List<PartStatus> changed = new ArrayList<>();
        for (PartStatus part : source.parts()) {
            if (!part.state().equals(states.put(part.part(), part.state()))) {
                changed.add(part);
            }
        }
        return changed;
    }
}
