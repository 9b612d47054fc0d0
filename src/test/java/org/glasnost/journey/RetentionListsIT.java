package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.fixtures.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Holds and orders are read in pages, the latest first, however many there are. */
class RetentionListsIT {
  private static final int MANY = 120;
  private static final Pattern HOLD = Pattern.compile("id=\"hold-([0-9a-f-]{36})\"");
  private static final Pattern RUN = Pattern.compile("id=\"run-([0-9a-f-]{36})\"");
  private static final String OLDER = "href=\"(/journal/retention\\?[^\"]+)\">Older %s</a>";

  /** Lifted holds and ended orders of long ago, of which several have one instant. */
  private static Set<String> made(RunningGlasnost glasnost, String holdsOrRuns) {
    JdbcClient jdbc = glasnost.part(JdbcClient.class);
    Instant begin = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(400, ChronoUnit.DAYS);
    Set<String> made = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      UUID id = UUID.randomUUID();
      Timestamp at = Timestamp.from(begin.plusSeconds(i / 7));
      if (holdsOrRuns.equals("holds")) {
        jdbc.sql(
                "insert into journal_hold (id, scope, kind, authority, placed_by, placed_by_name,"
                    + " placed_at, lifted_by, lifted_by_name, lifted_at) values (?, 'KIND',"
                    + " 'REPAIRED', 'a notional order', ?, 'auditor', ?, ?, 'records.nara', ?)")
            .params(id, id, at, id, at)
            .update();
        told(glasnost, EventKind.JOURNAL_HOLD_PLACED, id);
        told(glasnost, EventKind.JOURNAL_HOLD_LIFTED, id);
      } else {
        jdbc.sql(
                "insert into lapse_run (id, state, ordered_by, ordered_by_name, ordered_at)"
                    + " values (?, 'REJECTED', ?, 'records.nara', ?)")
            .params(id, id, at)
            .update();
      }
      made.add(id.toString());
    }
    return made;
  }

  /** The journal's line of a hold: without it the hold would be somebody's who has the database. */
  private static void told(RunningGlasnost glasnost, EventKind kind, UUID hold) {
    Occasion occasion =
        new Occasion(
            new Actor(hold, "Records, NARA"),
            null,
            null,
            null,
            Occasion.ClientClass.PROGRAM,
            "2024.1");
    Map<String, String> facts =
        Map.of(
            "hold",
            hold.toString(),
            "placedBy",
            hold.toString(),
            "scope",
            "KIND",
            "kind",
            "REPAIRED");
    JournalEntry line = JournalEntry.of(kind, occasion).under("a notional order");
    glasnost
        .part(Journal.class)
        .appendAlone(
            kind == EventKind.JOURNAL_HOLD_PLACED ? line.after(facts) : line.before(facts));
  }

  /** Read to the end, while another one comes: each once, the latest first. */
  private static List<JsonNode> readAll(Caller caller, String path, int limit, Runnable meanwhile) {
    List<JsonNode> items = new ArrayList<>();
    String after = null;
    do {
      String query =
          after == null ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
      Caller.Answer answer = caller.get(path + "?limit=" + limit + query);
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      JsonNode page = answer.json();
      assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
      page.path("items").forEach(items::add);
      if (after == null) {
        meanwhile.run();
      }
      after = page.hasNonNull("next") ? page.path("next").asString() : null;
    } while (after != null);
    return items;
  }

  private static void isWhole(List<JsonNode> items, Set<String> made, String at) {
    List<String> ids = items.stream().map(item -> item.path("id").asString()).toList();
    assertThat(ids).doesNotHaveDuplicates().containsAll(made);
    List<Instant> instants =
        items.stream().map(item -> Instant.parse(item.path(at).asString())).toList();
    for (int i = 1; i < instants.size(); i++) {
      assertThat(instants.get(i)).isBeforeOrEqualTo(instants.get(i - 1));
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void holdsAreReadPageByPage(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Set<String> made = made(glasnost, "holds");
    Caller auditor = glasnost.as("auditor");
    for (int limit : new int[] {7, 50, 200}) {
      isWhole(
          readAll(auditor, "/api/journal/holds", limit, () -> isPlaced(auditor)), made, "placedAt");
    }
    assertThat(auditor.get("/api/journal/holds").json().path("items")).hasSize(50);
    areRefused(auditor, "/api/journal/holds");
  }

  /** A hold that is placed while somebody reads moves none of those that come after it. */
  private static void isPlaced(Caller auditor) {
    Caller.Answer placed =
        auditor.post(
            "/api/journal/holds",
            Map.of(
                "scope",
                "KIND",
                "kind",
                "REPAIRED",
                "authority",
                "a notional order",
                "reason",
                "to come between"));
    assertThat(placed.status()).as(placed.body()).isEqualTo(201);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void ordersAreReadPageByPage(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Set<String> made = made(glasnost, "orders");
    Caller records = glasnost.as("records.nara");
    for (int limit : new int[] {7, 50, 200}) {
      isWhole(readAll(records, "/api/journal/lapses", limit, () -> {}), made, "orderedAt");
    }
    assertThat(records.get("/api/journal/lapses").json().path("items")).hasSize(50);
    areRefused(records, "/api/journal/lapses");
  }

  private static void areRefused(Caller caller, String path) {
    for (String query :
        new String[] {
          "limit=0",
          "limit=201",
          "after=x",
          "after=" + cursor(UUID.randomUUID().toString()),
          "after=" + cursor("no id"),
          "after=%20"
        }) {
      assertThat(caller.get(path + "?" + query).status()).as(query).isEqualTo(400);
    }
    assertThat(caller.get(path + "?limit=1").json().path("items")).hasSize(1);
  }

  private static String cursor(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void thePageLeadsToOlderOnesOfBothAndBack(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Set<String> holds = made(glasnost, "holds");
    Set<String> orders = made(glasnost, "orders");
    SignedInPages records = new SignedInPages(glasnost).as("records.nara");

    assertThat(read(records, HOLD, "holds")).doesNotHaveDuplicates().containsAll(holds);
    assertThat(read(records, RUN, "orders")).doesNotHaveDuplicates().containsAll(orders);

    String first = records.reads("/journal/retention").body();
    String older = records.reads(Objects.requireNonNull(link(first, "holds"))).body();
    assertThat(found(older, HOLD)).doesNotContainAnyElementsOf(found(first, HOLD));
    assertThat(found(older, RUN)).as("of orders still the latest").isEqualTo(found(first, RUN));
    assertThat(older).contains("The latest holds").doesNotContain("The latest orders");
    String both = records.reads(Objects.requireNonNull(link(older, "orders"))).body();
    assertThat(found(both, HOLD)).isEqualTo(found(older, HOLD));
    assertThat(found(both, RUN)).doesNotContainAnyElementsOf(found(first, RUN));
    assertThat(records.reads("/journal/retention?holdsAfter=nothing").statusCode()).isEqualTo(400);
  }

  /** A hold of a later page whose form is refused is shown with what is wrong. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void aFormThatIsRefusedIsShownWhereverItsHoldStood(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    made(glasnost, "holds");
    UUID hold = UUID.randomUUID();
    glasnost
        .part(JdbcClient.class)
        .sql(
            "insert into journal_hold (id, scope, kind, authority, placed_by, placed_by_name,"
                + " placed_at) values (?, 'KIND', 'REPAIRED', 'a notional order', ?, 'auditor', ?)")
        .params(hold, hold, Timestamp.from(Instant.parse("1999-12-31T23:59:59Z")))
        .update();
    told(glasnost, EventKind.JOURNAL_HOLD_PLACED, hold);
    Tab records = new Tab(glasnost).signsIn("records.nara");
    assertThat(records.reads("/journal/retention").body()).doesNotContain("id=\"hold-" + hold);
    var refused = records.sends("/journal/retention/holds/" + hold + "/lift", Map.of("reason", ""));
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"hold-" + hold, "id=\"found-" + hold);
    glasnost.as("auditor").post("/api/journal/holds/" + hold + "/lift", Map.of("reason", "over"));
    assertThat(
            glasnost
                .as("records.nara")
                .post("/api/journal/holds/" + hold + "/lift/approve")
                .status())
        .isEqualTo(200);
  }

  private static List<String> read(SignedInPages pages, Pattern heading, String which) {
    List<String> ids = new ArrayList<>();
    String path = "/journal/retention";
    while (path != null) {
      var answer = pages.reads(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      ids.addAll(found(answer.body(), heading));
      path = link(answer.body(), which);
    }
    return ids;
  }

  private static List<String> found(String page, Pattern heading) {
    return heading.matcher(page).results().map(result -> result.group(1)).toList();
  }

  private static @Nullable String link(String page, String which) {
    Matcher link = Pattern.compile(OLDER.formatted(which)).matcher(page);
    return link.find() ? link.group(1).replace("&amp;", "&") : null;
  }
}
