package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.Countries;
import org.glasnost.marking.ForeignClassification;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.rules.Applicability;
import org.glasnost.marking.rules.MarkingRule;

/** Reads what stands first in a modern marking: the level, or another owner's classification. */
final class LeadingPart {
  private static final Pattern LEVEL_ABBREVIATED = Pattern.compile("TS|S|C|U|R");
  private static final String LEVEL =
      "(TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|TS|S|C|R|U)";
  private static final Pattern JOINT = Pattern.compile("JOINT " + LEVEL + "( .*)?");
  private static final Pattern OWNER_LIST = Pattern.compile("[A-Z]{3,4}(?: [A-Z]{3,4}){0,99}");
  private static final Pattern OWNED =
      Pattern.compile("([A-Z]{3,4}(?: [A-Z]{3,4}){0,99}?) " + LEVEL);
  private static final Pattern NATO_CONTROLLED =
      Pattern.compile(
          "(COSMIC TOP SECRET|NATO SECRET|NATO CONFIDENTIAL|CTS|NS|NC)"
              + "[ -]?(ATOMAL|BOHEMIA|BALK|AT|A|B)");

  /** Portion marks of the Departments of Energy and Defense before the categories. */
  private static final Pattern ATOMIC_LEVEL = Pattern.compile("(TS|S|C)(RD|FRD)");

  private static final int LONGEST_LEVEL = 20;

  private final ModernContext context;
  private final Draft draft;
  private final Categories categories;
  private final Lexicon levels;

  LeadingPart(ModernContext context, Categories categories, Lexicon levels) {
    this.context = context;
    this.draft = context.draft;
    this.categories = categories;
    this.levels = levels;
  }

  /** The level of a U.S. marking; what follows it without {@code //} is taken as a part. */
  void us(Piece part) {
    if (categories.leadingCui(part)) {
      draft.level(StatedLevel.UNCLASSIFIED);
      return;
    }
    if (level(part) || ofOld(part)) {
      return;
    }
    for (int cut : cuts(part.text())) {
      Piece head = Piece.trimmed(draft.text(), part.from(), part.from() + cut);
      boolean cui = categories.leadingCui(head);
      if (!cui && ofOld(head)) {
        categories.part(behind(part, cut));
        return;
      }
      if (cui || isLevel(head.upper())) {
        if (cui) {
          draft.level(StatedLevel.UNCLASSIFIED);
        } else {
          level(head);
        }
        Piece rest = behind(part, cut);
        context.find(MarkingRule.SEPARATOR.by(rest.text()), rest);
        categories.part(rest);
        return;
      }
    }
    damaged(part);
  }

  /** What stands behind the level in its part, perhaps nothing. */
  private Piece behind(Piece part, int cut) {
    return Piece.trimmed(draft.text(), part.from() + cut + 1, part.to());
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
    return context.cnsi.form(RegisterCategory.LEVEL, upper) != null
        || upper.equals("RESTRICTED")
        || LEVEL_ABBREVIATED.matcher(upper).matches();
  }

  /** Reads a level, in either form, with a finding where it is the wrong one. */
  private boolean level(Piece piece) {
    String upper = piece.spaced();
    RegisterEntry entry = ModernContext.word(context.cnsi, RegisterCategory.LEVEL, upper);
    if (entry != null) {
      draft.level(StatedLevel.valueOf(entry.token()));
      context.span(piece, Span.Meaning.LEVEL);
      String form = context.portion ? entry.portionForm() : entry.banner();
      if (!piece.text().equals(form)) {
        context.find(
            (context.portion ? MarkingRule.PORTION_FORM : MarkingRule.BANNER_FORM)
                .by(piece.text())
                .suggesting(form),
            piece);
      }
      return true;
    }
    if (upper.equals("RESTRICTED") || (context.portion && upper.equals("R"))) {
      draft.level(StatedLevel.RESTRICTED);
      context.span(piece, Span.Meaning.LEVEL);
      context.find(MarkingRule.RESTRICTED_ENDED.by(piece.text()), piece);
      context.find(MarkingRule.RESTRICTED_PERSON.by(piece.text()), piece);
      return true;
    }
    if (context.portion && upper.equals("LOU")) {
      draft.level(StatedLevel.LOU);
      context.span(piece, Span.Meaning.LEVEL);
      return true;
    }
    return false;
  }

