package dev.lanyard.secrets;

/**
 * A fingerprint that only holders of the key can compute, so that guessing the text behind a
 * published digest is not possible. A new primary key yields new digests: rotate it only when
 * nothing waits on an old one.
 */
public interface KeyedDigest {

  /**
   * @param canonicalText the same meaning must always come as the same characters; taken as UTF-8
   * @return 32 lower-case hexadecimal characters: the first 128 bits of HMAC-SHA256
   */
  String of(String canonicalText);
}
