package org.holdline.link.wire;

/** Dialogues for what two readers of the page could take differently: rounding, bounces, what is stored, hang-ups. */
final class FineDialogues {
    private static final int TIMESYNC = 2;
    private static final int STREAM_CTRL = 16;
    private static final int CUE = 32;

    private final Dialogues dialogues;

    FineDialogues(Dialogues dialogues) {
        this.dialogues = dialogues;
    }

    void write() {
        rounding();
        doublePattern();
        bounces();
        whatIsStored();
        shortHost();
        hangUp();
        versionsPart();
        otherVersion();
    }

    private Script greeted(String name) {
        return dialogues.greeted(name, 5_000_000);
    }

    private void rounding() {
        Script script = greeted("the share counts microseconds and tells milliseconds rounded up");
        script.cue(1000.3, 10, 1000);
        script.plays(1000.3, 10, 1000);
        script.host(1100.8, "CUE_STOP_REQUEST", "txn=11").clip(1100.8, "CUE_STOP_RESPONSE", "txn=11 was_playing=1");
        script.ends(1100.8, 10, 100, 1);
        script.cue(2000, 12, 100);
        script.plays(2000, 12, 201);
        script.ends(2100, 12, 100, 0);
        script.cue(2500, 13, 2000);
        script.plays(2500, 13, 2201);
        script.ping(3400, 20).ping(4300, 21);
        script.ends(4500, 13, 2000, 0);
        script.cue(4600, 14, 300).error(4600, 14, CUE, 10, 2201);
        script.cue(4700, 15, 299);
        script.plays(4700, 15, 2500);
        script.cue(4800.4, 16, 100).error(4800.4, 16, CUE, 11, 199);
        script.ends(4999, 15, 299, 0).then("clip.cues_played=4 clip.cues_refused=2");
        dialogues.write(script);
    }

    private void doublePattern() {
        Script script = greeted("a double pattern is one cue, its pause included");
        script.host(
                1000,
                "CUE_REQUEST",
                "txn=10 issued_us=" + script.clock(995) + " ttl_ms=300 duration_ms=250 pattern=2 intensity_pct=80");
        script.plays(1000, 10, 250);
        script.cue(1120, 11, 100).error(1120, 11, CUE, 11, 130);
        script.ends(1250, 10, 250, 0);
        script.cue(1300, 12, 100);
        script.plays(1300, 12, 350);
        script.ends(1400, 12, 100, 0);
        dialogues.write(script);
    }

    private void bounces() {
        Script script = greeted("bounces of the button");
        script.cue(1000, 10, 900);
        script.plays(1000, 10, 900);
        script.event(1100, "button down").event(1119, "button up");
        script.event(1122, "button down").event(1130, "button up");
        script.event(1180, "check").then("clip.playing=1 clip.presses=0");
        script.event(1200, "button down").event(1219, "check").then("clip.playing=1");
        script.ends(1220, 10, 220, 2).then("clip.playing=0");
        script.event(1300, "button up").event(1303, "button down").event(1306, "button up");
        script.event(1605, "check").then("clip.presses=0");
        script.clip(1606, "BUTTON_REQUEST", script.press(1, 1200, 1, 1)).then("clip.muted=1");
        script.host(1610, "BUTTON_RESPONSE", "txn=1");
        script.event(2000, "button down").event(2100, "button up");
        script.event(2390, "button down").event(2395, "button up");
        script.clip(2400, "BUTTON_REQUEST", script.press(2, 2000, 1, 0)).then("clip.muted=0 clip.presses=2");
        dialogues.write(script.host(2410, "BUTTON_RESPONSE", "txn=2"));
    }

    private void whatIsStored() {
        Script script = greeted("what is stored, and who looks there");
        script.cue(1000, 10, 200);
        script.plays(1000, 10, 200);
        script.ping(1100, 10);
        script.host(1150, "CUE_STOP_REQUEST", "txn=10").clip(1150, "CUE_STOP_RESPONSE", "txn=10 was_playing=1");
        script.ends(1150, 10, 150, 1);
        script.cue(1160, 10, 995, 300, 200);
        script.playsSince(1160, 1000, 10, 200).then("clip.playing=0 clip.replies_repeated=1");
        script.raw(1200, 1, CUE, "0a00" + "00".repeat(9)).error(1200, 10, CUE, 2, 11);
        script.cue(1250, 10, 995, 300, 200);
        script.playsSince(1250, 1000, 10, 200).then("clip.replies_repeated=2");
        script.raw(1300, 1, CUE, "0b00" + "00".repeat(9)).error(1300, 11, CUE, 2, 11);
        script.cue(1400, 11, 100);
        script.plays(1400, 11, 250);
        script.ends(1500, 11, 100, 0);
        String outside = "txn=12 issued_us=0 ttl_ms=0 duration_ms=250 pattern=1 intensity_pct=80";
        script.host(1600, "CUE_REQUEST", outside).error(1600, 12, CUE, 3, 6);
        script.host(1650, "CUE_REQUEST", outside).error(1650, 12, CUE, 3, 6).then("clip.replies_repeated=3");
        script.cue(1700, 12, 100).error(1700, 12, CUE, 6, 0);
        script.raw(1750, 1, 96, "0c00").error(1750, 12, 96, 1, 0);
        script.host(1800, "TIMESYNC_REQUEST", "txn=0 host_sent_us=5").error(1800, 0, TIMESYNC, 3, 0);
        dialogues.write(script.then("clip.cues_played=2 clip.cues_refused=1 clip.replies_repeated=3"));
    }

