package org.glasnost.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.glasnost.audit.KeyFileSigner;
import org.glasnost.content.KeystoreFile;

/** The keys of an installation: making them, and naming those that belong to a backup. */
final class KeyFiles {
  static final String USAGE =
      """
      java -jar glasnost.jar keys DIR
        DIR  where the key store, its password and the journal's key are made, once
      java -jar glasnost.jar keys --add
        adds a wrapping key to the key store of the settings; a running Glasnost takes it when a
        rotation is ordered""";

  static final String ADD = "--add";

  private static final String KEYSTORE = "content-keys.p12";
  private static final String PASSWORD = "content-keys.password";
  private static final String JOURNAL = "journal-key.pem";
  private static final int PASSWORD_BYTES = 24;

  private KeyFiles() {}

  /** Makes all three files, readable by their owner alone. */
  static void make(Path directory, PrintStream out) throws CommandFailed {
    Path keystore = directory.resolve(KEYSTORE).toAbsolutePath();
    Path passwordFile = directory.resolve(PASSWORD).toAbsolutePath();
    Path journal = directory.resolve(JOURNAL).toAbsolutePath();
    for (Path file : new Path[] {keystore, passwordFile, journal}) {
      if (Files.exists(file)) {
        throw new CommandFailed("There is a file " + file + " already; keys are made once.");
      }
    }
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    String password = Base64.getEncoder().encodeToString(random);
    try {
      Files.createDirectories(directory);
      Files.createFile(
          passwordFile,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(passwordFile, password, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
      KeystoreFile.create(keystore, password.toCharArray());
      KeyFileSigner.create(journal);
    } catch (IOException e) {
      throw new CommandFailed("The keys cannot be written to " + directory + ".", e);
    }
    out.println("Made, for you alone to read. Keep copies apart from backups, and set:");
    out.println("  glasnost.keystore.file=" + keystore);
    out.println("  glasnost.keystore.password=  what stands in " + passwordFile);
    out.println("  glasnost.journal.key-file=" + journal);
  }

  /** Adds a wrapping key to the key store that the settings name, or the demonstration's. */
  static void add(Settings settings, PrintStream out) throws CommandFailed {
    Path data = Path.of(settings.of("glasnost.data").orElse("data"));
    Path keystore =
        settings.of("glasnost.keystore.file").map(Path::of).orElse(data.resolve(KEYSTORE));
    String name;
    try {
      String password = settings.of("glasnost.keystore.password").orElse("");
      if (password.isEmpty()) {
        password = Files.readString(keystore.resolveSibling(PASSWORD), StandardCharsets.UTF_8);
      }
      name = KeystoreFile.open(keystore, password.toCharArray()).add();
    } catch (IOException e) {
      throw new CommandFailed(
          "No key can be added to the key store " + keystore + ": " + e.getMessage() + ".", e);
    }
    out.println("Added to " + keystore + ": " + name + ". The older keys stay in it.");
    out.println("Copy the file to its safe place. Then order the rotation: page Operations, or");
    out.println("  POST /api/operations/keys/rotations");
  }

  /** Says which keys a backup is worth nothing without. */
  static void name(Settings settings, PrintStream out) {
    Path data = Path.of(settings.of("glasnost.data").orElse("data"));
    out.println("It opens with these keys alone, which it does not hold:");
    out.println(
        "  "
            + settings
                .of("glasnost.keystore.file")
                .orElse(data.resolve(KEYSTORE) + ", password in " + data.resolve(PASSWORD)));
    out.println(
        "  " + settings.of("glasnost.journal.key-file").orElse(data.resolve(JOURNAL).toString()));
  }
}
