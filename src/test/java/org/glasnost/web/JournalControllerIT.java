package org.glasnost.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.glasnost.audit.JournalOnDatabase;
import org.glasnost.audit.verifier.Verification;
import org.glasnost.authority.People;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.history.JournalFixture;
import org.glasnost.history.Oversight;
import org.glasnost.history.SeenLabels;
import org.glasnost.history.TreeQueries;
import org.glasnost.marking.Protection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract of the journal over HTTP, called as programs call it. */
class JournalControllerIT {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path directory = Path.of("");
  private @Nullable JournalFixture opened;
  private final Callers callers = mock(Callers.class);
  private final People people = mock(People.class);

  @BeforeEach
  void open() {
    opened = new JournalFixture(Databases.H2, directory);
    journal().recordTheCase();
    when(callers.current()).thenReturn(JournalFixture.AUDITOR);
    when(callers.occasion(any())).thenReturn(JournalOnDatabase.OCCASION);
  }

  @AfterEach
  void close() {
    journal().close();
  }

  @Test
  void tellsAnEventInExactlyTheFieldsOfTheContract() throws Exception {
    JsonNode items = json("/events?kind=MARKING_CHANGED&limit=1").required("items");
    assertThat(items.size()).isEqualTo(1);
    assertThat(Set.copyOf(items.get(0).propertyNames()))
        .containsExactlyInAnyOrder(
            "id",
            "index",
            "at",
            "effectiveOn",
            "actor",
            "role",
            "kind",
            "document",
            "review",
            "task",
            "process",
            "before",
            "after",
            "authority",
            "reasonCode",
            "cites",
            "policyRelease",
            "commitment",
            "leafHash",
            "sealed");
    assertThat(Set.copyOf(items.get(0).required("actor").propertyNames()))
        .containsExactlyInAnyOrder("id", "office");
    assertThat(items.get(0).required("at").stringValue()).endsWith("Z");
    assertThat(items.get(0).required("before").isNull()).isTrue();
  }

