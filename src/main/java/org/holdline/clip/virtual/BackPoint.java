package org.holdline.clip.virtual;

/**
 * One place on the back and the clip on it: attitude, angular velocity and specific force at an instant.
 *
 * <p>Attitude is a twice differentiable function of time; angular velocity and acceleration are its exact derivatives, and
 * the specific force is that of the clip's own point, lever arm and skin included. So gyro and accelerometer agree with
 * each other and with the attitude by construction.
 */
final class BackPoint {
    private static final double RAD_PER_DEG = Math.PI / 180;

    private final BackTraits traits;
    private final boolean upper;

    private final Jet pitch = new Jet();
    private final Jet roll = new Jet();
    private final Jet yaw = new Jet();
    private final Jet scratch = new Jet();
    private final Jet forward = new Jet();
    private final Jet left = new Jet();
    private final Jet up = new Jet();

    private final Vector omega = new Vector();
    private final Vector alpha = new Vector();
    private final Vector force = new Vector();
    private final Vector upward = new Vector();

    /** Angular velocity in the sensor's frame, rad/s. */
    final Vector gyroRadS = new Vector();

    /** Specific force in the sensor's frame, m/s^2. */
    final Vector accelMS2 = new Vector();

    /** Direction of up in the sensor's frame, unit length. */
    final Vector upInSensor = new Vector();

    BackPoint(BackTraits traits, boolean upper) {
        this.traits = traits;
        this.upper = upper;
    }

    /** Attitude of the clip before mounting, rad. */
    Jet pitch() {
        return pitch;
    }

    Jet roll() {
        return roll;
    }

    Jet yaw() {
        return yaw;
    }

    /** Angular velocity, rad/s, and specific force, m/s^2, before mounting. */
    Vector omega() {
        return omega;
    }

    Vector force() {
        return force;
    }

    /** The clip's place on the segment against the body's centre of mass, m. */
    Jet forward() {
        return forward;
    }

    Jet left() {
        return left;
    }

    Jet up() {
        return up;
    }

    /**
     * Works out the instant.
     *
     * @param groundG force of the ground per mass, g, along the world's axes
     */
    void evaluate(double timeS, Posture held, Phasor phasor, StepTrain steps, double[] groundG) {
        traits.skin.evaluate(timeS, steps.before(), steps.now());
        evaluateAngles(held, phasor);
        evaluateRotation();
        evaluateForce(groundG);
        traits.mounting.toSensor(omega, gyroRadS);
        traits.mounting.toSensor(force, accelMS2);
        traits.mounting.toSensor(upward, upInSensor);
    }

    private void evaluateAngles(Posture held, Phasor phasor) {
        pitch.clear();
        pitch.add(upper ? held.thoracolumbarPitch() : held.sacralPitch(), RAD_PER_DEG);
        pitch.add(traits.skin.pitch, 1);
        roll.clear();
        roll.add(held.roll(), RAD_PER_DEG);
        roll.add(traits.skin.roll, 1);
        yaw.clear();
        addGait(traits.walk, phasor, held.walkWeight());
        addGait(traits.run, phasor, held.runWeight());
    }

    private void addGait(BackTraits.Rotation gait, Phasor phasor, Jet weight) {
        if (weight.value == 0 && weight.rate == 0) {
            return;
        }
        gait.tilt().addTo(phasor, weight, scratch, pitch);
        gait.obliquity().addTo(phasor, weight, scratch, roll);
        gait.turn().addTo(phasor, weight, scratch, yaw);
    }

    /** Body-frame angular velocity and acceleration of yaw, then pitch, then roll; and up in the segment. */
    private void evaluateRotation() {
        double sp = Angles.sin(pitch.value);
        double cp = Angles.cos(pitch.value);
        double sr = Angles.sin(roll.value);
        double cr = Angles.cos(roll.value);
        double dy = yaw.rate;
        double dp = pitch.rate;
        double dr = roll.rate;
        omega.set(dr - dy * sp, dp * cr + dy * cp * sr, -dp * sr + dy * cp * cr);
        alpha.set(
                roll.accel - yaw.accel * sp - dy * dp * cp,
                pitch.accel * cr - dp * dr * sr + yaw.accel * cp * sr - dy * dp * sp * sr + dy * dr * cp * cr,
                -pitch.accel * sr - dp * dr * cr + yaw.accel * cp * cr - dy * dp * sp * cr - dy * dr * cp * sr);
        upward.set(-sp, cp * sr, cp * cr);
    }

    /** Force of the ground turned into the segment, plus what the clip's own motion on the segment adds. */
    private void evaluateForce(double[] groundG) {
        forward.clear();
        forward.add(traits.skin.forward, 1);
        forward.add(traits.leverForwardM);
        left.clear();
        left.add(traits.skin.left, 1);
        up.clear();
        up.add(traits.skin.up, 1);
        up.add(traits.leverUpM);

        // The segment's own axes as seen from the world: forward and left turn with the yaw, up does not.
        double sy = Angles.sin(yaw.value);
        double cy = Angles.cos(yaw.value);
        double facing = groundG[0] * cy + groundG[1] * sy;
        double sideways = -groundG[0] * sy + groundG[1] * cy;
        double sp = -upward.x;
        double cp = Math.sqrt(1 - sp * sp);
        double sr = upward.y / cp;
        double cr = upward.z / cp;
        double downFacing = facing * sp + groundG[2] * cp;
        force.set(
                Step.GRAVITY_MS2 * (facing * cp - groundG[2] * sp),
                Step.GRAVITY_MS2 * (sideways * cr + downFacing * sr),
                Step.GRAVITY_MS2 * (-sideways * sr + downFacing * cr));
        addMotionOnSegment();
    }

    /** d'' + alpha x d + omega x (omega x d) + 2 omega x d', with d the clip's place on the segment. */
    private void addMotionOnSegment() {
        double x = forward.value;
        double y = left.value;
        double z = up.value;
        double sweepX = omega.y * z - omega.z * y + 2 * forward.rate;
        double sweepY = omega.z * x - omega.x * z + 2 * left.rate;
        double sweepZ = omega.x * y - omega.y * x + 2 * up.rate;
        force.x += forward.accel + alpha.y * z - alpha.z * y + omega.y * sweepZ - omega.z * sweepY;
        force.y += left.accel + alpha.z * x - alpha.x * z + omega.z * sweepX - omega.x * sweepZ;
        force.z += up.accel + alpha.x * y - alpha.y * x + omega.x * sweepY - omega.y * sweepX;
    }
}
