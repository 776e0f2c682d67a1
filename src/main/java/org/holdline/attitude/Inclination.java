package org.holdline.attitude;

import org.holdline.fixed.Cordic;
import org.holdline.fixed.Fixed;
import org.holdline.sample.Inertial;

/**
 * Where "up" is in the sensor frame, causal, from accelerometer and gyroscope only.
 *
 * <p>The published idea is VQF (Laidig and Seel 2023, doi:10.1016/j.inffus.2022.10.014): low-pass the specific force not
 * in the sensor frame, where it turns with every movement, but in a frame that the gyro holds still. Here the state of the
 * low-pass stays in the sensor frame and is turned back by the gyro each sample, so that there is no quaternion, no
 * heading, no root and no trigonometry in the update, and a single shaken accelerometer sample is never normalised or
 * gated: both ruin a filter in running.
 *
 * <p>Formats: specific force um/s^2 in Q28, angular rate urad/s in Q20, rotation per sample in rad Q62 limited to 1 rad.
 * With input limited to {@link Inertial#MAX_ACCEL_UMS2} every state keeps five bits of headroom.
 */
public final class Inclination {
    private static final int FORCE_BITS = 28;
    private static final int RATE_BITS = 20;
    private static final long ONE_RAD_Q58 = 1L << 58;
    private static final long ONE_Q60 = 1L << 60;
    private static final long SIXTH_Q62 = Fixed.ONE_Q62 / 6;
    private static final long HALF_Q62 = Fixed.ONE_Q62 / 2;

    /** Four times the largest rate times gravity, so that the shift after it keeps its sign. */
    private static final long MAX_TURN = 1L << 46;

    /** The gain 1/t is renewed this often: a division per sample would cost more than it gives. */
    private static final int GAIN_INTERVAL_MASK = 63;

    private final InclinationCoefficients k;

    // Low-passed specific force and its change per sample, um/s^2 Q28, sensor frame.
    private long yx;
    private long yy;
    private long yz;
    private long vx;
    private long vy;
    private long vz;

    // Gyro bias, urad/s Q20.
    private long bx;
    private long by;
    private long bz;

    // Averages that rest is judged against: urad/s Q20 and um/s^2 Q28.
    private long restGx;
    private long restGy;
    private long restGz;
    private long restAx;
    private long restAy;
    private long restAz;
    private int stillSamples;
    private int restMemory;

    private long age;

    /** All samples since the beginning, at rest or not and across restarts: the gain of the motion bias is 1/t. */
    private long carried;

    private long motionSamples;
    private long biasGainQ64;
    private long headingGainQ64;

    /** The input was no body's at least once: the long first gain would only learn more of it. */
    private boolean hasSeenAbsurd;

    // Up in the sensor frame as a mean over seconds, um/s^2 Q28; kept while the sensor faces ahead.
    private boolean facingAhead;
    private long mx;
    private long my;
    private long mz;

    public Inclination(InclinationParams params, double rateHz) {
        k = new InclinationCoefficients(params, rateHz);
        biasGainQ64 = k.biasGainMaxQ64;
        headingGainQ64 = headingGain();
    }

    /** Forgets where up is, after a gap too long to bridge or absurd input. The gyro bias stays: it is the sensor's. */
    public void restart() {
        age = 0;
        stillSamples = 0;
    }

    /**
     * After a gap in which the sensor turned unseen: what is held still counts, but little, and the first seconds are spent
     * on a running mean again. Adding up a guessed rate instead would be wrong by tens of degrees in running.
     */
    public void doubt() {
        age = Math.min(age, k.doubtSamples);
        vx = 0;
        vy = 0;
        vz = 0;
        stillSamples = 0;
    }

    /**
     * Says whether the sensor keeps facing one way, as on the back of somebody running on a treadmill. Gravity cannot tell a
     * gyro offset about the vertical, and with 6 deg/s of it a lean of 1 degree is seen as half a degree of roll; but who
     * faces ahead turns by nothing in the mean, so that offset can be learned as well.
     */
    public void setFacingAhead(boolean ahead) {
        if (ahead && !facingAhead) {
            mx = yx;
            my = yy;
            mz = yz;
        }
        facingAhead = ahead;
    }

    /** Carries one sample. */
    public void update(Inertial in) {
        update(in.axUms2, in.ayUms2, in.azUms2, in.gxUrads, in.gyUrads, in.gzUrads);
    }

