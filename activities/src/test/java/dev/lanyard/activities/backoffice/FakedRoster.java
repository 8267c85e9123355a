package dev.lanyard.activities.backoffice;

import com.fasterxml.jackson.databind.node.TextNode;

/** A roster of one row that says something else than the record. */
final class FakedRoster {

  private FakedRoster() {}

  /**
   * As further members of a {@code status} fault.
   *
   * @param codes short codes, W37135 for site 101 and X203 for site 203
   */
  static String row(int employeeId, int posUserId, String codes, String access, boolean active) {
    String html =
        """
        <div id="main-column"><h1 id="page-title">Employees</h1>
        <form id="frm-employee-list-search"><select name="sites[]" multiple>
        <option value="101">W37135</option><option value="203">X203</option></select></form>
        <table class="table-employees-list"><tbody><tr>
        <td class="employees-col-first-name">Jane</td><td class="employees-col-last-name">Doe</td>
        <td class="employees-col-sites">%s</td><td class="employees-col-template">%s</td>
        <td class="employees-col-pos-user-id">%d</td>
        <td class="employees-col-departments"></td><td class="employees-col-phone"></td>
        <td class="employees-col-wage-type">Hourly</td>
        <td class="employees-col-active">%s</td>
        <td><a href="/employee/edit/%d"></a></td></tr></tbody></table></div>
        """
            .formatted(
                codes,
                access,
                posUserId,
                active ? "<i class=\"fa fa-check\"></i>" : "",
                employeeId);
    return ",\"status\":200,\"body\":" + new TextNode(html);
  }
}
