package dev.lanyard.activities.backoffice.doctor;

import dev.lanyard.activities.backoffice.client.Survey;
import dev.lanyard.activities.backoffice.page.UserRightsPage;
import dev.lanyard.activities.backoffice.page.UserSurvey;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The pages of web users, and what the bot's own user may do (sections 2.3, 13). */
final class UserChecks {

  private static final String USERS = "/user";
  private static final String RIGHTS = "/user/permissions/<id>";
  private static final String CREATE = "/user/create";
  private static final String ADMINISTRATOR = "Administrator";
  private static final String REMEDY =
      "Give the bot's user the Administrator template and all regions (or all sites).";

  /** No host can have this address (RFC 2606). */
  private static final String NOBODY = "lanyard-doctor@nobody.invalid";

  private final Survey survey;
  private final Sheet sheet;

  UserChecks(Survey survey, Sheet sheet) {
    this.survey = survey;
    this.sheet = sheet;
  }

  void all(String botName) {
    Optional<UserSurvey.User> bot = bot(botName);
    bot.ifPresentOrElse(
        this::rights,
        () -> sheet.unknown("bot-rights", RIGHTS, "Not known without the bot's row in the list."));
    sheet
        .look("user-create-page", CREATE, () -> survey.activeEmployeesWith(NOBODY))
        .ifPresent(
            page -> sheet.ok("user-create-page", CREATE, "It lists employees with their e-mails."));
    emailFilter(bot);
  }

  private Optional<UserSurvey.User> bot(String name) {
    Optional<UserSurvey> list = sheet.look("user-list", USERS, () -> survey.usersNamed(name));
    Optional<UserSurvey.User> bot = list.flatMap(found -> found.named(name));
    if (bot.isPresent()) {
      sheet.ok("user-list", USERS, "It can be read, and shows the bot's user.");
    } else if (list.isPresent()) {
      sheet.warning(
          "user-list",
          USERS,
          "It can be read, and shows no user of the bot's name.",
          "Open it in a browser as an administrator and look the bot's user up.");
    }
    return bot;
  }

  private void rights(UserSurvey.User bot) {
    sheet.look("bot-rights", RIGHTS, () -> survey.userRights(bot.userId())).ifPresent(this::judge);
  }

  private void judge(UserRightsPage page) {
    Optional<Set<String>> administrator = page.template(ADMINISTRATOR);
    Set<String> lacking = new TreeSet<>(administrator.orElse(Set.of()));
    lacking.removeAll(page.granted());
    if (!page.everywhere()) {
      sheet.failed(
          "bot-rights",
          RIGHTS,
          "The bot's user does not have all sites: employees elsewhere do not show, and their POS"
              + " user IDs seem free.",
          REMEDY);
    } else if (administrator.isEmpty()) {
      sheet.warning(
          "bot-rights",
          RIGHTS,
          "All sites are open; whether it is an administrator cannot be told: there is no template "
              + ADMINISTRATOR
              + ".",
          "Compare its permissions by hand with those of an administrator.");
    } else if (!lacking.isEmpty()) {
      sheet.warning(
          "bot-rights",
          RIGHTS,
          "All sites are open; of the "
              + administrator.get().size()
              + " permissions of an Administrator it lacks "
              + lacking.size()
              + ".",
          REMEDY);
    } else {
      sheet.ok(
          "bot-rights",
          RIGHTS,
          "All sites are open, and all "
              + administrator.get().size()
              + " permissions of an Administrator are granted.");
    }
  }

  /** Whether somebody's e-mail shows when it is taken (section 13.4). */
  private void emailFilter(Optional<UserSurvey.User> bot) {
    Optional<String> email = bot.map(UserSurvey.User::email).filter(text -> text.contains("@"));
    if (email.isEmpty()) {
      sheet.unknown(
          "email-filter", USERS, "The bot's user has no e-mail address, or does not show.");
      return;
    }
    Optional<UserSurvey> none = sheet.look("email-filter", USERS, () -> survey.usersWith(NOBODY));
    Optional<UserSurvey> some =
        none.flatMap(
            ignored -> sheet.look("email-filter", USERS, () -> survey.usersWith(email.get())));
    some.ifPresent(
        found -> {
          boolean shown = found.users().stream().anyMatch(u -> u.userId() == bot.get().userId());
          if (shown && none.get().users().isEmpty()) {
            sheet.ok(
                "email-filter",
                USERS,
                "It leaves the one asked for, and nobody for an unknown one.");
          } else {
            sheet.failed(
                "email-filter",
                USERS,
                shown
                    ? "It is ignored: everybody shows for an e-mail address that nobody has."
                    : "It does not show the bot's user for its own e-mail address.",
                "Compare the page with the protocol, section 13.4: a taken e-mail address would"
                    + " seem free.");
          }
        });
  }
}
