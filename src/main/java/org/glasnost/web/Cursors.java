package org.glasnost.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.glasnost.document.Documents;
import org.glasnost.document.Dossier;
import org.glasnost.process.worklist.WorkItem;
import org.glasnost.process.worklist.WorkItems;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;

/** The keys of lists: how the place of an item is written into a cursor and read from one. */
public final class Cursors {

  private Cursors() {}

  /** The key of a task. */
  public static String key(WorkItem item) {
    return item.due() + " " + item.createdAt() + " " + item.id();
  }

  /** The key of a document. */
  public static String key(Dossier dossier) {
    return dossier.document().registeredAt() + " " + dossier.document().id();
  }

  /**
   * The place of a task, or null at the start.
   *
   * @throws Refused on ground MALFORMED if no list has given the key
   */
  public static WorkItems.@Nullable Position task(@Nullable String key) {
    if (key == null) {
      return null;
    }
    String[] parts = key.split(" ", -1);
    try {
      return new WorkItems.Position(
          parts[0].equals("null") ? null : LocalDate.parse(parts[0]),
          Instant.parse(parts[1]),
          UUID.fromString(parts[2]));
    } catch (DateTimeParseException | ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
      throw neverGiven();
    }
  }

  /**
   * The place of a document, or null at the start.
   *
   * @throws Refused on ground MALFORMED if no list has given the key
   */
  public static Documents.@Nullable Position document(@Nullable String key) {
    if (key == null) {
      return null;
    }
    String[] parts = key.split(" ", -1);
    try {
      return new Documents.Position(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    } catch (DateTimeParseException | ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
      throw neverGiven();
    }
  }

  private static Refused neverGiven() {
    return new Refused(
        Refused.Ground.MALFORMED,
        Finding.error("WEB-0020", "'after' takes only what an earlier page gave as 'next'."));
  }
}
