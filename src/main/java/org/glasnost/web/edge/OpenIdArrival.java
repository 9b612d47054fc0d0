package org.glasnost.web.edge;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.authority.Credential;
import org.glasnost.authority.Credentials;
import org.glasnost.authority.People;
import org.glasnost.authority.openid.Claimed;
import org.glasnost.authority.openid.ClaimsRefused;
import org.glasnost.authority.openid.FollowingClaims;
import org.glasnost.authority.openid.OpenIdMapping;
import org.glasnost.policy.OfficeDay;
import org.glasnost.policy.PolicyRelease;
import org.glasnost.web.SessionTimes;
import org.glasnost.web.SignInMeans;
import org.glasnost.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;

/**
 * What a provider's verified word comes to here: an account signed in, or a refusal. Why it is
 * refused stands in the journal; the caller learns no more than that.
 */
@Component
class OpenIdArrival {
  /** What may go wrong between a provider and here, as far as the journal names it. */
  private static final Set<String> NAMED =
      Set.of(
          "INVALID_ID_TOKEN",
          "INVALID_NONCE",
          "INVALID_STATE_PARAMETER",
          "AUTHORIZATION_REQUEST_NOT_FOUND",
          "INVALID_TOKEN_RESPONSE",
          "ACCESS_DENIED");

  private final OpenIdProviders providers;
  private final OpenIdSessions sessions;
  private final FollowingClaims claims;
  private final Credentials credentials;
  private final People people;
  private final SignInLines lines;
  private final Journal journal;
  private final PolicyRelease policy;
  private final SessionTimes times;
  private final OfficeDay officeDay;
  private final Clock clock;

  OpenIdArrival(
      OpenIdProviders providers,
      OpenIdSessions sessions,
      FollowingClaims claims,
      Credentials credentials,
      People people,
      SignInLines lines,
      Journal journal,
      PolicyRelease policy,
      SessionTimes times,
      OfficeDay officeDay,
      Clock clock) {
    this.providers = providers;
    this.sessions = sessions;
    this.claims = claims;
    this.credentials = credentials;
    this.people = people;
    this.lines = lines;
    this.journal = journal;
    this.policy = policy;
    this.times = times;
    this.officeDay = officeDay;
    this.clock = clock;
  }

