package org.holdline.link.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Golden vectors of whole dialogues, written down line by line; {@link PlainClip} must answer as they say. */
public final class Dialogues {
    public static final long BOOT_ID = 77;

    private static final int STREAM_CTRL = 16;
    private static final int CUE = 32;

    private static final String EXPLANATION = """
            Whole dialogues. time_us: clip clock without wrap-around (on the wire its low 32 bits).
            who: host>clip and clip>host arrive at once; host-x and clip-x are sent and lost; event is what happens to the clip:
            boot <boot_id>, button down and button up (the contact closes and opens), charger on, charger off, hang-up (the port reports one,
            and is whole again at once), check (nothing; then looks).
            storage A B: what the two slots hold, in hexadecimal from the confirmation on, the rest FF, - for nothing; from the next boot on the
            clip has a memory for profiles, and with it the capability PROFILE. storage dead, protected, whole: the memory does not answer,
            acknowledges and writes nothing, is in order. challenge HEX: what the clip draws from now on. key HEX, key -: its key from the next boot on.
            battery N: its cell has N % left.
            content: the frame in hexadecimal, or the event. message: the same for people. then: what holds afterwards, - for nothing said.
            Playing against a clip: set its clock to the first time_us, its boot_id to 77 and its identity to that of the first HELLO RESPONSE;
            feed host>clip, do the events, let time pass to each line; it must send what stands in clip>host and clip-x, in that order, at that
            time, same type, flags and payload. STATUS, LOG and IMU_BATCH it may send at any time, and the numbers (seq) are its own. No sample arrives.
            Playing against a host: feed clip>host; it must send host>clip and host-x within 50 ms of their time, in that order. Its txns, its
            session and its numbers are its own: map them. TIMESYNC it may send at any time: answer those that are not in the list.
            Dialogues whose names begin with 'host:' hold lines that no clip could send without samples; they are for hosts only.
            """;

    private final Schema schema;
    private final Table table = new Table(EXPLANATION, "dialogue", "time_us", "who", "content", "message", "then");

    Dialogues(Schema schema) {
        this.schema = schema;
        greeting();
        noCommonVersion();
        lostReplies();
        reboot();
        lateCues();
        limits();
        share();
        silentHost();
        buttonMutes();
        buttonKinds();
        buttonWaits();
        fullStore();
        newSession();
        charger();
        unknown();
        new FineDialogues(this).write();
        new HostDialogues(this).write();
        new CalibrationDialogues(schema, this).write();
    }

    @Override
    public String toString() {
        return table.toString();
    }

    void write(Script script) {
        script.write(table);
    }

    Script begin(String name, long startUs) {
        return new Script(schema, name, startUs);
    }

    /** A test for each committed dialogue, with its rows; those for hosts only, or all others. */
    static Stream<DynamicTest> tests(boolean forHosts, Consumer<List<String[]>> play) {
        return byName(Table.read("dialogues.tsv")).entrySet().stream()
                .filter(dialogue -> dialogue.getKey().startsWith("host:") == forHosts)
                .map(dialogue -> DynamicTest.dynamicTest(dialogue.getKey(), () -> play.accept(dialogue.getValue())));
    }

    static Map<String, List<String[]>> byName(List<String[]> rows) {
        Map<String, List<String[]>> dialogues = new LinkedHashMap<>();
        rows.forEach(row ->
                dialogues.computeIfAbsent(row[0], name -> new ArrayList<>()).add(row));
        return dialogues;
    }

