package org.holdline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.holdline.attitude.InclinationParams;
import org.holdline.cue.CueParams;
import org.holdline.cue.FadingParams;
import org.holdline.gait.StridesParams;
import org.holdline.posture.PostureParams;
import org.holdline.posture.SlipParams;
import org.holdline.road.RoadParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The keys of the road against the records they fill: every component has one, in the same order, with its bounds. */
class RoadKeysTest {
    private static final Path NO_ETC = Path.of("no", "such", "folder");

    /** Numbers have bounds; what is a yes or a no has a test of its own. */
    private static boolean isNumber(Key<?> key) {
        return key.fallback() instanceof Number;
    }

    /** A key, the record it fills and which of its components. */
    record Place(Key<?> key, Record defaults, int index) {
        RecordComponent component() {
            return defaults.getClass().getRecordComponents()[index];
        }

        /** Thousandths where the record counts in them. */
        double scale() {
            return component().getType() == int.class && key.fallback() instanceof Double ? 1000 : 1;
        }

        @Override
        public String toString() {
            return key + " -> " + component().getName();
        }
    }

    static List<Place> places() {
        List<Place> places = new ArrayList<>();
        Map.of(
                        "attitude", InclinationParams.defaults(),
                        "strides", StridesParams.defaults(),
                        "posture", PostureParams.defaults(),
                        "slip", SlipParams.defaults(),
                        "cue", CueParams.defaults(),
                        "fading", FadingParams.defaults())
                .forEach((section, defaults) -> {
                    List<Key<?>> keys = Keys.all().stream()
                            .filter(key -> key.section().equals(section) && isNumber(key))
                            .toList();
                    // What is no number comes last.
                    long numbers = Stream.of(defaults.getClass().getRecordComponents())
                            .filter(component ->
                                    component.getType() == int.class || component.getType() == double.class)
                            .count();
                    assertEquals(numbers, keys.size(), section);
                    for (int i = 0; i < keys.size(); i++) {
                        places.add(new Place(keys.get(i), defaults, i));
                    }
                });
        return places;
    }

    @ParameterizedTest
    @MethodSource("places")
    void shouldBeNamedLikeItsComponentWhenDeclared(Place place) {
        String name = place.key().nameInSection().replace("_", "");
        String component = place.component().getName();
        String inTheRoadsUnit = component
                .replaceAll("Mdeg(PerMin)?$", "Deg$1")
                .replaceAll("Mg$", "G")
                .replaceAll("MPerH$", "Kmh")
                .replaceAll("MilliPct$", "Pct")
                .replaceAll("^minConfidence$", "minConfidencePct");
        assertEquals(inTheRoadsUnit.toLowerCase(Locale.ROOT), name);
    }

    @ParameterizedTest
    @MethodSource("places")
    void shouldReachItsComponentAloneWhenChanged(Place place) throws Exception {
        double changed = changed(place.key());
        RoadParams params = new SettingsLoader(NO_ETC, Map.of())
                .flags(Map.of(place.key().name(), Kinds.plain(changed)))
                .load()
                .roadParams();
        Object[] expected = components(place.defaults());
        expected[place.index()] = boxed(place, changed * place.scale());
        Record actual = Stream.of(
                        params.inclination(),
                        params.strides(),
                        params.posture(),
                        params.posture().slip(),
                        params.cue(),
                        params.fading())
                .filter(record -> record.getClass() == place.defaults().getClass())
                .findFirst()
                .orElseThrow();
        assertEquals(made(place, expected), actual);
    }

    @ParameterizedTest
    @MethodSource("places")
    void shouldHaveTheBoundsOfItsComponentWhenAtTheirEnds(Place place) throws Exception {
        double low = low(place.key());
        double high = high(place.key());
        double step = place.component().getType() == int.class ? 1 / place.scale() : 1e-6;
        made(place, atTheirEnds(place, low, false));
        made(place, atTheirEnds(place, high, true));
        assertRefused(place, low - step, false);
        assertRefused(place, high + step, true);
    }

    @Test
    void shouldReachTheCuesWhenSacralOnesAreForbidden() throws Exception {
        SettingsLoader asked = new SettingsLoader(NO_ETC, Map.of()).flags(Map.of(Keys.CUE_SACRAL.name(), "false"));
        assertFalse(asked.load().roadParams().cue().sacral());
        assertTrue(
                new SettingsLoader(NO_ETC, Map.of()).load().roadParams().cue().sacral());
    }

    private static void assertRefused(Place place, double value, boolean high) {
        InvocationTargetException e = assertThrows(
                InvocationTargetException.class,
                () -> made(place, atTheirEnds(place, value, high)),
                () -> place + " accepts " + value);
        assertInstanceOf(IllegalArgumentException.class, e.getCause());
        String message = e.getCause().getMessage();
        assertTrue(message.startsWith(place.component().getName() + "="), message);
        assertTrue(place.key().kind().fromText(Kinds.plain(value)).isEmpty(), place + " reads " + value);
    }

    /** Arguments with one component at a value and those that bound it out of its way. */
    private static Object[] atTheirEnds(Place place, double value, boolean high) {
        Object[] arguments = components(place.defaults());
        List<Place> others = places().stream()
                .filter(other -> other.defaults().getClass() == place.defaults().getClass())
                .toList();
        for (Place other : others) {
            boolean limits = Limits.all().stream()
                    .anyMatch(limit -> high ? limit.atMost() == other.key() : limit.key() == other.key());
            if (limits) {
                double end = high ? high(other.key()) : low(other.key());
                arguments[other.index()] = boxed(other, end * other.scale());
            }
        }
        arguments[place.index()] = boxed(place, value * place.scale());
        return arguments;
    }

    private static double low(Key<?> key) {
        return switch (key.kind()) {
            case Kinds.Whole(int low, int _) -> low;
            case Kinds.Decimal(double low, double _) -> low;
            default -> throw new AssertionError(key);
        };
    }

    private static double high(Key<?> key) {
        return switch (key.kind()) {
            case Kinds.Whole(int _, int high) -> high;
            case Kinds.Decimal(double _, double high) -> high;
            default -> throw new AssertionError(key);
        };
    }

    /** Next to the default, so that no other key is in the way. */
    private static double changed(Key<?> key) {
        return switch (key.fallback()) {
            case Integer whole -> whole < high(key) ? whole + 1 : whole - 1;
            case Double decimal -> (Math.round(decimal * 1000) + 1) / 1000.0;
            default -> throw new AssertionError(key);
        };
    }

    private static Object boxed(Place place, double value) {
        if (place.component().getType() == int.class) {
            return (int) Math.round(value);
        }
        return value;
    }

    private static Object[] components(Record values) {
        return Arrays.stream(values.getClass().getRecordComponents())
                .map(component -> {
                    try {
                        return component.getAccessor().invoke(values);
                    } catch (ReflectiveOperationException e) {
                        throw new LinkageError(e.getMessage(), e);
                    }
                })
                .toArray();
    }

    private static Object made(Place place, Object[] arguments) throws ReflectiveOperationException {
        // The record's own one; others leave something out.
        Class<?>[] types = Arrays.stream(place.defaults().getClass().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return place.defaults().getClass().getConstructor(types).newInstance(arguments);
    }
}
