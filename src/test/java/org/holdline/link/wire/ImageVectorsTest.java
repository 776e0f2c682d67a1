package org.holdline.link.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.holdline.profile.image.ImageException;
import org.holdline.profile.image.ImageFault;
import org.holdline.profile.image.ImageHeader;
import org.holdline.profile.image.ImageReader;
import org.holdline.profile.image.ImageWriter;
import org.junit.jupiter.api.Test;

/** The service's own reader and writer against the vectors, which are made without them. */
class ImageVectorsTest {
    private final List<String[]> rows = Table.read("images.tsv");
    private final byte[] base = PlainWire.bytes(rows.getFirst()[1]);

    @Test
    void shouldFindTheFirstFaultWhereItIsWhenAnImageIsRead() {
        for (String[] row : rows) {
            assertEquals(row[2] + " " + row[3], found(ImageVectors.bytes(row[1], base)), row[0]);
        }
    }

    private static String found(byte[] image) {
        try {
            ImageReader.header(image);
            return "NONE 0";
        } catch (ImageException e) {
            return e.fault() + " " + e.offset();
        }
    }

    @Test
    void shouldReadAndWriteTheSameWhenAnImageIsValid() throws Exception {
        int written = 0;
        for (String[] row : rows) {
            if (!row[2].equals("NONE")) {
                continue;
            }
            byte[] image = ImageVectors.bytes(row[1], base);
            ImageHeader header = ImageReader.header(image);
            String expected = "generation=" + header.generation() + " serial=" + header.serial() + " created_s="
                    + header.createdS() + " crc=" + (header.bodyCrc() & 0xFFFFFFFFL) + " header_crc="
                    + (header.headerCrc() & 0xFFFFFFFFL) + " ";
            assertTrue(row[4].startsWith(expected), row[0]);
            if (!row[0].matches("unknown .*|known .*|longest")) {
                assertArrayEquals(image, ImageWriter.image(ImageReader.profile(image), header.generation()), row[0]);
                written++;
            }
        }
        assertTrue(written > 40, "written " + written);
    }

    @Test
    void shouldHaveEveryFaultWhenAllVectorsAreRead() {
        List<String> faults = new ArrayList<>(rows.stream().map(row -> row[2]).toList());
        for (ImageFault fault : ImageFault.values()) {
            assertTrue(faults.contains(fault.name()), fault.name());
        }
    }
}
