package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Whatever is read, whoever reads it: nothing is changed by that but the journal. */
class NoGetChangesIT {
  private static final List<String> PROGRAMS =
      List.of("intake.nara", "reviewer.state", "records.nara", "admin", "security", "auditor");

  /** The journal, which tells of readings, and what signing in and being signed in leaves. */
  private static final Pattern BESIDE =
      Pattern.compile("journal_.*|user_session.*|sign_in_attempt|glasnost_schema_history");

  /** The engine cleans its history by the clock, in the hours after two, whoever reads. */
  private static final Map<String, String> CLEANING =
      Map.of(
          "act_ru_job", " where handler_type_ <> 'history-cleanup'",
          "act_hi_job_log", " where job_def_type_ <> 'history-cleanup'");

  /** What a path is about, and the table whose ids are put into it. */
  private static final Map<String, String> TABLES =
      Map.ofEntries(
          Map.entry("documents", "document"),
          Map.entry("tasks", "work_item"),
          Map.entry("reviews", "review"),
          Map.entry("people", "account"),
          Map.entry("grants", "rights_order"),
          Map.entry("orders", "rights_order"),
          Map.entry("account-orders", "account_order"),
          Map.entry("accounts", "account_order"),
          Map.entry("deployments", "deployment"),
          Map.entry("holds", "document_hold"),
          Map.entry("rights", "role_assignment"),
          Map.entry("needs", "need_to_know"),
          Map.entry("tokens", "api_token"),
          Map.entry("events", "journal_event"),
          Map.entry("queries", "saved_query"),
          Map.entry("migrations", "migration"));

  private static final Pattern VARIABLE = Pattern.compile("([a-z-]+)/\\{[^}]+}");
  private static final String ABSENT = "0b5c1f0e-7a52-4c52-9a6e-3f1e55b6a001";

  @ParameterizedTest
  @EnumSource(Databases.class)
  void byAnyOperationOrPage(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    somethingOfEach(glasnost);
    Set<String> programs = new LinkedHashSet<>();
    Set<String> pages = new LinkedHashSet<>();
    operations(glasnost).forEach(path -> programs.addAll(filled(glasnost, path)));
    pages(glasnost).forEach(path -> pages.addAll(filled(glasnost, path)));
    Map<String, SignedInPages> people = new LinkedHashMap<>();
    for (String name : PROGRAMS) {
      people.put(name, new SignedInPages(glasnost).as(name));
      glasnost.as(name).get("/api/me");
    }

    Map<String, String> before = tables(glasnost);
    assertThat(before).hasSizeGreaterThan(60).containsKeys("document", "work_item", "account");
    int answered = 0;
    for (Map.Entry<String, SignedInPages> person : people.entrySet()) {
      Caller program = glasnost.as(person.getKey());
      for (String path : programs) {
        answered += program.get(path).status() == 200 ? 1 : 0;
      }
      for (String path : pages) {
        answered += person.getValue().reads(path).statusCode() == 200 ? 1 : 0;
      }
    }
    assertThat(changed(before, tables(glasnost))).isEmpty();
    // Of those that take an id, most are another's; the rest is read by somebody.
    assertThat(answered).isGreaterThan(operations(glasnost).size() + pages(glasnost).size());
  }

  /** So that there is something to be changed. */
  private static void somethingOfEach(RunningGlasnost glasnost) {
    Work work = new Work(glasnost);
    String document =
        work.underReview(Papers.MEMO, Papers.fields("A fictitious record, only read"));
    String task = work.claim("reviewer.state", "FIRST_REVIEW", document);
    glasnost.as("reviewer.state").put("/api/tasks/" + task + "/draft", "{\"reason\":\"begun\"}");
    assertThat(
            glasnost
                .as("records.nara")
                .post(
                    "/api/documents/" + document + "/holds",
                    Map.of("authority", "A notional case", "reason", "notional"))
                .status())
        .isEqualTo(201);
    Caller security = glasnost.as("security");
    String subject = new Staff(glasnost).id("reviewer.cia");
    assertThat(
            security
                .post(
                    "/api/people/" + subject + "/grants",
                    Staff.proposal(Map.of("kind", "ROLE", "role", "REDACTOR")))
                .status())
        .isIn(201, 409);
    Newcomer.to(glasnost);
  }

