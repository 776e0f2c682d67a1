package org.holdline.app;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.holdline.clock.Clock;
import org.holdline.clock.TimerJitter;
import org.holdline.cue.tone.Speaker;
import org.holdline.report.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdline bench tone}. */
@Command(
        name = "tone",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how long a cue takes to the audio output (tone.device), past the policy that decides on cues.",
            "Every cue is a tone of a tenth of a second that can be heard."
        })
final class BenchToneCommand implements Callable<Integer> {
    private static final int MAX_COUNT = 10_000;
    private static final long MAX_NS = 10_000_000_000L;

    /** Off the rhythm in which the output is fed. */
    private static final long SPACING_NS = 53_700_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Mixin
    private final SettingFlags settingFlags = new SettingFlags();

    @Option(names = "--count", paramLabel = "N", description = "Cues, 1..10000; default 100.")
    private int count = 100;

    @Option(names = "--json", description = "One JSON object instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws Failure, IOException {
        if (count < 1 || count > MAX_COUNT) {
            throw new ParameterException(spec.commandLine(), "--count: " + count + ", expected 1.." + MAX_COUNT);
        }
        Clock clock = Clock.system();
        SpeakerTrial trial = new SpeakerTrial(settingFlags.load(), clock);
        Histogram handOver = new Histogram(1, MAX_NS, 3);
        Histogram firstWrite = new Histogram(1, MAX_NS, 3);
        TimerJitter jitter = new TimerJitter(clock);
        Thread beside = new Thread(jitter, "holdline-jitter");
        beside.setDaemon(true);
        try (Speaker speaker = trial.open()) {
            beside.start();
            for (int i = 0; i < count; i++) {
                trial.pause(SPACING_NS);
                long askedNs = clock.nanoTime();
                speaker.pulse(0, Speaker.MIN_TONE_MS);
                handOver.recordValue(Math.min(clock.nanoTime() - askedNs, MAX_NS));
                trial.awaitEnd(speaker);
                firstWrite.recordValue(Math.min(speaker.lastFirstWriteNs(), MAX_NS));
            }
            beside.interrupt();
            show(speaker, handOver, firstWrite, jitter.histogram());
            return speaker.played() == count ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private void show(Speaker speaker, Histogram handOver, Histogram firstWrite, Histogram jitter) throws IOException {
        if (!json) {
            System.out.println(Percentiles.HEAD);
            System.out.println(Percentiles.row("hand-over, on the caller's thread", handOver));
            System.out.println(Percentiles.row("cue to first sample written", firstWrite));
            System.out.println(Percentiles.row("timer of this machine, lateness", jitter));
            System.out.println(String.format(
                    Locale.ROOT,
                    "%naudio output %s: buffer %.1f ms, %.1f ms of sound kept ahead; %d of %d tones, %d underruns, %d losses",
                    speaker.device(),
                    speaker.bufferUs() / 1e3,
                    speaker.aheadUs() / 1e3,
                    speaker.played(),
                    count,
                    speaker.underruns(),
                    speaker.losses()));
            if (speaker.losses() > 0) {
                System.out.println("lost: " + speaker.trouble());
            }
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("type", "bench_tone");
        values.put("schema", BenchCommand.SCHEMA);
        values.put("device", speaker.device());
        values.put("cues", count);
        values.put("tones", speaker.played());
        values.put("underruns", speaker.underruns());
        values.put("losses", speaker.losses());
        values.put("buffer_us", speaker.bufferUs());
        values.put("ahead_us", speaker.aheadUs());
        values.put("hand_over_ns", Percentiles.of(handOver));
        values.put("first_write_ns", Percentiles.of(firstWrite));
        values.put("timer_jitter_ns", Percentiles.of(jitter));
        JsonObject.write(System.out, values);
        System.out.flush();
    }
}
