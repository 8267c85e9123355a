package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.MessageDigests;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Corrections of a hire that is being carried out. What is absent stays as it is; the empty text
 * clears what a hire may lack.
 *
 * @param by who says so, for the record, and for the policy
 * @param reason free words; may be absent
 * @param token signed by the one who says so, where the policy asks for it
 * @param departments exact names, all of them; none means that they stay
 * @param formerEmployee see {@link Hire#formerEmployee}
 * @param role see {@link Hire#role}; what the hire itself says stays, and is checked against it
 * @param like see {@link Hire#like}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HireAmendment(
    String by,
    String reason,
    Optional<String> token,
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> phone,
    Optional<String> email,
    Optional<PosUserId> posUserId,
    Optional<BigDecimal> wageRate,
    Optional<LocalDate> startDate,
    Optional<SiteChoice> sites,
    Optional<String> permissionTemplate,
    List<String> departments,
    Optional<String> emergencyName,
    Optional<String> emergencyPhone,
    Optional<BigDecimal> overtimeRate,
    Optional<Boolean> noOvertime,
    Optional<Integer> formerEmployee,
    Optional<String> role,
    Optional<PosUserId> like) {

  public HireAmendment {
    token = token == null ? Optional.empty() : token;
    firstName = firstName == null ? Optional.empty() : firstName;
    lastName = lastName == null ? Optional.empty() : lastName;
    phone = phone == null ? Optional.empty() : phone;
    email = email == null ? Optional.empty() : email;
    posUserId = posUserId == null ? Optional.empty() : posUserId;
    wageRate = wageRate == null ? Optional.empty() : wageRate;
    startDate = startDate == null ? Optional.empty() : startDate;
    sites = sites == null ? Optional.empty() : sites;
    permissionTemplate = permissionTemplate == null ? Optional.empty() : permissionTemplate;
    // Not List.copyOf, which throws on a null inside: the rules say which list has one.
    departments =
        departments == null
            ? List.of()
            : Collections.unmodifiableList(new ArrayList<>(departments));
    emergencyName = emergencyName == null ? Optional.empty() : emergencyName;
    emergencyPhone = emergencyPhone == null ? Optional.empty() : emergencyPhone;
    overtimeRate = overtimeRate == null ? Optional.empty() : overtimeRate;
    noOvertime = noOvertime == null ? Optional.empty() : noOvertime;
    formerEmployee = formerEmployee == null ? Optional.empty() : formerEmployee;
    role = role == null ? Optional.empty() : role;
    like = like == null ? Optional.empty() : like;
  }

  /** Everything as this hire has it, for a source that sends a hire once more. */
  public static HireAmendment of(Hire hire, String by) {
    return new HireAmendment(
        by,
        "",
        Optional.empty(),
        Optional.of(hire.firstName()),
        Optional.of(hire.lastName()),
        Optional.of(hire.phone().orElse("")),
        Optional.of(hire.email().orElse("")),
        Optional.ofNullable(hire.posUserId()),
        Optional.ofNullable(hire.wageRate()),
        Optional.of(hire.startDate()),
        Optional.ofNullable(hire.sites()),
        Optional.ofNullable(hire.permissionTemplate()),
        hire.departments(),
        Optional.of(hire.emergencyName().orElse("")),
        Optional.of(hire.emergencyPhone().orElse("")),
        hire.overtimeRate(),
        Optional.of(hire.noOvertime()),
        hire.formerEmployee(),
        hire.role(),
        hire.like());
  }

  /** Only another start date. */
  public static HireAmendment startingOn(LocalDate day, String by, String reason) {
    return new HireAmendment(
        by,
        reason,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Optional.of(day),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** The hire with these corrections; whether that is a good one the rules say. */
  public Hire appliedTo(Hire hire) {
    boolean without = noOvertime.orElse(hire.noOvertime());
    return new Hire(
        firstName.orElse(hire.firstName()),
        lastName.orElse(hire.lastName()),
        phone.or(hire::phone).filter(text -> !text.isEmpty()),
        email.or(hire::email).filter(text -> !text.isEmpty()),
        posUserId.orElse(hire.posUserId()),
        wageRate.orElse(hire.wageRate()),
        startDate.orElse(hire.startDate()),
        sites.orElse(hire.sites()),
        permissionTemplate.orElse(hire.permissionTemplate()),
        departments.isEmpty() ? hire.departments() : departments,
        hire.pin(),
        emergencyName.or(hire::emergencyName).filter(text -> !text.isEmpty()),
        emergencyPhone.or(hire::emergencyPhone).filter(text -> !text.isEmpty()),
        // "Not eligible" takes the old rate along with it, unless both were said at once.
        overtimeRate.or(() -> noOvertime.orElse(false) ? Optional.empty() : hire.overtimeRate()),
        without && overtimeRate.isPresent() && noOvertime.isEmpty() ? false : without,
        formerEmployee.or(hire::formerEmployee),
        role.or(hire::role).filter(text -> !text.isEmpty()),
        like.or(hire::like));
  }

  /** What becomes different, by the names of the hire's components, in their order. */
  public List<String> changedIn(Hire hire) {
    Hire amended = appliedTo(hire);
    List<String> changed = new ArrayList<>();
    add(changed, "firstName", hire.firstName(), amended.firstName());
    add(changed, "lastName", hire.lastName(), amended.lastName());
    add(changed, "phone", hire.phone(), amended.phone());
    add(changed, "email", hire.email(), amended.email());
    add(changed, "posUserId", hire.posUserId(), amended.posUserId());
    add(changed, "wageRate", hire.wageRate(), amended.wageRate());
    add(changed, "startDate", hire.startDate(), amended.startDate());
    add(changed, "sites", hire.sites(), amended.sites());
    add(changed, "permissionTemplate", hire.permissionTemplate(), amended.permissionTemplate());
    add(changed, "departments", hire.departments(), amended.departments());
    add(changed, "emergencyName", hire.emergencyName(), amended.emergencyName());
    add(changed, "emergencyPhone", hire.emergencyPhone(), amended.emergencyPhone());
    add(changed, "overtimeRate", hire.overtimeRate(), amended.overtimeRate());
    add(changed, "noOvertime", hire.noOvertime(), amended.noOvertime());
    add(changed, "formerEmployee", hire.formerEmployee(), amended.formerEmployee());
    add(changed, "role", hire.role(), amended.role());
    add(changed, "like", hire.like(), amended.like());
    return List.copyOf(changed);
  }

  /**
   * What a signature for this amendment stands for: every field that it names, as text.
   *
   * @param kind of {@link AccessRequest}: {@code reschedule} or {@code amend}
   */
  public String digest(String kind) {
    List<String> parts = new ArrayList<>(List.of(kind));
    named(parts, "firstName", firstName);
    named(parts, "lastName", lastName);
    named(parts, "phone", phone);
    named(parts, "email", email);
    named(parts, "posUserId", posUserId);
    named(parts, "wageRate", wageRate.map(BigDecimal::toPlainString));
    named(parts, "startDate", startDate);
    named(parts, "sites", sites.map(one -> one.all() ? "all" : String.join("\n", one.names())));
    named(parts, "permissionTemplate", permissionTemplate);
    named(
        parts,
        "departments",
        Optional.of(String.join("\n", departments)).filter(text -> !text.isEmpty()));
    named(parts, "emergencyName", emergencyName);
    named(parts, "emergencyPhone", emergencyPhone);
    named(parts, "overtimeRate", overtimeRate.map(BigDecimal::toPlainString));
    named(parts, "noOvertime", noOvertime);
    named(parts, "formerEmployee", formerEmployee);
    named(parts, "role", role);
    named(parts, "like", like);
    return MessageDigests.of(parts);
  }

  private static void named(List<String> parts, String field, Optional<?> value) {
    value.ifPresent(
        present -> {
          parts.add(field);
          parts.add(present.toString());
        });
  }

  /** The same, signed. */
  public HireAmendment withToken(String signed) {
    return new HireAmendment(
        by,
        reason,
        Optional.of(signed),
        firstName,
        lastName,
        phone,
        email,
        posUserId,
        wageRate,
        startDate,
        sites,
        permissionTemplate,
        departments,
        emergencyName,
        emergencyPhone,
        overtimeRate,
        noOvertime,
        formerEmployee,
        role,
        like);
  }

  private static void add(List<String> changed, String field, Object was, Object is) {
    if (was == null ? is != null : !was.equals(is)) {
      changed.add(field);
    }
  }

  @Override
  public String toString() {
    return "HireAmendment[[redacted]]";
  }
}
