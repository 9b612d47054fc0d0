package org.glasnost.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.Countries;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.rules.MarkingRule;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/** Reads the categories of a modern marking after its level, one part at a time. */
final class Categories {
  /** A register's word and where it stands. */
  record Used(RegisterEntry entry, Piece piece) {}

  private static final LocalDate DATES_LEFT_BANNERS = LocalDate.of(2008, 2, 1);
  private static final LocalDate INDICATOR_ONCE = LocalDate.of(2011, 12, 1);
  private static final LocalDate EYES_ENDED = LocalDate.of(2017, 10, 1);
  private static final LocalDate SYNTAX = LocalDate.of(2000, 1, 1);

  private static final Pattern INSTRUCTION =
      Pattern.compile("\\d{8}|\\d{6}|X[1-8]|MR|OADR|25X[1-9].*|50X.*|75X.*|DECL.*");
  private static final Pattern SAP = Pattern.compile("(?:SAR|SPECIAL ACCESS REQUIRED)-(.+)");
  private static final Pattern PROGRAM = Pattern.compile("[A-Z0-9][A-Z0-9 _-]{0,99}");
  private static final Pattern FGI =
      Pattern.compile("FGI(?: ([A-Z]{3,4}(?:[ ,]+[A-Z]{3,4}){0,99}))?");
  private static final Pattern EYES =
      Pattern.compile("([A-Z]{3,4}(?:/[A-Z]{3,4}){1,99}) EYES ONLY");
  private static final Pattern AEA =
      Pattern.compile(
          "(RD|FRD|RESTRICTED DATA|FORMERLY RESTRICTED DATA)(-CNWDI)?"
              + "(?:-(?:SIGMA|SG) (\\d{1,2}(?: \\d{1,2}){0,99}))?");
  private static final Pattern SCI =
      Pattern.compile("([A-Z]{2,3}|\\d{1,3})((?:-[A-Z0-9]{1,6}(?: [A-Z0-9]{1,6}){0,20}){0,20})");
  private static final Pattern RELEASE =
      Pattern.compile("(REL TO|REL|AUTHORIZED FOR RELEASE TO|DISPLAY ONLY)(?:[ :]+(.+))?");

  private final Draft draft;
  private final MarkingRegister cnsi;
  private final MarkingRegister cui;
  private final boolean portion;
  private final Lexicon repairs;
  private final List<Used> used = new ArrayList<>();
  private int order;
  private boolean inCui;
  private boolean sapSeen;

  Categories(Draft draft, MarkingRegister cnsi, MarkingRegister cui, boolean portion) {
    this.draft = draft;
    this.cnsi = cnsi;
    this.cui = cui;
    this.portion = portion;
    this.repairs = new Lexicon(cnsi, EnumSet.of(RegisterCategory.DISSEM, RegisterCategory.NON_IC));
  }

  /** The register's words in their order. */
  List<Used> used() {
    return used;
  }

  /** Whether the syntax of categories was prescribed at the date. */
  boolean isTodays() {
    LocalDate day = draft.date();
    return day == null || !day.isBefore(SYNTAX);
  }

  /** Reads one part. */
  void part(Piece part) {
    String upper = part.upper().replaceAll("\\s", " ");
    if (INSTRUCTION.matcher(upper).matches()) {
      instruction(part, upper);
      return;
    }
    Matcher sap = SAP.matcher(upper);
    if (sap.matches()) {
      programs(part);
      return;
    }
    Matcher fgi = FGI.matcher(upper);
    if (fgi.matches()) {
      sources(part, fgi.group(1));
      return;
    }
    if (upper.equals("CUI") || upper.equals("CONTROLLED")) {
      place(5, part);
      inCui = true;
      draft.cui.add("CUI");
      draft.span(part.from(), part.to(), Span.Meaning.CUI);
      if (upper.equals("CONTROLLED")) {
        draft.find(MarkingRule.CUI_WORD.by(part.text()).suggesting("CUI"), part.from());
      }
      return;
    }
    if (inCui && order == 5 && categoriesOfCui(part)) {
      return;
    }
    Matcher eyes = EYES.matcher(upper);
    if (eyes.matches()) {
      eyes(part, eyes.group(1));
      return;
    }
    items(part);
  }

