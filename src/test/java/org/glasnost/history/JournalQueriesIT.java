package org.glasnost.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.glasnost.history.JournalFixture.AS_CONFIRMED;
import static org.glasnost.history.JournalFixture.AS_DECLASSIFIED;
import static org.glasnost.history.JournalFixture.AS_FOUND;
import static org.glasnost.history.JournalFixture.AUDITOR;
import static org.glasnost.history.JournalFixture.BEYOND;
import static org.glasnost.history.JournalFixture.LETTER;
import static org.glasnost.history.JournalFixture.MEMORANDUM;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.JournalOnDatabase;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.rule.Refused;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalQueriesIT {
  @TempDir Path directory = Path.of("");

  @ParameterizedTest
  @EnumSource
  void tellsWhatWasRecorded(Databases database) {
    try (JournalFixture journal = new JournalFixture(database, directory)) {
      UUID task = UUID.randomUUID();
      UUID review = UUID.randomUUID();
      UUID id =
          journal.on.journal.appendAlone(
              JournalEntry.of(
                      EventKind.HISTORIC_ACTION_RECORDED,
                      JournalOnDatabase.OCCASION.inTask(
                          task, "DECLASSIFICATION_AUTHORITY", "declassification-review:1"))
                  .document(MEMORANDUM, JournalFixture.SECRET)
                  .review(review)
                  .effectiveOn(LocalDate.of(2000, 7, 25))
                  .before(AS_CONFIRMED)
                  .after(AS_DECLASSIFIED)
                  .under("E.O. 12958")
                  .because("AS_DONE_THEN")
                  .citing(List.of("32 CFR 2001.25(b)")));
      JournalEvent event = journal.events(EventFilter.ALL).get(0);
      assertThat(event.id()).isEqualTo(id);
      assertThat(event.index()).isZero();
      assertThat(event.effectiveOn()).isEqualTo("2000-07-25");
      assertThat(event.actor()).isEqualTo(JournalOnDatabase.OCCASION.actor());
      assertThat(event.role()).isEqualTo("DECLASSIFICATION_AUTHORITY");
      assertThat(event.kind()).isEqualTo(EventKind.HISTORIC_ACTION_RECORDED);
      assertThat(event.document()).isEqualTo(MEMORANDUM);
      assertThat(event.review()).isEqualTo(review);
      assertThat(event.task()).isEqualTo(task);
      assertThat(event.process()).isEqualTo("declassification-review:1");
      assertThat(event.before()).isEqualTo(AS_CONFIRMED);
      assertThat(event.after()).isEqualTo(AS_DECLASSIFIED);
      assertThat(event.authority()).isEqualTo("E.O. 12958");
      assertThat(event.reasonCode()).isEqualTo("AS_DONE_THEN");
      assertThat(event.cites()).containsExactly("32 CFR 2001.25(b)");
      assertThat(event.policyRelease()).isEqualTo("2026.1");
      assertThat(event.leafHash()).isEqualTo(journal.on.proofs.inclusion(id, null).leafHash());
      assertThat(event.sealed()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void sealsWhatTheClearanceDoesNotCover(Databases database) {
    try (JournalFixture journal = new JournalFixture(database, directory)) {
      journal.recordTheCase();
      JournalEvent sealed = journal.events(EventFilter.ALL).get(3);
      assertThat(sealed.sealed()).isTrue();
      assertThat(sealed.kind()).isEqualTo(EventKind.CONTENT_READ);
      assertThat(sealed.index()).isEqualTo(3);
      assertThat(sealed.document()).isNull();
      assertThat(sealed.actor()).isNull();
      assertThat(sealed.role()).isNull();
      assertThat(sealed.policyRelease()).isNull();
      journal.visible.add(BEYOND);
      JournalEvent open = journal.events(EventFilter.ALL).get(3);
      assertThat(open.sealed()).isFalse();
      assertThat(open.document()).isEqualTo(LETTER);
      assertThat(open.commitment()).isEqualTo(sealed.commitment());
    }
  }

  /** To find it by its document would be to tell that it is about that document. */
  @ParameterizedTest
  @EnumSource
  void findsNoSealedEventByWhatIsSealed(Databases database) {
    try (JournalFixture journal = new JournalFixture(database, directory)) {
      journal.recordTheCase();
      UUID actor = JournalOnDatabase.OCCASION.actor().id();
      EventFilter letter = new EventFilter(LETTER, null, null, null, null);
      EventFilter reviewer = new EventFilter(null, actor, null, null, null);
      assertThat(journal.events(letter)).isEmpty();
      assertThat(journal.events(reviewer)).hasSize(4);
      journal.visible.add(BEYOND);
      assertThat(journal.events(letter)).hasSize(1);
      assertThat(journal.events(reviewer)).hasSize(5);
    }
  }

  /** What law lets lapse is body and salt; commitment and leaf stay. */
  @ParameterizedTest
  @EnumSource
  void tellsOfALapsedEventWhatIsLeftOfIt(Databases database) {
    try (JournalFixture journal = new JournalFixture(database, directory)) {
      journal.recordTheCase();
      UUID first = journal.events(EventFilter.ALL).get(0).id();
      journal.on.jdbc.sql("delete from journal_body where event = ?").param(first).update();
      journal
          .on
          .jdbc
          .sql("update journal_search set actor = null, document = null where event = ?")
          .param(first)
          .update();
      JournalEvent lapsed = journal.events(EventFilter.ALL).get(0);
      assertThat(lapsed.id()).isEqualTo(first);
      assertThat(lapsed.sealed()).isTrue();
      assertThat(lapsed.leafHash()).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void combinesFiltersWithExclusiveEnd(Databases database) {
    try (JournalFixture journal = new JournalFixture(database, directory)) {
      journal.recordTheCase();
      List<JournalEvent> changes =
          journal.events(new EventFilter(MEMORANDUM, null, EventKind.MARKING_CHANGED, null, null));
      assertThat(changes)
          .extracting(JournalEvent::after)
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .containsExactly(AS_FOUND, AS_CONFIRMED, AS_DECLASSIFIED);
      EventFilter second =
          new EventFilter(MEMORANDUM, null, null, changes.get(1).at(), changes.get(2).at());
      assertThat(journal.events(second))
          .extracting(JournalEvent::id)
          .containsExactly(changes.get(1).id());
    }
  }

  @ParameterizedTest
  @EnumSource
  void leafsThroughEachEventOnceInBothDirections(Databases database) {
    try (JournalFixture journal = new JournalFixture(database, directory)) {
      journal.on.record(25);
      for (EventFilter filter :
          List.of(
              new EventFilter(null, null, EventKind.TASK_CLAIMED, null, null),
              new EventFilter(
                  null,
                  JournalOnDatabase.OCCASION.actor().id(),
                  EventKind.TASK_CLAIMED,
                  null,
                  null))) {
        List<Long> oldestFirst = LongStream.range(0, 25).boxed().toList();
        List<Long> newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        assertThat(pages(journal, filter, JournalQueries.Order.ASC)).isEqualTo(oldestFirst);
        assertThat(pages(journal, filter, JournalQueries.Order.DESC)).isEqualTo(newestFirst);
      }
    }
  }

  /** However small the pages: what reading adds does not run ahead of the reader. */
  @ParameterizedTest
  @EnumSource
  void recordsWhoLooksAndStillComesToAnEnd(Databases database) {
    try (JournalFixture journal = new JournalFixture(database, directory)) {
      journal.on.record(3);
      List<JournalEvent> seen = new ArrayList<>();
      JournalEvent.Position after = null;
      List<JournalEvent> page;
      do {
        page =
            journal.queries.events(
                AUDITOR,
                JournalFixture.LOOKING,
                EventFilter.ALL,
                JournalQueries.Order.ASC,
                after,
                1);
        seen.addAll(page);
        after = page.isEmpty() ? after : page.get(0).position();
      } while (!page.isEmpty() && seen.size() < 20);
      assertThat(seen)
          .extracting(JournalEvent::kind)
          .containsExactly(
              EventKind.TASK_CLAIMED,
              EventKind.TASK_CLAIMED,
              EventKind.TASK_CLAIMED,
              EventKind.JOURNAL_READ);
      assertThat(seen.get(3).after()).isEqualTo(Map.of("order", "ASC"));
      EventFilter memorandum = new EventFilter(MEMORANDUM, null, null, null, null);
      journal.events(memorandum);
      EventFilter letter = new EventFilter(LETTER, null, null, null, null);
      journal.events(letter);
      List<JournalEvent> readings =
          journal.events(new EventFilter(null, null, EventKind.JOURNAL_READ, null, null));
      assertThat(readings.get(1).after())
          .isEqualTo(Map.of("order", "ASC", "document", MEMORANDUM.toString()));
      assertThat(readings.get(1).document()).isNull();
      assertThat(journal.events(memorandum)).isEmpty();
      // Under the document's own label: whoever may not know of it does not learn its id by this.
      assertThat(readings.get(2).sealed()).isTrue();
      assertThat(readings.get(2).after()).isNull();
      // Nor does anybody learn by it that there is none.
      journal.events(new EventFilter(UUID.randomUUID(), null, null, null, null));
      List<JournalEvent> later =
          journal.events(new EventFilter(null, null, EventKind.JOURNAL_READ, null, null));
      assertThat(later.get(later.size() - 1).sealed()).isTrue();
    }
  }

  /** Behind the last leaf is what comes next; further on is what the tree has never told. */
  @ParameterizedTest
  @EnumSource
  void isNotFollowedFromWhereTheTreeDoesNotReach(Databases database) {
    try (JournalFixture journal = new JournalFixture(database, directory)) {
      journal.recordTheCase();
      long size = journal.on.tree.size();
      assertThatExceptionOfType(Refused.class)
          .isThrownBy(
              () -> journal.tail.begin(AUDITOR, JournalFixture.LOOKING, EventFilter.ALL, size + 1))
          .satisfies(
              refused -> {
                assertThat(refused.ground()).isEqualTo(Refused.Ground.MALFORMED);
                assertThat(refused.findings().get(0).rule()).hasToString("JRN-0013");
              });
      journal.on.sequencer.settle();
      assertThat(journal.on.tree.size()).as("nothing is recorded of it").isEqualTo(size);
      assertThat(journal.tail.begin(AUDITOR, JournalFixture.LOOKING, EventFilter.ALL, size))
          .isEqualTo(size);
    }
  }

  /** In the order of the leaves, from a leaf on, sealed and found as by a question. */
  @ParameterizedTest
  @EnumSource
  void isFollowedFromALeafOn(Databases database) {
    try (JournalFixture journal = new JournalFixture(database, directory)) {
      journal.recordTheCase();
      EventFilter changes =
          new EventFilter(MEMORANDUM, null, EventKind.MARKING_CHANGED, null, null);
      long start = journal.tail.begin(AUDITOR, JournalFixture.LOOKING, changes, 2L);
      JournalTail.Stretch stretch = journal.tail.from(AUDITOR, changes, start);
      assertThat(stretch.events()).extracting(JournalEvent::index).containsExactly(2L, 4L);
      journal.on.sequencer.settle();
      JournalTail.Stretch all = journal.tail.from(AUDITOR, EventFilter.ALL, 0);
      assertThat(all.events())
          .extracting(JournalEvent::index)
          .containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
      assertThat(all.events().get(3).sealed()).isTrue();
      assertThat(all.events().get(5).kind()).isEqualTo(EventKind.JOURNAL_READ);
      assertThat(all.next()).isEqualTo(6);
      assertThat(journal.tail.from(AUDITOR, EventFilter.ALL, all.next()).events()).isEmpty();
      EventFilter letter = new EventFilter(LETTER, null, null, null, null);
      assertThat(journal.tail.from(AUDITOR, letter, 0).events()).isEmpty();
      journal.visible.add(BEYOND);
      assertThat(journal.tail.from(AUDITOR, letter, 0).events()).hasSize(1);
    }
  }

  private static List<Long> pages(
      JournalFixture journal, EventFilter filter, JournalQueries.Order order) {
    List<Long> seen = new ArrayList<>();
    JournalEvent.Position after = null;
    List<JournalEvent> page;
    do {
      page = journal.queries.events(AUDITOR, JournalFixture.LOOKING, filter, order, after, 7);
      for (JournalEvent event : page) {
        seen.add(event.index());
        after = event.position();
      }
    } while (!page.isEmpty());
    return seen;
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void isReadByAuditorsAlone(Role role) {
    Oversight oversight = new Oversight(new SeenLabels(Set.of()));
    if (role == Role.AUDITOR) {
      oversight.require(JournalFixture.person(role));
    } else {
      assertThatExceptionOfType(Refused.class)
          .isThrownBy(() -> oversight.require(JournalFixture.person(role)))
          .satisfies(
              refused -> assertThat(refused.ground()).isEqualTo(Refused.Ground.NOT_ENTITLED));
    }
  }
}
