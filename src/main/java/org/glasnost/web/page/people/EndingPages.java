package org.glasnost.web.page.people;

import java.util.UUID;
import org.glasnost.authority.HeldRight;
import org.glasnost.authority.Person;
import org.glasnost.authority.access.HeldNeed;
import org.glasnost.authority.office.EndingRight;
import org.glasnost.authority.office.ViewingPeople;
import org.glasnost.marking.Protection;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Refused;
import org.glasnost.web.ContentMarking;
import org.glasnost.web.page.Onward;
import org.glasnost.web.page.PageMarking;
import org.glasnost.web.people.GrantBody;
import org.glasnost.web.records.FormFindings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an officer ends one thing that a person holds, or all of it when they leave. */
@Controller
@RequestMapping("/people/{id}")
class EndingPages {
  private static final String NOTICE = "notice";

  private final ViewingPeople viewing;
  private final EndingRight ending;
  private final RightInWords words;
  private final ContentMarking markings;
  private final OfficeDay officeDay;
  private final OfficersDesk desk;

  EndingPages(
      ViewingPeople viewing,
      EndingRight ending,
      RightInWords words,
      ContentMarking markings,
      OfficeDay officeDay,
      OfficersDesk desk) {
    this.viewing = viewing;
    this.ending = ending;
    this.words = words;
    this.markings = markings;
    this.officeDay = officeDay;
    this.desk = desk;
  }

  /**
   * What is to end.
   *
   * @param action where the form is sent to
   * @param kind what kind of thing it is
   * @param said what it is
   * @param days on which it holds
   * @param held what the document that it is about is held at
   * @param ofDocument whether it is about one
   */
  private record Ends(
      String action,
      String kind,
      RightInWords.Said said,
      String days,
      Protection held,
      boolean ofDocument) {}

  @GetMapping("/rights/{right}/end")
  ModelAndView right(@PathVariable UUID id, @PathVariable UUID right) {
    Person officer = desk.officer();
    return page(viewing.known(officer, id), right(officer, id, right), FormFindings.NONE, null);
  }

  @PostMapping("/rights/{right}/end")
  ModelAndView endRight(
      @PathVariable UUID id,
      @PathVariable UUID right,
      @RequestParam(required = false) @Nullable String reason,
      RedirectAttributes next) {
    Person officer = desk.officer();
    Ends ends = right(officer, id, right);
    try {
      ending.end(id, right, reason, officer, desk.occasion());
      return ended(id, ends, next);
    } catch (Refused refused) {
      FormFindings found = desk.refused(refused);
      return found.on(page(viewing.known(officer, id), ends, found, reason), refused);
    }
  }

  @GetMapping("/needs/{need}/end")
  ModelAndView need(@PathVariable UUID id, @PathVariable UUID need) {
    Person officer = desk.officer();
    return page(viewing.known(officer, id), need(officer, id, need), FormFindings.NONE, null);
  }

  @PostMapping("/needs/{need}/end")
  ModelAndView endNeed(
      @PathVariable UUID id,
      @PathVariable UUID need,
      @RequestParam(required = false) @Nullable String reason,
      RedirectAttributes next) {
    Person officer = desk.officer();
    Ends ends = need(officer, id, need);
    try {
      ending.endNeed(id, need, reason, officer, desk.occasion());
      return ended(id, ends, next);
    } catch (Refused refused) {
      FormFindings found = desk.refused(refused);
      return found.on(page(viewing.known(officer, id), ends, found, reason), refused);
    }
  }

  /** What leaving does is told before it is done: it cannot be taken back. */
  @GetMapping("/leave")
  ModelAndView leaving(@PathVariable UUID id) {
    return leaving(viewing.known(desk.officer(), id), FormFindings.NONE, null);
  }

  @PostMapping("/leave")
  ModelAndView leave(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String reason,
      RedirectAttributes next) {
    Person officer = desk.officer();
    ViewingPeople.Known known = viewing.known(officer, id);
    try {
      ending.leave(id, reason, officer, desk.occasion());
      next.addFlashAttribute(NOTICE, "Everything has ended, and the account is closed.");
      return Onward.to("/people/" + id);
    } catch (Refused refused) {
      FormFindings found = desk.refused(refused);
      return found.on(leaving(known, found, reason), refused);
    }
  }

  private ModelAndView leaving(
      ViewingPeople.Known known, FormFindings found, @Nullable String reason) {
    Person officer = desk.officer();
    return new ModelAndView("people/leave")
        .addObject("known", known)
        .addObject(
            "rights",
            viewing.rights(officer, known.id()).stream()
                .filter(right -> right.runsOn(officeDay.today()))
                .count())
        .addObject("found", found)
        .addObject("reason", reason);
  }

  private static ModelAndView ended(UUID id, Ends ends, RedirectAttributes next) {
    next.addFlashAttribute(NOTICE, "Ended: " + ends.kind() + ", " + ends.said().words() + ".");
    return Onward.to("/people/" + id);
  }

  private ModelAndView page(
      ViewingPeople.Known known, Ends ends, FormFindings found, @Nullable String reason) {
    return new ModelAndView("people/end")
        .addObject("known", known)
        .addObject("action", ends.action())
        .addObject("kind", ends.kind())
        .addObject("said", ends.said())
        .addObject("days", ends.days())
        .addObject("marking", ends.ofDocument() ? PageMarking.of(ends.held()) : null)
        .addObject("found", found)
        .addObject("reason", reason)
        .addObject("pageMarking", PageMarking.of(ends.held()));
  }

  private Ends right(Person officer, UUID account, UUID right) {
    HeldRight held =
        viewing.rights(officer, account).stream()
            .filter(each -> each.id().equals(right) && each.runsOn(officeDay.today()))
            .findFirst()
            .orElseThrow(Refused::notKnown);
    return new Ends(
        "/people/" + account + "/rights/" + right + "/end",
        RightInWords.title(GrantBody.Kind.valueOf(held.right().kind().name())),
        words.of(held.right()),
        words.days(held.from(), held.to()),
        Protection.UNRESTRICTED,
        false);
  }

  private Ends need(Person officer, UUID account, UUID need) {
    HeldNeed held =
        viewing.needs(officer, account).stream()
            .filter(each -> each.id().equals(need) && each.runsOn(officeDay.today()))
            .findFirst()
            .orElseThrow(Refused::notKnown);
    return new Ends(
        "/people/" + account + "/needs/" + need + "/end",
        RightInWords.title(GrantBody.Kind.NEED_TO_KNOW),
        words.of(held.source(), held.scope(), null),
        words.days(held.from(), held.until() == null ? null : held.until().minusDays(1)),
        markings.protection(held.document()),
        true);
  }
}
