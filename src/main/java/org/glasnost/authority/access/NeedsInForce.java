package org.glasnost.authority.access;

import java.util.List;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The needs to know that run, by holder, source and label in the order of registration: where a
 * list has to look for what somebody may know of. What stands here opens nothing by itself; {@link
 * KnownDocuments} asks the grants about each document that it finds.
 *
 * <p>A need that has not begun, or has passed its day, may stand here; one that runs always does.
 */
@Component
public class NeedsInForce {
  private final JdbcClient jdbc;

  NeedsInForce(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One way to documents: what somebody holds from one source under one label.
   *
   * @param holder as in the table, or null for what every document is open to
   * @param source by which it was given
   * @param label of the documents
   */
  record Way(@Nullable String holder, GrantSource source, long label) {}

  /**
   * A list of tasks that wait for some holders under one label.
   *
   * @param holder as {@link #holder(Role, String)} writes it
   * @param label of the documents
   */
  public record Queue(String holder, long label) {}

  /** What stands for the holders of a role, in one agency or in any. */
  public static String holder(Role role, @Nullable String agency) {
    return holder(null, role.name(), agency);
  }

  /** What stands for whoever holds a grant, as {@link Sight#holders} has it for a person. */
  static String holder(@Nullable UUID account, @Nullable String role, @Nullable String agency) {
    return account != null
        ? "a:" + account
        : "r:" + (role == null ? "" : role) + ":" + (agency == null ? "" : agency);
  }

  /**
   * Keeps a document from being held under another label until the transaction ends. Before
   * anything is written that stands under its label: so nothing is left under an old one, and two
   * transactions never wait for each other.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(UUID document) {
    // No "for update": whoever has written a row that refers to the document holds it against that
    // until their end, and two of those would wait for each other.
    jdbc.sql("update document set label = label where id = ?").param(document).update();
  }

  /** A need to know of one document was recorded. */
  void given(UUID id, UUID document, NeedToKnow need) {
    lock(document);
    Role role = need.role();
    String holder = holder(need.account(), role == null ? null : role.name(), need.agency());
    jdbc.sql(
            "insert into need_in_force (need, holder, source, label, registered_at, document)"
                + " select cast(? as uuid), cast(? as varchar(120)), cast(? as varchar(16)),"
                + " d.label, d.registered_at, d.id from document d where d.id = ?")
        .params(id, holder, need.source().name(), document)
        .update();
    long label =
        jdbc.sql("select label from need_in_force where need = ?")
            .param(id)
            .query(Long.class)
            .single();
    held(holder, need.source().name(), label);
  }

  /** A need to know of one document ended. */
  void ended(UUID id, UUID document) {
    lock(document);
    jdbc.sql("delete from need_in_force where need = ?").param(id).update();
  }

  /** A document is held under another label from now on, in the running transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void heldUnder(UUID document, long label) {
    jdbc.sql("update need_in_force set label = ? where document = ? and label <> ?")
        .params(label, document, label)
        .update();
    jdbc.sql("select distinct holder, source from need_in_force where document = ?")
        .param(document)
        .query((row, n) -> new String[] {row.getString(1), row.getString(2)})
        .list()
        .forEach(pair -> held(pair[0], pair[1], label));
  }

  private void held(String holder, String source, long label) {
    jdbc.sql(
            "insert into need_held (holder, source, label) select cast(? as varchar(120)),"
                + " cast(? as varchar(16)), cast(? as bigint) where not exists (select 1 from"
                + " need_held h where h.holder = ? and h.source = ? and h.label = ?)")
        .params(holder, source, label, holder, source, label)
        .update();
  }

  /** The ways on which that sight may meet a document; each may lead to none. */
  List<Way> ways(Sight sight) {
    return jdbc
        .sql(
            "select distinct holder, source, label from need_held where holder = any(?) and label ="
                + " any(?)")
        .params(sight.holders().toArray(String[]::new), sight.clearedParameter())
        .query(
            (row, n) ->
                new Way(row.getString(1), GrantSource.valueOf(row.getString(2)), row.getLong(3)))
        .list()
        .stream()
        .filter(way -> sight.mayMeet(way.source(), way.label()))
        .toList();
  }

  /** Where tasks may wait for that sight's person; each may be empty. */
  public List<Queue> queues(Sight sight) {
    return jdbc.sql(
            "select distinct holder, label from need_held where holder = any(?) and label = any(?)"
                + " and source = ?")
        .params(
            sight.holders().toArray(String[]::new),
            sight.clearedParameter(),
            GrantSource.QUEUE.name())
        .query((row, n) -> new Queue(row.getString(1), row.getLong(2)))
        .list();
  }

  /** The sources of grants over every document that the holders have. */
  List<GrantSource> overEveryDocument(Sight sight) {
    return jdbc
        .sql(
            "select account, role, agency, source from need_to_know where document is null and"
                + " superseded_at is null")
        .query(
            (row, n) ->
                new String[] {
                  holder(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                  row.getString(4)
                })
        .list()
        .stream()
        .filter(pair -> sight.holders().contains(pair[0]))
        .map(pair -> GrantSource.valueOf(pair[1]))
        .distinct()
        .toList();
  }
}
