package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.glasnost.fixtures.Authority;
import org.glasnost.fixtures.Authority.Held;
import org.glasnost.fixtures.Authority.Wanted;
import org.glasnost.fixtures.Databases;
import org.glasnost.journey.ClientHello.Answer;
import org.glasnost.journey.FurtherAccounts.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Production with TLS of its own, and people and programs who sign in by certificate. */
class CertificateSignInIT {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String HSTS = "Strict-Transport-Security";
  private static final List<Person> PEOPLE =
      List.of(
          new Person("auditor", "AUDITOR", "NARA", "SECRET"),
          new Person("intake.nara", "INTAKE_OFFICER", "NARA", "SECRET"),
          new Person("leaving.nara", "INTAKE_OFFICER", "NARA", "SECRET"));

  /** A file changes with each writing, however coarse the clock of the file system is. */
  private static final AtomicLong WRITTEN = new AtomicLong(1_700_000_000_000L);

  @TempDir static Path directory;
  private static Authority root;
  private static Authority issuing;
  private static String url;
  private static String address;
  private static GlasnostProcess glasnost;
  private static Held revoked;

  @BeforeAll
  static void start() throws Exception {
    root = Authority.root("Notional Root");
    issuing = root.below("Notional Issuing");
    revoked = issuing.issue(Wanted.of("intake.nara@example.gov"));
    listsAreInDate();
    Held server =
        issuing.issue(
            Wanted.of("server")
                .names(new GeneralName(GeneralName.iPAddress, "127.0.0.1"))
                .forPurposes(KeyPurposeId.id_kp_serverAuth));
    url = Databases.POSTGRESQL.emptyUrl(directory);
    Map<String, String> settings = InProduction.settings(directory, url);
    settings.put(
        "server.ssl.key-store",
        Authority.write(server.store(), directory.resolve("server.p12")).toString());
    settings.put("server.ssl.key-store-password", Authority.PASSWORD);
    settings.put("server.ssl.client-auth", "want");
    settings.put(
        "server.ssl.trust-store",
        Authority.write(Authority.trusting(root), directory.resolve("trust.p12")).toString());
    settings.put("server.ssl.trust-store-password", Authority.PASSWORD);
    settings.put("glasnost.certificates.revocation-lists", list("root") + "," + list("issuing"));
    settings.put(
        "glasnost.sign-in",
        Files.writeString(
                directory.resolve("sign-in.yaml"),
                "certificates:\n  name: SAN_UPN\n  domain: example.gov\n")
            .toString());
    glasnost = GlasnostProcess.start(directory, settings);
    address = "https://127.0.0.1:" + glasnost.port();
    glasnost.awaitReady(nobody());
    InProduction.run(url, FurtherAccounts.sql(PEOPLE));
  }

  @AfterAll
  static void stop() {
    glasnost.close();
  }

  @Test
  void everyAnswerOverTlsAsksForTlsForAYearAndSessionsAreForTlsAlone() throws Exception {
    Caller auditor = auditor();
    for (String path :
        List.of("/api/me", "/api/nowhere", "/login", "/css/glasnost.css", "/engine-rest/task")) {
      assertThat(auditor.get(path).raw().headers().allValues(HSTS))
          .as(path)
          .containsExactly("max-age=31536000; includeSubDomains");
    }
    assertThat(nobody().get("/login", "text/html").raw().headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-glasnost=")
                    .contains("Secure", "HttpOnly", "SameSite=Lax"));
  }

