package dev.lanyard.workflows.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Something that a pre-flight check found.
 *
 * @param code stable, for programs: {@code POS_USER_ID_TAKEN}, {@code EMAIL_TAKEN}, {@code
 *     PHONE_TAKEN}, {@code UNKNOWN_SITE}, {@code UNKNOWN_TEMPLATE}, {@code UNKNOWN_DEPARTMENT},
 *     {@code STAFF_EMAIL_PRESENT}, {@code STAFF_CODE_PRESENT}, {@code UNMAPPED_SITE}, {@code
 *     NO_EMAIL}, {@code SITES_HIDDEN}, {@code SITE_POLARITY_UNPROVEN}, {@code SITE_RENAMED}, {@code
 *     DEPARTMENT_RENAMED}, {@code TEMPLATE_RENAMED}
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
