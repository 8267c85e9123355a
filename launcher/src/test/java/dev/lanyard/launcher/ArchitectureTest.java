package dev.lanyard.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.lanyard.launcher",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule FINDING_TEMPORAL_KNOWS_NO_STORY =
      noClasses()
          .that()
          .resideInAPackage("..launcher.temporal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..launcher.demo..", "dev.lanyard.starter..", "dev.lanyard.sandbox..", "picocli..");

  @ArchTest
  static final ArchRule NOBODY_BUT_THE_FINDER_KNOWS_THE_TEST_SERVER =
      noClasses()
          .that()
          .resideOutsideOfPackage("..launcher.temporal..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.temporal.testing..");

  @ArchTest
  static final ArchRule THE_LAUNCHER_TOUCHES_NO_ACTIVITY =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.lanyard.activities..");
}
