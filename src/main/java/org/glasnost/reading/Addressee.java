package org.glasnost.reading;

import java.util.List;
import java.util.Set;

/**
 * Whether words name somebody, in a list of those for whose eyes alone a paper is. A name of a
 * person is a few words in capitals; an office is longer, and says so by a word of offices. What is
 * neither is taken for the text of the paper: a person is asked rather than a sentence kept as a
 * name.
 */
final class Addressee {
  /** Words of offices, ranks and forms of address. */
  private static final Set<String> OFFICES =
      words(
          "PRESIDENT VICE SECRETARY SECSTATE SECDEF UNDERSECRETARY AMBASSADOR AMBASSADORS AMB "
              + "DIRECTOR CHARGE CHARGÉ D'AFFAIRES UNDER ASSISTANT DEPUTY MINISTER PREMIER KING "
              + "QUEEN CHANCELLOR CONSUL ACTING COUNSELOR COUNSELLOR COUNSEL SENATOR CONGRESSMAN "
              + "SPEAKER GOVERNOR MAYOR JUDGE JUSTICE CHIEF CHIEFS CHAIRMAN CHAIRPERSON ADVISOR "
              + "ADVISER COMMANDER COMMANDANT POLAD ATTACHE ATTACHÉ ENVOY DELEGATE REPRESENTATIVE "
              + "GENERAL ADMIRAL COLONEL MAJOR CAPTAIN LIEUTENANT GEN ADM COL MAJ CAPT LT MR MRS "
              + "MISS MS MESSRS DR SIR LORD PROFESSOR DEAN SPECIAL EXECUTIVE PERMANENT NATIONAL "
              + "STAFF COUNCIL BOARD COMMITTEE COMMISSION DEPARTMENT BUREAU OFFICE OFFICER EMBASSY "
              + "MISSION DELEGATION DESK AFFAIRS SECURITY STATE DEFENSE TREASURY INTELLIGENCE NSC "
              + "CIA JOINT WHITE HOUSE LARGE PRINCIPAL ADDRESSEE ADDRESSEES RECIPIENT RECIPIENTS "
              + "YOU YOURSELF ONLY");

  /** Words that join those of an office; a person's name has none but the article. */
  private static final Set<String> JOINING = words("THE OF FOR TO IN ON AT AND DE VON VAN DER DU");

  /** Words of a sentence, which no name or office holds. */
  private static final Set<String> SENTENCE =
      words(
          "IS ARE WAS WERE BE BEEN BEING HAS HAVE HAD WILL WOULD SHALL SHOULD CAN CANNOT "
              + "COULD MIGHT MUST DO DOES DID NOT NEVER NO WHO WHOM WHOSE WHICH WHAT THAT THIS "
              + "THESE THOSE IT ITS HE SHE THEY THEM HIM HER HIS THEIR WE OUR MY IF BECAUSE WHEN "
              + "WHERE WHY HOW WHILE SINCE AS BUT SO THAN THEN THERE ABOUT AFTER BEFORE UNTIL "
              + "AGAINST BETWEEN INTO ONTO OVER WITH WITHOUT BY TOLD SAID SAYS ASKED REPORTS "
              + "REPORTED PLEASE TODAY TONIGHT TOMORROW YESTERDAY NOON MIDNIGHT MORNING EVENING "
              + "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY");

  /** The longest office is that of an assistant secretary for the affairs of some region. */
  private static final int LONGEST = 12;

  /** Given name, middle name and surname; as many of a region or a field within an office. */
  private static final int NAMES_IN_A_ROW = 3;

  private Addressee() {}

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  /** Whether a word in capitals is one of a sentence, so that no name holds it. */
  static boolean isOfSentence(String word) {
    return SENTENCE.contains(word);
  }

  /** Whether all of the words together name somebody. */
  static boolean isNamedBy(List<Word> words) {
    if (words.isEmpty() || words.size() > LONGEST) {
      return false;
    }
    boolean office = isOffice(words);
    int names = 0;
    for (Word word : words) {
      String plain = plain(word);
      if (SENTENCE.contains(plain)) {
        return false;
      }
      if (OFFICES.contains(plain)) {
        names = 0;
      } else if (JOINING.contains(plain)) {
        if (!office && !(plain.equals("THE") && word.equals(words.get(0)))) {
          return false;
        }
        names = 0;
      } else if (plain.length() > 1
          && (Character.isLowerCase(word.text().charAt(0)) || ++names > NAMES_IN_A_ROW)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOffice(List<Word> words) {
    return words.stream().anyMatch(word -> OFFICES.contains(plain(word)));
  }

  /**
   * How many of the words, from the first, name somebody before a sentence takes over: {@code THE
   * KING} of {@code THE KING IS ILL}; 0 where nothing tells the one from the other: of several
   * words without an office among them, some may be the sentence's.
   */
  static int namedBefore(List<Word> words) {
    for (int i = 0; i < words.size(); i++) {
      boolean breaks =
          SENTENCE.contains(plain(words.get(i)))
              || (Character.isLowerCase(words.get(i).text().charAt(0))
                  && !OFFICES.contains(plain(words.get(i)))
                  && !JOINING.contains(plain(words.get(i))));
      if (breaks) {
        List<Word> before = words.subList(0, i);
        boolean told = i == 1 || isOffice(before);
        return told && isNamedBy(before) ? i : 0;
      }
    }
    return 0;
  }

  private static String plain(Word word) {
    return word.upper().replaceAll("[.’]|'S$", "");
  }
}
