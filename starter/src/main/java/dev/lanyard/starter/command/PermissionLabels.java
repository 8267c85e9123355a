package dev.lanyard.starter.command;

import dev.lanyard.workflows.backoffice.reading.PermissionRef;
import java.util.List;

/** Permissions for a reader. */
final class PermissionLabels {

  private PermissionLabels() {}

  /** Their labels, the number in place of one that is missing; "none" when there is none. */
  static List<String> of(List<PermissionRef> permissions) {
    return permissions.isEmpty()
        ? List.of("none")
        : permissions.stream()
            .map(one -> one.label().isEmpty() ? "permission " + one.id() : one.label())
            .toList();
  }
}
