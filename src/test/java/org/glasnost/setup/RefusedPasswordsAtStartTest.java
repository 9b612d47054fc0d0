package org.glasnost.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** The installation's own list of refused passwords is read before anything starts. */
class RefusedPasswordsAtStartTest {

  @Test
  void asksForNoListOfTheInstallationsOwn() throws IOException {
    assertThat(RefusedPasswordsAtStart.check(new MockEnvironment())).isEmpty();
    assertThat(RefusedPasswordsAtStart.read(new MockEnvironment()).contains("password12345678"))
        .isTrue();
  }

  @Test
  void refusesToStartWithoutTheOneThatIsNamed(@TempDir Path directory) {
    assertThat(RefusedPasswordsAtStart.check(naming(directory.resolve("absent"))))
        .containsExactly(
            "glasnost.passwords.refused names no file that can be read: the passwords that nobody"
                + " may choose, one a line, in UTF-8.");
    assertThat(RefusedPasswordsAtStart.check(naming(directory))).hasSize(1);
  }

  @Test
  void takesTheOneThatIsNamed(@TempDir Path directory) throws IOException {
    Path own = Files.writeString(directory.resolve("own.txt"), "bureau of records\n");

    assertThat(RefusedPasswordsAtStart.check(naming(own))).isEmpty();
    assertThat(RefusedPasswordsAtStart.read(naming(own)).contains("Bureau of Records")).isTrue();
  }

  private static MockEnvironment naming(Path file) {
    return new MockEnvironment().withProperty("glasnost.passwords.refused", file.toString());
  }
}
