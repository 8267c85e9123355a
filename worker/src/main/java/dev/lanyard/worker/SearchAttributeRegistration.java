package dev.lanyard.worker;

import dev.lanyard.workflows.SearchAttributes;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Our search attributes in one namespace: what is missing there, and adding it. */
public final class SearchAttributeRegistration {

  private SearchAttributeRegistration() {}

  /**
   * @param registered names that were missing and now are there
   * @param present names that were there before
   */
  public record Outcome(List<String> registered, List<String> present) {}

  /**
   * Names that a run would need and that this namespace lacks.
   *
   * @throws TemporalUnavailable when Temporal does not answer the question, or when it holds one of
   *     the names with another type, which only a human can resolve
   */
  public static List<String> missing(WorkflowServiceStubs stubs, String namespace)
      throws TemporalUnavailable {
    return List.copyOf(withOperator(stubs, o -> missingFrom(o, namespace)).keySet());
  }

  /**
   * Adds what is missing; may be repeated.
   *
   * @throws TemporalUnavailable as {@link #missing}
   */
  public static Outcome register(WorkflowServiceStubs stubs, String namespace)
      throws TemporalUnavailable {
    return withOperator(
        stubs,
        operator -> {
          Map<String, IndexedValueType> missing = missingFrom(operator, namespace);
          if (!missing.isEmpty()) {
            add(operator, namespace, missing);
          }
          List<String> present = new ArrayList<>(SearchAttributes.toRegister().keySet());
          present.removeAll(missing.keySet());
          return new Outcome(List.copyOf(missing.keySet()), present);
        });
  }

  private static void add(
      OperatorServiceStubs operator, String namespace, Map<String, IndexedValueType> missing) {
    try {
      operator
          .blockingStub()
          .addSearchAttributes(
              AddSearchAttributesRequest.newBuilder()
                  .setNamespace(namespace)
                  .putAllSearchAttributes(missing)
                  .build());
    } catch (StatusRuntimeException e) {
      // Somebody else's setup came first.
      if (e.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
        throw e;
      }
    }
  }

  private static Map<String, IndexedValueType> missingFrom(
      OperatorServiceStubs operator, String namespace) throws TemporalUnavailable {
    Map<String, IndexedValueType> there =
        operator
            .blockingStub()
            .listSearchAttributes(
                ListSearchAttributesRequest.newBuilder().setNamespace(namespace).build())
            .getCustomAttributesMap();
    Map<String, IndexedValueType> missing = new LinkedHashMap<>();
    List<String> clashes = new ArrayList<>();
    SearchAttributes.toRegister()
        .forEach(
            (name, type) -> {
              IndexedValueType found = there.get(name);
              if (found == null) {
                missing.put(name, type);
              } else if (found != type) {
                clashes.add(name + " is " + found + " there and must be " + type);
              }
            });
    if (!clashes.isEmpty()) {
      throw new TemporalUnavailable(
          "namespace "
              + namespace
              + " uses search attributes of our names for something else: "
              + String.join("; ", clashes)
              + ". Give Lanyard a namespace of its own (TEMPORAL_NAMESPACE).");
    }
    return missing;
  }

  private static <T> T withOperator(WorkflowServiceStubs stubs, Question<T> question)
      throws TemporalUnavailable {
    // The same channel and the same headers (an API key among them) as the session's.
    OperatorServiceStubs operator =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setChannel(stubs.getRawChannel())
                .setHeaders(stubs.getOptions().getHeaders())
                .setGrpcMetadataProviders(stubs.getOptions().getGrpcMetadataProviders())
                .setGrpcClientInterceptors(stubs.getOptions().getGrpcClientInterceptors())
                .validateAndBuildWithDefaults());
    try {
      return question.ask(operator);
    } catch (StatusRuntimeException e) {
      throw new TemporalUnavailable(
          "Temporal did not answer about search attributes: " + e.getStatus(), e);
    }
  }

  private interface Question<T> {
    T ask(OperatorServiceStubs operator) throws TemporalUnavailable;
  }
}
