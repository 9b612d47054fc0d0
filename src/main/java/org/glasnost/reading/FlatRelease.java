package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.Countries;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.rules.MarkingRule;
import org.jspecify.annotations.Nullable;

/**
 * A release list in a marking without categories: {@code REL UK}, {@code RELEASABLE TO USA, AUS}.
 * It names countries by their codes or their names; what is neither ends it and is unknown.
 *
 * @param codes whom it names, as the register has them
 * @param to index after the last name
 */
record FlatRelease(List<String> codes, int to) {
  private static final Pattern INTRODUCTION =
      Pattern.compile(
          "(?:REL|RELEASABLE|AUTHORIZED\\s{1,3}FOR\\s{1,3}RELEASE)(?:\\s{1,3}TO)?[\\s:]{1,3}");
  private static final Pattern PARTING = Pattern.compile("(?:[ ,/]|&|AND(?![A-Z])){1,8}");

  /** Whether a list may begin with the word: one in capitals. */
  static boolean mayBegin(Word word) {
    return (word.upper().startsWith("REL") || word.upper().equals("AUTHORIZED")) && word.isUpper();
  }

  /** Whether words begin with a list of countries that are known. */
  static boolean opens(Draft draft, List<Word> words) {
    return mayBegin(words.get(0))
        && at(draft, words.get(0), words.get(words.size() - 1).to()) != null;
  }

  /** The list that begins with the word; null where none does, or where it names nobody known. */
  static @Nullable FlatRelease at(Draft draft, Word word, int limit) {
    Matcher introduced = INTRODUCTION.matcher(draft.upper()).region(word.from(), limit);
    if (!introduced.lookingAt()) {
      return null;
    }
    List<String> codes = new ArrayList<>();
    List<Word> words = Word.in(draft.text(), introduced.end(), limit);
    int to = introduced.end();
    int i = 0;
    while (i < words.size() && (i == 0 || isParted(draft, to, words.get(i).from()))) {
      String one = words.get(i).upper();
      if (i > 0 && joins(draft, words, i)) {
        i++;
        continue;
      }
      String both = i + 1 < words.size() ? one + " " + words.get(i + 1).upper() : one;
      RegisterEntry named = country(both);
      int next = named == null ? i + 1 : i + 2;
      named = named == null ? country(one) : named;
      if (named == null) {
        break;
      }
      codes.add(named.token());
      to = words.get(Math.min(next, words.size()) - 1).to();
      i = next;
    }
    return codes.isEmpty() ? null : new FlatRelease(List.copyOf(codes), to);
  }

  /** Between blanks AND joins two names; between commas it is Andorra. */
  private static boolean joins(Draft draft, List<Word> words, int i) {
    return words.get(i).upper().equals("AND")
        && i + 1 < words.size()
        && draft.text().substring(words.get(i).to(), words.get(i + 1).from()).isBlank();
  }

  private static boolean isParted(Draft draft, int from, int to) {
    return PARTING.matcher(draft.upper()).region(from, to).matches();
  }

  private static @Nullable RegisterEntry country(String name) {
    MarkingRegister cnsi = MarkingRegister.cnsi();
    RegisterEntry country = cnsi.form(RegisterCategory.COUNTRY, name);
    return country == null ? cnsi.token(RegisterCategory.GROUP, name) : country;
  }

  /** Takes the list into the draft. */
  void take(Draft draft, int from) {
    for (String code : codes) {
      if (!draft.relTo.contains(code)) {
        draft.relTo.add(code);
      }
    }
    draft.relTo.sort(Countries.RELEASE_ORDER);
    draft.span(from, to, Span.Meaning.REL_TO);
  }

  private static boolean isNoforn(String written) {
    RegisterEntry word =
        MarkingRegister.historic().form(RegisterCategory.CONTROL, Draft.upper(written));
    return word != null && word.token().equals("NOFORN");
  }

  /** NOFORN and a release list exclude each other in any era. */
  static void contradiction(Draft draft) {
    if (draft.relTo.isEmpty() || !draft.controls.contains("NOFORN")) {
      return;
    }
    Span later = null;
    for (Span span : draft.spans()) {
      boolean noforn = span.meaning() == Span.Meaning.CONTROL && isNoforn(span.text());
      if (noforn || span.meaning() == Span.Meaning.REL_TO) {
        later = later == null || span.from() > later.from() ? span : later;
      }
    }
    if (later != null) {
      draft.find(
          MarkingRule.EXCLUDES.by(later.text(), "NOFORN and REL TO exclude each other."),
          draft.index(later.from()));
      draft.needReview();
    }
  }
}
