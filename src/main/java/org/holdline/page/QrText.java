package org.holdline.page;

import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;

/** A link as a QR code of characters, two rows of it a line. */
public final class QrText {
    /** The standard asks for four light modules around it; less is not found by every phone. */
    private static final int QUIET = 4;

    private QrText() {}

    /** Lines of blank and half blocks: a block is a light module, for terminals that write light on dark. */
    public static List<String> lines(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        List<String> lines = new ArrayList<>();
        for (int y = -QUIET; y < code.size + QUIET; y += 2) {
            StringBuilder line = new StringBuilder();
            for (int x = -QUIET; x < code.size + QUIET; x++) {
                boolean upper = !code.getModule(x, y);
                boolean lower = !code.getModule(x, y + 1);
                line.append(upper ? lower ? '█' : '▀' : lower ? '▄' : ' ');
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
