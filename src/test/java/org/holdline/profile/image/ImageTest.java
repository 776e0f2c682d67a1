package org.holdline.profile.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.holdline.profile.Profiles;
import org.holdline.profile.form.Filled;
import org.holdline.profile.form.FormWriter;
import org.junit.jupiter.api.Test;

/** A profile comes back from its image as it went in, and nothing else is an image. */
class ImageTest {
    private final Filled device = Profiles.device();
    private final byte[] image = ImageWriter.image(device, 5);

    @Test
    void shouldComeBackTheSameWhenWrittenAndRead() throws Exception {
        Filled back = ImageReader.profile(image);
        assertEquals(List.of(), FormWriter.difference(device, back));
        assertArrayEquals(image, ImageWriter.image(back, 5));
        assertEquals(5, ImageReader.header(image).generation());
    }

    @Test
    void shouldComeBackTheSameWhenThereIsOneSensorAndNoSlopeOrMotor() throws Exception {
        String text = FormWriter.write(device).replaceAll("slope.*\n", "");
        Filled one = Profiles.read(text.substring(0, text.indexOf("[upper]")));
        Filled back = ImageReader.profile(ImageWriter.image(one, 1));
        assertEquals(List.of(), FormWriter.difference(one, back));
        assertEquals(List.of(), back.all("upper"));
        assertEquals(List.of(), back.all("haptic"));
    }

    @Test
    void shouldBeRefusedWhenAnyBitIsFlipped() {
        for (int bit = 0; bit < image.length * 8; bit++) {
            byte[] bad = image.clone();
            bad[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThrows(ImageException.class, () -> ImageReader.header(bad), "bit " + bit);
        }
    }

    @Test
    void shouldBeRefusedWhenCutShortOrLengthened() {
        for (int length = 0; length < image.length; length++) {
            byte[] bad = new byte[length];
            System.arraycopy(image, 0, bad, 0, length);
            assertThrows(ImageException.class, () -> ImageReader.header(bad), "length " + length);
        }
        byte[] longer = new byte[image.length + 1];
        System.arraycopy(image, 0, longer, 0, image.length);
        assertEquals(
                ImageFault.LENGTH,
                assertThrows(ImageException.class, () -> ImageReader.header(longer))
                        .fault());
    }
}
