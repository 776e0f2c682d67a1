package org.holdline.link.wire;

/** Dialogues with samples in them, for hosts only. */
final class HostDialogues {
    private static final String STREAM = " batch_samples=8 rate_hz=100";

    private final Dialogues dialogues;

    HostDialogues(Dialogues dialogues) {
        this.dialogues = dialogues;
    }

    void write() {
        stale();
        closes();
        otherSchema();
        repeatedPress();
        noRoomForTheStream();
    }

    private Script streaming(String name) {
        Script script = dialogues.greeted(name, 5_000_000);
        script.host(20, "STREAM_CTRL_REQUEST", "txn=2 flags=3" + STREAM)
                .clip(20, "STREAM_CTRL_RESPONSE", "txn=2 flags=1" + STREAM);
        for (int i = 0; i < 4; i++) {
            batch(script, 1000 + 80 * i, 8 * i);
        }
        return script.then("host.state=STREAMING");
    }

    private static Script batch(Script script, double ms, int firstIdx) {
        return script.clip(
                ms,
                "IMU_BATCH_EVENT",
                "t0_us=" + script.clock(ms - 75) + " first_idx=" + firstIdx
                        + " period_ns=10000000 count=8 flags=24 samples=" + Dialogues.samples(8));
    }

    private void stale() {
        Script script = streaming("host: stream stops and comes back");
        script.event(1485, "check")
                .then("host.state=STREAMING")
                .event(1495, "check")
                .then("host.state=STALE");
        script.hostLost(2240, "HELLO_REQUEST", dialogues.helloFields(3, 1001))
                .host(2540, "HELLO_REQUEST", dialogues.helloFields(3, 1001))
                .clip(2560, "HELLO_RESPONSE", dialogues.answer(3, Dialogues.BOOT_ID))
                .then("host.state=STALE")
                .host(2560, "STREAM_CTRL_REQUEST", "txn=4 flags=1" + STREAM)
                .clip(2580, "STREAM_CTRL_RESPONSE", "txn=4 flags=1 next_idx=160" + STREAM);
        dialogues.write(batch(script, 2600, 152).then("host.state=STREAMING host.samples_missing=120"));
    }

    private void closes() {
        Script script = streaming("host: stream stops for good");
        for (int ms = 2240; ms < 4240; ms += 300) {
            script.hostLost(ms, "HELLO_REQUEST", dialogues.helloFields(3, 1001));
        }
        dialogues.write(script.event(4300, "check").then("host.state=BACKOFF"));
    }

    private void otherSchema() {
        Script script = dialogues
                .begin("host: clip of another schema", 5_000_000)
                .host(0, "HELLO_REQUEST", dialogues.helloFields(1, 1001))
                .clip(0, "HELLO_RESPONSE", dialogues.answer(1, Dialogues.BOOT_ID) + " schema_crc=1")
                .host(20, "STREAM_CTRL_REQUEST", "txn=2 flags=3" + STREAM)
                .clip(20, "STREAM_CTRL_RESPONSE", "txn=2 flags=1" + STREAM);
        dialogues.write(batch(script, 1000, 0).then("host.state=STREAMING"));
    }

    private void repeatedPress() {
        Script script = streaming("host: a press told twice");
        String press = "txn=9 pressed_us=" + script.clock(1200) + " press=2 muted=0";
        dialogues.write(script.clip(1250, "BUTTON_REQUEST", press)
                .hostLost(1250, "BUTTON_RESPONSE", "txn=9")
                .clip(1450, "BUTTON_REQUEST", press)
                .host(1450, "BUTTON_RESPONSE", "txn=9")
                .then("host.presses=1"));
    }

    private void noRoomForTheStream() {
        String asked = "txn=2 flags=3" + STREAM;
        Script script = dialogues.greeted("host: BUSY to STREAM_CTRL", 5_000_000);
        script.host(20, "STREAM_CTRL_REQUEST", asked)
                .error(30, 2, MessageType.STREAM_CTRL, Codes.ErrorCode.BUSY, 700)
                .event(720, "check")
                .then("host.state=GREETING");
        script.host(730, "STREAM_CTRL_REQUEST", asked).error(740, 2, MessageType.STREAM_CTRL, Codes.ErrorCode.BUSY, 1);
        script.host(1040, "STREAM_CTRL_REQUEST", asked)
                .clip(1050, "STREAM_CTRL_RESPONSE", "txn=2 flags=1" + STREAM)
                .then("host.state=STREAMING");
        dialogues.write(script);
    }
}
