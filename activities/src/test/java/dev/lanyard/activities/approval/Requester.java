package dev.lanyard.activities.approval;

import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What somebody asks for in these tests: a greeter's access at one site, unless said otherwise. */
record Requester(AccessRequest request) {

  static final EmployeeNumber JANE = EmployeeNumber.of("hr-10442");

  static Requester greeter() {
    return new Requester(
        new AccessRequest(
            AccessRequest.ONBOARD,
            JANE,
            Optional.of(PosUserId.of(12345)),
            Optional.of(77L),
            Optional.of("Greeter"),
            List.of("Greeter"),
            List.of("Wash 1"),
            false,
            Optional.of(new BigDecimal("15.50")),
            Optional.of("Greeter at Harbor"),
            Optional.of(false),
            Optional.of(LocalDate.of(2026, 5, 11)),
            Optional.of("paul")));
  }

  AccessRequest with(
      Optional<String> template,
      List<String> departments,
      List<String> sites,
      boolean allSites,
      Optional<BigDecimal> wage,
      Optional<Boolean> minor) {
    return new AccessRequest(
        request.kind(),
        request.employeeNumber(),
        request.posUserId(),
        request.staffId(),
        template,
        departments,
        sites,
        allSites,
        wage,
        request.role(),
        minor,
        request.startsOn(),
        request.requester());
  }

  AccessRequest atSites(String... sites) {
    return with(
        request.template(),
        request.departments(),
        List.of(sites),
        false,
        request.wageRate(),
        request.minor());
  }

  AccessRequest everywhere() {
    return with(
        request.template(),
        request.departments(),
        List.of("Wash 1"),
        true,
        request.wageRate(),
        request.minor());
  }

  AccessRequest earning(String wage) {
    return with(
        request.template(),
        request.departments(),
        request.sites(),
        false,
        Optional.ofNullable(wage).map(BigDecimal::new),
        request.minor());
  }

  AccessRequest in(String... departments) {
    return with(
        request.template(),
        List.of(departments),
        request.sites(),
        false,
        request.wageRate(),
        request.minor());
  }

  AccessRequest aged(Boolean minor) {
    return with(
        request.template(),
        request.departments(),
        request.sites(),
        false,
        request.wageRate(),
        Optional.ofNullable(minor));
  }
}
