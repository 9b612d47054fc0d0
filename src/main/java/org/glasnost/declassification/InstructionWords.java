package org.glasnost.declassification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.glasnost.declassification.InstructionReading.Outcome;
import org.jspecify.annotations.Nullable;

/** The words by which an instruction names its kind, tried from the most specific to the least. */
final class InstructionWords {
  private static final Pattern NOT_APPLICABLE_TO =
      Pattern.compile(
          "\\b(?:N/?A|NOT APPLICABLE(?: \\(?OR \\(?N/A\\)?)?) TO (?:\\w+ (?:OR|AND) )?"
              + "(?:RD|FRD|TFNI|NATO|RESTRICTED DATA|FORMERLY RESTRICTED DATA)\\b"
              + "|^(?:.*: ?)?(?:N/?A|NOT APPLICABLE)[ ,:;(-]+(?:TO )?"
              + "(?:RD|FRD|TFNI|NATO|(?:FORMERLY )?RESTRICTED DATA)\\b"
              + "|^(?:FORMERLY )?RESTRICTED DATA$");
  private static final Pattern TREATY =
      Pattern.compile("\\bSUBJECT TO (?:AN? )?(?:TREATY|INTERNATIONAL AGREEMENT)");
  private static final Pattern EXEMPTION =
      Pattern.compile(
          "(?<![A-Z0-9])(25|50|75) ?X ?-?(\\d+)(?:\\s?-?\\s?(HUM(?:AN)?|WMD))?(?![A-Z0-9])");
  private static final Pattern EXEMPTION_WITHOUT_NUMBER =
      Pattern.compile("(?<![A-Z0-9])(?:25|50|75) ?X(?![A-Z0-9])");
  private static final Pattern OADR =
      Pattern.compile(
          "\\bO\\.? ?A\\.? ?D\\.? ?R\\b\\.?|ORIGINATING AGENC(?:Y|IES)(?:'?S'?)? DETERMINATION(?: IS)? REQUIRED");
  private static final Pattern XGDS =
      Pattern.compile(
          "\\bX-?GDS\\b|\\bX ?[1-4] ?GDS\\b|\\bE ?-?\\d[ ,;]+IMPDET\\b"
              + "|\\bEXEMPTION CATEGORY[: ]*(?:SEC(?:TION|T?\\.)? ?)?\\(?5 ?\\(?B\\b"
              + "|(?:(?:EXEMPT(?:ED|ION)?|EXCLUDED) FROM|NOT SUBJECT TO) (?:THE )?"
              + "(?:GENERAL DECLASSIFICATION SCHEDULE|GDS\\b)");
  private static final Pattern XGDS_NUMBER =
      Pattern.compile(
          "\\bX-?GDS\\)? ?-? ?\\(?(\\d)(?! ?\\(?B)\\)?|\\bX ?(\\d) ?GDS\\b|\\bE ?-?(\\d)[ ,;]+IMPDET\\b|\\b5 ?\\(?B\\)? ?\\(?(\\d)\\)?|\\bCAT(?:EGORY|\\.)?:? ?\\(?(\\d)\\)?(?! ?\\(?B)");
  private static final Pattern ADS =
      Pattern.compile("\\bADS\\b|ADVANCED DECLASSIFICATION SCHEDULE");
  private static final Pattern GDS = Pattern.compile("\\bGDS\\b|GENERAL DECLASSIFICATION SCHEDULE");
  private static final Pattern GROUP =
      Pattern.compile("\\b(?:GROUP|GRP|GP) ?-?(\\d|I{1,3}V?|IV|ONE|TWO|THREE|FOUR)\\b");

  /** {@code GROUP 4/3}: a second number behind the first. */
  private static final Pattern ANOTHER_GROUP =
      Pattern.compile(" ?(?:/|,|&|AND\\b|OR\\b) ?(\\d)(?![\\w/.-]| ?YEAR| [A-Z]{3,9}\\.? \\d)");

  private static final Pattern OR_DAY =
      Pattern.compile("(?:OR |/ ?)(?=(?:ON )?(?:\\d|[A-Z]{3,9}\\.? \\d))");

