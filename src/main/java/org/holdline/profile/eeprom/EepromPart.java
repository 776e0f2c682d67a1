package org.holdline.profile.eeprom;

/**
 * Parts with two address bytes. A page is what one write may touch: one that runs past its end goes on at its beginning.
 *
 * <p>Sizes and pages are those of Microchip's data sheets, DS20001189 (24LC64), DS20001191 (24LC128), DS20001203 (24LC256)
 * and DS20001754 (24LC512); other makers' parts of these names have the same ones.
 */
public enum EepromPart {
    /** Any of them: the smallest page ends wherever a larger one does. */
    ANY("24-series", 0, 32),
    C64("24C64", 8_192, 32),
    C128("24C128", 16_384, 64),
    C256("24C256", 32_768, 64),
    C512("24C512", 65_536, 128);

    private final String partName;
    private final int bytes;
    private final int pageBytes;

    EepromPart(String partName, int bytes, int pageBytes) {
        this.partName = partName;
        this.bytes = bytes;
        this.pageBytes = pageBytes;
    }

    public String partName() {
        return partName;
    }

    /** Size, bytes; 0 when it is not said. */
    public int bytes() {
        return bytes;
    }

    /** Page, bytes. */
    public int pageBytes() {
        return pageBytes;
    }
}
