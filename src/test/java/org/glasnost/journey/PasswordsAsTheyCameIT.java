package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A password is what was typed, letter for letter: nothing is cut off, folded or exchanged. */
class PasswordsAsTheyCameIT {

  /**
   * Blanks at both ends, three alphabets, letters with accents, and signs beyond the first plane.
   */
  private static final String CHOSEN = "  Четыре Слова ὀκτώ Ödland \uD83D\uDD4A\uFE0F naïve  ";

  @ParameterizedTest
  @EnumSource(Databases.class)
  void opensInThoseLettersAlone(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Newcomer newcomer = Newcomer.to(glasnost);
    assertThat(newcomer.chooses(glasnost, Newcomer.PASSWORD, CHOSEN).status()).isEqualTo(204);
    opens(glasnost, newcomer, CHOSEN);

    for (String other :
        List.of(
            CHOSEN.strip(),
            CHOSEN.stripTrailing(),
            CHOSEN.stripLeading(),
            CHOSEN.toLowerCase(Locale.ROOT),
            CHOSEN.toUpperCase(Locale.ROOT),
            Normalizer.normalize(CHOSEN, Normalizer.Form.NFD),
            CHOSEN.replace("С", "C"),
            CHOSEN.replace("  ", " "),
            CHOSEN.replace("\uD83D\uDD4A", "?"),
            CHOSEN.substring(0, CHOSEN.length() - 1))) {
      assertThat(other).isNotEqualTo(CHOSEN);
      assertThat(caller(glasnost, newcomer, other).get("/api/me").status())
          .as("'%s'", other)
          .isEqualTo(401);
      assertThat(led(glasnost, newcomer, other).getPath()).as("'%s'", other).isEqualTo("/login");
      // Two wrong ones are not counted beyond the right one, which is verified each time.
      opens(glasnost, newcomer, CHOSEN);
    }
  }

  private static void opens(RunningGlasnost glasnost, Newcomer newcomer, String password) {
    assertThat(led(glasnost, newcomer, password).getPath()).isNotEqualTo("/login");
    Caller.Answer me = caller(glasnost, newcomer, password).get("/api/me");
    assertThat(me.status()).as(me.body()).isEqualTo(200);
  }

  private static URI led(RunningGlasnost glasnost, Newcomer newcomer, String password) {
    HttpResponse<String> page = new SignedInPages(glasnost).tries(newcomer.name(), password);
    return page.uri();
  }

  private static Caller caller(RunningGlasnost glasnost, Newcomer newcomer, String password) {
    return new Caller(glasnost.address(), newcomer.name(), password);
  }
}