    /** Carries one sample: specific force in um/s^2, angular rate in urad/s, both inside the limits of Inertial. */
    public void update(int ax, int ay, int az, int gx, int gy, int gz) {
        if (age == 0) {
            begin(ax, ay, az, gx, gy, gz);
            return;
        }
        age++;
        carried++;
        rotateBack(gx, gy, gz);
        if (age <= k.meanSamples) {
            yx += (((long) ax << FORCE_BITS) - yx) / age;
            yy += (((long) ay << FORCE_BITS) - yy) / age;
            yz += (((long) az << FORCE_BITS) - yz) / age;
        } else {
            lowPass(ax, ay, az);
            if (!isPlausible()) {
                restart();
                hasSeenAbsurd = true;
                return;
            }
        }
        if (isResting(ax, ay, az, gx, gy, gz)) {
            learnBiasAtRest();
        } else if (age > k.meanSamples) {
            learnBiasInMotion();
            if (facingAhead) {
                learnBiasAboutUp(gx, gy, gz);
            }
        }
    }

    private void begin(int ax, int ay, int az, int gx, int gy, int gz) {
        age = 1;
        carried++;
        yx = (long) ax << FORCE_BITS;
        yy = (long) ay << FORCE_BITS;
        yz = (long) az << FORCE_BITS;
        vx = 0;
        vy = 0;
        vz = 0;
        restAx = yx;
        restAy = yy;
        restAz = yz;
        restGx = (long) gx << RATE_BITS;
        restGy = (long) gy << RATE_BITS;
        restGz = (long) gz << RATE_BITS;
    }

    /** Turns both states by -theta: R = I - a [theta] + b [theta]^2 with the series of sin and cos to fourth order. */
    private void rotateBack(int gx, int gy, int gz) {
        long tx = angleQ62(gx, bx);
        long ty = angleQ62(gy, by);
        long tz = angleQ62(gz, bz);
        long xx = Math.multiplyHigh(tx, tx);
        long yy2 = Math.multiplyHigh(ty, ty);
        long zz = Math.multiplyHigh(tz, tz);
        if (xx + yy2 + zz > ONE_Q60) {
            // More than 1 rad in a sample: half the angle keeps the series from gaining length.
            tx >>= 1;
            ty >>= 1;
            tz >>= 1;
            xx >>= 2;
            yy2 >>= 2;
            zz >>= 2;
        }
        long squareQ62 = (xx + yy2 + zz) << 2;
        long fourthQ62 = Fixed.mulQ62(squareQ62, squareQ62);
        long a = Fixed.ONE_Q62 - Fixed.mulQ62(squareQ62, SIXTH_Q62) + fourthQ62 / 120;
        long b4 = (HALF_Q62 - squareQ62 / 24 + fourthQ62 / 720) << 1;
        long sx = Fixed.mulQ62(tx, a);
        long sy = Fixed.mulQ62(ty, a);
        long sz = Fixed.mulQ62(tz, a);
        // b4 is 2b in Q62: products of two angles are in Q60, so one shift restores both.
        long bxx = Math.multiplyHigh(xx, b4) << 3;
        long byy = Math.multiplyHigh(yy2, b4) << 3;
        long bzz = Math.multiplyHigh(zz, b4) << 3;
        long bxy = Math.multiplyHigh(Math.multiplyHigh(tx, ty), b4) << 3;
        long bxz = Math.multiplyHigh(Math.multiplyHigh(tx, tz), b4) << 3;
        long byz = Math.multiplyHigh(Math.multiplyHigh(ty, tz), b4) << 3;
        long r00 = -byy - bzz;
        long r01 = sz + bxy;
        long r02 = -sy + bxz;
        long r10 = -sz + bxy;
        long r11 = -bxx - bzz;
        long r12 = sx + byz;
        long r20 = sy + bxz;
        long r21 = -sx + byz;
        long r22 = -bxx - byy;
        long nx = yx + Fixed.mulQ62(yx, r00) + Fixed.mulQ62(yy, r01) + Fixed.mulQ62(yz, r02);
        long ny = yy + Fixed.mulQ62(yx, r10) + Fixed.mulQ62(yy, r11) + Fixed.mulQ62(yz, r12);
        long nz = yz + Fixed.mulQ62(yx, r20) + Fixed.mulQ62(yy, r21) + Fixed.mulQ62(yz, r22);
        yx = nx;
        yy = ny;
        yz = nz;
        nx = vx + Fixed.mulQ62(vx, r00) + Fixed.mulQ62(vy, r01) + Fixed.mulQ62(vz, r02);
        ny = vy + Fixed.mulQ62(vx, r10) + Fixed.mulQ62(vy, r11) + Fixed.mulQ62(vz, r12);
        nz = vz + Fixed.mulQ62(vx, r20) + Fixed.mulQ62(vy, r21) + Fixed.mulQ62(vz, r22);
        vx = nx;
        vy = ny;
        vz = nz;
    }

