package org.holdline.clip.virtual;

/** Stride phase with the cosines and sines of its multiples, worked out once an instant for all waveforms. */
final class Phasor {
    private final Jet phase = new Jet();
    private final double[] cosine = new double[Waveform.HARMONICS];
    private final double[] sine = new double[Waveform.HARMONICS];

    /** Stride phase, rad: 0 at right foot contact, pi at left foot contact. */
    Jet phase() {
        return phase;
    }

    void update() {
        double c = Angles.cos(phase.value);
        double s = Angles.sin(phase.value);
        cosine[0] = c;
        sine[0] = s;
        for (int n = 1; n < cosine.length; n++) {
            cosine[n] = cosine[n - 1] * c - sine[n - 1] * s;
            sine[n] = sine[n - 1] * c + cosine[n - 1] * s;
        }
    }

    double cosine(int n) {
        return cosine[n - 1];
    }

    double sine(int n) {
        return sine[n - 1];
    }
}
