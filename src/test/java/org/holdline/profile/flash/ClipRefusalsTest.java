package org.holdline.profile.flash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdline.link.wire.MessageType;
import org.holdline.profile.image.ImageFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each code of a clip's ERROR is told as; numbers as in firmware-protocol/messages.md. */
class ClipRefusalsTest {
    @ParameterizedTest
    @CsvSource({
        "0x42, 1, 0, UNSUPPORTED",
        "0x42, 3, 4, GENERATION",
        "0x41, 3, 4, OTHER",
        "0x40, 7, 0, UNSUPPORTED",
        "0x42, 16, 0, STREAMING",
        "0x42, 17, 12, BATTERY_LOW",
        "0x42, 18, 0, WINDOW",
        "0x42, 19, 0, SERIAL",
        "0x42, 20, 9, CONFLICT",
        "0x42, 21, 1, UNFINISHED",
        "0x42, 21, 2, UNFINISHED",
        "0x42, 21, 3, ON_TRIAL",
        "0x46, 21, 0, NOTHING_ON_TRIAL",
        "0x45, 21, 0, CONFLICT",
        "0x44, 22, 327724, INVALID",
        "0x43, 23, 128, STORAGE",
        "0x45, 24, 0, MAC",
        "0x41, 25, 1, NO_PROFILE",
        "0x47, 25, 1, NO_OTHER",
        "0x42, 99, 0, OTHER"
    })
    void shouldNameTheRefusalWhenAClipSaysNo(String type, int code, long detail, Refusal expected) {
        assertEquals(
                expected, ClipRefusals.of(Integer.decode(type), code, detail).refusal());
    }

    @Test
    void shouldNameFaultAndPlaceWhenAnImageIsRefused() {
        String text = ClipRefusals.of(MessageType.CAL_VERIFY, 22, ImageFault.BODY_CRC.code() * 65_536L + 44)
                .text();
        assertTrue(text.endsWith(ImageFault.BODY_CRC.text() + ", at byte 44"), text);
    }
}
