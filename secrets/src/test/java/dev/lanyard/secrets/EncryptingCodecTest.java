package dev.lanyard.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverterException;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.context.ActivitySerializationContext;
import io.temporal.payload.context.SerializationContext;
import io.temporal.payload.context.WorkflowSerializationContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

final class EncryptingCodecTest {
  private static final PayloadCodec CODEC = FreshKeys.make().payloadCodec();
  private static final Payload PLAIN =
      Payload.newBuilder()
          .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
          .putMetadata("messageType", ByteString.copyFromUtf8("Jane Doe"))
          .setData(ByteString.copyFromUtf8("{\"name\":\"Jane Doe\"}"))
          .build();

  @Property(tries = 300)
  void whatIsEncodedDecodesInItsWorkflow(
      @ForAll byte[] data,
      @ForAll @Size(max = 3) Map<String, String> metadata,
      @ForAll String namespace,
      @ForAll String workflowId) {
    Payload.Builder payload = Payload.newBuilder().setData(ByteString.copyFrom(data));
    metadata.forEach((key, value) -> payload.putMetadata(key, ByteString.copyFromUtf8(value)));
    PayloadCodec codec = in(namespace, workflowId);

    List<Payload> encoded = codec.encode(List.of(payload.build()));

    assertThat(codec.decode(encoded)).containsExactly(payload.build());
    assertThat(CODEC.decode(encoded)).containsExactly(payload.build());
  }

  @Example
  void theOuterPayloadNamesKeyAndWorkflowAndNothingElse() {
    Payload encoded = encode(in("default", "person/1"), PLAIN);

    Map<String, String> metadata = new TreeMap<>();
    encoded.getMetadataMap().forEach((key, value) -> metadata.put(key, value.toStringUtf8()));
    assertThat(metadata)
        .containsEntry("encoding", "binary/encrypted")
        .containsEntry("bound-namespace", "default")
        .containsEntry("bound-workflow-id", "person/1")
        .hasEntrySatisfying("encryption-key-id", id -> assertThat(id).matches("[0-9]{1,10}"))
        .hasSize(4);
    assertThat(encoded.toString()).doesNotContain("Jane", "json/plain");
  }

  @Example
  void anotherWorkflowsPayloadIsRefused() {
    Payload encoded = encode(in("default", "person/1"), PLAIN);

    assertThatThrownBy(() -> decode(in("default", "person/2"), encoded))
        .isInstanceOf(PayloadUnreadable.class)
        .hasMessage(
            "payload refused: it belongs to workflow \"person/1\" in namespace \"default\" and was"
                + " found in workflow \"person/2\" in namespace \"default\"");
    assertThatThrownBy(() -> decode(in("staging", "person/1"), encoded))
        .isInstanceOf(PayloadUnreadable.class);
  }

  @Example
  void rewritingTheNamesOfAMovedPayloadDoesNotHelp() {
    Payload moved =
        encode(in("default", "person/1"), PLAIN).toBuilder()
            .putMetadata("bound-workflow-id", ByteString.copyFromUtf8("person/2"))
            .build();
    Payload unbound =
        moved.toBuilder()
            .removeMetadata("bound-workflow-id")
            .removeMetadata("bound-namespace")
            .build();
    Payload half = moved.toBuilder().removeMetadata("bound-namespace").build();
    Payload otherNamespace =
        encode(in("staging", "person/2"), PLAIN).toBuilder()
            .putMetadata("bound-namespace", ByteString.copyFromUtf8("default"))
            .build();

    for (Payload forged : List.of(moved, unbound, half, otherNamespace)) {
      assertThatThrownBy(() -> decode(in("default", "person/2"), forged))
          .isInstanceOf(PayloadUnreadable.class);
      assertThatThrownBy(() -> decode(CODEC, forged)).isInstanceOf(PayloadUnreadable.class);
    }
  }

  @Example
  void partsOfTheBindingCannotTradeCharacters() {
    Payload encoded =
        encode(in("ab", "c"), PLAIN).toBuilder()
            .putMetadata("bound-namespace", ByteString.copyFromUtf8("a"))
            .putMetadata("bound-workflow-id", ByteString.copyFromUtf8("bc"))
            .build();

    assertThatThrownBy(() -> decode(in("a", "bc"), encoded)).isInstanceOf(PayloadUnreadable.class);
  }