    private long angleQ62(int rateUrads, long biasQ20) {
        long rateQ35 = (((long) rateUrads << RATE_BITS) - biasQ20) << 15;
        return Fixed.clamp(Math.multiplyHigh(rateQ35, k.angleQ64), ONE_RAD_Q58) << 4;
    }

    /** Second-order Butterworth low-pass, semi-implicit: v += w^2 (a - y) - sqrt(2) w v, y += v. */
    private void lowPass(int ax, int ay, int az) {
        vx += Fixed.mulQ64(((long) ax << FORCE_BITS) - yx, k.omegaSquaredQ64) - Fixed.mulQ64(vx, k.dampingQ64);
        vy += Fixed.mulQ64(((long) ay << FORCE_BITS) - yy, k.omegaSquaredQ64) - Fixed.mulQ64(vy, k.dampingQ64);
        vz += Fixed.mulQ64(((long) az << FORCE_BITS) - yz, k.omegaSquaredQ64) - Fixed.mulQ64(vz, k.dampingQ64);
        yx += vx;
        yy += vy;
        yz += vz;
    }

    /** A force that is not about gravity even as a mean over seconds is no "up": the input was not that of a body. */
    private boolean isPlausible() {
        long squared = squared(yx >> FORCE_BITS, yy >> FORCE_BITS, yz >> FORCE_BITS);
        return squared >= InclinationCoefficients.LEAST_UP_SQUARED
                && squared <= InclinationCoefficients.MOST_UP_SQUARED;
    }

    private boolean isResting(int ax, int ay, int az, int gx, int gy, int gz) {
        long dgx = ((long) gx << RATE_BITS) - restGx;
        long dgy = ((long) gy << RATE_BITS) - restGy;
        long dgz = ((long) gz << RATE_BITS) - restGz;
        long dax = ((long) ax << FORCE_BITS) - restAx;
        long day = ((long) ay << FORCE_BITS) - restAy;
        long daz = ((long) az << FORCE_BITS) - restAz;
        restGx += Math.multiplyHigh(dgx, k.restAlphaQ64);
        restGy += Math.multiplyHigh(dgy, k.restAlphaQ64);
        restGz += Math.multiplyHigh(dgz, k.restAlphaQ64);
        restAx += Math.multiplyHigh(dax, k.restAlphaQ64);
        restAy += Math.multiplyHigh(day, k.restAlphaQ64);
        restAz += Math.multiplyHigh(daz, k.restAlphaQ64);
        if (squared(dgx >> RATE_BITS, dgy >> RATE_BITS, dgz >> RATE_BITS) < k.restGyroSquared
                && squared(dax >> FORCE_BITS, day >> FORCE_BITS, daz >> FORCE_BITS) < k.restAccelSquared
                && Math.abs(restGx) <= k.biasClipQ20
                && Math.abs(restGy) <= k.biasClipQ20
                && Math.abs(restGz) <= k.biasClipQ20) {
            stillSamples = Math.min(stillSamples + 1, k.restSamples);
        } else {
            stillSamples = 0;
        }
        return stillSamples == k.restSamples;
    }

    private void learnBiasAtRest() {
        restMemory = Math.min(restMemory + 1, k.restMemorySamples);
        bx += (restGx - bx) / restMemory;
        by += (restGy - by) / restMemory;
        bz += (restGz - bz) / restMemory;
    }

