package org.glasnost.reading;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.declassification.InstructionGrammar;
import org.glasnost.declassification.InstructionReading;
import org.glasnost.marking.ForeignClassification;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.Rendering;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.rules.Applicability;
import org.glasnost.marking.rules.MarkingRule;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/** Reads the categories of a modern marking after its level, one part at a time, in their order. */
final class Categories {
  private static final Pattern INSTRUCTION =
      Pattern.compile("\\d{8}|\\d{6}|X[1-8]|MR|OADR|25X[1-9].*|50X.*|75X.*|DECL.*");
  private static final String INSTRUCTION_BEGINS = "0123456789XMOD";
  private static final Pattern NICKNAMED =
      Pattern.compile("ACCM-([A-Z0-9]++(?:[ _-][A-Z0-9]++){0,30}+)");
  private static final Pattern OWNED =
      Pattern.compile(
          "(?:JOINT|([A-Z]{3,4})) (?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|TS|S|C|R|U)"
              + "(?: [A-Z ]{1,200})?|JOINT [A-Z ]{1,200}");

  private static final String ACCM = "ACCM-";
  private static final List<RegisterCategory> WORDS =
      List.of(
          RegisterCategory.DISSEM,
          RegisterCategory.NON_IC,
          RegisterCategory.AEA,
          RegisterCategory.NATO_CONTROL);
  private static final int CUI = 5;
  private static final int LOOSE = -1;

  private final ModernContext context;
  private final Draft draft;
  private final ReleaseItems releases;
  private final ReadInItems readIns;
  private final CuiParts cui;
  private final PastWords past;
  private final Lexicon repairs;
  private int order;

  /** Where the part began that holds the category last read; before any, -1. */
  private int orderAt = -1;

  private int partAt;

  Categories(ModernContext context, Lexicon repairs) {
    this.context = context;
    this.draft = context.draft;
    this.releases = new ReleaseItems(context);
    this.readIns = new ReadInItems(context);
    this.cui = new CuiParts(context);
    this.past = new PastWords(context);
    this.repairs = repairs;
  }

  /** The words for which a damaged one may be taken. */
  static Lexicon repairs(MarkingRegister cnsi) {
    return new Lexicon(cnsi, EnumSet.of(RegisterCategory.DISSEM, RegisterCategory.NON_IC));
  }

  /** Whether the item is ACCM with the nickname of its measure. */
  static boolean isNicknamed(Piece item) {
    return item.spaced().startsWith(ACCM) && NICKNAMED.matcher(item.spaced()).matches();
  }

  /** Reads CUI in the place of the level; whether the part is it. */
  boolean leadingCui(Piece part) {
    boolean leads = cui.control(part, true);
    if (leads) {
      place(CUI, part);
    }
    return leads;
  }

  /** Reads one part; an empty one says nothing. */
  void part(Piece part) {
    if (part.text().isEmpty()) {
      return;
    }
    partAt = part.from();
    boolean afterCui = cui.isAwaited();
    String upper = part.spaced();
    if (INSTRUCTION_BEGINS.indexOf(upper.charAt(0)) >= 0 && INSTRUCTION.matcher(upper).matches()) {
      instruction(part, upper);
    } else if (readIns.programs(part)) {
      place(context.isUnder(Applicability.SAP_CATEGORY) ? 2 : LOOSE, part);
    } else if (releases.sources(part)) {
      place(4, part);
    } else if (releases.eyes(part)) {
      place(6, part);
    } else if (cui.control(part, false)) {
      place(CUI, part);
    } else if (afterCui && cui.categories(part)) {
      orderAt = partAt;
      place(CUI, part);
    } else if (cui.isSpecified(upper) && cui.categories(part)) {
      place(CUI, part);
    } else if (isOwned(upper)) {
      context.unknown(part, MarkingRule.NON_US_EXCLUSIVE.by(part.text()));
    } else {
      items(part);
    }
  }

  private boolean isOwned(String upper) {
    if (upper.indexOf(' ') < 0) {
      return context.cnsi.form(RegisterCategory.NATO, upper) != null;
    }
    Matcher owned = OWNED.matcher(upper);
    String owner = owned.matches() ? owned.group(1) : "";
    return context.cnsi.form(RegisterCategory.NATO, upper) != null
        || owner == null
        || context.cnsi.token(RegisterCategory.COUNTRY, owner) != null
        || context.cnsi.token(RegisterCategory.GROUP, owner) != null
        || owner.equals(ForeignClassification.CONCEALED);
  }

  private void items(Piece part) {
    ModernContext.Used before = null;
    for (Piece item : part.split("/")) {
      if (item.isEmpty()) {
        context.find(MarkingRule.EMPTY_PART.by("/"), Math.max(0, item.from() - 1));
      } else if (item.text().indexOf(',') >= 0 && !ReleaseItems.holdsList(item)) {
        before = commas(item, before);
      } else {
        before = taken(item, before);
      }
    }
  }

