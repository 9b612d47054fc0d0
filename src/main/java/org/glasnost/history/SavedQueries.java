package org.glasnost.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.authority.Person;
import org.glasnost.authority.ShownWords;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The searches that auditors keep, each their own. They are notes and no records: they may be
 * renamed and removed, and the journal has no line of them.
 */
@Component
public class SavedQueries {
  /** So many at most, of one auditor. */
  public static final int MOST = 100;

  private static final int LONGEST = 100;

  private final JdbcClient jdbc;
  private final Oversight oversight;
  private final Clock clock;

  /**
   * @param jdbc on the database of the journal
   * @param oversight who may keep any
   * @param clock for the instant of keeping
   */
  public SavedQueries(JdbcClient jdbc, Oversight oversight, Clock clock) {
    this.jdbc = jdbc;
    this.oversight = oversight;
    this.clock = clock;
  }

  /**
   * An auditor's own, by name.
   *
   * @throws Refused NOT_ENTITLED for anybody but an auditor
   */
  public List<SavedQuery> of(Person auditor) {
    oversight.require(auditor);
    return jdbc.sql("select * from saved_query where owner = ? order by lower(name), name, id")
        .param(auditor.id())
        .query((row, n) -> query(row))
        .list();
  }

  /**
   * One of them.
   *
   * @throws Refused NOT_ENTITLED for anybody but an auditor; NOT_KNOWN if there is none, or it is
   *     another's
   */
  public SavedQuery one(Person auditor, UUID id) {
    oversight.require(auditor);
    return jdbc.sql("select * from saved_query where id = ? and owner = ?")
        .params(id, auditor.id())
        .query((row, n) -> query(row))
        .optional()
        .orElseThrow(Refused::notKnown);
  }

  /**
   * Keeps a search.
   *
   * @param name what to call it, 1 to 100 visible characters
   * @throws Refused NOT_ENTITLED for anybody but an auditor; RULE for a name or an actor that is
   *     none, or beside {@value #MOST} others; CONFLICT where one of that name is kept already
   */
  @Transactional
  public SavedQuery save(Person auditor, @Nullable String name, SavedQuery.Search search) {
    oversight.require(auditor);
    String called = called(name);
    String actor = search.actor();
    if (actor != null && !isWord(actor)) {
      throw new Refused(
          Ground.RULE,
          Finding.error("JRN-0031", "An actor has a name of 1 to 100 visible characters.")
              .atMember("/actor"));
    }
    // Locked, so that two at once do not both become the hundredth.
    jdbc.sql("select id from account where id = ? for update")
        .param(auditor.id())
        .query()
        .listOfRows();
    if (of(auditor).size() >= MOST) {
      throw new Refused(
          Ground.RULE,
          Finding.error(
              "JRN-0032", "You keep %d searches already. Remove one first.".formatted(MOST)));
    }
    requireFree(auditor, called, null);
    UUID id = UUID.randomUUID();
    EventKind kind = search.kind();
    jdbc.sql(
            "insert into saved_query (id, owner, name, document, kind, actor, day_from, day_to,"
                + " oldest_first, saved_at) values (:id, :owner, :name, :document, :kind, :actor,"
                + " :dayFrom, :dayTo, :oldestFirst, :savedAt)")
        .param("id", id)
        .param("owner", auditor.id())
        .param("name", called)
        .param("document", search.document())
        .param("kind", kind == null ? null : kind.name())
        .param("actor", actor)
        .param("dayFrom", search.from())
        .param("dayTo", search.to())
        .param("oldestFirst", search.oldestFirst())
        .param("savedAt", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        .update();
    return one(auditor, id);
  }

  /**
   * Calls one otherwise.
   *
   * @throws Refused as {@link #one} and, for the name, as {@link #save}
   */
  @Transactional
  public SavedQuery rename(Person auditor, UUID id, @Nullable String name) {
    one(auditor, id);
    String called = called(name);
    requireFree(auditor, called, id);
    try {
      jdbc.sql("update saved_query set name = ? where id = ? and owner = ?")
          .params(called, id, auditor.id())
          .update();
    } catch (DuplicateKeyException e) {
      Refused taken = taken();
      taken.initCause(e);
      throw taken;
    }
    return one(auditor, id);
  }

  /**
   * Removes one.
   *
   * @throws Refused as {@link #one}
   */
  @Transactional
  public void remove(Person auditor, UUID id) {
    one(auditor, id);
    jdbc.sql("delete from saved_query where id = ? and owner = ?")
        .params(id, auditor.id())
        .update();
  }

  private void requireFree(Person auditor, String name, @Nullable UUID except) {
    boolean isTaken =
        of(auditor).stream()
            .anyMatch(kept -> kept.name().equals(name) && !kept.id().equals(except));
    if (isTaken) {
      throw taken();
    }
  }

  private static Refused taken() {
    return new Refused(
        Ground.CONFLICT,
        Finding.error("JRN-0033", "You keep a search of that name. Choose another name.")
            .atMember("/name"));
  }

  private static String called(@Nullable String name) {
    String called = name == null ? "" : name.strip();
    if (!isWord(called)) {
      throw new Refused(
          Ground.RULE,
          Finding.error("JRN-0030", "A search has a name of 1 to 100 visible characters.")
              .atMember("/name"));
    }
    return called;
  }

  private static boolean isWord(String written) {
    return written.length() <= LONGEST && ShownWords.areLine(written);
  }

  private static SavedQuery query(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return new SavedQuery(
        row.getObject("id", UUID.class),
        row.getString("name"),
        new SavedQuery.Search(
            row.getObject("document", UUID.class),
            kind == null ? null : EventKind.valueOf(kind),
            row.getString("actor"),
            row.getObject("day_from", LocalDate.class),
            row.getObject("day_to", LocalDate.class),
            row.getBoolean("oldest_first")),
        row.getObject("saved_at", OffsetDateTime.class).toInstant());
  }
}
