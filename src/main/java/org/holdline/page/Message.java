package org.holdline.page;

import java.nio.charset.StandardCharsets;

/** One server-sent event; made once, whoever gets it. Its bytes are never changed. */
final class Message {
    private final long madeMs;
    private final byte[] bytes;

    /**
     * @param event its name
     * @param madeMs from the server's start to the making of the message; browsers tell by it how late they are
     * @param json one line, with its end
     */
    Message(String event, long madeMs, byte[] json) {
        this.madeMs = madeMs;
        byte[] head = ("event: " + event + "\nid: " + madeMs + "\ndata: ").getBytes(StandardCharsets.UTF_8);
        bytes = new byte[head.length + json.length + 1];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(json, 0, bytes, head.length, json.length);
        bytes[bytes.length - 1] = '\n';
    }

    long madeMs() {
        return madeMs;
    }

    byte[] bytes() {
        return bytes;
    }
}
