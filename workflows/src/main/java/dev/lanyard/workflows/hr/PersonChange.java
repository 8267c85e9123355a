package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What becomes different about a person who has access: no access of theirs. What is absent stays.
 *
 * @param phone as typed; the empty text clears it
 * @param email the empty text clears it where no staff account hangs on it
 * @param startDate a start date that was wrong, corrected after the start
 * @param emergencyName of the emergency contact; the empty text clears it
 * @param emergencyPhone of the emergency contact; the empty text clears it
 * @param from the first day on which this counts, in the site's zone; absent means now
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PersonChange(
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> phone,
    Optional<String> email,
    Optional<LocalDate> startDate,
    Optional<String> emergencyName,
    Optional<String> emergencyPhone,
    Optional<LocalDate> from) {

  public PersonChange {
    firstName = firstName == null ? Optional.empty() : firstName;
    lastName = lastName == null ? Optional.empty() : lastName;
    phone = phone == null ? Optional.empty() : phone;
    email = email == null ? Optional.empty() : email;
    startDate = startDate == null ? Optional.empty() : startDate;
    emergencyName = emergencyName == null ? Optional.empty() : emergencyName;
    emergencyPhone = emergencyPhone == null ? Optional.empty() : emergencyPhone;
    from = from == null ? Optional.empty() : from;
  }

  /** Whether there is anything in it at all. */
  public boolean empty() {
    return firstName.isEmpty()
        && lastName.isEmpty()
        && phone.isEmpty()
        && email.isEmpty()
        && startDate.isEmpty()
        && emergencyName.isEmpty()
        && emergencyPhone.isEmpty();
  }

  @Override
  public String toString() {
    return "PersonChange[[redacted]]";
  }
}
