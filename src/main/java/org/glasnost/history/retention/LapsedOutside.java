package org.glasnost.history.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.audit.Checkpoints;
import org.glasnost.audit.JournalOrigin;
import org.glasnost.audit.LapsedBatch;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which bodies lapsed, kept outside the database: a list for each batch, as a note that the
 * journal's keys sign, in a directory beside the checkpoints. A backup restored later brings bodies
 * back that lapsed since; by these lists they lapse again. A list holds kind, authority, instant
 * and ids of events: nothing of a body.
 */
@Component
class LapsedOutside {
  private static final String NAME = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Path directory;
  private final Checkpoints checkpoints;
  private final JournalOrigin origin;

  /**
   * @param data in which the directory {@code lapsed} need not exist yet
   * @param checkpoints whose keys sign the lists
   * @param origin the tree's name
   */
  LapsedOutside(
      @Value("${glasnost.data}") Path data, Checkpoints checkpoints, JournalOrigin origin) {
    this.directory = data.resolve("lapsed");
    this.checkpoints = checkpoints;
    this.origin = origin;
  }

  /** Whether something is the name of a list: the id of a batch. */
  static boolean isName(String name) {
    return name.matches(NAME);
  }

  /** Keeps a batch; one that is kept already stays as it is. On return it is on the disk. */
  void keep(LapsedBatch batch) {
    if (!Files.exists(file(batch.id()))) {
      replace(batch);
    }
  }

  /**
   * Has a list that is kept signed by the keys that sign now. Otherwise a list of a key that was
   * followed since could not be told from one that somebody made up who still has it.
   *
   * @return whether it is; not if there is none, or none that a key of this journal signed which
   *     has not ended
   */
  boolean isSignedAnew(UUID id) {
    Optional<Note> kept = note(id);
    if (kept.isEmpty() || !isListOf(id, kept.get())) {
      return false;
    }
    if (!checkpoints.isSignedNow(kept.get().text(), kept.get().signatures())) {
      write(id, checkpoints.signed(kept.get().text()));
    }
    return true;
  }

  /** Puts what the database knows of a batch in the place of what is kept. */
  void replace(LapsedBatch batch) {
    write(batch.id(), checkpoints.signed(batch.list(origin.name())));
  }

  private Path file(UUID id) {
    return directory.resolve(id.toString());
  }

  private void write(UUID id, String note) {
    try {
      Files.createDirectories(directory);
      Path written = Files.createTempFile(directory, "new", ".tmp");
      Files.writeString(
          written, note, StandardCharsets.UTF_8, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      Files.move(written, file(id), StandardCopyOption.ATOMIC_MOVE);
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
          .filter(LapsedOutside::isName)
          .map(UUID::fromString)
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException("what lapsed cannot be read from " + directory, e);
    }
  }

  /**
   * A batch with its events.
   *
   * @throws Refused on ground UNAVAILABLE if the list is none of this journal, or not signed by a
   *     key of it that has not ended; or if it is of a kind that is kept for good
   */
  LapsedBatch read(UUID id) {
    LapsedBatch batch =
        note(id)
            .filter(note -> isListOf(id, note))
            .flatMap(note -> LapsedBatch.read(note.text(), origin.name()))
            .orElseThrow(
                () ->
                    refused(
                        "JRN-0050",
                        id,
                        "is no list of this journal, signed by a key of it that has not ended"));
    if (batch.kind().isKeptForGood()) {
      throw refused("JRN-0051", id, "is of " + batch.kind() + ", which is kept for good");
    }
    return batch;
  }

  private Refused refused(String rule, UUID id, String why) {
    return new Refused(
        Refused.Ground.UNAVAILABLE,
        Finding.error(
            rule,
            "The list of what lapsed "
                + file(id)
                + " "
                + why
                + ". Nothing lapses by it. Put back the one that was kept; see docs/operations.md,"
                + " Retention of events."));
  }

  private Optional<Note> note(UUID id) {
    try {
      String whole = Files.readString(file(id), StandardCharsets.UTF_8);
      int end = whole.indexOf("\n\n") + 1;
      return end == 0
          ? Optional.empty()
          : Optional.of(new Note(whole.substring(0, end), whole.substring(end + 1)));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("what lapsed cannot be read from " + directory, e);
    }
  }

  /** A file: a text, an empty line, signature lines. */
  private record Note(String text, String signatures) {}

  private boolean isListOf(UUID id, Note note) {
    return checkpoints.isSigned(note.text(), note.signatures())
        && LapsedBatch.read(note.text(), origin.name())
            .filter(batch -> batch.id().equals(id))
            .isPresent();
  }
}
