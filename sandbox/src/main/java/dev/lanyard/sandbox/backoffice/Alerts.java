package dev.lanyard.sandbox.backoffice;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The message box of a page (section 4.1).
 *
 * @param refusals one is a {@code p}, several are a list
 * @param success shown when there is no refusal
 */
record Alerts(List<String> refusals, List<String> success, PageSwitches.SuccessBox box) {
  static Alerts none() {
    return refusing(List.of());
  }

  static Alerts refusing(List<String> texts) {
    return new Alerts(texts, List.of(), PageSwitches.SuccessBox.NONE);
  }

  static Alerts of(Optional<Session.Kept> kept, Session session, PageSwitches switches) {
    return new Alerts(
        kept.map(Session.Kept::texts).orElse(List.of()),
        session.takeSuccess(),
        switches.successBox());
  }

  /** Values for the box's template. */
  Map<String, Object> values() {
    boolean refused = !refusals.isEmpty();
    List<String> shown = refused ? refusals : success;
    Map<String, Object> values = new HashMap<>();
    values.put("hasMessages", !shown.isEmpty());
    values.put("box", refused ? "danger" : box.name().toLowerCase(Locale.ROOT));
    values.put("boxWord", refused ? "Error" : "Notice");
    values.put("one", shown.size() == 1 ? shown.get(0) : "");
    values.put("hasSeveral", shown.size() > 1);
    values.put("messages", shown);
    return values;
  }
}
