package dev.lanyard.activities.backoffice.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Remembers a rejected login, so that it is not tried again: nobody knows after how many the
 * account is locked (section 2.1). What it keeps is a salted hash, in memory.
 */
final class LoginLatch {

  private final byte[] salt = new byte[16];
  private byte[] rejected;

  LoginLatch() {
    new SecureRandom().nextBytes(salt);
  }

  synchronized boolean holds(Credentials credentials) {
    return rejected != null && MessageDigest.isEqual(rejected, fingerprint(credentials));
  }

  synchronized void close(Credentials credentials) {
    rejected = fingerprint(credentials);
  }

  synchronized void lift() {
    rejected = null;
  }

  private byte[] fingerprint(Credentials credentials) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      digest.update(credentials.username().getBytes(UTF_8));
      digest.update((byte) 0);
      return digest.digest(credentials.password().getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }
}
