package org.holdline.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What opens a page that others on the network can reach.
 *
 * @param token in the link that the runner scans; hard to guess, good for one run
 * @param session in the cookie that a browser gets for the token
 */
public record Secrets(String token, String session) {
    private static final int MIN_LENGTH = 20;

    public Secrets {
        if (token.length() < MIN_LENGTH || session.length() < MIN_LENGTH || token.equals(session)) {
            throw new IllegalArgumentException(
                    "token and session, expected two different ones of " + MIN_LENGTH + " characters and more");
        }
    }

    boolean isToken(String given) {
        return isSame(token, given);
    }

    boolean isSession(String given) {
        return isSame(session, given);
    }

    /** Takes as long for a near miss as for a far one. */
    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Never shown by accident. */
    @Override
    public String toString() {
        return "Secrets[]";
    }
}
