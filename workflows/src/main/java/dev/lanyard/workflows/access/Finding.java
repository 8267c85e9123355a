package dev.lanyard.workflows.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Something that a pre-flight check found.
 *
 * @param code stable, for programs: {@code POS_USER_ID_TAKEN}, {@code EMAIL_TAKEN}, {@code
 *     PHONE_TAKEN}, {@code UNKNOWN_SITE}, {@code UNKNOWN_TEMPLATE}, {@code UNKNOWN_DEPARTMENT},
 *     {@code STAFF_EMAIL_PRESENT}, {@code STAFF_CODE_PRESENT}, {@code UNMAPPED_SITE}, {@code
 *     NO_EMAIL}, {@code SITES_HIDDEN}, {@code SITE_POLARITY_UNPROVEN}, {@code SITE_RENAMED}, {@code
 *     DEPARTMENT_RENAMED}, {@code TEMPLATE_RENAMED}; of access rules {@code UNKNOWN_ROLE}, {@code
 *     OUTSIDE_ROLE}, {@code NOT_STATED}, {@code NO_POS_USER_ID_RANGE}, {@code NO_FREE_POS_USER_ID},
 *     {@code MODEL_NOT_FOUND}, {@code MODEL_INACTIVE}, {@code MODEL_PERMISSIONS_CUSTOM}, {@code
 *     MODEL_SITES_HIDDEN}, {@code MODEL_WAGE_UNKNOWN}, {@code MODEL_STAFF_PERMISSIONS}, {@code
 *     MODEL_WITHOUT_STAFF_ACCOUNT}, {@code POS_USER_ID_STILL_RESERVED}
 * @param field the component of the hire that it is about
 * @param text for people: what is the matter, and what would be right
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Finding(String code, String field, String text) {

  @Override
  public String toString() {
    return "Finding[" + code + ", " + field + ", [redacted]]";
  }
}
