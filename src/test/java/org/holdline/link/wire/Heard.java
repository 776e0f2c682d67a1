package org.holdline.link.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A reader and all it delivered, in the words of {@link PlainReceiver}. */
final class Heard implements FrameSink {
    final FrameReader reader;
    private final List<String> deliveries = new ArrayList<>();

    Heard(Side sender) {
        reader = new FrameReader(sender, this);
    }

    Heard feed(byte[] stream) {
        reader.feed(stream, 0, stream.length);
        return this;
    }

    void feedInPortions(byte[] stream, Random random) {
        int at = 0;
        while (at < stream.length) {
            int length = Math.min(stream.length - at, 1 + random.nextInt(40));
            reader.feed(stream, at, length);
            at += length;
        }
    }

    @Override
    public void frame(Frame frame) {
        deliveries.add(frame.type() + "." + frame.flags() + "." + frame.seq());
    }

    @Override
    public void refused(Frame frame, int code, int detail) {
        deliveries.add("!" + code + "." + frame.txn());
    }

    String counted() {
        List<String> words = new ArrayList<>();
        List<Schema.Counter> counters = Schema.load().counters();
        for (int i = 0; i < counters.size(); i++) {
            if (reader.count(i) != 0) {
                words.add(counters.get(i).name() + "=" + reader.count(i));
            }
        }
        return String.join(" ", words);
    }

    /** Deliveries from this one on. */
    List<String> since(int first) {
        return List.copyOf(deliveries.subList(first, deliveries.size()));
    }

    String delivered() {
        return deliveries.isEmpty() ? "-" : String.join(" ", deliveries);
    }
}
