package org.glasnost.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The names of what was destroyed, kept outside the database: a file for each owner, in a directory
 * beside the checkpoints. A backup restored later brings keys back that were destroyed since; by
 * these files they are destroyed again. The files hold no key and no words of a record.
 */
public final class Tombstones {
  private static final String NAME = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Path directory;

  /**
   * @param directory need not exist yet
   */
  public Tombstones(Path directory) {
    this.directory = directory;
  }

  /**
   * Keeps that an owner was destroyed; one that is kept already stays as it is. On return it is on
   * the disk.
   *
   * @param note under what authority, one line
   */
  public void keep(UUID owner, String note) {
    Path file = directory.resolve(owner.toString());
    if (Files.exists(file)) {
      return;
    }
    try {
      Files.createDirectories(directory);
      Path written = Files.createTempFile(directory, "new", ".tmp");
      Files.writeString(
          written,
          note + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("what was destroyed cannot be kept in " + directory, e);
    }
  }

  /** Every owner that was destroyed. */
  public List<UUID> owners() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(NAME))
          .sorted()
          .map(UUID::fromString)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("what was destroyed cannot be read from " + directory, e);
    }
  }

  /** The note kept of an owner, one line. */
  public String note(UUID owner) {
    try {
      return Files.readString(directory.resolve(owner.toString()), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("what was destroyed cannot be read from " + directory, e);
    }
  }
}
