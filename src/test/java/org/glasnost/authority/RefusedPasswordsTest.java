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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which passwords nobody may choose. */
class RefusedPasswordsTest {
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
  void takesPhrasesOfSeveralWordsAndWhatChanceMade() {
    takes("correct horse battery staple", "four notional words here", "seven quiet lamps burned");
    takes("dragon password sunshine", "passwordsaresilly words", "the cat sat on abcd mats");
    takes(
        "vR7kq2Lm9TzXw4Bn",
        "3f9c1d77-0b6e-4a52",
        "\u043f\u044f\u0442\u044c \u0442\u0438\u0445\u0438\u0445 \u043b\u0430\u043c\u043f \u0433\u043e\u0440\u0435\u043b\u0438");
  }

  @Test
  void refusesWhatTheInstallationListsToo(@TempDir Path directory) throws IOException {
    Path own = directory.resolve("own.txt");
    Files.writeString(own, "Bureau of Records\n\nCorrect Horse Battery Staple\n");

    RefusedPasswords both = RefusedPasswords.with(own);

    assertThat(both.contains("correct horse battery staple")).isTrue();
    assertThat(both.contains("bureau of records 2026!")).isTrue();
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

  private static RefusedPasswords shipped() {
    try {
      return RefusedPasswords.shipped();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
