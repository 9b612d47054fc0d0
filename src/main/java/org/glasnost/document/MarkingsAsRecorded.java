package org.glasnost.document;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnost.audit.CanonicalJson;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.RecordedBodies;
import org.glasnost.audit.RecordedBodies.Recorded;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Holds the marking history of documents against the events that recorded it: all rows of a
 * document are made over again from its events. No commitment binds a row: whoever has the database
 * could give a document another past, and answers about a day would repeat it.
 */
@Component
public class MarkingsAsRecorded {
  private static final Logger LOG = LoggerFactory.getLogger(MarkingsAsRecorded.class);

  /** Why a marking is the first one. */
  private static final String FIRST = "REGISTERED";

  private static final Set<EventKind> TELLING =
      Set.of(
          EventKind.DOCUMENT_REGISTERED,
          EventKind.MARKING_CHANGED,
          EventKind.REGISTRATION_CORRECTED);

  /**
   * How far the instant of a row may lie from that of its event where each was taken by itself: a
   * machine may stand still between them, and its clock may be put right. Rows of events whose ids
   * are of version 7 bear the event's instant (ADR 0033).
   */
  private static final Duration APART = Duration.ofHours(1);

  private static final int IDS_THAT_BEGIN_WITH_THEIR_INSTANT = 7;

  private final MarkingHistory history;
  private final ChangingMarking words;
  private final RecordedBodies bodies;

  MarkingsAsRecorded(MarkingHistory history, ChangingMarking words, RecordedBodies bodies) {
    this.history = history;
    this.words = words;
    this.bodies = bodies;
  }

  /**
   * Lets the history of a document pass that is what its events recorded.
   *
   * @return all its rows
   * @throws Refused on ground UNAVAILABLE if it is not
   */
  List<MarkingRow> require(UUID document) {
    List<MarkingRow> rows = history.all(document);
    Map<UUID, Recorded> events = events(Set.of(document), rows);
    if (differs(document, rows, events).isPresent()) {
      throw notAsRecorded("document_marking");
    }
    if (!heldOtherwise(Set.of(document)).isEmpty()) {
      throw notAsRecorded("document.label");
    }
    return rows;
  }

  /** Tells the log, and the caller, that somebody has had the database in hand. */
  static Refused notAsRecorded(String where) {
    LOG.error(
        "JRN-0021: the marking of a document is not what the journal recorded. An export says where"
            + " ({}); see docs/spec/journal.md, Rows that say otherwise.",
        where);
    return new Refused(
        Refused.Ground.UNAVAILABLE,
        Finding.error(
            "JRN-0021",
            "A marking of this document is not stored as the journal recorded it: somebody has"
                + " changed the database. Take an export of the journal and verify it; see"
                + " docs/spec/journal.md, Rows that say otherwise."));
  }

  /**
   * Those of some documents that are held under another label than that of their marking in force:
   * the event of that marking.
   */
  public List<UUID> heldOtherwise(Collection<UUID> documents) {
    return history.heldOtherwise(documents);
  }

  /**
   * Those of some documents whose history is not what their events recorded: for each the event
   * where they part.
   */
  public List<UUID> differing(Collection<UUID> documents) {
    List<MarkingRow> rows = history.all(documents);
    Map<UUID, List<MarkingRow>> byDocument =
        rows.stream().collect(Collectors.groupingBy(MarkingRow::document));
    Map<UUID, Recorded> events = events(documents, rows);
    List<UUID> differing = new ArrayList<>();
    for (UUID document : documents) {
      differs(document, byDocument.getOrDefault(document, List.of()), events)
          .ifPresent(differing::add);
    }
    return differing;
  }

  /**
   * Documents of which markings are kept, in the order of their ids.
   *
   * @param after the last one of the page before, or null
   */
  public List<UUID> documents(@Nullable UUID after, int most) {
    return history.documents(after, most);
  }

  /** Those of some documents of which no marking is kept. */
  public List<UUID> withoutMarking(Collection<UUID> documents) {
    Set<UUID> without = new HashSet<>(documents);
    without.removeAll(history.withMarking(documents));
    return List.copyOf(without);
  }

  private Map<UUID, Recorded> events(Collection<UUID> documents, List<MarkingRow> rows) {
    Set<UUID> events = new HashSet<>(bodies.about(documents, TELLING));
    rows.forEach(row -> events.add(row.event()));
    return bodies.of(events);
  }

  /** Where rows and events part; empty where they do not. */
  private Optional<UUID> differs(
      UUID document, List<MarkingRow> rows, Map<UUID, Recorded> recorded) {
    Map<UUID, Instant> begun = new HashMap<>();
    Map<UUID, LocalDate> days = new HashMap<>();
    for (MarkingRow row : rows) {
      if (!begun.containsKey(row.event()) || row.recordedAt().isBefore(begun.get(row.event()))) {
        begun.put(row.event(), row.recordedAt());
        days.put(row.event(), row.from());
      }
      Recorded event = recorded.get(row.event());
      if (event == null || !isOf(document, event)) {
        return Optional.of(row.event());
      }
    }
    List<MarkingReplay.Step> steps = new ArrayList<>();
    for (Recorded event :
        recorded.values().stream()
            .filter(each -> isOf(document, each))
            .sorted(Comparator.comparing(Recorded::place).thenComparing(Recorded::at))
            .toList()) {
      MarkingReplay.Step step = step(event, days.get(event.id()));
      if (step == null) {
        continue;
      }
      Instant at = begun.get(event.id());
      if (at == null || !isOfOneInstant(event, at)) {
        return Optional.of(event.id());
      }
      steps.add(step);
    }
    return compare(rows, steps, begun, recorded);
  }

