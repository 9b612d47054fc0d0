package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glasnost.marking.RegisterCategory;

/**
 * {@code TO SECSTATE WASHDC IMMEDIATE 4471}: to whom a telegram goes, and with what precedence. The
 * precedence is read; nothing else of the line is a marking.
 */
final class AddressLine {
  private static final Set<String> OPENING = Set.of("TO", "INFO", "ACTION");
  private static final List<String> POSTS =
      List.of(
          "SECSTATE",
          "AMEMBASSY",
          "AMEMB",
          "AMCONSUL",
          "AMCONGEN",
          "USMISSION",
          "USLO",
          "USINT",
          "USUN",
          "USNATO",
          "USDEL",
          "USDAO",
          "SECDEF",
          "CINC",
          "RUE",
          "RUF",
          "RUH",
          "RUK",
          "RUD",
          "RUM",
          "RUQ",
          "RUT",
          "RUW",
          "DEPTEL",
          "JCS",
          "CIA",
          "WHITEHOUSE",
          "WHITE",
          "NSC",
          "DIA");
  private static final Set<String> COLLECTIVE =
      Set.of("POSTS", "EMBASSIES", "MISSIONS", "CONSULATES", "COLLECTIVE", "CAPITALS");
  private static final int LEAST = 3;
  private static final int LONGEST_NUMBER = 6;

  private AddressLine() {}

  /** Reads the words of a line that is one; false where it is none. */
  static boolean read(Draft draft, List<Word> words, Lexicon lexicon) {
    if (words.size() < LEAST
        || !OPENING.contains(words.get(0).upper())
        || !words.stream().allMatch(Word::isUpper)) {
      return false;
    }
    boolean addressed =
        POSTS.stream().anyMatch(words.get(1).upper()::startsWith)
            || words.stream().anyMatch(word -> COLLECTIVE.contains(word.upper()));
    if (!addressed && !isNumber(words.get(words.size() - 1))) {
      return false;
    }
    List<Lexicon.Match> found = new ArrayList<>();
    List<Word> places = new ArrayList<>();
    for (int i = 1; i < words.size(); ) {
      Lexicon.Match match = lexicon.at(draft.text(), words, i);
      if (match == null || match.spelling().abbreviation()) {
        i++;
        continue;
      }
      if (match.spelling().entry().category() != RegisterCategory.PRECEDENCE) {
        // A word of a marking stands there: the line is read as any other.
        if (match.spelling().entry().category() == RegisterCategory.LEVEL) {
          draft.find(
              ReadingRule.PROSE.of(
                  words.get(i).text(), "A level in an address line; not read as a marking."),
              words.get(i).from());
          draft.needReview();
        }
        return false;
      }
      found.add(match);
      places.add(words.get(i));
      i = match.next();
    }
    for (int i = 0; i < found.size(); i++) {
      int to = words.get(found.get(i).next() - 1).to();
      RegisterWords.accept(draft, found.get(i).spelling().entry(), places.get(i).from(), to);
    }
    return !found.isEmpty();
  }

  private static boolean isNumber(Word word) {
    return word.text().length() <= LONGEST_NUMBER
        && word.text().length() >= LEAST
        && word.text().chars().allMatch(Character::isDigit);
  }
}
