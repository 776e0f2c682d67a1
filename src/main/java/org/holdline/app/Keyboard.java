package org.holdline.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.holdline.road.Inbox;
import org.holdline.sample.Act;
import org.jspecify.annotations.Nullable;

/** What a person types while a run goes on, a letter and Enter. Listens on a terminal only. */
final class Keyboard implements Runnable {
    private static final Pattern SPEED = Pattern.compile("\\d{1,2}([.,]\\d{1,3})?");
    private static final double MAX_KMH = 25;

    private final Inbox inbox;
    private final Runnable stop;
    private boolean muted;
    private boolean hard;

    /** @param stop ends the run */
    Keyboard(Inbox inbox, Runnable stop) {
        this.inbox = inbox;
        this.stop = stop;
    }

    /** Listens before there is a run: what is not the guide's own is kept from a run that is not there yet. */
    static void listen(GuideSeat guide, Supplier<@Nullable LiveRun> run) {
        if (Boolean.getBoolean("holdline.stdin.tty")) {
            start(new Runnable() {
                private @Nullable Keyboard keyboard;

                @Override
                public void run() {
                    read(this::type);
                }

                private void type(String word) {
                    LiveRun now = run.get();
                    if (keyboard == null && now != null) {
                        keyboard = new Keyboard(now.inbox(), now::stop);
                    }
                    if (!guide.typed(word) && keyboard != null) {
                        keyboard.type(word);
                    }
                }
            });
        }
    }

    static void listen(LiveRun run) {
        if (Boolean.getBoolean("holdline.stdin.tty")) {
            start(new Keyboard(run.inbox(), run::stop));
        }
    }

    private static void start(Runnable reader) {
        Thread thread = new Thread(reader, "holdline-keyboard");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        read(this::type);
    }

    private static void read(Consumer<String> typed) {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                typed.accept(line.strip());
            }
        } catch (IOException e) {
            // The terminal has gone; the run does not need it.
        }
    }

    void type(String word) {
        switch (word) {
            case "m" -> {
                muted = !muted;
                inbox.act(muted ? Act.MUTE : Act.UNMUTE);
            }
            case "d" -> inbox.act(Act.MARK);
            case "f" -> inbox.act(Act.FLIP);
            case "c" -> inbox.act(Act.DISAGREE);
            case "n" -> inbox.act(Act.NEUTRAL);
            case "i" -> {
                hard = !hard;
                inbox.act(hard ? Act.HARD : Act.EASY);
            }
            case "q" -> stop.run();
            default -> speed(word);
        }
    }

    /** The belt's speed, typed as a number of km/h. */
    private void speed(String word) {
        if (SPEED.matcher(word).matches()) {
            double kmh = Double.parseDouble(word.replace(',', '.'));
            if (kmh <= MAX_KMH) {
                inbox.speed((int) Math.round(kmh * 1000));
                return;
            }
        }
        if (!word.isEmpty()) {
            System.err.println(
                    "holdline: " + word + ": expected m, d, f, c, n, i, q or the belt's speed, 0 to 25 km/h");
        }
    }
}
