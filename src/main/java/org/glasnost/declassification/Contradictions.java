package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/** Where a question contradicts itself, so that no answer could be right. */
public final class Contradictions {
  private static final LocalDate EARLIEST = LocalDate.of(1776, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

  private final Question question;
  private final List<Finding> findings = new ArrayList<>();

  private Contradictions(Question question) {
    this.question = question;
  }

  /** Every contradiction, each with the member it concerns; empty where there is none. */
  public static List<Finding> in(Question question) {
    Contradictions contradictions = new Contradictions(question);
    contradictions.ranges();
    if (contradictions.findings.isEmpty()) {
      contradictions.fileBlock();
      contradictions.records();
      contradictions.event();
      contradictions.notYet();
      contradictions.beforeTheRecord();
      contradictions.sources();
    }
    return List.copyOf(contradictions.findings);
  }

  private void ranges() {
    range(question.asOf(), "/asOf");
    range(question.originDate(), "/originDate");
    range(question.decisionDate(), "/decisionDate");
    range(question.eventOccurredOn(), "/eventOccurredOn");
    range(question.scheduledOn(), "/scheduledOn");
    range(question.fileBlockOldest(), "/fileBlockOldest");
    range(question.fileBlockNewest(), "/fileBlockNewest");
    range(question.newlyDiscoveredOn(), "/newlyDiscoveredOn");
    Extension extension = question.extension();
    if (extension != null) {
      range(extension.decidedOn(), "/extension/decidedOn");
      range(extension.to(), "/extension/to");
    }
    Referral referral = question.referral();
    if (referral != null) {
      range(referral.notifiedOn(), "/referral/notifiedOn");
    }
    for (int i = 0; i < question.sources().size(); i++) {
      range(question.sources().get(i).date(), "/sources/" + i + "/date");
    }
  }

  private void range(@Nullable LocalDate day, String member) {
    if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
      findings.add(
          QuestionRules.OUT_OF_RANGE.broken("The date is not one of a record.").atMember(member));
    }
  }

  private void fileBlock() {
    LocalDate oldest = question.fileBlockOldest();
    LocalDate newest = question.fileBlockNewest();
    LocalDate origin = question.originDate();
    if (oldest != null && newest != null && oldest.isAfter(newest)) {
      contradicts(
          "The oldest record of the file block is younger than the newest.", "/fileBlockOldest");
    }
    if (origin != null && oldest != null && origin.isBefore(oldest)) {
      contradicts("The record is older than the oldest of its file block.", "/fileBlockOldest");
    }
    if (origin != null && newest != null && origin.isAfter(newest)) {
      contradicts("The record is younger than the newest of its file block.", "/fileBlockNewest");
    }
  }

  private void records() {
    if (question.unscheduled() && question.scheduledOn() != null) {
      contradicts("The records are unscheduled and scheduled.", "/unscheduled");
    }
    if (Boolean.FALSE.equals(question.permanent()) && question.scheduledOn() != null) {
      contradicts("The records are not permanent and scheduled as permanent.", "/permanent");
    }
  }

  private void event() {
    if (question.eventOccurredOn() == null || question.purpose() == Purpose.DERIVE) {
      return;
    }
    InstructionReading reading =
        InstructionGrammar.read(question.declassifyOn(), question.baseDate());
    boolean named =
        switch (reading.outcome()) {
          case READ -> reading.instruction().map(r -> r.event() != null).orElse(false);
          case MISSING, INCOMPLETE, NOT_APPLICABLE -> false;
          // What cannot be read may name the event; the answer says that it cannot be read.
          case UNREADABLE -> true;
        };
    if (!named) {
      contradicts("The instruction names no event that could have occurred.", "/eventOccurredOn");
    }
  }

  private void notYet() {
    if (question.purpose() == Purpose.READ) {
      notAfter(question.originDate(), "/originDate");
    }
    notAfter(question.eventOccurredOn(), "/eventOccurredOn");
    notAfter(question.scheduledOn(), "/scheduledOn");
    notAfter(question.newlyDiscoveredOn(), "/newlyDiscoveredOn");
    if (question.extension() != null) {
      notAfter(question.extension().decidedOn(), "/extension/decidedOn");
    }
    if (question.referral() != null) {
      notAfter(question.referral().notifiedOn(), "/referral/notifiedOn");
    }
  }

  /** What is done to a record cannot come before the record. */
  private void beforeTheRecord() {
    notBefore(question.newlyDiscoveredOn(), "/newlyDiscoveredOn");
    if (question.extension() != null) {
      notBefore(question.extension().decidedOn(), "/extension/decidedOn");
    }
    if (question.referral() != null) {
      notBefore(question.referral().notifiedOn(), "/referral/notifiedOn");
    }
  }

  /** What a document is derived from is no younger than it, and is there on the day of asking. */
  private void sources() {
    if (question.purpose() != Purpose.DERIVE) {
      return;
    }
    LocalDate own = question.originDate();
    for (int i = 0; i < question.sources().size(); i++) {
      LocalDate day = question.sources().get(i).date();
      String member = "/sources/" + i + "/date";
      if (day != null && own != null && day.isAfter(own)) {
        contradicts(
            "The source is younger than the document derived from it, " + own + ".", member);
      } else {
        notAfter(day, member);
      }
    }
  }

  private void notBefore(@Nullable LocalDate day, String member) {
    LocalDate origin = question.originDate();
    if (question.purpose() == Purpose.READ
        && day != null
        && origin != null
        && day.isBefore(origin)) {
      contradicts("The day lies before the document's own date, " + origin + ".", member);
    }
  }

  private void notAfter(@Nullable LocalDate day, String member) {
    if (day != null && day.isAfter(question.asOf())) {
      findings.add(
          QuestionRules.NOT_YET
              .broken("The day lies after the day of the question, " + question.asOf() + ".")
              .atMember(member));
    }
  }

  private void contradicts(String message, String member) {
    findings.add(QuestionRules.CONTRADICTION.broken(message).atMember(member));
  }
}