    /** Fields of the HELLO RESPONSE of the clip in all dialogues, without txn, boot_id and version_agreed. */
    public static String identity(Schema schema) {
        return "version_min=1 version_max=1 max_payload_bytes=244 capabilities=7 serial=HLTEST000001 hardware_major=1"
                + " hardware_minor=0 firmware_major=0 firmware_minor=1 firmware_patch=2 imu_count=2 rate_0_hz=100"
                + " rate_1_hz=200 motor=2 motor_rise_ms=15 lower_part=1 upper_part=2 lower_accel_lsb_ng=488281"
                + " lower_gyro_lsb_ndps=61035156 lower_accel_range_mg=16000 lower_gyro_range_dps=2000"
                + " lower_delay_us=4000 upper_accel_lsb_ng=488000 upper_gyro_lsb_ndps=70000000"
                + " upper_accel_range_mg=16000 upper_gyro_range_dps=2000 schema_crc="
                + (schema.crc() & 0xFFFFFFFFL);
    }

    String helloFields(int txn, long session) {
        return "txn=" + txn + " version_min=1 version_max=1 max_payload_bytes=244 host_session=" + session
                + " schema_crc=" + (schema.crc() & 0xFFFFFFFFL);
    }

    String answer(int txn, long bootId) {
        return identity(schema) + " txn=" + txn + " boot_id=" + bootId + " version_agreed=1";
    }

    Script greeted(String name, long startUs) {
        return begin(name, startUs)
                .host(0, "HELLO_REQUEST", helloFields(1, 1001))
                .clip(0, "HELLO_RESPONSE", answer(1, BOOT_ID))
                .then("clip.state=READY");
    }

    private void greeting() {
        String hello = helloFields(1, 1001);
        Script script = begin("greeting, first HELLO lost", 5_000_000)
                .hostLost(0, "HELLO_REQUEST", hello)
                .hostLost(300, "HELLO_REQUEST", hello)
                .host(600, "HELLO_REQUEST", hello)
                .then("host.state=GREETING")
                .clip(600, "HELLO_RESPONSE", answer(1, BOOT_ID))
                .then("clip.state=READY");
        script.ping(620, 2).stream(650, 3, 3).then("clip.state=STREAMING host.state=STREAMING");
        script.host(1000, "HELLO_REQUEST", helloFields(4, 1001))
                .clip(1000, "HELLO_RESPONSE", answer(4, BOOT_ID))
                .then("clip.state=STREAMING");
        write(script.stream(1100, 5, 0).then("clip.state=READY"));
    }

    private void noCommonVersion() {
        Script script = begin("no common version", 5_000_000)
                .host(0, "HELLO_REQUEST", helloFields(1, 1001).replace("min=1 version_max=1", "min=2 version_max=3"))
                .clip(0, "HELLO_RESPONSE", answer(1, BOOT_ID).replace("agreed=1", "agreed=255"))
                .then("clip.state=WAITING host.state=BACKOFF");
        write(script);
        script = begin("requests before a greeting", 5_000_000)
                .host(100, "STREAM_CTRL_REQUEST", Script.streamFields(2, 1))
                .error(100, 2, STREAM_CTRL, 4, 0)
                .host(200, "TIMESYNC_REQUEST", "txn=3 host_sent_us=9")
                .error(200, 3, 2, 4, 0);
        script.cue(300, 4, 250)
                .error(300, 4, CUE, 4, 0)
                .then("clip.state=WAITING clip.cues_played=0")
                .host(400, "CUE_STOP_REQUEST", "txn=5")
                .clip(400, "CUE_STOP_RESPONSE", "txn=5 was_playing=0");
        write(script);
    }

