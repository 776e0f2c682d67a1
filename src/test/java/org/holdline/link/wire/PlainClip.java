package org.holdline.link.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The clip of the README as plainly as it can be said: an oracle for dialogues. It has no sensor and sends neither STATUS
 * nor LOG; its clock is whoever plays it.
 */
public final class PlainClip {
    /** A frame the clip sent, its payload in hexadecimal. */
    public record Said(long timeUs, String part, String payload) {}

    private record Reply(int txn, int type, int payloadCrc, String part, String payload, long timeUs) {}

    private record Played(long fromUs, long toUs) {}

    public final Deque<Said> said = new ArrayDeque<>();
    private final PlainButton button;

    private final Schema schema;
    private final String identity;
    private final Optional<PlainProfiles> profiles;
    private final List<Reply> stored = new ArrayList<>();
    private final List<Played> played = new ArrayList<>();

    private long nowUs;
    private String state = "WAITING";
    private long bootId;
    private long session = -1;
    private long hostPayloadBytes;
    private long heardUs;
    private boolean charging;
    private int rateHz = 200;
    private int batch = 4;

    private boolean playing;
    private int cueTxn;
    private long cueFromUs;
    private long cueToUs;

    private int cuesPlayed;
    private int cuesRefused;
    private int motorCuts;
    private int repliesRepeated;

    /**
     * A clip that starts.
     *
     * @param identity fields of the HELLO RESPONSE that never change
     * @param memory where it keeps profiles, when that is fitted
     */
    PlainClip(Schema schema, String identity, DialogueMemory memory, long bootId, long nowUs) {
        this.schema = schema;
        this.identity = memory.fitted ? identity.replace("capabilities=7", "capabilities=15") : identity;
        String serial = identity.replaceAll("^.* serial=| .*$", "");
        profiles = memory.fitted ? Optional.of(new PlainProfiles(this, schema, memory, serial)) : Optional.empty();
        this.bootId = bootId;
        this.nowUs = nowUs;
        button = new PlainButton(this);
    }

