package org.glasnost.declassification;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The words by which an instruction speaks of an event. Expects upper case. */
final class EventWords {
  private static final Pattern SPEAKING =
      Pattern.compile(
          "\\b(?:UPON|AFTER|WHEN|ONCE|FOLLOWING|COMPLET\\w+|CONCLU\\w+|END|TERMINAT\\w+|DEPARTURE|"
              + "ARRIVAL|RETURN|RELEASE|PUBLICATION|SIGN(?:ING|ATURE)|WITHDRAWAL|TRANSFER|DELIVERY|"
              + "LAUNCH|OPERATION|EXERCISE|SUMMIT|VISIT|MEETING|CONFERENCE|NEGOTIATIONS?|"
              + "RATIFICATION|ANNOUNCEMENT|DEPLOYMENT|DECOMMISSION\\w*|CLOS(?:E|URE|ING)|"
              + "EXPIR\\w+|REMOVAL|SUPERSE\\w+|ENTRY INTO FORCE|MISSION|TRIP|FLIGHT|TEST|ELECTION|"
              + "DEATH|ARREST|CAPTURE|DECISION|APPROVAL|AWARD|RETIREMENT|RESIGNATION|OPENING|START|"
              + "BEGINNING|COMMENCEMENT|CESSATION|EVACUATION|DISCLOSURE|DECLARATION|ADOPTION|"
              + "PASSAGE|ISSUANCE|ENACTMENT|EXECUTION|DISPOSAL|SALE|DISSOLUTION|RECOVERY|LANDING|"
              + "DETONATION|DESTRUCTION|CANCELLATION|HOSTILITIES|TALKS|UNTIL|INDEPENDENCE|"
              + "INAUGURATION|CEASE-?FIRE|ADJOURNMENT|ENCLOSURES?|ATTACHMENTS?)\\b");
  private static final Pattern LINKING = Pattern.compile("UPON|AFTER|WHEN|ONCE|FOLLOWING|END");
  private static final Pattern WORD = Pattern.compile("(?=.*[AEIOUY])[A-Z][A-Z'\\-]*");

  private EventWords() {}

  /** Whether the words name something that happens: a noun alone, or at least two words. */
  static boolean speakOf(String text) {
    boolean alone = SPEAKING.matcher(text).matches() && !LINKING.matcher(text).matches();
    return alone || (mayBe(text) && SPEAKING.matcher(text).find());
  }

  /** Whether they could: at least two words, most of them words. */
  static boolean mayBe(String text) {
    String[] words = text.split("[\\s,;.()/]+");
    long spoken = Arrays.stream(words).filter(w -> WORD.matcher(w).matches()).count();
    return spoken >= 2 && spoken * 3 >= words.length * 2L;
  }
}