    private void lostReplies() {
        Script script = greeted("lost replies", 5_000_000);
        script.cue(1000, 10, 250)
                .clipLost(1000, "CUE_RESPONSE", "txn=10 started_us=" + script.clock(1000) + " window_used_ms=250");
        script.cue(1100, 10, 995, 300, 250);
        script.playsSince(1100, 1000, 10, 250).then("clip.cues_played=1 clip.replies_repeated=1 clip.playing=1");
        script.ends(1250, 10, 250, 0);
        script.cue(1400, 10, 100).error(1400, 10, CUE, 6, 0).then("clip.cues_played=1 clip.cues_refused=0");
        script.host(1500, "STREAM_CTRL_REQUEST", Script.streamFields(10, 1)).error(1500, 10, STREAM_CTRL, 6, 0);
        script.cue(2000, 20, 1500, 300, 250).error(2000, 20, CUE, 8, 500_000);
        script.cue(2100, 20, 1500, 300, 250)
                .error(2100, 20, CUE, 8, 500_000)
                .then("clip.cues_refused=1 clip.replies_repeated=2");
        script.cue(5999, 10, 100).error(5999, 10, CUE, 6, 0);
        script.cue(6000, 10, 100);
        script.plays(6000, 10, 350);
        script.ends(6100, 10, 100, 0).then("clip.cues_played=2");
        script.host(6200, "CUE_STOP_REQUEST", "txn=30")
                .clipLost(6200, "CUE_STOP_RESPONSE", "txn=30 was_playing=0")
                .host(6300, "CUE_STOP_REQUEST", "txn=30")
                .clip(6300, "CUE_STOP_RESPONSE", "txn=30 was_playing=0")
                .then("clip.replies_repeated=2");
        write(script);
    }

    private void reboot() {
        Script script = greeted("clip starts anew", 5_000_000);
        script.stream(100, 3, 3);
        script.cue(1000, 10, 1500);
        script.plays(1000, 10, 1500);
        script.boot(1400, 78).then("clip.state=WAITING clip.playing=0 clip.cues_played=0");
        script.host(1500, "TIMESYNC_REQUEST", "txn=11 host_sent_us=5")
                .error(1500, 11, 2, 4, 0)
                .then("host.state=GREETING");
        script.host(1510, "HELLO_REQUEST", helloFields(12, 1001))
                .clip(1510, "HELLO_RESPONSE", answer(12, 78))
                .then("clip.state=READY");
        script.stream(1550, 13, 1).then("clip.state=STREAMING host.state=STREAMING");
        script.cue(2000, 10, 200);
        script.plays(2000, 10, 200);
        script.ends(2200, 10, 200, 0);
        write(script);
    }

    private void lateCues() {
        Script script = greeted("late and early cues across the wrap of the clock", (1L << 32) - 1_500_000);
        script.cue(1600, 10, 1300, 300, 100);
        script.plays(1600, 10, 100);
        script.ends(1700, 10, 100, 0);
        script.cue(2000, 11, 1699.999, 300, 100).error(2000, 11, CUE, 8, 300_001);
        script.cue(2200, 12, 2250, 300, 100);
        script.plays(2200, 12, 200);
        script.ends(2300, 12, 100, 0);
        script.cue(2600, 13, 2650.001, 300, 100).error(2600, 13, CUE, 9, 50_001);
        script.cue(2700, 14, 1000, 1000, 100)
                .error(2700, 14, CUE, 8, 1_700_000)
                .then("clip.cues_played=2 clip.cues_refused=3");
        write(script);
    }

