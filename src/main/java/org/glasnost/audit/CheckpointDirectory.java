package org.glasnost.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checkpoints beside the database, a directory for each tree and a file for each size, so that a
 * restored backup or a cut tail is found. An auditor's own copy of the files serves the same end
 * better.
 */
public final class CheckpointDirectory {
  private static final String ENDING = ".checkpoint";

  private final Path directory;

  /**
   * @param directory need not exist yet
   */
  public CheckpointDirectory(Path directory) {
    this.directory = directory;
  }

  /** Keeps a statement; one that is kept already stays as it is. */
  void keep(String origin, Checkpoint checkpoint) {
    Path file = of(origin).resolve("%015d%s".formatted(checkpoint.size(), ENDING));
    if (Files.exists(file)) {
      return;
    }
    try {
      Files.createDirectories(of(origin));
      Path written = Files.createTempFile(of(origin), "new", ".tmp");
      Files.writeString(written, checkpoint.note(), StandardCharsets.UTF_8);
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the checkpoint cannot be kept in " + of(origin), e);
    }
  }

  /** The statement about the largest tree. */
  Optional<Checkpoint> latest(String origin) {
    if (!Files.isDirectory(of(origin))) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(of(origin))) {
      Optional<Path> latest =
          files
              .filter(file -> file.getFileName().toString().matches("[0-9]{15}\\" + ENDING))
              .max(Comparator.comparing(file -> file.getFileName().toString()));
      if (latest.isEmpty()) {
        return Optional.empty();
      }
      String name = latest.get().getFileName().toString();
      long size = Long.parseLong(name.substring(0, name.length() - ENDING.length()));
      return Optional.of(
          new Checkpoint(size, Files.readString(latest.get(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("the checkpoints cannot be read from " + of(origin), e);
    }
  }

  private Path of(String origin) {
    return directory.resolve(origin.replace('/', '_'));
  }
}
