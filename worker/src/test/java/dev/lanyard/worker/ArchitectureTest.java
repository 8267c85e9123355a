package dev.lanyard.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.lanyard.worker",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule CONFIGURATION_KNOWS_NO_TEMPORAL =
      noClasses()
          .that()
          .resideInAPackage("..configuration..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.temporal..", "io.grpc..", "picocli..", "dagger..");

  @ArchTest
  static final ArchRule THE_WIRING_ALONE_NAMES_IMPLEMENTATIONS =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Module")
          .and()
          .haveSimpleNameNotContaining("Module_")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("dev\\.lanyard\\.(activities|workflows)\\..*Impl");

  @ArchTest
  static final ArchRule THE_WORKER_KNOWS_NEITHER_STARTER_NOR_SANDBOX_NOR_LAUNCHER =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.lanyard.starter..", "dev.lanyard.sandbox..", "dev.lanyard.launcher..");

  @ArchTest
  static final ArchRule ONLY_THE_CONFIGURATION_KNOWS_ITS_LIBRARY =
      noClasses()
          .that()
          .resideOutsideOfPackage("..configuration..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.typesafe.config..");
}
