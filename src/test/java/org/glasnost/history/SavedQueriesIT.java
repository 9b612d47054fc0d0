package org.glasnost.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SavedQueriesIT {
  private static final SavedQuery.Search CHANGES =
      new SavedQuery.Search(
          JournalFixture.MEMORANDUM,
          EventKind.MARKING_CHANGED,
          "oca.state",
          LocalDate.of(2025, 1, 1),
          LocalDate.of(2025, 12, 31),
          true);
  private static final SavedQuery.Search ALL =
      new SavedQuery.Search(null, null, null, null, null, false);

  @ParameterizedTest
  @EnumSource
  void keepsWhatWasAskedUnderItsName(Databases database) {
    JdbcClient jdbc = JdbcClient.create(database.migratedTo("0811"));
    SavedQueries queries = queries(jdbc);
    Person auditor = account(jdbc, "auditor", Role.AUDITOR);
    SavedQuery changes = queries.save(auditor, "  Marking changes ", CHANGES);
    assertThat(changes.name()).isEqualTo("Marking changes");
    assertThat(changes.search()).isEqualTo(CHANGES);
    SavedQuery all = queries.save(auditor, "all", ALL);
    assertThat(all.search()).isEqualTo(ALL);
    assertThat(queries.of(auditor)).containsExactly(all, changes);
    assertThat(queries.one(auditor, all.id())).isEqualTo(all);

    assertThat(queries.rename(auditor, all.id(), "Zero").name()).isEqualTo("Zero");
    assertThat(queries.rename(auditor, all.id(), "Zero").name()).isEqualTo("Zero");
    refuses(
        Ground.CONFLICT, "JRN-0033", () -> queries.rename(auditor, all.id(), "Marking changes"));
    refuses(Ground.CONFLICT, "JRN-0033", () -> queries.save(auditor, "Zero", ALL));
    queries.remove(auditor, all.id());
    assertThat(queries.of(auditor)).containsExactly(changes);
    refuses(Ground.NOT_KNOWN, null, () -> queries.remove(auditor, all.id()));
  }

  @ParameterizedTest
  @EnumSource
  void ofAnotherThereIsNothing(Databases database) {
    JdbcClient jdbc = JdbcClient.create(database.migratedTo("0811"));
    SavedQueries queries = queries(jdbc);
    Person auditor = account(jdbc, "auditor", Role.AUDITOR);
    Person other = account(jdbc, "another", Role.AUDITOR);
    Person nobody = account(jdbc, "manager", Role.RECORDS_MANAGER);
    SavedQuery saved = queries.save(auditor, "Mine", CHANGES);
    assertThat(queries.of(other)).isEmpty();
    refuses(Ground.NOT_KNOWN, null, () -> queries.one(other, saved.id()));
    refuses(Ground.NOT_KNOWN, null, () -> queries.rename(other, saved.id(), "Theirs"));
    refuses(Ground.NOT_KNOWN, null, () -> queries.remove(other, saved.id()));
    // A name is one's own: the same serves another.
    assertThat(queries.save(other, "Mine", ALL).search()).isEqualTo(ALL);
    assertThat(queries.one(auditor, saved.id())).isEqualTo(saved);
    refuses(Ground.NOT_ENTITLED, "JRN-0010", () -> queries.of(nobody));
    refuses(Ground.NOT_ENTITLED, "JRN-0010", () -> queries.one(nobody, saved.id()));
    refuses(Ground.NOT_ENTITLED, "JRN-0010", () -> queries.save(nobody, "x", ALL));
    refuses(Ground.NOT_ENTITLED, "JRN-0010", () -> queries.remove(nobody, saved.id()));
  }

  @ParameterizedTest
  @EnumSource
  void takesNoNameThatIsNoneAndNoMoreThanSoMany(Databases database) {
    JdbcClient jdbc = JdbcClient.create(database.migratedTo("0811"));
    SavedQueries queries = queries(jdbc);
    Person auditor = account(jdbc, "auditor", Role.AUDITOR);
    for (String name : new String[] {null, "", " ", "a\nb", "a\0", "x".repeat(101), "…"}) {
      refuses(Ground.RULE, "JRN-0030", () -> queries.save(auditor, name, ALL));
    }
    for (String turned : new String[] {"\u202eabc", "a\u200bb", "a\u2028b", "\u0085a", "a\ud800"}) {
      refuses(Ground.RULE, "JRN-0030", () -> queries.save(auditor, turned, ALL));
      SavedQuery.Search by = new SavedQuery.Search(null, null, turned, null, null, false);
      refuses(Ground.RULE, "JRN-0031", () -> queries.save(auditor, "By somebody", by));
    }
    SavedQuery.Search endless =
        new SavedQuery.Search(null, null, "x".repeat(101), null, null, false);
    refuses(Ground.RULE, "JRN-0031", () -> queries.save(auditor, "Endless", endless));
    for (int i = 0; i < SavedQueries.MOST; i++) {
      queries.save(auditor, "Number " + i, ALL);
    }
    refuses(Ground.RULE, "JRN-0032", () -> queries.save(auditor, "One more", ALL));
    List<SavedQuery> kept = queries.of(auditor);
    assertThat(kept).hasSize(SavedQueries.MOST);
    queries.remove(auditor, kept.get(0).id());
    assertThat(queries.save(auditor, "x".repeat(100), ALL).name()).hasSize(100);
  }

  private static void refuses(Ground ground, @Nullable String rule, Runnable attempt) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(attempt::run)
        .satisfies(
            refused -> {
              assertThat(refused.ground()).isEqualTo(ground);
              if (rule != null) {
                assertThat(refused.findings().get(0).rule().value()).isEqualTo(rule);
              }
            });
  }

  private static SavedQueries queries(JdbcClient jdbc) {
    return new SavedQueries(jdbc, new Oversight(new SeenLabels(Set.of())), Clock.systemUTC());
  }

  private static Person account(JdbcClient jdbc, String userName, Role role) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            "insert into account (id, user_name, password, demo, created_at, version)"
                + " values (?, ?, '-', false, current_timestamp, 0)")
        .params(id, userName)
        .update();
    return new Person(
        id,
        userName,
        userName,
        "Office",
        "NARA",
        Set.of(role),
        null,
        Set.of(),
        Set.of("USA"),
        null,
        List.of(),
        Map.of());
  }
}
