package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

/**
 * Somebody with an account that two officers opened and a password that they chose themselves, for
 * whom the exemptions of the demonstration's accounts do not hold.
 *
 * @param account its id
 * @param name what they sign in with
 */
record Newcomer(String account, String name) {
  /** What they chose. */
  static final String PASSWORD = "four notional words there";

  /** A newcomer to an installation. */
  static Newcomer to(RunningGlasnost glasnost) {
    String name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    Caller.Answer proposed =
        glasnost
            .as("security")
            .post(
                "/api/people",
                Map.of(
                    "userName", name,
                    "displayName", "Notional " + name,
                    "position", "Reviewer",
                    "agency", "STATE",
                    "reason", "joins"));
    Caller.Answer approved =
        glasnost
            .as("security2")
            .post("/api/account-orders/" + proposed.json().path("id").asString() + "/approve");
    String issued =
        proposed.json().path("half").asString() + "-" + approved.json().path("half").asString();
    Newcomer newcomer = new Newcomer(proposed.json().path("account").asString(), name);
    assertThat(newcomer.chooses(glasnost, issued, PASSWORD).status()).isEqualTo(204);
    return newcomer;
  }

  /** Puts another password in the place of the present one. */
  Caller.Answer chooses(RunningGlasnost glasnost, String current, String chosen) {
    return new Caller(glasnost.address(), name, current)
        .post("/api/me/password", Map.of("current", current, "chosen", chosen));
  }
}
