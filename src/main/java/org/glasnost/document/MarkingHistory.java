package org.glasnost.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The markings of documents in two times: the days each held, and the instants between which that
 * was what we knew. Rows are never overwritten: a change supersedes rows and adds others.
 */
@Component
class MarkingHistory {
  private static final String SEPARATOR = "\n";

  private final JdbcClient jdbc;

  MarkingHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Records that from a day on the marking was, or is, another one. What was known to hold from
   * that day is superseded; what held before and ran on is recorded anew with its end.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void record(MarkingRow changed) {
    Instant now = changed.recordedAt();
    for (MarkingRow known : known(changed.document())) {
      boolean runsOn = known.to() == null || known.to().isAfter(changed.from());
      if (!runsOn) {
        continue;
      }
      supersede(known, now);
      if (known.from().isBefore(changed.from())) {
        insert(ended(known, changed.from(), now));
      }
    }
    insert(changed);
  }

  /** Records what the document has said from its first day on: all that was known is superseded. */
  @Transactional(propagation = Propagation.MANDATORY)
  void recordFirst(MarkingRow first) {
    known(first.document()).forEach(known -> supersede(known, first.recordedAt()));
    insert(first);
  }

  /**
   * Records that the first marking held from another day than was known: the document is older or
   * younger than was said. What was known to hold before that day is superseded.
   *
   * @param day the first day on which it held
   * @param correction who says so
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void beginFrom(UUID document, LocalDate day, Correction correction) {
    List<MarkingRow> known = known(document);
    MarkingRow begins =
        known.stream()
            .filter(row -> row.to() == null || row.to().isAfter(day))
            .findFirst()
            .orElseThrow();
    for (MarkingRow row : known) {
      boolean ended = row.to() != null && !row.to().isAfter(day);
      if (ended || row.equals(begins)) {
        supersede(row, correction.at());
      }
    }
    insert(
        new MarkingRow(
            UUID.randomUUID(),
            document,
            begins.verbatim(),
            begins.level(),
            begins.protectedAs(),
            begins.instruction(),
            begins.exemptionApproved(),
            begins.confirmed(),
            begins.label(),
            day,
            begins.to(),
            correction.at(),
            null,
            correction.by(),
            begins.authority(),
            correction.reasonCode(),
            begins.cites(),
            correction.event()));
  }

  /**
   * Who corrected a day, and why.
   *
   * @param at when that was recorded
   * @param by who recorded it
   * @param reasonCode why, as a code
   * @param event its line in the journal
   */
  record Correction(Instant at, UUID by, String reasonCode, UUID event) {}

  /** Every row, in the order in which it was recorded, then by the days. */
  List<MarkingRow> all(UUID document) {
    return jdbc.sql(
            "select * from document_marking where document = ? order by recorded_at, valid_from")
        .param(document)
        .query(MarkingHistory::row)
        .list();
  }

  /** The marking that held on a day, by what was recorded at an instant. */
  Optional<MarkingRow> asOf(UUID document, LocalDate day, Instant knownAt) {
    return jdbc.sql(
            "select * from document_marking where document = ? and valid_from <= ? and (valid_to is"
                + " null or valid_to > ?) and recorded_at <= ? and (superseded_at is null or"
                + " superseded_at > ?)")
        .params(document, day, day, Timestamp.from(knownAt), Timestamp.from(knownAt))
        .query(MarkingHistory::row)
        .optional();
  }

  /** Every row of some documents. */
  List<MarkingRow> all(Collection<UUID> documents) {
    return jdbc.sql("select * from document_marking where document = any(?)")
        .param(documents.toArray(UUID[]::new))
        .query(MarkingHistory::row)
        .list();
  }

  /** Documents that have rows, in the order of their ids, after one of them. */
  List<UUID> documents(@Nullable UUID after, int most) {
    return jdbc.sql(
            "select distinct document from document_marking"
                + (after == null ? "" : " where document > :after")
                + " order by document fetch first :most rows only")
        .params(after == null ? Map.of("most", most) : Map.of("most", most, "after", after))
        .query(UUID.class)
        .list();
  }

