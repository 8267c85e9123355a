package dev.lanyard.workflows.backoffice.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The text fields of an edit page (section 8.1), each exactly as stored, blanks included: a restore
 * posts them back as they were.
 *
 * @param startDate absent when the record has none
 * @param emergencyContactName absent when the form has no such field, like those that follow
 * @param others every further named text field of the form, so that none is lost; never a PIN or a
 *     password
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StoredProfile(
    String firstName,
    String lastName,
    String phone,
    String email,
    Optional<LocalDate> startDate,
    Optional<String> emergencyContactName,
    Optional<String> emergencyContactPhone,
    Optional<String> adpEmployeeId,
    List<StoredField> others) {

  public StoredProfile {
    startDate = startDate == null ? Optional.empty() : startDate;
    emergencyContactName = emergencyContactName == null ? Optional.empty() : emergencyContactName;
    emergencyContactPhone =
        emergencyContactPhone == null ? Optional.empty() : emergencyContactPhone;
    adpEmployeeId = adpEmployeeId == null ? Optional.empty() : adpEmployeeId;
    others = others == null ? List.of() : List.copyOf(others);
  }

  /** A field that the protocol does not name. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record StoredField(String field, String content) {
    @Override
    public String toString() {
      return "StoredField[" + field + ", [redacted]]";
    }
  }

  @Override
  public String toString() {
    return "StoredProfile[[redacted]]";
  }
}
