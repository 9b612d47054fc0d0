package org.glasnost.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;

/**
 * Wrapping keys in a PKCS #12 file. The current key is the one with the highest number; names are
 * {@code content-1}, {@code content-2} and so on.
 */
public final class KeystoreFile implements WrappingKeys {
  private static final String TYPE = "PKCS12";
  private static final String PREFIX = "content-";
  private static final int KEY_BITS = 256;

  private final KeyStore store;
  private final char[] password;

  private KeystoreFile(KeyStore store, char[] password) {
    this.store = store;
    this.password = password.clone();
  }

  /**
   * Opens the file.
   *
   * @throws IOException if it cannot be read or the password does not open it
   */
  public static KeystoreFile open(Path file, char[] password) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(TYPE);
      store.load(in, password);
      return new KeystoreFile(store, password);
    } catch (GeneralSecurityException e) {
      throw new IOException("the key store " + file.getFileName() + " cannot be opened", e);
    }
  }

  /**
   * Makes the file with its first wrapping key, readable by its owner alone.
   *
   * @throws IOException if it exists or cannot be written
   */
  public static KeystoreFile create(Path file, char[] password) throws IOException {
    if (Files.exists(file)) {
      throw new IOException("there is a key store " + file.getFileName() + " already");
    }
    try {
      KeyStore store = KeyStore.getInstance(TYPE);
      store.load(null, password);
      KeyGenerator generator = KeyGenerator.getInstance("AES");
      generator.init(KEY_BITS);
      store.setEntry(
          PREFIX + 1,
          new KeyStore.SecretKeyEntry(generator.generateKey()),
          new KeyStore.PasswordProtection(password));
      Path made =
          Files.createTempFile(
              file.toAbsolutePath().getParent(),
              "keystore",
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (OutputStream out = Files.newOutputStream(made)) {
        store.store(out, password);
      }
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
      return new KeystoreFile(store, password);
    } catch (GeneralSecurityException e) {
      throw new IOException("a key store cannot be made here", e);
    }
  }

  /** Whether it holds no wrapping key at all. */
  public boolean isEmpty() {
    return names().isEmpty();
  }

  @Override
  public Named current() {
    return names().stream()
        .reduce((first, second) -> number(first) > number(second) ? first : second)
        .flatMap(this::named)
        .orElseThrow(() -> new IllegalStateException("the key store holds no content key"));
  }

  @Override
  public Optional<Named> named(String name) {
    try {
      Key key = store.getKey(name, password);
      return key instanceof SecretKey secret
          ? Optional.of(new Named(name, secret))
          : Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key store does not give up the key " + name, e);
    }
  }

  private List<String> names() {
    try {
      return Collections.list(store.aliases()).stream()
          .filter(name -> name.matches(PREFIX + "[1-9][0-9]{0,8}"))
          .toList();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key store cannot be read", e);
    }
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring(PREFIX.length()));
  }
}
