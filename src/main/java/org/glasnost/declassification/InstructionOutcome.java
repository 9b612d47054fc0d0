package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What an instruction comes to, before section 3.3 is asked.
 *
 * @param day the day, or null
 * @param reason why there is none; null exactly where there is a day
 * @param standing what kind of day it is
 * @param line the text of a line derived from it, or null where none may be written
 * @param rule the rule that decided
 * @param steps downgradings that happen by themselves, oldest first, the end not included
 * @param exemptions designators the instruction bears
 * @param explanation sentences with their paragraphs
 * @param findings what is wrong or worth knowing
 * @param waitsFor who must act where there is no day, or null
 */
record InstructionOutcome(
    @Nullable LocalDate day,
    @Nullable NoDateReason reason,
    Standing standing,
    @Nullable String line,
    DeclassificationRule rule,
    List<Downgrading> steps,
    List<Exemption> exemptions,
    List<String> explanation,
    List<Finding> findings,
    @Nullable NextActor waitsFor) {

  /** What kind of day it is. */
  enum Standing {
    /** Written on the document, or set by the schedule of its order: it ends classification. */
    WRITTEN,
    /** Calculated in the place of an instruction: it ends nothing by itself. */
    CALCULATED,
    /** The date of an exemption, which stands or falls with the Panel's approval. */
    EXEMPTED,
    /** None. */
    NONE
  }

  InstructionOutcome {
    if ((day == null) == (reason == null)) {
      throw new IllegalArgumentException("a day, or a reason why there is none");
    }
    steps = List.copyOf(steps);
    exemptions = List.copyOf(exemptions);
    explanation = List.copyOf(explanation);
    findings = List.copyOf(findings);
  }

  static InstructionOutcome written(LocalDate day, DeclassificationRule rule, String sentence) {
    return on(day, Standing.WRITTEN, rule, sentence);
  }

  static InstructionOutcome calculated(LocalDate day, DeclassificationRule rule, String sentence) {
    return on(day, Standing.CALCULATED, rule, sentence);
  }

  static InstructionOutcome on(
      LocalDate day, Standing standing, DeclassificationRule rule, String sentence) {
    return new InstructionOutcome(
        day,
        null,
        standing,
        DateLine.of(day),
        rule,
        List.of(),
        List.of(),
        List.of(rule.explains(sentence)),
        List.of(),
        null);
  }

  static InstructionOutcome none(NoDateReason reason, DeclassificationRule rule, String sentence) {
    return new InstructionOutcome(
        null,
        reason,
        Standing.NONE,
        null,
        rule,
        List.of(),
        List.of(),
        List.of(rule.explains(sentence)),
        List.of(),
        null);
  }

  /** A day before the document's own cannot be the end of its classification. */
  static InstructionOutcome beforeItsDocument(String what, LocalDate day, LocalDate document) {
    String sentence =
        what + " of " + day + " lies before the document's own date, " + document + ".";
    return none(NoDateReason.INVALID_INSTRUCTION, InstructionRules.BEFORE_ITS_DOCUMENT, sentence)
        .with(InstructionRules.BEFORE_ITS_DOCUMENT.broken(sentence))
        .waitingFor(NextActor.ORIGINAL_CLASSIFICATION_AUTHORITY);
  }

  InstructionOutcome withLine(@Nullable String text) {
    return new InstructionOutcome(
        day, reason, standing, text, rule, steps, exemptions, explanation, findings, waitsFor);
  }

  InstructionOutcome withSteps(List<Downgrading> downgradings) {
    return new InstructionOutcome(
        day,
        reason,
        standing,
        line,
        rule,
        downgradings,
        exemptions,
        explanation,
        findings,
        waitsFor);
  }

  InstructionOutcome withExemptions(List<Exemption> designators) {
    return new InstructionOutcome(
        day, reason, standing, line, rule, steps, designators, explanation, findings, waitsFor);
  }

  InstructionOutcome waitingFor(@Nullable NextActor actor) {
    return new InstructionOutcome(
        day, reason, standing, line, rule, steps, exemptions, explanation, findings, actor);
  }

  InstructionOutcome saying(String sentence) {
    List<String> more = new ArrayList<>(explanation);
    more.add(sentence);
    return new InstructionOutcome(
        day, reason, standing, line, rule, steps, exemptions, more, findings, waitsFor);
  }

  InstructionOutcome with(List<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(more);
    return new InstructionOutcome(
        day, reason, standing, line, rule, steps, exemptions, explanation, all, waitsFor);
  }

  InstructionOutcome with(Finding finding) {
    return with(List.of(finding));
  }

  /** Whether classification ends on the day by itself. */
  boolean endsByItself() {
    return standing == Standing.WRITTEN;
  }
}