  private static Set<String> operations(RunningGlasnost glasnost) {
    Set<String> paths = new TreeSet<>();
    JsonNode api = glasnost.as("auditor").get("/api/openapi").json();
    for (var path : api.path("paths").properties()) {
      if (path.getValue().has("get")) {
        paths.add(path.getKey());
      }
    }
    assertThat(paths).hasSizeGreaterThan(40);
    return paths;
  }

  private static Set<String> pages(RunningGlasnost glasnost) {
    Set<String> paths = new TreeSet<>();
    ((RequestMappingHandlerMapping) glasnost.named("requestMappingHandlerMapping"))
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              Class<?> type = handler.getBeanType();
              if (type.isAnnotationPresent(Controller.class)
                  && !type.isAnnotationPresent(RestController.class)
                  && type.getName().startsWith("org.glasnost.")
                  && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                paths.addAll(mapping.getPatternValues());
              }
            });
    assertThat(paths).hasSizeGreaterThan(30);
    return paths;
  }

  /** The path with ids that are there, the two latest of each kind; with names of what ships. */
  private static List<String> filled(RunningGlasnost glasnost, String path) {
    Matcher variable = VARIABLE.matcher(path);
    List<String> paths = List.of(path);
    while (variable.find()) {
      List<String> next = new ArrayList<>();
      for (String value : values(glasnost, variable.group(1))) {
        for (String each : paths) {
          next.add(each.replaceFirst("(" + variable.group(1) + "/)\\{[^}]+}", "$1" + value));
        }
      }
      paths = next;
    }
    return paths.stream().map(each -> each.replaceAll("\\{[^}]+}", "1")).toList();
  }

  private static List<String> values(RunningGlasnost glasnost, String about) {
    String table = TABLES.get(about);
    if (table == null) {
      return switch (about) {
        case "processes", "diagrams" -> List.of("release", "record-life-cycle");
        case "decisions" -> List.of("task-warning");
        case "files", "versions", "sheets" -> List.of("1");
        case "propose" -> List.of("role", "need-to-know");
        default -> List.of(ABSENT);
      };
    }
    List<String> ids =
        glasnost
            .part(JdbcTemplate.class)
            .queryForList("select cast(id as varchar(36)) from " + table, String.class);
    return ids.isEmpty() ? List.of(ABSENT) : ids.subList(Math.max(0, ids.size() - 2), ids.size());
  }

  private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
    Set<String> changed = new TreeSet<>();
    after.forEach(
        (table, rows) -> {
          if (!rows.equals(before.get(table))) {
            changed.add(table);
          }
        });
    return changed;
  }

  /** Every table of ours and of the engine's, with a digest of what is in it in whatever order. */
  private static Map<String, String> tables(RunningGlasnost glasnost) {
    JdbcTemplate jdbc =
        new JdbcTemplate(Objects.requireNonNull(glasnost.part(JdbcTemplate.class).getDataSource()));
    jdbc.setFetchSize(50);
    TransactionTemplate reading =
        new TransactionTemplate(glasnost.part(PlatformTransactionManager.class));
    reading.setReadOnly(true);
    Map<String, String> digests = new TreeMap<>();
    reading.executeWithoutResult(
        open -> {
          for (String table :
              jdbc.queryForList(
                  "select table_name from information_schema.tables where table_type = 'BASE TABLE'"
                      + " and lower(table_schema) = 'public'",
                  String.class)) {
            String name = table.toLowerCase(Locale.ROOT);
            if (!BESIDE.matcher(name).matches()) {
              Set<String> rows = new TreeSet<>();
              jdbc.query(
                  "select * from \"" + table + "\"" + CLEANING.getOrDefault(name, ""),
                  row -> {
                    rows.add(digest(row));
                  });
              digests.put(name, rows.size() + " " + String.join("", rows).hashCode());
            }
          }
        });
    return digests;
  }

  private static String digest(ResultSet row) throws SQLException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
        Object value = row.getObject(column);
        if (value instanceof byte[] bytes) {
          digest.update(bytes);
        } else if (value instanceof Blob blob) {
          digest.update(blob.getBytes(1, (int) blob.length()));
        } else if (value != null) {
          digest.update(row.getString(column).getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
