package org.holdline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/**
 * What each room may know, as rules. The root package is a parameter so that the rules can be shown to catch the faults
 * planted below {@code org.holdline.architecture.planted}.
 */
final class Rooms {
    /** Rooms on the way of a sample, its bytes on the link included: no floating point, allocation, locks, logging or files. */
    static final List<String> HOT =
            List.of("fixed", "sample", "correction", "attitude", "gait", "posture", "cue", "ring", "road", "link.wire");

    private static final String ANY = "*";

    /** Room to the rooms it may import, in data order. The app may import all, and nothing imports the app. */
    private static final Map<String, List<String>> MAY_KNOW = new LinkedHashMap<>();

    static {
        MAY_KNOW.put("fixed", List.of());
        MAY_KNOW.put("clock", List.of());
        MAY_KNOW.put("bus", List.of("clock"));
        MAY_KNOW.put("link.wire", List.of());
        MAY_KNOW.put("link", List.of("link.wire", "clock"));
        // The other end of the line: what it shared with the link beyond the codec would hide the link's faults.
        MAY_KNOW.put("link.emulated", List.of("link.wire", "clock", "profile.image"));
        MAY_KNOW.put("sample", List.of("fixed"));
        MAY_KNOW.put("correction", List.of("fixed", "sample"));
        MAY_KNOW.put("attitude", List.of("fixed", "sample"));
        MAY_KNOW.put("gait", List.of("fixed", "sample", "attitude"));
        MAY_KNOW.put("posture", List.of("fixed", "sample", "attitude", "gait"));
        MAY_KNOW.put("cue", List.of("fixed", "sample", "attitude", "gait", "posture"));
        MAY_KNOW.put("cue.gpio", List.of("cue", "bus", "clock"));
        MAY_KNOW.put("cue.drv2605", List.of("cue", "bus", "clock"));
        MAY_KNOW.put("cue.motor", List.of("cue", "link", "link.wire"));
        MAY_KNOW.put("cue.tone", List.of("cue", "clock"));
        MAY_KNOW.put("ring", List.of());
        MAY_KNOW.put("road", List.of("fixed", "sample", "correction", "attitude", "gait", "posture", "cue", "ring"));
        MAY_KNOW.put("recording", List.of("sample", "ring"));
        MAY_KNOW.put("clip", List.of("sample"));
        MAY_KNOW.put("clip.replay", List.of("clip", "recording", "sample"));
        MAY_KNOW.put("clip.imu", List.of("clip", "sample", "fixed", "clock"));
        MAY_KNOW.put("clip.wired", List.of("clip.imu", "bus", "clock"));
        MAY_KNOW.put("clip.serial", List.of("clip", "sample", "link", "link.wire", "ring", "clock"));
        // A runner built from the detector's own code would prove nothing about the detector.
        MAY_KNOW.put("clip.virtual", List.of("clip", "sample"));
        MAY_KNOW.put("toml", List.of());
        // The Params of every room along the road, and nothing that runs.
        MAY_KNOW.put("settings", List.of("toml", "sample", "attitude", "gait", "posture", "cue", "cue.tone", "road"));
        MAY_KNOW.put("profile.form", List.of("toml"));
        MAY_KNOW.put("profile", List.of("toml", "profile.form"));
        MAY_KNOW.put("profile.image", List.of("profile", "profile.form"));
        // From what a profile says to the Params of the road.
        MAY_KNOW.put(
                "profile.applied", List.of("profile", "profile.form", "profile.image", "correction", "posture", "cue"));
        MAY_KNOW.put("profile.bench", List.of("profile", "profile.form", "sample"));
        MAY_KNOW.put(
                "profile.flash",
                List.of("link", "link.wire", "clock", "profile", "profile.form", "profile.image", "toml"));
        MAY_KNOW.put(
                "profile.eeprom",
                List.of("bus", "clock", "link.wire", "profile", "profile.form", "profile.image", "profile.flash"));
        MAY_KNOW.put("report", List.of("fixed", "sample", "gait", "posture", "cue", "road"));
        MAY_KNOW.put("session", List.of("sample", "road", "report"));
        MAY_KNOW.put("session.belt", List.of("sample", "gait", "posture", "road", "report", "session"));
        MAY_KNOW.put("report.export", List.of("sample", "posture", "road", "report", "session", "session.belt"));
        MAY_KNOW.put("session.journal", List.of("session", "sample", "gait", "posture", "cue", "road", "report"));
        // The index goes by summaries; what an event means is the journal's and the tally's.
        MAY_KNOW.put("session.store", List.of("session", "session.journal", "sample", "road", "report", "cue"));
        // Of the report only how well a runner feels what the clip sees, which both tell alike.
        MAY_KNOW.put("guide", List.of("sample", "attitude", "gait", "posture", "road", "report"));
        MAY_KNOW.put("text", List.of());
        MAY_KNOW.put("report.reading", List.of("sample", "gait", "posture", "cue", "road", "report", "session"));
        MAY_KNOW.put(
                "report.html",
                List.of("sample", "posture", "cue", "road", "report", "report.reading", "session", "text"));
        MAY_KNOW.put("page.state", List.of("sample", "posture", "cue", "road", "report"));
        MAY_KNOW.put("page", List.of("page.state", "text", "clock"));
        // A truth drawn from the detector, or from the other virtual runner, would be no second opinion.
        MAY_KNOW.put("evaluate.runner", List.of("sample"));
        MAY_KNOW.put(
                "evaluate.score",
                List.of("evaluate.runner", "sample", "gait", "posture", "cue", "ring", "road", "report"));
        MAY_KNOW.put("app", List.of(ANY));
    }

