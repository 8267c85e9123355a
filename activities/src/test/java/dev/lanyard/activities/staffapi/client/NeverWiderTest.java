package dev.lanyard.activities.staffapi.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
  void bodiesAreNotBuiltWithoutASiteDecision() {
    assertThatThrownBy(() -> StaffUpdate.at(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> SiteDecision.exactly(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> StaffUpdate.at(SiteDecision.none()).permissions(null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> member(List.of(), null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> member(null, SiteDecision.none()))
        .isInstanceOf(NullPointerException.class);
  }

  /** The one way to an update is {@link StaffUpdate#at}, which takes the decision. */
  @Test
  void updateHasNoOtherBeginning() {
    assertThat(StaffUpdate.class.getConstructors()).isEmpty();
    assertThat(StaffUpdate.class.getDeclaredConstructors())
        .singleElement()
        .satisfies(
            constructor -> {
              assertThat(Modifier.isPrivate(constructor.getModifiers())).isTrue();
              assertThat(constructor.getParameterTypes()[0]).isEqualTo(SiteDecision.class);
            });
    assertThat(
            Stream.of(StaffUpdate.class.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::toGenericString)
                .map(
                    text ->
                        text.replaceAll("dev\\.lanyard\\.activities\\.staffapi\\.client\\.", "")))
        .containsExactlyInAnyOrder(
            "public static StaffUpdate StaffUpdate.at(SiteDecision)",
            "public static StaffUpdate StaffUpdate.revocation()");
    assertThat(NewStaffMember.class.getDeclaredConstructors()).hasSize(1);
    assertThat(SiteDecision.class.getPermittedSubclasses())
        .containsExactly(SiteDecision.Exactly.class, SiteDecision.EverySite.class);
  }

  @Property(tries = 200)
  void everyUpdateSaysItsSites(
      @ForAll @Size(max = 5) Set<Long> siteIds,
      @ForAll @Size(max = 5) List<String> permissions,
      @ForAll @Size(max = 5) List<String> tags,
      @ForAll boolean admin,
      @ForAll String phone) {
    List<UnaryOperator<StaffUpdate>> changes =
        List.of(
            update -> update,
            update -> update.phone(phone),
            update -> update.tags(tags),
            update -> update.admin(admin),
            update -> update.permissions(permissions),
            update -> update.code(phone).firstName(phone).lastName(phone).email(phone),
            update -> update.image(phone));
    for (UnaryOperator<StaffUpdate> change : changes) {
      assertThat(change.apply(StaffUpdate.at(SiteDecision.exactly(siteIds))).body())
          .containsEntry("sites", List.copyOf(new TreeSet<>(siteIds)));
      assertThat(change.apply(StaffUpdate.at(SiteDecision.none())).body())
          .containsEntry("sites", List.of());
    }
    assertThat(member(permissions, SiteDecision.exactly(siteIds)).body())
        .containsEntry("permissions", permissions)
        .containsEntry("sites", List.copyOf(new TreeSet<>(siteIds)))
        .containsEntry("is_admin", false);
  }

  @Test
  void everySiteIsADecisionOfItsOwnThatNobodyTakesYet() {
    assertThat(StaffUpdate.at(SiteDecision.everySite()).phone("1").body())
        .isEqualTo(Map.of("phone", "1"));
    noClasses()
        .that()
        .areNotAssignableTo(SiteDecision.class)
        .should()
        .callMethod(SiteDecision.class, "everySite")
        .orShould()
        .callConstructor(SiteDecision.EverySite.class)
        .check(STAFF_API);
  }

  @Test
  void onlyTheClientsWriteAndOnlyBodiesThatHaveDecided() {
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
        .and()
        .doNotHaveSimpleName("WebhookClient")
        .should()
        .callMethod(
            Transport.class,
            "write",
            String.class,
            okhttp3.HttpUrl.class,
            Map.class,
            java.util.Collection.class,
            WriteGuard.class)
        .check(STAFF_API);
    noClasses()
        .that()
        .doNotHaveSimpleName("Transport")
        .and()
        .doNotHaveSimpleName("TokenEndpoint")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(okhttp3.Call.class)
        .check(STAFF_API);
    noClasses()
        .that()
        .doNotHaveSimpleName("StaffUpdate")
        .and()
        .doNotHaveSimpleName("NewStaffMember")
        .should()
        .callMethod(SiteDecision.class, "decide", Map.class)
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

  private static NewStaffMember member(List<String> permissions, SiteDecision sites) {
    return new NewStaffMember(
        "Jane",
        "Doe",
        "jane@example.com",
        Optional.empty(),
        "hr-1",
        permissions,
        sites,
        List.of(),
        Optional.empty());
  }
}