  private ModernContext.@Nullable Used commas(Piece item, ModernContext.@Nullable Used before) {
    int list = ReleaseItems.listWithin(item);
    ModernContext.Used last = before;
    boolean next = false;
    for (Piece word : (list < 0 ? item : item.inner(0, list)).split(",")) {
      if (next) {
        context.find(MarkingRule.COMMA.by(word.text()), word);
      }
      next = true;
      if (!word.isEmpty()) {
        last = taken(word, last);
      }
    }
    return list < 0 ? last : apart(item.inner(list, item.length()), last);
  }

  /** A word that nothing but a blank parts from the one before. */
  private ModernContext.@Nullable Used apart(Piece word, ModernContext.@Nullable Used before) {
    context.find(
        MarkingRule.SEPARATOR.by(
            word.text(), "'" + word.text() + "': a blank parts neither words nor categories."),
        word);
    ModernContext.Used taken = taken(word, null);
    return taken == null ? before : taken;
  }

  private ModernContext.@Nullable Used taken(Piece item, ModernContext.@Nullable Used before) {
    ModernContext.Used word = item(item);
    if (word == null) {
      return past.take(item) ? before : notTaken(item, before);
    }
    return placed(item, word, before);
  }

  /** Words with only blanks between them are taken one by one; any other run is no word. */
  private ModernContext.@Nullable Used notTaken(Piece item, ModernContext.@Nullable Used before) {
    RegisterEntry level = ModernContext.word(context.cnsi, RegisterCategory.LEVEL, item.spaced());
    if (level != null) {
      level(item, level);
      return before;
    }
    List<Piece> words = RunTogether.words(item, this::isWord);
    if (words.size() < 2) {
      ModernContext.Used repaired = unknown(item, item.spaced());
      return repaired == null ? before : placed(item, repaired, before);
    }
    ModernContext.Used last = taken(words.get(0), before);
    for (Piece word : words.subList(1, words.size())) {
      last = apart(word, last);
    }
    return last;
  }

  /** A level that does not stand first; beside another one it leaves open which holds. */
  private void level(Piece item, RegisterEntry level) {
    String stands = draft.hasLevel() ? "a level stands already." : "the level stands first.";
    draft.level(StatedLevel.valueOf(level.token()));
    context.span(item, Span.Meaning.LEVEL);
    context.find(
        MarkingRule.CATEGORY_ORDER.by(item.text(), "'" + item.text() + "': " + stands), item);
    draft.needReview();
  }

