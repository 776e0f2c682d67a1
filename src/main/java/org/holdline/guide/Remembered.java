package org.holdline.guide;

/** Where choices outlive a run. */
public interface Remembered {
    /** What was kept last, or that of a newcomer. Never fails: what cannot be read is told once and started afresh. */
    Memory recall();

    /** Keeps it. Never fails: what cannot be written is told, and the run goes on. */
    void keep(Memory memory);
}
