package org.holdline.hardware;

/** A rectangle on a board, mm, y downwards. */
record Box(double left, double top, double right, double bottom) {
    Box moved(double x, double y) {
        return new Box(left + x, top + y, right + x, bottom + y);
    }

    /** As seen through the board. */
    Box mirrored() {
        return new Box(-right, top, -left, bottom);
    }

    /** Counterclockwise as seen, by a multiple of 90 degrees. */
    Box turned(int degrees) {
        return switch (Math.floorMod(degrees, 360)) {
            case 0 -> this;
            case 90 -> new Box(top, -right, bottom, -left);
            case 180 -> new Box(-right, -bottom, -left, -top);
            case 270 -> new Box(-bottom, left, -top, right);
            default -> throw new IllegalArgumentException("turn: " + degrees + ", expected a multiple of 90");
        };
    }

    double middleX() {
        return (left + right) / 2;
    }

    double middleY() {
        return (top + bottom) / 2;
    }

    /** From middle to middle. */
    double distanceTo(Box other) {
        return Math.hypot(middleX() - other.middleX(), middleY() - other.middleY());
    }

    boolean overlaps(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean isWithin(Box other) {
        return left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom;
    }
}
