package dev.lanyard.workflows.hr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that an amendment names, as text. */
final class NamedFields {

  private final Map<String, String> named = new LinkedHashMap<>();
  private final List<String> changed = new ArrayList<>();

  NamedFields add(String field, Optional<?> value) {
    value.ifPresent(present -> named.put(field, present.toString()));
    return this;
  }

  NamedFields sites(Optional<SiteChoice> sites) {
    return add("sites", sites.map(one -> one.all() ? "all" : String.join("\n", one.names())));
  }

  NamedFields departments(List<String> departments) {
    return add(
        "departments", Optional.of(String.join("\n", departments)).filter(text -> !text.isEmpty()));
  }

  /** Notes the field when it becomes another one. */
  NamedFields compare(String field, Object was, Object is) {
    if (was == null ? is != null : !was.equals(is)) {
      changed.add(field);
    }
    return this;
  }

  Map<String, String> all() {
    return named;
  }

  List<String> changed() {
    return List.copyOf(changed);
  }
}
