package org.holdline.profile.form;

import java.util.List;

/**
 * One field of a profile file.
 *
 * @param name within its table, unit included: {@code bias_mg}
 * @param shape what it may hold
 * @param required false when it may be left out
 * @param doc one sentence: what it is, and what it does where that is not plain
 * @param example value that an example file shows, in the whole numbers of its shape
 */
public record Field(String name, Shape shape, boolean required, String doc, Object example) {
    /** The values of a row or a matrix. */
    static List<Long> longs(Object value) {
        return ((List<?>) value).stream().map(each -> (Long) each).toList();
    }
}
