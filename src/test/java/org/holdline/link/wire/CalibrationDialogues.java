package org.holdline.link.wire;

import java.util.Arrays;

/** Dialogues of CAL_*: the whole way of a profile into a clip, and every refusal in the order of the page. */
final class CalibrationDialogues {
    static final String SERIAL = "HLTEST000001";

    private static final int READ = 65;
    private static final int BEGIN = 66;
    private static final int WRITE = 67;
    private static final int VERIFY = 68;
    private static final int COMMIT = 69;
    private static final int CONFIRM = 70;
    private static final int ROLLBACK = 71;
    private static final int ABORT = 72;

    static final String CHALLENGE = "000102030405060708090a0b0c0d0e0f";
    private static final String OTHER_CHALLENGE = "f0e0d0c0b0a090807060504030201000";
    static final String KEY = "00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f";

    private final Schema schema;
    private final Dialogues dialogues;
    private final byte[] first;
    private final byte[] second;
    private final byte[] third;

    CalibrationDialogues(Schema schema, Dialogues dialogues) {
        this.schema = schema;
        this.dialogues = dialogues;
        first = image(1, SERIAL);
        second = image(2, SERIAL);
        third = image(3, SERIAL);
    }

    private byte[] image(long generation, String serial) {
        return PlainImage.image(generation, serial, PlainImage.body(schema, 1, generation == 2, false));
    }

    void write() {
        wholeWay();
        emptyMemory();
        lostAnswers();
        starts();
        secondHost();
        beginInOrder();
        writeAndVerify();
        commitAndConfirm();
        rollback();
        invalid();
        key();
        times();
        streaming();
        bounds();
        none();
    }

    /** A script with a clip that has a memory and was greeted at 10 ms. */
    private Flash flash(String name, byte[] a, byte[] b) {
        return flash(name, a, b, "-");
    }

    private Flash flash(String name, byte[] a, byte[] b, String key) {
        Script script = dialogues.begin("calibration: " + name, 5_000_000);
        script.event(0, "storage " + slot(a) + " " + slot(b));
        script.event(0, "key " + key).event(0, "challenge " + CHALLENGE).boot(0, 78);
        return new Flash(script, 78);
    }

    private static String slot(byte[] image) {
        return image.length == 0 ? "-" : PlainWire.hex(PlainWire.join(PlainImage.confirmation(image), image));
    }

    /** What a host does with one clip. */
    private final class Flash {
        final Script script;
        long boot;
        int txn = 1;
        int presses;

        Flash(Script script, long boot) {
            this.script = script;
            this.boot = boot;
        }

        Flash boots(double ms, long bootId) {
            script.boot(ms, bootId);
            boot = bootId;
            presses = 0;
            return this;
        }

        /** state 0 none, 1 confirmed, 2 trial. */
        Flash hello(double ms, int state, int slot, byte[] image) {
            txn++;
            script.host(ms, "HELLO_REQUEST", dialogues.helloFields(txn, 1001));
            String profile = state == 0
                    ? ""
                    : " profile_state=" + state + " profile_slot=" + slot + " profile_generation="
                            + PlainImage.u32(image, 8) + " profile_crc=" + PlainImage.u32(image, 44);
            script.clip(
                    ms,
                    "HELLO_RESPONSE",
                    dialogues.answer(txn, boot).replace("capabilities=7", "capabilities=15") + profile);
            return this;
        }

        /** A long press that is over 1600 ms later. */
        Flash press(double ms) {
            presses++;
            script.event(ms, "button down");
            script.clip(ms + 1500, "BUTTON_REQUEST", script.press(presses, ms, 3, 0));
            script.host(ms + 1510, "BUTTON_RESPONSE", "txn=" + presses);
            script.event(ms + 1600, "button up");
            return this;
        }

        String begin(byte[] image, byte[] expected) {
            return "txn=" + txn + " image_bytes=" + image.length + " generation=" + PlainImage.u32(image, 8) + " crc="
                    + PlainImage.u32(image, 44) + " header_crc=" + PlainImage.u32(image, 60)
                    + expected("expected_", expected)
                    + " serial=" + SERIAL;
        }

        String expected(String name, byte[] image) {
            return image.length == 0
                    ? ""
                    : " " + name + "generation=" + PlainImage.u32(image, 8) + " " + name + "crc="
                            + PlainImage.u32(image, 44);
        }