  @Test
  void leafsThroughAllEventsByItsCursor() throws Exception {
    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = json("/events?order=desc&limit=2" + next);
      page.required("items").forEach(item -> seen.add(item.required("id").stringValue()));
      next = page.has("next") ? "&after=" + page.required("next").stringValue() : "";
    } while (!next.isEmpty());
    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "/events?limit=0, 400",
    "/events?limit=201, 400",
    "/events?limit=many, 400",
    "/events?order=sideways, 400",
    "/events?order=ASC, 400",
    "/events?kind=ANYTHING, 400",
    "/events?from=yesterday, 400",
    "/events?after=nothing, 400",
    "/events?after=bm93IGFuZCB0aGVu, 400",
    "/events?document=7, 404",
    "/events?actor=nobody, 404",
    "/export?actor=nobody, 404",
    "/proofs/inclusion?event=7, 404",
    "/proofs/inclusion?event=22222222-2222-4222-8222-222222222222, 404",
    "/proofs/inclusion, 422",
    "/proofs/consistency?from=x, 400",
    "/proofs/consistency?from=9999, 422",
    "/tile/0/999, 404",
    "/tile/0/..%2f..%2fcheckpoint, 404",
    "/tile/, 404",
    "/tile, 404",
    "/export?kind=ANYTHING, 400",
    "/events?review=22222222-2222-4222-8222-222222222222, 400",
    "/events?foo=1, 400",
    "/events?Kind=SIGNED_IN, 400",
    "/events?kind=, 400",
    "/events?kind, 400",
    "/events?kind=%20, 400",
    "/events?document=, 400",
    "/events?from=, 400",
    "/events?limit=, 400",
    "/events?after=, 400",
    "/export?limit=5, 400",
    "/export?actor=, 400",
    "/keys?at=1, 400",
    "/proofs/inclusion?event=, 400"
  })
  void refusesWhatIsNotOfTheForm(String path, int status) throws Exception {
    assertThat(get(path, "*/*").getStatus()).as(path).isEqualTo(status);
  }

  @Test
  void saysWhichParameterThereIsNotAndWhichThereAre() throws Exception {
    assertThat(get("/events?review=7&kind=SIGNED_IN", "*/*").getContentAsString())
        .contains("JRN-0052")
        .contains("There is no parameter 'review' of this operation.")
        .contains("There are: document, actor, kind, from, to, order, limit, after.");
    assertThat(get("/keys?at=1", "*/*").getContentAsString()).contains("It takes none.");
    assertThat(get("/events?kind=", "*/*").getContentAsString())
        .contains("JRN-0052")
        .contains("The parameter 'kind' has no value.");
  }

  @Test
  void saysWhatAParameterMustBe() throws Exception {
    assertThat(get("/events?from=yesterday", "*/*").getContentAsString())
        .contains("The parameter 'from' is not of its type: an instant such as 2026-");
    assertThat(get("/events?limit=many", "*/*").getContentAsString())
        .contains("'limit' is not of its type: a number.");
    assertThat(get("/export?kind=ANYTHING", "*/*").getContentAsString())
        .contains("'kind' is not of its type: one of the ")
        .contains("words that are suggested")
        .contains("\"suggestion\":\"DOCUMENT_REGISTERED, ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/events",
        "/checkpoint",
        "/keys",
        "/tile/0/000.p/1",
        "/proofs/inclusion?event=22222222-2222-4222-8222-222222222222",
        "/proofs/consistency?from=0",
        "/export",
        "/events?actor=nobody",
        "/export?actor=nobody"
      })
  void isClosedToWhoeverIsNoAuditor(String path) throws Exception {
    when(callers.current()).thenReturn(JournalFixture.person(Role.RECORDS_MANAGER));
    assertThat(get(path, "*/*").getStatus()).as(path).isEqualTo(403);
  }

  @Test
  void exportsInTheFormThatTheCallerAccepts() throws Exception {
    for (String accept : List.of("*/*", "application/x-ndjson", "text/csv;q=0.1, */*;q=0.5")) {
      assertThat(get("/export", accept).getContentType()).isEqualTo("application/x-ndjson");
    }
    MockHttpServletResponse csv = get("/export", "text/csv");
    assertThat(csv.getContentType()).startsWith("text/csv");
    assertThat(get("/export", "application/pdf").getStatus()).isEqualTo(406);
    assertThat(
            Verification.of(
                    new ByteArrayInputStream(csv.getContentAsByteArray()),
                    List.of(text("/checkpoint")),
                    List.of(json("/keys").at("/items/0/verifierKey").stringValue()))
                .flaws())
        .isEmpty();
  }

  @Test
  void answersProofsInTheFieldsOfTheContract() throws Exception {
    String event = json("/events?limit=1").at("/items/0/id").stringValue();
    JsonNode inclusion = json("/proofs/inclusion?event=" + event + "&size=4");
    assertThat(Set.copyOf(inclusion.propertyNames()))
        .containsExactlyInAnyOrder("leafIndex", "treeSize", "leafHash", "hashes");
    assertThat(inclusion.required("hashes").size()).isEqualTo(2);
    JsonNode consistency = json("/proofs/consistency?from=2&to=5");
    assertThat(Set.copyOf(consistency.propertyNames()))
        .containsExactlyInAnyOrder("from", "to", "hashes");
    assertThat(consistency.required("hashes").size()).isEqualTo(2);
  }

  @Test
  void servesCheckpointAndTiles() throws Exception {
    assertThat(text("/checkpoint").lines().skip(1).findFirst()).contains("5");
    MockHttpServletResponse tile = get("/tile/0/000.p/5", "*/*");
    assertThat(tile.getContentType()).isEqualTo("application/octet-stream");
    assertThat(tile.getContentAsByteArray()).hasSize(5 * 32);
    assertThat(get("/tile/entries/000.p/5", "*/*").getContentAsByteArray()).hasSize(5 * 34);
  }

  private JournalFixture journal() {
    JournalFixture journal = opened;
    if (journal == null) {
      throw new IllegalStateException("not opened");
    }
    return journal;
  }

  private JsonNode json(String path) throws Exception {
    MockHttpServletResponse answer = get(path, "application/json");
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
    return JSON.readTree(answer.getContentAsByteArray());
  }

  private String text(String path) throws Exception {
    return new String(get(path, "*/*").getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse get(String path, String accept) throws Exception {
    JournalFixture journal = journal();
    TreeQueries tree =
        new TreeQueries(
            new Oversight(new SeenLabels(journal.visible)),
            journal.on.sequencer,
            journal.on.checkpoints,
            journal.on.proofs,
            journal.on.tiles);
    MockMvc http =
        MockMvcBuilders.standaloneSetup(
                new JournalController(
                    callers,
                    new NamedActors(new Oversight(new SeenLabels(journal.visible)), people),
                    journal.queries,
                    tree,
                    journal.exports,
                    markedSecret()))
            .addInterceptors(new KnownParameters())
            .setControllerAdvice(new Problems(new ProblemAnswers(JSON), (refused, request) -> {}))
            .build();
    return http.perform(
            MockMvcRequestBuilders.get(URI.create("/api/journal" + path)).header("Accept", accept))
        .andReturn()
        .getResponse();
  }

  /**
   * The fixture's one label is SECRET and released to nobody abroad; nothing shown is UNCLASSIFIED.
   */
  private static ContentMarking markedSecret() {
    ContentMarking marking = mock(ContentMarking.class);
    when(marking.ofLabels(any()))
        .thenAnswer(
            asked ->
                asked.<Collection<Long>>getArgument(0).isEmpty()
                    ? Protection.UNRESTRICTED
                    : Protection.parse("SECRET\t\t\tUSA\t"));
    return marking;
  }

  @Test
  void bearsTheRollUpOfWhatItTells() throws Exception {
    journal().recordTheCase();
    for (String path : List.of("/events", "/export")) {
      assertThat(get(path, "*/*").getHeader(ContentMarking.HEADER))
          .as(path)
          .isEqualTo("SECRET//NOFORN");
    }
    // Signing in is no record's business.
    assertThat(get("/events?kind=SIGNED_IN", "*/*").getHeader(ContentMarking.HEADER))
        .isEqualTo("UNCLASSIFIED");
  }
}
