package org.holdline.architecture;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The house rules for imports, against the product and against faults planted in the test sources. */
class RoomsTest {
    private static final String PLANTED_ROOT = "org.holdline.architecture.planted";
    private static final JavaClasses PRODUCT = new ClassFileImporter().importPath(HotClassesTest.productClasses());
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(PLANTED_ROOT);

    private final Rooms rooms = new Rooms("org.holdline");
    private final Rooms planted = new Rooms(PLANTED_ROOT);

    @Test
    void shouldImportOnlyWhatTheRoomMayKnow() {
        assertAll(rooms.importDirections().stream().map(rule -> () -> rule.check(PRODUCT)));
    }

    @Test
    void shouldListEveryRoomWhenOneIsAdded() {
        assertEquals(List.of(), rooms.unlisted(PRODUCT), "rooms missing in Rooms.MAY_KNOW");
    }

    @Test
    void shouldKeepTheAppToItself() {
        rooms.nobodyImportsTheApp().check(PRODUCT);
    }

    @Test
    void shouldReadOnlyWhatHappenedWhenReporting() {
        rooms.reportReadsOnlyWhatHappened().check(PRODUCT);
    }

    @Test
    void shouldNeitherLogNorTouchFilesInHotRooms() {
        rooms.hotRoomsNeitherLogNorTouchFiles().check(PRODUCT);
    }

    @Test
    void shouldKeepThirdPartyTypesInTheirAdapter() {
        rooms.thirdPartyTypesStayInTheirAdapter().check(PRODUCT);
    }

    @Test
    void shouldTellTheTimeOnlyInClockAndApp() {
        rooms.onlyTheClockTellsTheTime().check(PRODUCT);
    }

    @Test
    void shouldDrawNoUnseededNumbersOutsideTheApp() {
        rooms.chanceComesFromOutside().check(PRODUCT);
    }

    @Test
    void shouldNameRoomsAfterSomething() {
        assertEquals(List.of(), rooms.emptyNames(PRODUCT));
    }

    @Test
    void shouldMarkEveryPackageAgainstNull() {
        assertEquals(List.of(), rooms.notNullMarked(PRODUCT));
    }

    @Test
    void shouldCatchImportsAgainstTheGrainWhenPlanted() {
        List<String> faults = planted.importDirections().stream()
                .flatMap(rule -> rule.evaluate(PLANTED).getFailureReport().getDetails().stream())
                .toList();
        assertAll(
                () -> assertCaught("fixed.KnowsTheRoad", faults),
                () -> assertCaught("clip.virtual.BorrowsTheDetector", faults),
                () -> assertCaught("evaluate.runner.BorrowsTheDetector", faults),
                () -> assertCaught("gait.KnowsTheApp", faults));
    }

    @Test
    void shouldCatchUnlistedRoomWhenPlanted() {
        assertTrue(planted.unlisted(PLANTED).contains("util"));
    }

    @Test
    void shouldCatchImportOfTheAppWhenPlanted() {
        assertCaught("gait.KnowsTheApp", faults(planted.nobodyImportsTheApp()));
    }

    @Test
    void shouldCatchReportThatCallsTheDetectorWhenPlanted() {
        List<String> faults = faults(planted.reportReadsOnlyWhatHappened());
        assertCaught("report.RunsTheDetector", faults);
        assertTrue(faults.stream().noneMatch(fault -> fault.contains("Event")), faults.toString());
    }

    @Test
    void shouldCatchLoggingAndFilesInHotRoomsWhenPlanted() {
        List<String> faults = faults(planted.hotRoomsNeitherLogNorTouchFiles());
        assertAll(() -> assertCaught("road.Logs", faults), () -> assertCaught("attitude.WritesFiles", faults));
    }

    @Test
    void shouldCatchThirdPartyTypesWhenPlanted() {
        List<String> faults = faults(planted.thirdPartyTypesStayInTheirAdapter());
        assertAll(
                () -> assertCaught("road.Logs", faults),
                () -> assertCaught("recording.ParsesToml", faults),
                () -> assertCaught("recording.UsesUnnamedLibrary", faults));
    }

    @Test
    void shouldCatchClocksAndSleepsWhenPlanted() {
        List<String> faults = faults(planted.onlyTheClockTellsTheTime());
        assertAll(
                () -> assertCaught("System.nanoTime", faults),
                () -> assertCaught("System.currentTimeMillis", faults),
                () -> assertCaught("Thread.sleep", faults),
                () -> assertCaught("LockSupport.parkNanos", faults),
                () -> assertCaught("Instant.now", faults));
    }

    @Test
    void shouldCatchUnseededNumbersWhenPlanted() {
        List<String> faults = faults(planted.chanceComesFromOutside());
        assertAll(
                () -> assertCaught("Random.<init>()", faults),
                () -> assertCaught("Math.random", faults),
                () -> assertCaught("ThreadLocalRandom.current", faults));
        assertTrue(faults.stream().noneMatch(fault -> fault.contains("repeatable(")), faults.toString());
    }

    @Test
    void shouldCatchEmptyNameWhenPlanted() {
        assertEquals(List.of("util"), planted.emptyNames(PLANTED));
    }

    @Test
    void shouldCatchPackageWithoutNullMarkedWhenPlanted() {
        List<String> rooms = planted.notNullMarked(PLANTED);
        assertTrue(rooms.contains("util") && !rooms.contains("recording"), rooms.toString());
    }

    private static List<String> faults(ArchRule rule) {
        return rule.evaluate(PLANTED).getFailureReport().getDetails();
    }

    private static void assertCaught(String what, List<String> faults) {
        assertTrue(faults.stream().anyMatch(fault -> fault.contains(what)), what + " is not among " + faults);
    }
}
