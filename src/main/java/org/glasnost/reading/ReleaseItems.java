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
import org.glasnost.marking.rules.MarkingRule;
import org.jspecify.annotations.Nullable;

/** Reads the lists of those to whom words may be released or displayed, and the sources of FGI. */
final class ReleaseItems {
  private static final Pattern RELEASE =
      Pattern.compile("(REL TO|REL T0|REL|AUTHORIZED FOR RELEASE TO|DISPLAY ONLY)(?:[ :]+(.+))?");
  private static final Pattern EYES =
      Pattern.compile("([A-Z]{3,4}(?:/[A-Z]{3,4}){1,99}) EYES ONLY");
  private static final Pattern FGI =
      Pattern.compile(
          "(FGI|FOREIGN GOVERNMENT INFORMATION)(?: ([A-Z]{3,4}(?:[ ,]+[A-Z]{3,4}){0,99}))?");

  /** The mark between the British and the American service, in codes that are no trigraphs. */
  private static final Pattern DIGRAPHS =
      Pattern.compile("(?:UK|US|USA)(?:/(?:UK|US|CAN|AUS|NZ|NZL)){1,9} EYES ONLY");

  /** REL TO with a figure for its last letter. */
  private static final String DAMAGED = "REL T0";

  private static final int LONGEST_CODE = 4;

  private final ModernContext context;
  private final Draft draft;

  ReleaseItems(ModernContext context) {
    this.context = context;
    this.draft = context.draft;
  }

  /** Whether a part may hold commas of its own. */
  static boolean holdsList(Piece item) {
    return mayRelease(item.spaced()) && RELEASE.matcher(item.spaced()).matches();
  }

  /** Where in an item a list begins behind other words; -1 where none does. */
  static int listWithin(Piece item) {
    String upper = item.upper();
    for (int at = upper.indexOf(' '); at >= 0; at = upper.indexOf(' ', at + 1)) {
      if (upper.startsWith("REL TO ", at + 1)
          || upper.startsWith("DISPLAY ONLY ", at + 1)
          || upper.startsWith("AUTHORIZED FOR RELEASE TO ", at + 1)) {
        return at + 1;
      }
    }
    return -1;
  }

  private static boolean mayRelease(String spaced) {
    return spaced.startsWith("REL")
        || spaced.startsWith("DISPLAY")
        || spaced.startsWith("AUTHORIZED");
  }

  /** Reads REL TO or DISPLAY ONLY; null where the item is neither. */
  ModernContext.@Nullable Used list(Piece item) {
    if (!mayRelease(item.spaced())) {
      return null;
    }
    Matcher release = RELEASE.matcher(item.spaced());
    if (!release.matches()) {
      return null;
    }
    boolean display = release.group(1).equals("DISPLAY ONLY");
    String token = display ? "DISPLAY_ONLY" : "REL_TO";
    RegisterEntry entry = context.known(RegisterCategory.DISSEM, token);
    context.span(item, display ? Span.Meaning.DISPLAY_ONLY : Span.Meaning.REL_TO);
    if (release.group(2) == null) {
      draft.controls.add(token);
      if (!context.portion || display) {
        context.find(
            MarkingRule.REL_TO_ALONE.by(item.text(), "'" + item.text() + "' names nobody."), item);
      }
    } else {
      named(item, release.group(1), display);
    }
    return new ModernContext.Used(entry, item);
  }

  private void named(Piece item, String word, boolean display) {
    int start = item.lengthOf(word);
    while (start < item.text().length() && " :\t\n".indexOf(item.text().charAt(start)) >= 0) {
      start++;
    }
    List<Piece> pieces =
        named(withoutAnd(item, item.words(Math.min(start, item.text().length()), ",:")));
    List<String> codes = new ArrayList<>(pieces.size());
    for (Piece piece : pieces) {
      codes.add(context.country(piece));
    }
    if (word.equals(DAMAGED)) {
      context.find(
          ReadingRule.REPAIRED.of(item.text(), "Read as REL TO.").suggesting("REL TO"), item);
      draft.doubt(0.85);
    }
    List<String> list = display ? draft.displayOnlyTo : draft.relTo;
    oneList(item, list, codes);
    // A word of no register is told of, and released to nobody.
    codes.stream().filter(context::isCountry).forEach(list::add);
    List<String> sorted = inOrder(codes);
    String listed = String.join(", ", sorted);
    String right =
        display
            ? "DISPLAY ONLY " + listed
            : (codes.contains("USA") ? "REL TO " : "REL TO USA, ") + listed;
    if (display) {
      displayed(item, codes, sorted);
      if (!sorted.equals(codes) && !codes.contains("USA")) {
        context.find(MarkingRule.REL_TO_ORDER.by(item.text()).suggesting(right), item);
      }
    } else {
      order(item, codes, sorted, right);
    }
    if (!partedByCommas(item, start, pieces)) {
      context.find(MarkingRule.REL_TO_COMMA.by(item.text()).suggesting(right), item);
    } else if (lacksBlank(item, pieces)) {
      context.find(MarkingRule.BLANKS.by(item.text()).suggesting(right), item);
    }
    if (word.equals("REL")) {
      context.find(
          (context.portion ? MarkingRule.PORTION_FORM : MarkingRule.BANNER_FORM)
              .by(item.text())
              .suggesting(right),
          item);
    }
  }

