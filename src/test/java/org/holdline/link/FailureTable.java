package org.holdline.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The failures a link survives, as the tests have seen them: one table for all classes of a build, printed at its end. */
public final class FailureTable implements BeforeAllCallback {
    private static final String LINE = "%-46s %-52s %14s %12s %13s  %s%n";
    private static final List<String> ROWS = new ArrayList<>();

    /** Where the other end of the line is. */
    public enum Against {
        SIMULATED("emulator, simulated clock"),
        PTY("emulator, pseudo-terminal"),
        PROCESS("C firmware, process"),
        QEMU("C firmware, qemu-system-arm"),
        NOBODY("no clip");

        private final String words;

        Against(String words) {
            this.words = words;
        }
    }

    private static final class Printed implements AutoCloseable {
        @Override
        public void close() {
            synchronized (ROWS) {
                System.out.print(String.format(
                        Locale.ROOT,
                        LINE,
                        "fault",
                        "injected",
                        "recovered in",
                        "frames lost",
                        "wrong frames",
                        "against"));
                ROWS.forEach(System.out::print);
                ROWS.clear();
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(FailureTable.class))
                .getOrComputeIfAbsent("table", key -> new Printed());
    }

    /**
     * Adds a row.
     *
     * @param recovered time until samples came again, or what stands in its place
     * @param lost frames, or - where nothing can be said
     */
    public static void row(String fault, String injected, String recovered, Object lost, long wrong, Against against) {
        synchronized (ROWS) {
            ROWS.add(String.format(Locale.ROOT, LINE, fault, injected, recovered, lost, wrong, against.words));
        }
    }
}
