package org.glasnost.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.glasnost.policy.Agencies;
import org.glasnost.policy.Agency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which passwords nobody may choose. */
class RefusedPasswordsTest {
  private static final Agencies AGENCIES =
      new Agencies(
          List.of(
              agency("STATE", "Department of State", "State Department", "JS"),
              agency("WHITE_HOUSE", "White House"),
              agency("CIA", "Central Intelligence Agency", "C.I.A.")));

  private final RefusedPasswords refused = shipped();

  @Test
  void refusesWhatIsListedInWhateverLetters() {
    refuses("iloveyouwithallmyheart", "IloveYouWithAllMyHeart", "Whatmakesyoubeautiful13");
    refuses("full metal panic fumoffu", "qwertyuiopasdfghjkl", "\uff41\uff42\uff43\uff44\uff45123");
  }

  @Test
  void refusesTheFirstAndTheLastOfTheList() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("target/classes/passwords/refused.txt"), StandardCharsets.UTF_8);

    assertThat(lines).hasSizeGreaterThan(400_000).doesNotHaveDuplicates();
    for (String line : List.of(lines.get(0), lines.get(1), lines.get(lines.size() - 1))) {
      assertThat(refused.contains(line)).as(line).isTrue();
    }
    assertThat(refused.contains(lines.get(0) + " and none of them is this")).isFalse();
  }

  @Test
  void refusesAListedWordWithDigitsAndSignsAroundIt() {
    refuses("password12345678", "1234567 Password!", "!!!!!!!dragon!!!!!!!", "glasnost-20261123");
  }

  @Test
  void refusesAListedWordSaidOverAndOver() {
    refuses("passwordpassword", "password password", "Password1Password1!", "sunshine sunshine");
    refuses("basketballbasketball", "basketball, basketball!");
  }

  @Test
  void refusesAShortSequenceSaidOverAndOver() {
    refuses("aaaaaaaaaaaaaaaaaaaa", "x9x9x9x9x9x9x9x9", "kq!kq!kq!kq!kq!kq!", "zR4uT7wqzR4uT7wq");
    refuses("               ", "...............");
  }

  @Test
  void refusesWhatRunsAlongTheKeyboardTheAlphabetOrTheDigits() {
    refuses("qwertyuiopasdfgh", "123456789012345", "abcdefghijklmnop", "zyxwvutsrqponmlk");
    refuses("9876543210987654", "asdfghjkl;123456", "1qaz2wsx3edc4rfv", "1q2w3e4r5t6y7u8i");
    refuses("qwertyui12345678", "abcdefgh87654321!");
  }

  @Test
  void refusesAListedWordWithBlanksAndSignsWithin() {
    refuses(
        "w h a t m a k e s y o u beautiful 13",
        "What-makes-you-beautiful-13",
        "2026: P.a.s.s.w.o.r.d");
    refuses("q w e r t y u i o p", "I love you, with all my heart!", "p-a-s-s w-o-r-d password");
  }

  @Test
  void refusesPhrasesThatEverybodyKnowsWithLessThanAWordBesideThem() {
    refuses(
        "correct horse battery staple", "correcthorsebatterystaple", "CorrectHorse4BatteryStaple!");
    refuses(
        "to be or not to be", "ToBeOrNotToBe2026", "the quick brown fox", "thequickbrownfoxjumps");
    refuses(
        "say: open sesame!",
        "open sesame open sesame",
        "We the People, 1787",
        "my own open sesame");
    takes("open sesame lanterns", "quiet lanterns open sesame", "sesame paste in open jars");
    takes("a quick brown goose swam", "we the persons of ottawa", "open lamps see same horse");
  }

  @Test
  void knowsManyPhrasesEachOfWhichIsRefused() throws IOException {
    List<String> phrases =
        Files.readAllLines(Path.of("target/classes/passwords/phrases.txt"), StandardCharsets.UTF_8)
            .stream()
            .filter(line -> !line.startsWith("#"))
            .toList();

    assertThat(phrases).hasSizeBetween(150, 300);
    assertThat(phrases.stream().map(KnownPhrases::lettersAndDigits).toList())
        .doesNotHaveDuplicates()
        .allMatch(phrase -> phrase.length() >= KnownPhrases.LONG);
    refuses(phrases.toArray(String[]::new));
    refuses(phrases.stream().map(phrase -> "1 " + phrase + "s 2!").toArray(String[]::new));
  }

  @Test
  void refusesNamesOfAgenciesAndOfTheProduct() throws IOException {
    RefusedPasswords named = RefusedPasswords.shipped().andNamesOf(AGENCIES);

    assertThat(
            List.of(
                "department of state",
                "DepartmentOfState2026",
                "State Department 2026!",
                "U.S. Department of State",
                "STATE-STATE-STATE",
                "C.I.A. 20262026!!",
                "1947 White_House 1947",
                "the white house",
                "G.l.a.s.n.o.s.t. 2026",
                "Glasnost State Department"))
        .allMatch(named::contains);
    assertThat(
            List.of(
                "four notional words there",
                "five other notional words",
                "an altogether other phrase",
                "a state of quiet lamps",
                "three departments of lamps",
                "state lamps burn low",
                "3c9i1a77-0b6e-4a52",
                "71830265549203716js"))
        .noneMatch(named::contains);
  }

  @Test
  void takesPhrasesOfSeveralWordsAndWhatChanceMade() {
    takes("four notional words there", "five other notional words", "an altogether other phrase");
    takes("four notional words here", "seven quiet lamps burned", "staple horse lamp battery");
    takes("dragon password sunshine", "passwordsaresilly words", "the cat sat on abcd mats");
    takes(
        "vR7kq2Lm9TzXw4Bn",
        "3f9c1d77-0b6e-4a52",
        "\u043f\u044f\u0442\u044c \u0442\u0438\u0445\u0438\u0445 \u043b\u0430\u043c\u043f \u0433\u043e\u0440\u0435\u043b\u0438");
  }

  @Test
  void refusesWhatTheInstallationListsToo(@TempDir Path directory) throws IOException {
    Path own = directory.resolve("own.txt");
    Files.writeString(own, "Bureau of Records\n\nSeven Quiet Lamps Burned\n");

    RefusedPasswords both = RefusedPasswords.with(own);

    assertThat(both.contains("seven quiet lamps burned")).isTrue();
    assertThat(both.contains("bureau of records 2026!")).isTrue();
    assertThat(both.contains("Bureau-OfRecords, 2026")).isTrue();
    assertThat(both.contains("seven quiet lamps burned low")).isFalse();
    assertThat(both.contains("iloveyouwithallmyheart")).isTrue();
    assertThat(both.contains("four notional words here")).isFalse();
  }

  @Test
  void tellsOfAnOwnListThatCannotBeRead(@TempDir Path directory) throws IOException {
    Path latin = Files.write(directory.resolve("latin.txt"), new byte[] {'p', (byte) 0xe4, '\n'});

    Assertions.assertThatThrownBy(() -> RefusedPasswords.with(directory.resolve("absent")))
        .isInstanceOf(NoSuchFileException.class);
    Assertions.assertThatThrownBy(() -> RefusedPasswords.with(latin))
        .isInstanceOf(MalformedInputException.class);
  }

  private void refuses(String... passwords) {
    Stream.of(passwords).forEach(p -> assertThat(refused.contains(p)).as(p).isTrue());
  }

  private void takes(String... passwords) {
    Stream.of(passwords).forEach(p -> assertThat(refused.contains(p)).as(p).isFalse());
  }

  private static Agency agency(String id, String name, String... aliases) {
    return new Agency(id, name, List.of(aliases), List.of(), null, null, List.of());
  }

  private static RefusedPasswords shipped() {
    try {
      return RefusedPasswords.shipped();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
