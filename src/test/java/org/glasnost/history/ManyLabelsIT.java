package org.glasnost.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.JournalOnDatabase;
import org.glasnost.audit.Occasion;
import org.glasnost.fixtures.Databases;
import org.glasnost.history.JournalQueries.Order;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pages by any filter, of an auditor who may see hundreds of labels and not see hundreds of others,
 * beside what a plain look at everything that was recorded gives.
 */
class ManyLabelsIT {
  private static final int EVENTS = 400;
  private static final int LABELS = 300;
  private static final EventKind[] KINDS = {
    EventKind.CONTENT_READ, EventKind.TASK_CLAIMED, EventKind.TASK_COMPLETED
  };

  @TempDir Path directory;

  private final Random random = new Random(7);
  private final List<UUID> documents = uuids(4);
  private final List<UUID> actors = uuids(3);

  /** What was recorded, in order. */
  private final List<Recorded> all = new ArrayList<>();

  private record Recorded(
      UUID id, EventKind kind, UUID actor, @Nullable UUID document, long label) {}

  @ParameterizedTest
  @EnumSource
  void pagesAreThoseOfALookAtEverything(Databases database) {
    try (JournalFixture journal = new JournalFixture(database, directory)) {
      for (long label = 1; label < LABELS; label++) {
        if (label % 3 != 0) {
          journal.visible.add(label);
        }
      }
      for (int i = 0; i < EVENTS; i++) {
        all.add(record(journal.on));
      }
      List<Instant> instants =
          journal
              .queries
              .events(
                  JournalFixture.AUDITOR,
                  JournalFixture.LOOKING,
                  EventFilter.ALL,
                  Order.ASC,
                  null,
                  EVENTS)
              .stream()
              .map(JournalEvent::at)
              .toList();
      int found = 0;
      for (int draw = 0; draw < 60; draw++) {
        int from = random.nextInt(EVENTS);
        int to = from + random.nextInt(EVENTS - from);
        boolean timed = random.nextBoolean();
        EventFilter filter =
            new EventFilter(
                random.nextInt(3) == 0 ? one(documents) : null,
                random.nextBoolean() ? one(actors) : null,
                random.nextBoolean() ? KINDS[random.nextInt(KINDS.length)] : null,
                timed ? instants.get(from) : null,
                timed ? instants.get(to) : null);
        List<UUID> expected =
            all.subList(timed ? from : 0, timed ? to : EVENTS).stream()
                .filter(event -> isAsked(event, filter, journal))
                .map(Recorded::id)
                .toList();
        found += expected.size();
        Order order = random.nextBoolean() ? Order.ASC : Order.DESC;
        List<UUID> told = pages(journal, filter, order);
        if (order == Order.DESC) {
          Collections.reverse(told);
        }
        assertThat(told).as("%s, %s", filter, order).isEqualTo(expected);
      }
      assertThat(found).isGreaterThan(60);
    }
  }

  private Recorded record(JournalOnDatabase on) {
    UUID actor = one(actors);
    UUID document = random.nextInt(5) == 0 ? null : one(documents);
    EventKind kind = KINDS[random.nextInt(KINDS.length)];
    long label = document == null ? JournalEntry.OPEN : 1 + random.nextInt(LABELS - 1);
    Occasion occasion =
        new Occasion(
            new Actor(actor, "Reviewer, STATE"),
            null,
            null,
            null,
            Occasion.ClientClass.PAGE,
            "2026.1");
    JournalEntry entry = JournalEntry.of(kind, occasion);
    return new Recorded(
        on.journal.appendAlone(document == null ? entry : entry.document(document, label)),
        kind,
        actor,
        document,
        label);
  }

  private static boolean isAsked(Recorded event, EventFilter filter, JournalFixture journal) {
    boolean open = event.label() == JournalEntry.OPEN || journal.visible.contains(event.label());
    return (open || !filter.asksTheBody())
        && (filter.document() == null || filter.document().equals(event.document()))
        && (filter.actor() == null || filter.actor().equals(event.actor()))
        && (filter.kind() == null || filter.kind() == event.kind());
  }

  /** Everything that answers, page by page; without the lines that the asking adds. */
  private List<UUID> pages(JournalFixture journal, EventFilter filter, Order order) {
    int most = 20 + random.nextInt(60);
    List<UUID> told = new ArrayList<>();
    JournalEvent.Position after = null;
    List<JournalEvent> page;
    do {
      page =
          journal.queries.events(
              JournalFixture.AUDITOR, JournalFixture.LOOKING, filter, order, after, most);
      for (JournalEvent event : page) {
        after = event.position();
        if (event.kind() != EventKind.JOURNAL_READ) {
          told.add(event.id());
        }
      }
    } while (!page.isEmpty());
    return told;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static List<UUID> uuids(int count) {
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(UUID.randomUUID());
    }
    return made;
  }
}
