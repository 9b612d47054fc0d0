package org.glasnost.history.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glasnost.history.JournalFixture.LETTER;
import static org.glasnost.history.JournalFixture.MEMORANDUM;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.JournalOnDatabase;
import org.glasnost.audit.LapsedBatch;
import org.glasnost.audit.Proofs;
import org.glasnost.fixtures.Databases;
import org.glasnost.history.EventFilter;
import org.glasnost.history.ExportFormat;
import org.glasnost.history.JournalEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies go in batches and by nobody's mistake, and the journal proves itself as before. */
class LapseIT {
  private static final JournalHold.Covers EVERYTHING =
      new JournalHold.Covers(HoldScope.EVERYTHING, null, null, null, null, null);

  @TempDir Path directory = Path.of("");

  @ParameterizedTest
  @EnumSource
  void bodyAndSaltGoAndTheJournalProvesItselfAsBefore(Databases database) throws Exception {
    try (LapsingJournal lapsing = new LapsingJournal(database, directory)) {
      lapsing.journal.recordTheCase();
      List<UUID> read = lapsing.record(EventKind.CONTENT_READ, 3, MEMORANDUM, null);
      UUID one = read.get(1);
      List<byte[]> secrets = lapsing.secretsOf(one);
      secrets.forEach(
          secret -> assertThat(lapsing.whereStands(secret)).as("the search finds").hasSize(1));
      Proofs.Inclusion before = lapsing.on.proofs.inclusion(one, null);

      UUID run = lapsing.agreedOn(EventKind.CONTENT_READ);
      lapsing.carriedOutBy(500).pass(() -> true);

      assertThat(lapsing.run(run).state()).isEqualTo(LapseState.ENDED);
      assertThat(lapsing.run(run).lapsed()).isEqualTo(4);
      assertThat(lapsing.withBody(read)).isEmpty();
      secrets.forEach(secret -> assertThat(lapsing.whereStands(secret)).isEmpty());
      JournalEvent seen =
          events(lapsing, new EventFilter(null, null, EventKind.CONTENT_READ, null, null)).stream()
              .filter(event -> event.id().equals(one))
              .findFirst()
              .orElseThrow();
      assertThat(seen.sealed()).isTrue();
      assertThat(seen.actor()).isNull();
      assertThat(seen.document()).isNull();
      for (EventFilter byBody :
          List.of(
              new EventFilter(MEMORANDUM, null, null, null, null),
              new EventFilter(null, JournalOnDatabase.OCCASION.actor().id(), null, null, null))) {
        assertThat(events(lapsing, byBody)).isNotEmpty().noneMatch(e -> read.contains(e.id()));
      }
      assertThat(lapsing.on.proofs.inclusion(one, before.treeSize())).isEqualTo(before);
      exported(lapsing, one);
    }
  }

