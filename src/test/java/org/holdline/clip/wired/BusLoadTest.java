package org.holdline.clip.wired;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdline.clip.imu.ImuPart;
import org.holdline.clip.imu.Pacing;
import org.junit.jupiter.api.Test;

class BusLoadTest {
    private static final ImuPart ICM = ImuPart.ICM_42688_P;

    @Test
    void shouldCountLooksAndPacketWhenMeasuringAQueue() {
        FakeDevice device = new FakeDevice(400_000);
        BusLoad load = BusLoad.measure(device, ICM, Pacing.FIFO, 2, device);
        assertEquals(400_000, load.clockHz());
        long expectedNs = FakeDevice.transferNs(400_000, 2) * 1136 / 1000 + FakeDevice.transferNs(400_000, 16);
        assertEquals(expectedNs, load.sampleNs());
        assertEquals(expectedNs * 400 / 1_000_000, load.permille(200));
        assertEquals(200, load.affordableHz(ICM, 200), "two IMUs at 200 Hz fit on a true 400 kHz");
    }

    @Test
    void shouldHalveTheRateWhenTheBusIsAsSlowAsOnAPi3() {
        FakeDevice device = new FakeDevice(62_500);
        BusLoad load = BusLoad.measure(device, ICM, Pacing.DATA_READY, 2, device);
        assertEquals(62_500, load.clockHz());
        assertTrue(load.permille(200) > BusLoad.LIMIT_PERMILLE, () -> "" + load);
        assertEquals(0, load.affordableHz(ICM, 200), () -> "" + load);
        assertEquals(100, new BusLoad(62_500, load.sampleNs(), 1).affordableHz(ICM, 200));
        assertTrue(load.remedy(ICM).endsWith("dtparam=i2c_arm=on,i2c_arm_baudrate=400000"), load.remedy(ICM));
    }

    @Test
    void shouldStayWithTheRateWhenItIsJustAffordable() {
        assertEquals(200, new BusLoad(400_000, 1_500_000, 2).affordableHz(ICM, 200), "600 permille");
        assertEquals(100, new BusLoad(400_000, 1_502_500, 2).affordableHz(ICM, 200), "601 permille");
        assertEquals(200, new BusLoad(400_000, 1_000_000, 2).affordableHz(ICM, 500), "250 is no rate of the part");
        assertEquals(0, new BusLoad(400_000, 3_005_000, 2).affordableHz(ICM, 200), "601 permille at 100 Hz");
    }

    @Test
    void shouldAskForAFasterBusWhenTheFastestIsInUse() {
        assertTrue(new BusLoad(400_000, 1, 2).remedy(ICM).endsWith("i2c_arm_baudrate=1000000"));
        assertTrue(new BusLoad(400_000, 1, 2).remedy(ImuPart.MPU_6050).startsWith("this part cannot go faster"));
        assertTrue(new BusLoad(0, 1, 2).remedy(ICM).endsWith("i2c_arm_baudrate=400000"), "not known");
    }

    @Test
    void shouldCallTheClockUnknownWhenBytesTakeNoTime() {
        FakeDevice device = new FakeDevice(50_000_000);
        assertEquals(0, BusLoad.measure(device, ICM, Pacing.FIFO, 1, device).clockHz());
    }

    @Test
    void shouldTakeAnyRateWhenNobodyAnswered() {
        FakeDevice device = new FakeDevice(400_000);
        device.answer = -121;
        BusLoad load = BusLoad.measure(device, ICM, Pacing.FIFO, 2, device);
        assertEquals(new BusLoad(0, 0, 2), load);
        assertEquals(1000, load.affordableHz(ICM, 1000), "the search for the IMU says what is amiss");
    }
}
