package org.holdline.cue.tone;

/**
 * What a tone sounds like.
 *
 * <p>The defaults: 880 Hz is the pitch A5, between the 500 and 2500 Hz in which ISO 7731 wants most of a signal to lie, far
 * above the hum of a treadmill's motor and below what age takes from hearing first. -20 dBFS is the level of SMPTE's
 * alignment tone (RP 155), which stands for the mean of a programme: as loud as speech or music at the same volume knob. EBU's
 * (R 68) is 2 dB louder. ISO's and SMPTE's figures are as commonly quoted; the standards themselves were not read.
 *
 * @param frequencyHz 200..4000 Hz, a sine
 * @param levelDbfs its peak, -60..-6 dB relative to full scale
 * @param isAwake silence is played between tones, so that no output has to wake up for a cue
 */
public record ToneParams(int frequencyHz, double levelDbfs, boolean isAwake) {
    public static final int MIN_FREQUENCY_HZ = 200;
    public static final int MAX_FREQUENCY_HZ = 4000;
    public static final double MIN_LEVEL_DBFS = -60;
    public static final double MAX_LEVEL_DBFS = -6;

    public ToneParams {
        if (frequencyHz < MIN_FREQUENCY_HZ || frequencyHz > MAX_FREQUENCY_HZ) {
            throw new IllegalArgumentException(
                    "frequencyHz=" + frequencyHz + ", expected " + MIN_FREQUENCY_HZ + ".." + MAX_FREQUENCY_HZ);
        }
        if (!(levelDbfs >= MIN_LEVEL_DBFS && levelDbfs <= MAX_LEVEL_DBFS)) {
            throw new IllegalArgumentException(
                    "levelDbfs=" + levelDbfs + ", expected " + MIN_LEVEL_DBFS + ".." + MAX_LEVEL_DBFS);
        }
    }

    public static ToneParams defaults() {
        return new ToneParams(880, -20, true);
    }
}