  private void exported(LapsingJournal lapsing, UUID lapsed) throws Exception {
    for (ExportFormat format : ExportFormat.values()) {
      assertThat(lapsing.verified(format).flaws()).isEmpty();
      byte[] export = lapsing.journal.export(format, EventFilter.ALL);
      String line =
          new String(export, StandardCharsets.UTF_8)
              .lines()
              .filter(each -> each.contains(lapsed.toString()))
              .findFirst()
              .orElseThrow();
      assertThat(line).contains("CONTENT_READ").doesNotContain(MEMORANDUM.toString());
      Path file = Files.write(directory.resolve("export." + format.ending()), export);
      Path key = Files.writeString(directory.resolve("key"), lapsing.journal.key());
      Process node =
          new ProcessBuilder(
                  "node",
                  "src/verifier/journal-verify.mjs",
                  file.toString(),
                  "--key",
                  key.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(node.waitFor()).as(said).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsCutOffIsTakenUpAndNothingGoesTwice(Databases database) {
    try (LapsingJournal lapsing = new LapsingJournal(database, directory)) {
      List<UUID> read = lapsing.record(EventKind.CONTENT_READ, 7, null, null);
      List<UUID> others = lapsing.record(EventKind.TASK_CLAIMED, 2, null, null);
      UUID run = lapsing.agreedOn(EventKind.CONTENT_READ);
      AtomicInteger batches = new AtomicInteger(2);

      lapsing.carriedOutBy(2).pass(() -> batches.getAndDecrement() > 0);

      assertThat(lapsing.run(run).state()).isEqualTo(LapseState.RUNNING);
      assertThat(lapsing.run(run).lapsed()).isEqualTo(4);
      assertThat(lapsing.withBody(read)).containsExactlyInAnyOrderElementsOf(read.subList(4, 7));

      lapsing.carriedOutBy(2).pass(() -> true);
      lapsing.carriedOutBy(2).pass(() -> true);

      assertThat(lapsing.run(run).state()).isEqualTo(LapseState.ENDED);
      assertThat(lapsing.run(run).lapsed()).isEqualTo(7);
      assertThat(lapsing.withBody(others)).hasSize(2);
      lapsing.on.sequencer.settle();
      List<JournalEvent> told =
          events(lapsing, new EventFilter(null, null, EventKind.BODIES_LAPSED, null, null));
      assertThat(told).hasSize(4);
      assertThat(told)
          .allSatisfy(
              line -> {
                assertThat(line.authority()).isEqualTo(LapsingJournal.AUTHORITY);
                assertThat(line.reasonCode()).isEqualTo("RECORDS_SCHEDULE");
                assertThat(after(line))
                    .containsEntry("kind", "CONTENT_READ")
                    .containsEntry("run", run.toString())
                    .containsKeys("first", "last", "batch", "lapsedAt", "list");
              });
      assertThat(told.stream().map(line -> after(line).get("bodies"))).containsExactly(2, 2, 2, 1);
      assertThat(events(lapsing, new EventFilter(null, null, EventKind.LAPSE_ENDED, null, null)))
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHoldKeepsWhatItCoversAndNothingElse(Databases database) {
    try (LapsingJournal lapsing = new LapsingJournal(database, directory)) {
      UUID review = lapsing.reviewOf(MEMORANDUM);
      List<UUID> aboutIt = lapsing.record(EventKind.CONTENT_READ, 1, MEMORANDUM, null);
      List<UUID> ofItsReview = lapsing.record(EventKind.CONTENT_READ, 1, null, review);
      List<UUID> about = new ArrayList<>(aboutIt);
      about.addAll(ofItsReview);
      List<UUID> aboutAnother = lapsing.record(EventKind.CONTENT_READ, 1, LETTER, null);
      List<UUID> all = new ArrayList<>(about);
      all.addAll(aboutAnother);
      UUID actor = JournalOnDatabase.OCCASION.actor().id();
      Instant at = at(lapsing, aboutAnother.get(0));

      keeps(lapsing, EVERYTHING, all, all);
      keeps(lapsing, covers(HoldScope.DOCUMENT, MEMORANDUM, null, null, null, null), about, all);
      keeps(lapsing, covers(HoldScope.ACTOR, null, actor, null, null, null), all, all);
      keeps(
          lapsing,
          covers(HoldScope.ACTOR, null, UUID.randomUUID(), null, null, null),
          List.of(),
          all);
      keeps(
          lapsing,
          covers(HoldScope.KIND, null, null, EventKind.CONTENT_READ, null, null),
          all,
          all);
      keeps(
          lapsing,
          covers(HoldScope.KIND, null, null, EventKind.RELEASED, null, null),
          List.of(),
          all);
      keeps(lapsing, covers(HoldScope.EVERYTHING, null, null, null, at, null), aboutAnother, all);
      keeps(lapsing, covers(HoldScope.EVERYTHING, null, null, null, null, at), about, all);

      UUID hold = lapsing.documentHold(MEMORANDUM);
      UUID run = lapsing.agreedOn(EventKind.CONTENT_READ);
      assertThat(lapsing.run(run).parts().get(0).held()).isEqualTo(2);
      lapsing.carriedOutBy(500).pass(() -> true);
      assertThat(lapsing.run(run).state()).isEqualTo(LapseState.ENDED);
      assertThat(lapsing.withBody(all)).containsExactlyInAnyOrderElementsOf(about);

      lapsing
          .on
          .jdbc
          .sql("update document_hold set lifted_by = id, lifted_at = placed_at")
          .update();
      lapsing.agreedOn(EventKind.CONTENT_READ);
      lapsing.carriedOutBy(500).pass(() -> true);
      assertThat(lapsing.withBody(all)).as("the hold %s is lifted", hold).isEmpty();
    }
  }

  private static JournalHold.Covers covers(
      HoldScope scope,
      @Nullable UUID document,
      @Nullable UUID actor,
      @Nullable EventKind kind,
      @Nullable Instant from,
      @Nullable Instant to) {
    return new JournalHold.Covers(scope, document, actor, kind, from, to);
  }

  /** Places a hold, sees what it keeps of what is due, and lifts it. */
  private static void keeps(
      LapsingJournal lapsing, JournalHold.Covers covers, List<UUID> held, List<UUID> all) {
    UUID hold = lapsing.hold(covers);
    Instant later = Instant.now().plusSeconds(60);
    assertThat(DueBodies.Count.sum(lapsing.due.count(EventKind.CONTENT_READ, later).values()))
        .as(covers.toString())
        .isEqualTo(new DueBodies.Count(all.size() - held.size(), held.size()));
    assertThat(
            lapsing.due.next(EventKind.CONTENT_READ, later, null, 10).stream()
                .map(DueBodies.Due::event))
        .as(covers.toString())
        .doesNotContainAnyElementsOf(held.isEmpty() ? List.of(UUID.randomUUID()) : held)
        .hasSize(all.size() - held.size());
    lapsing.lift(hold);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsHeldBetweenLookingAndLettingGoStays(Databases database) {
    try (LapsingJournal lapsing = new LapsingJournal(database, directory)) {
      lapsing.reviewOf(MEMORANDUM);
      lapsing.record(EventKind.CONTENT_READ, 2, MEMORANDUM, null);
      List<DueBodies.Due> looked =
          lapsing.due.next(EventKind.CONTENT_READ, Instant.now().plusSeconds(60), null, 10);
      assertThat(looked).hasSize(2);

      lapsing.documentHold(MEMORANDUM);

      lapsing.on.transaction.executeWithoutResult(
          open -> assertThat(lapsing.due.still(looked)).isEmpty());
    }
  }

  /** Whoever has a document may be placing a hold on it: what is about it waits. */
  @ParameterizedTest
  @EnumSource
  void whatIsAboutADocumentThatSomebodyIsChangingIsLeftForLater(Databases database) {
    try (LapsingJournal lapsing = new LapsingJournal(database, directory)) {
      lapsing.reviewOf(MEMORANDUM);
      List<UUID> about = lapsing.record(EventKind.CONTENT_READ, 1, MEMORANDUM, null);
      List<UUID> free = lapsing.record(EventKind.CONTENT_READ, 1, null, null);
      UUID run = lapsing.agreedOn(EventKind.CONTENT_READ);
      lapsing.on.transaction.executeWithoutResult(
          open -> {
            lapsing.on.jdbc.sql("select id from document for update").query(UUID.class).list();
            Thread other = new Thread(() -> lapsing.carriedOutBy(500).pass(() -> true));
            other.start();
            join(other);
          });
      assertThat(lapsing.run(run).state()).isEqualTo(LapseState.RUNNING);
      assertThat(lapsing.withBody(free)).isEmpty();
      assertThat(lapsing.withBody(about)).hasSize(1);

      lapsing.carriedOutBy(500).pass(() -> true);

      assertThat(lapsing.run(run).state()).isEqualTo(LapseState.ENDED);
      assertThat(lapsing.withBody(about)).isEmpty();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatARestoredBackupBringsBackLapsesAgain(Databases database) throws IOException {
    try (LapsingJournal lapsing = new LapsingJournal(database, directory)) {
      List<UUID> read = lapsing.record(EventKind.CONTENT_READ, 3, null, null);
      // As a backup has it that was made before: neither the batch nor the lapse is known.
      LapsedBatch since =
          lapsing.letting.batch(
              EventKind.CONTENT_READ,
              LapsingJournal.AUTHORITY,
              List.of(read.get(0), read.get(2), UUID.randomUUID()));
      lapsing.outside.keep(since);
      lapsing.hold(EVERYTHING);

      assertThat(lapsing.anew.settle(LapsingJournal.SYSTEM)).isEqualTo(2);
      assertThat(lapsing.anew.settle(LapsingJournal.SYSTEM)).isZero();

      assertThat(lapsing.withBody(read)).containsExactly(read.get(1));
      lapsing.on.sequencer.settle();
      List<JournalEvent> told =
          events(lapsing, new EventFilter(null, null, EventKind.BODIES_LAPSED, null, null));
      assertThat(told)
          .singleElement()
          .satisfies(
              line -> {
                assertThat(line.reasonCode()).isEqualTo("RESTORED_BACKUP");
                assertThat(line.authority()).isEqualTo(LapsingJournal.AUTHORITY);
                assertThat(after(line)).containsEntry("bodies", 2);
              });
      assertThat(lapsing.verified(ExportFormat.NDJSON).flaws()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theListOutsideIsCompletedFromTheDatabase(Databases database) throws IOException {
    try (LapsingJournal lapsing = new LapsingJournal(database, directory)) {
      lapsing.record(EventKind.CONTENT_READ, 5, null, null);
      lapsing.agreedOn(EventKind.CONTENT_READ);
      lapsing.carriedOutBy(2).pass(() -> true);
      File[] kept = lapsing.lapsed.toFile().listFiles();
      assertThat(kept).hasSize(3);
      for (File file : kept) {
        String list = Files.readString(file.toPath());
        Files.delete(file.toPath());
        assertThat(lapsing.anew.settle(LapsingJournal.SYSTEM)).isZero();
        assertThat(file).hasContent(list);
      }
      assertThat(Arrays.stream(kept).map(File::getName))
          .containsExactlyInAnyOrderElementsOf(
              lapsing.due.batches().stream().map(batch -> batch.id().toString()).toList());
    }
  }

  private static Map<String, Object> after(JournalEvent event) {
    return Map.copyOf(Objects.requireNonNull(event.after()));
  }

  private static List<JournalEvent> events(LapsingJournal lapsing, EventFilter filter) {
    return lapsing.journal.events(filter);
  }

  private static Instant at(LapsingJournal lapsing, UUID event) {
    return events(lapsing, EventFilter.ALL).stream()
        .filter(each -> each.id().equals(event))
        .map(JournalEvent::at)
        .findFirst()
        .orElseThrow();
  }
}
