package dev.lanyard.starter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may not know whom, inside the starter and around it. */
@AnalyzeClasses(
    packages = "dev.lanyard.starter",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule neverReachesAnActivityOrARemoteSystem =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.lanyard.activities..",
              "dev.lanyard.worker..",
              "dev.lanyard.sandbox..",
              "okhttp3..",
              "org.jsoup..");

  @ArchTest
  static final ArchRule neverCallsAnActivityContract =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAnnotatedWith(io.temporal.activity.ActivityInterface.class);

  @ArchTest
  static final ArchRule onlyCommandsKnowTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.lanyard.starter", "dev.lanyard.starter.command")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "dev.lanyard.starter.command..");

  @ArchTest
  static final ArchRule theIntakeKnowsNobodyWhoPrintsOrFollows =
      noClasses()
          .that()
          .resideInAPackage("dev.lanyard.starter.intake")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.lanyard.starter.output..",
              "dev.lanyard.starter.follow..",
              "dev.lanyard.starter.person..",
              "dev.lanyard.starter.connection..");

  @ArchTest
  static final ArchRule onlyTheTerminalPrints =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.lanyard.starter.output.Terminal")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
