package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.glasnost.marking.Canonical;
import org.glasnost.marking.StatedLevel;
import org.junit.jupiter.api.Test;

/** The memorandum of 25 March 1985 and its enclosure, as recognition left them. */
class SeedReadingTest {
  private final DocumentReader reader = new DocumentReader(Readers.marking());
  private final String memorandum = text("memorandum.txt");
  private final String letter = text("letter.txt");

  @Test
  void readsTheBannerWithItsTwoRecipients() {
    PlacedReading banner = at(memorandum, 69);

    assertThat(banner.to()).isEqualTo(139);
    Reading reading = banner.reading();
    assertThat(reading.level()).isEqualTo(StatedLevel.SECRET);
    assertThat(reading.controls()).containsExactly("SENSITIVE", "EYES_ONLY");
    assertThat(reading.recipients()).containsExactly("THE PRESIDENT", "NSC ADVISOR MCFARLANE");
    assertThat(reading.confidence()).isEqualTo(1.0);
    assertThat(reading.needsReview()).isFalse();
    Canonical canonical = Objects.requireNonNull(reading.canonical());
    assertThat(canonical.banner()).isEqualTo("SECRET//NOFORN");
    assertThat(canonical.portion()).isEqualTo("(S//NF)");
    assertThat(canonical.unrepresented())
        .containsExactly("SENSITIVE", "EYES ONLY FOR THE PRESIDENT AND NSC ADVISOR MCFARLANE");
    assertThat(canonical.ism())
        .containsEntry("classification", "S")
        .containsEntry("disseminationControls", "NF");
  }

  @Test
  void keepsTheDamagedStampApartFromTheRecipients() {
    Reading stamp = at(memorandum, 140).reading();

    assertThat(stamp.text()).isEqualTo("ACM RUS SEEN");
    assertThat(stamp.level()).isEqualTo(StatedLevel.NONE);
    assertThat(stamp.recipients()).isEmpty();
    assertThat(stamp.needsReview()).isTrue();
    assertThat(stamp.stamps()).extracting(Stamp::kind).containsExactly(Stamp.Kind.SEEN);
    assertThat(stamp.findings()).extracting("suggestion").contains("RCM HAS SEEN");
  }

  @Test
  void readsTheSecondBannerWithItsInstruction() {
    Reading reading = starting(memorandum, "SECRET/SENSITIVE DECL: OADR");

    assertThat(reading.level()).isEqualTo(StatedLevel.SECRET);
    assertThat(reading.controls()).containsExactly("SENSITIVE");
    assertThat(reading.declassification())
        .isEqualTo(new DeclassificationText("OADR", "DECL: OADR"));
    assertThat(reading.hasError()).isFalse();
  }

  @Test
  void readsTheDateStampByTheDocumentsOwnDate() {
    Reading reading = starting(memorandum, "7/25/00");

    assertThat(reading.stamps())
        .containsExactly(
            new Stamp(
                Stamp.Kind.DECLASSIFICATION_DATE,
                null,
                null,
                null,
                null,
                LocalDate.of(2000, 7, 25)));
    assertThat(reading.needsReview()).isTrue();
  }

  @Test
  void proposesTheCaseNumberOfTheMemorandumAndKeepsTheInitials() {
    Proposal proposal = proposal(memorandum, "caseNumber");

    assertThat(proposal.found()).isEqualTo("799-051 #321");
    assertThat(proposal.proposed()).isEqualTo("F99-051 #321");
    assertThat(proposal.confidence()).isLessThan(1.0);
    assertThat(proposal.reason()).contains("1994").contains("36 CFR 1270.38");
    assertThat(starting(memorandum, "799-051 #321 Cf5").stamps())
        .containsExactly(new Stamp(Stamp.Kind.CASE, null, "F99-051", "321", "Cf5", null));
  }

  @Test
  void proposesTheCaseNumberOfTheLetterByTheYearTest() {
    Proposal proposal = proposal(letter, "caseNumber");

    assertThat(proposal.found()).startsWith("F79-051").endsWith("# 322");
    assertThat(proposal.proposed()).isEqualTo("F99-051 #322");
    assertThat(proposal.confidence()).isLessThan(1.0);
  }

