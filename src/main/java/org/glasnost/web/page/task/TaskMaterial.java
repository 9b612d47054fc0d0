package org.glasnost.web.page.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.access.Sight;
import org.glasnost.document.ReadDocument;
import org.glasnost.document.ReadingContent;
import org.glasnost.document.ReadingContent.PortionText;
import org.glasnost.document.ViewingDocument;
import org.glasnost.marking.StatedLevel;
import org.glasnost.policy.Agencies;
import org.glasnost.policy.OfficeDay;
import org.glasnost.process.TaskKind;
import org.glasnost.process.worklist.WorkItem;
import org.glasnost.release.Releasing;
import org.glasnost.release.copy.ReleasedCopy;
import org.glasnost.review.Decision;
import org.glasnost.review.DocumentReview;
import org.glasnost.review.Step;
import org.glasnost.review.ViewingReview;
import org.glasnost.review.Withheld;
import org.glasnost.review.WithholdingBases;
import org.glasnost.web.RegistrationsShown;
import org.glasnost.web.page.DatesToday;
import org.glasnost.web.page.MarkingsShown;
import org.glasnost.web.page.Names;
import org.glasnost.web.page.ReadingWords;
import org.glasnost.web.page.Sheet;
import org.glasnost.web.page.TextRun;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out what a person who has a task needs beside its form. */
@Component
class TaskMaterial {
  private final ViewingDocument viewing;
  private final RegistrationsShown records;
  private final ReadingContent content;
  private final ViewingReview reviews;
  private final WithholdingBases bases;
  private final Releasing releasing;
  private final Agencies agencies;
  private final MarkingsShown markings;
  private final OfficeDay officeDay;
  private final Names names;

  TaskMaterial(
      ViewingDocument viewing,
      RegistrationsShown records,
      ReadingContent content,
      ViewingReview reviews,
      WithholdingBases bases,
      Releasing releasing,
      Agencies agencies,
      MarkingsShown markings,
      OfficeDay officeDay,
      Names names) {
    this.viewing = viewing;
    this.records = records;
    this.content = content;
    this.reviews = reviews;
    this.bases = bases;
    this.releasing = releasing;
    this.agencies = agencies;
    this.markings = markings;
    this.officeDay = officeDay;
    this.names = names;
  }

  /** What a task is about, to whoever may know of its document. */
  Matter matter(Sight sight, WorkItem item) {
    UUID review = item.review();
    return Matter.of(
        item,
        records.view(sight, item.document()),
        review == null
            ? null
            : reviews.view(sight, review).courses().stream()
                .filter(part -> part.document().equals(item.document()))
                .findFirst()
                .orElseThrow());
  }

  /** Puts one sheet of the material into the model. The reading of the text is recorded first. */
  void layOut(Model model, Matter matter, Spread spread, Sight sight, Occasion occasion) {
    WorkItem item = matter.item();
    UUID document = item.document();
    model.addAttribute("sheet", spread.shown());
    model.addAttribute("dates", DatesToday.of(matter.dossier().declassification(), names));
    model.addAttribute("shown", markings.of(matter.dossier(), viewing.markings(sight, document)));
    if (item.kind() == TaskKind.MARKING_REVIEW) {
      ReadingsShown.layOut(model, matter, content.text(sight, document, occasion), spread);
      model.addAttribute("levels", StatedLevel.values());
      return;
    }
    DocumentReview course = matter.course();
    List<Previous> previous =
        course.steps().stream()
            .map(
                step ->
                    Previous.of(
                        step,
                        names.of(step.by()),
                        names.moment(step.at()),
                        matter.mayReadReasons()))
            .toList();
    model.addAttribute("previous", previous);
    model.addAttribute("originator", matter.dossier().document().originatingAgency());
    model.addAttribute("agencies", agencies.all());
    model.addAttribute(
        "bases", bases.admissible(matter.dossier().document().documentDate(), officeDay.today()));
    model.addAttribute("determinations", determinations());
    model.addAttribute("choices", Decision.Choice.values());
    model.addAttribute("standing", standing(previous));
    model.addAttribute(
        "portions",
        rows(matter, spread.shown(), previous, content.portions(sight, document, occasion)));
    switch (item.kind()) {
      case REDACTION_CHECK, RELEASE -> {
        ReleasedCopy copy =
            releasing.preview(sight, Objects.requireNonNull(item.review()), document);
        model.addAttribute("copy", copy);
        model.addAttribute("copied", spread.shown().of(copy.portions()));
      }
      case MARKING_REVIEW,
          EQUITY_IDENTIFICATION,
          FIRST_REVIEW,
          REFERRAL_ANSWER,
          SECOND_REVIEW,
          ADJUDICATION,
          SIGNATURE,
          REDACTION -> {}
    }
  }