  private static boolean isOfOneInstant(Recorded event, Instant row) {
    Duration between = Duration.between(event.at(), row).abs();
    return event.id().version() == IDS_THAT_BEGIN_WITH_THEIR_INSTANT
        ? between.isZero()
        : between.compareTo(APART) <= 0;
  }

  private static boolean isOf(UUID document, Recorded event) {
    return event.kind() != null
        && TELLING.contains(event.kind())
        && (isLapsedCorrection(event) || document.equals(event.document()));
  }

  /**
   * A correction whose body lapsed before that kind was kept for good: which day it told, its row
   * alone tells. No other event that has lost its body bears out a row.
   */
  private static boolean isLapsedCorrection(Recorded event) {
    return event.isLapsed() && event.kind() == EventKind.REGISTRATION_CORRECTED;
  }

  /** What an event does to the history; null for a correction that leaves the day as it was. */
  private static MarkingReplay.@Nullable Step step(Recorded event, @Nullable LocalDate stored) {
    LocalDate from = event.isLapsed() ? stored : event.effectiveOn();
    if (from == null) {
      return null;
    }
    MarkingReplay.Way way =
        switch (Objects.requireNonNull(event.kind())) {
          case REGISTRATION_CORRECTED -> MarkingReplay.Way.BEGINS;
          case MARKING_CHANGED ->
              ReviewingMarking.CONFIRMED.equals(event.reasonCode())
                  ? MarkingReplay.Way.FIRST
                  : MarkingReplay.Way.CHANGES;
          case DOCUMENT_REGISTERED -> MarkingReplay.Way.CHANGES;
          default -> throw new IllegalStateException(event.kind() + " records no marking");
        };
    return new MarkingReplay.Step(event.id(), way, from);
  }

  /** When a row was recorded and superseded, and which days it covers. */
  private record Times(
      UUID event,
      LocalDate from,
      @Nullable LocalDate to,
      Instant recorded,
      @Nullable Instant superseded) {}

  private Optional<UUID> compare(
      List<MarkingRow> rows,
      List<MarkingReplay.Step> steps,
      Map<UUID, Instant> begun,
      Map<UUID, Recorded> recorded) {
    List<Instant> instants =
        steps.stream().map(step -> Objects.requireNonNull(begun.get(step.event()))).toList();
    Map<Times, UUID> expected = new HashMap<>();
    try {
      for (MarkingReplay.Row row : MarkingReplay.of(steps)) {
        expected.put(
            new Times(
                row.event(),
                row.from(),
                row.to(),
                instants.get(row.recorded()),
                row.superseded() == null ? null : instants.get(row.superseded())),
            row.says());
      }
    } catch (IllegalArgumentException e) {
      return Optional.of(steps.get(0).event());
    }
    Map<UUID, Long> labels = new HashMap<>();
    for (MarkingRow row : rows) {
      UUID says =
          expected.remove(
              new Times(row.event(), row.from(), row.to(), row.recordedAt(), row.supersededAt()));
      if (says == null
          || !isSaid(row, recorded.get(says), recorded.get(row.event()))
          || !labels.computeIfAbsent(says, unknown -> row.label()).equals(row.label())) {
        return Optional.of(row.event());
      }
    }
    return expected.keySet().stream()
        .findFirst()
        .map(Times::event)
        .or(() -> differsInLabel(steps, labels, recorded));
  }

  /**
   * Holds the labels of the rows against those of their events: a registration is recorded under
   * the label of its marking, a change under that of both markings, which it quotes.
   */
  private Optional<UUID> differsInLabel(
      List<MarkingReplay.Step> steps, Map<UUID, Long> labels, Map<UUID, Recorded> recorded) {
    Long before = null;
    for (MarkingReplay.Step step : steps) {
      if (step.way() == MarkingReplay.Way.BEGINS) {
        continue;
      }
      Long now = labels.get(step.event());
      Long line = Objects.requireNonNull(recorded.get(step.event())).label();
      boolean agrees =
          now != null
              && line != null
              && (before == null ? line.equals(now) : words.isLabelOfLine(line, before, now));
      if (!agrees) {
        return Optional.of(step.event());
      }
      before = now;
    }
    return Optional.empty();
  }

  /** Whether a row says what the one event does, and is recorded as the other one is. */
  private boolean isSaid(MarkingRow row, @Nullable Recorded says, @Nullable Recorded by) {
    return says != null
        && by != null
        && words
            .describedIfKnown(row)
            .filter(said -> CanonicalJson.text(said).equals(says.after()))
            .isPresent()
        && Objects.equals(row.authority(), says.authority())
        && row.cites().equals(says.cites())
        && (by.isLapsed()
            || (row.changedBy().equals(by.actor())
                // Release 0.1.0 gave the line of a registration no reason.
                && row.reasonCode().equals(Objects.requireNonNullElse(by.reasonCode(), FIRST))));
  }
}
