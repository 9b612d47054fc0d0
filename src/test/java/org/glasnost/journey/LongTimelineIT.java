package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

/** The timeline of a document of which the journal tells more than one page holds. */
class LongTimelineIT {
  /** More than two pages of 200. */
  private static final int READS = 430;

  /** Among so many reads stands one line that changed something. */
  private static final int BETWEEN = 43;

  /** So many events are looked through for one page. */
  private static final int MOST = 2000;

  private static final Occasion BY_THE_SYSTEM =
      new Occasion(Actor.SYSTEM, null, null, null, Occasion.ClientClass.SYSTEM, "test");

  private static final Pattern EVENT = Pattern.compile("/journal/verify\\?event=([0-9a-f-]{36})");
  private static final Pattern ONWARD =
      Pattern.compile("href=\"(/journal/documents/[^\"]*after=[^\"]*)\"");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void isReadPageByPageWithoutGapOrRepetition(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String document = new Work(glasnost).registers(Papers.MEMO, Map.of("title", "Much read"));
    List<String> holds = record(glasnost, UUID.fromString(document));
    SignedInPages auditor = new SignedInPages(glasnost).as("auditor");
    List<String> all = events(glasnost, document);
    assertThat(all).hasSizeGreaterThan(2 * 200).containsAll(holds);

    List<List<String>> pages = pages(auditor, "/journal/documents/" + document);
    assertThat(pages).hasSizeGreaterThanOrEqualTo(3);
    assertThat(pages.get(0)).hasSize(200);
    assertThat(pages.get(1)).hasSize(200);
    assertThat(pages.stream().flatMap(List::stream)).containsExactlyElementsOf(all);

    // Without the reads, what is left fits on one page, however many lie between.
    List<List<String>> quiet =
        pages(auditor, "/journal/documents/" + document + "?chosen=true&show=access&show=steps");
    assertThat(quiet).hasSize(1);
    assertThat(quiet.get(0)).containsAll(holds).hasSizeLessThan(all.size() - READS + 1);

    // With the reads alone chosen, the choice is kept from page to page.
    List<List<String>> reads =
        pages(auditor, "/journal/documents/" + document + "?chosen=true&show=reads");
    assertThat(reads).hasSizeGreaterThanOrEqualTo(3);
    assertThat(reads.get(0)).hasSize(200);
    assertThat(reads.stream().flatMap(List::stream))
        .doesNotHaveDuplicates()
        .hasSizeGreaterThanOrEqualTo(READS)
        .containsAll(holds);
  }

  /** So many reads are not walked for one page: it says how far it came, and goes on from there. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void looksThroughSoManyLinesAtOnceAndNoMore(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String document = new Work(glasnost).registers(Papers.MEMO, Map.of("title", "Read for years"));
    Journal journal = glasnost.part(Journal.class);
    UUID id = UUID.fromString(document);
    JournalEntry read =
        JournalEntry.of(EventKind.CONTENT_READ, BY_THE_SYSTEM).document(id, label(glasnost, id));
    journal.appendAllAlone(Collections.nCopies(2 * MOST + 100, read));
    String last =
        journal
            .appendAlone(
                JournalEntry.of(EventKind.HISTORIC_ACTION_RECORDED, BY_THE_SYSTEM)
                    .document(id, label(glasnost, id)))
            .toString();
    SignedInPages auditor = new SignedInPages(glasnost).as("auditor");

    List<List<String>> quiet =
        pages(auditor, "/journal/documents/" + document + "?chosen=true&show=access");
    assertThat(quiet).hasSize(3);
    assertThat(quiet.get(0)).isNotEmpty().doesNotContain(last);
    assertThat(quiet.get(1)).isEmpty();
    assertThat(quiet.get(2)).containsExactly(last);
  }

  /** Reads of a document, and between them lines that are never left out; the ids of those. */
  private static List<String> record(RunningGlasnost glasnost, UUID document) {
    Journal journal = glasnost.part(Journal.class);
    long label = label(glasnost, document);
    Occasion occasion = BY_THE_SYSTEM;
    return IntStream.range(0, READS)
        .mapToObj(
            n -> {
              journal.appendAlone(
                  JournalEntry.of(EventKind.CONTENT_READ, occasion).document(document, label));
              return n % BETWEEN == 0
                  ? journal
                      .appendAlone(
                          JournalEntry.of(EventKind.HISTORIC_ACTION_RECORDED, occasion)
                              .document(document, label))
                      .toString()
                  : "";
            })
        .filter(id -> !id.isEmpty())
        .toList();
  }

  private static long label(RunningGlasnost glasnost, UUID document) {
    return glasnost
        .part(JdbcClient.class)
        .sql("select label from document where id = ?")
        .param(document)
        .query(Long.class)
        .single();
  }

  /** The events of a document, oldest first, as the API tells them. */
  private static List<String> events(RunningGlasnost glasnost, String document) {
    List<String> ids = new ArrayList<>();
    String after = "";
    while (after != null) {
      var page =
          glasnost
              .as("auditor")
              .get("/api/journal/events?limit=200&document=" + document + after)
              .json();
      page.path("items").forEach(event -> ids.add(event.path("id").asString()));
      after = page.hasNonNull("next") ? "&after=" + page.path("next").asString() : null;
    }
    return ids;
  }

  private static List<List<String>> pages(SignedInPages auditor, String first) {
    List<List<String>> pages = new ArrayList<>();
    String path = first;
    while (path != null) {
      var answer = auditor.reads(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      pages.add(EVENT.matcher(answer.body()).results().map(each -> each.group(1)).toList());
      path = onward(answer.body());
    }
    return pages;
  }

  private static @Nullable String onward(String page) {
    Matcher link = ONWARD.matcher(page);
    return link.find() ? link.group(1).replace("&amp;", "&") : null;
  }
}