  private static final Pattern GROUP_ALONE = Pattern.compile("^GROUP$");
  private static final Pattern GROUP_1 =
      Pattern.compile("EXCLUDED FROM AUTOMATIC (?:DOWNGRADING|DECLASSIFICATION)");
  private static final Pattern GROUP_2 =
      Pattern.compile("EXEMPT(?:ED)? FROM AUTOMATIC DOWNGRADING");
  private static final Pattern GROUP_3 =
      Pattern.compile("DOWNGRADED AT (?:12|TWELVE)[ -]YEAR INTERVALS");
  private static final Pattern GROUP_4 =
      Pattern.compile("DOWNGRADED AT (?:3|THREE)[ -]YEAR INTERVALS");
  private static final Pattern RDS = Pattern.compile("\\bRDS(?: ?-? ?(\\d)(?![\\d/.-]))?(?!\\w)");
  private static final Pattern REVIEW =
      Pattern.compile(
          "(?<!DECLASSIFICATION )\\bR(?:EV(?:IEW(?:ED)?|W)?|VW)\\b(?: FOR DECLASSIFICATION)?(?: (?:ON|DATE|BY))?\\b");
  private static final Pattern DCI =
      Pattern.compile(
          "\\b(?:DCI|DIRECTOR OF CENTRAL INTELLIGENCE) ONLY\\b|ONLY ON APPROVAL OF (?:THE )?DIRECTOR OF CENTRAL INTELLIGENCE");
  private static final Pattern DNI =
      Pattern.compile("\\b(?:DNI|DIRECTOR OF NATIONAL INTELLIGENCE) ONLY\\b");
  private static final Pattern MANUAL_REVIEW =
      Pattern.compile("\\bMANUAL REVIEW\\b|(?<![A-Z.])M\\.?R\\.?(?: ?: ?.*)?$");
  private static final Pattern X =
      Pattern.compile("(?:(?<![A-Z0-9.])|(?<=\\b1\\.[56]))X ?-?(\\d+)(?![A-Z0-9])");
  private static final String OPEN = "one that leaves the end open";
  private static final Pattern X_ALONE = Pattern.compile("(?:DECL(?:ASSIFY ON)?:? ?)?X");

  /**
   * An instruction that names its kind.
   *
   * @param kind the kind
   * @param number its number, or null
   * @param exemptions its designators
   * @param rest the words beside it, upper case
   */
  record Named(
      InstructionKind kind, @Nullable Integer number, List<Exemption> exemptions, String rest) {
    static Named of(InstructionKind kind) {
      return new Named(kind, null, List.of(), "");
    }
  }

  private InstructionWords() {}

  /** Whether a date may stand beside an instruction of the kind. */
  static boolean wantsDate(InstructionKind kind) {
    return switch (kind) {
      case ADS, RDS, REVIEW_ON, EXEMPT_25, EXEMPT_50, EXEMPT_75 -> true;
      case DATE,
          EVENT,
          OADR,
          GROUP_1,
          GROUP_2,
          GROUP_3,
          GROUP_4,
          GDS,
          XGDS_1,
          XGDS_2,
          XGDS_3,
          XGDS_4,
          X1,
          X2,
          X3,
          X4,
          X5,
          X6,
          X7,
          X8,
          MR,
          DCI_ONLY,
          DNI_ONLY,
          HUMAN_SOURCE_50,
          WMD_DESIGN_50,
          NA_RD,
          TREATY ->
          false;
    };
  }

  /** Whether the kind leaves the end open, so that a day of it beside contradicts. */
  static boolean leavesOpen(InstructionKind kind) {
    return switch (kind) {
      case OADR, X1, X2, X3, X4, X5, X6, X7, X8, MR, DCI_ONLY, DNI_ONLY -> true;
      case DATE,
          EVENT,
          ADS,
          GDS,
          GROUP_1,
          GROUP_2,
          GROUP_3,
          GROUP_4,
          XGDS_1,
          XGDS_2,
          XGDS_3,
          XGDS_4,
          RDS,
          REVIEW_ON,
          EXEMPT_25,
          EXEMPT_50,
          EXEMPT_75,
          HUMAN_SOURCE_50,
          WMD_DESIGN_50,
          NA_RD,
          TREATY ->
          false;
    };
  }

  /** Whether the kind says nothing without a date. */
  static boolean isIncompleteWithoutDate(InstructionKind kind) {
    return kind == InstructionKind.ADS
        || kind == InstructionKind.REVIEW_ON
        || kind == InstructionKind.RDS;
  }

