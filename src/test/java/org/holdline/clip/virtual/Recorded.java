package org.holdline.clip.virtual;

import java.util.ArrayList;
import java.util.List;
import org.holdline.clip.Clip;
import org.holdline.sample.Inertial;
import org.holdline.sample.Sample;

/** A whole virtual stream held in memory for looking at: samples and, side by side, the truth. */
final class Recorded {
    final List<Sample> samples = new ArrayList<>();
    final List<VirtualTruth> truths = new ArrayList<>();

    /** One pulse during a recording: given after the sample at this instant. */
    record Pulse(long timeUs, int pulseMs) {}

    static Recorded of(VirtualClip clip, Pulse... pulses) {
        Recorded recorded = new Recorded();
        Sample slot = new Sample();
        int given = 0;
        while (clip.poll(slot) == Clip.Answer.SAMPLE) {
            Sample sample = new Sample();
            sample.copyFrom(slot);
            recorded.samples.add(sample);
            recorded.truths.add(copy(clip.truth()));
            while (given < pulses.length && slot.timeUs >= pulses[given].timeUs) {
                clip.feelCue(slot.timeUs, pulses[given].pulseMs);
                given++;
            }
        }
        return recorded;
    }

    int size() {
        return samples.size();
    }

    /** Index of the first sample at or after an instant. */
    int at(double timeS) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (samples.get(middle).timeUs < timeS * 1e6) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    double meanArchDeg(double fromS, double toS) {
        double sum = 0;
        for (int i = at(fromS); i < at(toS); i++) {
            sum += truths.get(i).archDeg;
        }
        return sum / (at(toS) - at(fromS));
    }

    /** Specific force along the true vertical, m/s^2. */
    static double vertical(Inertial read, double upX, double upY, double upZ) {
        return (read.axUms2 * upX + read.ayUms2 * upY + read.azUms2 * upZ) * 1e-6;
    }

    double lowerVertical(int i) {
        VirtualTruth truth = truths.get(i);
        return vertical(samples.get(i).lower, truth.lowerUpX, truth.lowerUpY, truth.lowerUpZ);
    }

    double upperVertical(int i) {
        VirtualTruth truth = truths.get(i);
        return vertical(samples.get(i).upper, truth.upperUpX, truth.upperUpY, truth.upperUpZ);
    }

    static double size(Inertial read) {
        return 1e-6
                * Math.sqrt((double) read.axUms2 * read.axUms2
                        + (double) read.ayUms2 * read.ayUms2
                        + (double) read.azUms2 * read.azUms2);
    }

    static boolean same(Sample a, Sample b) {
        return a.timeUs == b.timeUs
                && a.lower.sameAs(b.lower)
                && a.upper.sameAs(b.upper)
                && a.temperatureMilliC == b.temperatureMilliC
                && a.speedMPerH == b.speedMPerH
                && a.inclineMilliPct == b.inclineMilliPct
                && a.cueActive == b.cueActive
                && a.marker == b.marker
                && a.acts == b.acts;
    }

    private static VirtualTruth copy(VirtualTruth from) {
        VirtualTruth to = new VirtualTruth();
        to.copyFrom(from);
        return to;
    }
}
