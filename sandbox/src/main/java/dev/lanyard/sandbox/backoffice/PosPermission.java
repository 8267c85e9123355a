package dev.lanyard.sandbox.backoffice;

import java.util.List;
import java.util.stream.IntStream;

/** One of the 34 POS permissions, ids and labels as captured (section 9.2). */
record PosPermission(int id, String label) {
  private static final List<String> LABELS =
      List.of(
          "Manager Approval",
          "Return Transaction",
          "Paid In",
          "Paid Out",
          "Open Cash Drawer",
          "Tax Exempt",
          "Price Change",
          "Comp Sale",
          "Prompt For Price",
          "Customer Add",
          "Customer Edit",
          "Vehicle Add",
          "Vehicle Edit",
          "Item Add",
          "Item Edit",
          "Gift Card Add",
          "Gift Card Edit",
          "House Account Add",
          "House Account Edit",
          "Wash Book Add",
          "Wash Book Edit",
          "Time Clock",
          "Reports",
          "Back Office Internet",
          "Login",
          "Cash Drop",
          "Panel External",
          "Rewash Transaction",
          "Rewash Transaction With Code",
          "Dollar Discount",
          "Percent discount",
          "Instant Promotion",
          "Open Refund",
          "SPS Admin");

  static List<PosPermission> captured() {
    return IntStream.rangeClosed(1, LABELS.size())
        .mapToObj(id -> new PosPermission(id, LABELS.get(id - 1)))
        .toList();
  }

  /** Invented: descriptions were captured but say nothing that matters here. */
  String description() {
    return "Allows the employee to use \"" + label + "\" at the point of sale.";
  }
}
