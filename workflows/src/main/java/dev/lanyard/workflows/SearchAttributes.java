package dev.lanyard.workflows;

import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.common.SearchAttributeKey;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What runs can be found by. Plain text in Temporal for ever: no name, e-mail address, phone number
 * or PIN. They must be registered before a worker starts ({@code ./lanyard setup}).
 */
public final class SearchAttributes {

  public static final SearchAttributeKey<String> EMPLOYEE_NUMBER =
      SearchAttributeKey.forKeyword("EmployeeNumber");
  public static final SearchAttributeKey<Long> POS_USER_ID =
      SearchAttributeKey.forLong("PosUserId");

  /** One of {@link dev.lanyard.workflows.progress.Stages}. */
  public static final SearchAttributeKey<String> STAGE = SearchAttributeKey.forKeyword("Stage");

  /** The group that a run waits for; absent when it waits for nobody. */
  public static final SearchAttributeKey<String> AWAITING_GROUP =
      SearchAttributeKey.forKeyword("AwaitingGroup");

  public static final SearchAttributeKey<OffsetDateTime> EFFECTIVE_AT =
      SearchAttributeKey.forOffsetDateTime("EffectiveAt");

  /** Names of Backoffice sites. */
  public static final SearchAttributeKey<List<String>> SITES =
      SearchAttributeKey.forKeywordList("Sites");

  private SearchAttributes() {}

  /** Name to type, in the order in which they are registered. */
  public static Map<String, IndexedValueType> toRegister() {
    Map<String, IndexedValueType> all = new LinkedHashMap<>();
    for (SearchAttributeKey<?> key :
        List.of(EMPLOYEE_NUMBER, POS_USER_ID, STAGE, AWAITING_GROUP, EFFECTIVE_AT, SITES)) {
      all.put(key.getName(), key.getValueType());
    }
    return all;
  }
}
