package org.holdline.link;

/** An open byte stream in both directions. One thread reads, one writes; {@link #close} is any thread's. */
public interface BytePipe {
    /** What {@link #read} answers when the other end has gone. */
    int GONE = -1;

    /** Waits up to about 100 ms; how many bytes came, 0 for none, or {@link #GONE}. */
    int read(byte[] into);

    /** Waits until the bytes are taken or the pipe is closed; false when they were not. */
    boolean write(byte[] bytes, int length);

    /** Frees a reader and a writer that wait; may be called any number of times. */
    void close();
}