  private static List<PortionRow> rows(
      Matter matter, Sheet sheet, List<Previous> previous, List<PortionText> texts) {
    Withheld withheld = withheld(matter);
    Set<String> asked = new HashSet<>(matter.asked());
    Map<String, List<String>> readings = readings(matter);
    List<PortionRow> rows = new ArrayList<>();
    int index = 0;
    for (PortionText text : texts) {
      if (asked.contains(text.id())) {
        if (sheet.holds(index)) {
          rows.add(
              PortionRow.of(
                  index,
                  text,
                  marked(text.id(), withheld),
                  previous,
                  equities(matter.course(), text.id()),
                  readings.getOrDefault(text.id(), List.of())));
        }
        index++;
      }
    }
    return rows;
  }

  /** What was read in each portion and not denied by a person. */
  private static Map<String, List<String>> readings(Matter matter) {
    Map<String, List<String>> readings = new HashMap<>();
    for (ReadDocument.Found found : matter.dossier().read().readings()) {
      if (!Boolean.FALSE.equals(found.accepted())) {
        String portion = matter.dossier().portions().get(matter.portionAt(found.from())).id();
        readings
            .computeIfAbsent(portion, p -> new ArrayList<>())
            .addAll(ReadingWords.meaning(found.reading()));
      }
    }
    return readings;
  }

  private static List<String> equities(DocumentReview course, String portion) {
    return course.equities().stream()
        .filter(equity -> portion.equals(equity.portion()))
        .map(equity -> equity.agency() + ": " + heard(course, equity, portion))
        .toList();
  }

  private static String heard(DocumentReview course, Step.Equity equity, String portion) {
    Step.ReferralAnswer answer = course.answers().get(String.valueOf(equity.agency()));
    if (answer == null) {
      boolean asked =
          course
              .referred()
              .getOrDefault(String.valueOf(equity.agency()), List.of())
              .contains(portion);
      return asked ? "asked, not heard yet" : "not asked yet";
    }
    return answer.portions().stream()
        .filter(said -> portion.equals(said.portion()))
        .map(Decision.PortionDecision::decision)
        .filter(Objects::nonNull)
        .findFirst()
        .map(choice -> "answered, " + TaskWords.choice(choice).toLowerCase(Locale.ROOT))
        .orElse("has said nothing of this portion");
  }

  private static @Nullable Previous standing(List<Previous> previous) {
    return previous.stream()
        .filter(earlier -> earlier.determination() != null)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /** What the decision that stands withholds. */
  static Withheld withheld(Matter matter) {
    Map<String, Integer> lengths = new HashMap<>();
    matter.dossier().portions().forEach(p -> lengths.put(p.id(), p.length()));
    return matter
        .course()
        .standing()
        .map(decision -> Withheld.of(decision, lengths))
        .orElse(new Withheld(Map.of()));
  }

  private static List<TextRun.Marked> marked(String portion, Withheld withheld) {
    List<TextRun.Marked> marked = new ArrayList<>();
    withheld
        .stretches()
        .getOrDefault(portion, Map.of())
        .forEach(
            (basis, stretches) ->
                stretches.forEach(s -> marked.add(new TextRun.Marked(s.from(), s.to(), basis))));
    return marked;
  }

  /** A value and what it is called. */
  record Option(String value, String words) {}

  private static List<Option> determinations() {
    return Arrays.stream(Decision.Determination.values())
        .map(d -> new Option(d.name(), TaskWords.determination(d)))
        .toList();
  }
}
