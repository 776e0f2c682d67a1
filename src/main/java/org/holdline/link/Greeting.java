package org.holdline.link;

import java.util.Locale;
import org.holdline.link.wire.FrameWriter;
import org.holdline.link.wire.HelloRequest;
import org.holdline.link.wire.HelloResponse;
import org.holdline.link.wire.Protocol;
import org.jspecify.annotations.Nullable;

/** HELLO until it is answered, and whether the answer fits. */
public final class Greeting {
    private static final long MS = 1_000_000;

    private final HelloRequest request = new HelloRequest();
    private final HelloResponse response = new HelloResponse();
    private final int hostSession;
    private final Txns txns;
    private boolean pending;
    private int txn;
    private long dueNs;

    Greeting(int hostSession, Txns txns) {
        this.hostSession = hostSession;
        this.txns = txns;
    }

    void begin(long nowNs) {
        pending = true;
        txn = txns.next();
        dueNs = nowNs;
    }

    void end() {
        pending = false;
    }

    boolean isPending() {
        return pending;
    }

    boolean isAnsweredBy(int answeredTxn) {
        return pending && answeredTxn == txn;
    }

    long dueNs() {
        return pending ? dueNs : Long.MAX_VALUE;
    }

    HelloResponse view() {
        return response;
    }

    HelloRequest write(FrameWriter writer, long nowNs) {
        dueNs = nowNs + Protocol.HELLO_RETRY_MS * MS;
        writer.begin(request);
        request.setTxn(txn);
        request.setVersionMin(Protocol.VERSION_MIN);
        request.setVersionMax(Protocol.VERSION_MAX);
        request.setMaxPayloadBytes(Protocol.MAX_PAYLOAD_BYTES);
        request.setHostSession(hostSession);
        request.setSchemaCrc(Protocol.SCHEMA_CRC);
        return request;
    }

    /** What keeps this clip from being the one, or null. */
    public static @Nullable String misfit(HelloResponse hello, @Nullable String wantedSerial) {
        String serial = ClipIdentity.serialOf(hello);
        String firmware = hello.firmwareMajor() + "." + hello.firmwareMinor() + "." + hello.firmwarePatch();
        if (hello.versionAgreed() > Protocol.VERSION_MAX || hello.versionAgreed() < Protocol.VERSION_MIN) {
            return String.format(
                    Locale.ROOT,
                    "clip %s, firmware %s, speaks versions %d..%d of the link and this program %d..%d",
                    serial,
                    firmware,
                    hello.versionMin(),
                    hello.versionMax(),
                    Protocol.VERSION_MIN,
                    Protocol.VERSION_MAX);
        }
        if (wantedSerial != null && !wantedSerial.equals(serial)) {
            return "clip " + serial + " answers, expected " + wantedSerial;
        }
        return null;
    }
}
