package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdline.report.html.PhysioSheet;
import org.holdline.report.html.ReportOptions;
import org.holdline.report.html.ReportPage;
import org.holdline.report.reading.Discomfort;
import org.holdline.sample.Placement;
import org.holdline.session.KeptRun;
import org.holdline.text.Language;
import org.holdline.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Holdline gives technique feedback: nothing it says frightens, blames, or sounds like medicine. */
class WordsTest {
    private static final Pattern REFUSED = Pattern.compile(
            "\\b(damag\\w*|danger\\w*|compress\\w*|wrong\\w*|should|shouldn|fix|fixes|fixing|treat|treats|treated|treating"
                    + "|treatment\\w*|prevent\\w*|risk\\w*|diagnos\\w*|injur\\w*|harm\\w*|cure\\w*|heals?|healing|therap\\w*"
                    + "|unsafe|disease\\w*|patient\\w*|abnormal\\w*|unhealthy|degenerat\\w*|pain\\w*|bad posture|incorrect\\w*"
                    + "|overload\\w*|strain\\w*|scor(?:e|es|ed|ing))\\b",
            Pattern.CASE_INSENSITIVE);

    /** What the README says Holdline is not, and no more. */
    private static final List<String> DISCLAIMERS = List.of("it does not diagnose,");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This may damage your spine",
                "you should lean",
                "Wrong!",
                "treatment",
                "reduces the risk",
                "diagnosis",
                "your score"
            })
    void shouldFindAWordWhenItIsRefused(String text) {
        assertTrue(REFUSED.matcher(text).find(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"treadmill", "fixed-point", "healthy", "compare", "shoulder-wide"})
    void shouldLetAWordBeWhenItOnlyLooksAlike(String text) {
        assertFalse(REFUSED.matcher(text).find(), text);
    }

    @Test
    void shouldUseNoRefusedWordWhenTheProgramSpeaks() throws Exception {
        List<String> offences = new ArrayList<>();
        int texts = 0;
        for (Path file : classFiles()) {
            ClassModel type = ClassFile.of().parse(file);
            for (PoolEntry entry : type.constantPool()) {
                if (entry instanceof StringEntry text) {
                    texts++;
                    find(file.getFileName() + ": ", text.stringValue(), offences);
                }
            }
        }
        assertTrue(texts > 500, texts + " texts: looked in the wrong place?");
        assertEquals("", String.join("\n", offences));
    }

    @Test
    void shouldUseNoRefusedWordWhenItHelps() {
        List<String> offences = new ArrayList<>();
        help(Main.commandLine(), offences);
        assertEquals("", String.join("\n", offences));
    }

    private static void help(CommandLine line, List<String> offences) {
        find(line.getCommandName() + " --help: ", line.getUsageMessage(), offences);
        line.getSubcommands().values().forEach(sub -> help(sub, offences));
    }

    /** The same in German, where compounds hide a word in the middle. */
    private static final Pattern REFUSED_GERMAN = Pattern.compile(
            "schad|schäd|gefahr|gefähr|falsch|\\bsoll(te|test|st|en|t)?\\b|schmerz|weh\\b|verletz|behand(el|l)|(?<!physio)therap|heil(en|t|ung)"
                    + "|diagno|risik|krank|patient|ungesund|abnorm|\\bschlecht|fehlhaltung|überlast|vorbeug",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    @Test
    void shouldUseNoRefusedWordWhenThePageSpeaks() {
        List<String> offences = new ArrayList<>();
        Texts.of(Language.ENGLISH).all().forEach((key, text) -> find(REFUSED, key + ": ", text, offences));
        Texts.of(Language.GERMAN).all().forEach((key, text) -> find(REFUSED_GERMAN, key + ": ", text, offences));
        assertEquals("", String.join("\n", offences));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Das ist falsch", "Du solltest", "Rückenschmerzen", "Behandlung", "Haltungsschaden", "gefährlich"
            })
    void shouldFindAGermanWordWhenItIsRefused(String text) {
        assertTrue(REFUSED_GERMAN.matcher(text).find(), text);
    }

    @Test
    void shouldUseNoRefusedWordWhenTheReadmeIsRead() throws IOException {
        String text = Files.readString(Path.of(System.getProperty("holdline.home", "."), "README.md"))
                .replaceAll("\\s+", " ");
        for (String disclaimer : DISCLAIMERS) {
            assertTrue(text.contains(disclaimer), "the README no longer says: " + disclaimer);
            text = text.replace(disclaimer, "");
        }
        List<String> offences = new ArrayList<>();
        find("README.md: ", text, offences);
        assertEquals("", String.join("\n", offences));
    }

    /** Whole files as people get them, so that what code puts together is read as well. */
    @ParameterizedTest
    @EnumSource(Placement.class)
    void shouldUseNoRefusedWordWhenAReportSpeaks(Placement placement) throws IOException {
        List<String> offences = new ArrayList<>();
        for (KeptRun run : List.of(
                PlayedRuns.good(placement),
                PlayedRuns.late(placement),
                PlayedRuns.early(placement),
                PlayedRuns.empty())) {
            for (Language language : Language.values()) {
                Pattern refused = language == Language.GERMAN ? REFUSED_GERMAN : REFUSED;
                for (Discomfort said : List.of(Discomfort.UNSAID, new Discomfort(7, 0))) {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    ReportOptions options = ReportOptions.in(language).with(said);
                    ReportPage.write(run, options, out);
                    PhysioSheet.write(run, options, out);
                    ReportPage.cards(language, out);
                    String text = out.toString(StandardCharsets.UTF_8);
                    assertTrue(text.length() > 20_000, "a report of nothing");
                    find(refused, language + " report: ", text, offences);
                }
            }
        }
        assertEquals("", String.join("\n", offences));
    }

    private static void find(String where, String text, List<String> offences) {
        find(REFUSED, where, text, offences);
    }

    private static void find(Pattern refused, String where, String text, List<String> offences) {
        Matcher matcher = refused.matcher(text);
        while (matcher.find()) {
            int from = Math.max(0, matcher.start() - 30);
            offences.add(where + matcher.group() + " in ..."
                    + text.substring(from, Math.min(text.length(), matcher.end() + 30)));
        }
    }

    private static List<Path> classFiles() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }
}