  private void items(Piece part) {
    Used before = null;
    for (Piece item : part.split("/")) {
      if (item.text().isEmpty()) {
        draft.find(MarkingRule.EMPTY_PART.by("/"), Math.max(0, item.from() - 1));
        continue;
      }
      Used word = item(item);
      if (word != null) {
        RegisterEntry entry = word.entry();
        if (before != null) {
          RegisterEntry last = before.entry();
          if (last.category() == entry.category() && last.rank() > entry.rank() && isTodays()) {
            draft.find(
                MarkingRule.WORD_ORDER.by(
                    item.text(), "'" + entry.banner() + "' stands before '" + last.banner() + "'."),
                item.from());
          } else if (last.category() != entry.category()
              && ordinal(last.category()) != ordinal(entry.category())
              && isTodays()) {
            draft.find(MarkingRule.SEPARATOR.by(item.text()), item.from());
          }
        }
        if (used.stream()
            .anyMatch(u -> u.entry().equals(entry) && u.piece().upper().equals(item.upper()))) {
          draft.find(MarkingRule.TWICE.by(item.text()), item.from());
        }
        place(ordinal(entry.category()), item);
        used.add(word);
        before = word;
      }
    }
  }

  private void place(int category, Piece at) {
    if (category < order && isTodays()) {
      draft.find(MarkingRule.CATEGORY_ORDER.by(at.text()), at.from());
    }
    order = Math.max(order, category);
  }

  private static int ordinal(RegisterCategory category) {
    return switch (category) {
      case LEVEL, NATO, NATO_CONTROL -> 0;
      case SCI -> 1;
      case SAP -> 2;
      case AEA -> 3;
      case COUNTRY, GROUP -> 4;
      case CUI -> 5;
      case DISSEM, CUI_DISSEM -> 6;
      case NON_IC -> 7;
      case CONTROL, CODEWORD, PRECEDENCE, FOREIGN, SEEN -> 8;
    };
  }

  private @Nullable Used item(Piece item) {
    String upper = item.upper().replaceAll("\\s+", " ");
    Matcher release = RELEASE.matcher(upper);
    if (release.matches()) {
      return release(item, release.group(1), release.group(2));
    }
    Matcher aea = AEA.matcher(upper);
    if (aea.matches()) {
      return atomic(item, aea);
    }
    for (RegisterCategory category :
        List.of(
            RegisterCategory.DISSEM,
            RegisterCategory.NON_IC,
            RegisterCategory.AEA,
            RegisterCategory.NATO_CONTROL)) {
      RegisterEntry entry = ModernMarking.word(cnsi, category, upper);
      if (entry != null) {
        form(item, entry);
        control(item, entry);
        return new Used(entry, item);
      }
    }
    RegisterEntry limited = ModernMarking.word(cui, RegisterCategory.CUI_DISSEM, upper);
    if (limited != null) {
      control(item, limited);
      return new Used(limited, item);
    }
    Matcher sci = SCI.matcher(upper);
    if (sci.matches()) {
      RegisterEntry system = system(sci.group(1), upper);
      if (system != null) {
        draft.sci.add(upper);
        draft.span(item.from(), item.to(), Span.Meaning.SCI);
        return new Used(system, item);
      }
    }
    RegisterEntry spelled = cnsi.form(RegisterCategory.SCI, upper);
    if (spelled != null) {
      draft.sci.add(spelled.token());
      draft.span(item.from(), item.to(), Span.Meaning.SCI);
      return new Used(spelled, item);
    }
    return unknown(item, upper);
  }

  private @Nullable RegisterEntry system(String head, String whole) {
    for (String prefix = whole; prefix.length() > head.length(); ) {
      RegisterEntry entry = cnsi.token(RegisterCategory.SCI, prefix);
      if (entry != null) {
        return entry;
      }
      int cut = Math.max(prefix.lastIndexOf('-'), prefix.lastIndexOf(' '));
      prefix = prefix.substring(0, cut);
    }
    if (Character.isDigit(head.charAt(0))) {
      return order <= 1 ? cnsi.token(RegisterCategory.SCI, "BUR") : null;
    }
    return cnsi.token(RegisterCategory.SCI, head);
  }

  private void control(Piece item, RegisterEntry entry) {
    if (entry.category() == RegisterCategory.AEA) {
      draft.aea.add(entry.token());
      draft.span(item.from(), item.to(), Span.Meaning.AEA);
    } else {
      draft.controls.add(entry.token());
      draft.span(item.from(), item.to(), Span.Meaning.CONTROL);
    }
    LocalDate day = draft.date();
    if (day != null && !entry.validOn(day)) {
      draft.find(MarkingRule.NOT_IN_FORCE.by(item.text()), item.from());
    }
  }

