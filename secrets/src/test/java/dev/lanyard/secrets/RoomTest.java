package dev.lanyard.secrets;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What this room may know. */
final class RoomTest {
  private static final JavaClasses ROOM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.lanyard.secrets");

  @Test
  void itKnowsTemporalAndTinkAndNothingOfPeopleOrProcesses() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.lanyard.secrets",
            "java..",
            "javax.annotation..",
            "com.sun.net.httpserver",
            "com.google.crypto.tink..",
            "com.google.protobuf..",
            "com.fasterxml.jackson..",
            "io.temporal.api.common.v1",
            "io.temporal.common.converter",
            "io.temporal.payload..")
        .check(ROOM);
  }

  @Test
  void nothingReadsTheDiskAfterTheStart() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Keys")
        .and()
        .doNotHaveSimpleName("KeyFiles")
        .and()
        .doNotHaveSimpleName("HandoverKeyFile")
        .and()
        .doNotHaveSimpleName("SigningKeyFile")
        .and()
        .doNotHaveSimpleName("StateFolder") // Names paths, opens none.
        .and()
        .doNotHaveFullyQualifiedName("dev.lanyard.secrets.Keys$Parts")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.nio.channels..")
        .check(ROOM);
  }

  @Test
  void thePublicSurfaceIsSmall() {
    assertThat(
            ROOM.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName))
        .containsExactlyInAnyOrder(
            "CodecServer",
            "HandoverKeyFile",
            "HandoverKeyPair",
            "HandoverSeal",
            "KeyedDigest",
            "Keys",
            "KeysUnusable",
            "PayloadKeyUnknown",
            "PayloadUnreadable",
            "Password",
            "PasswordOpener",
            "PasswordSealer",
            "PasswordUnreadable",
            "Pin",
            "PinOpener",
            "PinSealer",
            "PinUnreadable",
            "RecipientKeyMalformed",
            "SignedFields",
            "SigningKeyFile",
            "SigningKeyPair",
            "StateFolder",
            "TextSeal");
  }
}
