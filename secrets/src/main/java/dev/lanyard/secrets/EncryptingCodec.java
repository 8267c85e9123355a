package dev.lanyard.secrets;

import com.google.crypto.tink.Aead;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.EncodingKeys;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.context.SerializationContext;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Encrypts whole payloads, their metadata included, with AES-256-GCM. The associated data names the
 * key, the namespace and the workflow; the outer metadata repeats the three in plain text for a
 * reader that gets no context (the codec server). A reader with a context insists that they agree
 * with it. What is not encrypted passes through, since a person's signal from Temporal UI is plain.
 *
 * <p>A schedule must start its workflow without arguments: they would be bound to the id that the
 * schedule was made with, while each run gets an id of its own, and be refused.
 */
final class EncryptingCodec implements PayloadCodec {
  static final String ENCODING = "binary/encrypted";
  static final String KEY_ID = "encryption-key-id";
  static final String NAMESPACE = "bound-namespace";
  static final String WORKFLOW_ID = "bound-workflow-id";

  private static final ByteString ENCODING_BYTES = ByteString.copyFromUtf8(ENCODING);

  private final Aead aead;
  private final String primaryKeyId;
  private final Set<String> keyIds;
  private final Binding here;

  EncryptingCodec(Aead aead, String primaryKeyId, Set<String> keyIds) {
    this(aead, primaryKeyId, keyIds, Binding.NONE);
  }

  private EncryptingCodec(Aead aead, String primaryKeyId, Set<String> keyIds, Binding here) {
    this.aead = aead;
    this.primaryKeyId = primaryKeyId;
    this.keyIds = keyIds;
    this.here = here;
  }

  @Override
  public PayloadCodec withContext(SerializationContext context) {
    return new EncryptingCodec(aead, primaryKeyId, keyIds, Binding.of(context));
  }

  @Override
  public List<Payload> encode(List<Payload> payloads) {
    return payloads.stream().map(this::encrypted).toList();
  }

  @Override
  public List<Payload> decode(List<Payload> payloads) {
    return payloads.stream().map(this::decrypted).toList();
  }

  static boolean isEncrypted(Payload payload) {
    return ENCODING_BYTES.equals(payload.getMetadataMap().get(EncodingKeys.METADATA_ENCODING_KEY));
  }

  private Payload encrypted(Payload payload) {
    if (isEncrypted(payload)) {
      return payload;
    }
    byte[] data;
    try {
      data = aead.encrypt(payload.toByteArray(), here.associatedData(primaryKeyId));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM refused to encrypt a payload", e);
    }
    Payload.Builder sealed =
        Payload.newBuilder()
            .putMetadata(EncodingKeys.METADATA_ENCODING_KEY, ENCODING_BYTES)
            .putMetadata(KEY_ID, ByteString.copyFromUtf8(primaryKeyId))
            .setData(ByteString.copyFrom(data));
    if (here.bound()) {
      sealed
          .putMetadata(NAMESPACE, ByteString.copyFromUtf8(here.namespace()))
          .putMetadata(WORKFLOW_ID, ByteString.copyFromUtf8(here.workflowId()));
    }
    return sealed.build();
  }

  private Payload decrypted(Payload payload) {
    if (!isEncrypted(payload)) {
      return payload;
    }
    String keyId = keyIdOf(payload);
    Binding written = bindingOf(payload);
    if (!here.mayRead(written)) {
      throw new PayloadUnreadable(
          "payload refused: it belongs to " + written + " and was found in " + here);
    }
    try {
      return Payload.parseFrom(
          aead.decrypt(payload.getData().toByteArray(), written.associatedData(keyId)));
    } catch (GeneralSecurityException | InvalidProtocolBufferException e) {
      throw new PayloadUnreadable(
          "payload refused: altered since key " + keyId + " encrypted it for " + written);
    }
  }

  private String keyIdOf(Payload payload) {
    ByteString named = payload.getMetadataMap().get(KEY_ID);
    if (named == null) {
      throw new PayloadUnreadable(
          "payload refused: it says "
              + ENCODING
              + " and names no "
              + KEY_ID
              + ", so it is not ours");
    }
    String keyId = named.toStringUtf8();
    if (!keyIds.contains(keyId)) {
      throw new PayloadKeyUnknown(
          keyId,
          "payload was encrypted with key "
              + keyId
              + ", and "
              + KeyFiles.PAYLOAD
              + " holds only "
              + keyIds
              + ". Put that key back into "
              + KeyFiles.PAYLOAD
              + " (enabled, not primary) and restart: worker, starter and codec server must share"
              + " one key folder's content");
    }
    return keyId;
  }

  private static Binding bindingOf(Payload payload) {
    Map<String, ByteString> metadata = payload.getMetadataMap();
    ByteString namespace = metadata.get(NAMESPACE);
    ByteString workflowId = metadata.get(WORKFLOW_ID);
    if (namespace == null && workflowId == null) {
      return Binding.NONE;
    }
    return Binding.to(
        Objects.requireNonNullElse(namespace, ByteString.EMPTY).toStringUtf8(),
        Objects.requireNonNullElse(workflowId, ByteString.EMPTY).toStringUtf8());
  }
}
