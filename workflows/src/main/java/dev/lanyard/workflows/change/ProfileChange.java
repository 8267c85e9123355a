package dev.lanyard.workflows.change;

import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.alteration.BothSystems;
import dev.lanyard.workflows.alteration.Differences;
import dev.lanyard.workflows.alteration.Present;
import dev.lanyard.workflows.backoffice.EmployeeFields;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.StoredProfile;
import dev.lanyard.workflows.hr.PersonChange;
import dev.lanyard.workflows.staffapi.StaffFields;
import dev.lanyard.workflows.staffapi.look.StaffMemberView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What a change comes to in both systems, as they are: only what is not so already.
 *
 * @param backoffice wanted there; {@link EmployeeFields#NONE}: nothing
 * @param backofficeBefore what stands there in those fields
 * @param staff wanted there; {@link StaffFields#NONE}: nothing
 */
record ProfileChange(
    EmployeeFields backoffice,
    EmployeeFields backofficeBefore,
    StaffFields staff,
    List<String> lines) {

  static ProfileChange of(PersonChange change, Present now) {
    List<String> lines = new ArrayList<>();
    Optional<StoredProfile> profile = now.employee().map(EmployeeSnapshot::profile);
    EmployeeFields wanted = profile.map(p -> wanted(change, p)).orElse(EmployeeFields.NONE);
    named(wanted, lines);
    StaffFields staff = now.staff().map(member -> wanted(change, member)).orElse(StaffFields.NONE);
    staff.firstName().ifPresent(name -> lines.add("Staff API: first name " + name));
    staff.lastName().ifPresent(name -> lines.add("Staff API: last name " + name));
    staff.phone().ifPresent(phone -> lines.add("Staff API: phone " + orNone(phone)));
    staff.email().ifPresent(email -> lines.add("Staff API: e-mail " + email));
    return new ProfileChange(
        wanted,
        profile.map(p -> before(wanted, p)).orElse(EmployeeFields.NONE),
        staff,
        List.copyOf(lines));
  }

  private static void named(EmployeeFields wanted, List<String> lines) {
    wanted.firstName().ifPresent(name -> lines.add("Backoffice: first name " + name));
    wanted.lastName().ifPresent(name -> lines.add("Backoffice: last name " + name));
    wanted.phone().ifPresent(phone -> lines.add("Backoffice: phone " + orNone(phone)));
    wanted.email().ifPresent(email -> lines.add("Backoffice: e-mail " + orNone(email)));
    wanted.startDate().ifPresent(date -> lines.add("Backoffice: start date " + date));
    wanted
        .emergencyName()
        .ifPresent(name -> lines.add("Backoffice: emergency contact " + orNone(name)));
    wanted
        .emergencyPhone()
        .ifPresent(phone -> lines.add("Backoffice: emergency contact's phone " + orNone(phone)));
  }

  private static String orNone(String text) {
    return text.isBlank() ? "none" : text;
  }

  private static EmployeeFields wanted(PersonChange change, StoredProfile now) {
    return new EmployeeFields(
        differing(change.firstName(), now.firstName(), Differences::sameText),
        differing(change.lastName(), now.lastName(), Differences::sameText),
        differing(change.phone(), now.phone(), ProfileChange::sameDigits),
        differing(change.email(), now.email(), Differences::sameEmail),
        change.startDate().filter(date -> !now.startDate().equals(Optional.of(date))),
        List.of(),
        Optional.empty(),
        differing(
            change.emergencyName(), now.emergencyContactName().orElse(""), Differences::sameText),
        differing(
            change.emergencyPhone(),
            now.emergencyContactPhone().orElse(""),
            ProfileChange::sameDigits),
        Optional.empty(),
        Optional.empty());
  }

  private static EmployeeFields before(EmployeeFields wanted, StoredProfile now) {
    Optional<LocalDate> startDate = wanted.startDate().flatMap(date -> now.startDate());
    return new EmployeeFields(
        wanted.firstName().map(name -> now.firstName()),
        wanted.lastName().map(name -> now.lastName()),
        wanted.phone().map(phone -> now.phone()),
        wanted.email().map(email -> now.email()),
        startDate,
        List.of(),
        Optional.empty(),
        wanted.emergencyName().map(name -> now.emergencyContactName().orElse("")),
        wanted.emergencyPhone().map(phone -> now.emergencyContactPhone().orElse("")),
        Optional.empty(),
        Optional.empty());
  }

  private static StaffFields wanted(PersonChange change, StaffMemberView now) {
    return new StaffFields(
        differing(change.firstName(), now.firstName(), Differences::sameText),
        differing(change.lastName(), now.lastName(), Differences::sameText),
        differing(change.phone(), now.phone().orElse(""), ProfileChange::sameDigits),
        differing(
            change.email(), now.emails().stream().findFirst().orElse(""), Differences::sameEmail),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<String> differing(
      Optional<String> wanted, String now, BiPredicate<String, String> same) {
    return wanted.filter(value -> !same.test(value, now));
  }

  private static boolean sameDigits(String one, String other) {
    return Differences.digits(one).equals(Differences.digits(other));
  }

  /** What keeps it from being carried out, all of it. */
  static List<Finding> problems(PersonChange change, Present now) {
    List<Finding> found = new ArrayList<>(now.strangers());
    if (now.employee().isEmpty() && now.staff().isEmpty()) {
      found.add(
          new Finding(
              "NOT_FOUND",
              "employeeNumber",
              "Neither system shows this person. Look where the record went, then retry."));
    }
    if (!BothSystems.sameLastName(now) && !explained(change, now)) {
      found.add(
          new Finding(
              "NOT_OURS",
              "lastName",
              "The two systems show different last names. Look whether both records are the same"
                  + " person's; make the names equal, then retry."));
    }
    if (now.staff().isPresent() && change.email().filter(String::isBlank).isPresent()) {
      found.add(
          new Finding(
              "NO_EMAIL",
              "email",
              "The e-mail address cannot be cleared: a staff account hangs on it. Hand in another"
                  + " one, or withdraw."));
    }
    return List.copyOf(found);
  }

  /** One of the two has the wanted name already. */
  private static boolean explained(PersonChange change, Present now) {
    return change
        .lastName()
        .filter(
            name ->
                Differences.sameText(name, now.employee().orElseThrow().profile().lastName())
                    || Differences.sameText(name, now.staff().orElseThrow().lastName()))
        .isPresent();
  }

  boolean nothingInBackoffice() {
    return backoffice.equals(EmployeeFields.NONE);
  }

  boolean isNone() {
    return nothingInBackoffice() && staff.isNone();
  }

  @Override
  public String toString() {
    return "ProfileChange[[redacted]]";
  }
}