  /** Those of some documents that have rows. */
  List<UUID> withMarking(Collection<UUID> documents) {
    return jdbc.sql("select distinct document from document_marking where document = any(?)")
        .param(documents.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  /** When the change was recorded that a row tells of, however often it was recorded anew. */
  Instant decided(MarkingRow row) {
    return jdbc.sql(
            "select min(recorded_at) from document_marking where document = ? and event = ?")
        .params(row.document(), row.event())
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  /** The marking in force: the last one known, whose end nobody has recorded. */
  MarkingRow current(UUID document) {
    return jdbc.sql(
            "select * from document_marking where document = ? and superseded_at is null and"
                + " valid_to is null")
        .param(document)
        .query(MarkingHistory::row)
        .single();
  }

  /** The marking in force of each document, by its id. */
  Map<UUID, MarkingRow> current(Collection<UUID> documents) {
    return inForce(documents).stream()
        .collect(Collectors.toMap(MarkingRow::document, Function.identity()));
  }

  /** The rows that are in force of some documents: one each, unless somebody made another. */
  List<MarkingRow> inForce(Collection<UUID> documents) {
    return jdbc.sql(
            "select * from document_marking where document = any(?) and superseded_at is null and"
                + " valid_to is null")
        .param(documents.toArray(UUID[]::new))
        .query(MarkingHistory::row)
        .list();
  }

  /**
   * Those of some documents that are held under another label than that of their marking in force:
   * the event of that marking. Asked in one statement, so that a change under way is seen whole or
   * not at all.
   */
  List<UUID> heldOtherwise(Collection<UUID> documents) {
    return jdbc.sql(
            "select m.event from document d join document_marking m on m.document = d.id and"
                + " m.superseded_at is null and m.valid_to is null where d.id = any(?) and"
                + " m.label <> d.label")
        .param(documents.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  private List<MarkingRow> known(UUID document) {
    return jdbc.sql(
            "select * from document_marking where document = ? and superseded_at is null order by"
                + " valid_from")
        .param(document)
        .query(MarkingHistory::row)
        .list();
  }

  private void supersede(MarkingRow row, Instant now) {
    jdbc.sql("update document_marking set superseded_at = ? where id = ?")
        .params(Timestamp.from(now), row.id())
        .update();
  }

  private static MarkingRow ended(MarkingRow row, LocalDate to, Instant recordedAt) {
    return new MarkingRow(
        UUID.randomUUID(),
        row.document(),
        row.verbatim(),
        row.level(),
        row.protectedAs(),
        row.instruction(),
        row.exemptionApproved(),
        row.confirmed(),
        row.label(),
        row.from(),
        to,
        recordedAt,
        null,
        row.changedBy(),
        row.authority(),
        row.reasonCode(),
        row.cites(),
        row.event());
  }

  private void insert(MarkingRow row) {
    List<@Nullable Object> values = new ArrayList<>();
    values.addAll(
        Arrays.asList(
            row.id(),
            row.document(),
            row.verbatim(),
            row.level().name(),
            row.protectedAs().name(),
            row.instruction(),
            row.exemptionApproved(),
            row.confirmed(),
            row.label(),
            row.from(),
            row.to(),
            Timestamp.from(row.recordedAt()),
            row.changedBy(),
            row.authority(),
            row.reasonCode(),
            String.join(SEPARATOR, row.cites()),
            row.event()));
    jdbc.sql(
            "insert into document_marking (id, document, verbatim, level, protected_as,"
                + " instruction, exemption_approved, confirmed, label, valid_from, valid_to,"
                + " recorded_at, changed_by, authority, reason_code, cites, event) values (?, ?, ?,"
                + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(values)
        .update();
  }

  private static MarkingRow row(ResultSet row, int number) throws SQLException {
    Timestamp superseded = row.getTimestamp("superseded_at");
    String cites = row.getString("cites");
    return new MarkingRow(
        row.getObject("id", UUID.class),
        row.getObject("document", UUID.class),
        row.getString("verbatim"),
        StatedLevel.valueOf(row.getString("level")),
        ClassificationLevel.valueOf(row.getString("protected_as")),
        row.getString("instruction"),
        row.getBoolean("exemption_approved"),
        row.getBoolean("confirmed"),
        row.getLong("label"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getTimestamp("recorded_at").toInstant(),
        superseded == null ? null : superseded.toInstant(),
        row.getObject("changed_by", UUID.class),
        row.getString("authority"),
        row.getString("reason_code"),
        cites.isEmpty() ? List.of() : List.of(cites.split(SEPARATOR)),
        row.getObject("event", UUID.class));
  }
}
