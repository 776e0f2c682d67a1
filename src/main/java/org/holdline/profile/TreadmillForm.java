package org.holdline.profile;

import java.util.List;
import java.util.regex.Pattern;
import org.holdline.profile.form.Field;
import org.holdline.profile.form.Form;
import org.holdline.profile.form.Section;
import org.holdline.profile.form.Section.Presence;
import org.holdline.profile.form.Shape.Quantity;
import org.holdline.profile.form.Shape.Text;
import org.holdline.profile.form.Shape.Word;

/** The fields of a treadmill profile: what its display says against what the belt does. */
public final class TreadmillForm {
    public static final Form FORM = new Form(
            "treadmill",
            1,
            "A treadmill profile: what one treadmill's numbers mean. It holds nothing of any runner.",
            List.of(
                    new Section(
                            "",
                            Presence.ONCE,
                            "",
                            Form.opening(
                                    "treadmill",
                                    new Field(
                                            "name",
                                            new Text(
                                                    Pattern.compile("[\\p{L}\\p{N} ._-]{1,40}"),
                                                    "1 to 40 letters, digits, spaces, . _ -"),
                                            true,
                                            "What staff call it.",
                                            "Treadmill 3"),
                                    new Field(
                                            "bluetooth_id",
                                            new Text(
                                                    Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2}){5}"),
                                                    "an address like C4:64:E3:01:02:03"),
                                            false,
                                            "Address of its fitness machine service.",
                                            "C4:64:E3:01:02:03"))),
                    new Section(
                            "speed",
                            Presence.AT_MOST_ONCE,
                            "Belt speed: true = shown x scale.",
                            List.of(new Field(
                                    "scale",
                                    new Quantity(4, 8_000, 12_000, ""),
                                    true,
                                    "Measured by counting belt turns over a minute.",
                                    9_870L))),
                    new Section(
                            "incline",
                            Presence.AT_MOST_ONCE,
                            "Incline: true = shown + offset.",
                            List.of(
                                    new Field(
                                            "offset_percent",
                                            new Quantity(3, -5_000, 5_000, "%"),
                                            true,
                                            "Slope of the belt when the display says 0.",
                                            400L),
                                    new Field(
                                            "quirk",
                                            new Word(List.of("none", "missing", "stuck", "late")),
                                            true,
                                            "What its reported incline is known for; with missing and stuck it is not used.",
                                            "none")))),
            List.of(),
            List.of());

    private TreadmillForm() {}
}