  /** Whether every word of the part is one that it would take. */
  boolean knows(Piece part) {
    for (Piece item : part.split("/")) {
      if (item.isEmpty() || !isWord(item)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it would be taken as one word. */
  private boolean isWord(Piece item) {
    String upper = item.spaced();
    if (context.cnsi.form(RegisterCategory.LEVEL, upper) != null) {
      return true;
    }
    for (RegisterCategory category : WORDS) {
      if (ModernContext.word(context.cnsi, category, upper) != null) {
        return true;
      }
    }
    return ReleaseItems.holdsList(item)
        || context.cui.form(RegisterCategory.CUI_DISSEM, upper) != null
        || readIns.isWord(item)
        || past.isWord(upper);
  }

  private ModernContext.Used placed(
      Piece item, ModernContext.Used word, ModernContext.@Nullable Used before) {
    RegisterEntry entry = word.entry();
    if (before != null) {
      RegisterEntry last = before.entry();
      boolean same = last.category() == entry.category() && ordinal(last) == ordinal(entry);
      if (cui.limits(last, entry)) {
        cui.alphabetical(last, entry, item);
      } else if (same && standsAfter(before, word)) {
        context.find(
            MarkingRule.WORD_ORDER.by(
                item.text(),
                "'" + item.text() + "' stands before '" + before.piece().text() + "'."),
            item);
      } else if (!same && ordinal(last) != ordinal(entry)) {
        context.find(MarkingRule.SEPARATOR.by(item.text()), item);
      }
    }
    if (isUsed(entry, item)) {
      context.find(MarkingRule.TWICE.by(item.text()), item);
    }
    place(ordinal(entry), item);
    context.used.add(word);
    return word;
  }

  private boolean isUsed(RegisterEntry entry, Piece item) {
    for (ModernContext.Used word : context.used) {
      if (word.piece().upper().equals(item.upper()) && word.entry().equals(entry)) {
        return true;
      }
    }
    return false;
  }

  private static boolean standsAfter(ModernContext.Used before, ModernContext.Used word) {
    if (word.entry().category() == RegisterCategory.SCI) {
      return Rendering.NUMBERS_FIRST.compare(before.brief(), word.brief()) > 0;
    }
    return before.entry().rank() > word.entry().rank();
  }

  private void place(int category, Piece at) {
    if (category == LOOSE) {
      return;
    }
    if (category < order) {
      context.find(MarkingRule.CATEGORY_ORDER.by(at.text()), at);
    } else if (category == order && orderAt >= 0 && orderAt != partAt) {
      context.find(
          MarkingRule.SEPARATOR.by(
              at.text(), "One slash parts the words of a category; '//' begins the next."),
          at);
    }
    if (category >= order) {
      order = category;
      orderAt = partAt;
    }
  }

  /** The place of a word; one whose category is younger than the document has none of its own. */
  private int ordinal(RegisterEntry entry) {
    return switch (entry.category()) {
      case LEVEL, NATO -> 0;
      case NATO_CONTROL -> draft.nonUs != null ? 0 : entry.token().equals("ATOMAL") ? 3 : 1;
      case SCI, CODEWORD -> 1;
      case SAP -> context.isUnder(Applicability.SAP_CATEGORY) ? 2 : LOOSE;
      case AEA -> context.isUnder(Applicability.AEA_CATEGORY) ? 3 : 6;
      case COUNTRY, GROUP -> 4;
      case CUI -> CUI;
      case DISSEM, CUI_DISSEM, CONTROL -> 6;
      case NON_IC -> 7;
      case PRECEDENCE, FOREIGN, SEEN, NOTICE, EXEMPTION -> 8;
    };
  }

  private ModernContext.@Nullable Used item(Piece item) {
    ModernContext.Used list = releases.list(item);
    if (list != null) {
      return list;
    }
    ModernContext.Used atomic = readIns.atomic(item);
    if (atomic != null) {
      return atomic;
    }
    String upper = item.spaced();
    if (!context.isUnder(Applicability.CATEGORIES) && past.meantOther(upper)) {
      return null;
    }
    for (RegisterCategory category : WORDS) {
      RegisterEntry entry = ModernContext.word(context.cnsi, category, upper);
      if (entry != null) {
        context.form(item, context.forms(entry));
        return control(item, entry);
      }
    }
    if (isNicknamed(item)) {
      draft.codewords.add(upper.substring(ACCM.length()));
      return control(item, context.known(RegisterCategory.NON_IC, "ACCM"));
    }
    RegisterEntry limited = ModernContext.word(context.cui, RegisterCategory.CUI_DISSEM, upper);
    if (limited != null) {
      return control(item, limited);
    }
    return readIns.sci(item, order <= 1);
  }

  private ModernContext.Used control(Piece item, RegisterEntry entry) {
    if (entry.category() == RegisterCategory.AEA) {
      draft.atomic(entry.token());
      context.span(item, Span.Meaning.AEA);
    } else {
      draft.controls.add(entry.token());
      context.span(item, Span.Meaning.CONTROL);
    }
    LocalDate day = draft.date();
    boolean past = day == null ? entry.to() != null : !entry.validOn(day);
    if (past) {
      MarkingRule ended =
          entry.token().equals("EYES") ? MarkingRule.EYES_ENDED : MarkingRule.NOT_IN_FORCE;
      context.find(ended.by(item.text()).alsoCiting(entry.cite()), item);
    }
    return new ModernContext.Used(entry, item);
  }

  private void instruction(Piece part, String upper) {
    context.span(part, Span.Meaning.INSTRUCTION);
    draft.declassification = new DeclassificationText(name(upper), part.text());
    context.find(MarkingRule.DATE_IN_BANNER.by(part.text()), part);
    InstructionReading reading = InstructionGrammar.read(upper, draft.date());
    if (reading.kind() != null) {
      InstructionJudgement.judge(draft, reading, reading.kind(), part.from(), part.to());
    }
  }

  private static @Nullable String name(String upper) {
    if (Character.isDigit(upper.charAt(0)) && upper.indexOf('X') < 0) {
      return "DATE";
    }
    if (upper.startsWith("50X1-HUM") || upper.startsWith("50X2-WMD")) {
      return upper.substring(0, 8).replace('-', '_');
    }
    if (upper.startsWith("25X") || upper.startsWith("50X") || upper.startsWith("75X")) {
      return upper.substring(0, 3);
    }
    return upper.startsWith("DECL") ? null : upper;
  }

  private ModernContext.@Nullable Used unknown(Piece item, String upper) {
    Repair repair = Repair.of(upper.replace(" ", "").replace("-", ""), repairs, draft);
    if (repair.isSingle()) {
      RegisterEntry entry = repair.candidates().get(0);
      context.find(
          ReadingRule.REPAIRED
              .of(item.text(), "Damaged; read as " + entry.banner() + ".")
              .suggesting(entry.banner()),
          item);
      draft.doubt(1.0 - 0.15 * repair.steps());
      return control(item, entry);
    }
    Finding finding =
        MarkingRule.WORD_UNKNOWN.by(
            item.text(), "'" + item.text() + "' is no word of " + context.cnsi.name() + ".");
    String near = Nearest.form(upper, context.cnsi);
    context.unknown(item, near == null ? finding : finding.suggesting(near));
    return null;
  }
}
