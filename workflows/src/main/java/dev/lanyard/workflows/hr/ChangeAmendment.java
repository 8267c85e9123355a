package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Corrections of a change before anything of it was written. What is absent stays as it is; the
 * empty text clears a field of the person, as it does in a {@link PersonChange}.
 *
 * @param by who says so, for the record, and for the policy
 * @param reason free words; may be absent
 * @param token signed by the one who says so, where the policy asks for it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChangeAmendment(
    String by,
    String reason,
    Optional<String> token,
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> phone,
    Optional<String> email,
    Optional<LocalDate> startDate,
    Optional<String> emergencyName,
    Optional<String> emergencyPhone,
    Optional<LocalDate> from)
    implements Amendment<PersonChange> {

  public ChangeAmendment {
    token = token == null ? Optional.empty() : token;
    firstName = firstName == null ? Optional.empty() : firstName;
    lastName = lastName == null ? Optional.empty() : lastName;
    phone = phone == null ? Optional.empty() : phone;
    email = email == null ? Optional.empty() : email;
    startDate = startDate == null ? Optional.empty() : startDate;
    emergencyName = emergencyName == null ? Optional.empty() : emergencyName;
    emergencyPhone = emergencyPhone == null ? Optional.empty() : emergencyPhone;
    from = from == null ? Optional.empty() : from;
  }

  @Override
  public PersonChange appliedTo(PersonChange stated) {
    return new PersonChange(
        firstName.or(stated::firstName),
        lastName.or(stated::lastName),
        phone.or(stated::phone),
        email.or(stated::email),
        startDate.or(stated::startDate),
        emergencyName.or(stated::emergencyName),
        emergencyPhone.or(stated::emergencyPhone),
        from.or(stated::from));
  }

  @Override
  public List<String> changedIn(PersonChange stated) {
    PersonChange amended = appliedTo(stated);
    return new NamedFields()
        .compare("firstName", stated.firstName(), amended.firstName())
        .compare("lastName", stated.lastName(), amended.lastName())
        .compare("phone", stated.phone(), amended.phone())
        .compare("email", stated.email(), amended.email())
        .compare("startDate", stated.startDate(), amended.startDate())
        .compare("emergencyName", stated.emergencyName(), amended.emergencyName())
        .compare("emergencyPhone", stated.emergencyPhone(), amended.emergencyPhone())
        .compare("from", stated.from(), amended.from())
        .changed();
  }

  @Override
  public Map<String, String> named() {
    return new NamedFields()
        .add("firstName", firstName)
        .add("lastName", lastName)
        .add("phone", phone)
        .add("email", email)
        .add("startDate", startDate)
        .add("emergencyName", emergencyName)
        .add("emergencyPhone", emergencyPhone)
        .add("from", from)
        .all();
  }

  @Override
  public Set<String> dates() {
    return Set.of("from");
  }

  @Override
  public ChangeAmendment withToken(String signed) {
    return new ChangeAmendment(
        by,
        reason,
        Optional.of(signed),
        firstName,
        lastName,
        phone,
        email,
        startDate,
        emergencyName,
        emergencyPhone,
        from);
  }

  @Override
  public String toString() {
    return "ChangeAmendment[[redacted]]";
  }
}
