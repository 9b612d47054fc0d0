package org.glasnost.web.records;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Labels;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.document.Dossier;
import org.glasnost.document.MarkingRow;
import org.glasnost.document.ViewingDocument;
import org.glasnost.history.EventFilter;
import org.glasnost.history.JournalEvent;
import org.glasnost.history.JournalQueries;
import org.glasnost.history.Oversight;
import org.glasnost.marking.Protection;
import org.glasnost.reading.MarkingReader;
import org.glasnost.web.Callers;
import org.glasnost.web.Cursors;
import org.glasnost.web.ListView;
import org.glasnost.web.PageRequest;
import org.glasnost.web.RegistrationsShown;
import org.glasnost.web.page.Names;
import org.glasnost.web.page.PageMarking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an auditor reads one document's history, day by day, each change of marking drawn. */
@Controller
class TimelinePage {
  private static final int PAGE = 200;

  /** So many pages of events are looked through for one page of lines. */
  private static final int MOST_PAGES = 10;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final JournalQueries queries;
  private final Oversight oversight;
  private final ViewingDocument viewing;
  private final RegistrationsShown records;
  private final Sights sights;
  private final Labels labels;
  private final People people;
  private final MarkingReader reader;
  private final Names names;
  private final Callers callers;

  TimelinePage(
      JournalQueries queries,
      Oversight oversight,
      ViewingDocument viewing,
      RegistrationsShown records,
      Sights sights,
      Labels labels,
      People people,
      MarkingReader reader,
      Names names,
      Callers callers) {
    this.queries = queries;
    this.oversight = oversight;
    this.viewing = viewing;
    this.records = records;
    this.sights = sights;
    this.labels = labels;
    this.people = people;
    this.reader = reader;
    this.names = names;
    this.callers = callers;
  }

  /** Lines that can be left out, since there are many of them and they change nothing. */
  enum Quiet {
    READS(
        "Reads",
        EnumSet.of(EventKind.CONTENT_READ, EventKind.REGISTRATION_READ, EventKind.REASONS_READ)),
    REFUSALS("Refused attempts", EnumSet.of(EventKind.ACCESS_REFUSED, EventKind.ACTION_REFUSED)),
    ACCESS(
        "Access given and ended",
        EnumSet.of(
            EventKind.GRANT_PROPOSED,
            EventKind.GRANT_REJECTED,
            EventKind.GRANT_GIVEN,
            EventKind.GRANT_ENDED)),
    STEPS(
        "Steps of work",
        EnumSet.of(
            EventKind.TASK_OPENED,
            EventKind.TASK_CLAIMED,
            EventKind.TASK_RELEASED,
            EventKind.TASK_ASSIGNED,
            EventKind.TASK_COMPLETED,
            EventKind.TASK_CANCELLED,
            EventKind.READING_CONFIRMED));

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.copyOf
    private final Set<EventKind> kinds;

    Quiet(String words, Set<EventKind> kinds) {
      this.words = words;
      this.kinds = Set.copyOf(kinds);
    }

    /** What it is called. */
    public String words() {
      return words;
    }

