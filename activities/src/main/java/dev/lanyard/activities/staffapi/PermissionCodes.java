package dev.lanyard.activities.staffapi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The permission codes of the staff API's page on staff members. */
final class PermissionCodes {

  private static final Set<String> BACK_OFFICE =
      Set.of(
          "Adjustments",
          "CashIn",
          "CashOut",
          "ChangePrice",
          "DeleteHeldOrder",
          "FinishSale",
          "MakeDiscount",
          "ModifySales",
          "OpenCashDrawer",
          "OverrideTax",
          "UnassignRegisters",
          "Void",
          "XReport",
          "ZReport");

  private static final Set<String> POS =
      Set.of(
          "Company",
          "Customers",
          "Devices",
          "PaymentTypes",
          "PosPermission",
          "PrinterSetup",
          "Products",
          "Purchase",
          "Reports",
          "Sites",
          "Taxes",
          "Users",
          "Void",
          "Wastage");

  private static final Map<String, List<String>> IMPLIED =
      Map.of(
          "Adjustments", List.of("MakeDiscount"),
          "Company", List.of("PaymentTypes", "Taxes"));

  private PermissionCodes() {}

  static boolean known(String code) {
    return BACK_OFFICE.contains(code) || POS.contains(code);
  }

  /** For messages: every code, sorted. */
  static String all() {
    Set<String> all = new TreeSet<>(BACK_OFFICE);
    all.addAll(POS);
    return String.join(", ", all);
  }

  /**
   * What these codes allow: a server that lists an implied one gives no more than one that does
   * not.
   */
  static Set<String> effective(Collection<String> codes) {
    Set<String> effective = new TreeSet<>(codes);
    codes.forEach(code -> effective.addAll(IMPLIED.getOrDefault(code, List.of())));
    return effective;
  }
}
