package org.holdline.profile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.holdline.profile.form.Filled;
import org.holdline.profile.form.Form;
import org.holdline.profile.form.FormException;
import org.holdline.profile.form.FormReader;
import org.holdline.profile.form.FormWriter;

/** Profiles for tests. */
public final class Profiles {
    public static final List<Form> ALL = List.of(DeviceForm.FORM, RunnerForm.FORM, TreadmillForm.FORM);

    private Profiles() {}

    /** The device profile of the example file: two sensors, a slope each, a motor. */
    public static Filled device() {
        return read(FormWriter.example(DeviceForm.FORM));
    }

    /** As if a file held this text. */
    public static Filled read(String text) {
        try {
            return FormReader.of(Path.of("test.toml"), text.getBytes(StandardCharsets.UTF_8), ALL);
        } catch (FormException e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }
}
