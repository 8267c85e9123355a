package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.name.NamePattern;
import dev.lanyard.activities.staffapi.client.StaffAddress;
import dev.lanyard.activities.staffapi.client.StaffMember;
import dev.lanyard.activities.staffapi.client.StaffProfile;
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.look.StaffList;
import dev.lanyard.workflows.staffapi.look.StaffListQuestion;
import dev.lanyard.workflows.staffapi.look.StaffMemberQuestion;
import dev.lanyard.workflows.staffapi.look.StaffMemberView;
import dev.lanyard.workflows.staffapi.look.StaffMembers;
import dev.lanyard.workflows.staffapi.look.StaffReadingActivities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at staff members for people; writes nothing. */
public final class StaffReadingActivitiesImpl implements StaffReadingActivities {

  private final StaffApi api;

  public StaffReadingActivitiesImpl(StaffApi api) {
    this.api = api;
  }

  @Override
  public StaffList list(StaffListQuestion question) {
    return api.ordinary(
        () -> {
          Optional<StaffSite> site = question.site().map(this::site);
          Optional<NamePattern> name = question.name().map(NamePattern::of);
          List<StaffList.Row> rows = new ArrayList<>();
          for (StaffRecords.Known known : api.records().known()) {
            boolean wanted =
                (known.admin() || !question.adminsOnly())
                    && name.map(one -> one.fits(known.firstName(), known.lastName())).orElse(true);
            if (wanted && site.map(at -> worksAt(known.id(), at.id())).orElse(true)) {
              rows.add(row(known));
            }
          }
          rows.sort(Comparator.comparingLong(StaffList.Row::id));
          return new StaffList(rows, site.map(StaffSite::name));
        });
  }

  private boolean worksAt(long member, long site) {
    return api.records().sitesLately(member).contains(site);
  }

  private static StaffList.Row row(StaffRecords.Known known) {
    return new StaffList.Row(
        known.id(),
        known.firstName(),
        known.lastName(),
        known.identity().primaryEmail(),
        known.identity().code(),
        known.admin());
  }

  /** By id, by its own name, or by the Backoffice site that is mapped to it. */
  private StaffSite site(String asked) {
    List<StaffSite> sites = api.sites();
    Long mapped = api.settings().siteMap().get(asked);
    List<StaffSite> found =
        sites.stream()
            .filter(
                site ->
                    mapped != null
                        ? site.id() == mapped
                        : site.name().equals(asked) || Long.toString(site.id()).equals(asked))
            .toList();
    if (found.size() != 1) {
      throw Failures.inputRefused(
          "site \"%s\" is %s of the staff API's %d sites; give its id or its exact name"
              .formatted(asked, found.isEmpty() ? "none" : "several", sites.size()));
    }
    return found.get(0);
  }

  @Override
  public StaffMembers show(StaffMemberQuestion question) {
    return api.ordinary(
        () -> {
          Stream<Long> ids =
              question
                  .email()
                  .map(email -> api.records().listing().withEmail(email).stream())
                  .orElseGet(() -> question.id().stream());
          return new StaffMembers(ids.flatMap(id -> view(id).stream()).toList());
        });
  }

  private Optional<StaffMemberView> view(long id) {
    Optional<ReadBack> back = api.records().read(id);
    if (back.isEmpty()) {
      return Optional.empty();
    }
    List<StaffAddress> addresses = api.client().addressesOf(id).orElse(List.of());
    Map<Long, StaffSite> sites =
        api.sites().stream().collect(Collectors.toMap(StaffSite::id, Function.identity()));
    List<StaffSite> theirs =
        back.get().siteIds().stream()
            .map(site -> sites.getOrDefault(site, new StaffSite(site, "")))
            .sorted(Comparator.comparingLong(StaffSite::id))
            .toList();
    return Optional.of(view(back.get().member(), theirs, addresses));
  }

  private static StaffMemberView view(
      StaffMember member, List<StaffSite> sites, List<StaffAddress> addresses) {
    StaffProfile profile = member.profile();
    List<String> emails =
        Stream.concat(
                member.identity().primaryEmail().stream(), member.identity().emails().stream())
            .distinct()
            .toList();
    return new StaffMemberView(
        member.id(),
        member.firstName(),
        member.lastName(),
        emails,
        profile.phone(),
        profile.mobile(),
        profile.fax(),
        profile.image(),
        member.admin(),
        profile.granted().stream()
            .map(row -> new StaffMemberView.Permission(row.code(), row.name(), row.domain()))
            .toList(),
        sites,
        addresses.stream().map(StaffReadingActivitiesImpl::inOneLine).toList(),
        profile.tags(),
        member.identity().code(),
        profile.createdAt(),
        profile.updatedAt());
  }

  private static String inOneLine(StaffAddress address) {
    return Stream.concat(
            address.lines().stream(),
            Stream.of(address.city(), address.zone(), address.postalCode(), address.country())
                .flatMap(Optional::stream))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }
}