  /** Portion marks of earlier practice: {@code (TSC)}, {@code (SRD)}, {@code (NS)}. */
  private boolean ofOld(Piece part) {
    if (!context.portion) {
      return false;
    }
    String upper = part.upper();
    RegisterEntry nato = context.cnsi.portion(RegisterCategory.NATO, upper);
    Matcher atomic = ATOMIC_LEVEL.matcher(upper);
    if (nato != null) {
      nato(part, nato);
    } else if (atomic.matches()) {
      draft.level(stated(atomic.group(1)));
      context.span(part.inner(0, atomic.end(1)), Span.Meaning.LEVEL);
      draft.atomic(atomic.group(2));
      context.used.add(
          new ModernContext.Used(context.known(RegisterCategory.AEA, atomic.group(2)), part));
      context.span(part.inner(atomic.start(2), part.text().length()), Span.Meaning.AEA);
    } else if (upper.equals("TSC")) {
      draft.level(StatedLevel.TOP_SECRET);
      draft.codewords.add("COMINT");
      context.span(part, Span.Meaning.LEVEL);
    } else {
      return false;
    }
    String right =
        nato != null
            ? "//" + upper
            : atomic.matches() ? atomic.group(1) + "//" + atomic.group(2) : "TS//SI";
    context.find(MarkingRule.SEPARATOR.by(part.text()).suggesting(right), part);
    return true;
  }

  private void damaged(Piece part) {
    String letters = part.upper().replaceAll("[^\\p{L}\\p{N}|!]", "");
    if (context.portion
        && Set.of("FOUO", "OUO").contains(letters)
        && draft.date() != null
        && !MarkingRule.WORD_UNKNOWN.holdsOn(draft.date())) {
      draft.level(StatedLevel.UNCLASSIFIED);
      categories.part(part);
      return;
    }
    if (categories.knows(part)) {
      context.find(MarkingRule.LEVEL_MISSING.by(part.text()), part);
      draft.doubt(0.5);
      draft.needReview();
      if (context.portion) {
        // What it marks is classified, at a level that it does not say.
        draft.openLevel();
      }
      categories.part(part);
      return;
    }
    context.span(part, Span.Meaning.LEVEL);
    if (context.portion && letters.equals("TS")) {
      draft.level(StatedLevel.TOP_SECRET);
      context.find(
          ReadingRule.REPAIRED.of(part.text(), "Damaged; read as TS.").suggesting("TS"), part);
      draft.doubt(0.95);
      return;
    }
    Repair repair = Repair.of(letters, levels, draft);
    Lexicon.Spelling spelling = levels.startOf(letters);
    boolean spaced = spelling != null && spelling.joined().equals(letters);
    if (spaced || repair.isSingle()) {
      RegisterEntry entry =
          spaced && spelling != null ? spelling.entry() : repair.candidates().get(0);
      draft.level(StatedLevel.valueOf(entry.token()));
      context.find(
          ReadingRule.REPAIRED
              .of(part.text(), "Damaged; read as " + entry.banner() + ".")
              .suggesting(entry.banner()),
          part);
      draft.doubt(spaced ? 0.95 : 1.0 - 0.15 * repair.steps());
      if (entry.token().equals("UNCLASSIFIED")) {
        draft.needReview();
      }
      return;
    }
    context.find(MarkingRule.LEVEL_MISSING.by(part.text()), part);
    draft.openLevel();
    draft.doubt(0.5);
  }

  /** What stands after a leading {@code //}: a JOINT or a foreign classification. */
  void foreign(Piece part) {
    String upper = part.spaced();
    Matcher joint = JOINT.matcher(upper);
    if (joint.matches()) {
      joint(part, joint);
      return;
    }
    RegisterEntry nato = ModernContext.word(context.cnsi, RegisterCategory.NATO, upper);
    if (nato != null) {
      nato(part, nato);
      context.form(part, context.forms(nato));
      return;
    }
    Matcher controlled = NATO_CONTROLLED.matcher(upper);
    if (controlled.matches()) {
      natoControlled(part, controlled);
      return;
    }
    Matcher owned = OWNED.matcher(upper);
    if (owned.matches()) {
      owned(part, owned.group(1), owned.group(2));
      return;
    }
    int name = NamedOwners.end(part, context.cnsi);
    if (name > 0) {
      String spaced = part.spaced();
      owned(part, spaced.substring(0, name), spaced.substring(name + 1));
      return;
    }
    context.find(MarkingRule.NON_US_FORM.by(part.text()), part);
    RegisterEntry old = context.historic.form(RegisterCategory.FOREIGN, upper);
    if (old != null) {
      RegisterWords.foreign(draft, old, part.from(), part.to());
      return;
    }
    context.span(part, Span.Meaning.UNKNOWN);
    draft.openLevel();
  }

  private void joint(Piece part, Matcher joint) {
    StatedLevel level = stated(joint.group(1));
    draft.level(level);
    context.ownersAt = part.from();
    context.span(part, Span.Meaning.JOINT);
    form(part, joint.group(1), level);
    String list = joint.group(2) == null ? "" : joint.group(2).strip();
    if (list.isEmpty() && context.portion) {
      // The list is the banner's; the United States always belong to it.
      draft.joint.add("USA");
      return;
    }
    if (!OWNER_LIST.matcher(list).matches()) {
      context.find(MarkingRule.NON_US_FORM.by(part.text()), part);
      draft.needReview();
      return;
    }
    List<Piece> words = part.words(0, "");
    int count = list.split(" ", -1).length;
    context.ownersAt = words.get(words.size() - count).from();
    for (Piece owner : words.subList(words.size() - count, words.size())) {
      context.country(owner);
      draft.joint.add(owner.upper());
    }
    if (draft.joint.stream().allMatch("USA"::equals)) {
      context.find(
          MarkingRule.NON_US_FORM.by(
              part.text(), "'" + part.text() + "': a JOINT marking names another owner too."),
          part);
    }
  }

