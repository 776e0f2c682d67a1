package org.holdline.link.wire;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The clip's side of CAL_* as plainly as it can be said: every test in the order of the page, slots as whole arrays. */
final class PlainProfiles {
    private static final List<String> STATES = List.of("IDLE", "WRITING", "VERIFIED", "TRIAL");
    private static final List<String> SLOTS = List.of("EMPTY", "INVALID", "UNCONFIRMED", "CONFIRMED");
    private static final int SLOT_BYTES = 1024;

    /** A slot as it was looked at: its image when that is valid. */
    private static final class Slot {
        final String state;
        final PlainImage.Fault fault;
        final byte[] image;

        Slot(String state, PlainImage.Fault fault, byte[] image) {
            this.state = state;
            this.fault = fault;
            this.image = image;
        }

        long generation() {
            return image.length == 0 ? 0 : PlainImage.u32(image, 8);
        }

        long crc() {
            return image.length == 0 ? 0 : PlainImage.u32(image, 44);
        }
    }

    private final PlainClip clip;
    private final Schema schema;
    private final DialogueMemory memory;
    private final String serial;
    private final Slot[] slots = new Slot[2];

    private String state = "IDLE";
    private long windowUntilUs = -1;
    private long heardUs;
    private int slot;
    private byte[] begun = {};
    private byte[] challenge = {};
    private byte[] image = {};

    PlainProfiles(PlainClip clip, Schema schema, DialogueMemory memory, String serial) {
        this.clip = clip;
        this.schema = schema;
        this.memory = memory;
        this.serial = serial;
        slots[0] = look(0);
        slots[1] = look(1);
    }

    private Slot look(int index) {
        if (memory.isDead()) {
            return new Slot("INVALID", PlainImage.Fault.NONE, new byte[0]);
        }
        byte[] all = Arrays.copyOfRange(memory.bytes, index * SLOT_BYTES, (index + 1) * SLOT_BYTES);
        int bytes = 64 + (int) PlainImage.number(all, 64 + 6, "u16");
        byte[] held = Arrays.copyOfRange(all, 64, 64 + Math.min(bytes, 960));
        PlainImage.Fault fault = PlainImage.check(schema, held, Optional.of(serial));
        if (fault.equals(PlainImage.Fault.NONE)) {
            boolean confirmed = Arrays.equals(Arrays.copyOf(all, 16), Arrays.copyOf(PlainImage.confirmation(held), 16));
            return new Slot(confirmed ? "CONFIRMED" : "UNCONFIRMED", fault, held);
        }
        boolean empty = isErased(Arrays.copyOf(all, 16)) && isErased(Arrays.copyOfRange(all, 64, 128));
        return new Slot(empty ? "EMPTY" : "INVALID", fault, new byte[0]);
    }

    private static boolean isErased(byte[] bytes) {
        byte[] erased = new byte[bytes.length];
        Arrays.fill(erased, (byte) 0xFF);
        return Arrays.equals(bytes, erased);
    }

    void longPress(long nowUs) {
        windowUntilUs = nowUs + clip.ms("CAL_WINDOW_MS");
    }

    private int active() {
        int best = 255;
        for (int i = 0; i < 2; i++) {
            if (slots[i].state.equals("CONFIRMED")
                    && (best == 255 || slots[i].generation() > slots[best].generation())) {
                best = i;
            }
        }
        return best;
    }

    private int inForce() {
        return state.equals("TRIAL") ? slot : active();
    }

    String introduction() {
        int force = inForce();
        return force == 255
                ? ""
                : " profile_state=" + (state.equals("TRIAL") ? 2 : 1) + " profile_slot=" + force
                        + " profile_generation=" + slots[force].generation() + " profile_crc="
                        + slots[force].crc();
    }

    /** Any CAL_* came, whatever becomes of it. */
    void heard(long nowUs) {
        boolean writing = state.equals("WRITING") || state.equals("VERIFIED");
        if (writing && nowUs - heardUs >= clip.ms("CAL_SESSION_MS")) {
            forget();
        }
        heardUs = nowUs;
    }

    private void forget() {
        boolean half = state.equals("WRITING");
        state = "IDLE";
        if (half) {
            slots[slot] = look(slot);
        }
    }

