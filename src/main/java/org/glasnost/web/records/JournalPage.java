package org.glasnost.web.records;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.glasnost.audit.Checkpoint;
import org.glasnost.audit.EventKind;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Labels;
import org.glasnost.contract.FindingView;
import org.glasnost.history.EventFilter;
import org.glasnost.history.JournalEvent;
import org.glasnost.history.JournalQueries;
import org.glasnost.history.SavedQueries;
import org.glasnost.history.SavedQuery;
import org.glasnost.history.TreeQueries;
import org.glasnost.marking.Protection;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.glasnost.web.Callers;
import org.glasnost.web.Cursors;
import org.glasnost.web.ListView;
import org.glasnost.web.PageRequest;
import org.glasnost.web.page.PageMarking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Where auditors search the journal. Newest first, unless they ask otherwise. */
@Controller
class JournalPage {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** In an address; nothing said is the second. */
  private static final List<String> ORDERS = List.of("asc", "desc");

  /** What keeps the tree from being signed, though the journal records and can be searched. */
  private static final Set<String> UNSIGNED = Set.of("JRN-0002", "JRN-0005");

  private static final Pattern ACCOUNT =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final JournalQueries queries;
  private final TreeQueries tree;
  private final SavedQueries saved;
  private final People people;
  private final OfficeDay officeDay;
  private final Callers callers;
  private final Labels labels;

  JournalPage(
      JournalQueries queries,
      TreeQueries tree,
      SavedQueries saved,
      People people,
      OfficeDay officeDay,
      Callers callers,
      Labels labels) {
    this.queries = queries;
    this.tree = tree;
    this.saved = saved;
    this.people = people;
    this.officeDay = officeDay;
    this.callers = callers;
    this.labels = labels;
  }