  private void owned(Piece part, String named, String written) {
    StatedLevel level = stated(written);
    String spelled = level.name().replace('_', ' ');
    RegisterEntry nato =
        named.equals("NATO")
            ? context.cnsi.form(
                RegisterCategory.NATO,
                (level == StatedLevel.TOP_SECRET ? "COSMIC " : "NATO ") + spelled)
            : null;
    if (nato != null) {
      nato(part, nato);
      context.form(part, context.forms(nato));
      return;
    }
    context.span(part, Span.Meaning.NON_US);
    form(part, written, level);
    if (level != StatedLevel.RESTRICTED) {
      draft.level(level);
    }
    if (named.equals(ForeignClassification.CONCEALED)) {
      draft.nonUs = named + " " + spelled;
      draft.fgi.add(named);
      return;
    }
    List<String> codes = new ArrayList<>();
    for (Piece owner : NamedOwners.of(part.inner(0, part.lengthOf(named)), context.cnsi)) {
      String code = context.country(owner);
      codes.add(code);
      if (code.equals("USA")) {
        context.find(MarkingRule.FGI_USA.by(owner.text()), owner);
      }
    }
    List<String> sorted = codes.stream().distinct().sorted(Countries.OWNER_ORDER).toList();
    boolean activity = codes.get(0).equals("NATO");
    draft.nonUs = String.join(" ", activity ? codes : sorted) + " " + spelled;
    if (!activity && !sorted.equals(codes)) {
      context.find(
          MarkingRule.FGI_ORDER
              .by(part.text())
              .suggesting("//" + String.join(" ", sorted) + " " + written),
          part);
    }
  }

  private void form(Piece part, String written, StatedLevel level) {
    String spelled = level.name().replace('_', ' ');
    String brief = brief(level);
    String right = context.portion ? brief : spelled;
    if (!written.equals(right)) {
      context.find(
          (context.portion ? MarkingRule.PORTION_FORM : MarkingRule.BANNER_FORM)
              .by(part.text())
              .suggesting(
                  "//" + part.spaced().replaceFirst(" " + written + "(?= |$)", " " + right)),
          part);
    }
  }

  private void nato(Piece part, RegisterEntry nato) {
    context.span(part, Span.Meaning.NON_US);
    draft.nonUs = nato.banner();
    if (!nato.levels().isEmpty()) {
      draft.level(nato.levels().get(0));
    }
  }

  /** {@code NSAT}, {@code COSMIC TOP SECRET-BOHEMIA}: the control run together with the level. */
  private void natoControlled(Piece part, Matcher controlled) {
    RegisterEntry base =
        ModernContext.word(context.cnsi, RegisterCategory.NATO, controlled.group(1));
    String control =
        switch (controlled.group(2)) {
          case "AT", "A" -> "ATOMAL";
          case "B" -> "BOHEMIA";
          default -> controlled.group(2);
        };
    if (base == null) {
      throw new IllegalArgumentException("the register lacks " + controlled.group(1));
    }
    nato(part, base);
    draft.controls.add(control);
    ModernContext.Used used =
        new ModernContext.Used(context.known(RegisterCategory.NATO_CONTROL, control), part);
    context.used.add(used);
    if (context.isUnder(Applicability.AEA_CATEGORY)) {
      String level = context.portion ? base.portionForm() : base.banner();
      context.find(
          MarkingRule.SEPARATOR.by(part.text()).suggesting("//" + level + "//" + control), part);
    }
  }

  private static String brief(StatedLevel level) {
    return switch (level) {
      case TOP_SECRET -> "TS";
      case SECRET -> "S";
      case CONFIDENTIAL -> "C";
      case RESTRICTED -> "R";
      case UNCLASSIFIED -> "U";
      case LOU, NONE -> throw new IllegalArgumentException("no level of another owner: " + level);
    };
  }

  private static StatedLevel stated(String word) {
    return switch (word) {
      case "TOP SECRET", "TS" -> StatedLevel.TOP_SECRET;
      case "SECRET", "S" -> StatedLevel.SECRET;
      case "CONFIDENTIAL", "C" -> StatedLevel.CONFIDENTIAL;
      case "RESTRICTED", "R" -> StatedLevel.RESTRICTED;
      case "UNCLASSIFIED", "U" -> StatedLevel.UNCLASSIFIED;
      default -> throw new IllegalArgumentException("no level: " + word);
    };
  }
}
