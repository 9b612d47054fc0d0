package org.glasnost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
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
    try (GlasnostProcess glasnost =
        GlasnostProcess.start(
            directory, InProduction.settings(directory, Databases.H2.emptyUrl(directory)))) {
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
}
