package org.holdline.session.journal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.holdline.cue.Cause;
import org.holdline.gait.Side;
import org.holdline.posture.ClipState;
import org.holdline.posture.Drill;
import org.holdline.posture.Metric;
import org.holdline.posture.MountWay;
import org.holdline.posture.NeutralCheck;
import org.holdline.posture.NeutralKind;
import org.holdline.posture.Reason;
import org.holdline.road.Calibration;
import org.holdline.road.Event;
import org.holdline.road.Watch;
import org.holdline.sample.Phase;

/**
 * Every field of an event as a number. A name stands for ever: a field that is renamed in the code keeps its name here. New
 * fields are added at the end.
 */
final class EventFields {
    static final int NUMBER = 0;
    static final int FLAG = 1;
    static final int WORD = 2;

    /**
     * One field.
     *
     * @param words of a field that has one of some words, in the order of their numbers; else none
     */
    record Field(String name, int type, List<String> words, ToLongFunction<Event> get, ObjLongConsumer<Event> set) {}

    static final List<Field> ALL = List.of(
            word("kind", Event.Kind.values(), e -> e.kind, (e, v) -> e.kind = v),
            number("time_us", e -> e.timeUs, (e, v) -> e.timeUs = v),
            word("watch", Watch.values(), e -> e.watch, (e, v) -> e.watch = v),
            word("phase", Phase.values(), e -> e.phase, (e, v) -> e.phase = v),
            flag("muted", e -> e.muted, (e, v) -> e.muted = v),
            word("side", Side.values(), e -> e.side, (e, v) -> e.side = v),
            number("toe_off_us", e -> e.toeOffUs, (e, v) -> e.toeOffUs = v),
            whole("contact_ms", e -> e.contactMs, (e, v) -> e.contactMs = v),
            whole("stance_mg", e -> e.stanceMg, (e, v) -> e.stanceMg = v),
            whole("peak_mg", e -> e.peakMg, (e, v) -> e.peakMg = v),
            whole("contact_error_ms", e -> e.contactErrorMs, (e, v) -> e.contactErrorMs = v),
            whole("tilt_mdeg", e -> e.tiltMdeg, (e, v) -> e.tiltMdeg = v),
            whole("obliquity_mdeg", e -> e.obliquityMdeg, (e, v) -> e.obliquityMdeg = v),
            whole("rotation_mdeg", e -> e.rotationMdeg, (e, v) -> e.rotationMdeg = v),
            whole("trunk_tilt_mdeg", e -> e.trunkTiltMdeg, (e, v) -> e.trunkTiltMdeg = v),
            whole("trunk_obliquity_mdeg", e -> e.trunkObliquityMdeg, (e, v) -> e.trunkObliquityMdeg = v),
            whole("trunk_rotation_mdeg", e -> e.trunkRotationMdeg, (e, v) -> e.trunkRotationMdeg = v),
            whole("phase_mdeg", e -> e.phaseMdeg, (e, v) -> e.phaseMdeg = v),
            whole("rise_mm", e -> e.riseMm, (e, v) -> e.riseMm = v),
            whole("cadence_dspm", e -> e.cadenceDspm, (e, v) -> e.cadenceDspm = v),
            flag("running", e -> e.running, (e, v) -> e.running = v),
            word("metric", Metric.values(), e -> e.metric, (e, v) -> e.metric = v),
            whole("deviation_mdeg", e -> e.deviationMdeg, (e, v) -> e.deviationMdeg = v),
            whole("threshold_mdeg", e -> e.thresholdMdeg, (e, v) -> e.thresholdMdeg = v),
            whole("trunk_mdeg", e -> e.trunkMdeg, (e, v) -> e.trunkMdeg = v),
            flag("over", e -> e.over, (e, v) -> e.over = v),
            whole("confidence", e -> e.confidence, (e, v) -> e.confidence = v),
            word("reason", Reason.values(), e -> e.reason, (e, v) -> e.reason = v),
            flag("probe", e -> e.probe, (e, v) -> e.probe = v),
            word("cause", Cause.values(), e -> e.cause, (e, v) -> e.cause = v),
            whole("pulse_ms", e -> e.pulseMs, (e, v) -> e.pulseMs = v),
            whole("speed_m_per_h", e -> e.speedMPerH, (e, v) -> e.speedMPerH = v),
            whole("incline_milli_pct", e -> e.inclineMilliPct, (e, v) -> e.inclineMilliPct = v),
            word("neutral", NeutralKind.values(), e -> e.neutral, (e, v) -> e.neutral = v),
            whole("neutral_steps", e -> e.neutralSteps, (e, v) -> e.neutralSteps = v),
            whole("centre_mdeg", e -> e.centreMdeg, (e, v) -> e.centreMdeg = v),
            whole("offset_mdeg", e -> e.offsetMdeg, (e, v) -> e.offsetMdeg = v),
            whole("offset_noise_mdeg", e -> e.offsetNoiseMdeg, (e, v) -> e.offsetNoiseMdeg = v),
            word("check", NeutralCheck.values(), e -> e.check, (e, v) -> e.check = v),
            word("drill", Drill.Outcome.values(), e -> e.drill, (e, v) -> e.drill = v),
            whole("drill_movements", e -> e.drillMovements, (e, v) -> e.drillMovements = v),
            whole("drill_range_mdeg", e -> e.drillRangeMdeg, (e, v) -> e.drillRangeMdeg = v),
            whole("drill_middle_mdeg", e -> e.drillMiddleMdeg, (e, v) -> e.drillMiddleMdeg = v),
            whole("drill_tucked_mdeg", e -> e.drillTuckedMdeg, (e, v) -> e.drillTuckedMdeg = v),
            flag("as_asked", e -> e.asAsked, (e, v) -> e.asAsked = v),
            flag("stood", e -> e.stood, (e, v) -> e.stood = v),
            flag("from_bends", e -> e.fromBends, (e, v) -> e.fromBends = v),
            word("lower_way", MountWay.values(), e -> e.lowerWay, (e, v) -> e.lowerWay = v),
            word("upper_way", MountWay.values(), e -> e.upperWay, (e, v) -> e.upperWay = v),
            flag("swapped", e -> e.swapped, (e, v) -> e.swapped = v),
            whole("accuracy_pct", e -> e.accuracyPct, (e, v) -> e.accuracyPct = v),
            whole("lower_pct", e -> e.lowerPct, (e, v) -> e.lowerPct = v),
            flag("enough", e -> e.enough, (e, v) -> e.enough = v),
            word("calibration", Calibration.values(), e -> e.calibration, (e, v) -> e.calibration = v),
            whole("reference_mdeg", e -> e.referenceMdeg, (e, v) -> e.referenceMdeg = v),
            word("clip_state", ClipState.values(), e -> e.clipState, (e, v) -> e.clipState = v),
            flag("by_stand", e -> e.byStand, (e, v) -> e.byStand = v),
            whole("stand_mdeg", e -> e.standMdeg, (e, v) -> e.standMdeg = v),
            flag("stand_moved", e -> e.standMoved, (e, v) -> e.standMoved = v),
            flag("stand_leans", e -> e.standLeans, (e, v) -> e.standLeans = v),
            whole("acts", e -> e.acts, (e, v) -> e.acts = v),
            number("samples", e -> e.samples, (e, v) -> e.samples = v),
            number("gaps", e -> e.gaps, (e, v) -> e.gaps = v),
            number("missing", e -> e.missing, (e, v) -> e.missing = v),
            number("stuck", e -> e.stuck, (e, v) -> e.stuck = v),
            number("saturated", e -> e.saturated, (e, v) -> e.saturated = v),
            number("without_temperature", e -> e.withoutTemperature, (e, v) -> e.withoutTemperature = v),
            whole("neutral_spread_mdeg", e -> e.neutralSpreadMdeg, (e, v) -> e.neutralSpreadMdeg = v));

    private EventFields() {}

    private static Field number(String name, ToLongFunction<Event> get, ObjLongConsumer<Event> set) {
        return new Field(name, NUMBER, List.of(), get, set);
    }

    private static Field whole(String name, ToIntFunction<Event> get, ObjIntConsumer<Event> set) {
        return new Field(name, NUMBER, List.of(), get::applyAsInt, (event, value) -> set.accept(event, (int) value));
    }

    private static Field flag(String name, Predicate<Event> get, BiConsumer<Event, Boolean> set) {
        return new Field(
                name,
                FLAG,
                List.of(),
                event -> get.test(event) ? 1 : 0,
                (event, value) -> set.accept(event, value != 0));
    }

    private static <T extends Enum<T>> Field word(
            String name, T[] values, Function<Event, T> get, BiConsumer<Event, T> set) {
        return new Field(
                name,
                WORD,
                Arrays.stream(values)
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .toList(),
                event -> get.apply(event).ordinal(),
                (event, value) -> set.accept(event, values[(int) value]));
    }
}