  /** The filters as they were typed. */
  record Search(
      @Nullable String document,
      @Nullable String kind,
      @Nullable String actor,
      @Nullable String from,
      @Nullable String to,
      @Nullable String order) {
    /** Everything, newest first. */
    static final Search NONE = new Search(null, null, null, null, null, null);

    /** Whether any event is left out. */
    public boolean restricts() {
      return Typed.text(document) != null
          || Typed.text(kind) != null
          || Typed.text(actor) != null
          || Typed.text(from) != null
          || Typed.text(to) != null;
    }

    /** Whether it is worth keeping: it leaves events out, or turns their order. */
    public boolean says() {
      return restricts() || "asc".equals(order);
    }

    /** The same as it stands in an address, from {@code ?} on; empty where it says nothing. */
    public String asQuery() {
      UriComponentsBuilder query = UriComponentsBuilder.newInstance();
      put(query, "document", document);
      put(query, "kind", kind);
      put(query, "actor", actor);
      put(query, "from", from);
      put(query, "to", to);
      put(query, "order", order);
      return query.encode().build().toUriString();
    }

    private static void put(UriComponentsBuilder query, String name, @Nullable String value) {
      String text = Typed.text(value);
      if (text != null) {
        query.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, text));
      }
    }

    static Search of(SavedQuery.Search kept) {
      return new Search(
          text(kept.document()),
          text(kept.kind()),
          kept.actor(),
          text(kept.from()),
          text(kept.to()),
          kept.oldestFirst() ? "asc" : null);
    }

    private static @Nullable String text(@Nullable Object value) {
      return value == null ? null : value.toString();
    }
  }

  /**
   * A row of the page.
   *
   * @param at when it was recorded, in UTC
   * @param what its kind in words
   * @param event the event
   * @param before what held before, one fact a line
   * @param after what held from then on
   * @param role the role in words, or null
   * @param reason why, in words, or null
   */
  record Row(
      String at,
      String what,
      JournalEvent event,
      List<EventFacts.Fact> before,
      List<EventFacts.Fact> after,
      @Nullable String role,
      @Nullable String reason) {
    /** Copies the lists. */
    Row {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /** A kind that can be asked for. */
  record Kind(String name, String words) {
    static Kind of(EventKind kind) {
      return new Kind(kind.name(), Typed.words(kind));
    }
  }

  /**
   * How far the journal is bound.
   *
   * @param size leaves in the tree
   * @param root its root, in base64
   * @param placed how many events of this page are in it
   * @param waiting how many are not yet
   */
  record Bound(long size, String root, long placed, long waiting) {}

  /**
   * A search that is kept.
   *
   * @param id of it
   * @param name what its owner calls it
   * @param path where it is asked
   */
  record Kept(UUID id, String name, String path) {
    static Kept of(SavedQuery query) {
      return new Kept(query.id(), query.name(), JournalPage.path(query.search()));
    }
  }

  /** Where a kept search is asked. */
  static String path(SavedQuery.Search search) {
    return "/journal" + Search.of(search).asQuery();
  }

  @GetMapping("/journal")
  ModelAndView show(
      @ModelAttribute Search search, @RequestParam(required = false) @Nullable String after) {
    Person auditor = callers.current();
    ModelAndView page = new ModelAndView("records/journal");
    Checkpoint checkpoint = checkpoint(page, auditor);
    page.addObject("search", search);
    page.addObject("kinds", Arrays.stream(EventKind.values()).map(Kind::of).toList());
    page.addObject("found", FormFindings.NONE);
    page.addObject("kept", saved.of(auditor).stream().map(Kept::of).toList());
    page.addObject("keeping", FormFindings.NONE);
    FormFindings found = FormFindings.NONE;
    ListView<JournalEvent> events;
    try {
      events = events(auditor, search, after);
    } catch (Refused refused) {
      events = ListView.whole(List.of());
      found = FormFindings.of(refused);
      found.on(page, refused);
    }
    page.addObject("fields", Fields.of(found));
    long placed = events.items().stream().filter(event -> event.index() != null).count();
    page.addObject("rows", events.items().stream().map(this::row).toList());
    page.addObject("next", events.next());
    page.addObject("pageMarking", marking(auditor, events.items()));
    page.addObject("first", after == null);
    if (checkpoint != null) {
      page.addObject(
          "bound",
          new Bound(checkpoint.size(), checkpoint.root(), placed, events.items().size() - placed));
    }
    return page;
  }

  /** How far the journal is bound; null where it cannot be, which is told on the page. */
  private @Nullable Checkpoint checkpoint(ModelAndView page, Person auditor) {
    try {
      return tree.checkpoint(auditor);
    } catch (Refused refused) {
      Finding why = refused.findings().get(0);
      if (!UNSIGNED.contains(why.rule().value())) {
        throw refused;
      }
      page.addObject("unsigned", FindingView.of(why));
      return null;
    }
  }

  /**
   * Which fields show what was typed though they could not have it from their own choice: a list
   * shows only what is in it, and a field of days only days.
   *
   * @param unlistedKind whether what was typed for a kind is none
   * @param from the type of the field
   * @param to the type of the field
   * @param unlistedOrder whether what was asked for as an order is none
   */
  record Fields(boolean unlistedKind, String from, String to, boolean unlistedOrder) {
    static Fields of(FormFindings found) {
      return new Fields(
          found.errorAt("/kind"), day(found, "/from"), day(found, "/to"), found.errorAt("/order"));
    }

    private static String day(FormFindings found, String pointer) {
      return found.errorAt(pointer) ? "text" : "date";
    }
  }

  /** The roll-up of the events shown: a line about a document bears that document's marking. */
  private PageMarking marking(Person auditor, List<JournalEvent> shown) {
    Protection rollUp =
        queries.labelsOf(auditor, shown).stream()
            .map(labels::protection)
            .reduce(Protection.UNRESTRICTED, Protection::join);
    return PageMarking.of(rollUp);
  }

  private ListView<JournalEvent> events(Person auditor, Search search, @Nullable String after) {
    EventFilter filter = filter(search);
    PageRequest asked = PageRequest.of(null, after);
    return asked.page(
        queries.events(
            auditor,
            callers.occasion(Role.AUDITOR),
            filter,
            "asc".equals(search.order()) ? JournalQueries.Order.ASC : JournalQueries.Order.DESC,
            Cursors.event(asked.after()),
            asked.limit() + 1),
        Cursors::key);
  }

  /**
   * What is asked for.
   *
   * @throws Refused with what could not be read, or is not there
   */
  EventFilter filter(Search search) {
    Typed typed = new Typed();
    UUID document = typed.id(search.document(), "/document");
    EventKind kind = typed.one(EventKind.class, search.kind(), "/kind");
    LocalDate from = typed.day(search.from(), "/from");
    LocalDate to = typed.day(search.to(), "/to");
    requireOrder(typed, search);
    typed.refuseIfAny();
    return new EventFilter(
        document,
        actor(search.actor()),
        kind,
        from == null ? null : officeDay.startOf(from),
        to == null ? null : officeDay.startOf(to.plusDays(1)));
  }

  /** An order that there is not would be answered with another. */
  static void requireOrder(Typed typed, Search search) {
    typed.among(ORDERS, search.order(), "/order");
  }

  /** An account's id, or the user name of one that is open. */
  private @Nullable UUID actor(@Nullable String written) {
    String name = Typed.text(written);
    if (name == null) {
      return null;
    }
    return people
        .byUserName(name)
        .map(Person::id)
        .orElseGet(
            () -> {
              Typed typed = new Typed();
              UUID id = typed.id(name, "/actor");
              if (id == null) {
                throw new Refused(
                    Ground.RULE,
                    Finding.error(
                            "WEB-0209",
                            "No open account has that user name. For a closed one, give its id.")
                        .atMember("/actor"));
              }
              return id;
            });
  }

  private Row row(JournalEvent event) {
    String role = event.role();
    String reason = event.reasonCode();
    return new Row(
        UTC.format(event.at()) + "Z",
        Typed.words(event.kind()),
        event,
        named(EventFacts.of(event.before())),
        named(EventFacts.of(event.after())),
        role == null ? null : role.toLowerCase(Locale.ROOT).replace('_', ' '),
        reason == null ? null : EventFacts.value(reason));
  }

  /** An account is told by its name, as long as it is open. */
  private List<EventFacts.Fact> named(List<EventFacts.Fact> facts) {
    return facts.stream()
        .map(
            fact ->
                ACCOUNT.matcher(fact.value()).matches()
                    ? people
                        .byId(UUID.fromString(fact.value()))
                        .map(
                            p -> new EventFacts.Fact(fact.name(), p.userName() + ", " + p.office()))
                        .orElse(fact)
                    : fact)
        .toList();
  }
}
