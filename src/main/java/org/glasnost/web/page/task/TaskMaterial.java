package org.glasnost.web.page.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.access.Sight;
import org.glasnost.document.Document;
import org.glasnost.document.Documents;
import org.glasnost.document.ReadingContent;
import org.glasnost.document.ReadingContent.PortionText;
import org.glasnost.marking.StatedLevel;
import org.glasnost.policy.Agencies;
import org.glasnost.policy.OfficeDay;
import org.glasnost.process.TaskKind;
import org.glasnost.process.worklist.WorkItem;
import org.glasnost.release.Releasing;
import org.glasnost.review.Decision;
import org.glasnost.review.DocumentReview;
import org.glasnost.review.Step;
import org.glasnost.review.StepKind;
import org.glasnost.review.ViewingReview;
import org.glasnost.review.Withheld;
import org.glasnost.review.WithholdingBases;
import org.glasnost.web.page.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lays out what a person who has a task needs beside its form, and what the form begins with. */
@Component
class TaskMaterial {
  private final Documents documents;
  private final ReadingContent content;
  private final ViewingReview reviews;
  private final ReadingsShown readings;
  private final WithholdingBases bases;
  private final Releasing releasing;
  private final Agencies agencies;
  private final OfficeDay officeDay;
  private final Names names;
  private final JsonMapper json;

  TaskMaterial(
      Documents documents,
      ReadingContent content,
      ViewingReview reviews,
      ReadingsShown readings,
      WithholdingBases bases,
      Releasing releasing,
      Agencies agencies,
      OfficeDay officeDay,
      Names names,
      JsonMapper json) {
    this.documents = documents;
    this.content = content;
    this.reviews = reviews;
    this.readings = readings;
    this.bases = bases;
    this.releasing = releasing;
    this.agencies = agencies;
    this.officeDay = officeDay;
    this.names = names;
    this.json = json;
  }

  /**
   * Puts the material into the model. The reading of the text is recorded first.
   *
   * @return what the form begins with, where neither a draft nor anything typed is there
   */
  JsonNode layOut(Model model, WorkItem item, Sight sight, Occasion occasion) {
    Document document = documents.visible(sight, item.document());
    if (item.kind() == TaskKind.MARKING_REVIEW) {
      readings.layOut(model, item.document(), content.text(sight, item.document(), occasion));
      model.addAttribute("levels", StatedLevel.values());
      return json.createObjectNode();
    }
    UUID review = item.review();
    if (review == null) {
      throw new IllegalStateException(item.kind() + " outside of a review");
    }
    DocumentReview course = course(sight, review, item.document());
    List<Previous> previous =
        course.steps().stream()
            .map(step -> Previous.of(step, names.of(step.by()), names.moment(step.at())))
            .toList();
    List<PortionText> texts = content.portions(sight, item.document(), occasion);
    Withheld withheld =
        course.standing().map(d -> Withheld.of(d, lengths(texts))).orElse(new Withheld(Map.of()));
    model.addAttribute("previous", previous);
    model.addAttribute("equities", course.equities());
    model.addAttribute("originator", document.originatingAgency());
    model.addAttribute("agencies", agencies.all());
    model.addAttribute("bases", bases.admissible(document.documentDate(), officeDay.today()));
    model.addAttribute("determinations", determinations());
    model.addAttribute("choices", Decision.Choice.values());
    List<PortionText> asked = asked(item, course, texts);
    List<PortionRow> rows = new ArrayList<>();
    for (PortionText text : asked) {
      rows.add(PortionRow.of(rows.size(), text, marked(text.id(), withheld), previous));
    }
    model.addAttribute("portions", rows);
    return switch (item.kind()) {
      case EQUITY_IDENTIFICATION, SECOND_REVIEW, ADJUDICATION, MARKING_REVIEW ->
          json.createObjectNode();
      case FIRST_REVIEW ->
          last(course, StepKind.FIRST_REVIEWED)
              .<JsonNode>map(step -> json.valueToTree(step.said().decision()))
              .orElseGet(json::createObjectNode);
      case REFERRAL_ANSWER -> json.createObjectNode().put("agency", item.referredTo());
      case SIGNATURE -> {
        model.addAttribute("standing", standing(previous));
        yield json.createObjectNode();
      }
      case REDACTION ->
          json.createObjectNode().set("redactions", json.valueToTree(redactions(withheld)));
      case REDACTION_CHECK, RELEASE -> {
        model.addAttribute("copy", releasing.preview(sight, review, item.document()));
        yield json.createObjectNode();
      }
    };
  }

  private DocumentReview course(Sight sight, UUID review, UUID document) {
    return reviews.view(sight, review).courses().stream()
        .filter(part -> part.document().equals(document) && part.mayRead())
        .map(ViewingReview.Part::course)
        .findFirst()
        .orElseThrow();
  }

  private static List<PortionText> asked(
      WorkItem item, DocumentReview course, List<PortionText> texts) {
    if (item.kind() != TaskKind.REFERRAL_ANSWER) {
      return texts;
    }
    List<String> asked =
        course.referred().getOrDefault(String.valueOf(item.referredTo()), List.of());
    return texts.stream().filter(text -> asked.contains(text.id())).toList();
  }

  private static Optional<Step> last(DocumentReview course, StepKind kind) {
    return course.steps().stream()
        .filter(step -> step.kind() == kind)
        .reduce((earlier, later) -> later);
  }

  private static @Nullable Previous standing(List<Previous> previous) {
    return previous.stream()
        .filter(earlier -> earlier.determination() != null)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private static Map<String, Integer> lengths(List<PortionText> texts) {
    Map<String, Integer> lengths = new java.util.LinkedHashMap<>();
    texts.forEach(t -> lengths.put(t.id(), t.text().codePointCount(0, t.text().length())));
    return lengths;
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

  private static List<Step.Redacted> redactions(Withheld withheld) {
    List<Step.Redacted> redactions = new ArrayList<>();
    withheld
        .stretches()
        .forEach(
            (portion, byBasis) ->
                byBasis.forEach(
                    (basis, stretches) ->
                        stretches.forEach(
                            s ->
                                redactions.add(
                                    new Step.Redacted(portion, s.from(), s.to(), basis)))));
    return redactions;
  }

  /** A value and what it is called. */
  record Option(String value, String words) {}

  private static List<Option> determinations() {
    return Arrays.stream(Decision.Determination.values())
        .map(d -> new Option(d.name(), TaskWords.determination(d)))
        .toList();
  }
}
