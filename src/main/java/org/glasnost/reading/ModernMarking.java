package org.glasnost.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.rules.MarkingRule;
import org.jspecify.annotations.Nullable;

/**
 * Reads banners and portion marks in categories parted by {@code //}: level, SCI, SAP, atomic
 * energy, foreign government information, CUI, dissemination, other agencies' markings.
 */
final class ModernMarking {
  private static final Pattern LEVEL_ABBREVIATED = Pattern.compile("TS|S|C|U|R");
  private static final String TRIGRAPHS = "[A-Z]{3,4}(?: [A-Z]{3,4}){0,99}";
  private static final Pattern JOINT =
      Pattern.compile(
          "JOINT (TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|TS|S|C|R|U)( .*)?");
  private static final Pattern OWNED =
      Pattern.compile(
          "([A-Z]{3,4}) (TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|TS|S|C|R|U)");
  private static final Pattern OWNER_LIST = Pattern.compile(TRIGRAPHS);

  private static final int LONGEST = 4_000;
  private static final int LONGEST_LEVEL = 20;

  private final MarkingRegister cnsi;
  private final MarkingRegister cui;
  private final Lexicon levels;

  ModernMarking(MarkingRegister cnsi, MarkingRegister cui) {
    this.cnsi = cnsi;
    this.cui = cui;
    this.levels = new Lexicon(cnsi, EnumSet.of(RegisterCategory.LEVEL));
  }

