package org.glasnost.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.rules.MarkingRule;

/**
 * Reads banners and portion marks in categories parted by {@code //}: level, SCI, SAP, atomic
 * energy, foreign government information, CUI, dissemination, other agencies' markings.
 */
final class ModernMarking {
  private static final int LONGEST = 4_000;

  private final MarkingRegister historic;
  private final MarkingRegister cnsi;
  private final MarkingRegister cui;
  private final Lexicon levels;
  private final Lexicon repairs;

  ModernMarking(MarkingRegister historic, MarkingRegister cnsi, MarkingRegister cui) {
    this.historic = historic;
    this.cnsi = cnsi;
    this.cui = cui;
    this.levels = new Lexicon(cnsi, EnumSet.of(RegisterCategory.LEVEL));
    this.repairs = Categories.repairs(cnsi);
  }

  /** A run of slashes at the end of a line, and none elsewhere. */
  private static final Pattern FILLED =
      Pattern.compile("(?s)[^/A-Z]*+[A-Z][^/]*+(?:/[^/]++)*+/{4,80}");

  /** Whether a text is written in categories. */
  static boolean looksModern(String text) {
    int at = text.indexOf("//");
    while (at > 0 && text.charAt(at - 1) == ':') {
      at = text.indexOf("//", at + 2);
    }
    String whole = text.strip();
    if (at >= 0 && whole.endsWith("////") && FILLED.matcher(whole).matches()) {
      // CONFIDENTIAL STADIS////////////: how telegrams filled a line.
      return false;
    }
    return at >= 0 || whole.equals("CUI") || whole.equals("CONTROLLED");
  }

  /** Whether a word stands in today's register, in the form for a banner. */
  boolean knows(String word) {
    return cnsi.form(RegisterCategory.DISSEM, word) != null
        || cnsi.form(RegisterCategory.NON_IC, word) != null
        || cnsi.form(RegisterCategory.AEA, word) != null;
  }

  /** Reads the whole text. */
  void read(Draft draft, boolean portion) {
    read(draft, new Sentence(0, draft.text().length()), portion);
  }

  /** Reads a stretch of the text. */
  void read(Draft draft, Sentence stretch, boolean portion) {
    Piece whole = Piece.trimmed(draft.text(), stretch.from(), stretch.to());
    if (portion) {
      whole = withoutParentheses(draft, whole);
    }
    read(draft, whole, portion);
  }

  /** Reads what stands in the brackets of a portion mark. */
  void inside(Draft draft, Sentence stretch) {
    read(draft, Piece.trimmed(draft.text(), stretch.from(), stretch.to()), true);
  }

  private void read(Draft draft, Piece whole, boolean portion) {
    if (whole.isEmpty()) {
      draft.needReview();
      return;
    }
    if (whole.length() > LONGEST) {
      draft.find(
          ReadingRule.TOO_LONG.of("", "No marking is so long; it was not read."), whole.from());
      draft.openLevel();
      return;
    }
    ModernContext context = new ModernContext(draft, historic, cnsi, cui, portion);
    Categories categories = new Categories(context, repairs);
    LeadingPart leading = new LeadingPart(context, categories, levels);
    List<Piece> parts = whole.split("//");
    int next = 1;
    if (parts.get(0).isEmpty() && parts.size() > 1) {
      leading.foreign(parts.get(1));
      next = 2;
    } else {
      leading.us(parts.get(0));
    }
    blanks(context, whole);
    for (int i = next; i < parts.size(); i++) {
      draft.step(parts.get(i).length());
      if (parts.get(i).isEmpty()) {
        context.find(MarkingRule.EMPTY_PART.by("//"), Math.max(0, parts.get(i).from() - 1));
      } else {
        categories.part(parts.get(i));
      }
    }
    if (!draft.hasLevel() && draft.nonUs == null) {
      draft.openLevel();
    }
    new Combination(context).check();
  }

  /** No blank stands beside a slash; told once. */
  private static void blanks(ModernContext context, Piece whole) {
    String text = whole.text();
    for (int i = 1; i + 1 < text.length(); i++) {
      if (text.charAt(i) == '/' && (text.charAt(i - 1) == ' ' || text.charAt(i + 1) == ' ')) {
        context.find(MarkingRule.BLANKS.by("/"), whole.from() + i);
        return;
      }
    }
  }

  private static Piece withoutParentheses(Draft draft, Piece whole) {
    boolean open = whole.text().startsWith("(");
    boolean closed = whole.text().endsWith(")");
    if (!whole.text().isEmpty() && !(open && closed)) {
      draft.find(MarkingRule.PARENTHESES.by(whole.text()), whole.from());
    }
    int from = whole.from() + (open ? 1 : 0);
    return Piece.trimmed(draft.text(), from, whole.to() - (closed && whole.to() > from ? 1 : 0));
  }
}
