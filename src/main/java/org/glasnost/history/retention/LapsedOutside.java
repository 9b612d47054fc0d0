package org.glasnost.history.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.audit.EventKind;

/**
 * Which bodies lapsed, kept outside the database: a file for each batch, in a directory beside the
 * checkpoints. A backup restored later brings bodies back that lapsed since; by these files they
 * lapse again. A file holds kind, authority, instant and ids of events: nothing of a body.
 */
public final class LapsedOutside {
  private static final String NAME = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final int HEAD = 3;

  private final Path directory;

  /**
   * @param directory need not exist yet
   */
  public LapsedOutside(Path directory) {
    this.directory = directory;
  }

  /** Keeps a batch; one that is kept already stays as it is. On return it is on the disk. */
  void keep(LapsedBatch batch) {
    Path file = directory.resolve(batch.id().toString());
    if (Files.exists(file)) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add(batch.kind().name());
    lines.add(batch.authority());
    lines.add(batch.lapsedAt().toString());
    batch.events().forEach(event -> lines.add(event.toString()));
    try {
      Files.createDirectories(directory);
      Path written = Files.createTempFile(directory, "new", ".tmp");
      Files.write(
          written,
          lines,
          StandardCharsets.UTF_8,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("what lapsed cannot be kept in " + directory, e);
    }
  }

  /** The batches that are kept, by their ids. */
  Set<UUID> batches() {
    if (!Files.isDirectory(directory)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(NAME))
          .map(UUID::fromString)
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException("what lapsed cannot be read from " + directory, e);
    }
  }

  /** A batch with its events. */
  LapsedBatch read(UUID id) {
    try {
      List<String> lines =
          Files.readAllLines(directory.resolve(id.toString()), StandardCharsets.UTF_8);
      return new LapsedBatch(
          id,
          EventKind.valueOf(lines.get(0)),
          lines.get(1),
          Instant.parse(lines.get(2)),
          lines.stream().skip(HEAD).map(UUID::fromString).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("what lapsed cannot be read from " + directory, e);
    }
  }
}