    /**
     * A bias left over turns y away from where the accelerometer pulls it: y x v is that pull as a rotation. A pull faster
     * than any bias is something else, a blow or a wrong start, and counts no more than the largest bias would.
     */
    private void learnBiasInMotion() {
        motionSamples++;
        if ((motionSamples & GAIN_INTERVAL_MASK) == 0) {
            long age = Math.max(k.secondSamples, restMemory > 0 || hasSeenAbsurd ? carried : carried - k.holdSamples);
            long gainQ64 = (k.biasGainAgeQ52 / age) << 12;
            biasGainQ64 = Math.max(k.biasGainMinQ64, Math.min(gainQ64, k.biasGainMaxQ64));
            headingGainQ64 = headingGain();
        }
        long hx = vx << 10;
        long hy = vy << 10;
        long hz = vz << 10;
        long cx = Math.multiplyHigh(yy, hz) - Math.multiplyHigh(yz, hy);
        long cy = Math.multiplyHigh(yz, hx) - Math.multiplyHigh(yx, hz);
        long cz = Math.multiplyHigh(yx, hy) - Math.multiplyHigh(yy, hx);
        bx = Fixed.clamp(bx + Fixed.mulQ64(Fixed.clamp(cx, k.pullClip), biasGainQ64), k.biasClipQ20);
        by = Fixed.clamp(by + Fixed.mulQ64(Fixed.clamp(cy, k.pullClip), biasGainQ64), k.biasClipQ20);
        bz = Fixed.clamp(bz + Fixed.mulQ64(Fixed.clamp(cz, k.pullClip), biasGainQ64), k.biasClipQ20);
    }

    private long headingGain() {
        return Math.multiplyHigh(biasGainQ64 << 6, k.headingQ58);
    }

    /**
     * The turning about up, (rate . m) m / g^2, with the same gain: its mean over many strides is an offset. Here m is up as
     * the sensor sees it in the mean; up of the moment nods with the strides as the turning does, and their product would
     * pass for an offset about the other axes.
     */
    private void learnBiasAboutUp(int gx, int gy, int gz) {
        mx += Math.multiplyHigh(yx - mx, k.meanUpAlphaQ64);
        my += Math.multiplyHigh(yy - my, k.meanUpAlphaQ64);
        mz += Math.multiplyHigh(yz - mz, k.meanUpAlphaQ64);
        // Rates in Q30 against m in Q28: their products arrive in Q-6.
        long turn = Math.multiplyHigh((((long) gx << RATE_BITS) - bx) << 10, mx)
                + Math.multiplyHigh((((long) gy << RATE_BITS) - by) << 10, my)
                + Math.multiplyHigh((((long) gz << RATE_BITS) - bz) << 10, mz);
        long turnQ10 = Fixed.clamp(turn, MAX_TURN) << 16;
        bx = Fixed.clamp(bx + Fixed.mulQ64(Math.multiplyHigh(turnQ10, mx), headingGainQ64), k.biasClipQ20);
        by = Fixed.clamp(by + Fixed.mulQ64(Math.multiplyHigh(turnQ10, my), headingGainQ64), k.biasClipQ20);
        bz = Fixed.clamp(bz + Fixed.mulQ64(Math.multiplyHigh(turnQ10, mz), headingGainQ64), k.biasClipQ20);
    }

    private static long squared(long x, long y, long z) {
        return x * x + y * y + z * z;
    }

    /** Low-passed specific force, um/s^2: points up, its length is about gravity. */
    public int upX() {
        return (int) (yx >> FORCE_BITS);
    }

    public int upY() {
        return (int) (yy >> FORCE_BITS);
    }

    public int upZ() {
        return (int) (yz >> FORCE_BITS);
    }

    /** Estimated gyro bias, urad/s. */
    public int biasXUrads() {
        return (int) (bx >> RATE_BITS);
    }

    public int biasYUrads() {
        return (int) (by >> RATE_BITS);
    }

    public int biasZUrads() {
        return (int) (bz >> RATE_BITS);
    }

    /** True while the sensor has lain still long enough to learn its bias. */
    public boolean isAtRest() {
        return stillSamples == k.restSamples;
    }

    /** True once the running mean of the start has handed over to the low-pass. */
    public boolean isSettled() {
        return age > k.meanSamples;
    }

    /** True once the bias was learned at rest, or has had this long in motion to be found. */
    public boolean isBiasKnown(long motionSamplesNeeded) {
        return restMemory > 0 || motionSamples >= motionSamplesNeeded;
    }

    /** Samples since the (re)start. */
    public long age() {
        return age;
    }

    /** Forward tilt in the plane of x and z, 1/1000 degree: positive when the top of the sensor goes forward (+x). */
    public int pitchMdeg() {
        return Cordic.bamToMdeg(Cordic.atan2Bam(-yx, yz));
    }
}
