package org.holdline.report.html;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.holdline.text.Language;
import org.holdline.text.Texts;
import org.jspecify.annotations.Nullable;

/** Texts and numbers of one reader. */
final class Words {
    private static final double KM_A_MILE = 1.609344;

    private final Texts texts;
    private final Locale locale;
    private final Language language;
    private final boolean miles;

    Words(Language language, boolean miles) {
        this.language = language;
        this.miles = miles;
        texts = Texts.of(language);
        locale = language == Language.GERMAN ? Locale.GERMAN : Locale.ENGLISH;
    }

    Language language() {
        return language;
    }

    boolean miles() {
        return miles;
    }

    String text(String key) {
        return texts.text(key);
    }

    /** @param places names of the places and what fills them, in turn */
    String text(String key, String... places) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < places.length; i += 2) {
            values.put(places[i], places[i + 1]);
        }
        return texts.text(key, values);
    }

    /** With so many decimals and this language's comma; a minus as long as a plus. */
    String number(double value, int places) {
        if (Double.isNaN(value)) {
            return text("report.notknown");
        }
        String digits = String.format(locale, "%." + places + "f", Math.abs(value));
        boolean negative = value < 0 && digits.chars().anyMatch(c -> c >= '1' && c <= '9');
        return (negative ? "\u2212" : "") + digits;
    }

    String signed(double value, int places) {
        String digits = number(value, places);
        return value > 0 && digits.chars().anyMatch(c -> c >= '1' && c <= '9') ? "+" + digits : digits;
    }

    String whole(long value) {
        return number((double) value, 0);
    }

    /** A share as whole per cent; next to nothing is not nothing, and nearly all is not all. */
    String percent(double share) {
        long pct = Math.round(100 * share);
        if (pct == 0 && share > 0) {
            return "<\u202F1";
        }
        return pct == 100 && share < 1 ? ">\u202F99" : number(100 * share, 0);
    }

    String known(@Nullable Double value, int places) {
        return value == null ? text("report.notknown") : number(value, places);
    }

    /** Minutes and seconds, with hours where there are some. */
    static String clock(double seconds) {
        long whole = Math.max(0, Math.round(seconds));
        String tail = String.format(Locale.ROOT, "%02d", whole % 60);
        return whole < 3600
                ? whole / 60 + ":" + tail
                : String.format(Locale.ROOT, "%d:%02d:%s", whole / 3600, whole / 60 % 60, tail);
    }

    String speed(double kmh) {
        return miles ? number(kmh / KM_A_MILE, 1) + " " + text("unit.mph") : number(kmh, 1) + " " + text("unit.kmh");
    }

    String distance(double metres) {
        return miles
                ? number(metres / 1000 / KM_A_MILE, 2) + " " + text("unit.mi")
                : number(metres / 1000, 2) + " " + text("unit.km");
    }

    /** So much a km as so much a mile, for whoever counts in miles. */
    String perDistance(double perKm) {
        return number(miles ? perKm * KM_A_MILE : perKm, 0);
    }

    String date(Instant at, ZoneId zone) {
        String form = language == Language.GERMAN ? "d. MMMM uuuu, HH:mm" : "d MMMM uuuu, HH:mm";
        return DateTimeFormatter.ofPattern(form, locale).format(at.atZone(zone));
    }

    String day(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(at.atZone(zone));
    }
}
