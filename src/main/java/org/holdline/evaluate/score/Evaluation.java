package org.holdline.evaluate.score;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.holdline.evaluate.runner.Worn;
import org.holdline.road.RoadParams;
import org.holdline.sample.Placement;

/**
 * Runs seeds in every placement asked for. Sessions are worked on side by side and added up in the order of their seeds, so
 * that the result does not depend on who finishes first.
 */
public final class Evaluation {
    private final RoadParams params;
    private final Worn worn;
    private final List<Board> boards = new ArrayList<>();

    /** @param worn which way round every session's clips are worn */
    public Evaluation(RoadParams params, Worn worn) {
        this.params = params;
        this.worn = worn;
    }

    private record Scored(Heard heard, Marks marks) {}

    /**
     * Runs all seeds from the first to the last in one placement.
     *
     * @param executor where the sessions run
     * @param progress is told a line after each session
     */
    public void run(Placement placement, long firstSeed, long lastSeed, Executor executor, Consumer<String> progress)
            throws InterruptedException {
        List<FutureTask<Scored>> tasks = new ArrayList<>();
        for (long seed = firstSeed; seed <= lastSeed; seed++) {
            long own = seed;
            FutureTask<Scored> task = new FutureTask<>(() -> session(own, placement));
            tasks.add(task);
            executor.execute(task);
        }
        Board board = new Board(placement);
        boards.add(board);
        for (int i = 0; i < tasks.size(); i++) {
            Scored scored = result(tasks.get(i), firstSeed + i, placement);
            tasks.set(i, done());
            board.add(scored.heard, scored.marks);
            progress.accept(placement.word() + ": " + (i + 1) + " of " + tasks.size() + " runners");
        }
    }

    /** Steps and verdicts of a session are many; a list of finished ones must not hold on to them. */
    private static FutureTask<Scored> done() {
        return new FutureTask<>(() -> {
            throw new IllegalStateException("taken out already");
        });
    }

    private Scored session(long seed, Placement placement) {
        Heard heard = new RoadRun(seed, placement, params, worn).run();
        return new Scored(heard, Scorer.score(heard, Silences.of(params.cue())));
    }

    private static Scored result(FutureTask<Scored> task, long seed, Placement placement) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("seed " + seed + ", " + placement.word() + ": " + e.getCause(), e);
        }
    }

    List<Board> boards() {
        return boards;
    }

    /** True when every target was met. */
    public boolean meetsTargets() {
        return boards.stream().allMatch(Board::meetsTargets);
    }
}
