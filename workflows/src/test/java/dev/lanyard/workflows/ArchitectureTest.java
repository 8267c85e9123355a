package dev.lanyard.workflows;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Who may not know whom, and what no workflow may touch. */
@AnalyzeClasses(
    packages = "dev.lanyard.workflows",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOM = "dev.lanyard.workflows.";

  @ArchTest
  static final ArchRule theRoomNeedsTemporalAndAnnotationsAlone =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.lanyard.workflows..",
              "io.temporal..",
              "com.fasterxml.jackson.annotation..",
              "org.slf4j..",
              "java..");

  @ArchTest
  static final ArchRule noClockNoChance =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Clock.class, Random.class, ThreadLocalRandom.class, System.class);

  @ArchTest
  static final ArchRule noThreadsNoWorldOutside =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..", "java.nio.file..", "java.net..", "java.util.concurrent..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Thread.class, ThreadLocal.class);

  @ArchTest
  static final ArchRule hrAndPinKnowNoProcess =
      noClasses()
          .that()
          .resideInAnyPackage(ROOM + "hr", ROOM + "pin")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOM + "backoffice",
              ROOM + "staffapi",
              ROOM + "attention",
              ROOM + "progress",
              ROOM + "person",
              ROOM + "onboarding",
              ROOM + "offboarding");

  @ArchTest
  static final ArchRule backofficeDoesNotKnowTheStaffApi =
      noClasses()
          .that()
          .resideInAPackage(ROOM + "backoffice")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOM + "staffapi");

  @ArchTest
  static final ArchRule staffApiDoesNotKnowBackoffice =
      noClasses()
          .that()
          .resideInAPackage(ROOM + "staffapi")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOM + "backoffice");

  @ArchTest
  static final ArchRule progressKnowsNoProcess =
      noClasses()
          .that()
          .resideInAPackage(ROOM + "progress")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOM + "person", ROOM + "onboarding", ROOM + "offboarding");

  @ArchTest
  static final ArchRule processesKnowOnlyTheConsentOfThePerson =
      noClasses()
          .that()
          .resideInAnyPackage(ROOM + "onboarding", ROOM + "offboarding")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("dev\\.lanyard\\.workflows\\.person\\.(?!PersonConsent).*");
}
