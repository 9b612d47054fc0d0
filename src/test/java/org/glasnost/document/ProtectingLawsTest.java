package org.glasnost.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.glasnost.authority.access.Labels;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Protection;
import org.glasnost.policy.Accreditation;
import org.glasnost.reading.DocumentReader;
import org.glasnost.reading.PlacedReading;
import org.glasnost.reading.Readers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What recognition does to a page never lowers the level at which a record is held: a banner broken
 * over lines, a letter damaged or lost, noise in front, behind and between.
 */
class ProtectingLawsTest {
  private static final LocalDate DAY = LocalDate.of(1985, 3, 25);
  private static final String BODY = "\n\nThis text is fictitious and tells of nothing at all.\n";
  private static final String LOWER = "\n\nCONFIDENTIAL\n";
  private static final DocumentReader READER = new DocumentReader(Readers.marking());
  private static final Protecting PROTECTING =
      new Protecting(
          new Accreditation(ClassificationLevel.TOP_SECRET),
          mock(Labels.class),
          mock(Documents.class));

  private static final List<String> BANNERS =
      List.of(
          "TOP SECRET",
          "TOP SECRET/SENSITIVE",
          "TOP SECRET UMBRA",
          "TOP SECRET//SI//NOFORN",
          "T O P S E C R E T",
          "SECRET",
          "SECRET/SENSITIVE EYES ONLY FOR THE PRESIDENT",
          "SECRET EYES ONLY FOR THE SECRETARY AND THE AMBASSADOR",
          "SECRET RESTRICTED DATA",
          "SECRET NODIS CHEROKEE",
          "SECRET/NOFORN/ORCON");

  @ParameterizedTest
  @MethodSource("banners")
  void aBreakAnywhereNeverLowersIt(String banner) {
    List<String> lowered = new ArrayList<>();
    for (String gap : List.of("\n", "\n\n", "\n            ", "-\n", "\r\n", "\n\n\n", " \n \n")) {
      for (int at = 1; at < banner.length(); at++) {
        String before = banner.substring(0, at).stripTrailing();
        String behind = banner.substring(at).stripLeading();
        check(banner, before + gap + behind, lowered);
        check(banner, "THE WHITE HOUSE\n" + before + gap + behind + "\nWASHINGTON", lowered);
      }
    }
    assertThat(lowered).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("banners")
  void noiseAroundAndBetweenNeverLowersIt(String banner) {
    List<String> lowered = new ArrayList<>();
    for (String noise :
        List.of("~", "x", "XX", ".", "|", "rn", "OF", "THE", "1", "in", "FOR", "#")) {
      check(banner, banner + " " + noise, lowered);
      check(banner, noise + " " + banner, lowered);
      check(banner, noise + "\n" + banner, lowered);
      check(banner, banner + "\n" + noise, lowered);
      for (int at = banner.indexOf(' '); at >= 0; at = banner.indexOf(' ', at + 1)) {
        check(banner, banner.substring(0, at) + " " + noise + banner.substring(at), lowered);
        if (banner.charAt(1) != ' ') {
          check(
              banner,
              banner.substring(0, at) + "\n" + noise + "\n" + banner.substring(at + 1),
              lowered);
        }
      }
    }
    assertThat(lowered).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("banners")
  void aDamagedOrLostLetterNeverLowersIt(String banner) {
    List<String> lowered = new ArrayList<>();
    for (int at = 0; at < banner.length(); at++) {
      for (String put : List.of("", "0", "1", "5", "X", "?", "I", "*", "rn", " ")) {
        check(banner, banner.substring(0, at) + put + banner.substring(at + 1), lowered);
      }
    }
    assertThat(lowered).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CLASSIFICATION: SECRET",
        "Classification: TOP SECRET",
        "OVERALL CLASSIFICATION - SECRET",
        "CLASSIFIED SECRET",
        "STRICTLY PERSONAL - SECRET",
        "SEATO SECRET",
        "N A T O SECRET",
        "NATO/SECRET",
        "S/NODIS",
        "TS/UMBRA",
        "UNCLASSIFIED UNTIL FILLED IN; THEN SECRET",
        "UNCLASSIFIED WITH SECRET ATTACHMENT",
        "SECRET TALKS IN PARIS",
        "2. (S) The Soviets said that the talks would go on.",
        "1. (S - ENTIRE TEXT)",
        "<b>SECRET</b>",
        "VERY SECRET",
        "TOP\n\nPage 3\n\nSECRET",
      })
  void whatMaySayMoreIsHeldAtMoreThanTheBannerBesideIt(String line) {
    assertThat(held("CONFIDENTIAL\n\n" + line + BODY).level().dominates(ClassificationLevel.SECRET))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SUBJECT: SECRETARY SHULTZ AND THE TALKS",
        "THE SECRETARY OF STATE",
        "It is no secret that we disagree.",
        "The top secret report was read by the secretary.",
        "S/S",
        "S/P - Mr. Rodman",
        "MEMORANDUM FOR THE PRESIDENT",
        "TO: THE PRESIDENT\nTOP LEVEL TALKS",
        "UNCLASSIFIED",
      })
  void whatSaysNothingLeavesItAtTheBanner(String line) {
    assertThat(held("CONFIDENTIAL\n\n" + line + BODY).level())
        .isEqualTo(ClassificationLevel.CONFIDENTIAL);
  }

  static Stream<String> banners() {
    return BANNERS.stream();
  }

  /** Beside a lower banner that is read cleanly, and would be believed alone. */
  private static void check(String banner, String damaged, List<String> lowered) {
    for (String rest : List.of(BODY, LOWER + BODY)) {
      ClassificationLevel whole = held(banner + rest).level();
      ClassificationLevel now = held(damaged + rest).level();
      if (!now.dominates(whole)) {
        lowered.add(damaged.replace("\n", "~") + rest.strip().substring(0, 4) + " " + now);
      }
    }
  }

  private static Protection held(String text) {
    return PROTECTING
        .holdUnconfirmed(
            READER.read(text, DAY).readings().stream().map(PlacedReading::reading).toList(), null)
        .protection();
  }
}