  @Test
  void bothVersionsOfTlsAreSpokenAndPlainHttpIsNot() throws Exception {
    for (String version : List.of("TLSv1.2", "TLSv1.3")) {
      SSLParameters alone = new SSLParameters();
      alone.setProtocols(new String[] {version});
      HttpClient client =
          HttpClient.newBuilder().sslContext(context(null)).sslParameters(alone).build();
      Caller.Answer health = Caller.nobody(address).over(client).get("/actuator/health");
      assertThat(health.status()).isEqualTo(200);
      assertThat(health.raw().sslSession().orElseThrow().getProtocol()).isEqualTo(version);
    }
    try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), glasnost.port())) {
      plain
          .getOutputStream()
          .write(
              "GET /login HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(plain.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Set-Cookie", "_csrf", HSTS);
    }
  }

  @Test
  void olderVersionsOfTlsAndWeakSuitesAreRefused() throws Exception {
    // ECDHE with AES in GCM, by a certificate of RSA or of an elliptic curve.
    List<Integer> strong = List.of(0xC02F, 0xC02B, 0xC030, 0xC02C);
    assertThat(new ClientHello(0x0303, strong).to(glasnost.port())).isEqualTo(Answer.TAKEN);

    List<Integer> ofOld = List.of(0xC013, 0xC014, 0xC009, 0xC00A, 0x002F, 0x0035);
    for (int version : List.of(0x0300, 0x0301, 0x0302)) {
      assertThat(new ClientHello(version, ofOld).to(glasnost.port()))
          .as("TLS 1.%d", version - 0x0301)
          .isIn(Answer.PROTOCOL_VERSION, Answer.HANDSHAKE_FAILURE, Answer.CLOSED);
    }
    Map<String, List<Integer>> weak =
        Map.of(
            "without encryption", List.of(0x0001, 0x0002, 0x003B, 0xC006, 0xC010, 0xC015),
            "without a certificate", List.of(0x0018, 0x0034, 0x006C, 0x00A6, 0xC018, 0xC019),
            "of export", List.of(0x0003, 0x0008, 0x0014, 0x0017),
            "RC4", List.of(0x0004, 0x0005, 0xC007, 0xC011),
            "DES", List.of(0x0009, 0x0015, 0x001A),
            "3DES", List.of(0x000A, 0x0016, 0xC008, 0xC012));
    for (Map.Entry<String, List<Integer>> each : weak.entrySet()) {
      assertThat(new ClientHello(0x0303, each.getValue()).to(glasnost.port()))
          .as(each.getKey())
          .isIn(Answer.HANDSHAKE_FAILURE, Answer.INSUFFICIENT_SECURITY);
    }
  }

  @Test
  void aProgramWithACertificateCallsAsItsAccountAndOpensNoSession() throws Exception {
    int before = events("SIGNED_IN").size();
    Caller program = by(issuing.issue(Wanted.of("intake.nara@EXAMPLE.gov")));
    Caller.Answer me = program.get("/api/me");

    assertThat(me.status()).as(me.body()).isEqualTo(200);
    assertThat(me.json().path("name").asString()).isEqualTo("intake.nara");
    assertThat(me.header("Set-Cookie")).isNull();
    assertThat(
            program
                .post(
                    "/api/documents", Map.of("title", "Notional", "text", "SECRET\n\nNotional.\n"))
                .status())
        .isEqualTo(201);
    assertThat(program.get("/api/journal/events").status())
        .as("no right comes with it")
        .isEqualTo(403);
    assertThat(events("SIGNED_IN")).as("once a minute").hasSize(before + 1);
  }

  @Test
  void whatOpensNothingIsRefusedInTheSameWordsAndTheJournalSaysWhy() throws Exception {
    Wanted good = Wanted.of("intake.nara@example.gov");
    Authority other = Authority.root("Notional Root").below("Notional Issuing");
    String words = refused(revoked, "CERTIFICATE_REVOKED");
    Map<Held, String> wrong =
        Map.of(
            issuing.issue(good.until(Instant.now().minusSeconds(3600))),
            "CERTIFICATE_NOT_VALID",
            issuing.issue(good.forPurposes(KeyPurposeId.id_kp_serverAuth)),
            "CERTIFICATE_NOT_VALID",
            issuing.issue(good.forPurposes()),
            "CERTIFICATE_NOT_VALID",
            other.issue(good),
            "CERTIFICATE_NOT_VALID",
            issuing.issue(Wanted.of("nobody@example.gov")),
            "UNKNOWN_ACCOUNT",
            issuing.issue(Wanted.of("intake.nara@example.org")),
            "UNKNOWN_ACCOUNT",
            issuing.issue(Wanted.of("intake.nara")),
            "UNKNOWN_ACCOUNT",
            issuing.issue(Wanted.of("INTAKE.NARA@example.gov")),
            "UNKNOWN_ACCOUNT",
            issuing.issue(
                good.names(
                    Authority.upn("intake.nara@example.gov"),
                    Authority.upn("auditor@example.gov"))),
            "UNKNOWN_ACCOUNT");
    for (Map.Entry<Held, String> one : wrong.entrySet()) {
      assertThat(refused(one.getKey(), one.getValue())).isEqualTo(words);
    }
    Held below = issuing.issue(good);
    assertThat(refused(below.with(below.chain().subList(0, 1)), "CERTIFICATE_NOT_VALID"))
        .isEqualTo(words);
  }

  @Test
  void withoutRevocationListsInDateNobodyIsLetInUntilTheyAreThereAgain() throws Exception {
    Held good = issuing.issue(Wanted.of("intake.nara@example.gov"));
    Instant before = Instant.now().minus(Duration.ofDays(2));
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    Instant later = Instant.now().plus(Duration.ofDays(1));
    try {
      written("issuing", issuing.revoking(null, before, yesterday));
      refused(good, "REVOCATION_UNKNOWN");
      written("issuing", issuing.revoking(root, before, later));
      refused(good, "REVOCATION_UNKNOWN");
      written("issuing", "no list".getBytes(StandardCharsets.US_ASCII));
      refused(good, "REVOCATION_UNKNOWN");
      Files.delete(list("issuing"));
      refused(good, "REVOCATION_UNKNOWN");
      listsAreInDate();
      assertThat(by(good).get("/api/me").status()).isEqualTo(200);
      written("root", root.revoking(issuing.certificate()));
      refused(good, "CERTIFICATE_REVOKED");
      written("root", root.revoking(null, before, yesterday));
      refused(good, "REVOCATION_UNKNOWN");
    } finally {
      listsAreInDate();
    }
    assertThat(by(good).get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void aPersonSignsInByTheFormAndTheSessionEndsWithTheAccount() throws Exception {
    Held held = issuing.issue(Wanted.of("leaving.nara@example.gov"));
    Caller person = by(held);
    Caller.Answer page = person.get("/login", "text/html");
    assertThat(page.body()).contains("Sign in with a certificate (PIV/CAC)");

    Caller.Answer without = signIn(nobody());
    assertThat(without.status()).isEqualTo(401);
    assertThat(without.body()).contains("opens no account here");
    Caller.Answer opened = signIn(person);
    assertThat(opened.status()).as(opened.body()).isEqualTo(302);
    String session = cookies(opened);

    Caller inSession = nobody().with("Cookie", session);
    assertThat(inSession.get("/api/me").json().path("name").asString()).isEqualTo("leaving.nara");
    InProduction.run(url, "update account set closed_at = now() where user_name = 'leaving.nara'");
    assertThat(inSession.get("/api/me").status()).isEqualTo(401);
    refused(held, "UNKNOWN_ACCOUNT");
  }

  @Test
  void whatABrowserSendsForAnotherSiteOrAProxyTellsIsNoCertificate() throws Exception {
    Held held = issuing.issue(Wanted.of("intake.nara@example.gov"));
    for (String[] browser :
        List.of(
            new String[] {"Sec-Fetch-Site", "cross-site"},
            new String[] {"Sec-Fetch-Site", "same-origin"},
            new String[] {"Origin", "https://elsewhere.example"})) {
      assertThat(by(held).with(browser).get("/api/me").status()).isEqualTo(401);
    }
    Caller.Answer noToken =
        by(held).send(by(held).request("/login/certificate").POST(BodyPublishers.noBody()));
    assertThat(noToken.status()).isIn(401, 403);

    String told = java.util.Base64.getEncoder().encodeToString(held.certificate().getEncoded());
    Caller.Answer byHeader =
        nobody()
            .with("X-Client-Cert", told, "X-SSL-Client-Cert", told, "Client-Cert", ":" + told + ":")
            .get("/api/me");
    assertThat(byHeader.status()).isEqualTo(401);
  }

  private static Caller.Answer signIn(Caller person) {
    Caller.Answer page = person.get("/login", "text/html");
    Matcher csrf = CSRF.matcher(page.body());
    assertThat(csrf.find()).as("a form with a token").isTrue();
    return person.send(
        person
            .request("/login/certificate")
            .header("Cookie", cookies(page))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("_csrf=" + csrf.group(1))));
  }

  private static String cookies(Caller.Answer answer) {
    return answer.raw().headers().allValues("Set-Cookie").stream()
        .map(set -> set.substring(0, set.indexOf(';')))
        .collect(Collectors.joining("; "));
  }

  /** The words of the refusal, of which the journal has the reason. */
  private static String refused(Held held, String reason) throws Exception {
    Caller.Answer answer = by(held).get("/api/me");
    assertThat(answer.status()).as(reason).isEqualTo(401);
    assertThat(answer.rules()).containsExactly("WEB-0310");
    List<JsonNode> events = events("SIGN_IN_REFUSED");
    assertThat(events.get(events.size() - 1).path("reasonCode").asString()).isEqualTo(reason);
    return answer.body();
  }

  private static List<JsonNode> events(String kind) throws Exception {
    return auditor()
        .get("/api/journal/events?limit=200&kind=" + kind)
        .json()
        .path("items")
        .valueStream()
        .toList();
  }

  private static Caller auditor() throws Exception {
    return new Caller(address, "auditor", "auditor").over(client(null));
  }

  private static Caller nobody() throws Exception {
    return Caller.nobody(address).over(client(null));
  }

  private static Caller by(Held held) throws Exception {
    return Caller.nobody(address).over(client(held));
  }

  private static HttpClient client(@Nullable Held held) throws Exception {
    return HttpClient.newBuilder().sslContext(context(held)).build();
  }

  private static SSLContext context(@Nullable Held held) throws Exception {
    KeyStore trusted = Authority.trusting(root);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    KeyManager[] keys = null;
    if (held != null) {
      KeyManagerFactory own = KeyManagerFactory.getInstance("SunX509");
      own.init(held.store(), Authority.PASSWORD.toCharArray());
      keys = own.getKeyManagers();
    }
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trust.getTrustManagers(), null);
    return context;
  }

  private static void listsAreInDate() throws Exception {
    written("root", root.revoking());
    written("issuing", issuing.revoking(revoked.certificate()));
  }

  private static void written(String name, byte[] bytes) throws Exception {
    Files.write(list(name), bytes);
    Files.setLastModifiedTime(list(name), FileTime.fromMillis(WRITTEN.addAndGet(1000)));
  }

  private static Path list(String name) {
    return directory.resolve(name + ".crl");
  }
}