  /** What is displayed to others need not be displayed to the United States. */
  private void displayed(Piece item, List<String> codes, List<String> sorted) {
    if (!codes.contains("USA")) {
      return;
    }
    List<String> others = sorted.stream().filter(code -> !code.equals("USA")).toList();
    String text = item.text();
    context.find(
        others.isEmpty()
            ? MarkingRule.REL_TO_ALONE.by(text, "'" + text + "' names nobody else.")
            : MarkingRule.REL_TO_ORDER
                .by(text, "'" + text + "': DISPLAY ONLY names others than USA.")
                .suggesting("DISPLAY ONLY " + String.join(", ", others)),
        item);
  }

  /** Two different lists are neither joined nor chosen between. */
  private void oneList(Piece item, List<String> before, List<String> codes) {
    if (!before.isEmpty() && !Set.copyOf(before).equals(Set.copyOf(codes))) {
      context.find(
          MarkingRule.EXCLUDES.by(
              item.text(), "Two lists stand here; which of them holds only a person can say."),
          item);
      draft.needReview();
    }
  }

  /** Words that together are the name of a country, such as UNITED KINGDOM, are one. */
  private List<Piece> named(List<Piece> words) {
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i).length() > LONGEST_CODE) {
        return joined(words);
      }
    }
    return words;
  }

  private List<Piece> joined(List<Piece> words) {
    List<Piece> joined = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      Piece one = words.get(i);
      Piece both =
          i + 1 < words.size()
              ? Piece.trimmed(draft.text(), one.from(), words.get(i + 1).to())
              : one;
      boolean name = context.cnsi.form(RegisterCategory.COUNTRY, both.spaced()) != null;
      joined.add(name ? both : one);
      i += name && both != one ? 1 : 0;
    }
    return joined;
  }

  /** Until July 2005 "and" stood before the last code; between commas AND is Andorra. */
  private static List<Piece> withoutAnd(Piece item, List<Piece> pieces) {
    List<Piece> codes = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean between = i > 0 && i + 1 < pieces.size() && piece.upper().equals("AND");
      String after = between ? gap(item, piece, pieces.get(i + 1)) : ",";
      if (!between || after.indexOf(',') >= 0) {
        codes.add(piece);
      }
    }
    return codes;
  }

  private static boolean partedByCommas(Piece item, int start, List<Piece> codes) {
    int at = start;
    String parting = "";
    for (Piece code : codes) {
      int from = code.from() - item.from();
      if (!isGap(item.text(), at, from, parting)) {
        return false;
      }
      parting = ",";
      at = code.to() - item.from();
    }
    return at == item.text().length();
  }

  /** Whether between two places nothing stands but that, and blanks around it. */
  private static boolean isGap(String text, int from, int to, String wanted) {
    return Piece.trimmed(text, from, to).text().equals(wanted);
  }

  private static List<String> uppers(List<Piece> pieces) {
    List<String> codes = new ArrayList<>(pieces.size());
    for (Piece piece : pieces) {
      codes.add(piece.upper());
    }
    return codes;
  }

  /** In that order, each once; the same list where it is so. */
  private static List<String> inOrder(List<String> codes) {
    for (int i = 1; i < codes.size(); i++) {
      if (Countries.RELEASE_ORDER.compare(codes.get(i - 1), codes.get(i)) >= 0) {
        return codes.stream().distinct().sorted(Countries.RELEASE_ORDER).toList();
      }
    }
    return codes;
  }

  private static boolean lacksBlank(Piece item, List<Piece> codes) {
    for (int i = 1; i < codes.size(); i++) {
      if (gap(item, codes.get(i - 1), codes.get(i)).equals(",")) {
        return true;
      }
    }
    return false;
  }

  private static String gap(Piece item, Piece before, Piece after) {
    return item.text().substring(before.to() - item.from(), after.from() - item.from());
  }

  private void order(Piece item, List<String> codes, List<String> sorted, String right) {
    if (!codes.contains("USA")) {
      context.find(MarkingRule.REL_TO_USA.by(item.text()).suggesting(right), item);
    } else if (sorted.size() == 1) {
      context.find(MarkingRule.REL_TO_ALONE.by(item.text()), item);
    } else if (!sorted.equals(codes)) {
      context.find(MarkingRule.REL_TO_ORDER.by(item.text()).suggesting(right), item);
    }
  }

  /** Reads the former foreign-release mark; whether the part is one. */
  boolean eyes(Piece part) {
    if (!part.spaced().endsWith(" EYES ONLY")) {
      return false;
    }
    Matcher eyes = EYES.matcher(part.spaced());
    if (!eyes.matches()) {
      return digraphs(part);
    }
    draft.controls.add("EYES");
    int list = eyes.group(1).length();
    List<String> codes = new ArrayList<>();
    for (Piece code : part.inner(0, list).split("/")) {
      codes.add(context.country(code));
    }
    codes.sort(Countries.RELEASE_ORDER);
    oneList(part, draft.relTo, codes);
    draft.relTo.addAll(codes);
    context.span(part, Span.Meaning.REL_TO);
    boolean usa = codes.contains("USA");
    String right = (usa ? "REL TO " : "REL TO USA, ") + String.join(", ", codes);
    context.find(MarkingRule.EYES_ENDED.by(part.text()).suggesting(right), part);
    if (!usa) {
      context.find(MarkingRule.REL_TO_USA.by(part.text()).suggesting(right), part);
    }
    context.used.add(new ModernContext.Used(context.known(RegisterCategory.DISSEM, "EYES"), part));
    return true;
  }

  private boolean digraphs(Piece part) {
    if (!DIGRAPHS.matcher(part.spaced()).matches()) {
      return false;
    }
    context.unknown(
        part,
        MarkingRule.COUNTRY_UNKNOWN.by(
            part.text(), "'" + part.text() + "' names no trigraphs; a release list does."));
    return true;
  }

  /** Reads the sources of foreign government information; whether the part names them. */
  boolean sources(Piece part) {
    if (!part.spaced().startsWith("F")) {
      return false;
    }
    Matcher fgi = FGI.matcher(part.spaced());
    if (!fgi.matches()) {
      return namedSources(part);
    }
    context.span(part, Span.Meaning.FGI);
    String word = fgi.group(1);
    if (context.portion && !word.equals("FGI")) {
      context.find(MarkingRule.PORTION_FORM.by(part.text()).suggesting("FGI"), part);
    }
    if (fgi.group(2) == null) {
      draft.fgi.add("FGI");
      return true;
    }
    List<Piece> pieces = part.words(part.lengthOf(word), ",");
    List<String> codes = uppers(pieces);
    for (Piece code : pieces) {
      context.country(code);
      if (code.upper().equals("USA")) {
        context.find(MarkingRule.FGI_USA.by(code.text()), code);
      }
      draft.fgi.add(code.upper());
    }
    List<String> sorted = inOrder(codes);
    if (!sorted.equals(codes) || part.text().indexOf(',') >= 0) {
      context.find(
          MarkingRule.FGI_ORDER.by(part.text()).suggesting("FGI " + String.join(" ", sorted)),
          part);
    }
    return true;
  }

  /** Sources by the names of their countries: understood, and each told. */
  private boolean namedSources(Piece part) {
    int word = ForeignClassification.CONCEALED.length();
    if (!part.spaced().startsWith(ForeignClassification.CONCEALED + " ")) {
      return false;
    }
    List<Piece> sources = NamedOwners.of(part.inner(word, part.length()), context.cnsi);
    for (Piece source : sources) {
      if (!NamedOwners.isOwner(source, context.cnsi)) {
        return false;
      }
    }
    context.span(part, Span.Meaning.FGI);
    for (Piece source : sources) {
      draft.fgi.add(context.country(source));
    }
    return true;
  }
}