  private void form(Piece item, RegisterEntry entry) {
    boolean fits =
        portion ? item.text().equals(entry.portionForm()) : entry.forms().contains(item.text());
    if (!fits && isTodays()) {
      draft.find(
          (portion ? MarkingRule.PORTION_FORM : MarkingRule.BANNER_FORM)
              .by(item.text())
              .suggesting(portion ? entry.portionForm() : entry.banner()),
          item.from());
    }
  }

  private Used atomic(Piece item, Matcher aea) {
    String base = aea.group(1).startsWith("F") ? "FRD" : "RD";
    StringBuilder token = new StringBuilder(base);
    if (aea.group(2) != null) {
      token.append("-CNWDI");
    }
    if (aea.group(3) != null) {
      TreeSet<Integer> numbers = new TreeSet<>();
      StringBuilder given = new StringBuilder();
      for (String number : aea.group(3).split(" ", -1)) {
        numbers.add(Integer.parseInt(number));
        given.append(' ').append(Integer.parseInt(number));
      }
      StringBuilder sorted = new StringBuilder();
      numbers.forEach(number -> sorted.append(' ').append(number));
      if (!given.toString().contentEquals(sorted)) {
        draft.find(MarkingRule.SIGMA_FORM.by(item.text()), item.from());
      }
      token.append("-SIGMA").append(sorted);
    }
    draft.aea.add(token.toString());
    draft.span(item.from(), item.to(), Span.Meaning.AEA);
    RegisterEntry entry = cnsi.token(RegisterCategory.AEA, base);
    if (entry == null) {
      throw new IllegalArgumentException("the register lacks " + base);
    }
    return new Used(entry, item);
  }

  private Used release(Piece item, String word, @Nullable String list) {
    boolean display = word.equals("DISPLAY ONLY");
    String token = display ? "DISPLAY_ONLY" : "REL_TO";
    RegisterEntry entry = cnsi.token(RegisterCategory.DISSEM, token);
    if (entry == null) {
      throw new IllegalArgumentException("the register lacks " + token);
    }
    draft.span(item.from(), item.to(), display ? Span.Meaning.DISPLAY_ONLY : Span.Meaning.REL_TO);
    List<String> target = display ? draft.displayOnlyTo : draft.relTo;
    if (list == null) {
      draft.controls.add(token);
      if (!portion) {
        draft.find(MarkingRule.REL_TO_ALONE.by(item.text()), item.from());
      }
      return new Used(entry, item);
    }
    List<String> codes = List.of(list.strip().split("(?:\\s*,\\s*|\\s+)", -1));
    for (String code : codes) {
      country(code, item.from());
      target.add(code);
    }
    if (codes.size() > 1 && list.indexOf(',') < 0) {
      draft.find(MarkingRule.REL_TO_COMMA.by(item.text()), item.from());
    }
    if (!display) {
      releaseOrder(item, codes);
    }
    return new Used(entry, item);
  }

  private void releaseOrder(Piece item, List<String> codes) {
    List<String> sorted = codes.stream().distinct().sorted(Countries.RELEASE_ORDER).toList();
    String right = "REL TO " + String.join(", ", sorted);
    if (!codes.contains("USA")) {
      draft.find(MarkingRule.REL_TO_USA.by(item.text()), item.from());
    } else if (codes.size() == 1) {
      draft.find(MarkingRule.REL_TO_ALONE.by(item.text()), item.from());
    } else if (!sorted.equals(codes)) {
      draft.find(MarkingRule.REL_TO_ORDER.by(item.text()).suggesting(right), item.from());
    }
  }

  /** Reports a code that is no country or group of the register. */
  void country(String code, int index) {
    if (cnsi.token(RegisterCategory.COUNTRY, code) == null
        && cnsi.token(RegisterCategory.GROUP, code) == null) {
      draft.find(MarkingRule.COUNTRY_UNKNOWN.by(code), index);
      draft.needReview();
    }
  }

  private void sources(Piece part, @Nullable String list) {
    place(4, part);
    draft.span(part.from(), part.to(), Span.Meaning.FGI);
    if (list == null) {
      draft.fgi.add("FGI");
      return;
    }
    List<String> codes = List.of(list.split("[ ,]+", -1));
    for (String code : codes) {
      country(code, part.from());
      draft.fgi.add(code);
    }
    List<String> sorted = codes.stream().sorted(Countries.RELEASE_ORDER).toList();
    if (!sorted.equals(codes) || list.indexOf(',') >= 0) {
      draft.find(
          MarkingRule.FGI_ORDER.by(part.text()).suggesting("FGI " + String.join(" ", sorted)),
          part.from());
    }
  }

