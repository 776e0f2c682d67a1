package org.holdline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on a checkout of its own, with a JDK and a Maven that only write down how they were called. */
class LauncherTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static final FileTime LAST_YEAR = FileTime.from(Instant.parse("2025-01-01T00:00:00Z"));
    private static final List<String> TOOLS =
            List.of("find", "flock", "ln", "mkdir", "mktemp", "readlink", "rm", "sleep", "touch");

    private static final String GOOD_BUILD = """
            mkdir -p "$build/classes"
            : >"$build/jvm.options"
            """;

    @TempDir
    private Path temp;

    private Path home;
    private Path bin;
    private Path jdk;
    private Path source;

    @BeforeEach
    void checkOut() throws IOException {
        // The space is part of every test: argument files, class paths and locks must stand it.
        home = temp.resolve("a checkout");
        bin = Files.createDirectories(temp.resolve("bin"));
        jdk = temp.resolve("jvm/jdk");
        source = Files.createDirectories(home.resolve("src/main/java")).resolve("Some.java");
        Files.writeString(source, "");
        Files.writeString(home.resolve("pom.xml"), "");
        Files.createDirectories(home.resolve(".mvn"));
        Files.writeString(Files.createDirectories(home.resolve("config")).resolve("jvm.options"), "");
        String launcher = Files.readString(Path.of(System.getProperty("holdline.home", "."), "holdline"));
        // This machine's own JDKs must not be found.
        script(
                home.resolve("holdline"),
                launcher.replace("/usr/lib/jvm/", temp + "/jvm/").replace("/opt/", temp + "/opt/"));
        for (String tool : TOOLS) {
            script(bin.resolve(tool), "#!/bin/sh\nexec " + toolOfThisMachine(tool) + " \"$@\"\n");
        }
        installJdk("25.0.3");
        installMaven("3.8.7", GOOD_BUILD);
    }

    @Test
    void shouldBuildOnceWhenStartedTwice() throws Exception {
        Run first = start("a", "b c");
        Run second = start();

        assertEquals(0, first.code);
        assertEquals("holdline: building ...\n", first.err);
        assertEquals("", second.err);
        assertEquals(1, calls("maven").size());
        assertTrue(calls("maven").getFirst().endsWith("-q process-classes"), calls("maven")::toString);
        String call = calls("java").getFirst();
        assertTrue(call.startsWith("@" + home + "/target/jvm.options -Dholdline.home=" + home + " "), call);
        assertTrue(
                call.contains(" -Dholdline.stdin.tty=false -Dholdline.stdout.tty=false -Dholdline.stderr.tty=false "));
        assertTrue(
                call.endsWith(" -cp " + home + "/target/classes:" + home + "/target/lib/* org.holdline.app.Main a b c"),
                call);
    }

    @Test
    void shouldHandOnTheExitCodeWhenTheProgramEnds() throws Exception {
        script(jdk.resolve("bin/java"), "#!/bin/sh\nexit 78\n");
        assertEquals(78, start().code);
    }

    @Test
    void shouldStartFromAnywhereWhenCalledThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(bin.resolve("holdline"), Path.of("../a checkout/second"));
        Files.createSymbolicLink(home.resolve("second"), Path.of("holdline"));

        assertEquals(0, run(Map.of(), link.toString(), "x").code);
        assertTrue(calls("java").getFirst().contains("-Dholdline.home=" + home + " "));
    }

    @Test
    void shouldBuildAgainWhenASourceIsNewer() throws Exception {
        buildLastYear();
        assertEquals("", start().err);

        Files.setLastModifiedTime(source, FileTime.from(Instant.now()));
        assertEquals("holdline: building ...\n", start().err);
    }

    @Test
    void shouldBuildAgainWhenASourceIsGone() throws Exception {
        buildLastYear();
        Files.delete(source);
        assertEquals("holdline: building ...\n", start().err);
    }

    @Test
    void shouldBuildAgainWhenTheFlagsAreNewer() throws Exception {
        buildLastYear();
        Files.setLastModifiedTime(home.resolve("config/jvm.options"), FileTime.from(Instant.now()));
        assertEquals("holdline: building ...\n", start().err);
    }

    @Test
    void shouldBuildAgainWhenASourceWasSavedDuringTheBuild() throws Exception {
        installMaven("3.8.7", GOOD_BUILD + "sleep 0.05\ntouch src/main/java/Some.java\n");
        start();
        assertEquals("holdline: building ...\n", start().err);
    }

    @Test
    void shouldForgetOldLibrariesWhenThePomIsNewer() throws Exception {
        buildLastYear();
        Path old = Files.writeString(
                Files.createDirectories(home.resolve("target/lib")).resolve("old.jar"), "");
        start();
        assertTrue(Files.exists(old));

        Files.setLastModifiedTime(home.resolve("pom.xml"), FileTime.from(Instant.now()));
        start();
        assertFalse(Files.exists(old));
    }

    @Test
    void shouldNotStartWhenTheBuildFails() throws Exception {
        installMaven("3.8.7", GOOD_BUILD + "echo does not compile\nexit 1\n");
        for (int i = 0; i < 2; i++) {
            Run run = start();
            assertEquals(1, run.code);
            assertEquals("", run.out);
            assertEquals(
                    "holdline: building ...\ndoes not compile\nholdline: not started: the build failed\n", run.err);
        }
        assertEquals(List.of(), calls("java"));
    }

    @Test
    void shouldBuildOnceWhenTwoStartAtOnce() throws Exception {
        installMaven("3.8.7", "sleep 0.3\n" + GOOD_BUILD);
        Process one = begin(Map.of(), home + "/holdline");
        Process other = begin(Map.of(), home + "/holdline");

        assertEquals(0, one.waitFor());
        assertEquals(0, other.waitFor());
        assertEquals(1, calls("maven").size());
        assertEquals(2, calls("java").size());
    }

    @Test
    void shouldWaitForTheOwnerOnlyWhenAliveAndFlockIsMissing() throws Exception {
        Files.delete(bin.resolve("flock"));
        Path lock = home.resolve("target.lock");
        Process owner = new ProcessBuilder("sleep", "60").start();
        Files.createSymbolicLink(lock, Path.of(Long.toString(owner.pid())));
        Process waiting = begin(Map.of(), home + "/holdline");
        try (var err = waiting.errorReader()) {
            assertEquals("holdline: waiting for another build to end, process " + owner.pid(), err.readLine());
            assertEquals(List.of(), calls("maven"));
            owner.destroy();
            owner.waitFor();
            assertEquals("holdline: building ...", err.readLine());
            assertEquals(0, waiting.waitFor());
        }
        assertFalse(Files.isSymbolicLink(lock));
    }

    @Test
    void shouldUseAnotherBuildDirectoryWhenNamed() throws Exception {
        Path build = temp.resolve("else where");
        Run run = run(Map.of("HOLDLINE_BUILD", build.toString()), home + "/holdline");

        assertEquals(0, run.code);
        assertTrue(calls("maven").getFirst().contains("-Dholdline.build=" + build + " "));
        assertTrue(calls("java").getFirst().startsWith("@" + build + "/jvm.options "));
        assertFalse(Files.exists(home.resolve("target")));
    }

    @Test
    void shouldSayWhatToInstallWhenThereIsNoJdk25() throws Exception {
        installJdk("17.0.15");
        Run run = start();

        assertEquals(1, run.code);
        assertEquals(1, run.err.lines().count(), run.err);
        assertTrue(run.err.startsWith("holdline: no JDK 25 found."), run.err);
        assertEquals(List.of(), calls("java"));
    }

    @Test
    void shouldTakeNoRuntimeWithoutCompilerForAJdk() throws Exception {
        Files.delete(jdk.resolve("bin/javac"));
        assertTrue(start().err.startsWith("holdline: no JDK 25 found."));
    }

    @Test
    void shouldFindTheJdkOfThePathWhenItLiesElsewhere() throws Exception {
        Path elsewhere = Files.move(jdk, temp.resolve("somewhere"));
        Files.createSymbolicLink(bin.resolve("java"), elsewhere.resolve("bin/java"));
        assertEquals(0, start().code);
    }

    @Test
    void shouldPreferJavaHomeWhenItIsAJdk25() throws Exception {
        Path preferred = temp.resolve("preferred");
        Path first = jdk;
        jdk = preferred;
        installJdk("25");
        script(first.resolve("bin/java"), "#!/bin/sh\nexit 9\n");
        assertEquals(0, run(Map.of("JAVA_HOME", preferred.toString()), home + "/holdline").code);
        assertTrue(calls("maven").getFirst().startsWith(preferred + " "), calls("maven")::toString);
    }

    @Test
    void shouldSayWhatToInstallWhenMavenIsMissing() throws Exception {
        Files.delete(bin.resolve("mvn"));
        Run run = start();
        assertEquals(1, run.code);
        assertEquals("holdline: Maven is needed to build. Debian, Raspberry Pi OS: sudo apt install maven\n", run.err);
    }

    @Test
    void shouldRefuseMavenWhenTooOld() throws Exception {
        installMaven("3.6.3", GOOD_BUILD);
        Run run = start();
        assertEquals(1, run.code);
        assertEquals("holdline: Maven 3.8.7 or newer is needed to build, found 3.6.3\n", run.err);
    }

    @Test
    void shouldNeedNoMavenWhenNothingIsToBuild() throws Exception {
        start();
        Files.delete(bin.resolve("mvn"));
        assertEquals(0, start().code);
    }

    @Test
    void shouldRunTheWholeBuildWhenAskedToVerify() throws Exception {
        installMaven("3.9.9", GOOD_BUILD + "echo Tests run: 3\nexit ${CODE:-0}\n");
        Run good = run(Map.of(), home + "/holdline", "verify", "-DskipX=a b");
        Run bad = run(Map.of("CODE", "4"), home + "/holdline", "verify");

        assertEquals("Tests run: 3\n", good.out);
        assertEquals(0, good.code);
        assertEquals(4, bad.code);
        assertEquals(
                jdk + " -B -Dholdline.build=" + home + "/target verify -DskipX=a b",
                calls("maven").getFirst());
        assertEquals("", start().err, "built by verify");
    }

    private void buildLastYear() throws Exception {
        assertEquals(0, start().code);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, LONG_AGO);
            }
        }
        Files.setLastModifiedTime(home.resolve("target/built"), LAST_YEAR);
    }

    private void installJdk(String version) throws IOException {
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(
                jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\nLIBC=\"gnu\"\n");
        script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        script(jdk.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$*\" >>'" + temp + "/java.calls'\n");
    }

    private void installMaven(String version, String build) throws IOException {
        script(bin.resolve("mvn"), """
                #!/bin/sh
                case $1 in -v) echo 'Apache Maven %s'; exit ;; esac
                printf '%%s\\n' "$JAVA_HOME $*" >>'%s/maven.calls'
                build=${2#-Dholdline.build=}
                %s""".formatted(version, temp, build));
    }

    private List<String> calls(String of) throws IOException {
        Path file = temp.resolve(of + ".calls");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private Run start(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(home + "/holdline"));
        command.addAll(List.of(arguments));
        return run(Map.of(), command.toArray(String[]::new));
    }

    private Run run(Map<String, String> environment, String... command) throws Exception {
        Process process = begin(environment, command);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, err);
    }

    private Process begin(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", bin.toString(), "HOME", temp.toString()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Path toolOfThisMachine(String tool) {
        return Stream.of("/bin", "/usr/bin", "/usr/local/bin")
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(tool + " is not installed"));
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Run(int code, String out, String err) {}
}
