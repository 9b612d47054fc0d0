package org.glasnost.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What lapsed in one transaction, and its list: the text that a file outside the database bears
 * signed, and whose digest the journal's line of the batch bears (docs/spec/journal.md, What
 * lapses).
 *
 * @param id of the batch
 * @param kind of its events
 * @param authority under which they lapsed; one line
 * @param lapsedAt when, in whole microseconds
 * @param events which, in the order of their ids in writing; empty where they were not asked for
 */
public record LapsedBatch(
    UUID id, EventKind kind, String authority, Instant lapsedAt, List<UUID> events) {
  private static final String FORM = "glasnost-lapsed/1";
  private static final int HEAD = 6;

  /** In whole microseconds and in order. */
  public LapsedBatch {
    lapsedAt = lapsedAt.truncatedTo(ChronoUnit.MICROS);
    events =
        List.copyOf(
            events.stream().distinct().sorted(Comparator.comparing(UUID::toString)).toList());
  }

  /** The same batch with these events. */
  public LapsedBatch of(List<UUID> some) {
    return new LapsedBatch(id, kind, authority, lapsedAt, some);
  }

  /**
   * Its list: what it is, and the ids of its events, a line each.
   *
   * @param origin the tree's name
   */
  public String list(String origin) {
    StringBuilder list = new StringBuilder();
    for (String line :
        List.of(FORM, origin, id.toString(), kind.name(), authority, EventBody.instant(lapsedAt))) {
      list.append(line).append('\n');
    }
    events.forEach(event -> list.append(event).append('\n'));
    return list.toString();
  }

  /** SHA-256 over its list, in hexadecimal. */
  public String digest(String origin) {
    return HexFormat.of().formatHex(Hashes.sha256(list(origin).getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Reads a list.
   *
   * @param origin the tree's name
   * @return empty for what is no list of that tree, or is written in another way than {@link #list}
   *     writes it
   */
  public static Optional<LapsedBatch> read(String list, String origin) {
    List<String> lines = list.lines().toList();
    if (lines.size() < HEAD) {
      return Optional.empty();
    }
    try {
      LapsedBatch batch =
          new LapsedBatch(
              UUID.fromString(lines.get(2)),
              EventKind.valueOf(lines.get(3)),
              lines.get(4),
              Instant.parse(lines.get(5)),
              lines.stream().skip(HEAD).map(UUID::fromString).toList());
      return Optional.of(batch).filter(read -> read.list(origin).equals(list));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
