package org.holdline.link.wire;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.holdline.profile.image.Storage;

/** What a clip in a dialogue has besides its line: a memory for profiles, a key, the next challenge, a cell. */
final class DialogueMemory implements Storage {
    private static final int SLOT_BYTES = 1024;

    final byte[] bytes = new byte[2 * SLOT_BYTES];
    boolean fitted;
    Optional<byte[]> key = Optional.empty();
    byte[] challenge = new byte[16];
    int batteryPct = 255;
    private String is = "whole";

    /** Does what such an event says, or returns false. */
    boolean happens(String event) {
        String[] words = event.split(" ", -1);
        switch (words[0]) {
            case "storage" -> {
                if (words.length == 2) {
                    is = words[1];
                } else {
                    fit(words[1], words[2]);
                }
            }
            case "key" -> key = words[1].equals("-") ? Optional.empty() : Optional.of(PlainWire.bytes(words[1]));
            case "challenge" -> challenge = PlainWire.bytes(words[1]);
            case "battery" -> batteryPct = Integer.parseInt(words[1]);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void fit(String a, String b) {
        Arrays.fill(bytes, (byte) 0xFF);
        byte[] slotA = a.equals("-") ? new byte[0] : PlainWire.bytes(a);
        byte[] slotB = b.equals("-") ? new byte[0] : PlainWire.bytes(b);
        System.arraycopy(slotA, 0, bytes, 0, slotA.length);
        System.arraycopy(slotB, 0, bytes, SLOT_BYTES, slotB.length);
        fitted = true;
    }

    boolean isDead() {
        return is.equals("dead");
    }

    boolean isProtected() {
        return is.equals("protected");
    }

    @Override
    public void read(int at, byte[] into) throws IOException {
        if (isDead()) {
            throw new IOException("dead");
        }
        System.arraycopy(bytes, at, into, 0, into.length);
    }

    @Override
    public void write(int at, byte[] unit) throws IOException {
        if (isDead()) {
            throw new IOException("dead");
        }
        if (!isProtected()) {
            System.arraycopy(unit, 0, bytes, at, unit.length);
        }
    }
}
