package dev.lanyard.sandbox.backoffice;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.LocalDate;
import java.util.List;

/**
 * The fields of the employee form that are stored as typed; texts are never null, the empty text is
 * an absent value.
 *
 * @param departments ids
 * @param pin a number in the form's eyes, so leading zeros are lost (input type number)
 */
record Profile(
    String firstName,
    String lastName,
    String phone,
    String email,
    @JsonDeserialize(contentUsing = DepartmentIds.class) List<Integer> departments,
    LocalDate startDate,
    long posUserId,
    long pin,
    String emergencyName,
    String emergencyPhone,
    String adpEmployeeId) {

  Profile withPhone(String other) {
    return new Profile(
        firstName,
        lastName,
        other,
        email,
        departments,
        startDate,
        posUserId,
        pin,
        emergencyName,
        emergencyPhone,
        adpEmployeeId);
  }

  @Override
  public String toString() {
    return "Profile[redacted]";
  }
}
