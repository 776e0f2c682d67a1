package org.holdline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of {@code config/bluetooth}, by those who will read them, and the page that tells people to copy them. */
class BluetoothFilesTest {
    private static final Path HOME = Path.of(System.getProperty("holdline.home", "."));
    private static final Path FILES = HOME.resolve("config/bluetooth");
    private static final Path UNIT = FILES.resolve("holdline-rfcomm@.service");
    private static final Path RULES = FILES.resolve("61-holdline.rules");
    private static final Path EXAMPLE = FILES.resolve("clip.example.env");
    private static final Path PAGE = HOME.resolve("hardware/bluetooth.md");

    @TempDir
    private Path folder;

    private record Ended(int code, List<String> said) {}

    private Ended run(String... command) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> List.of(command) + " does not end");
        return new Ended(process.exitValue(), Files.readAllLines(log));
    }

    private void need(String tool) throws IOException, InterruptedException {
        boolean there = run("sh", "-c", "command -v " + tool).code() == 0;
        if (!there) {
            System.out.println("NOT TESTED: " + tool + " is not here");
        }
        assumeTrue(there, tool + " is not here");
    }

    @Test
    void shouldSatisfySystemdWhenTheUnitIsRead() throws IOException, InterruptedException {
        need("systemd-analyze");
        String unit = Files.readString(UNIT);
        // bluez need not be installed to check a unit.
        String readable = unit.replace("/usr/bin/rfcomm ", "/usr/bin/env rfcomm ");
        assertTrue(!readable.equals(unit), "the unit calls rfcomm");
        Path copy = Files.writeString(folder.resolve("holdline-rfcomm@lane1.service"), readable);
        Ended ended = run("systemd-analyze", "verify", "--man=no", copy.toString());
        assertEquals(0, ended.code(), ended::toString);
        // A key it does not know is a warning to systemd.
        assertEquals(List.of(), saidOf(ended, copy.getFileName().toString()));
    }

    @Test
    void shouldSatisfyUdevWhenTheRulesAreRead() throws IOException, InterruptedException {
        need("udevadm");
        need("unshare");
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.copy(RULES, rules.resolve(RULES.getFileName()));
        // udevadm reads the machine's folders only: these rules take their place for this one process.
        Ended ended = run(
                "unshare",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                "mount --bind \"$1\" /etc/udev/rules.d && udevadm test /sys/class/tty/tty",
                "sh",
                rules.toString());
        boolean read = saidOf(ended, "Reading rules file: /etc/udev/rules.d/" + RULES.getFileName())
                        .size()
                == 1;
        if (!read) {
            System.out.println("NOT TESTED: udevadm test cannot be given rules here: " + ended);
        }
        assumeTrue(read, ended::toString);
        assertEquals(List.of(), saidOf(ended, "/" + RULES.getFileName() + ":"));
    }

    private static List<String> saidOf(Ended ended, String text) {
        return ended.said().stream().filter(line -> line.contains(text)).toList();
    }

    @Test
    void shouldHoldWhatTheUnitReadsWhenTheExampleIsCopied() throws IOException {
        Set<String> read = found("\\$\\{(\\w+)}", Files.readString(UNIT));
        String example = Files.readString(EXAMPLE);
        assertEquals(read, found("(?m)^(\\w+)=", example));
        assertTrue(
                Pattern.compile("(?m)^ADDRESS=([0-9A-F]{2}:){5}[0-9A-F]{2}$")
                        .matcher(example)
                        .find(),
                example);
        assertTrue(
                Pattern.compile("(?m)^CHANNEL=([1-9]|[12][0-9]|30)$")
                        .matcher(example)
                        .find(),
                example);
        assertTrue(Pattern.compile("(?m)^NUMBER=\\d+$").matcher(example).find(), example);
    }

    @Test
    void shouldNameTheSamePathsWhenPageAndFilesSpeakOfThem() throws IOException {
        String page = Files.readString(PAGE);
        String unit = Files.readString(UNIT);
        String rules = Files.readString(RULES);
        assertEquals(
                filesThere(),
                found("config/bluetooth/([\\w.@-]+\\w)", page),
                "the page tells of each file, and of none that is not there");
        for (String place : found("(?:/run|/etc/holdline)/[\\w-]+(?=/)", page, 0)) {
            assertTrue(unit.contains(place + "/%i"), place + " in the unit");
        }
        assertTrue(page.contains("holdline-rfcomm@lane1"), "the page starts an instance");
        assertTrue(page.contains("/dev/holdline/") && rules.contains("SYMLINK+=\"holdline/"), "names on USB");
        for (String id : found("(?<![\\w:])([0-9a-f]{4}:[0-9a-f]{4})(?![\\w:])", page)) {
            String vendor = id.substring(0, 4);
            assertTrue(rules.contains(vendor) && rules.contains(id.substring(5)), id + " in the rules");
        }
    }

    private static Set<String> filesThere() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void shouldLeadSomewhereWhenThePageLinksIntoTheProject() throws IOException {
        Set<String> links = found("]\\(((?!https?:|#)[^)#]+)", Files.readString(PAGE));
        assertTrue(links.size() > 3, links::toString);
        for (String link : links) {
            assertTrue(Files.exists(PAGE.resolveSibling(link)), link);
        }
        for (String reader : List.of("README.md", "src/docs/gym.md", "src/docs/developer.md", "hardware/README.md")) {
            assertTrue(Files.readString(HOME.resolve(reader)).contains("bluetooth.md"), reader + " links to the page");
        }
    }

    private static Set<String> found(String pattern, String text) {
        return found(pattern, text, 1);
    }

    private static Set<String> found(String pattern, String text, int group) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        Set<String> found = new TreeSet<>();
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }
}
