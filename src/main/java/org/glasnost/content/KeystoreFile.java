package org.glasnost.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;

/**
 * Wrapping keys in a PKCS #12 file. The newest key is the one with the highest number; names are
 * {@code content-1}, {@code content-2} and so on.
 */
public final class KeystoreFile implements WrappingKeys {
  private static final String TYPE = "PKCS12";
  private static final String PREFIX = "content-";
  private static final String NAME = PREFIX + "[1-9][0-9]{0,8}";
  private static final int KEY_BITS = 256;
  private static final Set<PosixFilePermission> OWNERS_ALONE =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;
  private final char[] password;
  private volatile Held held;

  private KeystoreFile(Path file, char[] password, Map<String, SecretKey> keys) {
    this.file = file;
    this.password = password.clone();
    this.held = new Held(keys, newest(keys));
  }

  /**
   * What was last read of the file.
   *
   * @param keys by name, oldest first
   * @param current the name of the one that wraps what is new; empty where there is none
   */
  private record Held(Map<String, SecretKey> keys, Optional<String> current) {
    Held {
      keys = Collections.unmodifiableMap(keys);
    }

    Optional<Named> named(String name) {
      return name.matches(NAME)
          ? Optional.ofNullable(keys.get(name)).map(key -> new Named(name, key))
          : Optional.empty();
    }
  }

  /**
   * Opens the file.
   *
   * @throws IOException if it cannot be read or the password does not open it
   */
  public static KeystoreFile open(Path file, char[] password) throws IOException {
    return new KeystoreFile(file, password, keys(load(file, password), file, password));
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
      write(store, PREFIX + 1, file, password, OWNERS_ALONE);
    } catch (GeneralSecurityException e) {
      throw new IOException("a key store cannot be made here", e);
    }
    return open(file, password);
  }

  /**
   * Adds a wrapping key to the file, which is exchanged as a whole: whoever reads it meanwhile sees
   * it with the key or without. What wraps by this value stays the same until it is {@link
   * #renewed}.
   *
   * @return the name of the key
   * @throws IOException if the file cannot be read or written; it is then what it was
   */
  public String add() throws IOException {
    try {
      KeyStore store = load(file, password);
      int next =
          newest(keys(store, file, password))
              .map(KeystoreFile::number)
              .map(Math::incrementExact)
              .orElse(1);
      String name = PREFIX + next;
      write(store, name, file, password, Files.getPosixFilePermissions(file));
      return name;
    } catch (GeneralSecurityException e) {
      throw new IOException("no key can be added to " + file.getFileName(), e);
    }
  }

  /** Whether it holds no wrapping key at all. */
  public boolean isEmpty() {
    return held.keys().isEmpty();
  }

  @Override
  public Named current() {
    Held now = held;
    return now.current()
        .flatMap(now::named)
        .orElseThrow(() -> new IllegalStateException("the key store holds no content key"));
  }

  @Override
  public Optional<Named> named(String name) {
    Optional<Named> known = held.named(name);
    if (known.isPresent() || !name.matches(NAME)) {
      return known;
    }
    try {
      // Another process on this database was told of it; this one learns of it by reading.
      return look(Optional.of(name)).named(name);
    } catch (IOException e) {
      throw new IllegalStateException("the key store cannot be looked at for " + name, e);
    }
  }

  @Override
  public Named renewed() throws IOException {
    look(Optional.empty());
    return current();
  }

  /**
   * @param wanted a name for which alone the store is looked at, and which may become the current
   *     one; empty to take the newest
   */
  private synchronized Held look(Optional<String> wanted) throws IOException {
    Held before = held;
    Map<String, SecretKey> keys = keys(load(file, password), file, password);
    for (Map.Entry<String, SecretKey> known : before.keys().entrySet()) {
      if (!known.getValue().equals(keys.get(known.getKey()))) {
        throw new IOException(
            "the key store "
                + file.getFileName()
                + " no longer holds the key "
                + known.getKey()
                + " that it held before");
      }
    }
    Optional<String> current = before.current();
    if (wanted.isEmpty()) {
      current = newest(keys);
    } else if (wanted.filter(keys::containsKey).isPresent()
        && number(wanted.get()) > current.map(KeystoreFile::number).orElse(0)) {
      current = wanted;
    }
    Held after = new Held(keys, current);
    held = after;
    return after;
  }

  private static KeyStore load(Path file, char[] password) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(TYPE);
      store.load(in, password);
      return store;
    } catch (GeneralSecurityException e) {
      throw new IOException("the key store " + file.getFileName() + " cannot be opened", e);
    }
  }

  private static Map<String, SecretKey> keys(KeyStore store, Path file, char[] password)
      throws IOException {
    Map<String, SecretKey> keys = new TreeMap<>(Comparator.comparingInt(KeystoreFile::number));
    try {
      for (String name : Collections.list(store.aliases())) {
        if (name.matches(NAME) && store.getKey(name, password) instanceof SecretKey secret) {
          keys.put(name, secret);
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "the key store " + file.getFileName() + " does not give up its keys", e);
    }
    return keys;
  }

  private static void write(
      KeyStore store, String name, Path file, char[] password, Set<PosixFilePermission> readable)
      throws IOException, GeneralSecurityException {
    KeyGenerator generator = KeyGenerator.getInstance("AES");
    generator.init(KEY_BITS);
    store.setEntry(
        name,
        new KeyStore.SecretKeyEntry(generator.generateKey()),
        new KeyStore.PasswordProtection(password));
    Path made =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "keystore",
            ".new",
            PosixFilePermissions.asFileAttribute(OWNERS_ALONE));
    try (OutputStream out = Files.newOutputStream(made)) {
      store.store(out, password);
    }
    Files.setPosixFilePermissions(made, readable);
    Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Optional<String> newest(Map<String, SecretKey> keys) {
    return keys.keySet().stream().max(Comparator.comparingInt(KeystoreFile::number));
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring(PREFIX.length()));
  }
}