  /** Whether a text is written in categories. */
  static boolean looksModern(String text) {
    int at = text.indexOf("//");
    while (at > 0 && text.charAt(at - 1) == ':') {
      at = text.indexOf("//", at + 2);
    }
    return at >= 0 || text.strip().equals("CUI");
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
      boolean open = whole.text().startsWith("(");
      boolean closed = whole.text().endsWith(")");
      if (!whole.text().isEmpty() && !(open && closed)) {
        draft.find(MarkingRule.PARENTHESES.by(whole.text()), whole.from());
      }
      whole =
          Piece.trimmed(
              draft.text(),
              whole.from() + (open ? 1 : 0),
              whole.to() - (closed && whole.to() > whole.from() + (open ? 1 : 0) ? 1 : 0));
    }
    if (whole.text().isEmpty()) {
      draft.needReview();
      return;
    }
    if (whole.text().length() > LONGEST) {
      draft.find(
          ReadingRule.TOO_LONG.of("", "No marking is so long; it was not read."), whole.from());
      draft.openLevel();
      return;
    }
    List<Piece> parts = whole.split("//");
    Categories categories = new Categories(draft, cnsi, cui, portion);
    int next;
    if (parts.get(0).text().isEmpty() && parts.size() > 1) {
      foreign(draft, parts.get(1), portion, categories);
      next = 2;
    } else {
      next = first(draft, parts.get(0), portion, categories) ? 1 : 0;
    }
    for (int i = next; i < parts.size(); i++) {
      if (parts.get(i).text().isEmpty()) {
        draft.find(MarkingRule.EMPTY_PART.by("//"), Math.max(0, parts.get(i).from() - 1));
      } else {
        categories.part(parts.get(i));
      }
    }
    new Combination(draft, categories, cnsi).check();
  }

  /** The level of a U.S. marking; what follows it without {@code //} is taken as a part. */
  private boolean first(Draft draft, Piece part, boolean portion, Categories categories) {
    String upper = part.upper();
    if (upper.equals("CUI") || upper.equals("CONTROLLED")) {
      draft.level(StatedLevel.UNCLASSIFIED);
      return false;
    }
    if (level(draft, part, portion)) {
      return true;
    }
    for (int cut : cuts(part.text())) {
      Piece head = Piece.trimmed(draft.text(), part.from(), part.from() + cut);
      if (isLevel(head.upper())) {
        level(draft, head, portion);
        Piece rest = Piece.trimmed(draft.text(), part.from() + cut + 1, part.to());
        if (categories.isTodays()) {
          draft.find(MarkingRule.SEPARATOR.by(part.text()), part.from() + cut);
        }
        if (!rest.text().isEmpty()) {
          categories.part(rest);
        }
        return true;
      }
    }
    if (portion && upper.equals("TSC")) {
      draft.level(StatedLevel.TOP_SECRET);
      draft.codewords.add("COMINT");
      draft.span(part.from(), part.to(), Span.Meaning.LEVEL);
      return true;
    }
    damagedLevel(draft, part);
    return true;
  }

  private static List<Integer> cuts(String text) {
    List<Integer> cuts = new ArrayList<>();
    for (int i = Math.min(LONGEST_LEVEL, text.length() - 1); i > 0; i--) {
      char c = text.charAt(i);
      if (c == '/' || c == ' ' || c == '-' || c == ',') {
        cuts.add(i);
      }
    }
    return cuts;
  }

  private boolean isLevel(String upper) {
    return cnsi.form(RegisterCategory.LEVEL, upper) != null
        || upper.equals("RESTRICTED")
        || LEVEL_ABBREVIATED.matcher(upper).matches();
  }

  /** Reads a level, in either form, with a finding where it is the wrong one. */
  private boolean level(Draft draft, Piece piece, boolean portion) {
    String upper = piece.upper();
    RegisterEntry full = cnsi.form(RegisterCategory.LEVEL, upper);
    RegisterEntry brief = cnsi.portion(RegisterCategory.LEVEL, upper);
    RegisterEntry entry = full != null ? full : brief;
    boolean restricted = upper.equals("RESTRICTED") || (portion && upper.equals("R"));
    boolean limited = portion && upper.equals("LOU");
    if (entry == null && !restricted && !limited) {
      return false;
    }
    if (limited) {
      draft.level(StatedLevel.LOU);
      draft.span(piece.from(), piece.to(), Span.Meaning.LEVEL);
      return true;
    }
    draft.span(piece.from(), piece.to(), Span.Meaning.LEVEL);
    if (entry == null) {
      draft.level(StatedLevel.RESTRICTED);
      draft.find(MarkingRule.RESTRICTED_ENDED.by(piece.text()), piece.from());
      return true;
    }
    draft.level(StatedLevel.valueOf(entry.token()));
    String form = portion ? entry.portionForm() : entry.banner();
    if (!piece.text().equals(form)) {
      draft.find(
          (portion ? MarkingRule.PORTION_FORM : MarkingRule.BANNER_FORM)
              .by(piece.text())
              .suggesting(form),
          piece.from());
    }
    return true;
  }

  private void damagedLevel(Draft draft, Piece part) {
    String letters = part.upper().replaceAll("[^\\p{L}\\p{N}|!]", "");
    Repair repair = Repair.of(letters, levels);
    draft.span(part.from(), part.to(), Span.Meaning.LEVEL);
    Lexicon.Spelling spelling = levels.startOf(letters);
    boolean spaced = spelling != null && spelling.joined().equals(letters);
    if (spaced || repair.isSingle()) {
      RegisterEntry entry =
          spaced && spelling != null ? spelling.entry() : repair.candidates().get(0);
      draft.level(StatedLevel.valueOf(entry.token()));
      draft.find(
          ReadingRule.REPAIRED
              .of(part.text(), "Damaged; read as " + entry.banner() + ".")
              .suggesting(entry.banner()),
          part.from());
      draft.doubt(spaced ? 0.95 : 1.0 - 0.15 * repair.steps());
      if (entry.token().equals("UNCLASSIFIED")) {
        draft.needReview();
      }
      return;
    }
    draft.find(MarkingRule.LEVEL_MISSING.by(part.text()), part.from());
    draft.openLevel();
    draft.doubt(0.5);
  }

  /** What stands after a leading {@code //}: a JOINT or a foreign classification. */
  private void foreign(Draft draft, Piece part, boolean portion, Categories categories) {
    String upper = part.upper().replaceAll(" {2,}", " ");
    Matcher joint = JOINT.matcher(upper);
    if (joint.matches()) {
      draft.level(stated(joint.group(1)));
      draft.span(part.from(), part.to(), Span.Meaning.JOINT);
      String list = joint.group(2) == null ? "" : joint.group(2).strip();
      if (OWNER_LIST.matcher(list).matches()) {
        for (String owner : list.split(" ", -1)) {
          categories.country(owner, part.from());
          draft.joint.add(owner);
        }
      } else {
        draft.find(MarkingRule.NON_US_FORM.by(part.text()), part.from());
        draft.needReview();
      }
      return;
    }
    RegisterEntry nato = portion ? cnsi.portion(RegisterCategory.NATO, upper) : null;
    nato = nato == null ? cnsi.form(RegisterCategory.NATO, upper) : nato;
    if (nato != null) {
      draft.span(part.from(), part.to(), Span.Meaning.NON_US);
      draft.nonUs = nato.banner();
      if (!nato.levels().isEmpty()) {
        draft.level(nato.levels().get(0));
      }
      return;
    }
    Matcher owned = OWNED.matcher(upper);
    if (owned.matches()) {
      draft.span(part.from(), part.to(), Span.Meaning.NON_US);
      StatedLevel level = stated(owned.group(2));
      draft.nonUs = owned.group(1) + " " + level.name().replace('_', ' ');
      if (level != StatedLevel.RESTRICTED) {
        draft.level(level);
      }
      if (owned.group(1).equals("FGI")) {
        draft.fgi.add("FGI");
      } else {
        categories.country(owned.group(1), part.from());
      }
      return;
    }
    draft.span(part.from(), part.to(), Span.Meaning.UNKNOWN);
    draft.find(MarkingRule.NON_US_FORM.by(part.text()), part.from());
    draft.openLevel();
  }

  private static StatedLevel stated(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "TOP SECRET", "TS" -> StatedLevel.TOP_SECRET;
      case "SECRET", "S" -> StatedLevel.SECRET;
      case "CONFIDENTIAL", "C" -> StatedLevel.CONFIDENTIAL;
      case "RESTRICTED", "R" -> StatedLevel.RESTRICTED;
      case "UNCLASSIFIED", "U" -> StatedLevel.UNCLASSIFIED;
      default -> throw new IllegalArgumentException("no level: " + word);
    };
  }

  /** The entry of a category's word in either form; null where there is none. */
  static @Nullable RegisterEntry word(
      MarkingRegister register, RegisterCategory category, String upper) {
    RegisterEntry entry = register.form(category, upper);
    return entry != null ? entry : register.portion(category, upper);
  }
}
