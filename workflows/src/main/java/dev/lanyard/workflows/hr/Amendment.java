package dev.lanyard.workflows.hr;

import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.MessageDigests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Corrections of what is being carried out. What is absent stays as it is.
 *
 * @param <T> what is corrected
 */
public interface Amendment<T> {

  /** Who says so, for the record, and for the policy. */
  String by();

  /** Free words; may be absent. */
  String reason();

  /** Signed by the one who says so, where the policy asks for it. */
  Optional<String> token();

  /** This amendment, signed. */
  Amendment<T> withToken(String signed);

  /** The same with these corrections; whether that is a good one the rules say. */
  T appliedTo(T stated);

  /** What becomes different, by the names of the components, in their order. */
  List<String> changedIn(T stated);

  /** Every field that it names, as text, in their order. */
  Map<String, String> named();

  /**
   * Those of the fields that say when: moving them is {@code reschedule}, all else {@code amend}.
   */
  Set<String> dates();

  /**
   * What a signature for this amendment stands for: every field that it names.
   *
   * @param kind of {@link AccessRequest}: {@code reschedule} or {@code amend}
   */
  default String digest(String kind) {
    List<String> parts = new ArrayList<>(List.of(kind));
    named()
        .forEach(
            (field, value) -> {
              parts.add(field);
              parts.add(value);
            });
    return MessageDigests.of(parts);
  }
}
