package org.holdline.clip.virtual;

/** A quantity with its first and second derivative in time (per s, per s^2). Mutable slot of the polling thread. */
final class Jet {
    double value;
    double rate;
    double accel;

    void clear() {
        value = 0;
        rate = 0;
        accel = 0;
    }

    void set(Jet other) {
        value = other.value;
        rate = other.rate;
        accel = other.accel;
    }

    void add(double constant) {
        value += constant;
    }

    void add(Jet other, double factor) {
        value += factor * other.value;
        rate += factor * other.rate;
        accel += factor * other.accel;
    }

    void add(double v, double d1, double d2, double factor) {
        value += factor * v;
        rate += factor * d1;
        accel += factor * d2;
    }

    void addProduct(Jet a, Jet b) {
        value += a.value * b.value;
        rate += a.rate * b.value + a.value * b.rate;
        accel += a.accel * b.value + 2 * a.rate * b.rate + a.value * b.accel;
    }

    /** Adds f(x(t)), given f, f' and f'' at x and x(t) itself. */
    void addComposed(double f, double slope, double curvature, Jet x) {
        value += f;
        rate += slope * x.rate;
        accel += curvature * x.rate * x.rate + slope * x.accel;
    }
}
