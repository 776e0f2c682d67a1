package org.holdline.bus;

/**
 * A GPIO line that is watched.
 *
 * <p><b>Thread-safe.</b>
 */
public interface InputLine extends AutoCloseable {
    /** Told of each edge, on the line's own thread; must neither block nor throw. */
    @FunctionalInterface
    interface Edges {
        /**
         * One edge.
         *
         * @param timeNs of the edge on the clock of {@code System.nanoTime}, taken by the kernel in its interrupt
         * @param sequence number of the edge on this line, one more than that of the edge before; 0 = not known
         */
        void edge(long timeNs, boolean rising, int sequence);
    }

    /** Where it is, for people: {@code /dev/gpiochip0 line 17}. */
    String where();

    /** What the line is at: 1 high, 0 low, or minus the errno. */
    int sense();

    /** Edges that came faster than they were taken, and are lost. */
    long lostEdges();

    /** Stops watching; afterwards no edge is told. */
    @Override
    void close();
}
