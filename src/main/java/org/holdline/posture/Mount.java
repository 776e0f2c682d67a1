package org.holdline.posture;

import org.holdline.fixed.Cordic;
import org.holdline.fixed.Fixed;

/**
 * How one sensor sits on the body: its vertical from standing, its medio-lateral axis from forward bends, the nominal axes
 * where those are missing. Solved once, before running, and then left alone: every later angle is relative to it.
 */
public final class Mount {
    private static final int Q = 30;
    private static final long ONE = 1L << Q;

    /** cos 30 degrees: farther off, the clip was not mounted as asked. */
    private static final long COS_LIMIT_Q30 = 929_887_697;

    /** cos 10 degrees. */
    private static final long COS_FAR_Q30 = 1_057_429_273;

    /** Share of the turning that one axis must hold in a bend, per cent. */
    private static final int MIN_AXIS_SHARE_PCT = 85;

    /** Bends that turn less than this in all (rms about 6 deg/s over 2 s at 100 Hz) name no axis; (mrad/s)^2. */
    private static final long MIN_BEND_ENERGY = 2_000_000;

    /** Mean pitch of the bends that shows a clip worn back to front, 1/1000 degree. */
    private static final int TURNED_MDEG = 3000;

    private static final int POWER_STEPS = 40;

    private long standX;
    private long standY;
    private long standZ;
    private long standCount;

    // Second moments of the angular rate in the bends, (mrad/s)^2.
    private long bxx;
    private long bxy;
    private long bxz;
    private long byy;
    private long byz;
    private long bzz;

    // Sum of the up vectors in the bends: says which way forward is.
    private long bentX;
    private long bentY;
    private long bentZ;

    // Rows of the rotation from sensor to body, Q30.
    private long forwardX = ONE;
    private long forwardY;
    private long forwardZ;
    private long leftX;
    private long leftY = ONE;
    private long leftZ;
    private long upX;
    private long upY;
    private long upZ = ONE;
    private boolean solved;
    private boolean fromBends;
    private boolean nominal = true;
    private MountWay way = MountWay.AS_ASKED;

    // Scratch vector of the solver.
    private long wx;
    private long wy;
    private long wz;

    /** Up vector of one sample of quiet standing, um/s^2. */
    public void stand(int x, int y, int z) {
        standX += x;
        standY += y;
        standZ += z;
        standCount++;
    }

    /** One sample of a forward bend: angular rate without bias, urad/s, and the up vector, um/s^2. */
    public void bend(int gx, int gy, int gz, int upX, int upY, int upZ) {
        bentX += upX;
        bentY += upY;
        bentZ += upZ;
        long x = gx / 1000;
        long y = gy / 1000;
        long z = gz / 1000;
        bxx += x * x;
        bxy += x * y;
        bxz += x * z;
        byy += y * y;
        byz += y * z;
        bzz += z * z;
    }

    public boolean hasStand() {
        return standCount > 0;
    }

    /** True when a direction is more than 10 degrees from the mean of the stand so far. */
    public boolean isFarFromStand(int x, int y, int z) {
        if (standCount == 0) {
            return false;
        }
        unit(standX, standY, standZ);
        long sx = wx;
        long sy = wy;
        long sz = wz;
        unit(x, y, z);
        return dot(sx, sy, sz, wx, wy, wz) < COS_FAR_Q30;
    }

    /** A new stand before the first run replaces the old one. */
    public void forgetStand() {
        standX = 0;
        standY = 0;
        standZ = 0;
        standCount = 0;
    }

    /** Before the rotation is fixed: does a walking body's up vector look like the asked mounting? */
    public void look(int x, int y, int z) {
        if (!solved) {
            unit(x, y, z);
            nominal = wz >= COS_LIMIT_Q30;
        }
    }

