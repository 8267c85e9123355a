package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.pin.SealedPin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A new person as HR states them: who, from which day, where and with which access. The limits are
 * checked by {@link HireRules}, not here, because replay runs this constructor too.
 *
 * @param phone as typed; compared by its digits only
 * @param wageRate US dollars an hour
 * @param startDate a date in the site's zone; access opens at its first instant
 * @param permissionTemplate the exact name of a Backoffice permission template
 * @param departments exact names; empty means {@code Greeter}
 * @param pin a PIN that the caller chose, sealed to the worker's key; else one is drawn
 * @param emergencyName of the emergency contact
 * @param emergencyPhone of the emergency contact, as typed
 * @param overtimeRate US dollars an hour; else one and a half times the wage rate
 * @param noOvertime not eligible for overtime; then there is no overtime rate
 * @param formerEmployee the internal number of a disabled Backoffice record that a human knows to
 *     be this person's: it is made active again instead of a new one
 * @param role of the worker's access rules: it says what the hire leaves out of sites, template,
 *     departments, wage and POS user ID, and bounds what the hire says
 * @param like the POS user ID of somebody whose access stands model for what is left out
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Hire(
    String firstName,
    String lastName,
    Optional<String> phone,
    Optional<String> email,
    PosUserId posUserId,
    BigDecimal wageRate,
    LocalDate startDate,
    SiteChoice sites,
    String permissionTemplate,
    List<String> departments,
    Optional<SealedPin> pin,
    Optional<String> emergencyName,
    Optional<String> emergencyPhone,
    Optional<BigDecimal> overtimeRate,
    boolean noOvertime,
    Optional<Integer> formerEmployee,
    Optional<String> role,
    Optional<PosUserId> like) {

  public Hire {
    phone = phone == null ? Optional.empty() : phone;
    email = email == null ? Optional.empty() : email;
    pin = pin == null ? Optional.empty() : pin;
    emergencyName = emergencyName == null ? Optional.empty() : emergencyName;
    emergencyPhone = emergencyPhone == null ? Optional.empty() : emergencyPhone;
    overtimeRate = overtimeRate == null ? Optional.empty() : overtimeRate;
    formerEmployee = formerEmployee == null ? Optional.empty() : formerEmployee;
    role = role == null ? Optional.empty() : role;
    like = like == null ? Optional.empty() : like;
    // Not List.copyOf, which throws on a null inside: the rules say which list has one.
    departments =
        departments == null
            ? List.of()
            : Collections.unmodifiableList(new ArrayList<>(departments));
  }

  /** Without an emergency contact, with the usual overtime. */
  public Hire(
      String firstName,
      String lastName,
      Optional<String> phone,
      Optional<String> email,
      PosUserId posUserId,
      BigDecimal wageRate,
      LocalDate startDate,
      SiteChoice sites,
      String permissionTemplate,
      List<String> departments,
      Optional<SealedPin> pin) {
    this(
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
        pin,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Of somebody whose access is spelt out. */
  public Hire(
      String firstName,
      String lastName,
      Optional<String> phone,
      Optional<String> email,
      PosUserId posUserId,
      BigDecimal wageRate,
      LocalDate startDate,
      SiteChoice sites,
      String permissionTemplate,
      List<String> departments,
      Optional<SealedPin> pin,
      Optional<String> emergencyName,
      Optional<String> emergencyPhone,
      Optional<BigDecimal> overtimeRate,
      boolean noOvertime,
      Optional<Integer> formerEmployee) {
    this(
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
        pin,
        emergencyName,
        emergencyPhone,
        overtimeRate,
        noOvertime,
        formerEmployee,
        Optional.empty(),
        Optional.empty());
  }

  /** Of somebody without a former record. */
  public Hire(
      String firstName,
      String lastName,
      Optional<String> phone,
      Optional<String> email,
      PosUserId posUserId,
      BigDecimal wageRate,
      LocalDate startDate,
      SiteChoice sites,
      String permissionTemplate,
      List<String> departments,
      Optional<SealedPin> pin,
      Optional<String> emergencyName,
      Optional<String> emergencyPhone,
      Optional<BigDecimal> overtimeRate,
      boolean noOvertime) {
    this(
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
        pin,
        emergencyName,
        emergencyPhone,
        overtimeRate,
        noOvertime,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same hire with this PIN. */
  public Hire withPin(SealedPin sealed) {
    return with(copy -> copy.pin = Optional.of(sealed));
  }

  /** The same hire with this POS user ID; null takes it away. */
  public Hire withPosUserId(PosUserId other) {
    return with(copy -> copy.posUserId = other);
  }

  /** The same hire with what a role or a model says. */
  public Hire completed(
      PosUserId id, BigDecimal rate, SiteChoice where, String template, List<String> belongsTo) {
    return with(
        copy -> {
          copy.posUserId = id;
          copy.wageRate = rate;
          copy.sites = where;
          copy.permissionTemplate = template;
          copy.departments = belongsTo;
        });
  }

  /** The same hire by a role and a model; none of either is empty. */
  public Hire by(Optional<String> otherRole, Optional<PosUserId> otherModel) {
    return with(
        copy -> {
          copy.role = otherRole;
          copy.like = otherModel;
        });
  }

  private Hire with(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return new Hire(
        firstName,
        lastName,
        phone,
        email,
        copy.posUserId,
        copy.wageRate,
        startDate,
        copy.sites,
        copy.permissionTemplate,
        copy.departments,
        copy.pin,
        emergencyName,
        emergencyPhone,
        overtimeRate,
        noOvertime,
        formerEmployee,
        copy.role,
        copy.like);
  }

  /** What may be another one in a hire of the same person for the same day. */
  private static final class Copy {
    private PosUserId posUserId;
    private BigDecimal wageRate;
    private SiteChoice sites;
    private String permissionTemplate;
    private List<String> departments;
    private Optional<SealedPin> pin;
    private Optional<String> role;
    private Optional<PosUserId> like;

    private Copy(Hire was) {
      posUserId = was.posUserId;
      wageRate = was.wageRate;
      sites = was.sites;
      permissionTemplate = was.permissionTemplate;
      departments = was.departments;
      pin = was.pin;
      role = was.role;
      like = was.like;
    }
  }

  /** Whether the worker has to complete it before anything else can be asked. */
  public boolean derives() {
    return role.isPresent() || like.isPresent();
  }

  /** What the hire is known by before it has a POS user ID. */
  public String described() {
    return fullName() + (posUserId == null ? "" : ", POS user ID " + posUserId);
  }

  /** For summaries, which are encrypted: never for ids, logs or errors. */
  public String fullName() {
    return firstName + " " + lastName;
  }

  @Override
  public String toString() {
    return "Hire[" + posUserId + ", [redacted]]";
  }
}
