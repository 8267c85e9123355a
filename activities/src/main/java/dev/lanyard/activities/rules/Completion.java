package dev.lanyard.activities.rules;

import dev.lanyard.workflows.access.ApplyRules;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.RuledHire;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.PosUserIdRange;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.staffapi.StaffTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One hire with what its role and its model say. What the hire states comes first, then the role,
 * then the model; the role bounds all three.
 */
final class Completion {

  private final AccessRules rules;
  private final Hire hire;
  private final boolean returns;
  private final Optional<AccessRole> role;
  private final Optional<ModelAccess> model;
  private final List<Finding> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Completion(AccessRules rules, ApplyRules request) {
    this.rules = rules;
    hire = request.hire();
    returns = request.returns();
    role = hire.role().map(name -> rules.roles().get(name));
    model =
        hire.like()
            .map(id -> new ModelAccess(id, request.model().flatMap(answer -> answer.employee())));
  }

  RuledHire complete() {
    if (hire.role().isPresent() && role.isEmpty()) {
      problem(
          "UNKNOWN_ROLE",
          "role",
          "There is no role \""
              + hire.role().get()
              + "\"; "
              + (rules.roles().isEmpty()
                  ? "the worker's configuration has none (lanyard.roles)."
                  : "there are: " + String.join(", ", rules.roles().keySet()) + "."));
    }
    role.ifPresent(known -> notes.add("Role: " + known.name()));
    model.ifPresent(
        known -> {
          problems.addAll(known.unusable());
          known.note().ifPresent(notes::add);
        });
    Hire whole = hire.completed(hire.posUserId(), wageRate(), sites(), template(), departments());
    return new RuledHire(whole, problems, notes, staff(), range());
  }

  private SiteChoice sites() {
    Optional<SiteChoice> allowed = role.flatMap(AccessRole::sites);
    Optional<SiteChoice> wanted =
        Optional.ofNullable(hire.sites())
            .or(() -> allowed)
            .or(() -> copied(ModelAccess::sites, problems));
    if (wanted.isEmpty()) {
      missing("sites", "--site");
    }
    if (wanted.isPresent() && allowed.isPresent() && !allowed.get().all()) {
      if (wanted.get().all()) {
        problem(
            "OUTSIDE_ROLE",
            "sites",
            outside("all sites, later ones included", allowed.get().names()));
      }
      beyond(wanted.get().names(), allowed.get().names())
          .forEach(name -> problem("OUTSIDE_ROLE", "sites", outside(name, allowed.get().names())));
    }
    return wanted.orElse(null);
  }

  private String template() {
    Optional<String> allowed = role.flatMap(AccessRole::template);
    Optional<String> wanted =
        Optional.ofNullable(hire.permissionTemplate())
            .or(() -> allowed)
            .or(() -> copied(ModelAccess::template, problems));
    if (wanted.isEmpty()) {
      missing("permissionTemplate", "--permission");
    }
    if (wanted.isPresent() && allowed.isPresent() && !wanted.equals(allowed)) {
      problem("OUTSIDE_ROLE", "permissionTemplate", outside(wanted.get(), List.of(allowed.get())));
    }
    return wanted.orElse(null);
  }

  private List<String> departments() {
    List<String> allowed = role.map(AccessRole::departments).orElse(List.of());
    List<String> wanted = hire.departments();
    if (wanted.isEmpty()) {
      wanted =
          allowed.isEmpty()
              ? copied(ModelAccess::departments, problems).orElse(List.of())
              : allowed;
    }
    if (!allowed.isEmpty()) {
      beyond(wanted, allowed)
          .forEach(name -> problem("OUTSIDE_ROLE", "departments", outside(name, allowed)));
    }
    return wanted;
  }

  private BigDecimal wageRate() {
    Optional<WageBand> band = role.flatMap(AccessRole::wage);
    Optional<BigDecimal> wanted =
        Optional.ofNullable(hire.wageRate()).or(() -> band.flatMap(WageBand::usual));
    if (wanted.isEmpty() && rules.likeCopiesWage()) {
      wanted = copied(ModelAccess::wageRate, problems);
    }
    if (wanted.isEmpty()) {
      missing("wageRate", "--wage-rate");
    }
    if (wanted.isPresent()
        && band.isPresent()
        && hire.wageRate() != null
        && !band.get().contains(wanted.get())) {
      problem(
          "OUTSIDE_ROLE",
          "wageRate",
          "A wage rate of "
              + wanted.get().toPlainString()
              + " lies outside "
              + roleWords()
              + ": "
              + band.get()
              + " USD an hour.");
    }
    return wanted.orElse(null);
  }

  /**
   * Somebody who comes back keeps the number of before; it was not drawn from this role's range.
   */
  private Optional<PosUserIdRange> range() {
    Optional<PosUserIdRange> own = role.flatMap(AccessRole::posUserIds);
    PosUserId stated = hire.posUserId();
    if (stated != null) {
      own.filter(range -> !returns && !range.contains(stated.value()))
          .ifPresent(
              range ->
                  problem(
                      "OUTSIDE_ROLE",
                      "posUserId",
                      "POS user ID "
                          + stated
                          + " lies outside "
                          + roleWords()
                          + ": "
                          + range
                          + "."));
      return Optional.empty();
    }
    Optional<PosUserIdRange> range = own.or(rules::posUserIds);
    if (range.isEmpty()) {
      problem(
          "NO_POS_USER_ID_RANGE",
          "posUserId",
          "No POS user ID is stated (--pos-user-id), and neither the role's pos-user-ids nor"
              + " lanyard.pos-user-ids says where a free one is to be looked for.");
    }
    return range;
  }

  private StaffTerms staff() {
    return new StaffTerms(
        role.flatMap(AccessRole::staffAccount),
        role.flatMap(AccessRole::staffPermissions),
        role.flatMap(AccessRole::staffPermissions).isPresent()
            ? Optional.empty()
            : model.flatMap(ModelAccess::email));
  }

  private <T> Optional<T> copied(
      java.util.function.BiFunction<ModelAccess, List<Finding>, Optional<T>> part,
      List<Finding> into) {
    return model.flatMap(known -> part.apply(known, into));
  }

  /** Where a model was named, that says already why it gives nothing. */
  private void missing(String field, String flag) {
    boolean told = role.isEmpty() && hire.role().isPresent();
    boolean modelTold =
        model.isPresent()
            && (!model.get().usable()
                || problems.stream().anyMatch(problem -> problem.field().equals(field)));
    if (told || modelTold) {
      return;
    }
    problem(
        "NOT_STATED",
        field,
        "Nothing says it: give " + flag + (role.isPresent() ? ", or let the role say it." : "."));
  }

  private String outside(String name, List<String> allowed) {
    return name + " lies outside " + roleWords() + ": " + String.join(", ", allowed) + ".";
  }

  private String roleWords() {
    return "the role " + role.map(AccessRole::name).orElse("");
  }

  private static List<String> beyond(List<String> wanted, List<String> allowed) {
    return wanted.stream().filter(name -> !allowed.contains(name)).toList();
  }

  private void problem(String code, String field, String text) {
    problems.add(new Finding(code, field, text));
  }
}
