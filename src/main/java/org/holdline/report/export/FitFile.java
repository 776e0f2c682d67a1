package org.holdline.report.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;

/**
 * The bytes of a FIT file, protocol 2.0: a header of 14 bytes, definitions and rows, a checksum. Written from the public
 * description of the protocol (developer.garmin.com/fit/protocol); no part of Garmin's SDK is in it.
 */
final class FitFile {
    private static final int HEADER_BYTES = 14;
    private static final int PROTOCOL_2_0 = 0x20;

    /** Version of the profile whose message and field numbers are used, times 100. */
    private static final int PROFILE = 2132;

    private final FitBytes data = new FitBytes();
    private final Set<FitMessage> defined = new HashSet<>();

    /** A row, after its message's definition where it is the first of its kind. */
    void add(FitRow row) {
        if (defined.add(row.message())) {
            data.writeBytes(row.message().definition());
        }
        data.u8(row.message().local());
        data.writeBytes(row.bytes());
    }

    void writeTo(OutputStream out) throws IOException {
        FitBytes header = new FitBytes();
        header.u8(HEADER_BYTES);
        header.u8(PROTOCOL_2_0);
        header.u16(PROFILE);
        header.u32(data.size());
        header.writeBytes(FitField.utf8(".FIT"));
        header.u16(FitBytes.crc(0, header.toByteArray(), header.size()));
        byte[] head = header.toByteArray();
        byte[] body = data.toByteArray();
        FitBytes end = new FitBytes();
        end.u16(FitBytes.crc(FitBytes.crc(0, head, head.length), body, body.length));
        out.write(head);
        out.write(body);
        end.writeTo(out);
    }
}
