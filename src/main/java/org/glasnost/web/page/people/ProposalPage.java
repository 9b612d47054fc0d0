package org.glasnost.web.page.people;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.glasnost.authority.Delegation;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.TrainingKind;
import org.glasnost.authority.access.GrantScope;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.authority.office.ProposingRight;
import org.glasnost.authority.office.Sought;
import org.glasnost.authority.office.ViewingPeople;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.Agencies;
import org.glasnost.policy.RoleWords;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.glasnost.web.page.Onward;
import org.glasnost.web.people.GrantBody;
import org.glasnost.web.records.FormFindings;
import org.glasnost.web.records.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an officer proposes something for a person: a form for each kind. */
@Controller
@RequestMapping("/people/{id}/propose/{kind}")
class ProposalPage {
  private final ViewingPeople viewing;
  private final ProposingRight proposing;
  private final Agencies agencies;
  private final RoleWords roles;
  private final OfficersDesk desk;

  ProposalPage(
      ViewingPeople viewing,
      ProposingRight proposing,
      Agencies agencies,
      RoleWords roles,
      OfficersDesk desk) {
    this.viewing = viewing;
    this.proposing = proposing;
    this.agencies = agencies;
    this.roles = roles;
    this.desk = desk;
  }

  /** A value of a choice and what it is called. */
  record Option(String value, String words) {}

  /** A kind's form under the page of a person: {@code need-to-know}. */
  static String path(GrantBody.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static GrantBody.Kind kind(String path) {
    return Arrays.stream(GrantBody.Kind.values())
        .filter(kind -> path(kind).equals(path))
        .findFirst()
        .orElseThrow(Refused::notKnown);
  }

  @GetMapping
  ModelAndView show(
      @PathVariable UUID id,
      @PathVariable String kind,
      @RequestParam(required = false) @Nullable String document) {
    return form(
        viewing.known(desk.officer(), id),
        kind(kind),
        ProposalForm.empty(document),
        FormFindings.NONE);
  }

  @PostMapping
  ModelAndView propose(
      @PathVariable UUID id, @PathVariable("kind") String path, @ModelAttribute ProposalForm form) {
    Person officer = desk.officer();
    ViewingPeople.Known known = viewing.known(officer, id);
    GrantBody.Kind kind = kind(path);
    try {
      Typed typed = new Typed();
      LocalDate from = typed.day(form.from(), "/from");
      LocalDate to = typed.day(form.to(), "/to");
      Sought sought = form.sought(kind, typed);
      if (sought.need() != null) {
        desk.concerns(sought.need().document());
      }
      UUID order =
          proposing
              .propose(
                  new ProposingRight.Proposal(id, sought, from, to, form.reason()),
                  officer,
                  desk.occasion())
              .id();
      return Onward.to("/people/orders/" + order);
    } catch (Refused refused) {
      // The person was found above: what is not known is the document.
      FormFindings found =
          refused.ground() == Ground.NOT_KNOWN
              ? desk.notKnown(
                  refused,
                  Finding.error(
                          "WEB-0241", "There is no record of this id that you are cleared for.")
                      .atMember("/grant/document"))
              : desk.refused(refused);
      return found.on(form(known, kind, form, found), refused);
    }
  }

  private ModelAndView form(
      ViewingPeople.Known known, GrantBody.Kind kind, ProposalForm form, FormFindings found) {
    return new ModelAndView("people/propose")
        .addObject("known", known)
        .addObject("kind", kind.name())
        .addObject("path", path(kind))
        .addObject("one", RightInWords.one(kind))
        .addObject("form", form)
        .addObject("found", found)
        .addObject("fields", ProposalForm.fields(kind))
        .addObject("roles", roles())
        .addObject("levels", levels())
        .addObject("agencies", agencies())
        .addObject("authorities", authorities())
        .addObject("trainings", trainings())
        .addObject("sources", sources())
        .addObject("scopes", scopes());
  }

  private List<Option> roles() {
    return Arrays.stream(Role.values())
        .map(role -> new Option(role.name(), roles.of(role.name()).name()))
        .toList();
  }

  private static List<Option> levels() {
    return Arrays.stream(ClassificationLevel.values())
        .filter(level -> level != ClassificationLevel.UNCLASSIFIED)
        .map(level -> new Option(level.name(), level.banner()))
        .toList();
  }

  private List<Option> agencies() {
    return agencies.all().stream()
        .map(agency -> new Option(agency.id(), agency.id() + " · " + agency.name()))
        .toList();
  }

  private static List<Option> authorities() {
    return Arrays.stream(Delegation.Authority.values())
        .map(authority -> new Option(authority.name(), RightInWords.of(authority)))
        .toList();
  }

  private static List<Option> trainings() {
    return Arrays.stream(TrainingKind.values())
        .map(
            training ->
                new Option(
                    training.name(),
                    Typed.words(training) + " (" + RightInWords.basis(training) + ")"))
        .toList();
  }

  private static List<Option> sources() {
    return List.of(
        new Option(GrantSource.DECISION.name(), "Let in by the officers' decision, to a last day"),
        new Option(GrantSource.NAMED.name(), "Named on the record's own list, by the office held"));
  }

  private static List<Option> scopes() {
    return Arrays.stream(GrantScope.values())
        .map(scope -> new Option(scope.name(), RightInWords.of(scope)))
        .toList();
  }
}
