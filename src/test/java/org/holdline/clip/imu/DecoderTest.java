package org.holdline.clip.imu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.holdline.sample.Inertial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes as they lie on the bus, and what they are in um/s^2, urad/s and 1/1000 degree C by the data sheets. */
class DecoderTest {
    private final Inertial out = new Inertial();

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static Decoder of(ImuPart part, int accelRangeG, int gyroRangeMdps) {
        return new Decoder(new ImuSpec(part, part.lowAddress(), part.ratesHz().get(1), accelRangeG, gyroRangeMdps));
    }

    /** Counts 2048, -2048, 32767 and 164, -164, -32767; temperature 132. Worked out apart from this code, exactly. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ICM_42688_P | 16 | 2000000 | 0084 0800 F800 7FFF 00A4 FF5C 8001 | 9806650 | -9806650 | 156901612 | 174533 | -174533 | -34871466 | 25996
            ICM_42688_P | 8 | 1000000 | 0084 0800 F800 7FFF 00A4 FF5C 8001 | 4903325 | -4903325 | 78450806 | 87266 | -87266 | -17435733 | 25996
            ICM_42688_P | 4 | 500000 | 0084 0800 F800 7FFF 00A4 FF5C 8001 | 2451663 | -2451663 | 39225403 | 43700 | -43700 | -8731176 | 25996
            ICM_42688_P | 2 | 250000 | 0084 0800 F800 7FFF 00A4 FF5C 8001 | 1225831 | -1225831 | 19612701 | 21850 | -21850 | -4365588 | 25996
            ICM_42688_P | 16 | 125000 | 0084 0800 F800 7FFF 00A4 FF5C 8001 | 9806650 | -9806650 | 156901612 | 10925 | -10925 | -2182794 | 25996
            ICM_42688_P | 8 | 62500 | 0084 0800 F800 7FFF 00A4 FF5C 8001 | 4903325 | -4903325 | 78450806 | 5459 | -5459 | -1090773 | 25996
            ICM_42688_P | 4 | 31250 | 0084 0800 F800 7FFF 00A4 FF5C 8001 | 2451663 | -2451663 | 39225403 | 2730 | -2730 | -545386 | 25996
            ICM_42688_P | 2 | 15625 | 0084 0800 F800 7FFF 00A4 FF5C 8001 | 1225831 | -1225831 | 19612701 | 1365 | -1365 | -272693 | 25996
            LSM6DSV16X | 16 | 4000000 | 8400 A400 5CFF 0180 0008 00F8 FF7F | 9801001 | -9801001 | 156811236 | 400728 | -400728 | -80064885 | 25515
            LSM6DSV16X | 8 | 2000000 | 8400 A400 5CFF 0180 0008 00F8 FF7F | 4900501 | -4900501 | 78405618 | 200364 | -200364 | -40032443 | 25515
            LSM6DSV16X | 4 | 1000000 | 8400 A400 5CFF 0180 0008 00F8 FF7F | 2450250 | -2450250 | 39202809 | 100182 | -100182 | -20016221 | 25515
            LSM6DSV16X | 2 | 500000 | 8400 A400 5CFF 0180 0008 00F8 FF7F | 1225125 | -1225125 | 19601405 | 50091 | -50091 | -10008111 | 25515
            LSM6DSV16X | 16 | 250000 | 8400 A400 5CFF 0180 0008 00F8 FF7F | 9801001 | -9801001 | 156811236 | 25045 | -25045 | -5004055 | 25515
            LSM6DSV16X | 8 | 125000 | 8400 A400 5CFF 0180 0008 00F8 FF7F | 4900501 | -4900501 | 78405618 | 12523 | -12523 | -2502028 | 25515
            MPU_6050 | 16 | 2000000 | 0800 F800 7FFF 0084 00A4 FF5C 8001 | 9806650 | -9806650 | 156901612 | 174533 | -174533 | -34871466 | 36918
            MPU_6050 | 8 | 1000000 | 0800 F800 7FFF 0084 00A4 FF5C 8001 | 4903325 | -4903325 | 78450806 | 87266 | -87266 | -17435733 | 36918
            MPU_6050 | 4 | 500000 | 0800 F800 7FFF 0084 00A4 FF5C 8001 | 2451663 | -2451663 | 39225403 | 43700 | -43700 | -8731176 | 36918
            MPU_6050 | 2 | 250000 | 0800 F800 7FFF 0084 00A4 FF5C 8001 | 1225831 | -1225831 | 19612701 | 21850 | -21850 | -4365588 | 36918
            """)
    void shouldGivePhysicalValuesWhenBytesCome(
            ImuPart part,
            int accelG,
            int gyroMdps,
            String hex,
            int ax,
            int ay,
            int az,
            int gx,
            int gy,
            int gz,
            int milliC) {
        Decoder decoder = of(part, accelG, gyroMdps);
        assertTrue(decoder.burst(bytes(hex), out));
        assertArrayEquals(
                new int[] {ax, ay, az, gx, gy, gz},
                new int[] {out.axUms2, out.ayUms2, out.azUms2, out.gxUrads, out.gyUrads, out.gzUrads});
        assertEquals(milliC, decoder.temperatureMilliC());
    }

    @Test
    void shouldCoverEveryRangeOfEveryPart() {
        assertEquals(
                4 + 4 + 4,
                java.util.Arrays.stream(ImuPart.values())
                        .mapToInt(p -> p.accelRangesG().size())
                        .sum());
        assertEquals(
                8 + 6 + 4,
                java.util.Arrays.stream(ImuPart.values())
                        .mapToInt(p -> p.gyroRangesMdps().size())
                        .sum());
        for (ImuPart part : ImuPart.values()) {
            part.layout().accel().forEach(scale -> assertTrue(scale.source().contains("table"), scale.source()));
            part.layout().gyro().forEach(scale -> assertTrue(scale.source().contains("table"), scale.source()));
        }
    }

    @Test
    void shouldReadPacketsWhenTheyComeFromTheFifo() {
        Decoder decoder = of(ImuPart.ICM_42688_P, 16, 2_000_000);
        byte[] two = bytes("68 0800 F800 7FFF 00A4 FF5C 8001 0D 1234 68 0000 0000 0800 0000 0000 0001 F3 1235");
        assertTrue(decoder.isPacket(two, 0));
        assertTrue(decoder.packet(two, 0, out));
        assertEquals(9_806_650, out.axUms2);
        assertEquals(156_901_612, out.azUms2);
        assertEquals(174_533, out.gxUrads);
        assertEquals(31_280, decoder.temperatureMilliC());
        assertTrue(decoder.packet(two, 16, out));
        assertEquals(0, out.axUms2);
        assertEquals(9_806_650, out.azUms2);
        assertEquals(1064, out.gzUrads);
        assertEquals(18_720, decoder.temperatureMilliC());
    }

    @ParameterizedTest
    @CsvSource({"80", "00", "40", "20", "78", "FF"})
    void shouldSeeNoPacketWhenTheHeaderIsOfAnotherKind(String header) {
        assertFalse(of(ImuPart.ICM_42688_P, 16, 2_000_000).isPacket(bytes(header), 0));
    }

    @Test
    void shouldCallTheLowestValueInvalidOnlyWhereThePartDoes() {
        String oneAxis = "0000 0800 0800 0800 0000 8000 0000";
        assertFalse(of(ImuPart.ICM_42688_P, 16, 2_000_000).burst(bytes(oneAxis), out));
        assertFalse(of(ImuPart.ICM_42688_P, 16, 2_000_000).burst(bytes("0000 8000 0800 0800 0000 0000 0000"), out));
        assertTrue(of(ImuPart.MPU_6050, 16, 2_000_000).burst(bytes(oneAxis), out));
        assertTrue(of(ImuPart.LSM6DSV16X, 16, 2_000_000).burst(bytes("0000 0080 0000 0000 0000 0000 0000"), out));
        assertEquals(-40_033_664, out.gxUrads);
    }
}
