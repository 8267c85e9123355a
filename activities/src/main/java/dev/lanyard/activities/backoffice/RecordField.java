package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.workflows.backoffice.EmployeeFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The fields of one value in an employee's form (section 7.1): as wanted, as shown, as sent. */
enum RecordField {
  FIRST_NAME(
      "first name",
      "employee[firstName]",
      EmployeeFields::firstName,
      EditPage::firstName,
      String::strip),
  LAST_NAME(
      "last name",
      "employee[lastName]",
      EmployeeFields::lastName,
      EditPage::lastName,
      String::strip),
  PHONE(
      "phone",
      "employee[phone]",
      EmployeeFields::phone,
      EditPage::phoneDigits,
      RecordComparison::digits),
  EMAIL("e-mail", "employee[email]", EmployeeFields::email, EditPage::email, String::strip),
  START_DATE(
      "start date",
      "employee[startDate]",
      fields -> fields.startDate().map(EditPage.DATE::format),
      page -> page.startDate().map(EditPage.DATE::format).orElse(""),
      UnaryOperator.identity()),
  POS_USER_ID(
      "POS user ID",
      "posCredential[POSLoginID]",
      fields -> fields.posUserId().map(Object::toString),
      page -> Integer.toString(page.posUserId()),
      UnaryOperator.identity()),
  EMERGENCY_NAME(
      "emergency contact's name",
      "employee[emergencyContactName]",
      EmployeeFields::emergencyName,
      EditPage::emergencyName,
      String::strip),
  EMERGENCY_PHONE(
      "emergency contact's phone",
      "employee[emergencyContactPhone]",
      EmployeeFields::emergencyPhone,
      EditPage::emergencyPhoneDigits,
      RecordComparison::digits);

  private final String label;
  private final String formName;
  private final Function<EmployeeFields, Optional<String>> given;
  private final Function<EditPage, String> shown;
  private final UnaryOperator<String> sent;

  RecordField(
      String label,
      String formName,
      Function<EmployeeFields, Optional<String>> given,
      Function<EditPage, String> shown,
      UnaryOperator<String> sent) {
    this.label = label;
    this.formName = formName;
    this.given = given;
    this.shown = shown;
    this.sent = sent;
  }

  String label() {
    return label;
  }

  String formName() {
    return formName;
  }

  /** As it would be sent; empty when the fields do not mean this one. */
  Optional<String> in(EmployeeFields fields) {
    return given.apply(fields).map(sent);
  }

  boolean shows(EditPage page, String value) {
    String here = shown.apply(page);
    return this == EMAIL
        ? here.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT))
        : RecordComparison.same(here, value);
  }

  /** The field of this name in the form, if it is one of these. */
  static Optional<RecordField> named(String formName) {
    return Arrays.stream(values()).filter(field -> field.formName.equals(formName)).findFirst();
  }
}
