package dev.lanyard.activities.approval;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody who may decide.
 *
 * @param sites of their own: exact long names of Backoffice sites
 * @param deputy id of who stands in for them once a request is escalated
 * @param publicKey what they enrolled
 * @param employeeNumber their own, so that they decide nothing about themselves
 */
public record Approver(
    String id,
    Set<String> groups,
    Set<String> sites,
    Optional<String> deputy,
    Optional<String> publicKey,
    Optional<String> employeeNumber) {

  public Approver {
    groups = Set.copyOf(groups);
    sites = Set.copyOf(sites);
  }
}
