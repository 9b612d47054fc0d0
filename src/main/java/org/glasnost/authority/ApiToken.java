package org.glasnost.authority;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of a token that a program signs in with.
 *
 * @param id its id, which is part of the token
 * @param account whose name it acts in
 * @param name what its holder calls it
 * @param scopes what it lets do
 * @param createdAt when it was issued
 * @param expiresOn the last day on which it serves
 * @param lastUsedAt when it was used last, to the minute, or null
 * @param revokedAt when its holder ended it, or null
 * @param serves whether it serves today: not expired, not revoked, and the account's password is
 *     still the one under which it was issued
 */
public record ApiToken(
    UUID id,
    UUID account,
    String name,
    Set<TokenScope> scopes,
    Instant createdAt,
    LocalDate expiresOn,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt,
    boolean serves) {

  /** Copies the scopes. */
  public ApiToken {
    scopes = Set.copyOf(scopes);
  }

  /**
   * A token just issued, and what is presented to sign in with it. Nobody is shown that again.
   *
   * @param token what is on record
   * @param presented what a program sends after {@code Bearer}
   */
  public record Issued(ApiToken token, String presented) {
    /** Never shows what is presented. */
    @Override
    public String toString() {
      return "Issued[" + token.id() + "]";
    }
  }

  /**
   * Whom a token that was presented stands for.
   *
   * @param token what is on record of it
   * @param credential the credential of its account
   */
  public record Presented(ApiToken token, Credential credential) {}
}
