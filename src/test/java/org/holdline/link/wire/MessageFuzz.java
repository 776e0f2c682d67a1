package org.holdline.link.wire;

import java.util.Arrays;
import java.util.List;

/** Any payload of any message: the receiver takes it or counts it, and each accessor reads what the schema says stands there. */
public final class MessageFuzz {
    private static final List<Schema.Part> PARTS = Schema.load().parts();
    private static final int MOST_PAYLOAD = 244;

    private MessageFuzz() {}

    /** The first byte chooses the message, the rest is its payload. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0) {
            Schema.Part part = PARTS.get((input[0] & 0xFF) % PARTS.size());
            check(part, Arrays.copyOfRange(input, 1, Math.min(input.length, 1 + MOST_PAYLOAD)));
        }
    }

    private static void check(Schema.Part part, byte[] payload) {
        byte[] wire = PlainWire.wire(PlainWire.frame(part.flags(), part.id(), 0, payload));
        Side sender = part.fromHost() ? Side.HOST : Side.CLIP;
        WireFuzz.stream(sender, wire);
        new FrameReader(sender, new FrameSink() {
                    @Override
                    public void frame(Frame frame) {
                        compare(part, payload, frame);
                    }

                    @Override
                    public void refused(Frame frame, int code, int detail) {}
                })
                .feed(wire, 0, wire.length);
    }

    private static void compare(Schema.Part part, byte[] payload, Frame frame) {
        View view = frame.read(Views.ALL.get(part.constantName()).get());
        for (Schema.Field field : part.fields()) {
            if (!field.name().equals("reserved") && !field.type().contains("[")) {
                long mask = (1L << (8 * field.bytes())) - 1;
                long written = Messages.number(part, payload, field.name());
                long read = ViewsTest.read(view, field.name());
                need((written & mask) == (read & mask), part, field.name());
            }
        }
        if (view instanceof ImuBatch batch) {
            need(samples(batch).equals(Messages.fields(part, payload).replaceAll(".*samples=", "")), part, "samples");
        }
        need(view.tailBytes() == payload.length - part.bytes(), part, "tail");
    }

    private static String samples(ImuBatch batch) {
        StringBuilder out = new StringBuilder();
        for (int sample = 0; sample < batch.count(); sample++) {
            for (int axis = 0; axis < batch.sampleBytes() / 2; axis++) {
                out.append(out.isEmpty() ? "" : ",").append(batch.value(sample, axis));
            }
        }
        return out.toString();
    }

    private static void need(boolean holds, Schema.Part part, String name) {
        if (!holds) {
            throw new AssertionError(part.constantName() + " reads otherwise: " + name);
        }
    }
}
