package org.holdline.clip;

import java.io.IOException;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;

/** A source of samples. Not thread-safe: one thread polls and closes it. */
public interface Clip extends AutoCloseable {
    /** What {@link #poll} answers. */
    enum Answer {
        /** The slot holds the next sample. */
        SAMPLE,
        /** Nothing yet; poll again. */
        NOTHING,
        /** The stream has ended. */
        END
    }

    StreamInfo info();

    /**
     * Fills the slot with the next sample. All fields of the slot are written, so a slot may be reused.
     *
     * @throws IOException when the source can deliver no more and did not end by itself
     */
    Answer poll(Sample slot) throws IOException;

    /**
     * False while the source is lost and looks for itself again; no sample can come, and nothing may be left running on
     * its account. A source that is merely slow delivers.
     */
    default boolean isDelivering() {
        return true;
    }

    /** Of the sample that was polled last, or null when the source reads within {@link #poll} or plays. */
    default @Nullable ReadTime readTime() {
        return null;
    }

    @Override
    void close() throws IOException;
}
