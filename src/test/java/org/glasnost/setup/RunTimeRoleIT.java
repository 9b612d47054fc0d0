package org.glasnost.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.glasnost.audit.JournalOnDatabase;
import org.glasnost.fixtures.Databases;
import org.glasnost.fixtures.TwoRoles;
import org.glasnost.process.engine.EngineSchema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the role that the application works with on PostgreSQL may do, and what it is refused. */
@ExtendWith(OutputCaptureExtension.class)
class RunTimeRoleIT {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String HISTORY = "glasnost_schema_history";

  /** What the run-time role holds, on what, without what everybody holds. */
  private static final String HELD =
      "select c.relname || ' ' || string_agg(a.privilege_type, ' ' order by a.privilege_type)"
          + " from pg_class c, aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee"
          + " where c.relnamespace = 'public'::regnamespace and r.rolname = ?"
          + " group by c.relname, c.relkind having position(c.relkind::text in ?) > 0 order by c.relname";

  @TempDir Path directory;

  private static TwoRoles roles;

  @BeforeAll
  static void theDatabaseIsMigrated() {
    roles = Databases.twoRoles();
    migrate(roles);
  }

  private static void migrate(TwoRoles roles) {
    migrate(roles, roles.runTime(), true);
  }

  private static void migrate(TwoRoles roles, String runTime, boolean production) {
    Flyway.configure()
        .dataSource(roles.as(roles.owner()))
        .locations("classpath:db/migration", "classpath:db/postgresql")
        .table(HISTORY)
        .javaMigrations(new EngineSchema())
        .callbacks(new RunTimeRole(roles.as(runTime), production))
        .load()
        .migrate();
  }

  private JournalOnDatabase journal() {
    return new JournalOnDatabase(roles.as(roles.runTime()), directory);
  }

