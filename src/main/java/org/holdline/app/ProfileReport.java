package org.holdline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.holdline.profile.flash.FlashException;
import org.holdline.profile.flash.Holding;
import org.holdline.profile.flash.Refusal;
import org.holdline.profile.flash.Watcher;
import org.holdline.report.JsonObject;
import org.holdline.toml.Problem;

/** What the profile commands say: lines for a person, or JSON lines for a script. Progress goes to standard error. */
final class ProfileReport implements Watcher {
    /** Of every JSON line; a field that comes later does not change it. */
    static final String SCHEMA = "holdline-profile/1";

    private final String command;
    private final boolean json;
    private final boolean terminal = isErrorATerminal();
    private boolean barShown;

    /** @param command as typed, without "holdline" */
    ProfileReport(String command, boolean json) {
        this.command = command;
        this.json = json;
    }

    /** Whether a person sees standard error: the console of the library tells of the other two alone. */
    private static boolean isErrorATerminal() {
        try {
            String device = Path.of("/proc/self/fd/2").toRealPath().toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException e) {
            return false;
        }
    }

    /** A result. */
    void say(String type, Map<String, ?> values, List<String> lines) throws IOException {
        clearBar();
        if (json) {
            write(type, values);
        } else {
            lines.forEach(System.out::println);
        }
    }

    private void write(String type, Map<String, ?> values) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        object.put("schema", SCHEMA);
        object.put("command", command);
        object.putAll(values);
        JsonObject.write(System.out, object);
    }

    @Override
    public void step(Step step) {
        clearBar();
        progress("step", Map.of("step", step.name().toLowerCase(Locale.ROOT)), step.text());
    }

    @Override
    public void written(int bytes, int ofBytes) {
        if (json) {
            progress("progress", Map.of("bytes", bytes, "of_bytes", ofBytes), "");
        } else if (terminal) {
            int filled = 30 * bytes / ofBytes;
            System.err.print(
                    "\r[" + "#".repeat(filled) + " ".repeat(30 - filled) + "] " + bytes + " of " + ofBytes + " bytes");
            System.err.flush();
            barShown = true;
        }
    }

    /** A line on the way: to standard error for a person. */
    void progress(String type, Map<String, ?> values, String text) {
        if (!json) {
            System.err.println("holdline: " + text);
            return;
        }
        try {
            write(type, values);
        } catch (IOException e) {
            System.err.println("holdline: " + Failure.textOf(e));
        }
    }

    private void clearBar() {
        if (barShown) {
            System.err.print("\r\u001b[K");
            barShown = false;
        }
    }

    /**
     * A failure, told to the script now and to the person by whoever catches it.
     *
     * @param state what the clip holds, empty when it was not looked at
     * @param port flags that name the clip, empty without one
     */
    Failure failed(FlashException e, String state, String port) throws IOException {
        clearBar();
        String next = e.refusal().next().replace("PORT", port).strip();
        int code = codeOf(e.refusal());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("refusal", e.refusal().name().toLowerCase(Locale.ROOT));
        values.put("exit_code", code);
        values.put("text", e.text());
        values.put("clip_state", state);
        values.put("next", next);
        if (json) {
            write("error", values);
        }
        StringBuilder text = new StringBuilder(command + ": " + e.text());
        if (!state.isEmpty()) {
            text.append("\n  clip  ").append(state);
        }
        return new Failure(code, text.append("\n  next  ").append(next).toString());
    }

    /** Problems of files, a line each. */
    Failure refused(List<Problem> problems) throws IOException {
        if (json) {
            write(
                    "error",
                    Map.of(
                            "refusal",
                            "file",
                            "exit_code",
                            ExitCode.BAD_CONFIGURATION,
                            "problems",
                            problems.stream()
                                    .map(problem -> Map.of("where", problem.where(), "what", problem.what()))
                                    .toList()));
        }
        return new Failure(
                ExitCode.BAD_CONFIGURATION,
                String.join("\n", problems.stream().map(Problem::toString).toList()));
    }

    static int codeOf(Refusal refusal) {
        return switch (refusal) {
            case PORT_MISSING, NO_ANSWER, NO_MEMORY -> ExitCode.DEVICE_NOT_FOUND;
            case PORT_FORBIDDEN, STATE_FOLDER -> ExitCode.NO_PERMISSION;
            case WINDOW, LINK_LOST -> ExitCode.TIMEOUT;
            case MISMATCH, INVALID -> ExitCode.MISMATCH;
            case INCOMPATIBLE, UNSUPPORTED, OTHER_MEMORY -> ExitCode.INCOMPATIBLE;
            default -> ExitCode.FAILED;
        };
    }

    /** A holding for a script. */
    static Map<String, Object> object(Holding holding) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("serial", holding.device().serial());
        if (holding.device().hardwareMajor() != Holding.UNKNOWN) {
            object.put(
                    "hardware",
                    holding.device().hardwareMajor() + "." + holding.device().hardwareMinor());
        }
        holding.device()
                .wired()
                .ifPresentOrElse(
                        where -> object.put("memory", where),
                        () -> object.put("firmware", holding.device().firmware()));
        object.put("state", STATES.get(Math.min(holding.state(), STATES.size() - 1)));
        object.put("generation", holding.generation());
        object.put("crc", crc(holding.crc()));
        if (holding.windowS() != Holding.NO_WINDOW) {
            object.put("window_s", holding.windowS());
        }
        object.put("needs_key", holding.needsKey());
        if (holding.power().percent() <= 100) {
            object.put("battery_pct", holding.power().percent());
        }
        object.put("slots", holding.slots().stream().map(ProfileReport::object).toList());
        object.put("clip_state", holding.text());
        return object;
    }

    static Map<String, Object> object(Holding.Slot slot) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("slot", String.valueOf(slot.letter()));
        object.put("state", slotState(slot));
        object.put("generation", slot.generation());
        object.put("crc", crc(slot.crc()));
        object.put("image_bytes", slot.imageBytes());
        return object;
    }

    private static final List<String> STATES = List.of("idle", "writing", "verified", "trial", "unknown");
    private static final List<String> SLOT_STATES = List.of("empty", "invalid", "unconfirmed", "confirmed", "unknown");

    static String slotState(Holding.Slot slot) {
        return SLOT_STATES.get(Math.min(slot.state(), SLOT_STATES.size() - 1));
    }

    static String crc(int crc) {
        return String.format(Locale.ROOT, "%08X", crc);
    }
}
