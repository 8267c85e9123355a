package dev.lanyard.activities.backoffice.page;

import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import dev.lanyard.secrets.Pin;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;

/**
 * One employee's form (section 8.1). It shows the PIN in plain text, so neither the page nor its
 * entries may be logged or kept.
 */
public final class EditPage {

  /** How Backoffice writes dates (section 7.1). */
  public static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MM/dd/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private static final String PAGE = "edit page";
  private static final String ACTION = "/employee/update";
  private static final String POS_USER_ID = "posCredential[POSLoginID]";
  private static final String ACTIVE = "employee[isActive]";

  /** In {@link #differingFrom}. */
  public static final String SITES = "sites";

  /** Section 8.2: a browser sends none of these, and both answers that are known lacked them. */
  private static final Pattern IS_AVAILABLE =
      Pattern.compile("employee\\[sites]\\[\\d+]\\[isAvailable]");

  private static final String PIN = "posCredential[POSLoginPassword]";

  /** No field whose name sounds like a secret leaves the page, whatever the protocol calls it. */
  private static final Pattern SECRET =
      Pattern.compile(".*((?i:pass|secret|token)|PIN|Pin(?![a-z])|(?<![A-Za-z])pin(?![a-z])).*");

  /** What other getters give, and what belongs to the form rather than to the employee. */
  private static final Set<String> KNOWN =
      Set.of(
          "employee[id]",
          "posCredential[id]",
          ACTIVE,
          EmployeeForm.DEPARTMENTS,
          "employee[firstName]",
          "employee[lastName]",
          "employee[phone]",
          "employee[email]",
          "employee[startDate]",
          "employee[emergencyContactName]",
          "employee[emergencyContactPhone]",
          "employee[adpEmployeeId]",
          POS_USER_ID,
          PIN);

  private final EmployeeForm form;
  private final List<String> alerts;

  private EditPage(EmployeeForm form, List<String> alerts) {
    this.form = form;
    this.alerts = alerts;
  }

  public static EditPage parse(Document document) {
    EmployeeForm form = EmployeeForm.parse(document, PAGE, ACTION);
    List.of("employee[id]", "posCredential[id]", ACTIVE).forEach(form.markup()::named);
    return new EditPage(form, ServerAlerts.of(document));
  }

  /**
   * For disabling only, which posts the form as it was read: what identifies the record and the
   * active flag must be there; anything else is missed by the one who asks for it.
   */
  public static EditPage parseToDisable(Document document) {
    EmployeeForm form = EmployeeForm.parseLeniently(document, PAGE, ACTION);
    List.of("employee[id]", POS_USER_ID, ACTIVE).forEach(form.markup()::named);
    return new EditPage(form, ServerAlerts.of(document));
  }

  /** The internal id, which is not the POS user ID. */
  public int employeeId() {
    return form.markup().number(form.markup().value("employee[id]"), "employee[id]");
  }

  public int posUserId() {
    return form.markup().number(form.markup().value(POS_USER_ID), POS_USER_ID);
  }

  public String firstName() {
    return form.markup().value("employee[firstName]").strip();
  }

  public String lastName() {
    return form.markup().value("employee[lastName]").strip();
  }

  /**
   * A text field exactly as stored, blanks included; empty when the form has no such field.
   *
   * @throws IllegalArgumentException for the PIN and whatever sounds like a secret
   */
  public Optional<String> stored(String name) {
    if (SECRET.matcher(name).matches()) {
      throw new IllegalArgumentException("a secret is not read");
    }
    return form.markup().has(name) ? Optional.of(form.markup().value(name)) : Optional.empty();
  }

  /**
   * What a browser would post besides what other getters give, sites left out: fields that the
   * protocol does not name. Nothing that sounds like a secret, and no copy of the PIN.
   */
  public List<FormPair> otherFields() {
    String pin = form.markup().value(PIN);
    return unchanged().dropByPrefix(SiteEncoding.PREFIXES).pairs().stream()
        .filter(pair -> !KNOWN.contains(pair.name()))
        .filter(pair -> !SECRET.matcher(pair.name()).matches())
        .filter(pair -> pair.value().isBlank() || !pair.value().strip().equals(pin.strip()))
        .toList();
  }

  /** Digits only; as typed it is free text (section 12.1). */
  public String phoneDigits() {
    return Markup.digits(form.markup().value("employee[phone]"));
  }

  public String email() {
    return form.markup().value("employee[email]").strip();
  }

  public String adpEmployeeId() {
    return value("employee[adpEmployeeId]");
  }

