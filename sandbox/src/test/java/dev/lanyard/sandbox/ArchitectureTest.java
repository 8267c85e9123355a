package dev.lanyard.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom in this room. */
@AnalyzeClasses(packages = "dev.lanyard.sandbox", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule knowsNoOtherRoom =
      noClasses()
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "live in another room of Lanyard",
                  (JavaClass other) ->
                      other.getPackageName().startsWith("dev.lanyard")
                          && !other.getPackageName().startsWith("dev.lanyard.sandbox")));

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.lanyard.sandbox.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theTwoSystemsDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAPackage("..backoffice..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..staffapi..");

  @ArchTest
  static final ArchRule theServerKnowsNeitherSystem =
      noClasses()
          .that()
          .resideInAPackage("..sandbox.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..backoffice..", "..staffapi..");
}