  /** What the text names, read on by {@code next}; empty where it names no kind. */
  static Optional<InstructionReading> find(String text, Function<Named, InstructionReading> next) {
    if (NOT_APPLICABLE_TO.matcher(text).find()) {
      return Optional.of(next.apply(Named.of(InstructionKind.NA_RD)));
    }
    if (TREATY.matcher(text).find()) {
      return Optional.of(next.apply(Named.of(InstructionKind.TREATY)));
    }
    if (families(text).size() > 1) {
      return Optional.of(
          InstructionReading.without(
              Outcome.UNREADABLE,
              List.of(
                  InstructionRules.UNREADABLE.broken(
                      "Instructions that exclude each other stand here: "
                          + String.join(", ", families(text))
                          + "."))));
    }
    if (EXEMPTION.matcher(text).find()) {
      return Optional.of(exemption(text).map(next).orElseGet(InstructionWords::unreadable));
    }
    if (EXEMPTION_WITHOUT_NUMBER.matcher(text).find() || X_ALONE.matcher(text).matches()) {
      return Optional.of(incomplete());
    }
    if (OADR.matcher(text).find()) {
      return Optional.of(next.apply(Named.of(InstructionKind.OADR)));
    }
    if (XGDS.matcher(text).find() || text.matches(".*\\bX-?GDS\\)? ?-?\\(?\\d.*")) {
      return Optional.of(exemptFromSchedule(text, next));
    }
    if (ADS.matcher(text).find()) {
      return Optional.of(next.apply(beside(InstructionKind.ADS, ADS, text)));
    }
    if (GDS.matcher(text).find()) {
      return Optional.of(next.apply(beside(InstructionKind.GDS, GDS, text)));
    }
    Optional<InstructionReading> group = group(text, next);
    if (group.isPresent()) {
      return group;
    }
    return later(text, next);
  }

  /**
   * The instructions named, of which one alone can hold. Several categories of one kind are one
   * instruction, and so are those that leave the end open: all come to the same. A review beside
   * another is a remark.
   */
  private static Set<String> families(String text) {
    Set<String> said = new LinkedHashSet<>();
    String beside = XGDS.matcher(text).replaceAll(" ");
    say(said, "25X, 50X or 75X", EXEMPTION, text);
    say(said, OPEN, OADR, text);
    say(said, "XGDS", XGDS, text);
    say(said, "GDS", GDS, beside);
    Matcher group = GROUP.matcher(text);
    while (group.find()) {
      groupOf(String.valueOf(group.group(1))).ifPresent(kind -> said.add(kind.code()));
      Matcher another = ANOTHER_GROUP.matcher(text).region(group.end(), text.length());
      if (another.lookingAt()) {
        said.add("GROUP_" + another.group(1));
      }
    }
    say(said, "GROUP_3", GROUP_3, text);
    say(said, "GROUP_4", GROUP_4, text);
    if (said.stream().anyMatch(name -> name.startsWith("GROUP_"))) {
      // Without a number these words stand beside exemptions of later orders too.
      say(said, "GROUP_1", GROUP_1, text);
      say(said, "GROUP_2", GROUP_2, text);
    }
    say(said, OPEN, MANUAL_REVIEW, text);
    say(said, OPEN, DCI, text);
    say(said, OPEN, DNI, text);
    say(said, OPEN, X, text);
    return said;
  }

  private static void say(Set<String> said, String name, Pattern words, String text) {
    if (words.matcher(text).find()) {
      said.add(name);
    }
  }

  private static Optional<InstructionReading> later(
      String text, Function<Named, InstructionReading> next) {
    Matcher rds = RDS.matcher(text);
    if (rds.find()) {
      Integer number = rds.group(1) == null ? null : Integer.valueOf(rds.group(1));
      String rest = text.substring(0, rds.start()) + " " + text.substring(rds.end());
      return Optional.of(next.apply(new Named(InstructionKind.RDS, number, List.of(), rest)));
    }
    if (MANUAL_REVIEW.matcher(text).find()) {
      return Optional.of(next.apply(Named.of(InstructionKind.MR)));
    }
    if (REVIEW.matcher(text).find()) {
      return Optional.of(next.apply(beside(InstructionKind.REVIEW_ON, REVIEW, text)));
    }
    if (DCI.matcher(text).find()) {
      return Optional.of(next.apply(Named.of(InstructionKind.DCI_ONLY)));
    }
    if (DNI.matcher(text).find()) {
      return Optional.of(next.apply(Named.of(InstructionKind.DNI_ONLY)));
    }
    Matcher x = X.matcher(text);
    if (x.find()) {
      return Optional.of(
          InstructionKind.ofCode("X" + x.group(1))
              .map(kind -> next.apply(Named.of(kind)))
              .orElseGet(InstructionWords::unreadable));
    }
    return Optional.empty();
  }