  @Example
  void anyChangedBitIsNoticed() {
    Payload encoded = encode(in("default", "person/1"), PLAIN);
    for (int bit = 0; bit < encoded.getData().size() * 8; bit++) {
      byte[] data = encoded.getData().toByteArray();
      data[bit / 8] ^= (byte) (1 << (bit % 8));
      Payload changed = encoded.toBuilder().setData(ByteString.copyFrom(data)).build();
      assertThatThrownBy(() -> decode(in("default", "person/1"), changed))
          .as("bit %d", bit)
          .isInstanceOf(PayloadUnreadable.class)
          .hasNoCause();
    }
  }

  @Example
  void anUnknownKeyIsNamedWithTheRemedy() {
    PayloadCodec other = FreshKeys.make().payloadCodec();
    Payload encoded = encode(other.withContext(workflow("default", "person/1")), PLAIN);
    String id = encoded.getMetadataMap().get("encryption-key-id").toStringUtf8();

    assertThatThrownBy(() -> decode(in("default", "person/1"), encoded))
        .isInstanceOfSatisfying(PayloadKeyUnknown.class, e -> assertThat(e.keyId()).isEqualTo(id))
        // The SDK drops a signal for that type, and this one must wait for its key instead.
        .isNotInstanceOf(DataConverterException.class)
        .hasMessageContaining("encrypted with key " + id)
        .hasMessageContaining("payload.json");
  }

  @Example
  void plainPayloadsPassAndEncryptedOnesAreNotEncryptedAgain() {
    Payload encoded = encode(in("default", "person/1"), PLAIN);

    assertThat(decode(in("default", "person/1"), PLAIN)).isEqualTo(PLAIN);
    assertThat(encode(in("default", "person/1"), encoded)).isEqualTo(encoded);
  }

  @Example
  void aPayloadThatOnlyClaimsToBeEncryptedIsRefused() {
    Payload claim =
        PLAIN.toBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("binary/encrypted"))
            .build();

    assertThatThrownBy(() -> decode(CODEC, claim))
        .isInstanceOf(PayloadUnreadable.class)
        .message()
        .contains("encryption-key-id")
        .doesNotContain("Jane");
  }

  @Example
  void whatWasWrittenWithoutAContextIsEncryptedAndReadableEverywhere() {
    Payload encoded = encode(CODEC, PLAIN);

    assertThat(encoded.toString()).doesNotContain("Jane");
    assertThat(decode(in("default", "person/1"), encoded)).isEqualTo(PLAIN);
    assertThat(decode(CODEC, encoded)).isEqualTo(PLAIN);
  }

  @Example
  void aNamespaceIdInPlaceOfANameInsistsOnTheWorkflowAlone() {
    Payload encoded = encode(in("default", "person/1"), PLAIN);
    String namespaceId = "32049b68-7872-4094-8e63-d0dd59896a83";

    assertThat(decode(in("", "person/1"), encoded)).isEqualTo(PLAIN);
    assertThat(decode(in(namespaceId, "person/1"), encoded)).isEqualTo(PLAIN);
    assertThatThrownBy(() -> decode(in("", "person/2"), encoded))
        .isInstanceOf(PayloadUnreadable.class);
    assertThatThrownBy(() -> decode(in(namespaceId, "person/2"), encoded))
        .isInstanceOf(PayloadUnreadable.class);
  }

  @Example
  void anActivitysPayloadBelongsToItsWorkflow() {
    PayloadCodec activity =
        CODEC.withContext(
            new ActivitySerializationContext(
                "default", "person/1", "Person", "Look", "backoffice", false));
    PayloadCodec standalone =
        CODEC.withContext(
            new ActivitySerializationContext("default", null, null, "Look", "backoffice", false));

    assertThat(decode(in("default", "person/1"), encode(activity, PLAIN))).isEqualTo(PLAIN);
    assertThat(decode(standalone, encode(standalone, PLAIN))).isEqualTo(PLAIN);
    assertThatThrownBy(() -> decode(activity, encode(standalone, PLAIN)))
        .isInstanceOf(PayloadUnreadable.class);
  }

  private static PayloadCodec in(String namespace, String workflowId) {
    return CODEC.withContext(workflow(namespace, workflowId));
  }

  private static SerializationContext workflow(String namespace, String workflowId) {
    return new WorkflowSerializationContext(namespace, workflowId);
  }

  private static Payload encode(PayloadCodec codec, Payload payload) {
    return codec.encode(List.of(payload)).get(0);
  }

  private static Payload decode(PayloadCodec codec, Payload payload) {
    return codec.decode(List.of(payload)).get(0);
  }
}
