package org.glasnost.web.markings;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.glasnost.contract.Calculators;
import org.glasnost.marking.Protection;
import org.glasnost.marking.rollup.RollUp;
import org.glasnost.marking.rollup.RolledUp;
import org.glasnost.reading.LineKind;
import org.glasnost.reading.MarkingReader;
import org.glasnost.reading.RollingUpPortions;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.web.PastedText;
import org.glasnost.web.page.PageMarking;
import org.glasnost.web.records.FormFindings;
import org.glasnost.web.records.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** From portion marks, one a line, to the banner that follows from them. */
@Controller
class RollUpPage {
  private static final Set<String> FIELDS =
      Set.of("/portions", "/banner", "/documentDate", "/context");
  private static final int LONGEST = 100_000;

  private final MarkingReader reader;
  private final RollingUpPortions rollingUp;
  private final PastedText pasted;

  RollUpPage(MarkingReader reader, PastedText pasted) {
    this.reader = reader;
    this.rollingUp = new RollingUpPortions(reader);
    this.pasted = pasted;
  }

  /** The form as it was typed. */
  record Form(
      @Nullable String portions,
      @Nullable String banner,
      @Nullable String documentDate,
      @Nullable String context) {
    static final Form EMPTY = new Form(null, null, null, null);
  }

  /**
   * The answer.
   *
   * @param banner the banner, or null where it stays open
   * @param style the colour of its level
   * @param steps the rules that acted
   * @param findings what is wrong with the portions
   * @param portions the portions as they were taken
   */
  record Answer(
      @Nullable String banner,
      String style,
      List<Step> steps,
      List<FindingShown> findings,
      List<String> portions) {
    Answer {
      steps = List.copyOf(steps);
      findings = List.copyOf(findings);
      portions = List.copyOf(portions);
    }
  }

  /** A rule that acted. */
  record Step(String rule, String message, String cites) {}

  @GetMapping("/markings/rollup")
  ModelAndView show(HttpServletResponse response) {
    ModelAndView page = page(Form.EMPTY);
    Marked.as(page, response, Protection.UNRESTRICTED);
    return page;
  }

  @PostMapping("/markings/rollup")
  ModelAndView rollUp(@ModelAttribute Form form, HttpServletResponse response) {
    ModelAndView page = page(form);
    String typedPortions = Objects.requireNonNullElse(form.portions(), "");
    try {
      Typed typed = new Typed();
      LocalDate date = typed.day(form.documentDate(), "/documentDate");
      RollUp.Context context = typed.one(RollUp.Context.class, form.context(), "/context");
      typed.refuseIfAny();
      List<String> portions = portions(typedPortions);
      String banner = Typed.text(form.banner());
      RolledUp rolledUp =
          rollingUp.of(portions, banner, date, context == null ? RollUp.Context.OTHER : context);
      Protection held =
          pasted.ofMarkings(
              portions.stream()
                  .map(portion -> reader.read(portion, LineKind.PORTION, date))
                  .toList());
      if (banner != null) {
        held = held.join(pasted.ofMarking(reader.read(banner, LineKind.BANNER, date)));
      }
      page.addObject("answer", answer(rolledUp, held, portions));
      Marked.as(page, response, held);
      return page;
    } catch (Refused refused) {
      boolean nothing = typedPortions.isBlank() && Typed.text(form.banner()) == null;
      Marked.as(page, response, nothing ? Protection.UNRESTRICTED : pasted.unread());
      return FormFindings.of(refused).on(page, refused);
    }
  }

  private static List<String> portions(String typed) {
    if (typed.length() > LONGEST) {
      throw refused(
          "WEB-0223", "Portion marks are short: this is longer than a thousand of them can be.");
    }
    List<String> portions = typed.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (portions.isEmpty()) {
      throw refused("WEB-0222", "Write at least one portion mark, such as (S//NF).");
    }
    if (portions.size() > Calculators.MOST) {
      throw new Refused(Refused.Ground.RULE, Calculators.tooMany().atMember("/portions"));
    }
    return portions;
  }

  private static Refused refused(String rule, String message) {
    return new Refused(Refused.Ground.RULE, Finding.error(rule, message).atMember("/portions"));
  }

  private static Answer answer(RolledUp rolledUp, Protection held, List<String> portions) {
    List<FindingShown> findings = new ArrayList<>();
    for (Finding finding : rolledUp.findings()) {
      findings.add(FindingShown.ofPortions(finding, findings.size() + 1));
    }
    String banner = rolledUp.banner();
    return new Answer(
        banner == null ? null : Signs.visible(banner),
        PageMarking.of(held).style(),
        rolledUp.explanation().stream()
            .map(
                step ->
                    new Step(
                        step.rule().id().value(),
                        Signs.visible(step.message()),
                        step.rule().citation().shown()))
            .toList(),
        findings,
        portions.stream().map(Signs::visible).toList());
  }

  private static ModelAndView page(Form form) {
    ModelAndView page = new ModelAndView("markings/rollup");
    page.addObject("form", form);
    // HTML takes the first line end of a field away.
    page.addObject("portions", "\n" + Objects.requireNonNullElse(form.portions(), ""));
    page.addObject("fields", FIELDS);
    page.addObject("found", FormFindings.NONE);
    page.addObject("answer", null);
    return page;
  }
}
