package org.glasnost.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.JournalOnDatabase;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.jspecify.annotations.Nullable;

/** A journal with two documents, an auditor, and what both would answer over HTTP. */
public final class JournalFixture implements AutoCloseable {
  public static final UUID MEMORANDUM = UUID.fromString("22222222-2222-4222-8222-222222222222");
  public static final UUID LETTER = UUID.fromString("33333333-3333-4333-8333-333333333333");
  public static final long SECRET = 7;
  public static final long BEYOND = 9;
  public static final Map<String, ?> AS_FOUND = Map.of("level", "SECRET", "confirmed", false);
  public static final Map<String, ?> AS_CONFIRMED = Map.of("level", "SECRET", "confirmed", true);
  public static final Map<String, ?> AS_DECLASSIFIED =
      Map.of("level", "UNCLASSIFIED", "confirmed", true);

  public final JournalOnDatabase on;
  public final Set<Long> visible = new HashSet<>(Set.of(SECRET));
  public final Map<UUID, Map<String, ?>> markings = new HashMap<>();
  public final JournalQueries queries;
  public final JournalTail tail;
  public final JournalExport exports;

  public JournalFixture(Databases database, Path directory) {
    this(new JournalOnDatabase(database, directory));
  }

  /** On a database that is there, as after a start. */
  JournalFixture(DataSource database, Path directory) {
    this(new JournalOnDatabase(database, directory));
  }

  public JournalFixture(JournalOnDatabase journal) {
    on = journal;
    Oversight oversight = new Oversight(new SeenLabels(visible));
    queries = new JournalQueries(on.jdbc, on.sequencer, oversight, on.journal, Clock.systemUTC());
    tail = new JournalTail(on.jdbc, on.tree, on.sequencer, oversight, queries);
    exports =
        new JournalExport(
            on.jdbc,
            on.journal,
            on.tree,
            on.origin,
            on.checkpoints,
            on.sequencer,
            oversight,
            new CurrentMarkings() {
              @Override
              public Visible visibleTo(Person auditor, @Nullable UUID document) {
                Map<UUID, Map<String, ?>> asked = of(document);
                return new Visible(asked, asked.isEmpty() ? Set.of() : Set.of(SECRET));
              }

              @Override
              public List<UUID> documents(@Nullable UUID after, int most) {
                return List.of();
              }

              @Override
              public List<UUID> differing(Collection<UUID> documents) {
                return List.of();
              }

              @Override
              public List<UUID> heldOtherwise(Collection<UUID> documents) {
                return List.of();
              }

              @Override
              public List<UUID> withoutMarking(Collection<UUID> documents) {
                return List.of();
              }
            },
            Clock.systemUTC());
    on.sequencer.start();
  }

  private Map<UUID, Map<String, ?>> of(@Nullable UUID document) {
    Map<UUID, Map<String, ?>> asked = new HashMap<>(markings);
    if (document != null) {
      asked.keySet().retainAll(Set.of(document));
    }
    return asked;
  }

  public static Person person(Role role) {
    return new Person(
        UUID.fromString("44444444-4444-4444-8444-444444444444"),
        "auditor",
        "The auditor",
        "Auditor",
        "NARA",
        Set.of(role),
        null,
        Set.of(),
        Set.of("USA"),
        null,
        List.of(),
        Map.of());
  }

  public static final Person AUDITOR = person(Role.AUDITOR);

  /** The circumstances under which the auditor looks. */
  public static final Occasion LOOKING =
      new Occasion(AUDITOR.actor(), "AUDITOR", null, null, Occasion.ClientClass.PROGRAM, "2026.1");

  /** Records that a document's marking changed, and holds it as the current one. */
  public UUID changeMarking(
      UUID document, long label, @Nullable Map<String, ?> before, Map<String, ?> after) {
    markings.put(document, after);
    return on.journal.appendAlone(
        JournalEntry.of(EventKind.MARKING_CHANGED, JournalOnDatabase.OCCASION)
            .document(document, label)
            .before(before)
            .after(after));
  }

  /** The course of a memorandum that is declassified, and of a letter whose change is sealed. */
  public void recordTheCase() {
    on.journal.appendAlone(JournalEntry.of(EventKind.SIGNED_IN, JournalOnDatabase.OCCASION));
    changeMarking(MEMORANDUM, SECRET, null, AS_FOUND);
    changeMarking(MEMORANDUM, SECRET, AS_FOUND, AS_CONFIRMED);
    on.journal.appendAlone(
        JournalEntry.of(EventKind.CONTENT_READ, JournalOnDatabase.OCCASION)
            .document(LETTER, BEYOND));
    changeMarking(MEMORANDUM, SECRET, AS_CONFIRMED, AS_DECLASSIFIED);
    on.sequencer.settle();
  }

  public List<JournalEvent> events(EventFilter filter) {
    return queries.events(AUDITOR, LOOKING, filter, JournalQueries.Order.ASC, null, 200);
  }

  /** One event, as an auditor looks at it alone. */
  EventInFull inFull(UUID event) {
    return new EventsInFull(on.jdbc, on.sequencer, new Oversight(new SeenLabels(visible)), queries)
        .one(AUDITOR, LOOKING, event);
  }

  public byte[] export(ExportFormat format, EventFilter filter) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      exports.prepare(AUDITOR, JournalOnDatabase.OCCASION, filter, format).writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public String key() {
    return on.checkpoints.keys().get(0).verifierKey();
  }

  static String text(byte[] export) {
    return new String(export, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    on.sequencer.stop();
  }
}
