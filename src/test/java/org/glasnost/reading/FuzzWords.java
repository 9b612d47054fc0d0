package org.glasnost.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;

/** What {@link FuzzTexts} puts its texts together from. */
final class FuzzWords {
  static final List<String> WORDS = words();
  static final List<String> CORPUS = corpus();

  static final List<String> SEPARATORS =
      List.of("/", "//", " ", "\n", " - ", ", ", "; ", "-", "\n\n", ".", ":", "\t", "&", " AND ");

  static final List<String> HOSTILE =
      List.of(
          "\u202e",
          "\u202d",
          "\u2066",
          "\u2069",
          "\u200b",
          "\u200f",
          "\ufeff",
          "\u0000",
          "\u0007",
          "\ud83d\ude00",
          "\ud83d",
          "\ude00",
          "\u0415",
          "\u0395",
          "\uff33",
          "\u0130",
          "\u0131",
          "\u00df",
          "\ufb00",
          "\u0301",
          "\u2028",
          "\u0085",
          "\u00a0",
          "\u3000",
          "\u2044",
          "\u2215",
          "\u0660",
          "\ud835\udc12",
          "\ufffe",
          "\uffff",
          "(",
          ")",
          "[",
          "]",
          "<u>",
          "</u>",
          "|",
          "!",
          "#",
          "'",
          "\u2019",
          "\u2013",
          "\u2022",
          "\r",
          "\\",
          "%",
          "\u1e9e",
          "\u01c5",
          "\u0149");

  static final List<String> INSTRUCTIONS =
      List.of(
          "DECL: ",
          "DECL ON ",
          "DECLASSIFY ON: ",
          "Declassify On: ",
          "OADR",
          "E.O. 11652: ",
          "E.O. 12356: ",
          "GDS",
          "XGDS-2",
          "XGDS",
          "ADS ",
          "RDS-3 ",
          "GROUP 4",
          "GROUP 3",
          "REVIEW ON ",
          "X1",
          "X8",
          "MR",
          "DCI ONLY",
          "DNI ONLY",
          "25X4, ",
          "25X1",
          "25X1-human",
          "50X1-HUM",
          "50X2-WMD",
          "75X2",
          "N/A",
          "N/A to RD portions",
          "NA_RD",
          "Source Marked ",
          "date of source ",
          "dated ",
          "SUBJECT TO TREATY",
          "CL BY 123456",
          "DERV FRM ",
          "Derived From: Multiple Sources",
          "REASON: 1.4(c)",
          "Classified By: ",
          "DOWNGRADE TO SECRET ON ",
          "DNG C ",
          "upon completion of the test",
          "WHICHEVER IS EARLIER",
          "EXEMPT FROM GENERAL DECLASSIFICATION SCHEDULE",
          "indefinitely",
          "CATEGORY 5B(2)");

  static final List<String> DATES =
      List.of(
          "20301231",
          "7/25/00",
          "25 Mar 1985",
          "March 25, 1985",
          "1/30/85",
          "1 Aug 1999",
          "1991",
          "31 Feb 1990",
          "29 Feb 1992",
          "99999999",
          "00000000",
          "2050-10-01",
          "12/31/2049",
          "2030",
          "31 Dec 9999",
          "13/13/13",
          "0001-01-01",
          "JUNE 1990",
          "1990-06");

  static final List<String> STAMPS =
      List.of(
          "DECLASSIFIED",
          "DECLASSIFIED IN PART",
          "NLS F99-051 #321",
          "799-051 #321",
          "F99-051",
          "BY CF, NARA, DATE 7/25/00",
          "BY ",
          "NARA",
          "DATE ",
          "Approved for Release 2012/05/04",
          "RELEASED IN FULL",
          "DOWNGRADED TO CONFIDENTIAL",
          "RCM HAS SEEN",
          "SYSTEM II 90336",
          "E.O. 12958, Sec. 3.6",
          "Authority ",
          "CIA-RDP93T01132R000100020006-6",
          "#",
          "NLS",
          "EO Systematic Review 20 Mar 2014",
          "UNDER E.O. 12356");

  static final List<String> PROSE =
      List.of(
          "the secret of",
          " a memorandum to the President ",
          "Sincerely,",
          "Dear Mr. Secretary:",
          "TO THE",
          "FOR THE PRESIDENT",
          "EYES ONLY FOR ",
          "ONLY FOR ",
          "[2 lines not declassified]",
          "No classification marking.",
          "Sent for action.",
          "(C - ENTIRE TEXT)",
          "1. ",
          "(2) ",
          "when separated from enclosure",
          "Strictly Confidential",
          "PAGE 02 STATE 12345",
          "Secretary of State",
          "- ",
          "MCFARLANE",
          "Drafted by",
          "paragraph 3 below");

  static final List<String> CODES =
      List.of(
          "GBR", "AUS", "CAN", "NZL", "USA", "FVEY", "ACGU", "NATO", "DEU", "AFG", "XXX", "TEYE");

  private FuzzWords() {}

  private static List<String> words() {
    Set<String> words = new LinkedHashSet<>();
    Stream.of(MarkingRegister.historic(), MarkingRegister.cnsi(), MarkingRegister.cui())
        .flatMap(register -> register.entries().stream())
        // Countries are many and alike: the lists of codes have some.
        .filter(entry -> entry.category() != RegisterCategory.COUNTRY)
        .forEach(
            entry -> {
              words.addAll(entry.forms());
              words.addAll(entry.abbreviations());
              words.add(entry.portionForm());
            });
    return List.copyOf(words);
  }

  private static List<String> corpus() {
    List<String> lines = new ArrayList<>();
    for (String file : List.of("memorandum.txt", "letter.txt")) {
      lines.addAll(resource(file).lines().filter(line -> !line.isBlank()).toList());
      lines.add(resource(file));
    }
    for (String file :
        List.of(
            "banners",
            "damage",
            "domain-rows",
            "foreign",
            "historic-banners",
            "hostile",
            "instructions",
            "portions",
            "source-notes",
            "stamps")) {
      resource("examples/" + file + ".yaml")
          .lines()
          .filter(line -> line.startsWith("  - text: \""))
          .map(line -> line.substring("  - text: \"".length(), line.length() - 1))
          .map(line -> line.replace("\\n", "\n").replace("\\\"", "\""))
          .forEach(lines::add);
    }
    return List.copyOf(lines);
  }

  private static String resource(String name) {
    try (InputStream in = FuzzWords.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(in, "no resource " + name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
