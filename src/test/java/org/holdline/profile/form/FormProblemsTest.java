package org.holdline.profile.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.holdline.profile.DeviceForm;
import org.holdline.profile.Profiles;
import org.holdline.profile.RunnerForm;
import org.holdline.profile.TreadmillForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a profile file may hold wrong, each with its exact place and what was expected. */
class FormProblemsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bias_mg = [4.2, -11.75, 18.031] | bias_mg = [4.2, -11.75, 180] | bias_mg=a list, expected [3 numbers], each a number -150..150 mg with at most 3 decimals
            bias_mg = [4.2, -11.75, 18.031] | bias_mg = [4.2, -11.75] | bias_mg=a list, expected [3 numbers], each a number -150..150 mg with at most 3 decimals
            bias_mg = [4.2, -11.75, 18.031] | bias_mg = [4.2, -11.75, 18.0312] | bias_mg=a list, expected [3 numbers], each a number -150..150 mg with at most 3 decimals
            [1.0021, -0.0013, 0.0004] | [1.0021, -0.0013, 0.06] | matrix=a list, expected [3 rows of 3 numbers], on the diagonal a number 0.9..1.1 with at most 6 decimals, beside it a number -0.05..0.05 with at most 6 decimals
            faces = 6 | faces = 5 | faces=5, expected a whole number 6..255
            faces = 6 | faces = 6.5 | faces=6.5, expected a whole number 6..255
            faces = 6 | face = 6 | unknown key lower.accel.face, did you mean faces?
            axes = "+x+y+z" | axes = "-x+y+z" | *
            serial = "HL0001" | serial = "HL 001" | serial="HL 001", expected 1 to 12 letters and digits, as printed on the clip
            version = 1 | version = 2 | version=2, expected 1: the file is for a newer Holdline
            created = 2026-05-04T10:30:00Z | created = 2026-05-04 | created=2026-05-04, expected a date and time with offset to the second, 1970..2106, like 2026-05-04T10:30:00Z
            at_celsius = 24.5 | at_celsius = 44.5 | at_celsius, expected from_celsius..to_celsius
            residual_rms_mg = 0.81 | residual_rms_mg = 1.81 | residual_rms_mg is above residual_max_mg, expected at most that
            to_celsius = 36 | to_celsius = 24.9 | a slope over less than 10 K is noise, expected from_celsius and to_celsius at least 10 apart
            """)
    void shouldNameThePlaceWhenADeviceProfileIsWrong(String good, String bad, String expected) {
        String text = FormWriter.write(Profiles.device());
        assertTrue(text.contains(good), good + " in\n" + text);
        int at = text.indexOf(good);
        String where = "test.toml:"
                + (text.substring(0, at).lines().count() + (at == 0 || text.charAt(at - 1) == '\n' ? 1 : 0)) + ":";
        List<String> problems = problemsOf(text.substring(0, at) + bad + text.substring(at + good.length()));
        assertEquals(1, problems.size(), problems.toString());
        boolean elsewhere = expected.startsWith("a slope");
        assertTrue(elsewhere || problems.getFirst().startsWith(where), problems.getFirst() + " begins with " + where);
        assertTrue(expected.equals("*") || problems.getFirst().endsWith(": " + expected), problems.getFirst());
    }

    @Test
    void shouldRefuseAnAngleOfAnotherMountingWhenARunnerProfileHoldsOne() {
        String text =
                FormWriter.example(RunnerForm.FORM).replaceFirst("offset_deg = ", "neutral_deg = 12.5\noffset_deg = ");
        List<String> problems = problemsOf(text);
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(
                problems.getFirst().contains("holds for one mounting only, expected offset_deg"), problems.toString());
    }

    @Test
    void shouldRefuseANameWhenARunnerProfileHoldsOne() {
        List<String> problems = problemsOf(
                FormWriter.example(RunnerForm.FORM).replaceFirst("pseudonym = ", "name = \"A. Runner\"\npseudonym = "));
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(
                problems.getFirst().endsWith("name: no names in a profile, expected pseudonym"), problems.toString());
    }

    @Test
    void shouldDemandTheTablesWithinWhenASensorIsGiven() {
        String text = FormWriter.write(Profiles.device());
        String without =
                text.substring(0, text.indexOf("[upper.accel]")) + text.substring(text.indexOf("[upper.gyro]"));
        assertEquals(
                List.of("test.toml: the table [upper.accel] is missing: Accelerometer: true = matrix (raw - bias)."),
                problemsOf(without));
    }

    @Test
    void shouldAllowOneSensorWhenTheUpperIsAbsent() {
        String text = FormWriter.write(Profiles.device());
        String one = text.substring(0, text.indexOf("[upper]")) + text.substring(text.indexOf("[haptic]"));
        assertEquals(List.of(), problemsOf(one));
    }

    @Test
    void shouldSayWhatIsMissingWhenARequiredFieldIs() {
        String text = FormWriter.write(Profiles.device()).replaceFirst("part = .*\n", "");
        assertEquals(
                List.of(
                        "test.toml:10:1: [lower] part is missing, expected one of \"ICM42688P\", \"LSM6DSV16X\", \"MPU6050\","
                                + " \"OTHER\""),
                problemsOf(text));
    }

    @Test
    void shouldNameTheKindsWhenTheKindIsUnknownOrMissing() {
        String kinds = "expected \"device\" or \"runner\" or \"treadmill\"";
        assertEquals(List.of("test.toml:2:1: kind=\"clip\", " + kinds), problemsOf("version = 1\nkind = \"clip\"\n"));
        assertEquals(List.of("test.toml: kind is missing, " + kinds), problemsOf("version = 1\n"));
    }

    @Test
    void shouldPointAtTheSecondWhenAFieldStandsTwice() {
        List<String> problems =
                problemsOf(FormWriter.example(TreadmillForm.FORM).replaceFirst("(name = .*\n)", "$1$1"));
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.getFirst().contains("previously defined"), problems.toString());
    }

    @Test
    void shouldNeitherFailNorFillInWhenTextIsDamaged() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(41);
        byte[] good = FormWriter.write(Profiles.device()).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3_000; i++) {
            byte[] bad = good.clone();
            int at = random.nextInt(bad.length);
            bad[at] = (byte) random.nextInt(256);
            try {
                Filled read = FormReader.of(Path.of("test.toml"), bad, Profiles.ALL);
                assertEquals(read.form(), DeviceForm.FORM);
                Profiles.read(FormWriter.write(read));
            } catch (FormException e) {
                assertTrue(!e.problems().isEmpty(), "seed 41, round " + i);
                e.problems()
                        .forEach(problem -> assertTrue(problem.where().startsWith("test.toml"), problem.toString()));
            }
        }
    }

    private static List<String> problemsOf(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            FormReader.of(Path.of("test.toml"), bytes, Profiles.ALL);
            return List.of();
        } catch (FormException e) {
            return e.problems().stream().map(Object::toString).toList();
        }
    }
}
