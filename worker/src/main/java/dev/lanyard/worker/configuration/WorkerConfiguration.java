package dev.lanyard.worker.configuration;

import dev.lanyard.activities.approval.ApprovalPolicy;
import dev.lanyard.activities.backoffice.BackofficeCredentials;
import dev.lanyard.activities.backoffice.BackofficeSettings;
import dev.lanyard.activities.backoffice.LinkField;
import dev.lanyard.activities.backoffice.Unproven;
import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.activities.notification.NotificationSettings;
import dev.lanyard.activities.planning.PlanningSettings;
import dev.lanyard.activities.rules.AccessRules;
import dev.lanyard.activities.staffapi.StaffApiSettings;
import dev.lanyard.activities.staffapi.client.RequestLimit;
import dev.lanyard.secrets.StateFolder;
import dev.lanyard.workflows.access.AlterationPlan;
import dev.lanyard.workflows.access.ProcessPolicy;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All that the worker is told from outside, read once at its start; its rules whenever they change.
 *
 * @param taskQueue of the workflows; the others are derived
 * @param folder where the keys lie
 * @param staffApiAccess how the worker proves there who it is
 * @param backofficePace of Backoffice's queue
 * @param staffApiPace of the staff API's queue
 * @param staffApiLimit of the requests that are sent there
 * @param digests what is told once a day
 * @param rules who may approve what; roles, and where free POS user IDs are looked for
 * @param notifications empty: nobody is told anything by mail or webhook
 * @param versioned whether Temporal hands open runs from build to build of the workers
 * @param buildId what this build is called there; empty: after the workflow code itself
 */