  /** The provider says nothing of an office here: the one thing that the person is told. */
  static final class NoOffice extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    NoOffice() {
      super("no office");
    }
  }

  /**
   * Signs in.
   *
   * @param token verified
   * @param anewSince when they were sent to sign in anew, or null where that was not asked for
   * @param session its id on record
   * @throws AuthenticationException if it opens nothing
   */
  Authentication of(
      String registration, OidcIdToken token, @Nullable Instant anewSince, String session) {
    Instant now = clock.instant();
    Instant at = signedInAt(token, anewSince, now);
    OpenIdMapping mapping = providers.mapping(registration);
    if (!mapping.isStrongEnough(token.getClaims())) {
      throw refused("SIGN_IN_TOO_WEAK", null);
    }
    Claimed claimed = mapping.of(token.getClaims(), officeDay.today());
    String issuer = Objects.requireNonNull(token.getClaimAsString("iss"));
    String subject = Objects.requireNonNull(token.getSubject());
    if (subject.length() > OpenIdSessions.LONGEST) {
      throw refused("SUBJECT_TOO_LONG", null);
    }
    FollowingClaims.Followed followed =
        followed(new FollowingClaims.Word(registration, issuer, subject), claimed);
    UUID account = followed.account();
    if (!followed.inOffice()) {
      lines.refused(account, "NO_OFFICE", SignInMeans.OPENID, ClientClass.PAGE);
      throw new NoOffice();
    }
    Authentication present = SecurityContextHolder.getContext().getAuthentication();
    if (anewSince != null
        && present != null
        && present.getPrincipal() instanceof SignedIn before
        && !before.account().equals(account)) {
      throw lines.refused(account, "ANOTHER_PERSON", SignInMeans.OPENID, ClientClass.PAGE);
    }
    Credential credential =
        people
            .byId(account)
            .flatMap(person -> credentials.of(person.userName()))
            .orElseThrow(
                () ->
                    lines.refused(account, "ACCOUNT_CLOSED", SignInMeans.OPENID, ClientClass.PAGE));
    if (!sessions.bind(session, issuer, subject, token.getClaimAsString("sid"))) {
      throw lines.refused(account, "SESSION_GONE", SignInMeans.OPENID, ClientClass.PAGE);
    }
    tell(account, registration, claimed);
    return UsernamePasswordAuthenticationToken.authenticated(
        SignedIn.of(credential, SignInMeans.OPENID, at), null, List.of());
  }

  /**
   * When the person said there who they are: no later than now, so that a session there that has
   * lasted a while is not taken for a fresh sign-in here.
   */
  private Instant signedInAt(OidcIdToken token, @Nullable Instant anewSince, Instant now) {
    Instant there = token.getAuthenticatedAt();
    if (there == null) {
      throw refused("NO_TIME_OF_SIGN_IN", null);
    }
    Instant since = anewSince == null ? now.minus(times.longest()) : anewSince;
    if (there.isBefore(since.minus(OpenIdTokens.SKEW))) {
      throw refused(anewSince == null ? "SIGN_IN_TOO_LONG_AGO" : "NOT_ANEW", null);
    }
    return there.isBefore(now) ? there : now;
  }

  private FollowingClaims.Followed followed(FollowingClaims.Word word, Claimed claimed) {
    Occasion occasion = new Occasion(Actor.SYSTEM, null, null, null, ClientClass.PAGE, policy.id());
    try {
      try {
        return claims.follow(word, claimed, occasion);
      } catch (DataIntegrityViolationException atOnce) {
        // Two first sign-ins of one person at once: the account is there now.
        return claims.follow(word, claimed, occasion);
      }
    } catch (ClaimsRefused refused) {
      Map<String, Object> said = new TreeMap<>();
      said.put("client", ClientClass.PAGE.name());
      said.put("means", SignInMeans.OPENID.name());
      said.put("provider", word.registration());
      if (!refused.rules().isEmpty()) {
        said.put("rules", refused.rules());
      }
      journal.appendAlone(
          JournalEntry.of(EventKind.SIGN_IN_REFUSED, occasion)
              .because(refused.reason().name())
              .after(said));
      AuthenticationException told =
          refused.reason() == ClaimsRefused.Reason.NO_OFFICE
              ? new NoOffice()
              : new BadCredentialsException("refused");
      told.initCause(refused);
      throw told;
    }
  }

  private void tell(UUID account, String registration, Claimed claimed) {
    Map<String, Object> said = new TreeMap<>();
    said.put("means", SignInMeans.OPENID.name());
    said.put("provider", registration);
    if (!claimed.notMapped().isEmpty()) {
      said.put("notMapped", claimed.notMapped());
    }
    journal.appendAlone(
        JournalEntry.of(EventKind.SIGNED_IN, lines.occasion(account, ClientClass.PAGE))
            .because(claimed.notMapped().isEmpty() ? null : "CLAIMS_NOT_MAPPED")
            .after(said));
  }

  /** Journals that nothing came of a return, and why as far as the journal names it. */
  AuthenticationException refused(OAuth2AuthenticationException said) {
    String code =
        Objects.requireNonNullElse(said.getError().getErrorCode(), "").toUpperCase(Locale.ROOT);
    return refused(NAMED.contains(code) ? code : "PROVIDER_REFUSED", said);
  }

  AuthenticationException refused(String reason, @Nullable Throwable cause) {
    BadCredentialsException refused =
        lines.refused(null, reason, SignInMeans.OPENID, ClientClass.PAGE);
    if (cause != null) {
      refused.initCause(cause);
    }
    return refused;
  }
}
