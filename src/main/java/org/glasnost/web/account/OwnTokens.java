package org.glasnost.web.account;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnost.authority.ApiToken;
import org.glasnost.authority.Tokens;
import org.glasnost.rule.Refused;
import org.glasnost.web.Callers;
import org.glasnost.web.FreshSignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The caller's own tokens, for the page and the API. A token gives no tokens and ends none. */
@Component
class OwnTokens {
  private final Callers callers;
  private final FreshSignIn fresh;
  private final Tokens tokens;
  private final OneSelf oneSelf;

  OwnTokens(Callers callers, FreshSignIn fresh, Tokens tokens, OneSelf oneSelf) {
    this.callers = callers;
    this.fresh = fresh;
    this.tokens = tokens;
    this.oneSelf = oneSelf;
  }

  List<ApiToken> all() {
    return tokens.of(callers.current());
  }

  /**
   * One of them.
   *
   * @throws Refused as not known
   */
  ApiToken one(UUID id) {
    return tokens.of(callers.current(), id);
  }

  /**
   * Issues one.
   *
   * @throws Refused NOT_ENTITLED to a token; RULE and CONFLICT as {@link Tokens#issue} has it
   * @throws org.glasnost.web.StaleSignIn unless the caller has just signed in
   */
  ApiToken.Issued issue(
      @Nullable String name, @Nullable List<String> scopes, @Nullable LocalDate expiresOn) {
    oneSelf.require();
    fresh.require();
    return tokens.issue(callers.current(), name, scopes, expiresOn, callers.occasion(null));
  }

  /**
   * Ends one.
   *
   * @throws Refused NOT_ENTITLED to a token; as not known
   */
  void revoke(UUID id) {
    oneSelf.require();
    tokens.revoke(callers.current(), id, callers.occasion(null));
  }
}
