package org.holdline.clip.virtual;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class IndependenceTest {
    @Test
    void shouldKnowNothingOfTheDetectorWhenModellingTheRunner() {
        classes()
                .that()
                .resideInAPackage("org.holdline.clip.virtual..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.holdline.clip.virtual..",
                        "org.holdline.clip",
                        "org.holdline.sample",
                        "org.jspecify.annotations",
                        "java..")
                .because("an error shared by model and detector would never show")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.holdline.clip"));
    }
}
