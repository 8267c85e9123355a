package dev.lanyard.workflows.person;

/** Whether a person has access, as far as it was asked for and not yet refused. */
enum Standing {
  /** Nobody, or somebody who left. */
  GONE,
  EMPLOYED,
  /** No access for a while; a return gives back exactly what was there before. */
  ON_LEAVE
}