    void request(Schema.Part part, byte[] payload, int txn, long nowUs) {
        switch (part.message()) {
            case "CAL_INFO" -> info(txn, nowUs);
            case "CAL_READ" -> read(part, payload, txn);
            case "CAL_BEGIN" -> begin(part, payload, txn, nowUs);
            case "CAL_WRITE" -> write(part, payload, txn);
            case "CAL_VERIFY" -> verify(part, txn);
            case "CAL_COMMIT" -> commit(part, payload, txn);
            case "CAL_CONFIRM" -> confirm(part, payload, txn);
            case "CAL_ROLLBACK" -> rollback(part, payload, txn, nowUs);
            default -> {
                forget();
                clip.say("CAL_ABORT_RESPONSE", "txn=" + txn);
            }
        }
    }

    private void info(int txn, long nowUs) {
        long leftUs = Math.max(0, windowUntilUs - nowUs);
        StringBuilder fields =
                new StringBuilder("txn=" + txn + " state=" + STATES.indexOf(state) + " active_slot=" + inForce()
                        + " window_s=" + (leftUs + 999_999) / 1_000_000 + " key=" + (memory.key.isPresent() ? 1 : 0));
        for (int i = 0; i < 2; i++) {
            String name = i == 0 ? " slot_a_" : " slot_b_";
            fields.append(name + "state=" + SLOTS.indexOf(slots[i].state))
                    .append(name + "fault=" + code("FAULT", slots[i].fault.name()))
                    .append(name + "fault_at=" + slots[i].fault.offset())
                    .append(name + "image_bytes=" + slots[i].image.length)
                    .append(name + "generation=" + slots[i].generation())
                    .append(name + "crc=" + slots[i].crc());
        }
        if (!state.equals("IDLE")) {
            fields.append(" next_off=" + image.length + " write_generation=" + asked("generation") + " write_crc="
                    + asked("crc"));
        }
        clip.say("CAL_INFO_RESPONSE", fields.toString());
    }

