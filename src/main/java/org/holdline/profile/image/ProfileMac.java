package org.holdline.profile.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The MAC of COMMIT: HMAC-SHA-256 (RFC 2104, FIPS 180-4) over this occasion and the image. */
public final class ProfileMac {
    private static final String ALGORITHM = "HmacSHA256";

    /** What ties a MAC to one write of one clip. */
    public static final class Occasion {
        private final byte[] bytes;

        /**
         * An occasion.
         *
         * @param challenge of the clip, new for each write
         * @param serial 12 bytes, filled up with zeros
         * @param expectedGeneration of the profile that is to be replaced, 0 = none
         * @param expectedCrc of its body, 0 = none
         */
        public Occasion(byte[] challenge, byte[] serial, long expectedGeneration, int expectedCrc) {
            bytes = ByteBuffer.allocate(challenge.length + serial.length + 8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(challenge)
                    .put(serial)
                    .putInt((int) expectedGeneration)
                    .putInt(expectedCrc)
                    .array();
        }
    }

    private ProfileMac() {}

    /** The 32 bytes that the holder of the key answers. */
    public static byte[] of(byte[] key, Occasion occasion, byte[] image) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(occasion.bytes);
            return mac.doFinal(image);
        } catch (GeneralSecurityException e) {
            // Every Java platform has HmacSHA256, and it takes any key.
            throw new IllegalStateException(e);
        }
    }

    /** Compares in a time that does not tell where two MACs differ. */
    public static boolean isRight(byte[] given, byte[] expected) {
        return MessageDigest.isEqual(given, expected);
    }
}
