package org.glasnost.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the settings say that the journal's keys lie. Never makes one in production. */
public final class JournalKeySettings {
  private static final String KEYS = "glasnost.journal.";
  private static final String PRESENT = "";
  private static final String FORMER = "former-";

  private final Function<String, @Nullable String> settings;

  /**
   * @param settings the value of a setting by its name, or null where it is not set
   */
  public JournalKeySettings(Function<String, @Nullable String> settings) {
    this.settings = settings;
  }

  /**
   * What is wrong with them; empty where both keys can be read. The present key has to be named
   * here, as in production.
   */
  public List<String> flaws() {
    List<String> flaws = new ArrayList<>();
    try {
      if (named(PRESENT).isEmpty()) {
        flaws.add(
            KEYS
                + "key-file is not set: the key that signs the journal's checkpoints. Make it with"
                + " the command keys, or name an entry of the key store in "
                + KEYS
                + "key-alias.");
      }
      named(FORMER);
    } catch (IllegalStateException e) {
      flaws.add(String.valueOf(e.getMessage()));
    }
    return flaws;
  }

  /**
   * The keys that sign; outside production the present one is made where none is named and none is
   * there.
   *
   * @throws IllegalStateException if one cannot be read; the message says which, and what to do
   */
  SigningKeys keys() {
    String file = settings.apply(KEYS + "key-file");
    if (file != null && !production() && !Files.exists(Path.of(file))) {
      KeyFileSigner.create(Path.of(file));
    }
    CheckpointSigner present = named(PRESENT).orElseGet(this::ofTheInstallation);
    return new SigningKeys(present, named(FORMER));
  }

  private Optional<CheckpointSigner> named(String which) {
    String file = settings.apply(KEYS + which + "key-file");
    String alias = settings.apply(KEYS + which + "key-alias");
    if (file != null && alias != null) {
      throw new IllegalStateException(
          "%1$s%2$skey-file and %1$s%2$skey-alias are both set: name one key."
              .formatted(KEYS, which));
    }
    if (alias != null) {
      return Optional.of(inKeyStore(which, alias));
    }
    if (file == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(KeyFileSigner.read(Path.of(file)));
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          KEYS + which + "key-file names no key that can be read: " + e.getMessage(), e);
    }
  }

  private CheckpointSigner inKeyStore(String which, String alias) {
    String store = settings.apply("glasnost.keystore.file");
    String password = settings.apply("glasnost.keystore.password");
    if (store == null || password == null) {
      throw new IllegalStateException(
          KEYS
              + which
              + "key-alias names an entry of a key store, but glasnost.keystore.file and"
              + " glasnost.keystore.password name none.");
    }
    try {
      return KeyStoreSigner.read(Path.of(store), password.toCharArray(), alias);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          KEYS + which + "key-alias names no key that can be read: " + e.getMessage(), e);
    }
  }

  private CheckpointSigner ofTheInstallation() {
    String directory = settings.apply("glasnost.data");
    Path file = Path.of(directory == null ? "data" : directory, "journal-key.pem");
    if (Files.exists(file)) {
      return KeyFileSigner.read(file);
    }
    if (production()) {
      throw new IllegalStateException(String.join(" ", flaws()));
    }
    return KeyFileSigner.create(file);
  }

  private boolean production() {
    return !"false".equals(settings.apply("glasnost.production"));
  }
}
