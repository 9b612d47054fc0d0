package org.glasnost.reading;

import static org.glasnost.rule.Severity.ERROR;
import static org.glasnost.rule.Severity.NOTICE;
import static org.glasnost.rule.Severity.WARNING;

import java.util.List;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.glasnost.rule.RuleId;
import org.glasnost.rule.Severity;

/** The rules of reading: what was repaired, what stays open, which instruction had ended. */
enum ReadingRule {
  /** A word was repaired within the written confusion set. */
  REPAIRED("RDG-0001", WARNING, ""),
  /** Two levels are possible. */
  TWO_LEVELS("RDG-0002", WARNING, ""),
  /** A word cannot be read. */
  UNREADABLE("RDG-0003", WARNING, ""),
  /** Spaced letters were joined. */
  LETTER_SPACED("RDG-0004", NOTICE, ""),
  /** A word of a marking stands in running text. */
  PROSE("RDG-0005", NOTICE, ""),
  /** A stamp that could not be read with certainty. */
  STAMP_UNCERTAIN("RDG-0006", WARNING, ""),
  /** A date of two digits of year took its century from the document. */
  CENTURY("RDG-0007", WARNING, ""),
  /** A date whose century is open, or which is no day. */
  DATE_OPEN("RDG-0008", WARNING, ""),
  /** A case number was repaired. */
  CASE_REPAIRED("RDG-0009", WARNING, "36 CFR 1270.38"),
  /** A case number that cannot be right, and has no single repair. */
  CASE_OPEN("RDG-0010", WARNING, "36 CFR 1270.38"),
  /** An instruction was not in force at the date. */
  INSTRUCTION_ERA("RDG-0011", ERROR, "32 CFR 2001.12(c)(2)"),
  /** An instruction that was never authorised. */
  INSTRUCTION_NEVER("RDG-0012", ERROR, "32 CFR 2001.26(a)(6)"),
  /** Two instructions stand on one line. */
  TWO_INSTRUCTIONS("RDG-0013", WARNING, "32 CFR 2001.22(e)"),
  /** An instruction cannot be read or is incomplete. */
  INSTRUCTION_OPEN("RDG-0014", WARNING, "32 CFR 2001.12(c)(2)"),
  /** 50X1-HUM bears no date. */
  HUM_DATE("RDG-0015", ERROR, "ODNI ISM-ID-00133"),
  /** Characters that look like others. */
  LOOK_ALIKE("RDG-0016", WARNING, ""),
  /** A classification of another owner. */
  FOREIGN("RDG-0017", NOTICE, "32 CFR 2001.24(f)"),
  /** A reason is not carried over. */
  REASON_DERIVATIVE("RDG-0018", ERROR, "32 CFR 2001.22(d)"),
  /** A text is longer than any marking. */
  TOO_LONG("RDG-0019", WARNING, ""),
  /** A word is withheld in the copy that was read. */
  WITHHELD("RDG-0020", WARNING, ""),
  /** Blank lines stand inside a marking. */
  BROKEN("RDG-0022", WARNING, ""),
  /** A level that holds only once something is taken away. */
  CONDITIONAL("RDG-0021", WARNING, "32 CFR 2001.24(b)");

  private final String id;
  private final Severity severity;
  private final String citation;

  ReadingRule(String id, Severity severity, String citation) {
    this.id = id;
    this.severity = severity;
    this.citation = citation;
  }

  /** The rule's id. */
  RuleId id() {
    return new RuleId(id);
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