  @Test
  void proposesTheLogNumberAndTheDates() {
    assertThat(proposal(memorandum, "controlNumber").proposed()).isEqualTo("SYSTEM II 90336");
    assertThat(proposal(memorandum, "documentDate").proposed()).isEqualTo("1985-03-25");
    assertThat(proposal(letter, "documentDate").proposed()).isEqualTo("1985-03-24");
    assertThat(reader.read(memorandum, LocalDate.of(1985, 3, 25)).proposals())
        .extracting(Proposal::field)
        .doesNotContain("documentDate");
  }

  @Test
  void readsNoLevelInTheLetter() {
    assertThat(reader.read(letter, null).readings())
        .extracting(placed -> placed.reading().level())
        .containsOnly(StatedLevel.NONE);
    assertThat(reader.read(letter, null).readings())
        .extracting(placed -> placed.reading().text())
        .containsExactly("128 <u>F79-051</u> # 322");
  }

  @Test
  void findsNothingElseInTheMemorandum() {
    assertThat(reader.read(memorandum, LocalDate.of(1985, 3, 25)).readings())
        .extracting(placed -> placed.reading().text())
        .containsExactly(
            "SYSTEM II 90336",
            "SECRET/SENSITIVE EYES ONLY FOR THE PRESIDENT AND NSC ADVISOR MCFARLANE",
            "ACM RUS SEEN",
            "799-051 #321 Cf5",
            "SECRET/SENSITIVE DECL: OADR",
            "7/25/00");
  }

  @Test
  void aSentenceCutByThePageBreakIsOnePortion() {
    List<String> portions = portions(letter);

    assertThat(String.join("", portions)).isEqualTo(letter);
    assertThat(portions)
        .filteredOn(portion -> portion.contains("F79-051"))
        .singleElement()
        .asString()
        .startsWith("This being the case")
        .contains("are talking about");
    assertThat(portions)
        .filteredOn(portion -> portion.startsWith("It appears to us"))
        .singleElement()
        .asString()
        .contains("help create an atmosphere");
  }

  @Test
  void namesTheKindsOfPortions() {
    List<TextPortion> parts = reader.read(memorandum, null).portions();

    assertThat(String.join("", portions(memorandum))).isEqualTo(memorandum);
    assertThat(parts).extracting(TextPortion::kind).startsWith(PortionKind.MARKING);
    assertThat(kind(memorandum, "THE SECRETARY OF STATE")).isEqualTo(PortionKind.HEADER);
    assertThat(kind(memorandum, "SECRET/SENSITIVE EYES")).isEqualTo(PortionKind.MARKING);
    assertThat(kind(memorandum, "Soviet Charg")).isEqualTo(PortionKind.PARAGRAPH);
    assertThat(kind(memorandum, "7/25/00")).isEqualTo(PortionKind.MARKING);
    assertThat(kind(letter, "Sincerely")).isEqualTo(PortionKind.SIGNATURE);
    assertThat(kind(letter, "M. GORBACHEV")).isEqualTo(PortionKind.SIGNATURE);
  }

  private PlacedReading at(String text, int from) {
    return reader.read(text, LocalDate.of(1985, 3, 25)).readings().stream()
        .filter(placed -> placed.from() == from)
        .findFirst()
        .orElseThrow();
  }

  private Reading starting(String text, String start) {
    return reader.read(text, LocalDate.of(1985, 3, 25)).readings().stream()
        .map(PlacedReading::reading)
        .filter(reading -> reading.text().startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  private Proposal proposal(String text, String field) {
    return reader.read(text, null).proposals().stream()
        .filter(proposal -> proposal.field().equals(field))
        .findFirst()
        .orElseThrow();
  }

  private List<String> portions(String text) {
    return reader.read(text, null).portions().stream()
        .map(portion -> stretch(text, portion.from(), portion.to()))
        .toList();
  }

  private PortionKind kind(String text, String start) {
    return reader.read(text, null).portions().stream()
        .filter(portion -> stretch(text, portion.from(), portion.to()).startsWith(start))
        .findFirst()
        .orElseThrow()
        .kind();
  }

  private static String stretch(String text, int from, int to) {
    return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
  }

  private static String text(String name) {
    try (InputStream in = SeedReadingTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
