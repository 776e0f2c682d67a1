package org.holdline.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.holdline.sample.Act;

/** What a person types while a run goes on, a letter and Enter. Listens on a terminal only. */
final class Keyboard implements Runnable {
    private final LiveRun run;
    private boolean muted;

    private Keyboard(LiveRun run) {
        this.run = run;
    }

    static void listen(LiveRun run) {
        if (Boolean.getBoolean("holdline.stdin.tty")) {
            Thread thread = new Thread(new Keyboard(run), "holdline-keyboard");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void run() {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                type(line.strip());
            }
        } catch (IOException e) {
            // The terminal has gone; the run does not need it.
        }
    }

    private void type(String word) {
        switch (word) {
            case "m" -> {
                muted = !muted;
                run.inbox().act(muted ? Act.MUTE : Act.UNMUTE);
            }
            case "d" -> run.inbox().act(Act.MARK);
            case "f" -> run.inbox().act(Act.FLIP);
            case "q" -> run.stop();
            default -> {}
        }
    }
}
