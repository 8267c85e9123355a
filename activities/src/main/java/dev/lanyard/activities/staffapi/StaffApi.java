package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.staffapi.client.Authorization;
import dev.lanyard.activities.staffapi.client.Company;
import dev.lanyard.activities.staffapi.client.StaffApiClient;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
  public static StaffApi connect(StaffApiSettings settings) {
    return connect(settings, new BasicAuthorization(settings.credentials()));
  }

  /** The same with another authorization. */
  public static StaffApi connect(StaffApiSettings settings, Authorization authorization) {
    return connect(settings, authorization, Clock.systemUTC());
  }

  static StaffApi connect(StaffApiSettings settings, Authorization authorization, Clock clock) {
    return new StaffApi(
        settings,
        new StaffApiClient(
            settings.origin(), authorization, settings.companyId(), settings.httpTimeout(), clock));
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

  /**
   * Looks whether the API can be used as configured: the company is that of the credentials, and
   * every site of the site map and every one of these Backoffice sites stands for exactly one site.
   * Two requests and one for each further page of sites; writes nothing.
   *
   * @param backofficeSites exact names; may be empty
   * @return every problem; empty when all is well
   * @throws dev.lanyard.activities.staffapi.client.StaffApiException when it could not be asked
   */
  public List<Finding> problems(Collection<String> backofficeSites) {
    List<Finding> problems = new ArrayList<>();
    Company company = client.company();
    if (company.id() != settings.companyId()) {
      problems.add(
          new Finding(
              "OTHER_COMPANY",
              "companyId",
              "The credentials belong to company %d (%s), and company %d is configured."
                  .formatted(company.id(), company.name(), settings.companyId())));
      return problems;
    }
    Set<String> names = new TreeSet<>(settings.siteMap().keySet());
    names.addAll(backofficeSites);
    problems.addAll(SiteMapping.of(names, settings.siteMap(), sites()).problems());
    return List.copyOf(problems);
  }
}
