package dev.lanyard.activities.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.activities.backoffice.client.ScriptedBackoffice;
import dev.lanyard.activities.backoffice.page.PageFixture;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import dev.lanyard.activities.backoffice.page.SiteTree;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.sandbox.TenantShape;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.reading.DepartmentListing;
import dev.lanyard.workflows.backoffice.reading.EmployeeAnswer;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.ListingQuestion;
import dev.lanyard.workflows.backoffice.reading.PermissionRef;
import dev.lanyard.workflows.backoffice.reading.PermissionState;
import dev.lanyard.workflows.backoffice.reading.RosterAnswer;
import dev.lanyard.workflows.backoffice.reading.RosterEntry;
import dev.lanyard.workflows.backoffice.reading.RosterQuestion;
import dev.lanyard.workflows.backoffice.reading.SiteListing;
import dev.lanyard.workflows.backoffice.reading.SiteListing.SiteEntry;
import dev.lanyard.workflows.backoffice.reading.SiteListing.SiteGroup;
import dev.lanyard.workflows.backoffice.reading.TemplateListing;
import dev.lanyard.workflows.backoffice.reading.TemplateListing.TemplateEntry;
import dev.lanyard.workflows.hr.PosUserId;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DefaultDataConverter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that is read, against a tenant of sixty; nothing of it writes. */
class BackofficeReadingTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final RosterQuestion EVERYBODY = question(1);

  @TempDir private Path folder;
  private SandboxTenant tenant;

  @AfterEach
  void close() {
    if (tenant != null) {
      assertThat(tenant.writes()).isZero();
      tenant.close();
    }
  }

  private BackofficeReadingActivitiesImpl reading(SandboxOptions options) throws IOException {
    tenant = SandboxTenant.start(options, folder);
    return new BackofficeReadingActivitiesImpl(
        tenant.settings().connect(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private BackofficeReadingActivitiesImpl sixty() throws IOException {
    return reading(SandboxOptions.defaults().withEmployees(60));
  }

  private static RosterQuestion question(int page) {
    return new RosterQuestion(
        Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false, false, page);
  }

  private static RosterQuestion named(String name) {
    return new RosterQuestion(
        Optional.of(name), Optional.empty(), Optional.empty(), List.of(), false, false, 1);
  }

  private static RosterQuestion at(String... sites) {
    return new RosterQuestion(
        Optional.empty(), Optional.empty(), Optional.empty(), List.of(sites), false, false, 1);
  }

  private static RosterQuestion with(PosUserId id, Optional<Boolean> active) {
    return new RosterQuestion(
        Optional.empty(), Optional.of(id), active, List.of(), false, false, 1);
  }

  private static EmployeeQuestion whoIs(int posUserId) {
    return new EmployeeQuestion(Optional.of(PosUserId.of(posUserId)), Optional.empty());
  }

  private static EmployeeQuestion number(int employeeId) {
    return new EmployeeQuestion(Optional.empty(), Optional.of(employeeId));
  }

  private static List<Integer> ids(RosterAnswer answer) {
    return answer.employees().stream().map(RosterEntry::employeeId).toList();
  }

  private Stream<JsonNode> people() {
    return StreamSupport.stream(tenant.employees().spliterator(), false);
  }

  private void edit(int employeeId, String change) {
    assertThat(tenant.call("POST", "employees/" + employeeId, change).isNull()).isTrue();
  }

  /** Requests to Backoffice with their query, as the server decoded nothing of it. */
  private List<String> asked() {
    List<String> asked = new ArrayList<>();
    for (JsonNode request : tenant.call("GET", "requests", null)) {
      String query = request.path("query").asText("");
      asked.add(request.path("path").asText() + (query.isEmpty() ? "" : "?" + query));
    }
    return asked;
  }

  @ParameterizedTest
  @EnumSource(TenantShape.class)
  void sixtyEmployeesStandOnThreePages(TenantShape shape) throws IOException {
    var reading = reading(SandboxOptions.defaults().withEmployees(60).withTenant(shape));
    List<RosterAnswer> pages =
        IntStream.rangeClosed(1, 3).mapToObj(n -> reading.listEmployees(question(n))).toList();

    assertThat(pages).extracting(page -> page.employees().size()).containsExactly(25, 25, 10);
    assertThat(pages).extracting(RosterAnswer::more).containsExactly(true, true, false);
    assertThat(pages).extracting(RosterAnswer::page).containsExactly(1, 2, 3);
    assertThat(pages.stream().flatMap(page -> ids(page).stream()))
        .doesNotHaveDuplicates()
        .hasSize(60);
    tenant.forgetRequests();
    RosterAnswer after = reading.listEmployees(question(4));
    assertThat(after.employees()).isEmpty();
    assertThat(after.more()).isFalse();
    assertThat(tenant.requests()).containsExactly("GET /employee", "GET /employee/3");
  }

  @Test
  void everyFilterReachesTheServer() throws IOException {
    var reading = sixty();
    reading.listEmployees(EVERYBODY);
    tenant.forgetRequests();
    RosterAnswer answer =
        reading.listEmployees(
            new RosterQuestion(
                Optional.empty(),
                Optional.empty(),
                Optional.of(false),
                List.of("Wash 37135", "HARB"),
                true,
                true,
                1));
    assertThat(asked())
        .containsExactly(
            "/employee/create",
            "/employee?sort_type=last_name&sort_dir=-1&sites%5B%5D=101&sites%5B%5D=102"
                + "&active=inactive");
    assertThat(answer.employees())
        .isNotEmpty()
        .allSatisfy(
            employee -> {
              assertThat(employee.active()).isFalse();
              assertThat(employee.siteCodes()).containsAnyOf("W37135", "HARB");
            })
        .extracting(employee -> employee.lastName().toLowerCase(java.util.Locale.ROOT))
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void everybodyIsFoundByEachOfTheirNamesWhateverTheBlanks() throws IOException {
    var reading = sixty();
    List<String> names =
        people()
            .flatMap(one -> Stream.of(one.path("firstName"), one.path("lastName")))
            .map(name -> name.asText().strip())
            .distinct()
            .toList();
    assertThat(names).hasSizeGreaterThan(20);
    for (String name : names) {
      List<Integer> meant =
          people()
              .filter(
                  one ->
                      one.path("firstName").asText().strip().equals(name)
                          || one.path("lastName").asText().strip().equals(name))
              .map(one -> one.path("id").asInt())
              .toList();
      assertThat(ids(reading.listEmployees(named(name.toUpperCase(java.util.Locale.ROOT)))))
          .as(name)
          .containsExactlyInAnyOrderElementsOf(meant);
    }
    assertThat(people().filter(one -> one.path("lastName").asText().startsWith(" "))).isNotEmpty();
  }

  @Test
  void aPrefixNamesakeIsSomebodyElseUnlessTheBeginningIsAskedFor() throws IOException {
    var reading = sixty();
    edit(401, "{\"firstName\":\" Jane\",\"lastName\":\"van  Doe\"}");
    edit(402, "{\"firstName\":\"Janet\",\"lastName\":\"Doe\"}");
    edit(403, "{\"firstName\":\"Rose\",\"lastName\":\"  Jane\"}");
    edit(406, "{\"firstName\":\"Jane\",\"lastName\":\"Doerr\"}"); // disabled

    assertThat(ids(reading.listEmployees(named("jane")))).containsExactly(406, 401, 403);
    assertThat(ids(reading.listEmployees(named("Jane van Doe")))).containsExactly(401);
    assertThat(ids(reading.listEmployees(named("Doe")))).containsExactly(402);
    assertThat(ids(reading.listEmployees(named("van Doe")))).containsExactly(401);
    assertThat(ids(reading.listEmployees(named("Jan*")))).containsExactly(406, 401, 402, 403);
    assertThat(ids(reading.listEmployees(named("Jane D*")))).containsExactly(406);
    assertThat(ids(reading.listEmployees(named("Doe Jane")))).isEmpty();
    assertThat(
            ids(
                reading.listEmployees(
                    new RosterQuestion(
                        Optional.of("Jane"),
                        Optional.empty(),
                        Optional.of(true),
                        List.of(),
                        true,
                        true,
                        1))))
        .containsExactly(401, 403);
  }

  @Test
  void aNameTakesFourNarrowedLooks() throws IOException {
    var reading = sixty();
    RosterAnswer answer = reading.listEmployees(named("Ex*"));
    assertThat(answer.caveats()).isEmpty();
    String order = "/employee?sort_type=first_name&sort_dir=1";
    assertThat(asked())
        .containsExactly(
            "/login",
            "/login_check",
            order + "&first_name=Ex&active=all&limit=100000",
            order + "&last_name=Ex&active=all&limit=100000",
            order + "&first_name=%20&active=all&limit=100000",
            order + "&last_name=%20&active=all&limit=100000");
  }

  @Test
  void manyOfOneNameAreTurnedByPage() throws IOException {
    var reading = sixty();
    IntStream.rangeClosed(401, 460).forEach(id -> edit(id, "{\"lastName\":\"Doe\"}"));
    List<Integer> all = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      RosterAnswer answer =
          reading.listEmployees(
              new RosterQuestion(
                  Optional.of("Doe"),
                  Optional.empty(),
                  Optional.empty(),
                  List.of(),
                  false,
                  false,
                  page));
      assertThat(answer.more()).isEqualTo(page < 3);
      all.addAll(ids(answer));
    }
    assertThat(all).doesNotHaveDuplicates().hasSize(60);
  }

  @Test
  void aPosUserIdIsComparedWhole() throws IOException {
    var reading = sixty();
    assertThat(ids(reading.listEmployees(with(PosUserId.of(70006), Optional.empty()))))
        .containsExactly(406);
    assertThat(ids(reading.listEmployees(with(PosUserId.of(70006), Optional.of(true))))).isEmpty();
    RosterAnswer none = reading.listEmployees(with(PosUserId.of(7000), Optional.empty()));
    assertThat(none.employees()).isEmpty();
    assertThat(none.caveats()).containsExactly(TakenValues.ROSTER_BLIND_SPOT);
  }

  @Test
  void aSiteThatIsNotThereIsRefusedWithTheValidNames() throws IOException {
    var reading = sixty();
    assertThat(
            Refusals.last(
                    FailureTypes.INPUT_REFUSED,
                    () -> reading.listEmployees(at("Mars", "Harbor Wash", "harb")))
                .getOriginalMessage())
        .isEqualTo(
            "There is no site \"Mars\", \"harb\". Valid names: Canyon Wash, Creek Wash, Harbor"
                + " Wash, Mesa Wash, Pine Wash, Wash 37135.");
    assertThat(tenant.requests()).endsWith("GET /employee/create").hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(TenantShape.class)
  void aSnapshotHasAllThatTheTenantHasButThePin(TenantShape shape) throws Exception {
    var reading = reading(SandboxOptions.defaults().withEmployees(20).withTenant(shape));
    for (JsonNode record : tenant.employees()) {
      EmployeeAnswer answer = reading.readEmployee(whoIs(record.path("posUserId").asInt()));
      EmployeeSnapshot snapshot = answer.employee().orElseThrow();
      assertThat(answer.caveat()).isEmpty();
      assertThat(snapshot.readAt()).isEqualTo(NOW);
      assertThat(snapshot.employeeId()).isEqualTo(record.path("id").asInt());
      assertThat(snapshot.posUserId().value()).isEqualTo(record.path("posUserId").asInt());
      assertThat(snapshot.active()).isEqualTo(record.path("active").asBoolean());
      assertThat(snapshot.profile().firstName()).isEqualTo(record.path("firstName").asText());
      assertThat(snapshot.profile().lastName()).isEqualTo(record.path("lastName").asText());
      assertThat(snapshot.profile().phone()).isEqualTo(record.path("phone").asText());
      assertThat(snapshot.profile().email()).isEqualTo(record.path("email").asText());
      assertThat(snapshot.profile().startDate())
          .contains(LocalDate.parse(record.path("startDate").asText()));
      assertThat(snapshot.profile().adpEmployeeId())
          .contains(record.path("adpEmployeeId").asText());
      assertThat(snapshot.profile().emergencyContactName()).contains("");
      assertThat(snapshot.profile().others()).isEmpty();
      SiteGrant sites = snapshot.sites().orElseThrow();
      assertThat(sites.all()).isEqualTo(record.path("allSites").asBoolean());
      assertThat(sites.sites())
          .extracting(SiteRef::name)
          .containsExactlyInAnyOrderElementsOf(texts(record.path("sites")));
      assertThat(snapshot.rosterShowsSameSites())
          .isEqualTo(sites.all() ? Optional.empty() : Optional.of(true));
      assertThat(snapshot.departments())
          .extracting(DepartmentRef::name)
          .containsExactlyElementsOf(texts(record.path("departments")));
      RosterEntry row = snapshot.roster().orElseThrow();
      assertThat(row.access()).isEqualTo(record.path("template").asText());
      assertThat(row.siteCount()).isEqualTo(sites.sites().size());
      PermissionState permissions = snapshot.permissions().orElseThrow();
      assertThat(permissions.template()).isEqualTo(record.path("template").asText());
      assertThat(permissions.granted())
          .extracting(one -> Integer.toString(one.id()))
          .containsExactlyElementsOf(texts(record.path("grants")));
      assertThat(permissions.overrides())
          .extracting(one -> Integer.toString(one.id()))
          .containsExactlyElementsOf(texts(record.path("overrides")));
      assertThat(permissions.granted()).extracting(PermissionRef::label).doesNotContain("");
      assertThat(snapshot.wages().orElseThrow().entries())
          .singleElement()
          .satisfies(
              wage -> {
                assertThat(wage.hourlyRate().orElseThrow())
                    .isEqualByComparingTo(record.at("/wages/0/rate").decimalValue());
                assertThat(wage.effectiveDate()).isEqualTo(snapshot.profile().startDate().get());
                assertThat(wage.endDate()).isEmpty();
              });
      assertThat(snapshot.notLookedAt()).containsExactly("web users linked to this employee");

      Payload payload = DefaultDataConverter.newDefaultInstance().toPayload(answer).orElseThrow();
      assertThat(payload.getData().toStringUtf8()).doesNotContain(record.path("pin").asText());
      assertThat(
              DefaultDataConverter.newDefaultInstance()
                  .fromPayload(payload, EmployeeAnswer.class, EmployeeAnswer.class))
          .isEqualTo(answer);
    }
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  @Test
  void aSnapshotTakesFourRequests() throws IOException {
    var reading = sixty();
    assertThat(reading.readEmployee(whoIs(70002)).employee()).isPresent();
    assertThat(tenant.requests())
        .containsExactly(
            "GET /login",
            "POST /login_check",
            "GET /employee",
            "GET /employee/edit/402",
            "GET /employee/permissions/402",
            "GET /employee/compensation/402");
    tenant.forgetRequests();
    assertThat(reading.readEmployee(number(402)).employee()).isPresent();
    assertThat(tenant.requests())
        .containsExactly(
            "GET /employee/edit/402",
            "GET /employee",
            "GET /employee/permissions/402",
            "GET /employee/compensation/402");
  }

  @Test
  void customAndNoneAndApprovalsAreTold() throws IOException {
    var reading = sixty();
    edit(402, "{\"template\":\"None\"}");
    edit(403, "{\"template\":\"Shift Leader\"}");
    PermissionState none = permissions(reading, 402);
    assertThat(none.template()).isEqualTo("None");
    assertThat(none.granted()).isEmpty();
    assertThat(none.sameGrants()).isEmpty();
    PermissionState leader = permissions(reading, 403);
    assertThat(leader.template()).isEqualTo("Shift Leader");
    assertThat(leader.overrides())
        .containsExactly(
            new PermissionRef(18, "House Account Add"), new PermissionRef(33, "Open Refund"));
    PermissionState custom = permissions(reading, 405);
    assertThat(custom.template()).isEqualTo("Custom");
    assertThat(custom.granted())
        .containsExactly(new PermissionRef(22, "Time Clock"), new PermissionRef(25, "Login"));
    PermissionState manager = permissions(reading, 406);
    assertThat(manager.template()).isEqualTo("Manager");
    assertThat(manager.sameGrants())
        .extracting(PermissionState.TemplateMatch::name)
        .containsExactlyInAnyOrder("Manager", "General Manager");
    assertThat(manager.granted()).hasSize(34);
  }

  private static PermissionState permissions(
      BackofficeReadingActivitiesImpl reading, int employeeId) {
    return reading
        .readEmployee(number(employeeId))
        .employee()
        .orElseThrow()
        .permissions()
        .orElseThrow();
  }

  @Test
  void whoHasNoSiteIsInNoListAndFoundByNumberAlone() throws IOException {
    var reading = sixty();
    edit(402, "{\"sites\":[]}");
    assertThat(ids(reading.listEmployees(with(PosUserId.of(70002), Optional.empty())))).isEmpty();
    EmployeeAnswer unseen = reading.readEmployee(whoIs(70002));
    assertThat(unseen.employee()).isEmpty();
    assertThat(unseen.caveat()).isEqualTo(TakenValues.ROSTER_BLIND_SPOT);

    EmployeeSnapshot found = reading.readEmployee(number(402)).employee().orElseThrow();
    assertThat(found.posUserId()).isEqualTo(PosUserId.of(70002));
    assertThat(found.roster()).isEmpty();
    assertThat(found.sites()).contains(new SiteGrant(false, List.of()));
    assertThat(found.rosterShowsSameSites()).isEmpty();
    assertThat(found.permissions()).isPresent();
  }

  @ParameterizedTest
  @EnumSource(TenantShape.class)
  void sitesThatTheBotMayNotSeeAreNowhere(TenantShape shape) throws IOException {
    var reading = reading(SandboxOptions.defaults().withEmployees(60).withTenant(shape));
    edit(402, "{\"sites\":[101]}");
    edit(403, "{\"sites\":[101,103]}");
    assertThat(tenant.call("POST", "settings", "{\"hiddenSites\":[101,102]}")).isNotEmpty();
    assertThat(reading.listSites(new ListingQuestion(1)).sites())
        .extracting(SiteEntry::id)
        .containsExactly(103, 201, 202, 203);
    assertThat(ids(reading.listEmployees(with(PosUserId.of(70002), Optional.empty())))).isEmpty();
    EmployeeSnapshot half = reading.readEmployee(whoIs(70003)).employee().orElseThrow();
    assertThat(half.sites())
        .contains(new SiteGrant(false, List.of(new SiteRef(103, "Creek Wash"))));
    assertThat(half.roster().orElseThrow().siteCodes()).containsExactly("CREEK");
  }

  @Test
  void anotherPosUserIdUnderTheNumberIsNotOurs() throws IOException {
    var reading = sixty();
    Refusals.last(
        FailureTypes.NOT_OURS,
        () ->
            reading.readEmployee(
                new EmployeeQuestion(Optional.of(PosUserId.of(70003)), Optional.of(402))));
    assertThat(reading.readEmployee(number(9999)))
        .isEqualTo(new EmployeeAnswer(Optional.empty(), ""));
  }

  @Test
  void aPageThatIsNotShownIsSaidAndNotFilledIn() throws IOException {
    var reading = sixty();
    tenant.fault("GET", "/employee/compensation/402", "status", ",\"status\":404");
    EmployeeSnapshot snapshot = reading.readEmployee(whoIs(70002)).employee().orElseThrow();
    assertThat(snapshot.wages()).isEmpty();
    assertThat(snapshot.permissions()).isPresent();
    assertThat(snapshot.notLookedAt())
        .containsExactly(
            "web users linked to this employee", "wages (Backoffice does not show the page)");
  }

  @Test
  void anOutageIsRetriedAndAnswersNothingHalf() throws IOException {
    var reading = sixty();
    tenant.fault("GET", "/employee/permissions/402", "status", ",\"status\":500");
    Refusals.retried(FailureTypes.BACKOFFICE_OUTAGE, () -> reading.readEmployee(whoIs(70002)));
  }

  @Test
  void sitesStandInTheirTree() throws IOException {
    SiteListing listing = sixty().listSites(new ListingQuestion(1));
    assertThat(listing.flat()).isFalse();
    assertThat(listing.total()).isEqualTo(6);
    assertThat(listing.more()).isFalse();
    assertThat(listing.sites())
        .hasSize(6)
        .contains(
            new SiteEntry(
                103,
                "Creek Wash",
                "CREEK",
                Optional.of(new SiteGroup(1, "East")),
                Optional.of(new SiteGroup(11, "East Rural"))));
    assertThat(tenant.requests()).endsWith("GET /employee/create").hasSize(3);
  }

  @Test
  void sitesOfAFlatTenantStandInALine() throws IOException {
    SiteListing listing =
        reading(SandboxOptions.defaults().withTenant(TenantShape.FLAT))
            .listSites(new ListingQuestion(1));
    assertThat(listing.flat()).isTrue();
    assertThat(listing.sites())
        .hasSize(6)
        .startsWith(new SiteEntry(101, "Wash 37135", "W37135", Optional.empty(), Optional.empty()));
  }

  @Test
  void departmentsAndTemplatesAreToldWithWhatTheyStandFor() throws IOException {
    var reading = sixty();
    assertThat(reading.listDepartments(new ListingQuestion(1)))
        .isEqualTo(
            new DepartmentListing(
                List.of(
                    new DepartmentRef(1, "Cashier"),
                    new DepartmentRef(3, "Greeter"),
                    new DepartmentRef(2, "Line"),
                    new DepartmentRef(4, "Management")),
                1,
                false,
                4));
    tenant.forgetRequests();
    TemplateListing templates = reading.listTemplates(new ListingQuestion(1));
    assertThat(templates.permissionCount()).isEqualTo(34);
    assertThat(templates.caveat()).isEmpty();
    assertThat(templates.templates())
        .hasSize(7)
        .contains(
            new TemplateEntry(
                3, "General User", List.of(new PermissionRef(22, "Time Clock")), List.of()));
    assertThat(tenant.requests()).first().isEqualTo("GET /employee");
    assertThat(tenant.requests()).hasSize(2);
    assertThat(reading.listTemplates(new ListingQuestion(2)).templates()).isEmpty();
  }

  @Test
  void aTenantWithoutEmployeesSaysWhyThereIsNoTemplate() throws IOException {
    var reading = reading(SandboxOptions.defaults().withEmployees(0));
    TemplateListing templates = reading.listTemplates(new ListingQuestion(1));
    assertThat(templates.templates()).isEmpty();
    assertThat(templates.caveat()).contains("the bot sees no employee");
    assertThat(reading.listEmployees(EVERYBODY).employees()).isEmpty();
  }

  @Test
  void threeThousandSitesStayBelowAPayloadsLimit() throws IOException {
    SiteTree.District district = new SiteTree.District(10, 1);
    SiteTree tree =
        new SiteTree(
            List.of(1),
            List.of(district),
            IntStream.rangeClosed(1, 3_000)
                .mapToObj(id -> new SiteTree.Site(id, "W".repeat(300) + id, Optional.of(district)))
                .toList());
    String block = PageFixture.siteBlock(tree, SiteAccess.everywhere(tree));
    try (ScriptedBackoffice server = new ScriptedBackoffice()) {
      server.on(
          "GET /employee/create", ScriptedBackoffice.html(200, PageFixture.html("create", block)));
      var reading = new BackofficeReadingActivitiesImpl(server.client());
      SiteListing first = reading.listSites(new ListingQuestion(1));
      SiteListing last = reading.listSites(new ListingQuestion(15));
      assertThat(first.sites()).hasSize(200);
      assertThat(first.more()).isTrue();
      assertThat(last.sites()).hasSize(200);
      assertThat(last.more()).isFalse();
      assertThat(last.total()).isEqualTo(3_000);
      assertThat(size(first)).isLessThan(500_000);
    }
  }

  private static int size(Object value) {
    return DefaultDataConverter.newDefaultInstance()
        .toPayload(value)
        .orElseThrow()
        .getData()
        .size();
  }
}