    private long code(String list, String name) {
        return schema.enums().stream()
                .filter(names -> names.name().equals(list))
                .flatMap(names -> names.values().stream())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** A field of the CAL_BEGIN that began this write. */
    private long asked(String field) {
        return Messages.number(schema.part("CAL_BEGIN_REQUEST"), begun, field);
    }

    private void read(Schema.Part part, byte[] payload, int txn) {
        int index = (int) Messages.number(part, payload, "slot");
        int from = (int) Messages.number(part, payload, "offset");
        int to = from + (int) Messages.number(part, payload, "count");
        byte[] held = slots[index].image;
        if (held.length == 0) {
            clip.error(part, txn, "CAL_NONE", index);
        } else if (from >= held.length) {
            clip.error(part, txn, "RANGE", 4);
        } else if (memory.isDead()) {
            clip.error(part, txn, "CAL_STORAGE", 0);
        } else {
            clip.say(
                    "CAL_READ_RESPONSE",
                    "txn=" + txn + " slot=" + index + " offset=" + from + " image_bytes=" + held.length + " data="
                            + PlainWire.hex(Arrays.copyOfRange(held, from, Math.min(to, held.length))));
        }
    }

    private boolean isThat(int index, Schema.Part part, byte[] payload, String name) {
        long generation = index == 255 ? 0 : slots[index].generation();
        long crc = index == 255 ? 0 : slots[index].crc();
        return Messages.number(part, payload, name + "generation") == generation
                && Messages.number(part, payload, name + "crc") == crc;
    }

    private boolean isEmptyCell() {
        return memory.batteryPct < 20 && !clip.isCharging();
    }

    private void begin(Schema.Part part, byte[] payload, int txn, long nowUs) {
        int force = inForce();
        long generation = force == 255 ? 0 : slots[force].generation();
        boolean writing = state.equals("WRITING") || state.equals("VERIFIED");
        byte[] meant = Arrays.copyOfRange(payload, 2, 16);
        if (!Messages.fields(part, payload).contains(" serial=" + serial)) {
            clip.error(part, txn, "CAL_SERIAL", 0);
        } else if (writing && Arrays.equals(meant, Arrays.copyOfRange(begun, 2, 16))) {
            goOn(txn);
        } else if (!state.equals("IDLE")) {
            clip.error(part, txn, "CAL_STATE", STATES.indexOf(state));
        } else if (!isThat(force, part, payload, "expected_")) {
            clip.error(part, txn, "CAL_EXPECTED", generation);
        } else if (Messages.number(part, payload, "generation") <= generation) {
            clip.error(part, txn, "RANGE", 4);
        } else if (nowUs >= windowUntilUs) {
            clip.error(part, txn, "CAL_WINDOW", 0);
        } else if (isEmptyCell()) {
            clip.error(part, txn, "BATTERY_LOW", memory.batteryPct);
        } else {
            slot = force == 0 ? 1 : 0;
            byte[] erased = new byte[64];
            Arrays.fill(erased, (byte) 0xFF);
            if (!put(slot * SLOT_BYTES, erased)) {
                slots[slot] = look(slot);
                clip.error(part, txn, "CAL_STORAGE", 0);
                return;
            }
            slots[slot] = new Slot("INVALID", PlainImage.Fault.NONE, new byte[0]);
            state = "WRITING";
            begun = payload;
            image = new byte[0];
            challenge = memory.challenge;
            goOn(txn);
        }
    }

    private void goOn(int txn) {
        clip.say(
                "CAL_BEGIN_RESPONSE",
                "txn=" + txn + " next_off=" + image.length + " challenge=" + PlainWire.hex(challenge));
    }

    /** False when the memory holds something else afterwards. */
    private boolean put(int at, byte[] unit) {
        if (!memory.isDead() && !memory.isProtected()) {
            System.arraycopy(unit, 0, memory.bytes, at, unit.length);
        }
        return !memory.isDead() && Arrays.equals(unit, Arrays.copyOfRange(memory.bytes, at, at + unit.length));
    }

    /** Bytes from one unit on, filled up with FF. */
    private byte[] unit(int at, byte[] from) {
        byte[] unit = new byte[64];
        Arrays.fill(unit, (byte) 0xFF);
        System.arraycopy(from, at, unit, 0, Math.min(64, from.length - at));
        return unit;
    }

    private void write(Schema.Part part, byte[] payload, int txn) {
        int whole = begun.length == 0 ? 0 : (int) asked("image_bytes");
        byte[] piece = Arrays.copyOfRange(payload, 4, payload.length);
        if (!state.equals("WRITING")) {
            clip.error(part, txn, "CAL_STATE", STATES.indexOf(state));
            return;
        }
        if (Messages.number(part, payload, "offset") == image.length && image.length + piece.length <= whole) {
            byte[] now = PlainWire.join(image, piece);
            for (int at = Math.max(64, image.length / 64 * 64); at < now.length; at += 64) {
                boolean full = at + 64 <= now.length || now.length == whole;
                if (full && !put(slot * SLOT_BYTES + 64 + at, unit(at, now))) {
                    image = Arrays.copyOf(now, Math.min(at + 63, now.length - 1));
                    clip.error(part, txn, "CAL_STORAGE", 0);
                    return;
                }
            }
            image = now;
        }
        clip.say("CAL_WRITE_RESPONSE", "txn=" + txn + " next_off=" + image.length);
    }

    private void verify(Schema.Part part, int txn) {
        boolean complete = state.equals("WRITING") && image.length == asked("image_bytes");
        if (!complete && !state.equals("VERIFIED")) {
            clip.error(part, txn, "CAL_STATE", STATES.indexOf(state));
            return;
        }
        int base = slot * SLOT_BYTES + 64;
        if (memory.isDead() || (complete && !put(base, unit(0, image)))) {
            clip.error(part, txn, "CAL_STORAGE", 0);
            return;
        }
        byte[] held = Arrays.copyOfRange(memory.bytes, base, base + image.length);
        PlainImage.Fault fault = PlainImage.check(schema, held, Optional.of(serial));
        if (fault.equals(PlainImage.Fault.NONE)) {
            fault = otherThanBegun(held);
        }
        if (!fault.equals(PlainImage.Fault.NONE)) {
            state = "IDLE";
            slots[slot] = look(slot);
            clip.error(part, txn, "CAL_INVALID", (code("FAULT", fault.name()) << 16) + fault.offset());
            return;
        }
        state = "VERIFIED";
        slots[slot] = new Slot("UNCONFIRMED", fault, held);
        clip.say(
                "CAL_VERIFY_RESPONSE",
                "txn=" + txn + " image_bytes=" + held.length + " generation=" + slots[slot].generation() + " crc="
                        + slots[slot].crc());
    }

    private PlainImage.Fault otherThanBegun(byte[] held) {
        if (PlainImage.u32(held, 60) != asked("header_crc")) {
            return new PlainImage.Fault("HEADER_CRC", 60);
        }
        if (PlainImage.u32(held, 8) != asked("generation")) {
            return new PlainImage.Fault("RANGE", 8);
        }
        return PlainImage.u32(held, 44) == asked("crc") ? PlainImage.Fault.NONE : new PlainImage.Fault("BODY_CRC", 44);
    }

    /** HMAC-SHA-256(key, challenge | serial | expected generation and CRC | image). */
    static byte[] mac(byte[] key, byte[] challenge, byte[] begin, byte[] image) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(challenge);
            mac.update(Arrays.copyOfRange(begin, 24, 36));
            mac.update(Arrays.copyOfRange(begin, 16, 24));
            return mac.doFinal(image);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void commit(Schema.Part part, byte[] payload, int txn) {
        if (!state.equals("TRIAL")) {
            if (!state.equals("VERIFIED")) {
                clip.error(part, txn, "CAL_STATE", STATES.indexOf(state));
                return;
            }
            byte[] given = Arrays.copyOfRange(payload, 2, 34);
            if (memory.key.isPresent() && memory.isDead()) {
                clip.error(part, txn, "CAL_STORAGE", 0);
                return;
            }
            if (memory.key.isPresent()
                    && !Arrays.equals(given, mac(memory.key.get(), challenge, begun, slots[slot].image))) {
                forget();
                windowUntilUs = -1;
                clip.error(part, txn, "CAL_MAC", 0);
                return;
            }
            state = "TRIAL";
        }
        clip.say(
                "CAL_COMMIT_RESPONSE",
                "txn=" + txn + " slot=" + slot + " generation=" + slots[slot].generation() + " crc="
                        + slots[slot].crc());
    }

    private void confirm(Schema.Part part, byte[] payload, int txn) {
        int force = inForce();
        if (state.equals("IDLE") && force != 255 && isThat(force, part, payload, "")) {
            clip.say("CAL_CONFIRM_RESPONSE", "txn=" + txn + " slot=" + force);
        } else if (!state.equals("TRIAL")) {
            clip.error(part, txn, "CAL_STATE", STATES.indexOf(state));
        } else if (!isThat(slot, part, payload, "")) {
            clip.error(part, txn, "CAL_EXPECTED", slots[slot].generation());
        } else if (isEmptyCell()) {
            clip.error(part, txn, "BATTERY_LOW", memory.batteryPct);
        } else if (!put(slot * SLOT_BYTES, PlainImage.confirmation(slots[slot].image))) {
            clip.error(part, txn, "CAL_STORAGE", 0);
        } else {
            slots[slot] = new Slot("CONFIRMED", PlainImage.Fault.NONE, slots[slot].image);
            state = "IDLE";
            clip.say("CAL_CONFIRM_RESPONSE", "txn=" + txn + " slot=" + slot);
        }
    }

    private void rollback(Schema.Part part, byte[] payload, int txn, long nowUs) {
        int force = inForce();
        int other = force == 0 ? 1 : 0;
        if (state.equals("IDLE") && force != 255 && isThat(force, part, payload, "to_")) {
            clip.say("CAL_ROLLBACK_RESPONSE", "txn=" + txn + " slot=" + force);
        } else if (!state.equals("IDLE")) {
            clip.error(part, txn, "CAL_STATE", STATES.indexOf(state));
        } else if (!isThat(force, part, payload, "from_")) {
            clip.error(part, txn, "CAL_EXPECTED", force == 255 ? 0 : slots[force].generation());
        } else if (!slots[other].state.equals("CONFIRMED") || !isThat(other, part, payload, "to_")) {
            clip.error(part, txn, "CAL_NONE", other);
        } else if (nowUs >= windowUntilUs) {
            clip.error(part, txn, "CAL_WINDOW", 0);
        } else if (isEmptyCell()) {
            clip.error(part, txn, "BATTERY_LOW", memory.batteryPct);
        } else {
            byte[] erased = new byte[64];
            Arrays.fill(erased, (byte) 0xFF);
            boolean taken = put(force * SLOT_BYTES, erased);
            slots[force] = look(force);
            if (taken) {
                clip.say("CAL_ROLLBACK_RESPONSE", "txn=" + txn + " slot=" + other);
            } else {
                clip.error(part, txn, "CAL_STORAGE", 0);
            }
        }
    }
}
