package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.glasnost.command.CommandLine;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first start of an installation, at the page to which the code of its log leads. */
@Tag("long")
class FirstStartBrowserIT {

  @Test
  void fourPeopleAreEnteredAndWhatIsRefusedNeedNotBeTypedAgain(@TempDir Path directory)
      throws Exception {
    try (GlasnostProcess glasnost = GlasnostProcess.start(directory, settings(directory))) {
      glasnost.awaitReady();
      try (Visitor.House house = new Visitor.House(glasnost.address());
          Visitor founder = house.stranger()) {
        assertThat(founder.goes("/setup")).isEqualTo(200);
        assertThat(founder.page().locator(".demo-notice")).hasCount(0);
        founder.sees("setup");
        Map<String, String> right = FirstStartForm.filledIn(FirstStartForm.code(glasnost.log()));
        right.forEach((field, value) -> fill(founder, field, value));
        founder.page().locator("#code").fill("not the code");
        founder.presses("Make the four accounts");
        assertThat(founder.page().getByText("Nothing was made yet")).isVisible();
        assertThat(founder.page().locator("#displayName2")).hasValue("Notional Person 2");
        assertThat(founder.page().locator("#password2")).hasValue("");
        founder.sees("setup-refused");
        right.forEach((field, value) -> fill(founder, field, value));
        founder.presses("Make the four accounts");
        founder.arrives("/login");

        founder.page().getByLabel("User name").fill(FirstStartForm.userNames().get(0));
        founder.page().getByLabel("Password").fill(FirstStartForm.password(0));
        founder.presses("Sign in");
        founder.arrives("/");
        founder.sees("setup-signed-in");
        assertThat(founder.goes("/setup")).isEqualTo(404);
      }
    }
  }

  private static void fill(Visitor founder, String field, String value) {
    if (field.equals("agency")) {
      founder.page().locator("#agency").selectOption(value);
    } else {
      founder.page().locator("#" + field).fill(value);
    }
  }

  private static Map<String, String> settings(Path directory) throws Exception {
    Path keys = directory.resolve("keys");
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    int made =
        CommandLine.run(
            new String[] {"keys", keys.toString()}, property -> Optional.empty(), out, out);
    assertThat(made).isZero();
    return Map.of(
        "server.address",
        "127.0.0.1",
        "spring.datasource.url",
        Databases.H2.emptyUrl(directory),
        "glasnost.data",
        directory.resolve("data").toString(),
        "glasnost.accreditation",
        "SECRET",
        "glasnost.keystore.file",
        keys.resolve("content-keys.p12").toString(),
        "glasnost.keystore.password",
        Files.readString(keys.resolve("content-keys.password")),
        "glasnost.journal.key-file",
        keys.resolve("journal-key.pem").toString());
  }
}
