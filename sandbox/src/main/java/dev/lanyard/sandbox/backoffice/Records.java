package dev.lanyard.sandbox.backoffice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Everything that Backoffice stores. Not thread-safe: whoever calls holds the sandbox's
 * transaction.
 */
final class Records {
  /** What goes to disk and what a transaction goes back to. */
  record Content(SiteTree tree, List<Employee> employees, List<WebUser> users) {}

  private SiteTree tree;
  private final TreeMap<Long, Employee> employees = new TreeMap<>();
  private final TreeMap<Long, WebUser> users = new TreeMap<>();
  private boolean changed;

  Records(Content content) {
    this.tree = content.tree();
    restore(content);
  }

  Content content() {
    return new Content(tree, List.copyOf(employees.values()), List.copyOf(users.values()));
  }

  void restore(Content content) {
    tree = content.tree();
    employees.clear();
    content.employees().forEach(employee -> employees.put(employee.id(), employee));
    users.clear();
    content.users().forEach(user -> users.put(user.id(), user));
    changed = false;
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
    employees.put(employee.id(), employee);
    changed = true;
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
    users.put(user.id(), user);
    changed = true;
  }

  /** Seven digits, as captured (section 13.2). */
  long nextUserId() {
    return users.isEmpty() ? 3_310_001 : users.lastKey() + 1;
  }
}
