package dev.lanyard.workflows.life;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody may do in both systems, by names; a system that lets the person in nowhere is
 * empty.
 */
public record Access(Optional<Pos> backoffice, Optional<Staff> staff) {

  public static final Access NONE = new Access(Optional.empty(), Optional.empty());

  /** An active Backoffice record. */
  public record Pos(Set<String> sites, String template, Set<String> departments) {

    public Pos {
      sites = new TreeSet<>(sites);
      departments = new TreeSet<>(departments);
    }
  }

  /** A staff member with any access. */
  public record Staff(Set<String> sites, Set<String> permissions) {

    public Staff {
      sites = new TreeSet<>(sites);
      permissions = new TreeSet<>(permissions);
    }
  }
}
