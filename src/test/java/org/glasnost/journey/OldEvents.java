package org.glasnost.journey;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Sequencer;
import org.glasnost.audit.SequencerSignal;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;

/** Events that a running application recorded long ago, as if it had been there. */
final class OldEvents {
  private final Journal journal;
  private final Sequencer sequencer;

  OldEvents(RunningGlasnost glasnost, Duration ago) {
    journal =
        new Journal(
            glasnost.part(JdbcOperations.class),
            glasnost.part(PlatformTransactionManager.class),
            Clock.offset(Clock.systemUTC(), ago.negated()),
            glasnost.part(SequencerSignal.class));
    sequencer = glasnost.part(Sequencer.class);
  }

  /** Somebody signed in, so many times; what is that old has long had its place. */
  List<UUID> signIns(UUID actor, int count) {
    List<UUID> events =
        Stream.generate(() -> journal.appendAlone(signIn(actor))).limit(count).toList();
    sequencer.placeAll();
    return events;
  }

  /** The same once, for those alone who may see what is under a label. */
  UUID signInUnder(UUID actor, long label) {
    UUID event = journal.appendAlone(signIn(actor).label(label));
    sequencer.placeAll();
    return event;
  }

  private static JournalEntry signIn(UUID actor) {
    return JournalEntry.of(
        EventKind.SIGNED_IN,
        new Occasion(
            new Actor(actor, "Reviewer, STATE"),
            null,
            null,
            null,
            Occasion.ClientClass.PAGE,
            "2024.1"));
  }
}
