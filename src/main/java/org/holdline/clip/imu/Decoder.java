package org.holdline.clip.imu;

import org.holdline.clip.imu.PartLayout.Burst;
import org.holdline.clip.imu.PartLayout.Fifo;
import org.holdline.clip.imu.PartLayout.Temperature;
import org.holdline.sample.Inertial;
import org.jspecify.annotations.Nullable;

/** Bytes of one IMU to physical values. Keeps the last temperature. */
final class Decoder {
    private final Burst burst;
    private final Temperature temperature;
    private final @Nullable Fifo fifo;
    private final Scale accel;
    private final Scale gyro;
    private int temperatureMilliC;

    Decoder(ImuSpec spec) {
        PartLayout layout = spec.part().layout();
        burst = layout.burst();
        temperature = layout.temperature();
        fifo = layout.fifo();
        accel = spec.accel();
        gyro = spec.gyro();
    }

    /** Decodes a burst from the start of the bytes; false, and nothing written, when the part calls it invalid. */
    boolean burst(byte[] bytes, Inertial out) {
        temperatureMilliC = temperature.milliC(word(bytes, burst.temperatureAt()));
        return axes(bytes, burst.accelAt(), burst.gyroAt(), out);
    }

    /** True when a FIFO packet begins at an offset; anything else there means that host and queue are out of step. */
    boolean isPacket(byte[] bytes, int at) {
        return (bytes[at] & Icm42688.HEADER_FORMAT) == Icm42688.HEADER_BOTH;
    }

    /** Decodes the FIFO packet at an offset; false, and nothing written, when the part calls it invalid. */
    boolean packet(byte[] bytes, int at, Inertial out) {
        if (fifo != null) {
            temperatureMilliC = fifo.temperature().milliC(bytes[at + 13]);
        }
        return axes(bytes, at + 1, at + 7, out);
    }

    private boolean axes(byte[] bytes, int accelAt, int gyroAt, Inertial out) {
        int ax = word(bytes, accelAt);
        int ay = word(bytes, accelAt + 2);
        int az = word(bytes, accelAt + 4);
        int gx = word(bytes, gyroAt);
        int gy = word(bytes, gyroAt + 2);
        int gz = word(bytes, gyroAt + 4);
        if (burst.minIsInvalid() && (isMin(ax, ay, az) || isMin(gx, gy, gz))) {
            return false;
        }
        out.axUms2 = accel.of(ax);
        out.ayUms2 = accel.of(ay);
        out.azUms2 = accel.of(az);
        out.gxUrads = gyro.of(gx);
        out.gyUrads = gyro.of(gy);
        out.gzUrads = gyro.of(gz);
        return true;
    }

    private static boolean isMin(int x, int y, int z) {
        return x == Short.MIN_VALUE || y == Short.MIN_VALUE || z == Short.MIN_VALUE;
    }

    /** Signed 16 bits in the byte order of the part. */
    int word(byte[] bytes, int at) {
        int high = burst.bigEndian() ? at : at + 1;
        int low = burst.bigEndian() ? at + 1 : at;
        return (short) (bytes[high] << 8 | (bytes[low] & 0xFF));
    }

    /** Of the last burst or packet, 1/1000 degree Celsius. */
    int temperatureMilliC() {
        return temperatureMilliC;
    }
}
