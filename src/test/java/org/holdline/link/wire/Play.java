package org.holdline.link.wire;

import java.util.Arrays;
import java.util.List;
import org.holdline.link.emulated.ClipBody;
import org.holdline.link.emulated.EmulatedClip;
import org.holdline.link.emulated.EmulatedParams;
import org.holdline.link.emulated.ProfileMemory;

/**
 * Bytes that say what happens to a clip, so that a fuzzer reaches deep into it and so that two clips can be given the same.
 * What each byte means: {@code firmware-protocol/events.md}.
 */
public final class Play {
    static final long START_US = 4_290_000_000L;
    static final int LONGEST_MS = 30_000;

    private static final int MOST_PAYLOAD = 244;
    private static final int REQUEST = 1;
    private static final int RESPONSE = 2;

    /** Told of all that happens, in this order. */
    interface Watch {
        /** A byte is about to come in. */
        void byteComes(byte next);

        /** What has come of a frame so far is forgotten: the line was cut, or the clip starts anew. */
        void lineCut();

        /** The clip has dealt with what happened, or with the passing of time. */
        void stepped(EmulatedClip clip, long ms);

        /** The clip puts a frame on the line. */
        void said(byte[] wire);
    }

    private final byte[] input;
    private final Watch watch;
    private final DialogueMemory memory = new DialogueMemory();
    private final Schema schema = Schema.load();
    private int next;
    private int bootId = (int) Dialogues.BOOT_ID;
    private EmulatedClip clip;
    private boolean contact;
    private boolean charger;
    private long ms;
    private int seq;
    private int lastTxn;
    private Schema.Part lastPart;
    private byte[] lastPayload;

    private Play(byte[] input, Watch watch) {
        this.input = input;
        this.watch = watch;
        memory.happens("storage - -");
        memory.happens("challenge " + CalibrationDialogues.CHALLENGE);
    }

    static void run(byte[] input, Watch watch) {
        new Play(input, watch).run();
    }

    private void run() {
        boot();
        while (next < input.length && ms < LONGEST_MS) {
            int operation = take();
            int more = operation >> 3;
            switch (operation & 7) {
                case 0 -> pass(1 + more);
                case 1 -> pass(50 + 50 * more);
                case 2 -> hear(taken(Math.min(1 + more, input.length - next)));
                case 3 -> anyFrame(more);
                case 4 -> hello(more);
                case 5 -> cue(more);
                case 6 -> happen(more % 16);
                default -> common(more % 8);
            }
        }
    }

    private int take() {
        return next < input.length ? input[next++] & 0xFF : 0;
    }

    private byte[] taken(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) take();
        }
        return bytes;
    }

    private long nowUs() {
        return START_US + 1000 * ms;
    }

    private void stepped() {
        watch.stepped(clip, ms);
    }

    private void pass(int passingMs) {
        long end = Math.min(ms + passingMs, LONGEST_MS);
        while (ms < end) {
            long due = Math.ceilDiv(clip.dueUs() - START_US, 1000L);
            ms = Math.clamp(due, ms + 1, end);
            clip.passTo(nowUs());
            stepped();
        }
    }

    private void hear(byte[] bytes) {
        for (byte one : bytes) {
            watch.byteComes(one);
            clip.hear(new byte[] {one}, 1, nowUs());
            stepped();
        }
    }

    private void hearFrame(int versionFlags, int type, byte[] payload, int skipped) {
        seq += skipped;
        hear(PlainWire.wire(PlainWire.frame(versionFlags >> 4, versionFlags & 15, type, seq++ & 0xFFFF, payload)));
    }

    private void anyFrame(int more) {
        int versionFlags = take();
        int type = take();
        hearFrame(versionFlags, type, taken(Math.min(take(), MOST_PAYLOAD)), more < 16 ? more : more - 32);
    }

    private void request(String part, String fields) {
        lastTxn = lastTxn == 0xFFFF ? 1 : lastTxn + 1;
        lastPart = schema.part(part);
        lastPayload = Messages.payload(lastPart, "txn=" + lastTxn + " " + fields);
        again();
    }

    private void again() {
        if (lastPart != null) {
            hearFrame(PlainWire.spoken(lastPart.id()) << 4 | REQUEST, lastPart.id(), lastPayload, 0);
        }
    }

    private void hello(int more) {
        request(
                "HELLO_REQUEST",
                ((more & 24) == 24 ? "version_min=2 version_max=3" : "version_min=1 version_max=1")
                        + " max_payload_bytes=" + ((more & 4) != 0 ? 128 : 244) + " host_session=" + (1 + (more & 3))
                        + " schema_crc=" + (schema.crc() & 0xFFFFFFFFL));
    }

    private void cue(int more) {
        long ageUs = 2000L * (byte) take();
        int durationMs = 8 * take() + 1;
        int how = take();
        request(
                "CUE_REQUEST",
                "issued_us=" + ((nowUs() - ageUs) & 0xFFFFFFFFL) + " ttl_ms=" + (20 * more + 20) + " duration_ms="
                        + durationMs + " pattern=" + (1 + (how & 1)) + " intensity_pct=" + (how >> 1));
    }

    private void happen(int what) {
        switch (what) {
            case 0, 1 -> {
                contact = what == 0;
                clip.button(contact, nowUs());
            }
            case 2, 3 -> charge(what == 2);
            case 4 -> {
                clip.hangUp(nowUs());
                watch.lineCut();
            }
            case 5 -> {
                bootId++;
                boot();
            }
            case 10, 11 -> happensToMemory("battery " + (what == 10 ? 19 : 255));
            case 12, 13 -> happensToMemory("storage " + (what == 12 ? "dead" : "whole"));
            case 14, 15 -> happensToMemory("key " + (what == 14 ? CalibrationDialogues.KEY : "-"));
            default -> {}
        }
        stepped();
    }

    private void happensToMemory(String event) {
        memory.happens(event);
        clip.battery(memory.batteryPct);
    }

    private void charge(boolean connected) {
        if (connected != charger) {
            charger = connected;
            clip.charger(connected, nowUs());
        }
    }

    /** A clip that starts finds contact and charger as they are. */
    private void boot() {
        watch.lineCut();
        EmulatedParams params = new EmulatedParams("HLTEST000001", bootId, 2, List.of(100, 200), false);
        clip = new EmulatedClip(
                params.with(new ProfileMemory(memory, memory.key, () -> memory.challenge)),
                ClipBody.NONE,
                (bytes, length) -> {
                    watch.said(Arrays.copyOf(bytes, length));
                    return true;
                },
                nowUs());
        clip.battery(memory.batteryPct);
        clip.button(contact, nowUs());
        clip.charger(charger, nowUs());
        if (bootId == Dialogues.BOOT_ID) {
            stepped();
        }
    }

    private void common(int what) {
        switch (what) {
            case 0 -> streamCtrl(take());
            case 1 -> request("CUE_STOP_REQUEST", "");
            case 2 -> request("TIMESYNC_REQUEST", "host_sent_us=" + ms);
            case 3 ->
                hearFrame(
                        Protocol.VERSION_MAX << 4 | RESPONSE,
                        schema.part("BUTTON_RESPONSE").id(),
                        Messages.payload(schema.part("BUTTON_RESPONSE"), "txn=" + take()),
                        0);
            default -> again();
        }
    }

    private void streamCtrl(int what) {
        request(
                "STREAM_CTRL_REQUEST",
                "flags=" + (what & 3) + " batch_samples=" + (1 + (what >> 2 & 15)) + " rate_hz="
                        + ((what & 64) != 0 ? 200 : 100));
    }
}