    /** Third-party package to the rooms it may show up in. */
    private static final Map<String, List<String>> ADAPTERS = Map.of(
            "picocli", List.of("app"),
            "org.tomlj", List.of("toml"),
            "org.HdrHistogram", List.of("app", "clock"),
            "com.fasterxml.jackson", List.of("report", "report.export", "evaluate.score", "profile.form"),
            "com.pi4j", List.of("bus"),
            "com.fazecast", List.of("link"),
            "com.sun.net.httpserver", List.of("page"),
            "io.nayuki", List.of("page"),
            "javax.crypto", List.of("profile.image"),
            "org.sqlite", List.of("session.store"));

    private static final Set<String> EMPTY_NAMES = Set.of(
            "util", "utils", "common", "manager", "managers", "helper", "helpers", "service", "services", "impl");

    private final String root;

    Rooms(String root) {
        this.root = root;
    }

    List<ArchRule> importDirections() {
        List<ArchRule> rules = new ArrayList<>();
        MAY_KNOW.forEach((room, known) -> {
            if (!known.contains(ANY)) {
                rules.add(classes()
                        .that()
                        .resideInAPackage(room(room))
                        .should()
                        .onlyDependOnClassesThat(not(resideInAPackage(root + ".."))
                                .or(resideInAPackage(room(room)))
                                .or(resideInAnyPackage(packages(known))))
                        .because("room " + room + " may import " + (known.isEmpty() ? "no other room" : known))
                        .allowEmptyShould(true));
            }
        });
        return rules;
    }

    /** Rooms that have not said what they may import. */
    List<String> unlisted(JavaClasses types) {
        return roomsOf(types).stream()
                .filter(room -> !MAY_KNOW.containsKey(room))
                .toList();
    }

