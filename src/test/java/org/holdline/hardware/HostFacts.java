package org.holdline.hardware;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdline.clip.imu.ImuPart;
import org.holdline.cue.drv2605.Drv2605;

/**
 * What the boards must agree with: the host's addresses, the firmware's port and the link's numbers.
 *
 * @param addresses of the host's defaults and of the memory in the example of settings
 * @param port text of holdline_port.h
 * @param template text of the port template's board.c
 * @param pins text of the template's pin header
 * @param protocol text of holdline_protocol.h
 */
record HostFacts(Map<String, Integer> addresses, String port, String template, String pins, String protocol) {
    private static final Pattern EEPROM = Pattern.compile("(?m)^#eeprom_address = 0x([0-9a-f]{2})$");

    static HostFacts read() throws IOException {
        Map<String, Integer> addresses = new LinkedHashMap<>();
        addresses.put("lower IMU", ImuPart.ICM_42688_P.lowAddress());
        addresses.put("upper IMU", ImuPart.ICM_42688_P.lowAddress() + 1);
        addresses.put("haptic driver", Drv2605.ADDRESS);
        Matcher eeprom = EEPROM.matcher(Files.readString(Board.HOME.resolve("config/holdline.example.toml")));
        if (eeprom.find()) {
            addresses.put("memory", Integer.parseInt(eeprom.group(1), 16));
        }
        return new HostFacts(
                addresses,
                firmware("holdline_port.h"),
                firmware("ports/template/board.c"),
                firmware("ports/template/clip_rev_a.h"),
                firmware("holdline_protocol.h"));
    }

    private static String firmware(String file) throws IOException {
        return Files.readString(Board.HOME.resolve("firmware-protocol/c").resolve(file));
    }

    HostFacts withPins(String text) {
        return new HostFacts(addresses, port, template, text, protocol);
    }

    /** A whole number that a header defines. */
    static int defined(String header, String macro) {
        Matcher found = Pattern.compile("(?m)^#define " + macro + " (0x[0-9A-Fa-f]+|\\d+)u\\b")
                .matcher(header);
        return found.find() ? Integer.decode(found.group(1)) : -1;
    }
}
