package org.holdline.attitude;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.holdline.sample.ImuCsv;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Against the optical truth of BROAD (Laidig and others 2021): inclination error over the rows of a movement phase that
 * have a truth, as root mean square over a trial, then as plain mean over the trials.
 */
class BroadTest {
    private static final int TRIALS = 15;
    private static final double MAX_MEAN_DEG = 0.625;
    private static final double MAX_TRIAL_DEG = 1.8;
    private static final double MAX_QUANTISED_SHIFT_DEG = 0.01;

    /** Twenty times what is measured, and far below the 0.01 and 0.05 degree that would do. */
    private static final double MAX_ORACLE_RMS_DEG = 1e-4;

    private static final double MAX_ORACLE_DEG = 1e-3;

    /** Full scale 16 g and 2000 deg/s in 16 bits, as the recommended part gives them. */
    private static final double ACCEL_LSB_UMS2 = 9_806_650.0 / 2048;

    private static final double GYRO_LSB_URADS = Math.toRadians(1 / 16.4) * 1e6;

    private static List<Score> scores = List.of();

    private record Score(
            String name, double rmseDeg, double quantisedRmseDeg, double oracleRmsDeg, double oracleMaxDeg) {}

    @BeforeAll
    static void scoreEveryTrial() {
        scores = new ArrayList<>();
        for (ImuCsv trial : ImuCsv.folder("broad")) {
            scores.add(score(trial));
        }
        System.out.println(
                "BROAD trial                                    RMSE   int16   against double: rms      max  (deg)");
        for (Score score : scores) {
            System.out.printf(
                    "%-44s %6.4f  %6.4f          %9.2e %9.2e%n",
                    score.name, score.rmseDeg, score.quantisedRmseDeg, score.oracleRmsDeg, score.oracleMaxDeg);
        }
        System.out.printf("%-44s %6.4f  %6.4f%n", "mean", mean(scores), quantisedMean(scores));
    }

    @AfterAll
    static void forget() {
        scores = List.of();
    }

    @Test
    void shouldBeAsAccurateAsPublishedWhenScoredAgainstOpticalTruth() {
        assertEquals(TRIALS, scores.size(), "trials");
        double mean = mean(scores);
        assertTrue(mean <= MAX_MEAN_DEG, () -> "mean " + mean);
        assertAll(scores.stream()
                .map(score -> () -> assertTrue(
                        score.rmseDeg > 0.1 && score.rmseDeg <= MAX_TRIAL_DEG,
                        () -> score.name + ": " + score.rmseDeg + " deg")));
    }

    @Test
    void shouldLoseNothingToSixteenBitsWhenQuantised() {
        double shift = quantisedMean(scores) - mean(scores);
        assertTrue(Math.abs(shift) <= MAX_QUANTISED_SHIFT_DEG, () -> "mean moves by " + shift + " deg");
        assertTrue(shift != 0, "the input was not quantised at all");
    }

    @Test
    void shouldAgreeWithDoublePrecisionWhenFedRecordings() {
        assertAll(scores.stream()
                .map(score -> () -> assertTrue(
                        score.oracleRmsDeg <= MAX_ORACLE_RMS_DEG && score.oracleMaxDeg <= MAX_ORACLE_DEG,
                        () -> score.name + ": rms " + score.oracleRmsDeg + ", max " + score.oracleMaxDeg)));
    }

    private static double mean(List<Score> scores) {
        return scores.stream().mapToDouble(Score::rmseDeg).average().orElse(Double.NaN);
    }

    private static double quantisedMean(List<Score> scores) {
        return scores.stream().mapToDouble(Score::quantisedRmseDeg).average().orElse(Double.NaN);
    }

    private static Score score(ImuCsv trial) {
        Inclination inclination = new Inclination(InclinationParams.defaults(), trial.rateHz());
        Inclination quantised = new Inclination(InclinationParams.defaults(), trial.rateHz());
        InclinationOracle oracle = new InclinationOracle(InclinationParams.defaults(), trial.rateHz());
        int[][] in = columns(trial, "ax", "ay", "az", "gx", "gy", "gz");
        int[][] truth = columns(trial, "ux", "uy", "uz");
        int[] moving = trial.column("mv");
        double squares = 0;
        double quantisedSquares = 0;
        double oracleSquares = 0;
        double oracleMax = 0;
        int scored = 0;
        double[] force = new double[3];
        double[] gyro = new double[3];
        for (int row = 0; row < trial.rows(); row++) {
            inclination.update(in[0][row], in[1][row], in[2][row], in[3][row], in[4][row], in[5][row]);
            quantised.update(
                    quantise(in[0][row], ACCEL_LSB_UMS2),
                    quantise(in[1][row], ACCEL_LSB_UMS2),
                    quantise(in[2][row], ACCEL_LSB_UMS2),
                    quantise(in[3][row], GYRO_LSB_URADS),
                    quantise(in[4][row], GYRO_LSB_URADS),
                    quantise(in[5][row], GYRO_LSB_URADS));
            for (int i = 0; i < 3; i++) {
                force[i] = in[i][row] * 1e-6;
                gyro[i] = in[3 + i][row] * 1e-6;
            }
            oracle.update(force, gyro);
            double off = Angles.betweenDeg(Angles.up(inclination), oracle.up());
            oracleSquares += off * off;
            oracleMax = Math.max(oracleMax, off);
            if (moving[row] > 0 && truth[0][row] != ImuCsv.MISSING) {
                double[] up = {truth[0][row], truth[1][row], truth[2][row]};
                double error = Angles.betweenDeg(Angles.up(inclination), up);
                double quantisedError = Angles.betweenDeg(Angles.up(quantised), up);
                squares += error * error;
                quantisedSquares += quantisedError * quantisedError;
                scored++;
            }
        }
        return new Score(
                trial.name(),
                Math.sqrt(squares / scored),
                Math.sqrt(quantisedSquares / scored),
                Math.sqrt(oracleSquares / trial.rows()),
                oracleMax);
    }

    private static int quantise(int micro, double lsb) {
        return (int) Math.round(Math.rint(micro / lsb) * lsb);
    }

    private static int[][] columns(ImuCsv trial, String... titles) {
        int[][] columns = new int[titles.length][];
        for (int i = 0; i < titles.length; i++) {
            columns[i] = trial.column(titles[i]);
        }
        return columns;
    }
}
