package dev.lanyard.activities.backoffice.doctor;

import dev.lanyard.activities.backoffice.SiteWitness;
import dev.lanyard.activities.backoffice.client.Survey;
import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.Polarity;
import dev.lanyard.activities.backoffice.page.RosterPage;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import dev.lanyard.activities.backoffice.page.SiteTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Whether site boxes mean what they seem to mean (sections 6.1, 6.6): what an edit page says must
 * be what the roster's column shows, which no form of ours writes.
 */
final class SitePolarity {

  private static final String ID = "site-polarity";
  private static final String PATH = EmployeeChecks.EDIT;
  private static final String FLAT = "flat markup and polarity";
  private static final String RESTRICT =
      "Restrict one active employee to some, not all, of the sites by hand, then ask again.";

  private final Survey survey;
  private final Sheet sheet;

  SitePolarity(Survey survey, Sheet sheet) {
    this.survey = survey;
    this.sheet = sheet;
  }

  void compare(CreatePage form, RosterPage everybody, int atMost) {
    if (!form.sites().flat()) {
      sheet.unanswered(FLAT, "this tenant is hierarchical");
    }
    SiteWitness witness =
        new SiteWitness(everybody.siteCodes().isEmpty() ? form.siteCodes() : everybody.siteCodes());
    List<RosterRow> restricted =
        everybody.rows().stream()
            .filter(RosterRow::active)
            .filter(row -> witness.siteIds(row).filter(ids -> some(ids, form.sites())).isPresent())
            .limit(atMost)
            .toList();
    List<Integer> disagreeing = new ArrayList<>();
    List<Polarity> labels = new ArrayList<>();
    int compared = 0;
    for (RosterRow row : restricted) {
      Optional<EditPage> page = sheet.look(ID, PATH, () -> survey.editPage(row.employeeId()));
      if (page.isEmpty()) {
        unanswered(form, "an edit page could not be read");
        return;
      }
      Optional<SiteAccess> access = page.get().access();
      if (access.isEmpty()) {
        silent();
        return;
      }
      compared++;
      page.get().labelledPolarity().ifPresent(labels::add);
      if (access.get().all()
          || !access.get().siteIds().equals(witness.siteIds(row).orElseThrow())) {
        disagreeing.add(row.employeeId());
      }
    }
    judge(form, compared, disagreeing, labels, atMost);
  }

  private static boolean some(SortedSet<Integer> ids, SiteTree tree) {
    return !ids.isEmpty() && tree.ids().containsAll(ids) && ids.size() < tree.sites().size();
  }

  private void judge(
      CreatePage form, int compared, List<Integer> disagreeing, List<Polarity> labels, int atMost) {
    boolean flat = form.sites().flat();
    if (!disagreeing.isEmpty()) {
      sheet.failed(
          ID,
          PATH,
          "Edit page and roster disagree on the sites of "
              + disagreeing.size()
              + " of "
              + compared
              + " employees; internal ids "
              + disagreeing
              + ".",
          "Let Lanyard write nothing here until it is clear why: compare them in a browser with the"
              + " protocol, section 6.");
      unanswered(form, "edit page and roster disagree");
    } else if (compared == 0) {
      String finding =
          atMost == 0
              ? "None was to be compared."
              : "No active employee has some, not all, of the sites.";
      if (flat) {
        sheet.warning(ID, PATH, finding + " Hires for some sites will be refused.", RESTRICT);
      } else {
        sheet.unknown(ID, PATH, finding);
      }
      unanswered(form, "nobody could be compared");
    } else {
      sheet.ok(
          ID,
          PATH,
          "Edit page and roster agree on the sites of "
              + compared
              + (compared == 1 ? " employee." : " employees."));
      if (flat) {
        sheet.answered(
            FLAT,
            labels.contains(Polarity.CHECKED_DENIES)
                ? "a checked box denies the site; employee[siteIds][] is a block list"
                : "a checked box grants the site; employee[siteIds][] is an allow list");
      }
    }
  }

  private void silent() {
    sheet.warning(
        ID,
        PATH,
        "The site boxes of this flat tenant do not say what they mean. Hires for some sites will be"
            + " refused.",
        "Hire for all sites only, or give the protocol, section 6.6, what the page shows.");
    sheet.unanswered(FLAT, "the boxes do not say what they mean");
  }

  private void unanswered(CreatePage form, String why) {
    if (form.sites().flat()) {
      sheet.unanswered(FLAT, why);
    }
  }
}
