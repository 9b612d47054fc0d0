package org.glasnost.release.copy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.glasnost.declassification.DeclassificationMark;

/** Records as the tests of this room use them. */
final class Examples {
  static final String BANNER =
      "SECRET/SENSITIVE EYES ONLY FOR THE PRESIDENT AND NSC ADVISOR MCFARLANE";
  static final String FOOT = "SECRET/SENSITIVE DECL: OADR";

  /** A historic action: what the library did before the record came to us. */
  static final DeclassificationMark HISTORIC =
      new DeclassificationMark(
          "CF, NARA",
          null,
          "E.O. 12958",
          "NLS F99-051 #321",
          LocalDate.of(2000, 7, 25),
          LocalDate.of(2026, 11, 23));

  /** An action of our own. */
  static final DeclassificationMark OWN =
      new DeclassificationMark(
          "David Smith",
          "Chief, Division 5",
          "E.O. 13526, section 3.1(a)",
          null,
          LocalDate.of(2008, 8, 17),
          null);

  private Examples() {}

  static SourcePortion marking(int number, String text, String marking) {
    int from = text.codePointCount(0, text.indexOf(marking));
    return new SourcePortion(
        number, text, List.of(new Span(from, from + marking.codePointCount(0, marking.length()))));
  }

  /** A record in the form of the memorandum of 25 March 1985. */
  static List<SourcePortion> memorandum() {
    List<SourcePortion> portions = new ArrayList<>();
    portions.add(SourcePortion.of(1, "THE SECRETARY OF STATE\n\n"));
    portions.add(SourcePortion.of(2, "WASHINGTON\n\n"));
    portions.add(SourcePortion.of(3, "March 25, 1985\n\n"));
    portions.add(marking(4, BANNER + " ACM RUS SEEN\n\n", BANNER));
    portions.add(SourcePortion.of(5, "MEMORANDUM FOR: THE PRESIDENT\n\n"));
    portions.add(SourcePortion.of(6, "FROM:\n\nGeorge P. Shultz\n\n"));
    portions.add(SourcePortion.of(7, "SUBJECT:\n\nLetter from Gorbachev\n\n"));
    portions.add(
        SourcePortion.of(
            8,
            "Soviet Chargé Oleg Sokolov delivered to Rick Burt today the attached letter to you"
                + " from Gorbachev. Dobrynin had called me earlier with a preview. The tone of the"
                + " letter tracks closely with Gorbachev's comments to the Vice President and me,"
                + " and could therefore reflect his personal touch.\n\n"));
    portions.add(
        SourcePortion.of(
            9,
            "I draw your attention in particular to the final paragraphs of the letter, in which"
                + " Gorbachev says he has a \"positive attitude\" to the idea of holding a"
                + " summit. He indicates that it would not be necessary to sign documents at such"
                + " a meeting, although agreements on issues of mutual interest which had been"
                + " previously worked out could be \"formalized\" during the meeting.\n\n"));
    portions.add(
        SourcePortion.of(
            10,
            "I am holding the text of the letter very closely, and will be sending you a suggested"
                + " draft response for Gorbachev in the next few days.\n\n"));
    portions.add(SourcePortion.of(11, "Attachment: As stated.\n\n"));
    portions.add(SourcePortion.of(12, "799-051 #321 Cf5\n\n"));
    portions.add(marking(13, FOOT + "\n\n", FOOT));
    portions.add(SourcePortion.of(14, "7/25/00"));
    return portions;
  }

  static ReleasedCopy copy(
      DeclassificationMark mark, List<SourcePortion> portions, Redaction... redactions) {
    return CopyMaking.of(
        "Memorandum from the Secretary of State to the President: Letter from Gorbachev",
        LocalDate.of(1985, 3, 25),
        mark,
        portions,
        List.of(redactions),
        List.of());
  }

  /** The redaction of a phrase of a portion. */
  static Redaction redaction(
      List<SourcePortion> portions, int number, String phrase, String basis) {
    String text = portions.get(number - 1).text();
    int from = text.codePointCount(0, text.indexOf(phrase));
    return new Redaction(number, from, from + phrase.codePointCount(0, phrase.length()), basis);
  }

  /** The memorandum, released in part. */
  static ReleasedCopy inPart() {
    List<SourcePortion> portions = memorandum();
    return copy(
        HISTORIC,
        portions,
        redaction(portions, 8, "Oleg Sokolov", "3.3(b)(1)"),
        redaction(portions, 8, "Dobrynin had called me earlier with a preview", "3.3(b)(6)"),
        redaction(portions, 9, "positive attitude", "FOIA b(1)"));
  }
}
