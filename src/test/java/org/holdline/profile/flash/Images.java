package org.holdline.profile.flash;

import java.util.Map;
import java.util.regex.Pattern;
import org.holdline.profile.Profiles;
import org.holdline.profile.form.Filled;
import org.holdline.profile.form.FormWriter;

/** Profiles of different values for different clips. */
final class Images {
    private Images() {}

    /** The example profile with another serial number and one other value. */
    static Filled profile(String serial, int variant) {
        return changed(Map.of(
                "serial = \"HL0001\"", "serial = \"" + serial + "\"",
                "bias_mg = [4.2,", "bias_mg = [" + (variant / 10.0) + ","));
    }

    /** The example profile with pieces of its text replaced. */
    static Filled changed(Map<String, String> pieces) {
        String text = FormWriter.write(Profiles.device());
        for (Map.Entry<String, String> piece : pieces.entrySet()) {
            if (!text.contains(piece.getKey())) {
                throw new AssertionError(piece.getKey() + " is not in the example");
            }
            text = text.replaceFirst(Pattern.quote(piece.getKey()), piece.getValue());
        }
        return Profiles.read(text);
    }

    static Wanted wanted(int variant) {
        return Wanted.of(profile(BenchClip.SERIAL, variant));
    }
}
