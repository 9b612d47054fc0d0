package org.glasnost.web.page.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.glasnost.authority.Person;
import org.glasnost.authority.access.AccessDecision;
import org.glasnost.authority.access.Clearing;
import org.glasnost.authority.access.HeldGrant;
import org.glasnost.authority.access.Sights;
import org.glasnost.authority.office.ViewingPeople;
import org.glasnost.document.ExplainingAccess;
import org.glasnost.marking.Protection;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.glasnost.web.page.Names;
import org.glasnost.web.page.PageMarking;
import org.glasnost.web.records.FormFindings;
import org.glasnost.web.records.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Why somebody may, or may not, see a record: test by test, today or as of a day. */
@Controller
class AccessPage {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Set<String> FIELDS = Set.of("/account", "/document", "/asOf", "/knownAt");

  private final ExplainingAccess explaining;
  private final ViewingPeople viewing;
  private final Sights sights;
  private final RightInWords words;
  private final Names names;
  private final OfficersDesk desk;

  AccessPage(
      ExplainingAccess explaining,
      ViewingPeople viewing,
      Sights sights,
      RightInWords words,
      Names names,
      OfficersDesk desk) {
    this.explaining = explaining;
    this.viewing = viewing;
    this.sights = sights;
    this.words = words;
    this.names = names;
    this.desk = desk;
  }

  /** The question as it was typed. */
  record Question(
      @Nullable String account,
      @Nullable String document,
      @Nullable String asOf,
      @Nullable String knownAt) {
    /** Whether anything was asked; a page that names a person alone only begins the question. */
    boolean asked() {
      return Typed.text(document) != null || Typed.text(asOf) != null || knownAtGiven();
    }

    private boolean knownAtGiven() {
      return Typed.text(knownAt) != null;
    }
  }

  /**
   * The answer.
   *
   * @param who whose access
   * @param verdict in a sentence
   * @param style of the verdict
   * @param marking what the record was held at, or null where it was not on file
   * @param when the day and the instant, in words
   * @param tests every test
   * @param lists what the record hangs on beside clearance, in words
   * @param grants the grants that were for them
   */
  record Answer(
      UUID account,
      String who,
      UUID document,
      String verdict,
      String style,
      @Nullable PageMarking marking,
      String when,
      List<Test> tests,
      List<String> lists,
      List<Grant> grants) {
    /** Copies the lists. */
    Answer {
      tests = List.copyOf(tests);
      lists = List.copyOf(lists);
      grants = List.copyOf(grants);
    }
  }

  /** A test and what came of it. */
  record Test(String words, boolean passed, String cites) {
    static Test of(Clearing.Test test) {
      String words = test.test().replace('_', ' ');
      return new Test(
          words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
          test.passed(),
          String.join("; ", test.cites().stream().map(Citation::shown).toList()));
    }
  }

  /** A grant, and whether it meets what the record hangs on. */
  record Grant(String source, String scope, String days, boolean counts) {}

  @GetMapping("/people/access")
  ModelAndView show(@ModelAttribute Question question) {
    Person officer = desk.officer();
    ModelAndView page =
        new ModelAndView("people/access")
            .addObject("question", question)
            .addObject("fields", FIELDS)
            .addObject("found", FormFindings.NONE);
    if (!question.asked()) {
      return page;
    }
    try {
      ExplainingAccess.Asked asked = asked(officer, question);
      desk.concerns(asked.document());
      ExplainingAccess.Explained explained = explaining.explain(asked, sights.of(officer));
      Protection held = explained.held();
      return page.addObject("answer", answer(explained))
          .addObject("pageMarking", PageMarking.of(held == null ? Protection.UNRESTRICTED : held));
    } catch (Refused refused) {
      FormFindings found =
          refused.ground() == Ground.NOT_KNOWN
              ? desk.notKnown(
                  refused,
                  Finding.error(
                          "WEB-0241", "There is no record of this id that you are cleared for.")
                      .atMember("/document"))
              : FormFindings.of(refused);
      return found.on(page, refused);
    }
  }

  private ExplainingAccess.Asked asked(Person officer, Question question) {
    Typed typed = new Typed();
    UUID document = typed.id(question.document(), "/document");
    LocalDate day = typed.day(question.asOf(), "/asOf");
    Instant knownAt = typed.instant(question.knownAt(), "/knownAt");
    typed.refuseIfAny();
    String account = Typed.text(question.account());
    if (account == null) {
      throw refused("WEB-0242", "Name whose access it is.", "/account");
    }
    if (document == null) {
      throw refused("WEB-0242", "Name the record by its id.", "/document");
    }
    ViewingPeople.Known known =
        named(officer, account)
            .orElseThrow(
                () ->
                    refused(
                        "WEB-0243", "There is no account of this user name or id.", "/account"));
    return new ExplainingAccess.Asked(known.id(), document, day, knownAt);
  }

  private Optional<ViewingPeople.Known> named(Person officer, String account) {
    if (!ID.matcher(account).matches()) {
      return viewing.byUserName(officer, account);
    }
    try {
      return Optional.of(viewing.known(officer, UUID.fromString(account)));
    } catch (Refused unknown) {
      return Optional.empty();
    }
  }

  private static Refused refused(String rule, String message, String pointer) {
    return new Refused(Ground.MALFORMED, Finding.error(rule, message).atMember(pointer));
  }

  private Answer answer(ExplainingAccess.Explained explained) {
    AccessDecision decision = explained.decision();
    Protection held = explained.held();
    return new Answer(
        explained.account(),
        desk.nameOf(explained.account()),
        explained.document(),
        verdict(decision),
        style(decision),
        held == null ? null : PageMarking.of(held),
        names.day(explained.day())
            + ", by what was recorded by "
            + names.moment(explained.knownAt()),
        decision.tests().stream().map(Test::of).toList(),
        decision.lists().stream().map(AccessPage::list).toList(),
        decision.needs().stream().map(this::grant).toList());
  }

  private Grant grant(AccessDecision.Need need) {
    HeldGrant grant = need.grant();
    LocalDate until = grant.until();
    return new Grant(
        RightInWords.of(grant.source()),
        RightInWords.of(grant.scope()),
        words.days(grant.from(), until == null ? null : until.minusDays(1)),
        need.counts());
  }

  private static String verdict(AccessDecision decision) {
    if (decision.mayRead()) {
      return "May read the text";
    }
    return decision.mayKnow() ? "May know of it, not read it" : "May not know of it";
  }

  private static String style(AccessDecision decision) {
    if (decision.mayRead()) {
      return "is-open";
    }
    return decision.mayKnow() ? "is-half" : "is-shut";
  }

  private static String list(String list) {
    return switch (list) {
      case "PERSONS" -> "A list of named persons: belonging to the owning office is not enough.";
      case "ORGANISATIONS" ->
          "The originator's list of organisations: the originating and the holding agency are on"
              + " it; others are named, or let in by the officers' decision.";
      case "PROGRAM" ->
          "A program whose own office keeps its list: named there, or let in by the officers'"
              + " decision.";
      default -> throw new IllegalArgumentException("no list of ours: " + list);
    };
  }
}
