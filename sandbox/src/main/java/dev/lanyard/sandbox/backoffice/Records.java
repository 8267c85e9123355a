package dev.lanyard.sandbox.backoffice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Everything that Backoffice stores. Not thread-safe: whoever calls holds the sandbox's
 * transaction.
 */
final class Records {
  /** What goes to disk. An older file has no catalogue. */
  record Content(
      SiteTree tree, Catalogue catalogue, List<Employee> employees, List<WebUser> users) {
    Content {
      catalogue = Objects.requireNonNullElseGet(catalogue, Catalogue::seeded);
    }
  }

  private SiteTree tree;
  private Catalogue catalogue;
  private final TreeMap<Long, Employee> employees = new TreeMap<>();
  private final TreeMap<Long, WebUser> users = new TreeMap<>();
  private final List<Runnable> journal = new ArrayList<>();
  private boolean changed;

  Records(Content content) {
    tree = content.tree();
    catalogue = content.catalogue();
    content.employees().forEach(employee -> employees.put(employee.id(), employee));
    content.users().forEach(user -> users.put(user.id(), user));
  }

  Content content() {
    return new Content(
        tree, catalogue, List.copyOf(employees.values()), List.copyOf(users.values()));
  }

  /** Forgets how to undo what came before; running the result undoes what comes now. */
  Runnable savepoint() {
    journal.clear();
    return () -> {
      for (int last = journal.size() - 1; last >= 0; last--) {
        journal.get(last).run();
      }
      journal.clear();
      changed = false;
    };
  }

  /** Whether anything was stored since the last call. */
  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  SiteTree tree() {
    return tree;
  }

  void store(SiteTree next) {
    SiteTree before = tree;
    tree = next;
    stored(() -> tree = before);
  }

  Catalogue catalogue() {
    return catalogue;
  }

  void store(Catalogue next) {
    Catalogue before = catalogue;
    catalogue = next;
    stored(() -> catalogue = before);
  }

  Collection<Employee> employees() {
    return employees.values();
  }

  Optional<Employee> employee(long id) {
    return Optional.ofNullable(employees.get(id));
  }

  Optional<Employee> employee(Predicate<Employee> which) {
    return employees.values().stream().filter(which).findFirst();
  }

  void store(Employee employee) {
    Employee before = employees.put(employee.id(), employee);
    stored(() -> putBack(employees, employee.id(), before));
  }

  /** Internal ids start at 401 so that none looks like a site or a POS user ID. */
  long nextEmployeeId() {
    return employees.isEmpty() ? 401 : employees.lastKey() + 1;
  }

  Collection<WebUser> users() {
    return users.values();
  }

  Optional<WebUser> user(long id) {
    return Optional.ofNullable(users.get(id));
  }

  void store(WebUser user) {
    WebUser before = users.put(user.id(), user);
    stored(() -> putBack(users, user.id(), before));
  }

  /** Seven digits, as captured (section 13.2). */
  long nextUserId() {
    return users.isEmpty() ? 3_310_001 : users.lastKey() + 1;
  }

  private void stored(Runnable undo) {
    journal.add(undo);
    changed = true;
  }

  private static <T> void putBack(TreeMap<Long, T> map, long id, T before) {
    if (before == null) {
      map.remove(id);
    } else {
      map.put(id, before);
    }
  }
}
