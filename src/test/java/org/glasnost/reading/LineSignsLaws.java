package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Where a pattern would find something, its sign stands: nothing is passed over unread. */
class LineSignsLaws {
  private static final Pattern KEYWORD =
      Pattern.compile(
          "DECL|C(?:lassification|LASSIFICATION)|Declass|declass|OADR|XGDS|GDS|GROUP [1-4]|Group(?: [1-4]|-)|G[Pp]-|Gp |Grp|EXEMPTION|Exemption Category|ISCAP"
              + "|REVIEW ON|Review on|RELEASE|Release|CLASSIFIED BY|Classified [Bb]y"
              + "|Derived [Ff]rom|CL BY|Reason:|SEEN|HAS SEEN|SYSTEM I"
              + "|Downgraded [Tt]o|Upgraded|No [Ll]onger|Regraded|Reclassified");

  @Property(tries = 2000)
  void aStampIsNeverPassedOver(@ForAll @Size(max = 60) byte[] bytes) {
    lines(bytes)
        .forEach(
            line -> {
              Matcher opening = StampOpening.ANY.matcher(Draft.upper(line));
              if (opening.find() && DeclassificationStamp.isStamp(line, opening)) {
                assertThat(LineSigns.mayOpenStamp(line)).as(line).isTrue();
              }
            });
  }

  @Property(tries = 2000)
  void anIntroductionIsNeverPassedOver(@ForAll @Size(max = 60) byte[] bytes) {
    lines(bytes)
        .forEach(
            line -> {
              if (RunningLines.INTRODUCED.matcher(Draft.upper(line)).matches()) {
                assertThat(LineSigns.mayIntroduce(line)).as(line).isTrue();
              }
            });
  }

  @Property(tries = 2000)
  void aKeywordIsFoundWhereverItStands(@ForAll @Size(max = 60) byte[] bytes) {
    lines(bytes)
        .forEach(
            line ->
                assertThat(LineSigns.of(line).hasKeyword())
                    .as(line)
                    .isEqualTo(KEYWORD.matcher(line).find()));
  }

  @Property(tries = 2000)
  void anEntireTextIsNeverPassedOver(@ForAll @Size(max = 60) byte[] bytes) {
    lines(bytes)
        .forEach(
            line -> {
              if (EntireText.stands(line)) {
                assertThat(LineSigns.mayBeEntireText(line)).as(line).isTrue();
              }
            });
  }

  @Property(tries = 2000)
  void theFirstLookSaysOfEachCharacterWhatUnicodeSays(@ForAll String line) {
    LineSigns signs = LineSigns.of(line);
    long upper = line.chars().filter(Character::isUpperCase).count();
    long lower = line.chars().filter(Character::isLowerCase).count();
    long digits = line.chars().filter(Character::isDigit).count();

    assertThat(signs.hasLower()).isEqualTo(lower > 0);
    assertThat(signs.hasLetters()).isEqualTo(line.chars().anyMatch(Character::isLetter));
    assertThat(signs.hasCapitals()).isEqualTo(Pattern.compile("[A-Z]{2}").matcher(line).find());
    assertThat(signs.hasNumberSign()).isEqualTo(line.contains("#"));
    assertThat(signs.isMostlyCapitals())
        .isEqualTo(upper > 1 && upper + digits >= 5 && upper * 3 >= lower * 7);
  }

  private static Stream<String> lines(byte[] bytes) {
    String text = FuzzTexts.text(new Choices(bytes));
    return RunningLines.lines(text).stream().map(Piece::text).filter(line -> line.length() < 300);
  }
}