  @Test
  void recordsPlacesSignsAndLetsLapse() {
    JournalOnDatabase on = journal();
    on.record(300);
    long size = on.tree.size();
    assertThat(on.checkpoints.current().size()).isEqualTo(size).isGreaterThanOrEqualTo(300);
    UUID event =
        on.jdbc
            .sql("select event from journal_leaf order by leaf_index desc fetch first 1 rows only")
            .query(UUID.class)
            .single();
    on.jdbc
        .sql(
            "insert into journal_lapse (event, lapsed_at, authority) values (?, current_timestamp,"
                + " 'a notional schedule')")
        .param(event)
        .update();
    assertThat(
            on.jdbc
                .sql("select count(*) from journal_body where event = ?")
                .param(event)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(on.jdbc.sql("select count(*) from journal_body").query(Long.class).single())
        .isEqualTo(size - 1);
  }

  @Test
  void worksWithWhateverIsNotTheJournals() {
    JdbcClient jdbc = JdbcClient.create(roles.as(roles.runTime()));
    assertThat(
            jdbc.sql("insert into backup_made (id, file, made_at) values (?, 'a', now())")
                .param(UUID.randomUUID())
                .update())
        .isOne();
    assertThat(jdbc.sql("update backup_made set file = 'b'").update()).isOne();
    assertThat(jdbc.sql("delete from backup_made").update()).isOne();
    assertThat(
            jdbc.sql("update act_ge_property set rev_ = rev_ where name_ = 'schema.version'")
                .update())
        .isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal_event set kind = 'RELEASED'",
        "update journal_body set actor = event",
        "update journal_lapse set authority = 'another'",
        "update journal_search set kind = 'RELEASED'",
        "update journal_leaf set epoch = 0",
        "update journal_node set node_hash = ''",
        "update journal_checkpoint set note = ''",
        "update journal_key set from_size = 0",
        "update journal_key_end set until_size = 0",
        "update journal_origin set origin = 'another'",
        "update journal_pending set arrival = arrival",
        "delete from journal_event",
        "delete from journal_body",
        "delete from journal_lapse",
        "delete from journal_search",
        "delete from journal_leaf",
        "delete from journal_node",
        "delete from journal_checkpoint",
        "delete from journal_key",
        "delete from journal_key_end",
        "delete from journal_origin",
        "delete from journal_lease",
        "insert into journal_lease (id, epoch, held_until) values (2, 0, now())",
        "truncate journal_body",
        "truncate journal_search",
        "truncate journal_event cascade",
        "truncate journal_pending",
        "alter table journal_body disable trigger all",
        "alter table journal_event add column another text",
        "alter table journal_event owner to current_user",
        "drop table journal_lapse",
        "drop trigger stays on journal_body",
        "create trigger another before insert on journal_event execute function journal_row_stays()",
        "drop function journal_row_stays() cascade",
        "create or replace function journal_body_lapses() returns trigger language plpgsql as"
            + " $$ begin return null; end $$",
        "alter function journal_row_stays() set session_replication_role = replica",
        "set session_replication_role = replica",
        "create table another (id int)",
        "create temporary table journal_lapse (event uuid)",
        "create function another() returns int language sql as 'select 1'",
        "create schema another",
        "create role another",
        "update glasnost_schema_history set checksum = 0",
        "delete from glasnost_schema_history",
        "truncate document cascade",
        "alter table document add column another text"
      })
  void isRefusedByTheDatabaseItself(String statement) throws SQLException {
    try (Connection connection = roles.as(roles.runTime()).getConnection();
        Statement asked = connection.createStatement()) {
      assertThatThrownBy(() -> asked.execute(statement))
          .isInstanceOfSatisfying(
              SQLException.class,
              refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }
  }

  @Test
  void everyTableOfTheJournalIsDecidedUpon() {
    assertThat(
            JdbcClient.create(roles.as(roles.owner()))
                .sql(
                    "select relname from pg_class where relname like 'journal\\_%' and relkind in"
                        + " ('r', 'p')")
                .query(String.class)
                .list())
        .isNotEmpty()
        .isSubsetOf(TableRights.OF_THE_JOURNAL.keySet());
  }

  @Test
  void holdsWhatItNeedsAndNothingMore() {
    holdsWhatItNeedsAndNothingMore(roles);
  }

  private static void holdsWhatItNeedsAndNothingMore(TwoRoles roles) {
    assertThat(held(roles, "rpvm"))
        .allSatisfy(
            (table, rights) ->
                assertThat(rights)
                    .as(table)
                    .containsExactlyInAnyOrderElementsOf(
                        table.equals(HISTORY)
                            ? Set.of("SELECT")
                            : TableRights.OF_THE_JOURNAL.getOrDefault(
                                table, Set.of("DELETE", "INSERT", "SELECT", "UPDATE"))))
        .containsKeys("document", "act_ru_task", "journal_lease", HISTORY);
    assertThat(held(roles, "S"))
        .isNotEmpty()
        .allSatisfy((sequence, rights) -> assertThat(rights).containsExactly("USAGE"));
  }

  @Test
  void tablesThatComeLaterHaveTheirsAfterTheNextStartAndWhatIsTooMuchGoes() {
    TwoRoles own = Databases.twoRoles();
    migrate(own);
    JdbcClient owner = JdbcClient.create(own.as(own.owner()));
    owner.sql("create table of_a_later_version (id bigserial)").update();
    owner.sql("grant all on journal_event to " + own.runTime()).update();
    owner.sql("grant update on journal_leaf to public").update();
    migrate(own);
    holdsWhatItNeedsAndNothingMore(own);
    assertThat(held(own, "r")).containsKey("of_a_later_version");
    assertThat(
            owner
                .sql("select has_table_privilege(?, 'journal_leaf', 'UPDATE')")
                .param(own.runTime())
                .query(Boolean.class)
                .single())
        .isFalse();
  }

  @Test
  void aStartThatFindsAllAsItShouldBeWritesNothing() {
    JdbcClient owner = JdbcClient.create(roles.as(roles.owner()));
    String rows = "select string_agg(xmin::text, ' ' order by oid) from pg_class";
    String before = owner.sql(rows).query(String.class).single();
    migrate(roles);
    assertThat(owner.sql(rows).query(String.class).single()).isEqualTo(before);
  }

  @Test
  void cannotGiveItselfMore() {
    Map<String, List<String>> before = held(roles, "rpvmS");
    JdbcClient runTime = JdbcClient.create(roles.as(roles.runTime()));
    runTime.sql("grant all on journal_body to current_user").update();
    runTime.sql("grant all on journal_body to public").update();
    assertThat(held(roles, "rpvmS")).isEqualTo(before);
  }

  @Test
  void productionWithOneRoleIsToldOnceWhatToDo(CapturedOutput said) {
    migrate(roles, roles.owner(), true);
    assertThat(said.getAll().lines().filter(line -> line.contains("spring.flyway.user")))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .contains(
                        "WARN", roles.owner(), "docs/operations.md, Two roles on PostgreSQL"));
  }

  @Test
  void theDemonstrationWithOneRoleIsToldNothing(CapturedOutput said) {
    migrate(roles, roles.owner(), false);
    assertThat(said.getAll()).doesNotContain("spring.flyway.user");
  }

  @Test
  void aRunTimeRoleThatMayMoreIsTold(CapturedOutput said) {
    TwoRoles own = Databases.twoRoles();
    JdbcClient.create(own.as(own.owner()))
        .sql("grant create on schema public to " + own.runTime())
        .update();
    migrate(own);
    assertThat(said.getAll())
        .contains(own.runTime() + " may create objects in the schema public: more than it needs");
  }

  private static Map<String, List<String>> held(TwoRoles roles, String kinds) {
    Map<String, List<String>> held = new TreeMap<>();
    JdbcClient.create(roles.as(roles.owner()))
        .sql(HELD)
        .param(roles.runTime())
        .param(kinds)
        .query(String.class)
        .list()
        .forEach(
            line -> {
              List<String> words = List.of(line.split(" "));
              held.put(words.get(0), words.subList(1, words.size()));
            });
    return held;
  }
}
