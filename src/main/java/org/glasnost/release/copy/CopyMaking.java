package org.glasnost.release.copy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasnost.declassification.DeclassificationMark;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Makes the released copy from the original: removes what is withheld, lines through the old
 * markings, adds the mark. The one place where both texts are at hand.
 *
 * <p>Redactions of a portion that touch or overlap become one passage with each of their bases
 * once, so that the copy does not show how the passage was cut up. A redaction that would part a
 * letter from its combining marks, or cut an emoji sequence, grows outward to the whole character
 * that a reader sees: half a character can tell what the other half was.
 */
public final class CopyMaking {
  private static final Citation IRRECOVERABLE = Citation.of("32 CFR 2001.45(d)");
  private static final Citation REASON_FOR_EACH = Citation.of("32 CFR 2001.33(h)");

  private CopyMaking() {}

  /**
   * The released copy.
   *
   * @param title of the record, as it may be read by everybody
   * @param documentDate the record's date, or null
   * @param mark the declassification mark
   * @param portions the whole original, in order
   * @param redactions what is removed, in any order
   * @param withheld portions that are removed whole
   * @throws Refused on ground RULE with RLS-0001 (no such portion), RLS-0002 (a span outside its
   *     portion), RLS-0003 (no basis) or RLS-0004 (a basis that is not one line); all that are
   *     broken, each at its member of {@code /redactions} or {@code /withheld}
   * @throws IllegalArgumentException if two portions bear the same number, which is a bug of ours
   */
  public static ReleasedCopy of(
      String title,
      @Nullable LocalDate documentDate,
      DeclassificationMark mark,
      List<SourcePortion> portions,
      List<Redaction> redactions,
      List<Withholding> withheld) {
    Map<Integer, Integer> lengths = new HashMap<>();
    for (SourcePortion portion : portions) {
      int length = portion.text().codePointCount(0, portion.text().length());
      if (lengths.put(portion.number(), length) != null) {
        throw new IllegalArgumentException("two portions p" + portion.number());
      }
    }
    Refused.ifAnyError(check(lengths, redactions, withheld));

    Map<Integer, List<Redaction>> byPortion =
        redactions.stream().collect(Collectors.groupingBy(Redaction::portion));
    Map<Integer, List<String>> wholeOn =
        withheld.stream()
            .collect(
                Collectors.groupingBy(
                    Withholding::portion,
                    Collectors.mapping(Withholding::basis, Collectors.toList())));
    List<CopyPortion> copies = new ArrayList<>();
    Set<String> linedThrough = new LinkedHashSet<>();
    for (SourcePortion source : portions) {
      int number = source.number();
      PortionRedaction redaction =
          new PortionRedaction(
              source,
              byPortion.getOrDefault(number, List.of()),
              wholeOn.getOrDefault(number, List.of()));
      copies.add(new CopyPortion(number, redaction.runs()));
      linedThrough.addAll(redaction.oldMarkings());
    }
    return new ReleasedCopy(title, documentDate, mark, List.copyOf(linedThrough), copies);
  }

  private static List<Finding> check(
      Map<Integer, Integer> lengths, List<Redaction> redactions, List<Withholding> withheld) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < redactions.size(); i++) {
      Redaction redaction = redactions.get(i);
      String at = "/redactions/" + i;
      Integer length = lengths.get(redaction.portion());
      if (length == null) {
        findings.add(noSuchPortion(redaction.portion(), at));
      } else if (redaction.from() < 0
          || redaction.to() <= redaction.from()
          || redaction.to() > length) {
        findings.add(
            Finding.error(
                    "RLS-0002",
                    "A redaction must lie inside its portion: 0 <= from < to <= "
                        + length
                        + " for p"
                        + redaction.portion()
                        + ".")
                .atMember(at)
                .about(redaction.from() + " to " + redaction.to())
                .citing(IRRECOVERABLE));
      }
      checkBasis(redaction.basis(), at, findings);
    }
    for (int i = 0; i < withheld.size(); i++) {
      Withholding withholding = withheld.get(i);
      String at = "/withheld/" + i;
      if (!lengths.containsKey(withholding.portion())) {
        findings.add(noSuchPortion(withholding.portion(), at));
      }
      checkBasis(withholding.basis(), at, findings);
    }
    return findings;
  }

  private static Finding noSuchPortion(int number, String at) {
    return Finding.error("RLS-0001", "The document has no such portion; name one that it has.")
        .atMember(at + "/portion")
        .about("p" + number);
  }

  private static void checkBasis(String basis, String at, List<Finding> findings) {
    if (basis.isBlank()) {
      findings.add(
          Finding.error("RLS-0003", "What is withheld needs a basis; name one.")
              .atMember(at + "/basis")
              .citing(REASON_FOR_EACH));
    } else if (!basis.equals(basis.strip())
        || basis.codePoints().anyMatch(c -> Character.isISOControl(c) || isLineBreak(c))) {
      findings.add(
          Finding.error("RLS-0004", "A basis is one line without leading or trailing spaces.")
              .atMember(at + "/basis"));
    }
  }

  private static boolean isLineBreak(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
  }
}
