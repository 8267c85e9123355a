package dev.lanyard.activities.staffapi.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;

/** No request of ours can leave the site list out. */
class NeverWiderTest {

  private static final JavaClasses STAFF_API =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.lanyard.activities.staffapi");

  @Test
  void bodiesAreNotBuiltWithoutTheirLists() {
    assertThatThrownBy(() -> new StaffUpdate(List.of(), null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> new StaffUpdate(null, List.of()))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> member(List.of(), null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> member(null, List.of())).isInstanceOf(NullPointerException.class);
  }

  @Property(tries = 100)
  void everyBodySaysExactlyWhatWasApproved(
      @ForAll @Size(max = 5) List<String> permissions, @ForAll @Size(max = 5) List<Long> siteIds) {
    assertThat(new StaffUpdate(permissions, siteIds).body())
        .isEqualTo(Map.of("is_admin", false, "permissions", permissions, "sites", siteIds));
    assertThat(member(permissions, siteIds).body())
        .containsEntry("permissions", permissions)
        .containsEntry("sites", siteIds)
        .containsEntry("is_admin", false);
  }

  @Test
  void onlyTheClientWritesAndOnlyTheseTwoBodies() {
    classes()
        .that()
        .areAssignableTo(RequestBody.class)
        .should()
        .onlyHaveDependentClassesThat()
        .areAssignableTo(Transport.class)
        .orShould()
        .be(WriteBody.class)
        .check(STAFF_API);
    classes()
        .that()
        .areAssignableTo(Transport.class)
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAPackage("dev.lanyard.activities.staffapi.client")
        .check(STAFF_API);
    noClasses()
        .that()
        .doNotHaveSimpleName("StaffApiClient")
        .should()
        .callMethod(
            Transport.class,
            "write",
            String.class,
            okhttp3.HttpUrl.class,
            Map.class,
            java.util.Collection.class)
        .check(STAFF_API);
  }

  @Test
  void clientKnowsNoTemporalAndNoActivity() {
    noClasses()
        .that()
        .resideInAPackage("dev.lanyard.activities.staffapi.client")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.temporal..", "dev.lanyard.activities.attempt")
        .check(STAFF_API);
    noClasses()
        .that()
        .resideInAPackage("dev.lanyard.activities.staffapi.client")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.lanyard.activities.staffapi")
        .check(STAFF_API);
  }

  private static NewStaffMember member(List<String> permissions, List<Long> siteIds) {
    return new NewStaffMember(
        "Jane", "Doe", "jane@example.com", Optional.empty(), "hr-1", permissions, siteIds);
  }
}