    /** Fixes the rotation. Without a stand the given up vector (of the first stride) stands in for it. */
    public void solve(long spareX, long spareY, long spareZ) {
        solved = true;
        if (standCount > 0) {
            unit(standX, standY, standZ);
        } else {
            unit(spareX, spareY, spareZ);
        }
        upX = wx;
        upY = wy;
        upZ = wz;
        nominal = upZ >= COS_LIMIT_Q30;
        boolean named = bendAxis();
        // An axis that is clear but points elsewhere is a clip turned on the back.
        fromBends = named && wy >= COS_LIMIT_Q30;
        nominal &= fromBends || !named;
        if (!fromBends) {
            // Nominal left, unless the sensor's own left points up or down.
            wx = Math.abs(upY) > COS_LIMIT_Q30 ? ONE : 0;
            wy = ONE - wx;
            wz = 0;
        }
        long along = dot(wx, wy, wz, upX, upY, upZ);
        unit(wx - mul(along, upX), wy - mul(along, upY), wz - mul(along, upZ));
        leftX = wx;
        leftY = wy;
        leftZ = wz;
        forwardX = mul(leftY, upZ) - mul(leftZ, upY);
        forwardY = mul(leftZ, upX) - mul(leftX, upZ);
        forwardZ = mul(leftX, upY) - mul(leftY, upX);
        if (bentX != 0 || bentY != 0 || bentZ != 0) {
            // Whoever bends forward by the clip's own account backward wears it back to front.
            boolean turned = pitchMdeg(bentX, bentY, bentZ) <= -TURNED_MDEG;
            nominal &= !turned;
            if (turned && fromBends) {
                turnAbout();
            }
        }
        way = way(named);
    }

    /** The bends say which way forward is, whatever the clip's own axes say. */
    private void turnAbout() {
        leftX = -leftX;
        leftY = -leftY;
        leftZ = -leftZ;
        forwardX = -forwardX;
        forwardY = -forwardY;
        forwardZ = -forwardZ;
    }

    private MountWay way(boolean named) {
        if (nominal) {
            return MountWay.AS_ASKED;
        }
        if (upZ <= -COS_LIMIT_Q30) {
            return MountWay.UPSIDE_DOWN;
        }
        if (upZ < COS_LIMIT_Q30) {
            return MountWay.TILTED;
        }
        return named && !fromBends ? MountWay.TURNED : MountWay.BACK_TO_FRONT;
    }

    /** How the clip sits, in words that help to put it right. */
    public MountWay way() {
        return way;
    }

    /** True when angles can be told though the clip sits otherwise than asked: the bends have shown its axes. */
    public boolean isCorrected() {
        return fromBends && (way == MountWay.UPSIDE_DOWN || way == MountWay.BACK_TO_FRONT);
    }

    /** Mean forward pitch over the bends, 1/1000 degree; 0 without any. */
    int bendPitchMdeg() {
        return bentX == 0 && bentY == 0 && bentZ == 0 ? 0 : pitchMdeg(bentX, bentY, bentZ);
    }

    /** Power iteration for the axis of the bends into the scratch vector; false when they name none. */
    private boolean bendAxis() {
        long trace = bxx + byy + bzz;
        if (trace < MIN_BEND_ENERGY) {
            return false;
        }
        int down = Math.max(0, 34 - Long.numberOfLeadingZeros(trace));
        // From the sensor's own axis that turned most: another one may stand exactly across the axis sought.
        wx = bxx > byy && bxx >= bzz ? ONE : 0;
        wz = bzz > byy && bzz > bxx ? ONE : 0;
        wy = ONE - wx - wz;
        long length = 0;
        for (int i = 0; i < POWER_STEPS; i++) {
            long nx = (bxx >> down) * wx + (bxy >> down) * wy + (bxz >> down) * wz;
            long ny = (bxy >> down) * wx + (byy >> down) * wy + (byz >> down) * wz;
            long nz = (bxz >> down) * wx + (byz >> down) * wy + (bzz >> down) * wz;
            length = unit(nx, ny, nz);
        }
        // length is the largest eigenvalue times 2^30 as long as the sums were not scaled further in unit().
        return length / ((trace >> down) / 100 + 1) >= (long) MIN_AXIS_SHARE_PCT << Q;
    }

