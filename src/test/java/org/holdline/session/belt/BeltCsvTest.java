package org.holdline.session.belt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.holdline.sample.Sample;
import org.holdline.session.BeltSpan;
import org.holdline.session.BeltSpan.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeltCsvTest {
    private static final String HEADER = BeltCsv.HEADER + "\n";

    private static List<BeltSpan> read(String text) throws IOException {
        return BeltCsv.read("belt.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static BeltSpan entered(long fromUs, int speedMPerH, int inclineMilliPct) {
        return new BeltSpan(fromUs, speedMPerH, inclineMilliPct, Known.ENTERED);
    }

    @Test
    void shouldReadSpansWhenTheFileIsGood() throws IOException {
        assertEquals(
                List.of(entered(0, 6000, 0), entered(120_500_000, 12_345, 1000), entered(240_000_000, 12_345, -500)),
                read(HEADER + "0,6.0,0\n120.5, 12.3454 ,1\n240,,-.5\n"));
    }

    @Test
    void shouldPassOverRemarksAndForeignLineEndsWhenSomeoneElseWroteTheFile() throws IOException {
        assertEquals(
                List.of(entered(0, 6000, Sample.UNKNOWN)),
                read(String.join(
                        "\r\n",
                        "\ufeff# from the console",
                        "",
                        " time_s, speed_kmh, incline_pct",
                        "0,6,",
                        "#0,7,",
                        "")));
    }

    @Test
    void shouldBeUnknownBeforeTheFirstLineWhenThatIsLater() throws IOException {
        assertEquals(
                List.of(entered(0, Sample.UNKNOWN, Sample.UNKNOWN), entered(30_000_000, 9000, 1000)),
                read(HEADER + "30,9,1\n"));
    }

    @Test
    void shouldTakeTheLaterLineWhenTwoAreOfOneTime() throws IOException {
        assertEquals(List.of(entered(0, 8000, 1000)), read(HEADER + "0,7,1\n0,8,\n"));
    }

    @Test
    void shouldTakeTheBoundsWhenTheyAreReached() throws IOException {
        assertEquals(
                List.of(entered(0, 0, -5000), entered(604_800_000_000L, 25_000, 20_000)),
                read(HEADER + "0,0,-5\n604800,25,20\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            0,25.001,0    | 2:3: speed_kmh '25.001' out of range, expected 0..25 km/h
            0,-1,0        | 2:3: speed_kmh '-1' out of range, expected 0..25 km/h
            0,10,20.1     | 2:6: incline_pct '20.1' out of range, expected -5..20 %
            0,10,-5.1     | 2:6: incline_pct '-5.1' out of range, expected -5..20 %
            -1,10,0       | 2:1: time_s '-1' out of range, expected 0..604800 s
            604801,10,0   | 2:1: time_s '604801' out of range, expected 0..604800 s
            0,  fast,0    | 2:5: speed_kmh 'fast', expected a number from 0..25 km/h
            0,1e1,0       | 2:3: speed_kmh '1e1', expected a number from 0..25 km/h
            0,nan,0       | 2:3: speed_kmh 'nan', expected a number from 0..25 km/h
            ,10,0         | 2:1: time_s empty, expected 0..604800 s
            0,12,5,0      | 2:8: 4 cells, expected 3 (time_s,speed_kmh,incline_pct), with a point in 12.5 and no comma
            0,12          | 2:5: 2 cells, expected 3 (time_s,speed_kmh,incline_pct), with a point in 12.5 and no comma
            """)
    void shouldNameLineAndColumnWhenACellIsNoGood(String row, String expected) {
        BeltException e = assertThrows(BeltException.class, () -> read(HEADER + row + "\n"));
        assertEquals("belt.csv:" + expected, e.getMessage());
    }

    @Test
    void shouldNameTheLineWhenTimeFalls() {
        BeltException e = assertThrows(BeltException.class, () -> read(HEADER + "0,9,0\n# here\n60.5,9,0\n60,9,0\n"));
        assertEquals("belt.csv:5:1: time_s 60 after 60.5, expected times that do not fall", e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                  | belt.csv:1:1: no header, expected time_s,speed_kmh,incline_pct
            '0,9,0'             | belt.csv:1:1: header '0,9,0', expected time_s,speed_kmh,incline_pct
            'time_s,speed_mph,incline_pct' | belt.csv:1:1: header 'time_s,speed_mph,incline_pct', expected time_s,speed_kmh,incline_pct
            'time_s,speed_kmh,incline_pct' | belt.csv:1:1: no line below the header, expected a time and a speed
            """)
    void shouldSayWhatIsExpectedWhenItIsNoBelt(String text, String expected) {
        assertEquals(
                expected, assertThrows(BeltException.class, () -> read(text)).getMessage());
    }

    @Test
    void shouldStayOnOneLineWhenACellHoldsControlCharacters() {
        BeltException e = assertThrows(BeltException.class, () -> read(HEADER + "0,\u001b[31m\u2028,0\n"));
        assertEquals(1, e.getMessage().lines().count());
        assertEquals(-1, e.getMessage().indexOf('\u001b'));
    }

    @Test
    void shouldSayThatThereIsNoFileWhenThereIsNone() {
        Path nowhere = Path.of("nowhere/belt.csv");
        assertEquals(
                "nowhere/belt.csv: no such file, expected a belt CSV: time_s,speed_kmh,incline_pct",
                assertThrows(BeltException.class, () -> BeltCsv.read(nowhere)).getMessage());
    }
}