    public String value(String name) {
        return switch (name) {
            case "state" -> state;
            case "playing" -> playing ? "1" : "0";
            case "muted" -> button.muted ? "1" : "0";
            case "cues_played" -> Integer.toString(cuesPlayed);
            case "cues_refused" -> Integer.toString(cuesRefused);
            case "motor_cuts" -> Integer.toString(motorCuts);
            case "replies_repeated" -> Integer.toString(repliesRepeated);
            case "presses" -> Integer.toString(button.presses);
            case "presses_lost" -> Integer.toString(button.pressesLost);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Lets time pass; whatever is due happens at its own instant. */
    public void passTo(long timeUs) {
        for (long dueUs = nextDueUs(); dueUs <= timeUs; dueUs = nextDueUs()) {
            nowUs = Math.max(nowUs, dueUs);
            if (playing && nowUs >= cueToUs) {
                end("COMPLETE");
            } else if (playing && nowUs >= heardUs + ms("SILENT_MOTOR_OFF_MS")) {
                motorCuts++;
                end("HOST_SILENT");
            } else if (isGreeted() && nowUs >= heardUs + ms("SILENT_WAITING_MS")) {
                state = "WAITING";
            } else {
                button.due(nowUs);
            }
        }
        nowUs = timeUs;
    }

    private long nextDueUs() {
        long dueUs = button.nextDueUs();
        if (playing) {
            dueUs = Math.min(dueUs, Math.min(cueToUs, heardUs + ms("SILENT_MOTOR_OFF_MS")));
        }
        return isGreeted() ? Math.min(dueUs, heardUs + ms("SILENT_WAITING_MS")) : dueUs;
    }

    public void event(String text) {
        switch (text) {
            case "button down" -> button.contact(true, nowUs);
            case "button up" -> button.contact(false, nowUs);
            case "hang-up" -> {
                motorCuts += playing ? 1 : 0;
                stop();
                state = "WAITING";
            }
            case "charger on" -> {
                charging = true;
                if (playing) {
                    motorCuts++;
                    end("CHARGING");
                }
                state = isGreeted() ? "READY" : state;
            }
            case "charger off" -> charging = false;
            case "check" -> {}
            default -> throw new IllegalArgumentException(text);
        }
    }

    boolean isCharging() {
        return charging;
    }

    /** The button was held; that opens the write window unless a stream is on. */
    void longPress() {
        if (!state.equals("STREAMING")) {
            profiles.ifPresent(held -> held.longPress(nowUs));
        }
    }

    boolean isGreeted() {
        return !state.equals("WAITING");
    }

    public void hear(byte[] wire) {
        byte[] frame = PlainWire.unstuff(Arrays.copyOf(wire, wire.length - 1));
        if ((frame[0] & 0xF0) >> 4 != PlainWire.spoken(frame[1])) {
            return;
        }
        byte[] payload = Arrays.copyOfRange(frame, 6, frame.length - 4);
        Schema.Part part = schema.parts().stream()
                .filter(p -> p.id() == (frame[1] & 0xFF) && p.flags() == (frame[0] & 15) && p.fromHost())
                .findFirst()
                .orElse(null);
        int txn = payload.length < 2 ? 0 : (payload[0] & 0xFF) | (payload[1] & 0xFF) << 8;
        if (part == null) {
            if ((frame[0] & 15) == 1) {
                say("ERROR_RESPONSE", "txn=" + txn + " refused_type=" + (frame[1] & 0xFF) + " code=1");
            }
            return;
        }
        if (payload.length < part.bytes()) {
            error(part, txn, "PAYLOAD", payload.length);
            return;
        }
        heardUs = nowUs;
        switch (part.constantName()) {
            case "HELLO_REQUEST" -> hello(part, payload);
            case "ERROR_RESPONSE" -> {
                if (Messages.number(part, payload, "refused_type") == 48) {
                    button.answered(txn, nowUs);
                }
            }
            case "BUTTON_RESPONSE" -> button.answered(txn, nowUs);
            case "CUE_STOP_REQUEST" -> {
                say("CUE_STOP_RESPONSE", "txn=" + txn + " was_playing=" + value("playing"));
                end("STOPPED");
            }
            default -> greeted(part, payload, txn);
        }
    }

    private void hello(Schema.Part part, byte[] payload) {
        boolean common = Messages.number(part, payload, "version_min") <= 1
                && Messages.number(part, payload, "version_max") >= 1;
        long hostSession = Messages.number(part, payload, "host_session");
        boolean another = common && hostSession != session;
        boolean wasWaiting = !isGreeted();
        say(
                "HELLO_RESPONSE",
                identity + profiles.map(PlainProfiles::introduction).orElse("") + " txn="
                        + Messages.number(part, payload, "txn") + " boot_id=" + bootId + " version_agreed="
                        + (common ? 1 : 255));
        if (!common) {
            stop();
            state = "WAITING";
            return;
        }
        if (another) {
            end("NEW_SESSION");
            stored.clear();
            session = hostSession;
            hostPayloadBytes = Math.clamp(Messages.number(part, payload, "max_payload_bytes"), 128, 244);
        }
        state = wasWaiting || another ? "READY" : state;
        if (wasWaiting) {
            button.greeted(nowUs);
        }
    }

    private void greeted(Schema.Part part, byte[] payload, int txn) {
        if (!isGreeted()) {
            error(part, txn, "NOT_GREETED", 0);
        } else if (part.message().equals("TIMESYNC")) {
            if (isOutOfRange(part, payload, txn)) {
                return;
            }
            long clipUs = nowUs & 0xFFFFFFFFL;
            say(
                    "TIMESYNC_RESPONSE",
                    Messages.fields(part, payload) + " clip_received_us=" + clipUs + " clip_sent_us=" + clipUs);
        } else if (part.message().startsWith("CAL_")) {
            calibration(part, payload, txn);
        } else if (part.stored()) {
            storedRequest(part, payload, txn);
        }
    }

    private void calibration(Schema.Part part, byte[] payload, int txn) {
        profiles.ifPresent(held -> held.heard(nowUs));
        if (isOutOfRange(part, payload, txn)) {
            return;
        }
        if (profiles.isEmpty()) {
            error(part, txn, "UNSUPPORTED", 0);
        } else if (state.equals("STREAMING") && !part.message().equals("CAL_INFO")) {
            error(part, txn, "STREAMING", 0);
        } else {
            profiles.get().request(part, payload, txn, nowUs);
        }
    }

    private void storedRequest(Schema.Part part, byte[] payload, int txn) {
        stored.removeIf(reply -> nowUs - reply.timeUs >= ms("TXN_STORE_MS"));
        int crc = PlainWire.crc(payload);
        for (Reply reply : stored) {
            if (reply.txn == txn) {
                if (reply.type == part.id() && reply.payloadCrc == crc) {
                    repliesRepeated++;
                    said.add(new Said(nowUs, reply.part, reply.payload));
                } else {
                    error(part, txn, "TXN_REUSED", 0);
                }
                return;
            }
        }
        if (stored.size() == schema.constant("TXN_STORE_SLOTS")) {
            error(part, txn, "BUSY", roundedUp(stored.getFirst().timeUs + ms("TXN_STORE_MS") - nowUs));
            return;
        }
        if (!isOutOfRange(part, payload, txn)) {
            if (part.message().equals("CUE")) {
                cue(part, payload, txn);
            } else {
                stream(part, payload, txn);
            }
        }
        Said answer = said.getLast();
        stored.add(new Reply(txn, part.id(), crc, answer.part, answer.payload, nowUs));
    }

    private boolean isOutOfRange(Schema.Part part, byte[] payload, int txn) {
        for (Schema.Field field :
                part.fields().stream().filter(Schema.Field::isBounded).toList()) {
            long value = Messages.number(part, payload, field.name());
            boolean tooLong = field.name().equals("batch_samples") && 14 + 24 * value > hostPayloadBytes;
            if (value < field.min() || value > field.max() || tooLong) {
                refuse(part, txn, "RANGE", field.offset());
                return true;
            }
        }
        return false;
    }

    private void stream(Schema.Part part, byte[] payload, int txn) {
        long flags = Messages.number(part, payload, "flags");
        int asked = (int) Messages.number(part, payload, "rate_hz");
        if (asked != 100 && asked != 200) {
            error(part, txn, "UNSUPPORTED", 4);
            return;
        }
        if ((flags & 1) != 0 && charging) {
            error(part, txn, "CHARGING", 0);
            return;
        }
        rateHz = asked;
        batch = (int) Messages.number(part, payload, "batch_samples");
        state = (flags & 1) == 0 ? "READY" : "STREAMING";
        if ((flags & 2) != 0) {
            button.muted = false;
        }
        say(
                "STREAM_CTRL_RESPONSE",
                "txn=" + txn + " flags=" + (flags & 1) + " batch_samples=" + batch + " rate_hz=" + rateHz);
    }

    private void cue(Schema.Part part, byte[] payload, int txn) {
        long ageUs = (int) (nowUs - Messages.number(part, payload, "issued_us"));
        int durationMs = (int) Messages.number(part, payload, "duration_ms");
        if (charging) {
            refuse(part, txn, "CHARGING", 0);
        } else if (button.muted || button.isUndecided()) {
            refuse(part, txn, "MUTED", 0);
        } else if (ageUs < -ms("MAX_CUE_LEAD_MS")) {
            refuse(part, txn, "CUE_EARLY", -ageUs);
        } else if (ageUs > 1000 * Messages.number(part, payload, "ttl_ms")) {
            refuse(part, txn, "CUE_LATE", ageUs);
        } else if (playing) {
            refuse(part, txn, "CUE_ACTIVE", roundedUp(cueToUs - nowUs));
        } else if (usedUs() + 1000L * durationMs > ms("CUE_WINDOW_MAX_MS")) {
            refuse(part, txn, "CUE_DUTY", roundedUp(usedUs()));
        } else {
            playing = true;
            cueTxn = txn;
            cueFromUs = nowUs;
            cueToUs = nowUs + 1000L * durationMs;
            cuesPlayed++;
            say(
                    "CUE_RESPONSE",
                    "txn=" + txn + " started_us=" + (nowUs & 0xFFFFFFFFL) + " window_used_ms="
                            + roundedUp(usedUs() + 1000L * durationMs));
        }
    }

    private static long roundedUp(long us) {
        return (us + 999) / 1000;
    }

    private long usedUs() {
        long windowFromUs = nowUs - ms("CUE_WINDOW_MS");
        return played.stream()
                .mapToLong(cue -> Math.max(0, cue.toUs - Math.max(windowFromUs, cue.fromUs)))
                .sum();
    }

    /** The bytes that carry what was said. */
    public byte[] wire(Said what, int seq) {
        Schema.Part part = schema.part(what.part);
        return PlainWire.wire(PlainWire.frame(part.flags(), part.id(), seq & 0xFFFF, PlainWire.bytes(what.payload)));
    }

    /** Motor off, if it was on. */
    void end(String reason) {
        if (playing) {
            stop();
            long code = schema.enums().stream()
                    .filter(list -> list.name().equals("CUE_ENDED"))
                    .flatMap(list -> list.values().stream())
                    .filter(value -> value.name().equals(reason))
                    .findFirst()
                    .orElseThrow()
                    .value();
            say(
                    "CUE_END_EVENT",
                    "cue_txn=" + cueTxn + " ended_us=" + (nowUs & 0xFFFFFFFFL) + " played_ms="
                            + (nowUs - cueFromUs) / 1000 + " reason=" + code);
        }
    }

    private void stop() {
        if (playing) {
            playing = false;
            played.add(new Played(cueFromUs, nowUs));
        }
    }

    private void refuse(Schema.Part part, int txn, String code, long detail) {
        cuesRefused += part.message().equals("CUE") ? 1 : 0;
        error(part, txn, code, detail);
    }

    void error(Schema.Part part, int txn, String code, long detail) {
        long number = schema.enums().getFirst().values().stream()
                .filter(value -> value.name().equals(code))
                .findFirst()
                .orElseThrow()
                .value();
        say("ERROR_RESPONSE", "txn=" + txn + " refused_type=" + part.id() + " code=" + number + " detail=" + detail);
    }

    void say(String part, String fields) {
        said.add(new Said(nowUs, part, PlainWire.hex(Messages.payload(schema.part(part), fields))));
    }

    long ms(String constant) {
        return 1000L * schema.constant(constant);
    }
}
