package org.holdline.profile;

import java.util.List;
import java.util.regex.Pattern;
import org.holdline.profile.form.Field;
import org.holdline.profile.form.Form;
import org.holdline.profile.form.Form.Trap;
import org.holdline.profile.form.Section;
import org.holdline.profile.form.Section.Presence;
import org.holdline.profile.form.Shape.Moment;
import org.holdline.profile.form.Shape.Quantity;
import org.holdline.profile.form.Shape.Text;
import org.holdline.profile.form.Shape.Word;

/**
 * The fields of a runner profile. It holds a pseudonym and differences; no name, no measure of the body, no angle against
 * gravity: a clip never sits twice the same way, so an angle of one mounting means nothing in the next.
 */
public final class RunnerForm {
    private static final String ONE_MOUNTING =
            "an angle against gravity holds for one mounting only, expected offset_deg in [[neutral]]: running neutral minus"
                    + " the standing neutral of the same mounting";

    public static final Form FORM = new Form(
            "runner",
            1,
            "A runner profile: what Holdline has learned of one runner. It stays on this machine.",
            List.of(
                    new Section(
                            "",
                            Presence.ONCE,
                            "",
                            Form.opening(
                                    "runner",
                                    new Field(
                                            "pseudonym",
                                            new Text(
                                                    Pattern.compile("[A-Za-z0-9_-]{1,32}"),
                                                    "1 to 32 letters, digits, _ or -"),
                                            true,
                                            "Any word but a name.",
                                            "heron-17"),
                                    new Field(
                                            "placement",
                                            new Word(List.of("thoracolumbar", "sacral", "dual")),
                                            true,
                                            "Where the clip is worn; offsets of one placement say nothing of another.",
                                            "dual"))),
                    new Section(
                            "neutral",
                            Presence.ANY_TIMES,
                            "Running neutral at one speed and incline, as a difference from the standing neutral of the same\n"
                                    + "mounting. The nearest one within 1 km/h and 1 % is used, as confirmed by standing.",
                            List.of(
                                    new Field("speed_kmh", new Quantity(1, 40, 250, "km/h"), true, "Belt speed.", 100L),
                                    new Field("incline_percent", new Quantity(1, -50, 200, "%"), true, "Incline.", 10L),
                                    new Field(
                                            "offset_deg",
                                            new Quantity(3, -30_000, 30_000, "deg"),
                                            true,
                                            "Running neutral minus standing neutral, positive toward arching.",
                                            4_120L),
                                    new Field(
                                            "noise_deg",
                                            new Quantity(3, 0, 10_000, "deg"),
                                            true,
                                            "Spread of that difference.",
                                            640L),
                                    new Field(
                                            "source",
                                            new Word(List.of("drill", "standing", "automatic")),
                                            true,
                                            "How the neutral was found.",
                                            "drill"),
                                    new Field("measured", new Moment(), true, "When.", 1_777_890_600L))),
                    new Section(
                            "cueing",
                            Presence.AT_MOST_ONCE,
                            "How this runner is cued.",
                            List.of(
                                    new Field(
                                            "band_deg",
                                            new Quantity(3, 2_000, 15_000, "deg"),
                                            false,
                                            "Deviation that asks for a cue, in place of the setting.",
                                            5_000L),
                                    new Field(
                                            "stage",
                                            new Quantity(0, 0, 4, ""),
                                            true,
                                            "Fading stage to begin with: 0 = every cue, each further one a quarter fewer, 4 = none.",
                                            0L))),
                    new Section(
                            "probe",
                            Presence.ANY_TIMES,
                            "A block without cues: what stayed without them.",
                            List.of(
                                    new Field("measured", new Moment(), true, "When.", 1_777_890_600L),
                                    new Field(
                                            "over_percent",
                                            new Quantity(1, 0, 1_000, "%"),
                                            true,
                                            "Share of its steps over the band.",
                                            124L),
                                    new Field(
                                            "steps",
                                            new Quantity(0, 1, 100_000, ""),
                                            true,
                                            "Its judged steps.",
                                            412L)))),
            List.of(),
            List.of(
                    new Trap("neutral_deg", ONE_MOUNTING),
                    new Trap("reference_deg", ONE_MOUNTING),
                    new Trap("absolute_deg", ONE_MOUNTING),
                    new Trap("angle_deg", ONE_MOUNTING),
                    new Trap("pitch_deg", ONE_MOUNTING),
                    new Trap("tilt_deg", ONE_MOUNTING),
                    new Trap("name", "no names in a profile, expected pseudonym")));

    private RunnerForm() {}
}
