package dev.lanyard.activities.backoffice;

import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.EmployeeFields;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.hr.PosUserId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Employee fields, named one by one. */
final class Fields {

  private String firstName;
  private String lastName;
  private String phone;
  private String email;
  private LocalDate startDate;
  private List<DepartmentRef> departments = List.of();
  private SiteGrant sites;
  private String emergencyName;
  private String emergencyPhone;
  private String link;
  private PosUserId posUserId;

  static Fields of() {
    return new Fields();
  }

  /** Jane as {@link SandboxTenant#hire} made her, at site 101 in department Greeter. */
  static Fields jane() {
    return of().names("Jane", "Doe")
        .phone("6155551234")
        .email("jane.doe@example.com")
        .startDate("2026-05-01")
        .departments(3)
        .sites(101);
  }

  Fields names(String first, String last) {
    firstName = first;
    lastName = last;
    return this;
  }

  Fields phone(String value) {
    phone = value;
    return this;
  }

  Fields email(String value) {
    email = value;
    return this;
  }

  Fields startDate(String iso) {
    startDate = LocalDate.parse(iso);
    return this;
  }

  Fields departments(Integer... ids) {
    departments = Arrays.stream(ids).map(id -> new DepartmentRef(id, "department")).toList();
    return this;
  }

  Fields sites(Integer... ids) {
    sites = new SiteGrant(false, refs(ids));
    return this;
  }

  Fields allSites(Integer... today) {
    sites = new SiteGrant(true, refs(today));
    return this;
  }

  private static List<SiteRef> refs(Integer... ids) {
    return Arrays.stream(ids).map(id -> new SiteRef(id, "site")).toList();
  }

  Fields emergency(String name, String phoneNumber) {
    emergencyName = name;
    emergencyPhone = phoneNumber;
    return this;
  }

  Fields link(String value) {
    link = value;
    return this;
  }

  Fields posUserId(int value) {
    posUserId = PosUserId.of(value);
    return this;
  }

  EmployeeFields get() {
    return new EmployeeFields(
        Optional.ofNullable(firstName),
        Optional.ofNullable(lastName),
        Optional.ofNullable(phone),
        Optional.ofNullable(email),
        Optional.ofNullable(startDate),
        departments,
        Optional.ofNullable(sites),
        Optional.ofNullable(emergencyName),
        Optional.ofNullable(emergencyPhone),
        Optional.ofNullable(link),
        Optional.ofNullable(posUserId));
  }
}