  private static Optional<Named> exemption(String text) {
    List<Exemption> found = new ArrayList<>();
    Matcher m = EXEMPTION.matcher(text);
    while (m.find()) {
      String suffix = m.group(3) == null ? "" : "-" + m.group(3);
      Optional<Exemption> one = Exemption.parse(m.group(1) + "X" + m.group(2) + suffix);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      found.add(one.get());
    }
    // The imagery order's number would otherwise be taken for words beside the designator.
    String rest =
        m.replaceAll(" ").replaceAll("(?:E\\.? ?O\\.?|EXECUTIVE ORDER) ?\\d{5}", " ").strip();
    if (OR_DAY.matcher(rest).lookingAt()) {
      // An exemption or a day: which of the two holds only a person can say.
      return Optional.empty();
    }
    return Optional.of(new Named(strongest(found), found.get(0).category(), found, rest));
  }

  private static InstructionKind strongest(List<Exemption> exemptions) {
    InstructionKind kind = InstructionKind.EXEMPT_25;
    for (Exemption e : exemptions) {
      if (e.suffix() != null && e.term() == Exemption.Term.AT_50) {
        return e.suffix() == Exemption.Suffix.HUMAN_SOURCE
            ? InstructionKind.HUMAN_SOURCE_50
            : InstructionKind.WMD_DESIGN_50;
      }
      if (e.term() == Exemption.Term.AT_75) {
        kind = InstructionKind.EXEMPT_75;
      } else if (e.term() == Exemption.Term.AT_50 && kind == InstructionKind.EXEMPT_25) {
        kind = InstructionKind.EXEMPT_50;
      }
    }
    return kind;
  }

  private static InstructionReading exemptFromSchedule(
      String text, Function<Named, InstructionReading> next) {
    Matcher m = XGDS_NUMBER.matcher(text);
    if (!m.find()) {
      return incomplete();
    }
    String digit =
        IntStream.rangeClosed(1, m.groupCount())
            .mapToObj(m::group)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    String rest =
        text.substring(m.end()).replaceFirst("^(?:[, ]*\\(?[1-4]\\)?(?![\\d/]| ?[A-Z]{3}))+", "");
    return InstructionKind.ofCode("XGDS_" + digit)
        .map(kind -> next.apply(new Named(kind, null, List.of(), rest)))
        .orElseGet(InstructionWords::unreadable);
  }

  private static Optional<InstructionReading> group(
      String text, Function<Named, InstructionReading> next) {
    Matcher m = GROUP.matcher(text);
    if (m.find()) {
      return Optional.of(
          groupOf(String.valueOf(m.group(1)))
              .map(kind -> next.apply(Named.of(kind)))
              .orElseGet(InstructionWords::unreadable));
    }
    if (GROUP_ALONE.matcher(text).matches()) {
      return Optional.of(incomplete());
    }
    if (GROUP_1.matcher(text).find()) {
      return Optional.of(next.apply(Named.of(InstructionKind.GROUP_1)));
    }
    if (GROUP_2.matcher(text).find()) {
      return Optional.of(next.apply(Named.of(InstructionKind.GROUP_2)));
    }
    if (GROUP_3.matcher(text).find()) {
      return Optional.of(next.apply(Named.of(InstructionKind.GROUP_3)));
    }
    if (GROUP_4.matcher(text).find()) {
      return Optional.of(next.apply(Named.of(InstructionKind.GROUP_4)));
    }
    return Optional.empty();
  }

  private static Optional<InstructionKind> groupOf(String number) {
    return switch (number) {
      case "1", "I", "ONE" -> Optional.of(InstructionKind.GROUP_1);
      case "2", "II", "TWO" -> Optional.of(InstructionKind.GROUP_2);
      case "3", "III", "THREE" -> Optional.of(InstructionKind.GROUP_3);
      case "4", "IV", "FOUR" -> Optional.of(InstructionKind.GROUP_4);
      // There never was a fifth.
      default -> Optional.empty();
    };
  }

  private static Named beside(InstructionKind kind, Pattern words, String text) {
    return new Named(kind, null, List.of(), words.matcher(text).replaceFirst(" ").strip());
  }

  private static InstructionReading incomplete() {
    return InstructionReading.incomplete(null, List.of(), List.of());
  }

  private static InstructionReading unreadable() {
    return InstructionReading.without(
        Outcome.UNREADABLE,
        List.of(
            InstructionRules.UNREADABLE.broken(
                "The declassification instruction names a category that no order knows.")));
  }
}
