package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    Optional<PosUserId> like)
    implements Amendment<Hire> {

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

  @Override
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

  @Override
  public List<String> changedIn(Hire hire) {
    Hire amended = appliedTo(hire);
    return new NamedFields()
        .compare("firstName", hire.firstName(), amended.firstName())
        .compare("lastName", hire.lastName(), amended.lastName())
        .compare("phone", hire.phone(), amended.phone())
        .compare("email", hire.email(), amended.email())
        .compare("posUserId", hire.posUserId(), amended.posUserId())
        .compare("wageRate", hire.wageRate(), amended.wageRate())
        .compare("startDate", hire.startDate(), amended.startDate())
        .compare("sites", hire.sites(), amended.sites())
        .compare("permissionTemplate", hire.permissionTemplate(), amended.permissionTemplate())
        .compare("departments", hire.departments(), amended.departments())
        .compare("emergencyName", hire.emergencyName(), amended.emergencyName())
        .compare("emergencyPhone", hire.emergencyPhone(), amended.emergencyPhone())
        .compare("overtimeRate", hire.overtimeRate(), amended.overtimeRate())
        .compare("noOvertime", hire.noOvertime(), amended.noOvertime())
        .compare("formerEmployee", hire.formerEmployee(), amended.formerEmployee())
        .compare("role", hire.role(), amended.role())
        .compare("like", hire.like(), amended.like())
        .changed();
  }

  @Override
  public Map<String, String> named() {
    return new NamedFields()
        .add("firstName", firstName)
        .add("lastName", lastName)
        .add("phone", phone)
        .add("email", email)
        .add("posUserId", posUserId)
        .add("wageRate", wageRate.map(BigDecimal::toPlainString))
        .add("startDate", startDate)
        .sites(sites)
        .add("permissionTemplate", permissionTemplate)
        .departments(departments)
        .add("emergencyName", emergencyName)
        .add("emergencyPhone", emergencyPhone)
        .add("overtimeRate", overtimeRate.map(BigDecimal::toPlainString))
        .add("noOvertime", noOvertime)
        .add("formerEmployee", formerEmployee)
        .add("role", role)
        .add("like", like)
        .all();
  }

  @Override
  public Set<String> dates() {
    return Set.of("startDate");
  }

  @Override
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

  @Override
  public String toString() {
    return "HireAmendment[[redacted]]";
  }
}
