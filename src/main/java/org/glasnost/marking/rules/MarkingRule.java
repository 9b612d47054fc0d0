package org.glasnost.marking.rules;

import static org.glasnost.rule.Severity.ERROR;
import static org.glasnost.rule.Severity.NOTICE;
import static org.glasnost.rule.Severity.WARNING;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.glasnost.rule.RuleId;
import org.glasnost.rule.Severity;
import org.jspecify.annotations.Nullable;

/** The rules about what may stand in a marking. */
public enum MarkingRule {
  /** Every word of a marking stands in a register. */
  WORD_UNKNOWN(
      "MRK-0001",
      ERROR,
      Applicability.CATEGORIES,
      "This is not a word of the register.",
      "C16 D.1"),
  /** A marking begins with its level. */
  LEVEL_MISSING(
      "MRK-0002",
      ERROR,
      Applicability.ALWAYS,
      "A banner begins with the classification.",
      "C16 D.1"),
  /** Categories are parted by two slashes. */
  SEPARATOR(
      "MRK-0003",
      ERROR,
      Applicability.TODAYS_SYNTAX,
      "Today's syntax parts categories by //.",
      "C16 D.1"),
  /** Categories keep their order. */
  CATEGORY_ORDER(
      "MRK-0004",
      ERROR,
      Applicability.CATEGORIES,
      "The categories stand in another order.",
      "C16 D.1"),
  /** Words keep the order of their category. */
  WORD_ORDER(
      "MRK-0005",
      ERROR,
      Applicability.CATEGORIES,
      "The words of a category stand in another order.",
      "C16 D.1"),
  /** A banner is spelled out in capitals. */
  BANNER_FORM(
      "MRK-0006",
      ERROR,
      Applicability.CATEGORIES,
      "A banner uses the form for banners, in capitals.",
      "C16 D.1"),
  /** A portion mark uses the portion form. */
  PORTION_FORM(
      "MRK-0007",
      ERROR,
      Applicability.CATEGORIES,
      "A portion mark uses the portion form.",
      "C16 C.1"),
  /** No word stands twice. */
  TWICE("MRK-0008", ERROR, Applicability.CATEGORIES, "This stands twice.", "C16 D.1"),
  /** A placeholder is no marking. */
  EMPTY_PART(
      "MRK-0009", ERROR, Applicability.CATEGORIES, "Between separators stands nothing.", "C16 D.1"),
  /** A word was not in use at the date. */
  NOT_IN_FORCE(
      "MRK-0010", ERROR, Applicability.ALWAYS, "This word was not in force on that day.", "C16 F"),
  /** A word stands only at some levels. */
  LEVEL_NOT_ALLOWED(
      "MRK-0011", ERROR, Applicability.CATEGORIES, "This may not stand at that level.", "C16 H"),
  /** A word requires another. */
  REQUIRES("MRK-0012", ERROR, Applicability.CATEGORIES, "This requires another marking.", "C16 H"),
  /** Two words exclude each other. */
  EXCLUDES("MRK-0013", ERROR, Applicability.ALWAYS, "These exclude each other.", "C16 H"),
  /** The order of a release list. */
  REL_TO_ORDER(
      "MRK-0014",
      ERROR,
      Applicability.CATEGORIES,
      "USA stands first, then trigraphs, then tetragraphs.",
      "C16 H.8"),
  /** A release list names someone else than the United States. */
  REL_TO_ALONE(
      "MRK-0015",
      ERROR,
      Applicability.ALWAYS,
      "REL TO names at least one more than USA.",
      "C16 H.8"),
  /** A release list names USA. */
  REL_TO_USA("MRK-0016", ERROR, Applicability.CATEGORIES, "REL TO begins with USA.", "C16 H.8"),
  /** A country or group is unknown. */
  COUNTRY_UNKNOWN(
      "MRK-0017",
      ERROR,
      Applicability.CATEGORIES,
      "This is no country trigraph or tetragraph of the register.",
      "C16 H.8"),
  /** Commas part a release list. */
  REL_TO_COMMA(
      "MRK-0018", ERROR, Applicability.SLASHES, "Commas part the release list.", "C16 H.8"),
  /** Dates left the banner in February 2008. */
  DATE_IN_BANNER(
      "MRK-0019",
      ERROR,
      Applicability.NO_DATE_IN_BANNER,
      "A date stands in the authority block, not in the banner.",
      "C16 I"),
  /** The indicator of special access programs stands once. */
  SAR_REPEATED(
      "MRK-0020", ERROR, Applicability.HIERARCHIES, "The indicator SAR- stands once.", "C16 I"),
  /** The list of a JOINT marking is alphabetical. */
  JOINT_ORDER(
      "MRK-0021",
      ERROR,
      Applicability.CATEGORIES,
      "The owners of a JOINT marking stand A to Z.",
      "C16 H.3"),
  /** A JOINT marking is released to its owners. */
  JOINT_REL_TO(
      "MRK-0022",
      ERROR,
      Applicability.ALWAYS,
      "A JOINT marking is REL TO all its owners.",
      "C16 H.3"),
  /** A JOINT marking names the United States. */
  JOINT_USA(
      "MRK-0023",
      ERROR,
      Applicability.ALWAYS,
      "The United States is an owner of a JOINT marking.",
      "C16 H.3"),
  /** JOINT excludes some words. */
  JOINT_EXCLUDES(
      "MRK-0024", ERROR, Applicability.ALWAYS, "This may not stand in a JOINT marking.", "C16 H.3"),
  /** Sources of foreign government information stand A to Z. */
  FGI_ORDER(
      "MRK-0025",
      ERROR,
      Applicability.CATEGORIES,
      "The sources of FGI stand A to Z, parted by spaces.",
      "C16 H.7"),
  /** Critical nuclear weapon design information is at least Secret. */
  CNWDI_LEVEL(
      "MRK-0026",
      ERROR,
      Applicability.CATEGORIES,
      "CNWDI stands with Secret or Top Secret RD only.",
      "C16 H.6"),
  /** SCI compartments of SI are Top Secret. */
  SI_COMPARTMENT(
      "MRK-0027", ERROR, Applicability.CATEGORIES, "A compartment of SI is Top Secret.", "C16 H.4"),
  /** A legacy control system needs its compartment on re-use. */
  HCS_LEGACY(
      "MRK-0028",
      WARNING,
      Applicability.ALWAYS,
      "On re-use HCS becomes HCS-O or HCS-P.",
      "C16 H.4"),
  /** The old foreign-release mark EYES ONLY. */
  EYES_ENDED(
      "MRK-0029",
      ERROR,
      Applicability.NO_EYES_ONLY,
      "EYES ONLY ended on 1 October 2017; use REL TO.",
      "C16 H.8"),
  /** CUI, not CONTROLLED, in classified banners. */
  CUI_WORD(
      "MRK-0030",
      ERROR,
      Applicability.CUI,
      "In a classified banner the word is CUI.",
      "CUIH p35-38"),
  /** Release markings of an intelligence product. */
  RELEASE_MARKING_MISSING(
      "MRK-0031",
      WARNING,
      Applicability.ALWAYS,
      "A classified portion of an intelligence product bears a release marking.",
      "C16 B.3"),
  /** RESTRICTED ended in 1953. */
  RESTRICTED_ENDED(
      "MRK-0032",
      ERROR,
      Applicability.THREE_LEVELS,
      "RESTRICTED ended as a U.S. level on 15 December 1953.",
      "E.O. 10501 s1"),
  /** RESTRICTED has no form today. */
  RESTRICTED_PERSON(
      "MRK-0033",
      WARNING,
      Applicability.WHILE_RESTRICTED,
      "A person must decide what becomes of RESTRICTED.",
      "C16 F"),
  /** SIGMA stands under RD or FRD. */
  SIGMA_FORM(
      "MRK-0034", ERROR, Applicability.CATEGORIES, "SIGMA numbers ascend, each once.", "C16 H.6"),
  /** A portion mark stands in parentheses. */
  PARENTHESES(
      "MRK-0035", ERROR, Applicability.ALWAYS, "A portion mark stands in parentheses.", "C16 C.1"),
  // MRK-0036 is retired.
  /** A control is not in today's syntax. */
  NOT_REPRESENTED(
      "MRK-0037",
      NOTICE,
      Applicability.ALWAYS,
      "Today's syntax has no place for this; it is kept verbatim.",
      "C16 F"),
  /** A person must decide on the successor. */
  SUCCESSOR_OPEN(
      "MRK-0038",
      WARNING,
      Applicability.ALWAYS,
      "A person must decide what stands for this today.",
      "C16 F"),
  /** A marking is of the United States, of another owner, or JOINT. */
  NON_US_EXCLUSIVE(
      "MRK-0039",
      ERROR,
      Applicability.ALWAYS,
      "U.S., non-U.S. and JOINT classifications exclude each other.",
      "C16 D.1"),
  /** Owner of a foreign portion. */
  NON_US_FORM(
      "MRK-0040",
      ERROR,
      Applicability.ALWAYS,
      "A non-U.S. classification names its owner and level.",
      "C16 H.2"),
  /** The United States is no foreign source. */
  FGI_USA(
      "MRK-0041", ERROR, Applicability.ALWAYS, "The United States is no source of FGI.", "C16 H.7"),
  /** One atomic energy marking takes the place of another. */
  AEA_PRECEDENCE(
      "MRK-0042",
      ERROR,
      Applicability.CATEGORIES,
      "RD takes the place of FRD, and both of TFNI.",
      "C16 H.6"),
  /** RESERVE names a compartment, and no indicator groups compartments. */
  SCI_FORM(
      "MRK-0043",
      ERROR,
      Applicability.HIERARCHIES,
      "RSV names its compartment, and no indicator such as ECI groups compartments.",
      "C16 H.4"),
  /** Four numbers of nuclear weapon data are in use. */
  SIGMA_NUMBER(
      "MRK-0044",
      ERROR,
      Applicability.SIGMA_NUMBERS,
      "SIGMA numbers are 14, 15, 18 and 20; a person converts others.",
      "C16 H.6"),
  /** Slashes part the words of a category. */
  COMMA(
      "MRK-0045", ERROR, Applicability.SLASHES, "A slash parts the words of a category.", "C16 I"),
  /** The names of compartments have their lengths. */
  COMPARTMENT_NAME(
      "MRK-0046",
      WARNING,
      Applicability.HIERARCHIES,
      "A compartment of SI has 2 or 3 letters, one under GAMMA 4, one of RSV 3 characters.",
      "C16 H.4"),
  /** Blanks have their places. */
  BLANKS(
      "MRK-0047",
      ERROR,
      Applicability.TODAYS_SYNTAX,
      "No blank stands beside a slash, and one behind a comma.",
      "C16 A.6"),
  /** CUI took the place of earlier markings of unclassified words. */
  CUI_LEGACY(
      "MRK-0048",
      ERROR,
      Applicability.CUI,
      "FOUO and SBU have no force beside CUI.",
      "32 CFR 2002.20(a)(2)"),
  /** A portion's bare REL means the list of the banner. */
  BARE_REL(
      "MRK-0049",
      WARNING,
      Applicability.ALWAYS,
      "A bare REL stands only where its list is that of the banner.",
      "C16 H.8"),
  /** Of two controls of unclassified words one gives way. */
  GIVES_WAY(
      "MRK-0050",
      WARNING,
      Applicability.CATEGORIES,
      "This gives way to another control beside it.",
      "C16 H.8"),
  /** WAIVED is said of a special access program. */
  WAIVED_PROGRAM(
      "MRK-0051",
      ERROR,
      Applicability.SAP_CATEGORY,
      "WAIVED stands with a special access program only.",
      "C16 H.5");