    ArchRule nobodyImportsTheApp() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room("app") + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(room("app") + "..")
                .because("the app wires the rooms; a room that needs it is wired the wrong way round")
                .allowEmptyShould(true);
    }

    ArchRule reportReadsOnlyWhatHappened() {
        DescribedPredicate<JavaClass> machinery = describe(
                "machinery",
                type -> !type.isEnum() && !type.isRecord() && !type.getName().equals(room("road") + ".Event"));
        return noClasses()
                .that()
                .resideInAPackage(room("report"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages(List.of("gait", "posture", "cue", "road")))
                        .and(machinery))
                .because("a report reads events, records and enums, and never calls the detector")
                .allowEmptyShould(true);
    }

    ArchRule hotRoomsNeitherLogNorTouchFiles() {
        DescribedPredicate<JavaClass> files = resideInAnyPackage("java.io..", "java.nio..", "java.net..")
                // The port of the clips throws it, and the road is where a lost clip becomes a state.
                .and(not(describe("IOException", type -> type.isEquivalentTo(IOException.class))));
        return noClasses()
                .that()
                .resideInAnyPackage(packages(HOT))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.slf4j..", "java.util.logging..", "java.lang.System.Logger")
                        .or(files))
                .because("the road never waits: it neither logs nor touches files")
                .allowEmptyShould(true);
    }

    ArchRule thirdPartyTypesStayInTheirAdapter() {
        return classes().should(new ArchCondition<>("use third-party types only in their adapter") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                !isWelcome(type, dependency.getTargetClass().getBaseComponentType()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        });
    }

    ArchRule onlyTheClockTellsTheTime() {
        DescribedPredicate<JavaAccess<?>> clockOrSleep =
                describe("asks the machine for the time or sleeps", access -> tellsTimeOrSleeps(access.getTarget()));
        return noClasses()
                .that(resideOutsideOfPackages(room("app") + "..", room("clock") + ".."))
                .should()
                .accessTargetWhere(clockOrSleep)
                .because("time comes in from outside, so that tests step it by hand")
                .allowEmptyShould(true);
    }

    ArchRule chanceComesFromOutside() {
        DescribedPredicate<JavaAccess<?>> unseeded =
                describe("draws numbers nobody can repeat", access -> isUnseeded(access.getTarget()));
        return noClasses()
                .that(resideOutsideOfPackages(room("app") + ".."))
                .should()
                .accessTargetWhere(unseeded)
                .because("randomness comes in from outside as a seed")
                .allowEmptyShould(true);
    }

    /** Packages named after nothing in particular. */
    List<String> emptyNames(JavaClasses types) {
        return roomsOf(types).stream()
                .filter(room -> Arrays.stream(room.split("\\.", -1)).anyMatch(EMPTY_NAMES::contains))
                .toList();
    }

    /** Packages whose package-info is missing or does not say {@code @NullMarked}. */
    List<String> notNullMarked(JavaClasses types) {
        return roomsOf(types).stream()
                .filter(room -> !isNullMarked(types.getPackage(room(room))))
                .toList();
    }

    private static boolean isNullMarked(JavaPackage room) {
        return room.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
    }

    private Set<String> roomsOf(JavaClasses types) {
        Set<String> rooms = new TreeSet<>();
        types.forEach(type -> rooms.add(roomOf(type)));
        return rooms;
    }

    private boolean isWelcome(JavaClass in, JavaClass used) {
        String name = used.getPackageName();
        if (isIn(name, "java.sql")) {
            return roomOf(in).equals("session.store");
        }
        if (used.isPrimitive() || isIn(name, "java") || isIn(name, root) || isIn(name, "org.jspecify")) {
            return true;
        }
        if (isIn(name, "org.slf4j")) {
            return !HOT.contains(roomOf(in));
        }
        return ADAPTERS.entrySet().stream()
                .anyMatch(adapter ->
                        isIn(name, adapter.getKey()) && adapter.getValue().contains(roomOf(in)));
    }

    private static boolean tellsTimeOrSleeps(AccessTarget target) {
        JavaClass owner = target.getOwner();
        String name = target.getName();
        return switch (owner.getName()) {
            case "java.lang.System" -> name.equals("nanoTime") || name.equals("currentTimeMillis");
            case "java.lang.Thread", "java.util.concurrent.TimeUnit" -> name.equals("sleep");
            case "java.util.concurrent.locks.LockSupport" -> name.startsWith("park");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            default -> isIn(owner.getPackageName(), "java.time") && name.equals("now");
        };
    }

    private static boolean isUnseeded(AccessTarget target) {
        return switch (target.getOwner().getName()) {
            case "java.util.concurrent.ThreadLocalRandom" -> true;
            case "java.lang.Math" -> target.getName().equals("random");
            case "java.util.Random" ->
                target instanceof AccessTarget.ConstructorCallTarget made
                        && made.getRawParameterTypes().isEmpty();
            default -> false;
        };
    }

    private static boolean isIn(String packageName, String ancestor) {
        return packageName.equals(ancestor) || packageName.startsWith(ancestor + ".");
    }

    private String roomOf(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(root) ? "" : name.substring(root.length() + 1);
    }

    private String room(String room) {
        return room.isEmpty() ? root : root + "." + room;
    }

    private String[] packages(List<String> rooms) {
        return rooms.stream().map(this::room).toArray(String[]::new);
    }
}
