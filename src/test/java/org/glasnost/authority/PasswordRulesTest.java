package org.glasnost.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a chosen password has to be, rule by rule. */
class PasswordRulesTest {

  @Test
  void asksForFifteenCharactersAndNoMoreThanTwoHundred() throws IOException {
    assertThat(rules("fourteen chars")).containsExactly("ACC-0008");
    assertThat(rules("fifteen letters")).isEmpty();
    assertThat(rules("ab cd ".repeat(34))).containsExactly("ACC-0008");
  }

  @Test
  void refusesTheUserNameInIt() throws IOException {
    assertThat(rules("B.Dministrator, my password")).containsExactly("ACC-0009");
  }

  @Test
  void refusesWhatIsKnownOrEasilyGuessed() throws IOException {
    assertThat(rules("password12345678")).containsExactly("ACC-0019");
    assertThat(rules("aaaaaaaaaaaaaaaaaaaa")).containsExactly("ACC-0019");
  }

  @Test
  void asksForNoKindOfCharacters() throws IOException {
    assertThat(rules("quiet lamps burn")).isEmpty();
    assertThat(rules("71830265549203716")).isEmpty();
    assertThat(rules("abba abba baab aab bbba")).isEmpty();
  }

  private static List<String> rules(String password) throws IOException {
    return new PasswordRules(RefusedPasswords.shipped())
        .check("b.dministrator", password, "/password").stream()
            .map(finding -> finding.rule().toString())
            .toList();
  }
}
