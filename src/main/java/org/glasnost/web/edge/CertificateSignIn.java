package org.glasnost.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.authority.Credential;
import org.glasnost.authority.Credentials;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.policy.PolicyRelease;
import org.glasnost.web.SignInMeans;
import org.glasnost.web.SignedIn;
import org.glasnost.web.transport.SecureTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/**
 * Signs in by the client certificate of a TLS connection (PIV, CAC), and journals the outcome. Why
 * a certificate is refused stands in the journal; the caller learns only that it is.
 *
 * <p>A certificate gives no right: it opens an account that two officers opened before, while that
 * is open, and is bound to the account's credential as a password is.
 */
public class CertificateSignIn {
  private static final String OF_THE_CONNECTION = "jakarta.servlet.request.X509Certificate";
  private static final Duration REMEMBERED = Duration.ofSeconds(60);
  private static final int PRUNED_AT = 1000;

  private final CertificateRules rules;
  private final ClientCertificates certificates;
  private final Credentials credentials;
  private final People people;
  private final Journal journal;
  private final PolicyRelease policy;
  private final Clock clock;

  /** Which sign-ins of programs the journal has already, by certificate and seal. */
  private final ConcurrentHashMap<String, Instant> journalled = new ConcurrentHashMap<>();

  CertificateSignIn(
      CertificateRules rules,
      ClientCertificates certificates,
      Credentials credentials,
      People people,
      Journal journal,
      PolicyRelease policy,
      Clock clock) {
    this.rules = rules;
    this.certificates = certificates;
    this.credentials = credentials;
    this.people = people;
    this.journal = journal;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Has a security chain take certificates: of each call where programs call, at {@code POST
   * /login/certificate} for people. Does nothing where certificates are off.
   */
  public static HttpSecurity install(HttpSecurity http) {
    return http.with(new CertificateChain(), chain -> {});
  }

  /** Whether certificates open anything in this installation. */
  public boolean on() {
    return rules.on();
  }

  /**
   * The chain that the caller of a request has proved to have the key of; empty where there is
   * none. Never one that a proxy tells of, and never a proxy's own.
   */
  static List<X509Certificate> ofConnection(HttpServletRequest request) {
    return request.getAttribute(OF_THE_CONNECTION) instanceof X509Certificate[] chain
            && chain.length > 0
            && !SecureTransport.isByProxy(request)
        ? List.of(chain)
        : List.of();
  }

  /**
   * Signs in.
   *
   * @param chain as the TLS connection has it, the caller's own certificate first
   * @param client a program's sign-in is journalled once a minute, a person's each time
   * @throws BadCredentialsException if the certificate opens nothing
   */
  public SignedIn signIn(List<X509Certificate> chain, ClientClass client) {
    X509Certificate own = chain.get(0);
    Credential credential = rules.userName(own).flatMap(credentials::of).orElse(null);
    CertificateRefusal refusal = certificates.judge(chain);
    if (refusal != null) {
      // What it names is not to be believed, except that somebody tried to be them.
      throw refused(credential, refusal, own, client);
    }
    if (credential == null) {
      throw refused(null, CertificateRefusal.UNKNOWN_ACCOUNT, own, client);
    }
    if (client == ClientClass.PAGE || isNews(own, credential)) {
      journal.appendAlone(
          JournalEntry.of(EventKind.SIGNED_IN, occasion(actor(credential), client))
              .after(
                  Map.of(
                      "means", SignInMeans.CERTIFICATE.name(), "certificate", fingerprint(own))));
    }
    return SignedIn.of(credential, SignInMeans.CERTIFICATE, clock.instant());
  }

  private boolean isNews(X509Certificate own, Credential credential) {
    Instant now = clock.instant();
    if (journalled.size() > PRUNED_AT) {
      journalled.values().removeIf(until -> !now.isBefore(until));
    }
    boolean[] news = {false};
    journalled.compute(
        fingerprint(own) + credential.seal(),
        (sign, until) -> {
          news[0] = until == null || !now.isBefore(until);
          return news[0] || until == null ? now.plus(REMEMBERED) : until;
        });
    return news[0];
  }

  private BadCredentialsException refused(
      @Nullable Credential named,
      CertificateRefusal refusal,
      X509Certificate own,
      ClientClass client) {
    journal.appendAlone(
        JournalEntry.of(
                EventKind.SIGN_IN_REFUSED,
                occasion(named == null ? Actor.SYSTEM : actor(named), client))
            .because(refusal.name())
            .after(
                Map.of(
                    "client",
                    client.name(),
                    "means",
                    SignInMeans.CERTIFICATE.name(),
                    "certificate",
                    fingerprint(own))));
    return new BadCredentialsException("refused");
  }

  private Actor actor(Credential credential) {
    Optional<Person> person = people.byId(credential.account());
    return person.map(Person::actor).orElse(new Actor(credential.account(), "none"));
  }

  private Occasion occasion(Actor actor, ClientClass client) {
    return new Occasion(actor, null, null, null, client, policy.id());
  }

  /** Tells certificates apart in the journal without the names in them. */
  private static String fingerprint(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has bytes", e);
    }
  }
}
