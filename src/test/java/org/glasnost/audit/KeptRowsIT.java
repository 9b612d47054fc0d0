package org.glasnost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each database refuses to do to the journal, asked by the owner of its tables. */
class KeptRowsIT {
  private static final Map<String, String> CHANGES =
      Map.of(
          "journal_event", "kind = 'RELEASED'",
          "journal_search", "kind = 'RELEASED'",
          "journal_body", "actor = '00000000-0000-4000-8000-000000000000'",
          "journal_lapse", "authority = 'another'",
          "journal_leaf", "epoch = 99",
          "journal_node", "node_hash = node_hash",
          "journal_checkpoint", "note = 'another'",
          "journal_key", "from_size = 0",
          "journal_key_end", "until_size = 0",
          "journal_origin", "origin = 'another'");

  @TempDir Path directory;

  private JournalOnDatabase journal(Databases database) {
    JournalOnDatabase on =
        new JournalOnDatabase(
            database.migratedTo("0848"),
            directory,
            SigningKeys.of(KeyFileSigner.create(directory.resolve("key.pem"))));
    on.record(257);
    on.checkpoints.current();
    lapse(on);
    on.jdbc
        .sql(
            "insert into journal_key_end (verifier_key, until_size, ended_at)"
                + " select verifier_key, 257, current_timestamp from journal_key")
        .update();
    return on;
  }

  /** Records that a body lapsed; which. */
  private static UUID lapse(JournalOnDatabase on) {
    UUID event =
        on.jdbc
            .sql(
                "select event from journal_body where event not in (select event from journal_lapse)"
                    + " order by event fetch first 1 rows only")
            .query(UUID.class)
            .single();
    lapse(on, event);
    return event;
  }

  private static void lapse(JournalOnDatabase on, UUID event) {
    on.jdbc
        .sql(
            "insert into journal_lapse (event, lapsed_at, authority) values (?, current_timestamp,"
                + " 'a notional schedule')")
        .param(event)
        .update();
  }