    private void limits() {
        Script script = greeted("limits field by field", 5_000_000);
        String right = " issued_us=0 ttl_ms=300 duration_ms=250 pattern=1 intensity_pct=80";
        String[] faults = {
            "ttl_ms=0",
            "ttl_ms=1001",
            "duration_ms=0",
            "duration_ms=2001",
            "pattern=0",
            "pattern=3",
            "intensity_pct=0",
            "intensity_pct=101"
        };
        int[] offsets = {6, 6, 8, 8, 10, 10, 11, 11};
        int ms = 1000;
        for (int i = 0; i < faults.length; i++) {
            String name = faults[i].substring(0, faults[i].indexOf('='));
            String fields = right.replaceAll(" " + name + "=\\d+", " " + faults[i]);
            script.host(ms, "CUE_REQUEST", "txn=" + (10 + i) + fields).error(ms, 10 + i, CUE, 3, offsets[i]);
            ms += 1000;
        }
        script.host(ms, "CUE_REQUEST", "txn=0" + right).error(ms, 0, CUE, 3, 0).then("clip.cues_refused=9");
        String[] streams = {
            "flags=4 batch_samples=4 rate_hz=200",
            "flags=1 batch_samples=0 rate_hz=200",
            "flags=1 batch_samples=10 rate_hz=200",
            "flags=1 batch_samples=4 rate_hz=49",
            "flags=1 batch_samples=4 rate_hz=1001"
        };
        int[] at = {2, 3, 3, 4, 4};
        for (int i = 0; i < streams.length; i++) {
            ms += 1000;
            script.host(ms, "STREAM_CTRL_REQUEST", "txn=" + (30 + i) + " " + streams[i])
                    .error(ms, 30 + i, STREAM_CTRL, 3, at[i]);
        }
        script.host(ms + 1000, "STREAM_CTRL_REQUEST", "txn=40 flags=1 batch_samples=4 rate_hz=150")
                .error(ms + 1000, 40, STREAM_CTRL, 7, 4)
                .then("clip.state=READY")
                .host(ms + 1100, "TIMESYNC_REQUEST", "txn=0 host_sent_us=5")
                .error(ms + 1100, 0, 2, 3, 0)
                .host(ms + 1200, "CUE_STOP_REQUEST", "txn=0")
                .clip(ms + 1200, "CUE_STOP_RESPONSE", "txn=0 was_playing=0");
        write(script);
    }

    private void share() {
        Script script = greeted("a quarter of ten seconds", 5_000_000);
        script.cue(1000, 10, 2000);
        script.plays(1000, 10, 2000);
        script.cue(1500, 11, 100).error(1500, 11, CUE, 11, 1500);
        script.ping(1900, 12).ping(2800, 13);
        script.ends(3000, 10, 2000, 0);
        script.cue(3500, 14, 500);
        script.plays(3500, 14, 2500);
        script.ends(4000, 14, 500, 0);
        script.cue(4500, 15, 1).error(4500, 15, CUE, 10, 2500);
        script.ping(8000, 16);
        script.cue(11_000, 17, 1).error(11_000, 17, CUE, 10, 2500);
        script.cue(11_001, 18, 1);
        script.plays(11_001, 18, 2500);
        script.ends(11_002, 18, 1, 0);
        script.cue(11_500, 19, 600).error(11_500, 19, CUE, 10, 2001);
        script.cue(11_600, 20, 599);
        script.plays(11_600, 20, 2500);
        script.host(11_800, "CUE_STOP_REQUEST", "txn=21").clip(11_800, "CUE_STOP_RESPONSE", "txn=21 was_playing=1");
        script.ends(11_800, 20, 200, 1).then("clip.cues_played=4 clip.cues_refused=4 clip.motor_cuts=0");
        write(script);
    }

    private void silentHost() {
        Script script = greeted("silent host", 5_000_000);
        script.cue(1000, 10, 2000);
        script.plays(1000, 10, 2000);
        script.ends(2000, 10, 1000, 3).then("clip.motor_cuts=1 clip.state=READY");
        script.cue(3000, 11, 1400);
        script.plays(3000, 11, 2400);
        for (int i = 1; i <= 5; i++) {
            script.ping(3000 + 250 * i, 11 + i);
        }
        script.ends(4400, 11, 1400, 0).then("clip.motor_cuts=1");
        script.event(9249, "check").then("clip.state=READY");
        script.event(9251, "check").then("clip.state=WAITING");
        script.cue(9400, 20, 100).error(9400, 20, CUE, 4, 0);
        script.host(9500, "HELLO_REQUEST", helloFields(21, 1001)).clip(9500, "HELLO_RESPONSE", answer(21, BOOT_ID));
        script.cue(9600, 22, 101).error(9600, 22, CUE, 10, 2400);
        script.cue(9700, 23, 100);
        script.plays(9700, 23, 2500);
        script.ends(9800, 23, 100, 0);
        write(script);
    }

