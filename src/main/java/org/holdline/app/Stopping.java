package org.holdline.app;

/**
 * What Ctrl-C and SIGTERM do: the JVM runs this hook, the run ends and prints its summary within a second, a run that is kept gets its
 * report, and the JVM leaves with 130 or 143 by itself.
 *
 * <p>A second signal cannot reach the program through any supported interface: the JVM starts one more thread named after
 * the signal, which then waits for the shutdown that is under way. Two threads of that name are therefore a second Ctrl-C,
 * and it halts at once.
 */
final class Stopping implements Runnable {
    private static final long DEADLINE_MS = 900;

    /** Report and index of a long run on a small Pi; the journal is whole before that. */
    private static final long KEPT_MS = 15_000;

    private static final long LOOK_MS = 20;
    private static final int INTERRUPTED = 130;
    private static final int TERMINATED = 143;

    private final LiveRun run;
    private final RunKeeping keeping;
    private volatile boolean begun;

    Stopping(LiveRun run, RunKeeping keeping) {
        this.run = run;
        this.keeping = keeping;
    }

    private interface Ending {
        boolean within(long millis) throws InterruptedException;
    }

    /** True when the program is ending, whatever the run does. */
    boolean hasBegun() {
        return begun;
    }

    @Override
    public void run() {
        begun = true;
        keeping.signalled();
        run.stop();
        try {
            if (await(run::awaitFinished, DEADLINE_MS)) {
                await(keeping::awaitSettled, KEPT_MS);
                keeping.forgetGuest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean await(Ending ending, long mostMs) throws InterruptedException {
        for (long waited = 0; waited < mostMs; waited += LOOK_MS) {
            if (ending.within(LOOK_MS)) {
                return true;
            }
            int interrupts = signals("SIGINT handler");
            int terminations = signals("SIGTERM handler");
            if (interrupts + terminations > 1) {
                Runtime.getRuntime().halt(interrupts > 0 ? INTERRUPTED : TERMINATED);
            }
        }
        return false;
    }

    private static int signals(String threadName) {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() + 16];
        int count = root.enumerate(threads, true);
        int found = 0;
        for (int i = 0; i < count; i++) {
            if (threads[i].getName().equals(threadName)) {
                found++;
            }
        }
        return found;
    }
}
