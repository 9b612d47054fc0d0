package org.glasnost.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.glasnost.marking.Canonical;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Era;
import org.glasnost.marking.Marking;
import org.glasnost.marking.Protection;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.rules.MarkingRule;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What a text says of its protection, with the place of every part and our confidence.
 *
 * @param text the text, verbatim
 * @param marking what was understood of it
 * @param precedence telegram precedence, which is not a marking
 * @param declassification its declassification instruction
 * @param spans the parts, in order of position
 * @param stamps what was put on later
 * @param caseNumbers case numbers, such as {@code F99-051 #321}
 * @param todaysForm what {@link #canonical} is computed from; null where the rules leave it to a
 *     person
 * @param era the order in force at the document's date; null without a date
 * @param confidence from 0 to 1; 1 where every character stands as the register has it
 * @param needsReview whether a person must look before anything rests on this
 * @param findings all findings, in order of position
 */
public record Reading(
    String text,
    Marking marking,
    List<String> precedence,
    DeclassificationText declassification,
    List<Span> spans,
    List<Stamp> stamps,
    List<String> caseNumbers,
    @Nullable TodaysForm todaysForm,
    @Nullable Era era,
    double confidence,
    boolean needsReview,
    List<Finding> findings) {
  private static final Pattern LEVEL_INSIDE =
      Pattern.compile("(?<![A-Z])(?:SECRET|CONFIDENTIAL)(?![A-Z])");
  private static final Pattern LEVEL_MARK = Pattern.compile("\\((?!U|CUI|LOU)");
  private static final Set<String> LEVELS_BEGIN =
      Set.of("TOP", "SECRET", "CONFIDENTIAL", "RESTRICTED");

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the level is open and nobody is asked to look, or the
   *     confidence is out of range
   */
  public Reading {
    if (marking.level() == null && !needsReview) {
      throw new IllegalArgumentException("an open level needs a person");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence lies between 0 and 1: " + confidence);
    }
    precedence = List.copyOf(precedence);
    spans = List.copyOf(spans);
    stamps = List.copyOf(stamps);
    caseNumbers = List.copyOf(caseNumbers);
    findings = List.copyOf(findings);
  }

  /** The same with other findings. */
  Reading withFindings(List<Finding> others) {
    return new Reading(
        text,
        marking,
        precedence,
        declassification,
        spans,
        stamps,
        caseNumbers,
        todaysForm,
        era,
        confidence,
        needsReview,
        others);
  }

  /** What the text says of its level; null where only a person can say. */
  public @Nullable StatedLevel level() {
    return marking.level();
  }

  /**
   * Today's form on re-use; null where the rules leave it to a person. Computed at each call from
   * what the reading holds, so that who does not ask for it does not pay for it; the same each
   * time.
   */
  public @Nullable Canonical canonical() {
    return todaysForm == null ? null : todaysForm.of(marking, declassification);
  }

  /** The control tokens. */
  public List<String> controls() {
    return marking.controls();
  }

  /** The named recipients. */
  public List<String> recipients() {
    return marking.recipients();
  }

  /**
   * Whether the marking is wholly understood, so that something may be computed from it: no word
   * unread, no contradiction, nobody asked to look. A broken rule of form alone, such as the order
   * of a list, does not stand in the way.
   */
  public boolean isComplete() {
    return marking.level() != null
        && !needsReview
        && spans.stream().noneMatch(span -> span.meaning() == Span.Meaning.UNKNOWN)
        && findings.stream().allMatch(Reading::leavesMeaningWhole);
  }

  /** Whether a level stands in capitals in a text that was set aside as a heading all the same. */
  public boolean mayStateLevel() {
    return needsReview
        && findings.stream()
            .anyMatch(
                finding ->
                    finding.rule().equals(ReadingRule.PROSE.id())
                        && (LEVELS_BEGIN.contains(String.valueOf(finding.token()))
                            || LEVEL_MARK.matcher(String.valueOf(finding.token())).lookingAt()
                            || LEVEL_INSIDE.matcher(text).find()));
  }

  /**
   * What this asks for by itself, whatever else the text is; where the level is open, that of the
   * words beside it.
   */
  public Protection asksFor() {
    return asksFor(List.of());
  }

  /**
   * What this asks for in a document.
   *
   * @param released the release list of its banner, which a bare {@code (S//REL)} stands for (C16
   *     H.8); empty where it has none, or more than one
   */
  public Protection asksFor(List<String> released) {
    StatedLevel level = marking.level();
    ClassificationLevel asked =
        Optional.ofNullable(level)
            .flatMap(StatedLevel::protection)
            .orElse(ClassificationLevel.UNCLASSIFIED);
    boolean bare = marking.controls().contains("REL_TO") && marking.relTo().isEmpty();
    return Protection.of(asked, bare ? marking.withRelTo(released) : marking);
  }

  /**
   * Whether the text may ask for more than was understood of it: it protects something, and was
   * repaired or otherwise needs a person.
   */
  public boolean mayAskForMore() {
    boolean protects = !marking.equals(Marking.NONE) || mayStateLevel();
    return protects && (needsReview || confidence < 1);
  }

  /** Whether a finding tells of a repair: its token was read as its suggestion. */
  public static boolean isRepair(Finding finding) {
    return finding.rule().equals(ReadingRule.REPAIRED.id())
        || finding.rule().equals(ReadingRule.CASE_REPAIRED.id());
  }

  /** Whether a finding is about the form alone. */
  static boolean leavesMeaningWhole(Finding finding) {
    MarkingRule rule = MarkingRule.of(finding.rule());
    return rule == null || rule.leavesMeaningWhole();
  }

  /** Whether a rule in force at the document's date is broken. */
  public boolean hasError() {
    return findings.stream().anyMatch(Finding::isError);
  }
}