    private String hello(int txn, long session, int maxPayload) {
        return dialogues.helloFields(txn, session).replace("max_payload_bytes=244", "max_payload_bytes=" + maxPayload);
    }

    private Script batches(Script script, double ms, int txn, int samples) {
        return script.host(
                ms, "STREAM_CTRL_REQUEST", "txn=" + txn + " flags=1 batch_samples=" + samples + " rate_hz=200");
    }

    private void refused(Script script, double ms, int txn, int samples) {
        batches(script, ms, txn, samples).error(ms, txn, STREAM_CTRL, 3, 3);
    }

    private void granted(Script script, double ms, int txn, int samples) {
        batches(script, ms, txn, samples)
                .clip(ms, "STREAM_CTRL_RESPONSE", "txn=" + txn + " flags=1 batch_samples=" + samples + " rate_hz=200");
    }

    private void shortHost() {
        Script script = dialogues
                .begin("batches no longer than the host takes", 5_000_000)
                .host(0, "HELLO_REQUEST", hello(1, 1001, 128))
                .clip(0, "HELLO_RESPONSE", dialogues.answer(1, Dialogues.BOOT_ID));
        refused(script, 100, 2, 5);
        granted(script, 200, 3, 4);
        script.host(300, "HELLO_REQUEST", hello(4, 1001, 244))
                .clip(300, "HELLO_RESPONSE", dialogues.answer(4, Dialogues.BOOT_ID))
                .then("clip.state=STREAMING");
        refused(script, 400, 5, 5);
        script.host(500, "HELLO_REQUEST", hello(1, 2002, 20))
                .clip(500, "HELLO_RESPONSE", dialogues.answer(1, Dialogues.BOOT_ID));
        refused(script, 600, 2, 5);
        granted(script, 700, 3, 4);
        script.host(800, "HELLO_REQUEST", hello(1, 3003, 255))
                .clip(800, "HELLO_RESPONSE", dialogues.answer(1, Dialogues.BOOT_ID));
        refused(script, 900, 2, 10);
        granted(script, 1000, 3, 9);
        dialogues.write(script.then("clip.state=STREAMING"));
    }

    private void hangUp() {
        Script script = greeted("hang-up while a cue plays");
        script.stream(100, 3, 3);
        script.cue(1000, 10, 1500);
        script.plays(1000, 10, 1500);
        script.event(1300, "hang-up").then("clip.state=WAITING clip.playing=0 clip.motor_cuts=1");
        script.host(1400, "TIMESYNC_REQUEST", "txn=11 host_sent_us=9").error(1400, 11, TIMESYNC, 4, 0);
        script.host(1500, "HELLO_REQUEST", dialogues.helloFields(12, 1001))
                .clip(1500, "HELLO_RESPONSE", dialogues.answer(12, Dialogues.BOOT_ID))
                .then("clip.state=READY");
        script.cue(1600, 10, 995, 300, 1500);
        script.playsSince(1600, 1000, 10, 1500).then("clip.playing=0 clip.replies_repeated=1");
        script.cue(1700, 13, 100);
        script.plays(1700, 13, 400);
        script.ends(1800, 13, 100, 0);
        script.event(1900, "hang-up").then("clip.state=WAITING clip.motor_cuts=1 clip.cues_played=2");
        dialogues.write(script);
    }

    private void versionsPart() {
        Script script = greeted("no common version while a cue plays");
        script.cue(1000, 10, 1500);
        script.plays(1000, 10, 1500);
        script.host(
                        1200,
                        "HELLO_REQUEST",
                        dialogues.helloFields(11, 1001).replace("min=1 version_max=1", "min=2 version_max=3"))
                .clip(
                        1200,
                        "HELLO_RESPONSE",
                        dialogues.answer(11, Dialogues.BOOT_ID).replace("agreed=1", "agreed=255"))
                .then("clip.state=WAITING clip.playing=0 clip.motor_cuts=0");
        script.host(1300, "HELLO_REQUEST", dialogues.helloFields(12, 1001))
                .clip(1300, "HELLO_RESPONSE", dialogues.answer(12, Dialogues.BOOT_ID))
                .then("clip.state=READY");
        script.cue(1400, 13, 100);
        script.plays(1400, 13, 300);
        dialogues.write(script.ends(1500, 13, 100, 0));
    }

    /** In WAITING no version is in force, and a clip takes those it speaks: this one speaks 1. */
    private void otherVersion() {
        String ping = "txn=2 host_sent_us=9";
        Script script = dialogues
                .begin("frames of another wire version", 5_000_000)
                .ofVersionTwo(100, "HELLO_REQUEST", dialogues.helloFields(1, 1001))
                .then("clip.state=WAITING")
                .ofVersionTwo(200, "TIMESYNC_REQUEST", ping)
                .host(300, "TIMESYNC_REQUEST", ping)
                .error(300, 2, TIMESYNC, 4, 0)
                .host(400, "HELLO_REQUEST", dialogues.helloFields(1, 1001))
                .clip(400, "HELLO_RESPONSE", dialogues.answer(1, Dialogues.BOOT_ID))
                .ofVersionTwo(500, "TIMESYNC_REQUEST", ping)
                .then("clip.state=READY")
                .event(600, "hang-up")
                .ofVersionTwo(700, "CUE_STOP_REQUEST", "txn=3")
                .host(800, "TIMESYNC_REQUEST", ping)
                .error(800, 2, TIMESYNC, 4, 0);
        dialogues.write(script.then("clip.state=WAITING"));
    }
}
