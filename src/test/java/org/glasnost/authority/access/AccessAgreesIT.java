package org.glasnost.authority.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Protection;
import org.glasnost.policy.OfficeDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The filter in every query and the decision that is explained agree, for random people, records
 * and grants on both databases, today and on days of the past.
 */
class AccessAgreesIT {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);
  private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");
  private static final int DOCUMENTS = 800;
  private static final int PEOPLE = 40;
  private static final int PAGE = 40;
  private static final List<String> AGENCIES = List.of("STATE", "CIA", "NSC");

  private final Random random = new Random(20_260_102);

  /** A record as generated. */
  private record Paper(UUID id, Protection protection, Set<String> agencies) {}

  @ParameterizedTest
  @EnumSource
  void theFilterAndTheDecisionAgree(Databases database) {
    DataSource source = new SingleConnectionDataSource(connection(database), true);
    JdbcClient jdbc = JdbcClient.create(source);
    Labels labels = new Labels(jdbc, new DataSourceTransactionManager(source));
    Sights sights =
        new Sights(labels, jdbc, new OfficeDay(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC));
    HeldGrants held = new HeldGrants(jdbc);
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(person());
    }
    Map<UUID, Paper> papers = new LinkedHashMap<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      Paper paper = paper(jdbc, labels);
      papers.put(paper.id(), paper);
      for (int grant = random.nextInt(4); grant > 0; grant--) {
        give(jdbc, paper.id(), people);
      }
    }
    give(jdbc, null, people);
    Map<UUID, List<HeldGrant>> grants = new LinkedHashMap<>();
    papers.keySet().forEach(id -> grants.put(id, held.on(id, TODAY, NOW)));
    fillNeedsInForce(jdbc);
    NeedsInForce needs = new NeedsInForce(jdbc);
    KnownDocuments byWays = new KnownDocuments(jdbc, needs, Integer.MAX_VALUE);
    KnownDocuments inOrder = new KnownDocuments(jdbc, needs, 0);
    int known = 0;
    int read = 0;
    for (Person person : people) {
      Sight sight = sights.of(person);
      Set<UUID> mayKnow = ids(jdbc, sight.condition("d.label", "d.id"), sight);
      Set<UUID> mayRead = ids(jdbc, sight.textCondition("d.label", "d.id"), sight);
      List<UUID> pages = pages(byWays, sight);
      assertThat(pages).doesNotHaveDuplicates().hasSameElementsAs(mayKnow);
      assertThat(pages(inOrder, sight)).isEqualTo(pages);
      for (Paper paper : papers.values()) {
        AccessDecision decision =
            AccessDecision.of(
                person,
                paper.protection(),
                Objects.requireNonNull(grants.get(paper.id())),
                paper.agencies());
        assertThat(decision.mayKnow())
            .as("%s %s %s", person, paper, decision)
            .isEqualTo(mayKnow.contains(paper.id()));
        assertThat(decision.mayRead())
            .as("%s %s %s", person, paper, decision)
            .isEqualTo(mayRead.contains(paper.id()));
        assertThat(decision.mayKnow())
            .isEqualTo(decision.tests().stream().allMatch(Clearing.Test::passed));
      }
      known += mayKnow.size();
      read += mayRead.size();
    }
    // Neither nobody nor everybody: a filter that always answers alike is not tried by this.
    assertThat(known).isBetween(PEOPLE, PEOPLE * DOCUMENTS / 2);
    assertThat(read).isBetween(PEOPLE / 2, known - 1);
  }

  /** As the migration fills it, which ran while there was nothing yet. */
  private static void fillNeedsInForce(JdbcClient jdbc) {
    String migration;
    try (InputStream in =
        Objects.requireNonNull(
            AccessAgreesIT.class.getResourceAsStream("/db/migration/V0605__needs_in_force.sql"))) {
      migration = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String filling =
        migration
            .substring(migration.indexOf("insert into"))
            .replace("current_date", "date '" + TODAY + "'");
    Stream.of(filling.split(";", -1))
        .filter(statement -> !statement.isBlank())
        .forEach(statement -> jdbc.sql(statement).update());
  }

  private static List<UUID> pages(KnownDocuments known, Sight sight) {
    List<UUID> all = new ArrayList<>();
    KnownDocuments.Place after = null;
    List<UUID> page;
    do {
      page = known.page(sight, KnownDocuments.Narrowing.NONE, after, PAGE);
      assertThat(page).hasSizeLessThanOrEqualTo(PAGE);
      all.addAll(page);
      after = page.isEmpty() ? null : new KnownDocuments.Place(NOW, page.get(page.size() - 1));
    } while (page.size() == PAGE);
    return all;
  }

  /** One connection for all: the many small questions are no test of opening connections. */
  private static Connection connection(Databases database) {
    try {
      return database.migratedTo("0605").getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<UUID> ids(JdbcClient jdbc, String condition, Sight sight) {
    return new HashSet<>(
        jdbc.sql("select d.id from document d where " + condition)
            .params(sight.parameters())
            .query(UUID.class)
            .list());
  }

  private Paper paper(JdbcClient jdbc, Labels labels) {
    Protection protection = protection();
    UUID id = id();
    String holding = one(AGENCIES);
    String originating = random.nextInt(3) == 0 ? null : one(AGENCIES);
    jdbc.sql(
            "insert into document (id, version, state, label, registration, text_item, reading,"
                + " text_length, portion_count, originating_agency, holding_agency, record_status,"
                + " registered_at, registered_by) values (?, 0, 'REGISTERED', ?, ?, ?, ?, 0, 0, ?,"
                + " ?, 'UNKNOWN', ?, ?)")
        .params(
            Arrays.asList(
                id,
                labels.intern(protection),
                id(),
                id(),
                id(),
                originating,
                holding,
                Timestamp.from(NOW),
                id()))
        .update();
    Set<String> agencies = new HashSet<>(Set.of(holding));
    if (originating != null) {
      agencies.add(originating);
    }
    return new Paper(id, protection, agencies);
  }

  private Protection protection() {
    return new Protection(
        one(List.of(ClassificationLevel.values())),
        some(
            List.of(
                "NOFORN", "SENSITIVE", "EYES_ONLY", "NODIS", "EXDIS", "ORCON", "ACCM", "STADIS"),
            5),
        some(List.of("SI", "UMBRA", "SAR-BP", "RD", "FRD"), 6),
        some(List.of("USA", "GBR", "CAN"), 6),
        some(List.of("THE SECRETARY", "THE PRESIDENT; THE SECRETARY"), 5),
        some(List.of("CAN USA", "CAN GBR USA", "AUS USA"), 8),
        some(List.of("GBR", "CAN"), 8),
        some(List.of("GBR", "NATO", "USA"), 8),
        some(List.of("DEU", "FGI"), 8),
        some(List.of("CUI", "SP-PRVCY"), 8));
  }

  private void give(JdbcClient jdbc, @Nullable UUID document, List<Person> people) {
    LocalDate from = TODAY.plusDays(random.nextInt(21) - 18);
    LocalDate until = random.nextInt(3) == 0 ? from.plusDays(1 + random.nextInt(20)) : null;
    Timestamp recorded = Timestamp.from(NOW.minusSeconds(1 + random.nextInt(1_000)));
    GrantSource source =
        document == null ? GrantSource.OVERSIGHT : one(List.of(GrantSource.values()));
    Role role = random.nextInt(3) == 0 ? one(List.of(Role.REVIEWER, Role.AUDITOR)) : null;
    jdbc.sql(
            "insert into need_to_know (id, document, source, scope, account, role, agency,"
                + " valid_from, valid_to, recorded_at, recorded_by, superseded_at) values (?, ?, ?,"
                + " ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                id(),
                document,
                source.name(),
                random.nextBoolean() ? "TEXT" : "METADATA",
                role == null && random.nextInt(3) > 0 ? one(people).id() : null,
                document == null ? Role.AUDITOR.name() : role == null ? null : role.name(),
                random.nextInt(3) == 0 ? one(AGENCIES) : null,
                document == null ? TODAY.minusDays(9) : from,
                document == null ? null : until,
                recorded,
                id(),
                document != null && random.nextInt(6) == 0 ? recorded : null))
        .update();
  }

  private Person person() {
    int number = random.nextInt(1_000_000);
    return new Person(
        id(),
        "demo" + number,
        "A demo person",
        "Reviewer",
        one(AGENCIES),
        EnumSet.of(one(List.of(Role.REVIEWER, Role.AUDITOR, Role.CLASSIFIER))),
        random.nextInt(8) == 0 ? null : one(List.of(ClassificationLevel.values())),
        some(List.of("SI", "UMBRA", "SAR-BP", "RD"), 2),
        random.nextInt(3) == 0 ? some(List.of("GBR", "CAN"), 2) : Set.of("USA"),
        random.nextInt(8) == 0 ? null : TODAY.minusDays(400),
        List.of(),
        Map.of());
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** Each with a chance of one in so many. */
  private NavigableSet<String> some(List<String> all, int oneIn) {
    NavigableSet<String> chosen = new TreeSet<>();
    all.stream().filter(word -> random.nextInt(oneIn) == 0).forEach(chosen::add);
    return chosen;
  }
}