    /** Scales a vector to length 1 in Q30 into the scratch vector; answers its length. The null vector becomes z. */
    private long unit(long x, long y, long z) {
        long largest = Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z)));
        if (largest == 0) {
            wx = 0;
            wy = 0;
            wz = ONE;
            return 0;
        }
        int shift = Long.numberOfLeadingZeros(largest) - 34;
        long sx = shift >= 0 ? x << shift : x >> -shift;
        long sy = shift >= 0 ? y << shift : y >> -shift;
        long sz = shift >= 0 ? z << shift : z >> -shift;
        long length = Fixed.sqrt(sx * sx + sy * sy + sz * sz);
        wx = Fixed.divideRounded(sx << Q, length);
        wy = Fixed.divideRounded(sy << Q, length);
        wz = Fixed.divideRounded(sz << Q, length);
        return shift >= 0 ? length >> shift : length << -shift;
    }

    public boolean isSolved() {
        return solved;
    }

    /** False when the sensor was mounted otherwise than asked: an axis more than 30 degrees off, or back to front. */
    public boolean isNominal() {
        return nominal;
    }

    /** True when the medio-lateral axis was measured, false when the nominal one was assumed. */
    public boolean isFromBends() {
        return fromBends;
    }

    /** Forward pitch of a direction given in the sensor frame (any length up to 2^62), 1/1000 degree. */
    public int pitchMdeg(long x, long y, long z) {
        int shift =
                Math.max(0, 33 - Long.numberOfLeadingZeros(Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z)))));
        long sx = x >> shift;
        long sy = y >> shift;
        long sz = z >> shift;
        long forward = dot(forwardX, forwardY, forwardZ, sx, sy, sz);
        long up = dot(upX, upY, upZ, sx, sy, sz);
        return Cordic.bamToMdeg(Cordic.atan2Bam(-forward, up));
    }

    /** Angular rate about the body's forward axis, urad/s: positive lifts the left side. */
    public int rollUrads(int gx, int gy, int gz) {
        return (int) dot(forwardX, forwardY, forwardZ, gx, gy, gz);
    }

    /** Roll of a direction given in the sensor frame, 1/1000 degree: positive with the left side up. */
    public int rollMdeg(long x, long y, long z) {
        int shift =
                Math.max(0, 33 - Long.numberOfLeadingZeros(Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z)))));
        long left = dot(leftX, leftY, leftZ, x >> shift, y >> shift, z >> shift);
        long up = dot(upX, upY, upZ, x >> shift, y >> shift, z >> shift);
        return Cordic.bamToMdeg(Cordic.atan2Bam(left, up));
    }

    /** The clip sits anew: this direction is the vertical of the body that stands, and left is what it was, as near as can be. */
    void reseat(long x, long y, long z) {
        unit(x, y, z);
        upX = wx;
        upY = wy;
        upZ = wz;
        nominal = upZ >= COS_LIMIT_Q30;
        way = way(false);
        long along = dot(leftX, leftY, leftZ, upX, upY, upZ);
        unit(leftX - mul(along, upX), leftY - mul(along, upY), leftZ - mul(along, upZ));
        leftX = wx;
        leftY = wy;
        leftZ = wz;
        forwardX = mul(leftY, upZ) - mul(leftZ, upY);
        forwardY = mul(leftZ, upX) - mul(leftX, upZ);
        forwardZ = mul(leftX, upY) - mul(leftY, upX);
        fromBends = false;
    }

    /** Part of a vector of the sensor frame, each component below 2^31, along the body's forward axis. */
    public int forward(int x, int y, int z) {
        return (int) dot(forwardX, forwardY, forwardZ, x, y, z);
    }

    /** Part along the body's axis to the left. */
    public int left(int x, int y, int z) {
        return (int) dot(leftX, leftY, leftZ, x, y, z);
    }

    private static long dot(long ax, long ay, long az, long bx, long by, long bz) {
        return (ax * bx + ay * by + az * bz) >> Q;
    }

    private static long mul(long a, long b) {
        return (a * b) >> Q;
    }
}
