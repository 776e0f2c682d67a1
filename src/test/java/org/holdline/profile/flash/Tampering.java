package org.holdline.profile.flash;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.holdline.link.wire.Frame;
import org.holdline.link.wire.FrameReader;
import org.holdline.link.wire.FrameSink;
import org.holdline.link.wire.FrameWriter;
import org.holdline.link.wire.HelloResponse;
import org.holdline.link.wire.Side;
import org.holdline.link.wire.Status;
import org.holdline.link.wire.View;

/** Makes a clip's greeting and status say something else than the emulated clip does. */
final class Tampering implements UnaryOperator<byte[]>, FrameSink {
    private final Consumer<HelloResponse> greeting;
    private final Consumer<Status> status;
    private final FrameReader reader = new FrameReader(Side.CLIP, this);
    private final FrameWriter writer = new FrameWriter();
    private byte[] out = new byte[0];

    Tampering(Consumer<HelloResponse> greeting, Consumer<Status> status) {
        this.greeting = greeting;
        this.status = status;
    }

    @Override
    public byte[] apply(byte[] bytes) {
        out = bytes;
        reader.feed(bytes, 0, bytes.length);
        return out;
    }

    @Override
    public void frame(Frame frame) {
        HelloResponse hello = new HelloResponse();
        Status heartbeat = new Status();
        if (frame.is(hello)) {
            greeting.accept(copied(frame.read(hello), new HelloResponse(), HelloResponse.BYTES));
        } else if (frame.is(heartbeat)) {
            status.accept(copied(frame.read(heartbeat), new Status(), Status.BYTES));
        } else {
            return;
        }
        out = Arrays.copyOf(writer.wire(), writer.finish(written, true));
    }

    private View written = new Status();

    private <T extends View> T copied(T from, T to, int bytes) {
        writer.begin(to);
        System.arraycopy(from.bytes(), from.tailAt() - bytes, to.bytes(), to.tailAt() - bytes, bytes);
        written = to;
        return to;
    }

    @Override
    public void refused(Frame frame, int code, int detail) {
        throw new AssertionError("the clip sent what is no message of its own");
    }
}