  private static final Map<RuleId, MarkingRule> BY_ID =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(MarkingRule::id, rule -> rule));

  private final String id;
  private final Severity severity;
  private final Applicability applicability;
  private final String sentence;
  private final String citation;

  MarkingRule(
      String id, Severity severity, Applicability applicability, String sentence, String citation) {
    this.id = id;
    this.severity = severity;
    this.applicability = applicability;
    this.sentence = sentence;
    this.citation = citation;
  }

  /** The rule of that id, or null where it is another family's. */
  public static @Nullable MarkingRule of(RuleId id) {
    return BY_ID.get(id);
  }

  /**
   * Whether a marking that breaks this rule still says all that it means, so that its canonical
   * form mends it: an order, a separator, a form of a word. Where it does not, a person must say
   * what was meant, and nothing may be computed from the marking.
   */
  public boolean leavesMeaningWhole() {
    return MendedByForm.holds(this);
  }

  /** The rule's id. */
  public RuleId id() {
    return new RuleId(id);
  }

  /** What it demands, in one sentence. */
  public String sentence() {
    return sentence;
  }

  /** How much it weighs. */
  public Severity severity() {
    return severity;
  }

  /** The documents that it concerns. */
  public Applicability applicability() {
    return applicability;
  }

  /** Whether it judges a document of the day; one without a day is judged by today's rules. */
  public boolean holdsOn(@Nullable LocalDate day) {
    return applicability.holdsOn(day);
  }

  /** What it rests on. */
  public Citation citation() {
    return citation.startsWith("E.O.") ? Citation.unverified(citation) : Citation.of(citation);
  }

  /**
   * The rule broken by a token.
   *
   * @param token the token as it stands
   */
  public Finding by(String token) {
    return by(token, "'" + token + "': " + sentence);
  }

  /**
   * The rule broken by a token, in a sentence of its own.
   *
   * @param token the token as it stands
   * @param message the sentence
   */
  public Finding by(String token, String message) {
    return new Finding(id(), severity, message, null, token, null, List.of(citation()));
  }
}