    private void buttonMutes() {
        Script script = greeted("button mutes at once, told until answered", 5_000_000);
        script.cue(1000, 10, 1000);
        script.plays(1000, 10, 1000);
        script.event(1300, "button down");
        script.cue(1310, 9, 100).error(1310, 9, CUE, 11, 690).then("clip.playing=1");
        script.ends(1320, 10, 320, 2).then("clip.playing=0 clip.muted=0 clip.motor_cuts=0");
        script.cue(1350, 11, 100).error(1350, 11, CUE, 12, 0);
        String told = script.press(1, 1300, 1, 1);
        script.event(1400, "button up")
                .clipLost(1700, "BUTTON_REQUEST", told)
                .then("clip.muted=1 clip.presses=1")
                .clipLost(1900, "BUTTON_REQUEST", told)
                .clip(2100, "BUTTON_REQUEST", told)
                .host(2110, "BUTTON_RESPONSE", "txn=1");
        script.cue(2500, 12, 100).error(2500, 12, CUE, 12, 0);
        script.stream(3000, 13, 1).then("clip.muted=1");
        script.stream(3500, 14, 3).then("clip.muted=0");
        script.cue(4000, 15, 100);
        script.plays(4000, 15, 420);
        script.ends(4100, 15, 100, 0).then("clip.presses=1 clip.presses_lost=0");
        write(script);
    }

    private void buttonKinds() {
        Script script = greeted("double, long, short and short again", 5_000_000);
        script.event(1000, "button down").event(1100, "button up").event(1399, "button down");
        script.clip(1419, "BUTTON_REQUEST", script.press(1, 1000, 2, 0)).then("clip.muted=0");
        script.host(1425, "BUTTON_RESPONSE", "txn=1").event(1450, "button up").event(3000, "button down");
        script.clip(4500, "BUTTON_REQUEST", script.press(2, 3000, 3, 0))
                .hostLost(4510, "BUTTON_RESPONSE", "txn=2")
                .clip(4700, "BUTTON_REQUEST", script.press(2, 3000, 3, 0))
                .then("host.presses=2")
                .host(4710, "BUTTON_RESPONSE", "txn=2");
        script.event(5000, "button up").event(6000, "button down").event(7499, "button up");
        script.clip(7799, "BUTTON_REQUEST", script.press(3, 6000, 1, 1)).then("clip.muted=1");
        script.host(7805, "BUTTON_RESPONSE", "txn=3").event(8000, "button down").event(8050, "button up");
        script.clip(8350, "BUTTON_REQUEST", script.press(4, 8000, 1, 0)).then("clip.muted=0 clip.presses=4");
        script.host(8355, "ERROR_RESPONSE", "txn=4 refused_type=48 code=3 detail=6")
                .event(9000, "check")
                .then("clip.presses_lost=0 host.presses=4");
        write(script);
    }

    private void buttonWaits() {
        Script script = greeted("presses wait for a greeting, grow old, displace one another", 5_000_000);
        script.event(6000, "button down")
                .event(6100, "button up")
                .event(6500, "check")
                .then("clip.muted=1");
        script.host(7000, "HELLO_REQUEST", helloFields(2, 1001)).clip(7000, "HELLO_RESPONSE", answer(2, BOOT_ID));
        script.clip(7000, "BUTTON_REQUEST", script.press(1, 6000, 1, 1)).host(7010, "BUTTON_RESPONSE", "txn=1");
        script.event(13_000, "button down").event(13_100, "button up");
        script.event(13_500, "check").then("clip.state=WAITING clip.muted=0 clip.presses=2");
        script.event(23_399, "check")
                .then("clip.presses_lost=0")
                .event(23_401, "check")
                .then("clip.presses_lost=1");
        for (int i = 0; i < 5; i++) {
            script.event(24_000 + 1000 * i, "button down").event(24_100 + 1000 * i, "button up");
        }
        script.event(28_900, "check").then("clip.presses=7 clip.presses_lost=2 clip.muted=1");
        script.host(29_000, "HELLO_REQUEST", helloFields(3, 1001)).clip(29_000, "HELLO_RESPONSE", answer(3, BOOT_ID));
        for (int i = 1; i < 5; i++) {
            int muted = i % 2 == 0 ? 1 : 0;
            script.clip(29_000 + 10 * (i - 1), "BUTTON_REQUEST", script.press(3 + i, 24_000 + 1000 * i, 1, muted));
            script.host(29_000 + 10 * i, "BUTTON_RESPONSE", "txn=" + (3 + i));
        }
        script.event(29_500, "check").then("clip.presses_lost=2 host.presses=5");
        write(script);
    }

