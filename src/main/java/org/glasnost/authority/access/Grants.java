package org.glasnost.authority.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives and ends grants of need-to-know, each with its line in the journal. Nothing is overwritten:
 * an ended grant keeps its row, superseded, beside one that says until when it held.
 */
@Component
public class Grants {
  private final JdbcClient jdbc;
  private final Journal journal;
  private final Labels labels;
  private final OfficeDay officeDay;
  private final NeedsInForce inForce;

  Grants(
      JdbcClient jdbc, Journal journal, Labels labels, OfficeDay officeDay, NeedsInForce inForce) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.labels = labels;
    this.officeDay = officeDay;
    this.inForce = inForce;
  }

  /** Records a grant from today on, in the running transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void give(NeedToKnow need, long label, Occasion occasion) {
    give(need, officeDay.today(), null, null, label, occasion);
  }

  /**
   * Records a grant for some days, in the running transaction.
   *
   * @param until the first day on which it holds no more, or null
   * @param order the order of two officers that it rests on, or null
   * @return the record of it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID give(
      NeedToKnow need,
      LocalDate from,
      @Nullable LocalDate until,
      @Nullable UUID order,
      long label,
      Occasion occasion) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            "insert into need_to_know (id, document, source, scope, account, role, agency, task,"
                + " valid_from, valid_to, rights_order, recorded_at, recorded_by) values (?, ?, ?,"
                + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                id,
                need.document(),
                need.source().name(),
                need.scope().name(),
                need.account(),
                need.role() == null ? null : need.role().name(),
                need.agency(),
                need.task(),
                from,
                until,
                order,
                Timestamp.from(officeDay.now()),
                occasion.actor().id()))
        .update();
    UUID document = need.document();
    if (document != null) {
      inForce.given(id, document, need);
    }
    journal.append(
        about(JournalEntry.of(EventKind.GRANT_GIVEN, occasion), need.document(), label)
            .after(ordered(described(need), order)));
    return id;
  }

  /** Whether a grant of that source over every document is running. */
  public boolean overEveryDocument(GrantSource source) {
    return jdbc.sql(
                "select count(*) from need_to_know where document is null and source = ? and"
                    + " superseded_at is null and valid_to is null")
            .param(source.name())
            .query(Long.class)
            .single()
        > 0;
  }

  /** Ends every running grant that was given for a task. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void endForTask(UUID task, long label, Occasion occasion) {
    end("task = ?", task, null, label, occasion);
  }

  /** Ends the running grants of one source for a task. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void endForTask(UUID task, GrantSource source, long label, Occasion occasion) {
    end("task = ?", task, source, label, occasion);
  }

  /** Ends the running grants of one source on a document. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void endOnDocument(UUID document, GrantSource source, long label, Occasion occasion) {
    end("document = ?", document, source, label, occasion);
  }

  /**
   * Every need to know that officers ever gave a person, oldest first, of the documents whose label
   * that sight covers; what never held on any day is left out.
   *
   * @param sight of the officer who asks; their own need to know is not asked for
   */
  public List<HeldNeed> byOfficers(UUID account, Sight sight) {
    return jdbc.sql(
            "select g.*, d.label from need_to_know g join document d on d.id = g.document where"
                + " g.account = ? and g.source in ('NAMED', 'DECISION') and (g.valid_to is null or"
                + " g.valid_to > g.valid_from) and "
                + sight.clearedCondition("d.label")
                + " order by g.recorded_at, g.id")
        .params(account, sight.clearedParameter())
        .query(
            (row, n) ->
                new HeldNeed(
                    row.getObject("id", UUID.class),
                    row.getObject("document", UUID.class),
                    row.getLong("label"),
                    GrantSource.valueOf(row.getString("source")),
                    GrantScope.valueOf(row.getString("scope")),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class),
                    row.getTimestamp("recorded_at").toInstant(),
                    instant(row.getTimestamp("superseded_at")),
                    row.getObject("rights_order", UUID.class)))
        .list();
  }

  /** How much the needs to know open that officers gave a person and that run today or later. */
  public Set<GrantScope> scopesByOfficers(UUID account) {
    return jdbc
        .sql(
            "select distinct scope from need_to_know where account = ? and source in ('NAMED',"
                + " 'DECISION') and superseded_at is null and (valid_to is null or valid_to > ?)")
        .params(account, officeDay.today())
        .query(String.class)
        .list()
        .stream()
        .map(GrantScope::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  /**
   * Ends one running grant at once.
   *
   * @throws Refused as not known if there is none of that id
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(UUID grant, long label, Occasion occasion) {
    List<Ended> running = running("id = ?", grant, null);
    if (running.isEmpty()) {
      throw Refused.notKnown();
    }
    running.forEach(each -> end(each, label, occasion));
  }

  /** Ends every running grant that was given to one person. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void endOf(UUID account, Occasion occasion) {
    for (Ended grant : running("account = ?", account, null)) {
      UUID document = grant.document();
      end(grant, document == null ? JournalEntry.OPEN : labels.ofDocument(document), occasion);
    }
  }

  private void end(
      String condition, UUID id, @Nullable GrantSource source, long label, Occasion occasion) {
    running(condition, id, source).forEach(grant -> end(grant, label, occasion));
  }

  private List<Ended> running(String condition, UUID id, @Nullable GrantSource source) {
    return jdbc.sql(
            "select id, document, source, account, role, agency from need_to_know where "
                + condition
                + " and superseded_at is null and (valid_to is null or valid_to > ?)"
                + (source == null ? "" : " and source = '" + source.name() + "'")
                + " order by document, id")
        .params(id, officeDay.today())
        .query(
            (row, n) ->
                new Ended(
                    row.getObject("id", UUID.class),
                    row.getObject("document", UUID.class),
                    row.getString("source"),
                    row.getObject("account", UUID.class),
                    row.getString("role"),
                    row.getString("agency")))
        .list();
  }

  private void end(Ended grant, long label, Occasion occasion) {
    Timestamp now = Timestamp.from(officeDay.now());
    LocalDate today = officeDay.today();
    // What was to begin later never held: the record only says no longer that it will.
    jdbc.sql(
            "insert into need_to_know (id, document, source, scope, account, role, agency, task,"
                + " valid_from, valid_to, rights_order, recorded_at, recorded_by) select ?,"
                + " document, source, scope, account, role, agency, task, valid_from, ?,"
                + " rights_order, ?, ? from need_to_know where id = ? and valid_from <= ?")
        .params(UUID.randomUUID(), today, now, occasion.actor().id(), grant.id(), today)
        .update();
    jdbc.sql("update need_to_know set superseded_at = ? where id = ?")
        .params(now, grant.id())
        .update();
    UUID document = grant.document();
    if (document != null) {
      inForce.ended(grant.id(), document);
    }
    journal.append(
        about(JournalEntry.of(EventKind.GRANT_ENDED, occasion), grant.document(), label)
            .before(described(grant.source(), grant.account(), grant.role(), grant.agency())));
  }

  private static JournalEntry about(JournalEntry entry, @Nullable UUID document, long label) {
    return document == null ? entry.label(label) : entry.document(document, label);
  }

  private record Ended(
      UUID id,
      @Nullable UUID document,
      String source,
      @Nullable UUID account,
      @Nullable String role,
      @Nullable String agency) {}

  private static Map<String, Object> ordered(Map<String, Object> said, @Nullable UUID order) {
    if (order != null) {
      said.put("order", order.toString());
    }
    return said;
  }

  private static Map<String, Object> described(NeedToKnow need) {
    Map<String, Object> said =
        described(
            need.source().name(),
            need.account(),
            need.role() == null ? null : need.role().name(),
            need.agency());
    said.put("scope", need.scope().name());
    return said;
  }

  private static Map<String, Object> described(
      String source, @Nullable UUID account, @Nullable String role, @Nullable String agency) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("source", source);
    if (account != null) {
      said.put("account", account.toString());
    }
    if (role != null) {
      said.put("role", role);
    }
    if (agency != null) {
      said.put("agency", agency);
    }
    return said;
  }
}
