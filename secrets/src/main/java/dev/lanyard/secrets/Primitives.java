package dev.lanyard.secrets;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.mac.MacConfig;
import java.security.GeneralSecurityException;

/** The kinds of keys that this room uses, made known to Tink once per process. */
final class Primitives {
  static final Configuration ALL = registered();

  private Primitives() {}

  private static Configuration registered() {
    try {
      AeadConfig.register();
      HybridConfig.register();
      MacConfig.register();
      return RegistryConfiguration.get();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink cannot register its primitives", e);
    }
  }
}
