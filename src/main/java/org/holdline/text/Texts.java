package org.holdline.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of one language by key. A text may hold places such as {@code {minutes}}, which whoever shows it fills. */
public final class Texts {
    /** A place that is filled when the text is shown. */
    public static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final Map<String, String> byKey;

    private Texts(Map<String, String> byKey) {
        this.byKey = Collections.unmodifiableMap(byKey);
    }

    /** The catalogue of a language, read from beside this class. */
    public static Texts of(Language language) {
        String file = language.tag() + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("catalogue " + file + " is not beside " + Texts.class);
            }
            Properties read = new Properties();
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> byKey = new TreeMap<>();
            read.stringPropertyNames().forEach(key -> byKey.put(key, read.getProperty(key)));
            return new Texts(byKey);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** Every text by its key, sorted. */
    public Map<String, String> all() {
        return byKey;
    }

    /**
     * A text as it stands.
     *
     * @throws IllegalArgumentException when there is none of that key
     */
    public String text(String key) {
        String text = byKey.get(key);
        if (text == null) {
            throw new IllegalArgumentException("key=" + key + ", expected one of the catalogue");
        }
        return text;
    }

    /** A text with its places filled. */
    public String text(String key, Map<String, String> values) {
        return PLACE.matcher(text(key)).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("key=" + key + " has no value for " + found.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