        Flash begins(double ms, byte[] image, byte[] expected, int nextOff, String challenge) {
            asks(ms, "CAL_BEGIN", begin(image, expected));
            return says(ms, "CAL_BEGIN", "next_off=" + nextOff + " challenge=" + challenge);
        }

        Flash begins(double ms, byte[] image, byte[] expected) {
            return begins(ms, image, expected, 0, CHALLENGE);
        }

        /** The next request; its txn is put in front. */
        Flash asks(double ms, String message, String fields) {
            txn++;
            script.host(ms, message + "_REQUEST", fields.replaceAll("^txn=\\d+", "") + " txn=" + txn);
            return this;
        }

        Flash says(double ms, String message, String fields) {
            script.clip(ms, message + "_RESPONSE", "txn=" + txn + " " + fields);
            return this;
        }

        /** Said and lost. */
        Flash saysLost(double ms, String message, String fields) {
            script.clipLost(ms, message + "_RESPONSE", "txn=" + txn + " " + fields);
            return this;
        }

        Flash refused(double ms, int type, int code, long detail) {
            script.error(ms, txn, type, code, detail);
            return this;
        }

        Flash asksToWrite(double ms, byte[] image, int from, int to) {
            return asks(
                    ms, "CAL_WRITE", "offset=" + from + " data=" + PlainWire.hex(Arrays.copyOfRange(image, from, to)));
        }

        Flash writes(double ms, byte[] image) {
            for (int from = 0; from < image.length; from += 96) {
                int to = Math.min(from + 96, image.length);
                asksToWrite(ms, image, from, to).says(ms, "CAL_WRITE", "next_off=" + to);
            }
            return this;
        }

        Flash verifies(double ms, byte[] image) {
            asks(ms, "CAL_VERIFY", "");
            return says(ms, "CAL_VERIFY", "image_bytes=" + image.length + expected("", image));
        }

        Flash commits(double ms, byte[] image, int slot, String mac) {
            asks(ms, "CAL_COMMIT", mac.isEmpty() ? "" : "mac=" + mac);
            return says(ms, "CAL_COMMIT", "slot=" + slot + expected("", image));
        }

        Flash confirms(double ms, byte[] image, int slot) {
            asks(ms, "CAL_CONFIRM", expected("", image));
            return says(ms, "CAL_CONFIRM", "slot=" + slot);
        }

        Flash aborts(double ms) {
            return asks(ms, "CAL_ABORT", "").says(ms, "CAL_ABORT", "state=0");
        }

        String rollbackFields(byte[] from, byte[] to) {
            return expected("from_", from) + expected("to_", to);
        }

        /** Up to VERIFIED. */
        Flash brings(double ms, byte[] image, byte[] expected) {
            return begins(ms, image, expected).writes(ms + 10, image).verifies(ms + 20, image);
        }

        Flash info(double ms, int state, int active, int windowS, int withKey, String a, String b, String write) {
            asks(ms, "CAL_INFO", "");
            return says(
                    ms,
                    "CAL_INFO",
                    "state=" + state + " active_slot=" + active + " window_s=" + windowS + " key=" + withKey
                            + named(" slot_a_", a) + named(" slot_b_", b) + write);
        }

        /** Four numbers that are not those of a valid image, or state and image. */
        private String named(String slot, String words) {
            String[] word = words.split(" ", -1);
            String[] fields = {"state", "fault", "fault_at", "image_bytes", "generation", "crc"};
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < word.length; i++) {
                out.append(slot).append(fields[i]).append('=').append(word[i]);
            }
            return out.toString();
        }

        String held(int state, byte[] image) {
            return state + " 0 0 " + image.length + " " + PlainImage.u32(image, 8) + " " + PlainImage.u32(image, 44);
        }

        String writing(int nextOff, byte[] image) {
            return " next_off=" + nextOff + " write_generation=" + PlainImage.u32(image, 8) + " write_crc="
                    + PlainImage.u32(image, 44);
        }