public record WorkerConfiguration(
    String taskQueue,
    StateFolder folder,
    BackofficeSettings backoffice,
    StaffApiSettings staffApi,
    StaffApiAccess staffApiAccess,
    PlanningSettings planning,
    Pace backofficePace,
    Pace staffApiPace,
    RequestLimit staffApiLimit,
    RulesInForce rules,
    Optional<NotificationSettings> notifications,
    Digests digests,
    boolean versioned,
    Optional<String> buildId) {

  /** One label of a host name (RFC 1123): at most 63, no hyphen at either end. */
  private static final Pattern SUBDOMAIN = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private static final Pattern TASK_QUEUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");

  /** A tag of a container image, which is what people name builds by. */
  private static final Pattern BUILD_ID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

  /**
   * @param environment of the process; it names the file ({@code LANYARD_CONFIG}), and its
   *     variables win over the file
   * @throws ConfigurationRefused lists every problem at once
   */
  public static WorkerConfiguration read(Map<String, String> environment)
      throws ConfigurationRefused {
    RulesInForce rules = new RulesInForce(environment);
    List<ConfigurationProblem> problems = new ArrayList<>();
    Values values = new Values(Layers.read(environment, problems), problems);
    List<SiteEntry> sites = SiteEntry.all(values);
    String taskQueue = taskQueue(values);
    StateFolder folder =
        StateFolder.of(
            values.optional("lanyard.home").orElse(""),
            values.optional("lanyard.keys").orElse(""),
            environment);
    BackofficeSettings backoffice = backoffice(values, sites);
    StaffApiSection staffApi = StaffApiSection.read(values, sites, folder);
    ZoneId zone = zone(values);
    ProcessPolicy policy = policy(values);
    Optional<NotificationSettings> notifications =
        NotificationSection.read(values, zone, Set.of(policy.approvers(), policy.operators()));
    Digests digests =
        Digests.read(
            values,
            taskQueue,
            policy.approvers(),
            policy.operators(),
            zone,
            zones(sites),
            notifications.map(settings -> settings.groups().keySet()).orElse(Set.of()));
    PlanningSettings planning =
        new PlanningSettings(
            policy.withNotices(notifications.isPresent()),
            zone,
            zones(sites),
            transferOrder(values));
    ApprovalPolicy approvals = ApprovalSection.read(values, planning.policy());
    boolean versioned = values.yesOrNo("lanyard.versioned");
    Optional<String> buildId = buildId(values);
    AccessRules accessRules = RoleSection.read(values);
    if (!problems.isEmpty()) {
      throw new ConfigurationRefused(problems);
    }
    int twice = 2 * backoffice.sessions();
    return new WorkerConfiguration(
        taskQueue,
        folder,
        backoffice,
        staffApi.settings(),
        staffApi.access(),
        planning,
        new Pace(twice, twice),
        staffApi.pace(),
        staffApi.limit(),
        rules.starting(approvals, accessRules),
        notifications,
        digests,
        versioned,
        buildId);
  }

  /** Who may approve what, now. */
  public ApprovalPolicy approvals() {
    return rules.approvals();
  }

  /** Roles, and where free POS user IDs are looked for, now. */
  public AccessRules accessRules() {
    return rules.accessRules();
  }

  /** The names of all environment variables that {@link #read} looks at. */
  public static Set<String> variables() {
    return Layers.knownVariables();
  }

  private static String taskQueue(Values values) {
    String name = values.text("lanyard.task-queue", "lanyard");
    if (!name.isEmpty() && !TASK_QUEUE.matcher(name).matches()) {
      values.problem(
          "lanyard.task-queue",
          "must be letters, digits, '-', '_' and '.', at most 100",
          "lanyard");
    }
    return name;
  }

  private static Optional<String> buildId(Values values) {
    Optional<String> id = values.optional("lanyard.build-id");
    if (id.filter(name -> !BUILD_ID.matcher(name).matches()).isPresent()) {
      values.problem(
          "lanyard.build-id", "must be letters, digits, '-', '_' and '.', at most 128", "v1.4.2");
    }
    return id;
  }

  /** Null once a problem is noted; then nobody gets to see it. */
  private static BackofficeSettings backoffice(Values values, List<SiteEntry> sites) {
    int noted = values.noted();
    String at = "lanyard.backoffice.";
    SecretText username = values.secret(at + "username", "lanyard-bot");
    SecretText password = values.secret(at + "password", "the bot user's password");
    RemoteOrigin origin = backofficeOrigin(values);
    Duration httpTimeout = values.duration(at + "http-timeout", Duration.ofMillis(1));
    Duration settleDelay = settleDelay(values, at, httpTimeout);
    int sessions = values.count(at + "sessions", 20);
    LinkField linkField = linkField(values, at + "link-field");
    boolean greeterRule = values.yesOrNo(at + "greeter-rule");
    Duration discoveryAge = values.durationOrZero(at + "discovery-age");
    Set<Unproven> unproven = unproven(values, at + "unproven");
    return values.section(
        "lanyard.backoffice",
        noted,
        () ->
            new BackofficeSettings(
                origin,
                () -> new BackofficeCredentials(username.get(), password.get()),
                httpTimeout,
                settleDelay,
                sessions,
                linkField,
                greeterRule,
                discoveryAge,
                names(sites),
                unproven));
  }

  private static RemoteOrigin backofficeOrigin(Values values) {
    String urlKey = "lanyard.backoffice.base-url";
    String key = "lanyard.backoffice.subdomain";
    String subdomain = values.optional(key).orElse("");
    if (!subdomain.isEmpty() && !SUBDOMAIN.matcher(subdomain).matches()) {
      values.problem(
          key,
          "must be lower-case letters, digits and hyphens: the first part of the host name only",
          "washu for https://washu.sonnyscontrols.com");
      return standIn();
    }
    if (values.has(urlKey)) {
      return origin(values, urlKey, "http://127.0.0.1:8090");
    }
    if (subdomain.isEmpty()) {
      values.problem(key, "is missing", "washu for https://washu.sonnyscontrols.com");
      return standIn();
    }
    return RemoteOrigin.parse("https://" + subdomain + ".sonnyscontrols.com");
  }

  static RemoteOrigin origin(Values values, String key, String example) {
    String url = values.text(key, example);
    if (url.isEmpty()) {
      return standIn();
    }
    try {
      return RemoteOrigin.parse(url);
    } catch (IllegalArgumentException e) {
      values.problem(key, e.getMessage(), example);
      return standIn();
    }
  }

  /** Never used: a problem was noted. */
  private static RemoteOrigin standIn() {
    return RemoteOrigin.parse("https://unusable.invalid");
  }

  static Duration settleDelay(Values values, String at, Duration httpTimeout) {
    Duration delay = values.duration(at + "settle-delay");
    if (delay.compareTo(httpTimeout) <= 0) {
      values.problem(
          at + "settle-delay",
          "must be longer than http-timeout (" + httpTimeout.toSeconds() + "s)",
          httpTimeout.plusSeconds(5).toSeconds() + "s");
    }
    return delay;
  }

  private static LinkField linkField(Values values, String key) {
    try {
      return LinkField.parse(values.text(key, "none"));
    } catch (IllegalArgumentException e) {
      values.problem(key, e.getMessage(), "field:employee[badgeNumber]");
      return LinkField.NONE;
    }
  }

  private static Set<Unproven> unproven(Values values, String key) {
    Set<Unproven> listed = EnumSet.noneOf(Unproven.class);
    for (String name : values.textsOrCommas(key)) {
      Unproven.of(name)
          .ifPresentOrElse(
              listed::add,
              () -> values.problem(key, "may list only " + Unproven.keys(), "[salary]"));
    }
    return listed;
  }

  private static Set<String> names(List<SiteEntry> sites) {
    return sites.stream().map(SiteEntry::name).collect(Collectors.toSet());
  }

  private static Map<String, ZoneId> zones(List<SiteEntry> sites) {
    Map<String, ZoneId> map = new LinkedHashMap<>();
    sites.forEach(s -> s.zone().ifPresent(zone -> map.put(s.name(), zone)));
    return map;
  }

  private static ZoneId zone(Values values) {
    String key = "lanyard.default-zone";
    return values.zone(key, values.text(key, "America/New_York"));
  }

  private static String transferOrder(Values values) {
    String key = "lanyard.policy.transfer-order";
    List<String> orders = List.of(AlterationPlan.NEW_BEFORE_OLD, AlterationPlan.OLD_BEFORE_NEW);
    String order = values.text(key, AlterationPlan.NEW_BEFORE_OLD);
    if (!order.isEmpty() && !orders.contains(order)) {
      values.problem(key, "must be " + String.join(" or ", orders), AlterationPlan.NEW_BEFORE_OLD);
    }
    return order;
  }

  static ProcessPolicy policy(Values values) {
    String at = "lanyard.policy.";
    return readPolicy(values, at)
        .withDeleteLeavers(values.yesOrNo("lanyard.staff-api.delete-leavers"))
        .withBeginsBefore(values.durationOrZero(at + "begins-before"))
        .withSecondCheckBefore(values.durationOrZero(at + "second-check-before"))
        .withParkedRefusals(values.yesOrNo(at + "park-refusals"))
        .withGracePeriod(values.durationOrZero(at + "grace-period"))
        .withAlarmAfter(values.durationOrZero(at + "alarm-after"))
        .withSpread(values.durationOrZero(at + "spread"));
  }

  private static ProcessPolicy readPolicy(Values values, String at) {
    return new ProcessPolicy(
        values.text(at + "approvers", "managers"),
        values.text(at + "operators", "operators"),
        values.yesOrNo(at + "offboarding-needs-approval"),
        values.duration(at + "approval-expires-after"),
        values.durationOrZero(at + "look-again-after"),
        values.duration(at + "pin-readable-for"),
        values.durationOrZero(at + "pin-readable-again-for"),
        values.durationOrZero(at + "person-remembered-for"));
  }
}
