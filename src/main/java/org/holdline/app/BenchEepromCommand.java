package org.holdline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.holdline.bus.BusException;
import org.holdline.bus.Wires;
import org.holdline.clock.Clock;
import org.holdline.profile.eeprom.Eeprom;
import org.holdline.profile.flash.FlashException;
import org.holdline.profile.flash.Locks;
import org.holdline.profile.flash.Wanted;
import org.holdline.profile.form.FormException;
import org.holdline.report.JsonObject;
import org.holdline.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdline bench eeprom}. */
@Command(
        name = "eeprom",
        mixinStandardHelpOptions = true,
        description = {
            "Cuts the supply of a wired clip's memory while two profiles are flashed to it in turn, and looks which of both is"
                    + " in force after each cut. What the memory held is gone afterwards.",
            "The switches are files: eeprom_cut_after (bytes written until the supply fails, -1 never), eeprom_power (1 = on)"
                    + " and eeprom_torn (rest of the page that was cut: 0 as before, 1 random, 2 FF)."
        })
final class BenchEepromCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Mixin
    private final SettingFlags settingFlags = new SettingFlags();

    @Parameters(index = "0", paramLabel = "FILE", description = "Device profile.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path first;

    @Parameters(index = "1", paramLabel = "OTHER", description = "Another one of the same serial number.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path second;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            required = true,
            description = "The memory, " + ProfileBerths.WIRED + ", such as i2c:1:0x50.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String port;

    @Option(names = "--switches", paramLabel = "FOLDER", required = true, description = "Switches of the supply.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path switches;

    @Option(names = "--every", paramLabel = "N", description = "Cuts at every Nth byte; default 1.")
    private int every = 1;

    @Option(names = "--seed", paramLabel = "N", description = "Draws where a repeat is cut; default 1.")
    private long seed = 1;

    @Option(names = "--yes", required = true, description = "What the memory holds may go.")
    private boolean yes;

    @Option(names = "--json", description = "JSON lines instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws Failure, IOException {
        if (every < 1 || !yes || !ProfileBerths.isWired(port)) {
            throw new ParameterException(
                    spec.commandLine(), "expected --yes, --every 1 or more, and --port " + ProfileBerths.WIRED);
        }
        Settings settings = settingFlags.load();
        ProfileBerths.Wired berth = ProfileBerths.wired(port, settings, new ProfileBerths.Options(0, false));
        Locks locks = new Locks(StateFolder.of(settings, System.getenv()));
        try (Locks.Held _ = locks.take(berth.lock());
                Wires wires = WiredSource.openWires(settings, Clock.system())) {
            Eeprom memory = berth.memory(wires);
            List<Wanted> profiles = List.of(Wanted.read(first), Wanted.read(second));
            EepromBench bench = new EepromBench(
                    new EepromBench.Bench(memory, berth.holderOptions(), switches, Clock.system()), profiles, seed);
            try {
                return cut(bench);
            } finally {
                bench.mend();
            }
        } catch (FlashException e) {
            throw new Failure(ExitCode.FAILED, "bench eeprom: " + e.text());
        } catch (BusException e) {
            throw WiredSource.failure(e);
        } catch (FormException e) {
            throw new Failure(ExitCode.BAD_CONFIGURATION, e);
        }
    }

    private int cut(EepromBench bench) throws FlashException, IOException {
        int bytes = bench.prepare();
        int lost = 0;
        if (!json) {
            System.out.printf(Locale.ROOT, "%d bytes a flash, cut at every %d%n", bytes, every);
            System.out.println("torn     power cuts  old kept  new there  lost");
        }
        for (EepromBench.Torn torn : EepromBench.Torn.values()) {
            EepromBench.Result result = bench.cut(torn, bytes, every);
            lost += result.lost();
            show(result, bytes);
        }
        return lost == 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    private void show(EepromBench.Result result, int bytes) throws IOException {
        if (json) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("type", "cuts");
            values.put("schema", BenchCommand.SCHEMA);
            values.put("torn", result.torn().word());
            values.put("flash_bytes", bytes);
            values.put("cuts", result.cuts());
            values.put("old_kept", result.oldKept());
            values.put("new_there", result.newThere());
            values.put("lost", result.lost());
            JsonObject.write(System.out, values);
        } else {
            System.out.printf(
                    Locale.ROOT,
                    "%-7s  %10d  %8d  %9d  %4d%n",
                    result.torn().word(),
                    result.cuts(),
                    result.oldKept(),
                    result.newThere(),
                    result.lost());
        }
        System.out.flush();
    }
}
