package org.glasnost.reading;

import static org.glasnost.rule.Severity.ERROR;
import static org.glasnost.rule.Severity.NOTICE;
import static org.glasnost.rule.Severity.WARNING;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.glasnost.marking.rules.Applicability;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.glasnost.rule.RuleId;
import org.glasnost.rule.Severity;

/** The rules of reading: what was repaired, what stays open, which instruction had ended. */
enum ReadingRule {
  /** A word was repaired within the written confusion set. */
  REPAIRED(
      "RDG-0001",
      WARNING,
      "A damaged word is read within the written confusion set, and the repair is shown.",
      ""),
  /** Two levels are possible. */
  TWO_LEVELS("RDG-0002", WARNING, "Two levels are possible: a person must say which holds.", ""),
  /** A word cannot be read. */
  UNREADABLE("RDG-0003", WARNING, "A word of a marking cannot be read.", ""),
  /** Spaced letters were joined. */
  LETTER_SPACED("RDG-0004", NOTICE, "Letters that stand apart were joined.", ""),
  /** A word of a marking stands in running text. */
  PROSE("RDG-0005", NOTICE, "A word of a marking in running text is none.", ""),
  /** A stamp that could not be read with certainty. */
  STAMP_UNCERTAIN("RDG-0006", WARNING, "A stamp cannot be read with certainty.", ""),
  /** A date of two digits of year took its century from the document. */
  CENTURY(
      "RDG-0007", WARNING, "The century of a year of two digits follows from the document.", ""),
  /** A date whose century is open, or which is no day. */
  DATE_OPEN("RDG-0008", WARNING, "The date is no day, or its century is open.", ""),
  /** A case number was repaired. */
  CASE_REPAIRED("RDG-0009", WARNING, "A repaired case number is a proposal.", "36 CFR 1270.38"),
  /** A case number that cannot be right, and has no single repair. */
  CASE_OPEN(
      "RDG-0010",
      WARNING,
      "The case number cannot be right, and no single repair makes it so.",
      "36 CFR 1270.38"),
  /** An instruction was not in force at the date. */
  INSTRUCTION_ERA(
      "RDG-0011", ERROR, "The instruction was not in force at the date.", "32 CFR 2001.12(c)(2)"),
  /** An instruction that was never authorised. */
  INSTRUCTION_NEVER(
      "RDG-0012", ERROR, "The instruction was never authorised.", "32 CFR 2001.26(a)(6)"),
  /** Two instructions stand on one line. */
  TWO_INSTRUCTIONS("RDG-0013", WARNING, "A line bears one instruction.", "32 CFR 2001.22(e)"),
  /** An instruction cannot be read or is incomplete. */
  INSTRUCTION_OPEN(
      "RDG-0014",
      WARNING,
      "The instruction cannot be read or is incomplete.",
      "32 CFR 2001.12(c)(2)"),
  /** 50X1-HUM bears no date. */
  HUM_DATE("RDG-0015", ERROR, "50X1-HUM bears no date.", "ODNI ISM-ID-00133"),
  /** Characters that look like others. */
  LOOK_ALIKE("RDG-0016", WARNING, "A character looks like another.", ""),
  /** A classification of another owner. */
  FOREIGN("RDG-0017", NOTICE, "The classification is another owner's.", "32 CFR 2001.24(f)"),
  /** A reason is not carried over. */
  REASON_DERIVATIVE(
      "RDG-0018",
      ERROR,
      Applicability.REASON_NOT_CARRIED,
      "A derivative classification carries no reason.",
      "32 CFR 2001.22(d)"),
  /** A text is longer than any marking. */
  TOO_LONG("RDG-0019", WARNING, "No marking is so long.", ""),
  /** A word is withheld in the copy that was read. */
  WITHHELD("RDG-0020", WARNING, "A word is withheld in the copy that was read.", ""),
  /** Blank lines stand inside a marking. */
  BROKEN("RDG-0022", WARNING, "Blank lines stand inside a marking.", ""),
  /** A level that holds only once something is taken away. */
  CONDITIONAL(
      "RDG-0021",
      WARNING,
      "The level holds only until something is taken away.",
      "32 CFR 2001.24(b)"),
  /** A date lies later than the order or the exemption allows. */
  INSTRUCTION_LATE(
      "RDG-0023",
      ERROR,
      Applicability.BOUNDED,
      "No date lies later than the order of the document's day, or the exemption beside it, allows.",
      "32 CFR 2001.12(a)(1)"),
  /** A reason that the order of the day does not know. */
  REASON_UNKNOWN(
      "RDG-0024",
      ERROR,
      Applicability.REASON_WRITTEN,
      "A reason names the section on reasons of the order of the day, and letters that it has.",
      "32 CFR 2001.21(a)(3)"),
  /** Nobody is named as the classifier. */
  CLASSIFIER_MISSING(
      "RDG-0025",
      ERROR,
      Applicability.REASON_WRITTEN,
      "A block names who classified; one from a source does since the directive of E.O. 13526.",
      "32 CFR 2001.22(b)"),
  /** Neither a reason nor a source. */
  BASIS_MISSING(
      "RDG-0026",
      ERROR,
      Applicability.REASON_WRITTEN,
      "A block bears a reason, or the source that it was derived from.",
      "32 CFR 2001.21(a)(3)"),
  /** No instruction. */
  INSTRUCTION_MISSING(
      "RDG-0027",
      ERROR,
      Applicability.DURATION_WRITTEN,
      "A block says until when.",
      "32 CFR 2001.21(a)(4)"),
  /** A banner without what a portion below it bears. */
  BANNER_LACKS(
      "RDG-0028",
      ERROR,
      Applicability.TODAYS_SYNTAX,
      "A banner bears the controls of every portion below it.",
      "C16 D.2 Table 3");

  private final String id;
  private final Severity severity;
  private final Applicability applicability;
  private final String sentence;
  private final String citation;

  ReadingRule(String id, Severity severity, String sentence, String citation) {
    this(id, severity, Applicability.ALWAYS, sentence, citation);
  }

  ReadingRule(
      String id, Severity severity, Applicability applicability, String sentence, String citation) {
    this.id = id;
    this.severity = severity;
    this.applicability = applicability;
    this.sentence = sentence;
    this.citation = citation;
  }

  /** The rule of an id; empty where readings have no such rule. */
  static Optional<ReadingRule> of(RuleId id) {
    return Arrays.stream(values()).filter(rule -> rule.id.equals(id.value())).findFirst();
  }

  /** The rule's id. */
  RuleId id() {
    return new RuleId(id);
  }

  /** How much it weighs. */
  Severity severity() {
    return severity;
  }

  /** The documents that it concerns. */
  Applicability applicability() {
    return applicability;
  }

  /** What it says, in one sentence. */
  String sentence() {
    return sentence;
  }

  /** What it rests on; empty for a rule of the product's own. */
  String citation() {
    return citation;
  }

  /** The rule's finding about a token. */
  Finding of(String token, String message) {
    return new Finding(
        new RuleId(id),
        severity,
        message,
        null,
        token,
        null,
        citation.isEmpty() ? List.of() : List.of(Citation.of(citation)));
  }
}
