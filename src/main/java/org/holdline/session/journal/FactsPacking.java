package org.holdline.session.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.holdline.report.Retention;
import org.holdline.report.Summary;
import org.holdline.sample.Placement;
import org.holdline.sample.StreamInfo;
import org.holdline.session.BeltSpan;
import org.holdline.session.Ending;
import org.holdline.session.Origin;
import org.holdline.session.RunFacts;
import org.holdline.session.journal.JournalException.Why;

/** Everything of a journal but its events, to bytes and back. */
final class FactsPacking {
    private FactsPacking() {}

    static void facts(RunFacts facts, Packer out) {
        out.text(facts.id());
        out.i64(facts.startedAt().toEpochMilli());
        out.text(facts.zone().getId());
        out.text(facts.version());
        StreamInfo info = facts.info();
        out.text(info.source());
        out.u8(info.simulated() ? 1 : 0);
        out.f64(info.rateHz());
        out.text(info.placement().word());
        out.i32(info.plannedS());
        out.i32(info.plannedM());
        out.i32(info.accelRangeUms2());
        out.i32(info.gyroRangeUrads());
        out.text(facts.origin().word());
        String runner = facts.runner();
        // A pseudonym is never empty.
        out.text(runner == null ? "" : runner);
    }

    static RunFacts facts(Unpacker in) throws JournalException {
        try {
            String id = in.text();
            Instant startedAt = Instant.ofEpochMilli(in.i64());
            ZoneId zone = ZoneId.of(in.text());
            String version = in.text();
            StreamInfo info = new StreamInfo(
                    in.text(), in.u8() != 0, in.f64(), placement(in.text()), in.i32(), in.i32(), in.i32(), in.i32());
            Origin origin = origin(in.text());
            String runner = in.text();
            return new RunFacts(id, startedAt, zone, version, info, origin, runner.isEmpty() ? null : runner);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new JournalException(Why.UNREADABLE, "its facts make no sense: " + e.getMessage());
        }
    }

    private static Placement placement(String word) throws JournalException {
        return Arrays.stream(Placement.values())
                .filter(placement -> placement.word().equals(word))
                .findAny()
                .orElseThrow(() -> unknown("placement", word));
    }

    private static Origin origin(String word) throws JournalException {
        return Arrays.stream(Origin.values())
                .filter(origin -> origin.word().equals(word))
                .findAny()
                .orElseThrow(() -> unknown("origin", word));
    }

    private static JournalException unknown(String what, String word) {
        return new JournalException(
                Why.NEWER, "its " + what + " is " + word + ", which a later Holdline wrote and this one does not know");
    }

    static void before(Retention.Kept before, Packer out) {
        out.u8(before.stage());
        out.u16(before.blocks().size());
        for (Summary.Probe block : before.blocks()) {
            out.f64(block.startS());
            out.i32(block.steps());
            out.f64(block.overShare());
        }
    }

    static Retention.Kept before(Unpacker in) throws JournalException {
        int stage = in.u8();
        int count = in.u16();
        List<Summary.Probe> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(new Summary.Probe(in.f64(), in.i32(), in.f64()));
        }
        try {
            return new Retention.Kept(stage, blocks);
        } catch (IllegalArgumentException e) {
            throw unknown("stage", String.valueOf(stage));
        }
    }

    static void belt(BeltSpan span, Packer out) {
        out.i64(span.fromUs());
        out.i32(span.speedMPerH());
        out.i32(span.inclineMilliPct());
        out.text(span.known().word());
    }

    static BeltSpan belt(Unpacker in) throws JournalException {
        long fromUs = in.i64();
        int speedMPerH = in.i32();
        int inclineMilliPct = in.i32();
        String word = in.text();
        for (BeltSpan.Known known : BeltSpan.Known.values()) {
            if (known.word().equals(word)) {
                return new BeltSpan(fromUs, speedMPerH, inclineMilliPct, known);
            }
        }
        throw unknown("belt", word);
    }

    static void end(Ending ending, String fault, Packer out) {
        out.text(ending.word());
        out.text(fault);
    }

    static Ending ending(Unpacker in) throws JournalException {
        String word = in.text();
        for (Ending ending : Ending.values()) {
            if (ending.word().equals(word)) {
                return ending;
            }
        }
        throw unknown("ending", word);
    }
}
