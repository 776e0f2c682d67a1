package org.holdline.session.journal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdline.session.RunFacts;

/** A journal once more, frame by frame as its bytes are, with other facts. */
final class Rewriting {
    private Rewriting() {}

    static void withFacts(Path from, RunFacts facts, Path to) throws IOException {
        Packer packed = new Packer();
        FactsPacking.facts(facts, packed);
        Packer head = new Packer();
        head.frame(Layout.FACTS, packed);
        try (InputStream in = Files.newInputStream(from);
                FileOutputStream out = new FileOutputStream(to.toFile())) {
            in.skipNBytes(JournalReader.factsEnd(from));
            out.write(Layout.head());
            out.write(head.array(), 0, head.length());
            copyFrames(in, out);
            out.getFD().sync();
        }
    }

    private static void copyFrames(InputStream in, FileOutputStream out) throws IOException {
        byte[] head = in.readNBytes(Layout.FRAME_HEAD_BYTES);
        while (head.length == Layout.FRAME_HEAD_BYTES) {
            int payload = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (payload < 0 || payload > Layout.MAX_PAYLOAD_BYTES) {
                return;
            }
            byte[] rest = in.readNBytes(payload + Layout.CRC_BYTES);
            if (head[Layout.FRAME_HEAD_BYTES - 1] != Layout.BEFORE) {
                out.write(head);
                out.write(rest);
            }
            head = in.readNBytes(Layout.FRAME_HEAD_BYTES);
        }
    }
}
