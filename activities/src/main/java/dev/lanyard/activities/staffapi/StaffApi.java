package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.staffapi.client.Authorization;
import dev.lanyard.activities.staffapi.client.RequestLimit;
import dev.lanyard.activities.staffapi.client.StaffApiClient;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The staff API as one worker uses it: one for all its activities, since it holds what they share.
 */
public final class StaffApi {

  private final StaffApiSettings settings;
  private final StaffApiClient client;
  private final StaffRecords records;

  /** Ids that the API had at the last look; sites are opened seldom and hardly ever closed. */
  private volatile Set<Long> knownSites = Set.of();

  private StaffApi(StaffApiSettings settings, StaffApiClient client) {
    this.settings = settings;
    this.client = client;
    this.records = new StaffRecords(client);
  }

  /** With the client's id and secret: 60 requests a minute. */
  public static StaffApi connect(StaffApiSettings settings, RequestLimit limit) {
    return connect(settings, new BasicAuthorization(settings.credentials()), limit);
  }

  /** The same with another authorization. */
  public static StaffApi connect(
      StaffApiSettings settings, Authorization authorization, RequestLimit limit) {
    return connect(settings, authorization, limit, Clock.systemUTC());
  }

  static StaffApi connect(
      StaffApiSettings settings, Authorization authorization, RequestLimit limit, Clock clock) {
    return new StaffApi(
        settings,
        new StaffApiClient(
            settings.origin(),
            authorization,
            settings.companyId(),
            settings.httpTimeout(),
            limit,
            clock));
  }

  /** An activity's body, its errors translated. */
  <T> T ordinary(Supplier<T> activity) {
    return Failures.translated(() -> client.budget().ordinary(activity));
  }

  /** The same of one that takes access away: it goes before all others. */
  <T> T revocation(Supplier<T> activity) {
    return Failures.translated(() -> client.budget().revocation(activity));
  }

  StaffApiSettings settings() {
    return settings;
  }

  StaffApiClient client() {
    return client;
  }

  StaffRecords records() {
    return records;
  }

  /** The company's sites, asked for now. */
  List<StaffSite> sites() {
    List<StaffSite> sites = client.sites();
    knownSites = sites.stream().map(StaffSite::id).collect(Collectors.toUnmodifiableSet());
    return sites;
  }

  /** Those of these ids that are no site of the company; asks only when one was not seen before. */
  List<Long> unknownSites(Collection<Long> siteIds) {
    if (!knownSites.containsAll(siteIds)) {
      sites();
    }
    return siteIds.stream().filter(id -> !knownSites.contains(id)).sorted().toList();
  }
}
