package dev.lanyard.sandbox.staffapi;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The vendor's permission codes. A code may have two domains (Void), so it may have two rows. */
record StaffPermission(String code, String name, String domain) {
  private static final String BACK_OFFICE = "Back Office";
  private static final String POS = "Point of Sale";

  static final List<String> DEFAULTS =
      List.of(
          "Adjustments",
          "FinishSale",
          "ModifySales",
          "PosPermission",
          "UnassignRegisters",
          "Wastage");

  private static final List<StaffPermission> ALL =
      List.of(
          row("Adjustments", BACK_OFFICE),
          row("CashIn", BACK_OFFICE),
          row("CashOut", BACK_OFFICE),
          row("ChangePrice", BACK_OFFICE),
          row("DeleteHeldOrder", BACK_OFFICE),
          row("FinishSale", POS), // as in a published example, in spite of its heading
          row("MakeDiscount", BACK_OFFICE),
          row("ModifySales", BACK_OFFICE),
          row("OpenCashDrawer", BACK_OFFICE),
          row("OverrideTax", BACK_OFFICE),
          row("UnassignRegisters", BACK_OFFICE),
          row("Void", BACK_OFFICE),
          row("XReport", BACK_OFFICE),
          row("ZReport", BACK_OFFICE),
          row("Company", POS),
          row("Customers", POS),
          row("Devices", POS),
          row("PaymentTypes", POS),
          row("PosPermission", POS),
          row("PrinterSetup", POS),
          row("Products", POS),
          row("Purchase", POS),
          row("Reports", POS),
          row("Sites", POS),
          row("Taxes", POS),
          row("Users", POS),
          row("Void", POS),
          row("Wastage", POS));

  private static StaffPermission row(String code, String domain) {
    return new StaffPermission(code, code.replaceAll("(?<=[a-z])(?=[A-Z])", " "), domain);
  }

  static boolean isKnown(String code) {
    return ALL.stream().anyMatch(permission -> permission.code.equals(code));
  }

  static List<StaffPermission> rows(Set<String> codes) {
    return ALL.stream()
        .filter(permission -> codes.contains(permission.code))
        .collect(Collectors.toList());
  }
}