  @ParameterizedTest
  @EnumSource
  void rowsAreNeitherChangedNorRemoved(Databases database) {
    JournalOnDatabase on = journal(database);
    CHANGES.forEach(
        (table, change) -> {
          List<Map<String, Object>> before = rows(on, table);
          assertThat(before).as(table).isNotEmpty();
          for (String statement :
              List.of("update " + table + " set " + change, "delete from " + table)) {
            assertThatThrownBy(() -> on.jdbc.sql(statement).update())
                .as(statement)
                .hasMessageContaining("JRN-0020");
          }
          assertThat(rows(on, table)).as(table).hasSameSizeAs(before);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aBodyGoesWithTheRecordOfItsLapseAndItsLeafStays(Databases database) {
    JournalOnDatabase on = journal(database);
    byte[] root = on.tree.root(257);
    int bodies = rows(on, "journal_body").size();
    UUID event = lapse(on);
    assertThat(bodies(on, event)).isZero();
    assertThat(rows(on, "journal_body").size()).isEqualTo(bodies - 1);
    assertThat(on.tree.root(257)).isEqualTo(root);
    assertThat(
            on.jdbc
                .sql("select * from journal_search where event = ?")
                .param(event)
                .query()
                .listOfRows())
        .singleElement(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("actor", null)
        .containsEntry("document", null)
        .doesNotContainEntry("kind", null);
    assertThatThrownBy(
            () -> on.jdbc.sql("delete from journal_lapse where event = ?").param(event).update())
        .hasMessageContaining("JRN-0020");
  }

  @ParameterizedTest
  @EnumSource
  void aBodyIsThereAgainWhenTheRecordOfItsLapseIsTakenBack(Databases database) {
    JournalOnDatabase on = journal(database);
    UUID event =
        on.transaction.execute(
            open -> {
              UUID lapsed = lapse(on);
              assertThat(bodies(on, lapsed)).isZero();
              open.setRollbackOnly();
              return lapsed;
            });
    assertThat(event).isNotNull();
    assertThat(bodies(on, event)).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void bodiesOfSomeKindsNeverGo(Databases database) {
    JournalOnDatabase on = journal(database);
    for (EventKind kind : EventKind.values()) {
      UUID event =
          on.transaction.execute(
              open -> on.journal.append(JournalEntry.of(kind, JournalOnDatabase.OCCASION)));
      assertThat(event).isNotNull();
      if (kind.isKeptForGood()) {
        assertThatThrownBy(() -> lapse(on, event))
            .as(kind.name())
            .hasMessageContaining("JRN-0020: the body of a " + kind + " is kept for good");
        assertThat(bodies(on, event)).as(kind.name()).isOne();
      } else {
        lapse(on, event);
        assertThat(bodies(on, event)).as(kind.name()).isZero();
      }
    }
  }

  private static long bodies(JournalOnDatabase on, UUID event) {
    return on.jdbc
        .sql("select count(*) from journal_body where event = ?")
        .param(event)
        .query(Long.class)
        .single();
  }

  @ParameterizedTest
  @EnumSource(names = "POSTGRESQL")
  void tablesAreNotEmptiedEither(Databases database) {
    JournalOnDatabase on = journal(database);
    for (String table : CHANGES.keySet()) {
      assertThatThrownBy(() -> on.jdbc.sql("truncate " + table + " cascade").update())
          .as(table)
          .hasMessageContaining("JRN-0020");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHoldIsProposedToBeLiftedAndLiftedAndNothingElse(Databases database) {
    JournalOnDatabase on = journal(database);
    held(on);
    for (String change :
        List.of(
            "scope = 'KIND'",
            "document = id",
            "actor = id",
            "kind = 'RELEASED'",
            "from_at = current_timestamp",
            "until_at = current_timestamp",
            "authority = 'another'",
            "placed_by = '00000000-0000-4000-8000-000000000000'",
            "placed_by_name = 'another'",
            "placed_at = current_timestamp + interval '1' day")) {
      isRefused(on, "update journal_hold set " + change);
    }
    isRefused(on, "delete from journal_hold");
    String proposed =
        "update journal_hold set proposed_by = id, proposed_by_name = 'a', proposed_at = current_timestamp";
    String lifted =
        "update journal_hold set lifted_by = id, lifted_by_name = 'b', lifted_at = current_timestamp";
    String kept =
        "update journal_hold set proposed_by = null, proposed_by_name = null, proposed_at = null";
    for (String change : List.of(proposed, kept, proposed, lifted)) {
      assertThat(on.jdbc.sql(change).update()).as(change).isOne();
    }
    for (String change :
        List.of(
            kept,
            "update journal_hold set lifted_by = null, lifted_by_name = null, lifted_at = null",
            "update journal_hold set lifted_at = null",
            "delete from journal_hold")) {
      isRefused(on, change);
    }
    if (database == Databases.POSTGRESQL) {
      isRefused(on, "truncate journal_hold");
    }
    assertThat(rows(on, "journal_hold")).hasSize(1);
  }

  private static void held(JournalOnDatabase on) {
    on.jdbc
        .sql(
            "insert into journal_hold (id, scope, authority, placed_by, placed_by_name, placed_at)"
                + " values (?, 'EVERYTHING', 'Doe', ?, 'auditor', current_timestamp)")
        .params(UUID.randomUUID(), UUID.randomUUID())
        .update();
  }

  private static void isRefused(JournalOnDatabase on, String statement) {
    assertThatThrownBy(() -> on.jdbc.sql(statement).update())
        .as(statement)
        .hasMessageContaining("JRN-0020");
  }

  private static List<Map<String, Object>> rows(JournalOnDatabase on, String table) {
    return on.jdbc.sql("select * from " + table).query().listOfRows();
  }
}