    private void fullStore() {
        Script script = greeted("no slot free", 5_000_000);
        for (int i = 0; i < 8; i++) {
            script.cue(1000 + 50 * i, 10 + i, 500, 300, 100).error(1000 + 50 * i, 10 + i, CUE, 8, 500_000 + 50_000 * i);
        }
        script.cue(1500, 18, 100).error(1500, 18, CUE, 5, 4500).then("clip.cues_refused=8 clip.cues_played=0");
        script.cue(1550.5, 18, 100).error(1550.5, 18, CUE, 5, 4450);
        script.host(1600, "CUE_STOP_REQUEST", "txn=19").clip(1600, "CUE_STOP_RESPONSE", "txn=19 was_playing=0");
        script.ping(1700, 20);
        script.cue(1800, 10, 500, 300, 100).error(1800, 10, CUE, 8, 500_000).then("clip.replies_repeated=1");
        script.ping(5000, 21);
        script.cue(6000, 18, 100);
        script.plays(6000, 18, 100);
        script.ends(6100, 18, 100, 0);
        write(script);
    }

    private void newSession() {
        Script script = greeted("another host program", 5_000_000);
        script.stream(100, 3, 3);
        script.cue(1000, 10, 1500);
        script.plays(1000, 10, 1500);
        script.host(1500, "HELLO_REQUEST", helloFields(1, 2002)).clip(1500, "HELLO_RESPONSE", answer(1, BOOT_ID));
        script.ends(1500, 10, 500, 4).then("clip.state=READY clip.playing=0 clip.motor_cuts=0");
        script.cue(1600, 10, 1595, 300, 200);
        script.plays(1600, 10, 700);
        script.ends(1800, 10, 200, 0).then("clip.cues_played=2");
        write(script);
    }

    private void charger() {
        Script script = greeted("charger", 5_000_000);
        script.stream(100, 3, 3);
        script.cue(1000, 10, 1500);
        script.plays(1000, 10, 1500);
        script.event(1200, "charger on");
        script.ends(1200, 10, 200, 5).then("clip.state=READY clip.motor_cuts=1");
        script.host(1300, "STREAM_CTRL_REQUEST", Script.streamFields(11, 1)).error(1300, 11, STREAM_CTRL, 13, 0);
        script.cue(1400, 12, 100).error(1400, 12, CUE, 13, 0);
        script.stream(1500, 13, 0);
        script.event(2000, "charger off");
        write(script.stream(2100, 14, 1).then("clip.state=STREAMING"));
    }

    private void unknown() {
        Script script = greeted("unknown and short requests", 5_000_000)
                .raw(100, 1, 96, "0500aabb")
                .error(100, 5, 96, 1, 0)
                .raw(200, 1, 240, "")
                .error(200, 0, 240, 1, 0)
                .raw(300, 1, CUE, "0600" + "00".repeat(9))
                .error(300, 6, CUE, 2, 11)
                .raw(400, 0, 240, "0700")
                .raw(500, 2, 240, "0700");
        write(script.ping(600, 8));
    }

    static String samples(int count) {
        return IntStream.range(0, 12 * count)
                .mapToObj(i -> Integer.toString(i - 5))
                .collect(Collectors.joining(","));
    }
}
