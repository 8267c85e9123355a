package dev.lanyard.activities.staffapi;

import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.staffapi.StaffFindings;
import dev.lanyard.workflows.staffapi.StaffPreFlight;
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.StaffTarget;
import dev.lanyard.workflows.staffapi.StaffTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** What stands in a hire's way in the staff API, all of it, from what was read there. */
final class PreFlightLook {

  private static final StaffFindings NOT_APPLICABLE =
      new StaffFindings(false, List.of(), List.of(), Optional.empty());

  private PreFlightLook() {}

  /** Where policy knows the answer: this hire gets no account. */
  static Optional<StaffFindings> withoutAsking(StaffPreFlight request, StaffApiSettings settings) {
    boolean account =
        terms(request)
            .account()
            .orElseGet(() -> settings.givesAccount(request.hire().permissionTemplate()));
    if (!account) {
      return Optional.of(NOT_APPLICABLE);
    }
    if (request.hire().email().isEmpty() && settings.policy().skipsWithoutEmail()) {
      Finding skipped =
          new Finding(
              "NO_EMAIL",
              "email",
              "No staff account: it would need an e-mail address, and policy goes on without.");
      return Optional.of(new StaffFindings(false, List.of(), List.of(skipped), Optional.empty()));
    }
    return Optional.empty();
  }

  static StaffTerms terms(StaffPreFlight request) {
    return request.terms().orElse(StaffTerms.NONE);
  }

  static StaffFindings findings(
      StaffPreFlight request,
      StaffApiSettings settings,
      List<StaffSite> sites,
      Listing listing,
      LongFunction<Optional<ReadBack>> read) {
    List<Finding> problems = new ArrayList<>();
    if (request.hire().email().isEmpty()) {
      problems.add(
          new Finding(
              "NO_EMAIL",
              "email",
              "A staff account needs an e-mail address for its invitation; add one, or choose a"
                  + " template without a staff account."));
    }
    FormerMember former = FormerMember.of(request, listing, read);
    problems.addAll(former.problems());
    for (Listing.Entry record : listing.entries()) {
      if (request.own().or(former::id).filter(id -> id == record.id()).isPresent()) {
        continue;
      }
      if (request.hire().email().filter(record.identity()::hasEmail).isPresent()) {
        problems.add(
            new Finding(
                "STAFF_EMAIL_PRESENT",
                "email",
                "Staff member %d already has this e-mail address; use another, or delete it there."
                    .formatted(record.id())));
      }
    }
    SiteMapping mapping = SiteMapping.of(request.siteNames(), settings.siteMap(), sites);
    problems.addAll(mapping.problems());
    ModelMember model = ModelMember.of(request, settings, listing, read);
    problems.addAll(model.problems());
    List<String> permissions =
        terms(request)
            .permissions()
            .map(codes -> codes.stream().distinct().sorted().toList())
            .or(model::permissions)
            .orElseGet(() -> settings.permissionsFor(request.hire().permissionTemplate()));
    return new StaffFindings(
        true,
        problems,
        model.warnings(),
        mapping.problems().isEmpty() && model.problems().isEmpty()
            ? Optional.of(new StaffTarget(mapping.sites(), permissions, former.id()))
            : Optional.empty());
  }
}
