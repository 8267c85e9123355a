package dev.lanyard.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** One person's Ed25519 key pair. What it signs, {@link SignedFields} checks. */
public final class SigningKeyPair {

  private final PrivateKey privateKey;
  private final String publicKey;

  private SigningKeyPair(PrivateKey privateKey, String publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  static SigningKeyPair fresh() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(SignedFields.ALGORITHM).generateKeyPair();
      return new SigningKeyPair(pair.getPrivate(), SignedFields.text(pair.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make an Ed25519 key pair", e);
    }
  }

  /**
   * @param stored what {@link #stored} gave
   * @throws GeneralSecurityException when it is no such pair, or the halves do not belong together
   */
  static SigningKeyPair of(String stored) throws GeneralSecurityException {
    String[] halves = stored.strip().split("\n", -1);
    if (halves.length != 2) {
      throw new GeneralSecurityException("two lines were expected");
    }
    try {
      PrivateKey privateKey =
          KeyFactory.getInstance(SignedFields.ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[0])));
      SigningKeyPair pair = new SigningKeyPair(privateKey, halves[1]);
      Map<String, String> probe = Map.of("probe", "1");
      if (!SignedFields.verifies(pair.sign(probe), pair.publicKey())) {
        throw new GeneralSecurityException("the halves do not belong together");
      }
      return pair;
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("not Base64", e);
    }
  }

  /** The private half, then the public one, a line each. */
  String stored() {
    return Base64.getEncoder().encodeToString(privateKey.getEncoded()) + "\n" + publicKey + "\n";
  }

  /** What may be shown to anybody: {@code ed25519:} and 43 characters. */
  public String publicKey() {
    return publicKey;
  }

  /** One word: the fields as JSON, and the signature over them. */
  public String sign(Map<String, String> fields) {
    try {
      byte[] json = new ObjectMapper().writeValueAsBytes(new TreeMap<>(fields));
      Signature signature = Signature.getInstance(SignedFields.ALGORITHM);
      signature.initSign(privateKey);
      signature.update(SignedFields.PURPOSE);
      signature.update(json);
      Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
      return text.encodeToString(json) + "." + text.encodeToString(signature.sign());
    } catch (JsonProcessingException | GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot sign", e);
    }
  }

  @Override
  public String toString() {
    return "SigningKeyPair[[redacted]]";
  }
}
