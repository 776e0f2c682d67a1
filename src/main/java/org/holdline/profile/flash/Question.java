package org.holdline.profile.flash;

import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.holdline.link.wire.Frame;
import org.holdline.link.wire.FrameWriter;
import org.holdline.link.wire.View;

/**
 * A request with its answer.
 *
 * @param request message to send
 * @param fill sets its fields; the number is its txn
 * @param answer message that is awaited
 * @param read takes out of the answer what counts, while the frame is there
 */
record Question<Q extends View, A extends View, R>(
        Q request, ObjIntConsumer<Q> fill, A answer, Function<A, R> read, long retryMs) {
    Q write(FrameWriter writer, int txn) {
        writer.begin(request);
        fill.accept(request, txn);
        return request;
    }

    boolean isAnsweredBy(Frame frame) {
        return frame.is(answer);
    }

    R readFrom(Frame frame) {
        return read.apply(frame.read(answer));
    }
}
