package dev.lanyard.activities.backoffice.doctor;

import dev.lanyard.activities.backoffice.client.Survey;
import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.Polarity;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  void compare(CreatePage form, List<Everybody.Restricted> restricted, int atMost) {
    if (!form.sites().flat()) {
      sheet.unanswered(FLAT, "this tenant is hierarchical");
    }
    List<Integer> disagreeing = new ArrayList<>();
    List<Polarity> labels = new ArrayList<>();
    for (Everybody.Restricted shown : restricted) {
      Optional<EditPage> page = sheet.look(ID, PATH, () -> survey.editPage(shown.employeeId()));
      if (page.isEmpty()) {
        unanswered(form, "an edit page could not be read");
        return;
      }
      Optional<SiteAccess> access = page.get().access();
      if (access.isEmpty()) {
        silent();
        return;
      }
      page.get().labelledPolarity().ifPresent(labels::add);
      if (access.get().all() || !access.get().siteIds().equals(shown.siteIds())) {
        disagreeing.add(shown.employeeId());
      }
    }
    judge(form, restricted.size(), disagreeing, labels, atMost);
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