  /** What stands in a field of the form that has no getter of its own, such as a link field. */
  public String value(String name) {
    return form.markup().value(name).strip();
  }

  public String emergencyName() {
    return form.markup().value("employee[emergencyContactName]").strip();
  }

  public String emergencyPhoneDigits() {
    return Markup.digits(form.markup().value("employee[emergencyContactPhone]"));
  }

  /** Empty when the record has none. */
  public Optional<LocalDate> startDate() {
    String text = form.markup().value("employee[startDate]").strip();
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text, DATE));
    } catch (DateTimeParseException e) {
      throw form.markup().changed("employee[startDate] is not a date like 04/13/2026");
    }
  }

  public boolean showsPin(Pin pin) {
    return pin.matches(form.markup().value(PIN));
  }

  public boolean active() {
    return form.markup().named(ACTIVE).hasAttr("checked");
  }

  /** Ids, ascending. */
  public SortedSet<Integer> departments() {
    return form.chosenDepartments();
  }

  public SiteTree sites() {
    return form.tree();
  }

  /** Empty when this was read to disable and its sites cannot be read. */
  public Optional<SiteTree> readableSites() {
    return form.readableTree();
  }

  /** Also empty when a page that was read to disable has a site block that cannot be read. */
  public Optional<SiteAccess> readableAccess() {
    try {
      return access();
    } catch (PageChanged unreadable) {
      return Optional.empty();
    }
  }

  /** Empty on a flat tenant whose boxes do not say what they mean (section 6.6). */
  public Optional<SiteAccess> access() {
    return form.access();
  }

  /** What a flat tenant's boxes say of themselves: half of a proof. */
  public Optional<Polarity> labelledPolarity() {
    return form.labelledPolarity();
  }

  /** What the server has to complain of; belongs to the session's last write (section 4.1). */
  public List<String> alerts() {
    return alerts;
  }

  /** The whole form as it stands: what has to be posted to change nothing (section 8.2). */
  public FormEntries unchanged() {
    return form.entries().dropIf(pair -> IS_AVAILABLE.matcher(pair.name()).matches());
  }

  /** The whole form, made inactive: the name is left out, since presence means true (8.4). */
  public FormEntries inactive() {
    return unchanged().drop(ACTIVE);
  }

  /** The whole form with other sites. */
  public FormEntries withSites(SiteAccess wanted, Optional<Polarity> proven) {
    return unchanged().dropByPrefix(SiteEncoding.PREFIXES).append(form.sitePairs(wanted, proven));
  }

  /**
   * The whole form with these values over it, and other sites if any are given; the active flag
   * stays as it is.
   *
   * @param values each name must be on the page, and each department among its options
   */
  public FormEntries changed(
      FormEntries values, Optional<SiteAccess> sites, Optional<Polarity> proven) {
    Set<String> names =
        values.pairs().stream()
            .map(FormPair::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    FormEntries entries = sites.isPresent() ? withSites(sites.get(), proven) : unchanged();
    for (String name : names) {
      form.markup().named(name);
      entries =
          name.endsWith("[]")
              ? entries.replaceList(name, values.values(name))
              : entries.replace(name, values.value(name).orElseThrow());
    }
    return entries;
  }

  /** The same, and active: the name's presence means true (section 8.4). */
  public FormEntries reactivated(FormEntries values, SiteAccess sites, Optional<Polarity> proven) {
    return changed(values, Optional.of(sites), proven).replace(ACTIVE, "1");
  }

  /**
   * The names of the fields that do not stand here as they do on another page of the same record;
   * the whole site block counts as {@link #SITES}. Outer blanks do not count: a server may trim.
   */
  public SortedSet<String> differingFrom(EditPage other) {
    Map<String, List<String>> here = byName(unchanged());
    Map<String, List<String>> there = byName(other.unchanged());
    SortedSet<String> names = new TreeSet<>(here.keySet());
    names.addAll(there.keySet());
    names.removeIf(name -> here.getOrDefault(name, List.of()).equals(there.get(name)));
    return names;
  }

  private static Map<String, List<String>> byName(FormEntries entries) {
    return entries.pairs().stream()
        .collect(
            Collectors.groupingBy(
                pair -> SiteEncoding.isSites(pair.name()) ? SITES : pair.name(),
                Collectors.mapping(
                    pair ->
                        SiteEncoding.isSites(pair.name())
                            ? pair.name() + "=" + pair.value()
                            : pair.value().strip(),
                    Collectors.toList())));
  }

  /** Department names by id, for messages. */
  public Map<Integer, String> departmentNames() {
    return form.departments();
  }
}
