package org.holdline.clip.virtual;

/** Three numbers along the axes of some frame. Mutable slot of the polling thread. */
final class Vector {
    double x;
    double y;
    double z;

    void set(double newX, double newY, double newZ) {
        x = newX;
        y = newY;
        z = newZ;
    }

    void add(Vector other, double factor) {
        x += factor * other.x;
        y += factor * other.y;
        z += factor * other.z;
    }
}