    /** Its name as a parameter's value. */
    public String value() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A line.
   *
   * @param event what happened
   * @param time when it was recorded, in UTC, within its day
   * @param what its kind in words
   * @param who did it, by name and office
   * @param role in which role, in words, or null
   * @param reason why, in words, or null
   * @param effective the day on which it takes effect, in words, or null
   * @param quiet whether it changed nothing
   * @param difference what it changed of the marking, or null
   * @param before what held before where no marking changed
   * @param after what held then where no marking changed
   */
  record Line(
      JournalEvent event,
      String time,
      String what,
      String who,
      @Nullable String role,
      @Nullable String reason,
      @Nullable String effective,
      boolean quiet,
      @Nullable MarkingDifference difference,
      List<EventFacts.Fact> before,
      List<EventFacts.Fact> after) {
    /** Copies the lists. */
    Line {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /** A day of recording, in UTC, and its lines. */
  record Day(LocalDate date, String words, List<Line> lines) {}

  @GetMapping("/journal/documents/{id}")
  ModelAndView show(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable List<String> show,
      @RequestParam(required = false) @Nullable String chosen,
      @RequestParam(required = false) @Nullable String after) {
    Person auditor = callers.current();
    oversight.require(auditor);
    Sight sight = sights.of(auditor);
    // Told as of a list: a document's own events do not grow by an auditor's looking (ADR 0031).
    Dossier dossier = records.views(sight, List.of(id)).get(0);
    List<MarkingRow> rows = viewing.markings(sight, id);
    Set<Quiet> shown = shown(show, chosen);
    ListView<JournalEvent> events = events(auditor, id, shown, after);
    return new ModelAndView("records/timeline")
        .addObject("dossier", dossier)
        .addObject("id", id)
        .addObject("course", LevelCourse.of(rows, names))
        .addObject("days", days(events.items(), dossier.document().documentDate()))
        .addObject("kinds", List.of(Quiet.values()))
        .addObject("shown", shown)
        .addObject("values", shown.stream().map(Quiet::value).toList())
        .addObject("whole", shown.size() == Quiet.values().length)
        .addObject("first", after == null)
        .addObject("next", events.next())
        .addObject("pageMarking", marking(auditor, dossier, rows, events.items()));
  }

  /** Without a choice everything is shown; a choice may be of nothing. */
  private static Set<Quiet> shown(@Nullable List<String> show, @Nullable String chosen) {
    if (chosen == null) {
      return EnumSet.allOf(Quiet.class);
    }
    Set<Quiet> shown = EnumSet.noneOf(Quiet.class);
    for (Quiet quiet : Quiet.values()) {
      if (show != null && show.contains(quiet.value())) {
        shown.add(quiet);
      }
    }
    return shown;
  }

  /**
   * The page of lines that are not left out, however many of the others lie between them; shorter,
   * or empty, where they are very many, with a cursor from where to look on.
   */
  private ListView<JournalEvent> events(
      Person auditor, UUID document, Set<Quiet> shown, @Nullable String after) {
    EventFilter filter = new EventFilter(document, null, null, null, null);
    PageRequest asked = PageRequest.of(PAGE, after);
    JournalEvent.@Nullable Position last = Cursors.event(asked.after());
    List<JournalEvent> found = new ArrayList<>();
    List<JournalEvent> read;
    int pages = 0;
    do {
      if (pages++ == MOST_PAGES && last != null) {
        return new ListView<>(found, PageRequest.cursor(Cursors.key(last)));
      }
      read =
          queries.events(
              auditor,
              callers.occasion(Role.AUDITOR),
              filter,
              JournalQueries.Order.ASC,
              last,
              PAGE);
      read.stream()
          .filter(event -> quiet(event.kind()) == null || shown.contains(quiet(event.kind())))
          .forEach(found::add);
      last = read.isEmpty() ? last : read.get(read.size() - 1).position();
    } while (read.size() == PAGE && found.size() <= PAGE);
    return asked.page(found.stream().limit(PAGE + 1L).toList(), Cursors::key);
  }

  private static @Nullable Quiet quiet(EventKind kind) {
    for (Quiet quiet : Quiet.values()) {
      if (quiet.kinds.contains(kind)) {
        return quiet;
      }
    }
    return null;
  }

  private List<Day> days(List<JournalEvent> events, @Nullable LocalDate documentDate) {
    List<Day> days = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    LocalDate day = null;
    for (JournalEvent event : events) {
      LocalDate its = event.at().atOffset(ZoneOffset.UTC).toLocalDate();
      if (!its.equals(day)) {
        lines = new ArrayList<>();
        day = its;
        days.add(new Day(its, names.day(its), lines));
      }
      lines.add(line(event, documentDate));
    }
    return days;
  }

  private Line line(JournalEvent event, @Nullable LocalDate documentDate) {
    boolean marks =
        event.kind() == EventKind.MARKING_CHANGED || event.kind() == EventKind.DOCUMENT_REGISTERED;
    MarkingDifference difference =
        marks ? MarkingDifference.of(event.before(), event.after(), documentDate, reader) : null;
    String role = event.role();
    String reason = event.reasonCode();
    LocalDate effective = event.effectiveOn();
    return new Line(
        event,
        TIME.format(event.at()),
        Typed.words(event.kind()),
        who(event.actor()),
        role == null ? null : role.toLowerCase(Locale.ROOT).replace('_', ' '),
        reason == null ? null : EventFacts.value(reason),
        effective == null ? null : names.day(effective),
        quiet(event.kind()) != null,
        difference,
        difference == null ? EventFacts.of(event.before()) : List.of(),
        difference == null ? EventFacts.of(event.after()) : List.of());
  }

  /** By name and office as they were recorded; older lines bear no name. */
  private String who(@Nullable Actor actor) {
    if (actor == null || actor.id().equals(Actor.SYSTEM.id())) {
      return "The system";
    }
    String name = actor.name();
    if (name != null) {
      return name + ", " + actor.office();
    }
    return people
        .byId(actor.id())
        .map(person -> person.displayName() + ", " + actor.office())
        .orElse(actor.office() + " (the account is closed)");
  }

  private PageMarking marking(
      Person auditor, Dossier dossier, List<MarkingRow> rows, List<JournalEvent> events) {
    Protection rollUp = dossier.protection();
    for (MarkingRow row : rows) {
      rollUp = rollUp.join(labels.protection(row.label()));
    }
    for (long label : queries.labelsOf(auditor, events)) {
      rollUp = rollUp.join(labels.protection(label));
    }
    return PageMarking.of(rollUp);
  }
}
