package dev.lanyard.sandbox.backoffice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One employee. Nothing can be deleted: the record keeps its id, POS user ID and sites for ever
 * (section 8.4).
 *
 * @param id the internal id of URLs
 * @param credentialsId the hidden {@code posCredential[id]}
 * @param activeChanged when the status last changed
 * @param wages newest first
 */
record Employee(
    long id,
    long credentialsId,
    Profile profile,
    boolean active,
    Instant activeChanged,
    Access access,
    PosGrants grants,
    List<Wage> wages) {

  Employee {
    wages = List.copyOf(wages);
  }

  Employee with(Profile changed) {
    return new Employee(id, credentialsId, changed, active, activeChanged, access, grants, wages);
  }

  Employee with(Access changed) {
    return new Employee(id, credentialsId, profile, active, activeChanged, changed, grants, wages);
  }

  Employee with(PosGrants changed) {
    return new Employee(id, credentialsId, profile, active, activeChanged, access, changed, wages);
  }

  Employee with(List<Wage> changed) {
    return new Employee(id, credentialsId, profile, active, activeChanged, access, grants, changed);
  }

  Employee active(boolean now, Instant at) {
    return now == active
        ? this
        : new Employee(id, credentialsId, profile, now, at, access, grants, wages);
  }

  String fullName() {
    return profile.firstName() + " " + profile.lastName();
  }

  Optional<Wage> latestWage() {
    return wages.stream().findFirst();
  }

  @Override
  public String toString() {
    return "Employee[" + id + "]";
  }
}