  private void programs(Piece part) {
    place(2, part);
    draft.span(part.from(), part.to(), Span.Meaning.SAP);
    LocalDate day = draft.date();
    List<String> names = new ArrayList<>();
    boolean repeated = sapSeen;
    sapSeen = true;
    for (Piece program : part.split("/")) {
      Matcher indicated = SAP.matcher(program.upper());
      String name = indicated.matches() ? indicated.group(1) : program.upper();
      repeated |= indicated.matches() && !names.isEmpty();
      if (PROGRAM.matcher(name).matches()) {
        names.add(name);
      } else {
        draft.find(MarkingRule.WORD_UNKNOWN.by(program.text()), program.from());
      }
    }
    draft.sap.addAll(names);
    if (repeated && (day == null || !day.isBefore(INDICATOR_ONCE))) {
      draft.find(
          MarkingRule.SAR_REPEATED.by(part.text()).suggesting("SAR-" + String.join("/", draft.sap)),
          part.from());
    }
  }

  private boolean categoriesOfCui(Piece part) {
    List<String> known = new ArrayList<>();
    for (Piece item : part.split("/")) {
      String upper = item.upper();
      String category = upper.startsWith("SP-") ? upper.substring(3) : upper;
      if (cui.token(RegisterCategory.CUI, category) != null) {
        known.add(upper);
      } else if (upper.startsWith("SP-")) {
        draft.find(MarkingRule.WORD_UNKNOWN.by(item.text()), item.from());
        draft.needReview();
        known.add("");
      } else {
        break;
      }
    }
    if (known.isEmpty()) {
      return false;
    }
    known.removeIf(String::isEmpty);
    draft.cui.addAll(known);
    draft.span(part.from(), part.to(), Span.Meaning.CUI);
    return true;
  }

  private void eyes(Piece part, String list) {
    place(6, part);
    draft.controls.add("EYES");
    List<String> codes = List.of(list.split("/", -1));
    codes.forEach(code -> country(code, part.from()));
    draft.relTo.addAll(codes.stream().sorted(Countries.RELEASE_ORDER).toList());
    draft.span(part.from(), part.to(), Span.Meaning.REL_TO);
    LocalDate day = draft.date();
    if (day == null || !day.isBefore(EYES_ENDED)) {
      draft.find(
          MarkingRule.EYES_ENDED
              .by(part.text())
              .suggesting("REL TO " + String.join(", ", draft.relTo)),
          part.from());
    }
  }

  private void instruction(Piece part, String upper) {
    draft.span(part.from(), part.to(), Span.Meaning.INSTRUCTION);
    String name =
        upper.matches("\\d+")
            ? "DATE"
            : upper.startsWith("25X")
                ? "25X"
                : upper.startsWith("50X1-HUM")
                    ? "50X1_HUM"
                    : upper.startsWith("50X2-WMD")
                        ? "50X2_WMD"
                        : upper.startsWith("50X")
                            ? "50X"
                            : upper.startsWith("75X")
                                ? "75X"
                                : upper.startsWith("DECL") ? null : upper;
    draft.declassification = new DeclassificationText(name, part.text());
    LocalDate day = draft.date();
    if (day == null || !day.isBefore(DATES_LEFT_BANNERS)) {
      draft.find(MarkingRule.DATE_IN_BANNER.by(part.text()), part.from());
    }
  }

  private @Nullable Used unknown(Piece item, String upper) {
    Repair repair = Repair.of(upper.replace(" ", "").replace("-", ""), repairs);
    if (repair.isSingle() && repair.steps() == 1) {
      RegisterEntry entry = repair.candidates().get(0);
      draft.find(
          ReadingRule.REPAIRED
              .of(item.text(), "Damaged; read as " + entry.banner() + ".")
              .suggesting(entry.banner()),
          item.from());
      draft.doubt(0.85);
      control(item, entry);
      return new Used(entry, item);
    }
    draft.span(item.from(), item.to(), Span.Meaning.UNKNOWN);
    draft.needReview();
    draft.doubt(0.7);
    Finding finding =
        MarkingRule.WORD_UNKNOWN.by(
            item.text(), "'" + item.text() + "' is no word of " + cnsi.name() + ".");
    String near = Nearest.form(upper, cnsi);
    draft.find(near == null ? finding : finding.suggesting(near), item.from());
    return null;
  }
}
