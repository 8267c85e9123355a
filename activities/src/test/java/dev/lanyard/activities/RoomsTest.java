package dev.lanyard.activities;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom in this room. */
@AnalyzeClasses(
    packages = "dev.lanyard.activities",
    importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

  @ArchTest
  static final ArchRule pagesAndFormsDoNoHttp =
      noClasses()
          .that()
          .resideInAnyPackage("..page..", "..form..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "okio..", "java.net..", "..client..", "..http..");

  @ArchTest
  static final ArchRule pagesHaveNoClock =
      noClasses()
          .that()
          .resideInAnyPackage("..page..", "..form..")
          .should()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime");

  @ArchTest
  static final ArchRule clientsKnowNoTemporal =
      noClasses()
          .that()
          .resideInAnyPackage("..client..", "..page..", "..form..", "..http..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.temporal..");

  @ArchTest
  static final ArchRule backofficesPagesAndClientKnowNoContract =
      noClasses()
          .that()
          .resideInAnyPackage("..backoffice.client..", "..backoffice.page..", "..backoffice.form..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.lanyard.workflows..");

  @ArchTest
  static final ArchRule backofficeKnowsNoSibling =
      knowsNone("..activities.backoffice..", "..staffapi..", "..pin..", "..planning..");

  @ArchTest
  static final ArchRule staffApiKnowsNoSibling =
      knowsNone("..activities.staffapi..", "..backoffice..", "..pin..", "..planning..");

  @ArchTest
  static final ArchRule pinKnowsNoSibling =
      knowsNone("..activities.pin..", "..backoffice..", "..staffapi..", "..planning..");

  @ArchTest
  static final ArchRule planningKnowsNoSibling =
      knowsNone("..activities.planning..", "..backoffice..", "..staffapi..", "..pin..");

  @ArchTest
  static final ArchRule noCircles =
      slices().matching("dev.lanyard.activities.(**)").should().beFreeOfCycles();

  /** Of the activities' own packages; the contracts in workflows may be shared. */
  private static ArchRule knowsNone(String room, String... siblings) {
    String[] inActivities = siblings.clone();
    for (int i = 0; i < inActivities.length; i++) {
      inActivities[i] = inActivities[i].replaceFirst("^\\.\\.", "dev.lanyard.activities.");
    }
    return noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(inActivities)
        .allowEmptyShould(true);
  }
}
