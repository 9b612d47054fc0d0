package org.glasnost.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import org.jspecify.annotations.Nullable;

/** A signing key in a PKCS #12 key store: an entry with an Ed25519 key, as keytool makes it. */
final class KeyStoreSigner {

  private KeyStoreSigner() {}

  /**
   * Reads a key.
   *
   * @param alias the entry's name
   * @throws IllegalStateException if the store does not open, has no such entry, or the entry is no
   *     Ed25519 key with the certificate that belongs to it; the message says what to do
   */
  static CheckpointSigner read(Path file, char[] password, String alias) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      Certificate certificate = store.getCertificate(alias);
      if (store.getKey(alias, password) instanceof PrivateKey secret && certificate != null) {
        return KeyFileSigner.of(secret, certificate.getPublicKey());
      }
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw unusable(file, alias, e);
    }
    throw unusable(file, alias, null);
  }

  private static IllegalStateException unusable(
      Path file, String alias, @Nullable Exception cause) {
    return new IllegalStateException(
        "no Ed25519 key can be read from entry "
            + alias
            + " of "
            + file
            + "; make one with: keytool -genkeypair -alias "
            + alias
            + " -keyalg Ed25519 -dname CN=journal -storetype PKCS12 -keystore FILE",
        cause);
  }
}
