package org.glasnost.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.glasnost.marking.rollup.RollUp;
import org.glasnost.marking.rollup.RolledUp;
import org.glasnost.reading.LineKind;
import org.glasnost.reading.MarkingReader;
import org.glasnost.reading.RollingUpPortions;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The two calculators on markings. They store nothing and log nothing of what they are given. */
@RestController
@RequestMapping("/api/markings")
public class MarkingsController {
  private static final int MOST = 1000;

  private final MarkingReader reader;
  private final RollingUpPortions rollingUp;

  /**
   * @param reader reads by the registers that travel with the product
   */
  MarkingsController(MarkingReader reader) {
    this.reader = reader;
    this.rollingUp = new RollingUpPortions(reader);
  }

  /**
   * Lines to read.
   *
   * @param lines at most 1,000
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record ParseRequest(
      @JsonSetter(contentNulls = Nulls.SET) @Nullable List<@Nullable LineRequest> lines) {}

  /**
   * One line to read.
   *
   * @param text the text; required
   * @param kind what it is; AUTO where absent
   * @param documentDate the day of the document that bears it
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record LineRequest(
      @Nullable String text, @Nullable LineKind kind, @Nullable LocalDate documentDate) {}

  /**
   * The readings, one per line, in order.
   *
   * @param readings what the lines say
   */
  public record ParseAnswer(List<ReadingView> readings) {}

  /**
   * Portion marks to roll up.
   *
   * @param portions the marks, at most 1,000; required
   * @param banner gives the list that a bare REL bears
   * @param documentDate the day of the document
   * @param context whether release markings are required; OTHER where absent
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record RollUpRequest(
      @JsonSetter(contentNulls = Nulls.SET) @Nullable List<@Nullable String> portions,
      @Nullable String banner,
      @Nullable LocalDate documentDate,
      RollUp.@Nullable Context context) {}

  /**
   * The banner with its explanation.
   *
   * @param banner null where a portion leaves it open
   * @param explanation the rules that acted
   * @param findings what is wrong with the portions
   */
  public record RollUpAnswer(
      @Nullable String banner, List<StepView> explanation, List<FindingView> findings) {}

  /**
   * One rule that acted.
   *
   * @param rule its id
   * @param message what it did
   * @param cites what it rests on
   */
  public record StepView(String rule, String message, List<String> cites) {
    /** The view of a step. */
    static StepView of(RolledUp.Step step) {
      return new StepView(
          step.rule().id().value(), step.message(), List.of(step.rule().citation().shown()));
    }
  }

  /** Reads lines. */
  @PostMapping("/parse")
  public ParseAnswer parse(@RequestBody ParseRequest request) {
    List<@Nullable LineRequest> lines = required(request.lines(), "/lines");
    List<ReadingView> readings = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      LineRequest line = lines.get(i);
      String text = line == null ? null : line.text();
      if (line == null || text == null) {
        throw missing("/lines/" + i + "/text");
      }
      LineKind kind = line.kind();
      readings.add(
          ReadingView.of(
              reader.read(text, kind == null ? LineKind.AUTO : kind, line.documentDate())));
    }
    return new ParseAnswer(readings);
  }

  /** Rolls portion marks up. */
  @PostMapping("/rollup")
  public RollUpAnswer rollUp(@RequestBody RollUpRequest request) {
    List<@Nullable String> portions = required(request.portions(), "/portions");
    List<String> marks = new ArrayList<>();
    for (int i = 0; i < portions.size(); i++) {
      String text = portions.get(i);
      if (text == null) {
        throw missing("/portions/" + i);
      }
      marks.add(text);
    }
    RollUp.Context context = request.context();
    RolledUp rolledUp =
        rollingUp.of(
            marks,
            request.banner(),
            request.documentDate(),
            context == null ? RollUp.Context.OTHER : context);
    return new RollUpAnswer(
        rolledUp.banner(),
        rolledUp.explanation().stream().map(StepView::of).toList(),
        FindingView.of(rolledUp.findings()));
  }

  private static <T extends @Nullable Object> List<T> required(
      @Nullable List<T> list, String member) {
    if (list == null) {
      throw missing(member);
    }
    if (list.size() > MOST) {
      throw new Refused(
          Refused.Ground.RULE,
          Finding.error("MRK-0901", "At most " + MOST + " are taken in one call.")
              .atMember(member));
    }
    return list;
  }

  private static Refused missing(String member) {
    return new Refused(
        Refused.Ground.RULE, Finding.error("MRK-0902", "This is required.").atMember(member));
  }
}