        void end() {
            dialogues.write(script);
        }
    }

    private static final byte[] NOTHING = {};
    private static final String EMPTY = "0 1 0";
    private static final String BEING_WRITTEN = "1 0 0";

    private void wholeWay() {
        Flash flash = flash("from the button to CONFIRM", first, NOTHING).hello(10, 1, 0, first);
        String a = flash.held(3, first);
        flash.info(20, 0, 0, 0, 0, a, EMPTY, "");
        flash.asks(30, "CAL_READ", "slot=0 count=96 offset=0")
                .says(30, "CAL_READ", "slot=0 offset=0 image_bytes=" + first.length + " data=" + part(first, 0, 96));
        flash.asks(40, "CAL_READ", "slot=0 count=96 offset=96")
                .says(40, "CAL_READ", "slot=0 offset=96 image_bytes=" + first.length + " data=" + part(first, 96, 184));
        flash.press(1000).info(2700, 0, 0, 120, 0, a, EMPTY, "");
        flash.begins(2800, second, first).info(2810, 1, 0, 120, 0, a, BEING_WRITTEN, flash.writing(0, second));
        flash.asksToWrite(2820, second, 0, 96).says(2820, "CAL_WRITE", "next_off=96");
        flash.info(2830, 1, 0, 120, 0, a, BEING_WRITTEN, flash.writing(96, second));
        flash.asksToWrite(2840, second, 96, second.length).says(2840, "CAL_WRITE", "next_off=" + second.length);
        flash.verifies(2850, second);
        flash.info(2860, 2, 0, 120, 0, a, flash.held(2, second), flash.writing(second.length, second));
        flash.hello(2870, 1, 0, first).commits(2880, second, 1, "").hello(2890, 2, 1, second);
        flash.info(2900, 3, 1, 120, 0, a, flash.held(2, second), flash.writing(second.length, second));
        flash.confirms(2910, second, 1).hello(2920, 1, 1, second);
        flash.info(2930, 0, 1, 120, 0, a, flash.held(3, second), "");
        flash.boots(3000, 79)
                .hello(3010, 1, 1, second)
                .info(3020, 0, 1, 0, 0, a, flash.held(3, second), "")
                .end();
    }

    private static String part(byte[] image, int from, int to) {
        return PlainWire.hex(Arrays.copyOfRange(image, from, to));
    }

    private void emptyMemory() {
        Flash flash = flash("the first profile of a clip", NOTHING, NOTHING).hello(10, 0, 0, NOTHING);
        flash.info(20, 0, 255, 0, 0, EMPTY, EMPTY, "");
        flash.asks(30, "CAL_READ", "slot=1 count=1 offset=0").refused(30, READ, 25, 1);
        flash.asks(40, "CAL_BEGIN", flash.begin(first, NOTHING)).refused(40, BEGIN, 18, 0);
        flash.press(1000).script.event(2700, "battery 19");
        flash.asks(2710, "CAL_BEGIN", flash.begin(first, NOTHING)).refused(2710, BEGIN, 17, 19);
        flash.script.event(2720, "battery 255").event(2730, "storage dead");
        flash.asks(2740, "CAL_BEGIN", flash.begin(first, NOTHING)).refused(2740, BEGIN, 23, 0);
        flash.script.event(2750, "storage whole");
        flash.brings(3000, first, NOTHING).commits(3100, first, 0, "").hello(3110, 2, 0, first);
        flash.confirms(3200, first, 0).hello(3210, 1, 0, first).end();
    }

    private void lostAnswers() {
        Flash flash =
                flash("lost answers, and on where it stood", first, NOTHING).hello(10, 1, 0, first);
        flash.press(1000).asks(3000, "CAL_BEGIN", flash.begin(second, first));
        flash.saysLost(3000, "CAL_BEGIN", "next_off=0 challenge=" + CHALLENGE);
        flash.script.event(3500, "challenge " + OTHER_CHALLENGE);
        flash.begins(4000, second, first, 0, CHALLENGE);
        flash.asksToWrite(4010, second, 0, 96).saysLost(4010, "CAL_WRITE", "next_off=96");
        flash.asksToWrite(4100, second, 0, 96).says(4100, "CAL_WRITE", "next_off=96");
        flash.asksToWrite(4110, second, 128, 160).says(4110, "CAL_WRITE", "next_off=96");
        flash.asks(4120, "CAL_WRITE", "offset=96 data=" + part(second, 96, 184) + "00")
                .says(4120, "CAL_WRITE", "next_off=96");
        flash.begins(4200, second, first, 96, CHALLENGE);
        flash.asksToWrite(4210, second, 96, 100).says(4210, "CAL_WRITE", "next_off=100");
        flash.asks(4220, "CAL_WRITE", "offset=100").says(4220, "CAL_WRITE", "next_off=100");
        flash.asksToWrite(4230, second, 100, 184).says(4230, "CAL_WRITE", "next_off=184");
        flash.asks(4300, "CAL_VERIFY", "").saysLost(4300, "CAL_VERIFY", "image_bytes=184" + flash.expected("", second));
        flash.verifies(4400, second).begins(4410, second, first, 184, CHALLENGE);
        flash.asks(4500, "CAL_COMMIT", "").saysLost(4500, "CAL_COMMIT", "slot=1" + flash.expected("", second));
        flash.commits(4600, second, 1, "");
        flash.asks(4700, "CAL_CONFIRM", flash.expected("", second)).saysLost(4700, "CAL_CONFIRM", "slot=1");
        flash.confirms(4800, second, 1);
        flash.asks(4900, "CAL_ROLLBACK", flash.rollbackFields(second, first)).saysLost(4900, "CAL_ROLLBACK", "slot=0");
        flash.asks(5000, "CAL_ROLLBACK", flash.rollbackFields(second, first)).says(5000, "CAL_ROLLBACK", "slot=0");
        flash.asks(5100, "CAL_ABORT", "").saysLost(5100, "CAL_ABORT", "state=0");
        flash.aborts(5200).hello(5210, 1, 0, first).end();
    }

    private void starts() {
        Flash flash = flash("the clip starts while it is written and on trial", first, NOTHING)
                .hello(10, 1, 0, first);
        String a = flash.held(3, first);
        flash.press(1000).begins(3000, second, first);
        flash.asksToWrite(3010, second, 0, 96).says(3010, "CAL_WRITE", "next_off=96");
        flash.boots(3100, 79).hello(3110, 1, 0, first).info(3120, 0, 0, 0, 0, a, EMPTY, "");
        flash.asksToWrite(3130, second, 96, 184).refused(3130, WRITE, 21, 0);
        flash.press(4000).begins(6000, second, first).writes(6010, second);
        flash.boots(6100, 80).hello(6110, 1, 0, first).info(6120, 0, 0, 0, 0, a, EMPTY, "");
        flash.press(7000).brings(9000, second, first);
        flash.boots(9100, 81).hello(9110, 1, 0, first).info(9120, 0, 0, 0, 0, a, flash.held(2, second), "");
        flash.press(10_000).brings(12_000, second, first).commits(12_100, second, 1, "");
        flash.hello(12_110, 2, 1, second);
        flash.boots(12_200, 82).hello(12_210, 1, 0, first);
        flash.asks(12_220, "CAL_CONFIRM", flash.expected("", second)).refused(12_220, CONFIRM, 21, 0);
        flash.press(13_000)
                .brings(15_000, second, first)
                .commits(15_100, second, 1, "")
                .aborts(15_200);
        flash.hello(15_210, 1, 0, first).end();
    }

    private void secondHost() {
        Flash flash =
                flash("two hosts that know the same profile", first, NOTHING).hello(10, 1, 0, first);
        byte[] rival = PlainImage.image(2, SERIAL, PlainImage.body(schema, 1, false, true));
        flash.press(1000).begins(3000, second, first);
        flash.asks(3010, "CAL_BEGIN", flash.begin(rival, first)).refused(3010, BEGIN, 21, 1);
        flash.writes(3020, second).verifies(3030, second);
        flash.asks(3040, "CAL_BEGIN", flash.begin(rival, first)).refused(3040, BEGIN, 21, 2);
        flash.commits(3050, second, 1, "");
        flash.asks(3060, "CAL_BEGIN", flash.begin(second, first)).refused(3060, BEGIN, 21, 3);
        flash.asks(3070, "CAL_CONFIRM", flash.expected("", rival)).refused(3070, CONFIRM, 20, 2);
        flash.confirms(3080, second, 1);
        flash.asks(3090, "CAL_BEGIN", flash.begin(rival, first)).refused(3090, BEGIN, 20, 2);
        flash.asks(3100, "CAL_BEGIN", flash.begin(third, NOTHING)).refused(3100, BEGIN, 20, 2);
        flash.begins(3110, third, second).aborts(3120).end();
    }

    /** All that could be refused holds at first; what is refused is put right, and the next test shows. */
    private void beginInOrder() {
        Flash flash = flash("BEGIN is refused in the order of the page", second, NOTHING)
                .hello(10, 1, 0, second);
        flash.script.event(20, "battery 19");
        flash.script.stream(30, 9001, 1);
        String wrong = flash.begin(first, NOTHING).replace(SERIAL, "HLTEST000002");
        flash.asks(100, "CAL_BEGIN", wrong.replace("image_bytes=184", "image_bytes=64"))
                .refused(100, BEGIN, 3, 2);
        flash.asks(110, "CAL_BEGIN", wrong).refused(110, BEGIN, 16, 0);
        flash.script.stream(120, 9002, 0);
        flash.asks(130, "CAL_BEGIN", wrong).refused(130, BEGIN, 19, 0);
        flash.asks(140, "CAL_BEGIN", flash.begin(first, NOTHING)).refused(140, BEGIN, 20, 2);
        flash.asks(150, "CAL_BEGIN", flash.begin(second, second)).refused(150, BEGIN, 3, 4);
        flash.asks(160, "CAL_BEGIN", flash.begin(third, second)).refused(160, BEGIN, 18, 0);
        flash.press(1000).asks(3000, "CAL_BEGIN", flash.begin(third, second)).refused(3000, BEGIN, 17, 19);
        flash.script.event(3010, "charger on").event(3010, "storage dead");
        flash.asks(3020, "CAL_BEGIN", flash.begin(third, second)).refused(3020, BEGIN, 23, 0);
        flash.info(3030, 0, 0, 120, 0, flash.held(3, second), BEING_WRITTEN, "");
        flash.script.event(3040, "charger off").event(3040, "storage whole").event(3040, "battery 20");
        flash.begins(3050, third, second).aborts(3060).end();
    }

    private void writeAndVerify() {
        Flash flash = flash("WRITE and VERIFY are refused in the order of the page", first, NOTHING)
                .hello(10, 1, 0, first);
        flash.asksToWrite(20, second, 0, 96).refused(20, WRITE, 21, 0);
        flash.asks(30, "CAL_VERIFY", "").refused(30, VERIFY, 21, 0);
        flash.press(1000).begins(3000, second, first);
        flash.asks(3010, "CAL_VERIFY", "").refused(3010, VERIFY, 21, 1);
        flash.script.stream(3020, 9001, 1);
        flash.asksToWrite(3030, second, 0, 96).refused(3030, WRITE, 16, 0);
        flash.asks(3040, "CAL_VERIFY", "").refused(3040, VERIFY, 16, 0);
        flash.script.stream(3050, 9002, 0).event(3050, "storage protected");
        flash.asksToWrite(3060, second, 0, 96).says(3060, "CAL_WRITE", "next_off=96");
        flash.asksToWrite(3070, second, 96, 184).refused(3070, WRITE, 23, 0);
        flash.begins(3080, second, first, 127, CHALLENGE);
        flash.script.event(3090, "storage whole");
        flash.asksToWrite(3100, second, 127, 184).says(3100, "CAL_WRITE", "next_off=184");
        flash.script.event(3110, "storage protected");
        flash.asks(3120, "CAL_VERIFY", "").refused(3120, VERIFY, 23, 0);
        flash.script.event(3130, "storage whole");
        flash.verifies(3140, second).script.event(3150, "storage dead");
        flash.asks(3160, "CAL_VERIFY", "").refused(3160, VERIFY, 23, 0);
        flash.asks(3170, "CAL_READ", "slot=0 count=8 offset=0").refused(3170, READ, 23, 0);
        flash.asks(3180, "CAL_READ", "slot=0 count=8 offset=184").refused(3180, READ, 3, 4);
        flash.asksToWrite(3190, second, 0, 96).refused(3190, WRITE, 21, 2);
        flash.script.event(3200, "storage whole");
        flash.verifies(3210, second).aborts(3220).end();
    }

    private void commitAndConfirm() {
        Flash flash = flash("COMMIT and CONFIRM are refused in the order of the page", first, NOTHING)
                .hello(10, 1, 0, first);
        flash.asks(20, "CAL_COMMIT", "").refused(20, COMMIT, 21, 0);
        flash.asks(30, "CAL_CONFIRM", flash.expected("", second)).refused(30, CONFIRM, 21, 0);
        flash.press(1000).begins(3000, second, first);
        flash.asks(3010, "CAL_COMMIT", "").refused(3010, COMMIT, 21, 1);
        flash.writes(3020, second).verifies(3030, second);
        flash.asks(3040, "CAL_CONFIRM", flash.expected("", second)).refused(3040, CONFIRM, 21, 2);
        flash.script.stream(3050, 9001, 1);
        flash.asks(3060, "CAL_COMMIT", "").refused(3060, COMMIT, 16, 0);
        flash.script.stream(3070, 9002, 0);
        flash.commits(3080, second, 1, "").script.stream(3090, 9003, 1);
        flash.asks(3100, "CAL_CONFIRM", flash.expected("", second)).refused(3100, CONFIRM, 16, 0);
        flash.script.stream(3110, 9004, 0).event(3110, "battery 5").event(3110, "storage protected");
        flash.asks(3120, "CAL_CONFIRM", flash.expected("", first)).refused(3120, CONFIRM, 20, 2);
        flash.asks(3130, "CAL_CONFIRM", flash.expected("", second)).refused(3130, CONFIRM, 17, 5);
        flash.script.event(3140, "battery 255");
        flash.asks(3150, "CAL_CONFIRM", flash.expected("", second)).refused(3150, CONFIRM, 23, 0);
        flash.hello(3160, 2, 1, second).script.event(3170, "storage whole");
        flash.confirms(3180, second, 1).end();
    }

    private void rollback() {
        Flash flash = flash("ROLLBACK is refused in the order of the page", first, second)
                .hello(10, 1, 1, second);
        String right = flash.rollbackFields(second, first);
        flash.script.event(20, "battery 0");
        flash.script.stream(30, 9001, 1);
        flash.asks(100, "CAL_ROLLBACK", right).refused(100, ROLLBACK, 16, 0);
        flash.script.stream(110, 9002, 0);
        flash.asks(120, "CAL_ROLLBACK", flash.rollbackFields(first, third)).refused(120, ROLLBACK, 20, 2);
        flash.asks(130, "CAL_ROLLBACK", flash.rollbackFields(second, third)).refused(130, ROLLBACK, 25, 0);
        flash.asks(140, "CAL_ROLLBACK", right).refused(140, ROLLBACK, 18, 0);
        flash.press(1000).asks(3000, "CAL_ROLLBACK", right).refused(3000, ROLLBACK, 17, 0);
        flash.script.event(3010, "battery 21").event(3010, "storage protected");
        flash.asks(3020, "CAL_ROLLBACK", right).refused(3020, ROLLBACK, 23, 0);
        flash.script.event(3030, "storage whole");
        flash.asks(3040, "CAL_ROLLBACK", right)
                .says(3040, "CAL_ROLLBACK", "slot=0")
                .hello(3050, 1, 0, first);
        flash.asks(3060, "CAL_ROLLBACK", flash.rollbackFields(first, second)).refused(3060, ROLLBACK, 25, 1);
        flash.begins(3070, third, first);
        flash.asks(3080, "CAL_ROLLBACK", right).refused(3080, ROLLBACK, 21, 1);
        flash.boots(3100, 79).hello(3110, 1, 0, first);
        flash.info(3120, 0, 0, 0, 0, flash.held(3, first), flash.held(2, second), "")
                .end();
    }

    private void invalid() {
        Flash flash = flash("an image that is not valid is not put on trial", NOTHING, NOTHING)
                .hello(10, 0, 0, NOTHING);
        flash.press(1000);
        byte[] body = second.clone();
        body[100]++;
        byte[] outOfBounds = second.clone();
        outOfBounds[64 + 4 + 2] = 3;
        byte[] longer = second.clone();
        PlainImage.put(longer, 6, 2, second.length - 64 + 8);
        byte[][] images = {body, PlainImage.resealed(outOfBounds), image(2, "HLTEST000002"), PlainImage.resealed(longer)
        };
        int[] faults = {5, 10, 12, 3};
        int[] offsets = {44, 70, 12, 6};
        for (int i = 0; i < images.length; i++) {
            double ms = 3000 + 100 * i;
            flash.begins(ms, images[i], NOTHING).writes(ms + 10, images[i]);
            flash.asks(ms + 20, "CAL_VERIFY", "").refused(ms + 20, VERIFY, 22, faults[i] * 65536L + offsets[i]);
            flash.asks(ms + 30, "CAL_COMMIT", "").refused(ms + 30, COMMIT, 21, 0);
        }
        String[] lies = {"header_crc=", "generation=", "crc="};
        int[] liesFaults = {4, 10, 5};
        int[] liesOffsets = {60, 8, 44};
        for (int i = 0; i < lies.length; i++) {
            double ms = 4000 + 100 * i;
            String lie = flash.begin(second, NOTHING).replaceAll(" " + lies[i] + "\\d+", " " + lies[i] + "9");
            flash.asks(ms, "CAL_BEGIN", lie).says(ms, "CAL_BEGIN", "next_off=0 challenge=" + CHALLENGE);
            flash.writes(ms + 10, second).asks(ms + 20, "CAL_VERIFY", "");
            flash.refused(ms + 20, VERIFY, 22, liesFaults[i] * 65536L + liesOffsets[i]);
        }
        flash.info(5000, 0, 255, 118, 0, flash.held(2, second), EMPTY, "");
        flash.hello(5010, 0, 0, NOTHING).end();
    }

    private void key() {
        Flash flash = flash("a key: a wrong MAC, and a recorded COMMIT", NOTHING, NOTHING, KEY);
        flash.hello(10, 0, 0, NOTHING).info(20, 0, 255, 0, 1, EMPTY, EMPTY, "");
        byte[] begin = Messages.payload(schema.part("CAL_BEGIN_REQUEST"), flash.begin(second, NOTHING));
        String mac = mac(CHALLENGE, begin);
        flash.press(1000).brings(3000, second, NOTHING);
        flash.asks(3100, "CAL_COMMIT", "mac=" + mac.substring(0, 62) + flipped(mac.substring(62)));
        flash.refused(3100, COMMIT, 24, 0)
                .asks(3110, "CAL_COMMIT", "mac=" + mac)
                .refused(3110, COMMIT, 21, 0);
        flash.info(3120, 0, 255, 0, 1, flash.held(2, second), EMPTY, "");
        flash.asks(3130, "CAL_BEGIN", flash.begin(second, NOTHING)).refused(3130, BEGIN, 18, 0);
        flash.press(4000).brings(6000, second, NOTHING);
        flash.asks(6100, "CAL_COMMIT", "").refused(6100, COMMIT, 24, 0);
        flash.press(7000).brings(9000, second, NOTHING).script.event(9100, "storage dead");
        flash.asks(9110, "CAL_COMMIT", "mac=" + mac).refused(9110, COMMIT, 23, 0);
        flash.script.event(9120, "storage whole");
        flash.commits(9130, second, 0, mac).commits(9140, second, 0, "").aborts(9150);
        flash.script.event(9200, "challenge " + OTHER_CHALLENGE);
        flash.begins(9210, second, NOTHING, 0, OTHER_CHALLENGE)
                .writes(9220, second)
                .verifies(9230, second);
        flash.asks(9240, "CAL_COMMIT", "mac=" + mac).refused(9240, COMMIT, 24, 0);
        flash.press(10_000).begins(12_000, second, NOTHING, 0, OTHER_CHALLENGE).writes(12_010, second);
        flash.verifies(12_020, second).commits(12_030, second, 0, mac(OTHER_CHALLENGE, begin));
        flash.confirms(12_040, second, 0).end();
    }

    private String mac(String challenge, byte[] begin) {
        return PlainWire.hex(PlainProfiles.mac(PlainWire.bytes(KEY), PlainWire.bytes(challenge), begin, second));
    }

    private static String flipped(String hex) {
        byte[] bytes = PlainWire.bytes(hex);
        bytes[0] ^= 1;
        return PlainWire.hex(bytes);
    }

    private void times() {
        Flash flash = flash("the window closes, a write nobody goes on with is forgotten", first, NOTHING)
                .hello(10, 1, 0, first);
        String a = flash.held(3, first);
        flash.press(1000).hello(122_000, 1, 0, first).info(122_499, 0, 0, 1, 0, a, EMPTY, "");
        flash.asks(122_500, "CAL_BEGIN", flash.begin(second, first)).refused(122_500, BEGIN, 18, 0);
        flash.info(122_501, 0, 0, 0, 0, a, EMPTY, "");
        flash.press(123_000).begins(125_000, second, first);
        flash.hello(300_000, 1, 0, first).info(300_010, 1, 0, 0, 0, a, BEING_WRITTEN, flash.writing(0, second));
        flash.hello(900_000, 1, 0, first).writes(900_009, second);
        flash.hello(1_500_000, 1, 0, first).asks(1_500_009, "CAL_VERIFY", "").refused(1_500_009, VERIFY, 21, 0);
        flash.press(1_501_000).brings(1_503_000, second, first).commits(1_503_100, second, 1, "");
        flash.hello(2_200_000, 2, 1, second).confirms(2_200_010, second, 1).end();
    }

    private void streaming() {
        Flash flash = flash("a long press while a stream is on opens nothing", first, NOTHING)
                .hello(10, 1, 0, first);
        String a = flash.held(3, first);
        flash.script.stream(20, 9001, 1);
        flash.press(1000).info(2610, 0, 0, 0, 0, a, EMPTY, "");
        flash.asks(2620, "CAL_ABORT", "").refused(2620, ABORT, 16, 0);
        flash.asks(2630, "CAL_READ", "slot=0 count=8 offset=0").refused(2630, READ, 16, 0);
        flash.script.stream(2640, 9002, 0);
        flash.asks(2650, "CAL_BEGIN", flash.begin(second, first)).refused(2650, BEGIN, 18, 0);
        flash.press(3000).script.event(5000, "hang-up");
        flash.hello(5010, 1, 0, first).begins(5020, second, first).script.stream(5030, 9003, 1);
        flash.info(5040, 1, 0, 120, 0, a, BEING_WRITTEN, flash.writing(0, second))
                .end();
    }

    private void bounds() {
        Flash flash = flash("fields out of their bounds", first, NOTHING).hello(10, 1, 0, first);
        String[] reads = {"slot=2 count=1", "slot=0 count=0", "slot=0 count=97", "slot=1 count=1 offset=960"};
        int[] readsAt = {2, 3, 3, 4};
        for (int i = 0; i < reads.length; i++) {
            flash.asks(100 + i, "CAL_READ", reads[i]).refused(100 + i, READ, 3, readsAt[i]);
        }
        String begin = flash.begin(second, first);
        flash.asks(200, "CAL_BEGIN", begin.replace("image_bytes=184", "image_bytes=961"))
                .refused(200, BEGIN, 3, 2);
        flash.asks(210, "CAL_BEGIN", begin.replace(" generation=2", " generation=0"))
                .refused(210, BEGIN, 3, 4);
        flash.asks(220, "CAL_BEGIN", begin.replace(" generation=2", " generation=4294967295"))
                .refused(220, BEGIN, 3, 4);
        flash.asks(230, "CAL_WRITE", "offset=960 data=00").refused(230, WRITE, 3, 2);
        int type = 64;
        for (String name :
                new String[] {"INFO", "READ", "BEGIN", "WRITE", "VERIFY", "COMMIT", "CONFIRM", "ROLLBACK", "ABORT"}) {
            flash.script.host(300 + type, "CAL_" + name + "_REQUEST", "txn=0").error(300 + type, 0, type, 3, 0);
            type++;
        }
        flash.end();
    }

    private void none() {
        Script script = dialogues.greeted("calibration: a clip that keeps no profiles", 5_000_000);
        script.host(100, "CAL_INFO_REQUEST", "txn=2").error(100, 2, 64, 7, 0);
        script.host(110, "CAL_READ_REQUEST", "txn=3 slot=2 count=1").error(110, 3, READ, 3, 2);
        script.host(120, "CAL_READ_REQUEST", "txn=4 slot=1 count=1").error(120, 4, READ, 7, 0);
        script.host(130, "CAL_ABORT_REQUEST", "txn=5").error(130, 5, ABORT, 7, 0);
        dialogues.write(script);
    }
}
