package org.holdline.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.HelloResponse;
import org.holdline.link.wire.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * What a clip says of itself in its greeting.
 *
 * @param serial what the clip is known by
 * @param bootId new at each start of the clip
 * @param hardware revision, "1.0"
 * @param firmware version, "0.1.2"
 * @param ratesHz sampling rates, rising
 * @param hasMotor whether it plays cues
 * @param motorRiseMs time from driving to what the runner feels, 0 = not known
 * @param schemaCrc of the schema it was built from; another one than {@link Protocol#SCHEMA_CRC} is worth a word
 * @param simulated whether its samples are made, not measured on a body
 * @param upper null with one IMU
 * @param profile null when it keeps no calibration profiles
 */
public record ClipIdentity(
        String serial,
        int bootId,
        String hardware,
        String firmware,
        List<Integer> ratesHz,
        boolean hasMotor,
        int motorRiseMs,
        int schemaCrc,
        boolean simulated,
        ImuScale lower,
        @Nullable ImuScale upper,
        @Nullable ProfileTold profile) {
    /**
     * Which profile is in force at the clip.
     *
     * @param state one of {@link Codes.ProfileState}
     * @param slot 0 = A, 1 = B; means nothing without a profile
     * @param crc of its body
     */
    public record ProfileTold(int state, int slot, long generation, int crc) {}

    static ClipIdentity of(HelloResponse hello) {
        int capabilities = hello.capabilities();
        return new ClipIdentity(
                serialOf(hello),
                hello.bootId(),
                hello.hardwareMajor() + "." + hello.hardwareMinor(),
                hello.firmwareMajor() + "." + hello.firmwareMinor() + "." + hello.firmwarePatch(),
                rates(hello),
                (capabilities & Codes.Capability.HAPTIC) != 0,
                hello.motorRiseMs(),
                hello.schemaCrc(),
                (capabilities & Codes.Capability.SIMULATED) != 0,
                new ImuScale(
                        hello.lowerPart(),
                        hello.lowerAccelLsbNg(),
                        hello.lowerGyroLsbNdps(),
                        hello.lowerAccelRangeMg(),
                        hello.lowerGyroRangeDps()),
                hello.imuCount() < 2
                        ? null
                        : new ImuScale(
                                hello.upperPart(),
                                hello.upperAccelLsbNg(),
                                hello.upperGyroLsbNdps(),
                                hello.upperAccelRangeMg(),
                                hello.upperGyroRangeDps()),
                (capabilities & Codes.Capability.PROFILE) == 0
                        ? null
                        : new ProfileTold(
                                hello.profileState(),
                                hello.profileSlot(),
                                hello.profileGeneration(),
                                hello.profileCrc()));
    }

    /** Letters and digits up to the first zero; anything else becomes a question mark, so that it may be printed. */
    public static String serialOf(HelloResponse hello) {
        String text = new String(hello.bytes(), hello.serialAt(), Protocol.SERIAL_BYTES, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).replaceAll("[^0-9A-Za-z]", "?");
    }

    /** Was it built from the schema that is known here? One that was not works all the same. */
    public boolean isOfThisSchema() {
        return schemaCrc == Protocol.SCHEMA_CRC;
    }

    private static List<Integer> rates(HelloResponse hello) {
        List<Integer> rates = new ArrayList<>();
        for (int rateHz : new int[] {hello.rate0Hz(), hello.rate1Hz(), hello.rate2Hz(), hello.rate3Hz()}) {
            if (rateHz != 0) {
                rates.add(rateHz);
            }
        }
        return List.copyOf(rates);
    }

    /** The rate to ask for; one the clip lacks is asked for all the same, so that the clip's refusal tells. */
    int rateFor(int askedHz) {
        if (askedHz != 0) {
            return askedHz;
        }
        return ratesHz.stream()
                .filter(hz -> hz >= LinkParams.USUAL_RATE_HZ)
                .findFirst()
                .orElseGet(() -> ratesHz.isEmpty() ? LinkParams.USUAL_RATE_HZ : ratesHz.getLast());
    }

    /** Samples a batch. */
    int batchFor(int asked, int rateHz) {
        int most = upper == null ? Protocol.MAX_BATCH_ONE_IMU : Protocol.MAX_BATCH_TWO_IMUS;
        int usual = asked == 0 ? rateHz / 50 : asked;
        return Math.clamp(usual, 1, most);
    }
}
