package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The permissions of the staff API's page on staff members. */
public final class PermissionCatalogue {

  /** As the page heads its two lists. A server's answer may say otherwise, and then counts. */
  public static final String BACK_OFFICE = "Back Office";

  public static final String POS = "POS";

  /**
   * One line of the page. {@code Void} stands in both domains.
   *
   * @param domain {@link #BACK_OFFICE} or {@link #POS}
   * @param byDefault whether a create that leaves the permissions out gives it; ours never does
   * @param implies codes that whoever has this one has too
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Entry(
      String code, String domain, String meaning, boolean byDefault, List<String> implies) {

    public Entry {
      implies = implies == null ? List.of() : List.copyOf(implies);
    }
  }

  private static final Set<String> DEFAULTS =
      Set.of(
          "Adjustments",
          "FinishSale",
          "ModifySales",
          "PosPermission",
          "UnassignRegisters",
          "Wastage");

  private static final Map<String, List<String>> IMPLIED =
      Map.of(
          "Adjustments", List.of("MakeDiscount"),
          "Company", List.of("PaymentTypes", "Taxes"));

  private static final List<Entry> ENTRIES =
      List.of(
          entry("Adjustments", BACK_OFFICE, "apply discounts, surcharges, adjustment reasons"),
          entry("CashIn", BACK_OFFICE, "cash in for takings"),
          entry("CashOut", BACK_OFFICE, "cash out for takings"),
          entry("ChangePrice", BACK_OFFICE, "change the unit price"),
          entry("DeleteHeldOrder", BACK_OFFICE, "delete held orders"),
          entry("FinishSale", BACK_OFFICE, "finish a sale with any payment type"),
          entry("MakeDiscount", BACK_OFFICE, "apply discounts and surcharges"),
          entry("ModifySales", BACK_OFFICE, "modify a held order"),
          entry("OpenCashDrawer", BACK_OFFICE, "open the cash drawer"),
          entry("OverrideTax", BACK_OFFICE, "override the tax on an order line"),
          entry("UnassignRegisters", BACK_OFFICE, "unassign registers"),
          entry("Void", BACK_OFFICE, "void (refund) a sale"),
          entry("XReport", BACK_OFFICE, "view the current takings"),
          entry("ZReport", BACK_OFFICE, "view and create end of day takings"),
          entry("Company", POS, "edit company details, taxes and payment types"),
          entry("Customers", POS, "create and update customers"),
          entry("Devices", POS, "create, update and recycle registers"),
          entry("PaymentTypes", POS, "create and update payment types"),
          entry("PosPermission", POS, "use the POS"),
          entry("PrinterSetup", POS, "set up printers"),
          entry("Products", POS, "create and update products"),
          entry("Purchase", POS, "create and update purchase orders, look up suppliers"),
          entry("Reports", POS, "view reports, dashboard and sales feed"),
          entry("Sites", POS, "create and update sites"),
          entry("Taxes", POS, "create and update taxes"),
          entry("Users", POS, "create and update other staff"),
          entry("Void", POS, "void (refund) a sale"),
          entry("Wastage", POS, "create wastage"));

  private PermissionCatalogue() {}

  /** Every entry, as the page orders them. */
  public static List<Entry> entries() {
    return ENTRIES;
  }

  /** Whether the page names this code; case counts. */
  public static boolean knows(String code) {
    return ENTRIES.stream().anyMatch(entry -> entry.code().equals(code));
  }

  /** Every code, each once and sorted. */
  public static Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    ENTRIES.forEach(entry -> codes.add(entry.code()));
    return codes;
  }

  /** What a create without permissions would give. */
  public static Set<String> defaults() {
    return new TreeSet<>(DEFAULTS);
  }

  /**
   * What these codes allow: a server that lists an implied one gives no more than one that does
   * not.
   */
  public static Set<String> effective(Collection<String> codes) {
    Set<String> effective = new TreeSet<>(codes);
    codes.forEach(code -> effective.addAll(IMPLIED.getOrDefault(code, List.of())));
    return effective;
  }

  private static Entry entry(String code, String domain, String meaning) {
    return new Entry(
        code, domain, meaning, DEFAULTS.contains(code), IMPLIED.getOrDefault(code, List.of()));
  }
}
