package org.glasnost.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.glasnost.audit.Checkpoint;
import org.glasnost.audit.Checkpoints;
import org.glasnost.audit.Difference;
import org.glasnost.audit.EventBody;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.JournalOrigin;
import org.glasnost.audit.JournalTree;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Sequencer;
import org.glasnost.audit.TreeCheck;
import org.glasnost.authority.Person;
import org.glasnost.rule.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Exports of the journal that can be verified without us. Every leaf of the tree is in them; those
 * outside the filter, and those the auditor is not cleared for, without their body.
 */
@Component
public class JournalExport {
  private static final Logger LOG = LoggerFactory.getLogger(JournalExport.class);
  private static final String FORMAT = "glasnost-journal-export/1";
  private static final int CHUNK = 1000;

  private final JdbcClient jdbc;
  private final Journal journal;
  private final JournalTree tree;
  private final JournalOrigin origin;
  private final Checkpoints checkpoints;
  private final Sequencer sequencer;
  private final Oversight oversight;
  private final CurrentMarkings currentMarkings;
  private final Clock clock;

  /**
   * @param jdbc on the database of the journal
   * @param journal which records each export
   * @param tree whose leaves are exported
   * @param origin its name
   * @param checkpoints which sign
   * @param sequencer which an export waits for
   * @param oversight who may export
   * @param currentMarkings what the events are compared with
   * @param clock for the instant of export
   */
  public JournalExport(
      JdbcClient jdbc,
      Journal journal,
      JournalTree tree,
      JournalOrigin origin,
      Checkpoints checkpoints,
      Sequencer sequencer,
      Oversight oversight,
      CurrentMarkings currentMarkings,
      Clock clock) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.tree = tree;
    this.origin = origin;
    this.checkpoints = checkpoints;
    this.sequencer = sequencer;
    this.oversight = oversight;
    this.currentMarkings = currentMarkings;
    this.clock = clock;
  }

  /** An export that was granted, recorded and fixed to one tree; now it can be written. */
  public interface Prepared {
    /**
     * Writes it. If this fails, what was written has no end and does not verify.
     *
     * @param out is flushed, not closed
     * @throws IOException if the receiver has gone
     */
    void writeTo(OutputStream out) throws IOException;

    /** The access labels of what it tells, for its roll-up marking; what is open has none. */
    Set<Long> labels();
  }

  private record Told(Set<Long> labels, Writing writing) implements Prepared {
    @Override
    public void writeTo(OutputStream out) throws IOException {
      writing.to(out);
    }
  }

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /**
   * Prepares an export.
   *
   * @param auditor who asks
   * @param occasion the circumstances
   * @param filter which events are told; the others are there as leaves
   * @param format in which form
   * @throws Refused NOT_ENTITLED for anybody but an auditor; UNAVAILABLE if the journal cannot
   *     record it, has no place yet for what was committed, or does not continue what was signed
   */
  public Prepared prepare(
      Person auditor, Occasion occasion, EventFilter filter, ExportFormat format) {
    oversight.require(auditor);
    journal.appendAlone(
        JournalEntry.of(EventKind.EXPORTED, occasion)
            .label(oversight.labelOf(filter))
            .after(described(filter, format)));
    sequencer.placeAll();
    long markingsFrom = tree.size();
    Map<UUID, Map<String, ?>> markings = new TreeMap<>();
    Set<Long> told = new HashSet<>();
    if (filter.tellsMarkingsWhole()) {
      CurrentMarkings.Visible visible = currentMarkings.visibleTo(auditor, filter.document());
      markings.putAll(visible.byDocument());
      told.addAll(visible.labels());
    }
    sequencer.placeAll();
    // Before the checkpoint, so that a key that begins now does not begin behind it.
    checkpoints.keys();
    Checkpoint checkpoint = checkpoints.current();
    Set<Long> labels = oversight.labels(auditor);
    told.addAll(labelsOf(filter, labels));
    return new Told(
        told, out -> write(out, format, filter, labels, checkpoint, markingsFrom, markings));
  }

  /**
   * The labels of the events told with their bodies; those open to every auditor left out. By what
   * events are found by, and so with those that came after the tree: rather one too many.
   */
  private Set<Long> labelsOf(EventFilter filter, Set<Long> labels) {
    EventConditions conditions =
        EventConditions.ofSearch(filter)
            .and("s.label = any(:labels)", "labels", EventConditions.labels(labels))
            .and("s.label <> :everybody", "everybody", JournalEntry.OPEN);
    return Set.copyOf(
        jdbc.sql("select distinct s.label from journal_search s" + conditions.where())
            .params(conditions.values())
            .query(Long.class)
            .list());
  }

  private static Map<String, ?> described(EventFilter filter, ExportFormat format) {
    Map<String, Object> description = new HashMap<>(filter.description());
    description.put("format", format.name());
    return description;
  }

  private static Map<String, ?> described(Checkpoints.Key key) {
    Map<String, Object> description = new HashMap<>();
    description.put("type", "key");
    description.put("key", key.verifierKey());
    description.put("fromSize", key.fromSize());
    if (key.untilSize() != null) {
      description.put("untilSize", key.untilSize());
    }
    return description;
  }

  private void write(
      OutputStream out,
      ExportFormat format,
      EventFilter filter,
      Set<Long> labels,
      Checkpoint checkpoint,
      long markingsFrom,
      Map<UUID, Map<String, ?>> markings)
      throws IOException {
    DigestOutputStream digested = new DigestOutputStream(out, sha256());
    text(digested, format.head());
    text(
        digested,
        format.line(
            Map.of(
                "type",
                "export",
                "format",
                FORMAT,
                "origin",
                origin.name(),
                "exportedAt",
                EventBody.instant(clock.instant()),
                "size",
                checkpoint.size(),
                "markingsFrom",
                markingsFrom)));
    for (Checkpoints.Key key : checkpoints.keys()) {
      text(digested, format.line(described(key)));
    }
    text(digested, format.line(Map.of("type", "checkpoint", "note", checkpoint.note())));
    TreeCheck check = new TreeCheck(tree, checkpoints, origin);
    LapseCheck lapses = new LapseCheck(jdbc, origin.name());
    HoldCheck holds = new HoldCheck(jdbc);
    for (long from = 0; from < checkpoint.size(); from += CHUNK) {
      long to = Math.min(from + CHUNK, checkpoint.size());
      for (ExportFormat.Leaf leaf : leaves(from, to, filter, labels, check, lapses, holds)) {
        text(digested, format.leaf(leaf));
      }
    }
    lapses.end(checkpoint.size(), check);
    holds.end(checkpoint.size(), check);
    new MarkingCheck(jdbc, currentMarkings).tell(check);
    for (Map.Entry<UUID, Map<String, ?>> marking : markings.entrySet()) {
      text(
          digested,
          format.line(
              Map.of(
                  "type", "marking",
                  "document", marking.getKey().toString(),
                  "marking", marking.getValue())));
    }
    for (Difference difference : differences(check)) {
      text(
          digested,
          format.line(
              Map.of(
                  "type", "difference",
                  "table", difference.table(),
                  "at", difference.at(),
                  "columns", difference.columns())));
    }
    String digest = HexFormat.of().formatHex(digested.getMessageDigest().digest());
    String signature =
        checkpoints.signed(
            FORMAT + "\n" + origin.name() + "\n" + checkpoint.size() + "\n" + digest + "\n");
    text(
        out,
        format.line(
            Map.of(
                "type",
                "end",
                "leaves",
                checkpoint.size(),
                "markings",
                markings.size(),
                "signature",
                signature)));
    out.flush();
  }

  private static List<Difference> differences(TreeCheck check) {
    List<Difference> differences = check.found();
    if (!differences.isEmpty()) {
      LOG.error(
          "JRN-0021: {} rows of the journal do not say what was recorded, the first in {}. An export"
              + " names them; see docs/spec/journal.md, Rows that say otherwise.",
          differences.size(),
          differences.get(0).table());
    }
    return differences;
  }

  private List<ExportFormat.Leaf> leaves(
      long from,
      long to,
      EventFilter filter,
      Set<Long> labels,
      TreeCheck check,
      LapseCheck lapses,
      HoldCheck holds) {
    return jdbc.sql(
            "select l.leaf_index, l.leaf_hash, p.event as lapsed, p.batch, "
                + RecordedRow.COLUMNS
                + " from journal_leaf l join journal_event e on e.id = l.event"
                + " left join journal_body b on b.event = e.id"
                + RecordedRow.FOUND_BY
                + " left join journal_lapse p on p.event = e.id"
                + " where l.leaf_index >= ? and l.leaf_index < ? order by l.leaf_index")
        .params(from, to)
        .query(
            (row, n) -> {
              RecordedRow recorded = RecordedRow.of(row);
              tell(row, recorded, check, lapses, holds);
              return leaf(row, recorded, filter, labels);
            })
        .list();
  }

  private static void tell(
      ResultSet row, RecordedRow recorded, TreeCheck check, LapseCheck lapses, HoldCheck holds)
      throws SQLException {
    long index = row.getLong("leaf_index");
    check.leaf(index, recorded.commitment(), row.getBytes("leaf_hash"));
    recorded.tell(check, index);
    if (!recorded.isFound()) {
      check.differs("journal_search", Long.toString(index), "event");
    }
    boolean lapsed = row.getObject("lapsed") != null;
    if ((recorded.canonical() == null) != lapsed) {
      check.differs("journal_body", Long.toString(index), "event");
    }
    if (lapsed) {
      LapseCheck.lapsed(index, recorded.kind(), row.getObject("batch", UUID.class), check);
    }
    JsonNode body = recorded.boundBody();
    if (body != null) {
      holds.line(index, body);
      if (recorded.kind().equals(EventKind.BODIES_LAPSED.name())) {
        lapses.line(index, body, check);
      }
    }
  }

  private static ExportFormat.Leaf leaf(
      ResultSet row, RecordedRow recorded, EventFilter filter, Set<Long> labels)
      throws SQLException {
    long index = row.getLong("leaf_index");
    byte[] canonical = recorded.canonical();
    byte[] salt = recorded.salt();
    String commitment = HexFormat.of().formatHex(recorded.commitment());
    boolean readable = recorded.readableWith(labels);
    if (!asked(recorded, filter, readable)) {
      return new ExportFormat.Leaf(index, commitment, null, null, null, null, null);
    }
    return new ExportFormat.Leaf(
        index,
        commitment,
        recorded.id(),
        EventBody.instant(recorded.at()),
        recorded.kind(),
        readable && canonical != null ? new String(canonical, StandardCharsets.UTF_8) : null,
        readable && salt != null ? HexFormat.of().formatHex(salt) : null);
  }

  private static boolean asked(RecordedRow row, EventFilter filter, boolean readable) {
    return (readable || !filter.asksTheBody())
        && (filter.document() == null || filter.document().equals(row.document()))
        && (filter.actor() == null || filter.actor().equals(row.actor()))
        && (filter.kind() == null || filter.kind().name().equals(row.kind()))
        && (filter.from() == null || !row.at().isBefore(filter.from()))
        && (filter.to() == null || row.at().isBefore(filter.to()));
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
