package org.glasnost.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

/** What is set for connections and sign-in is checked before anything starts. */
class TransportAtStartTest {

  @Test
  void takesWhatIsDelivered() throws IOException {
    assertThat(TransportAtStart.check(delivered())).isEmpty();
    assertThat(SignInAtStart.check(delivered())).isEmpty();
  }

  @Test
  void namesEachSettingThatIsWrong() throws IOException {
    for (String wrong :
        List.of(
            "glasnost.web.trusted-proxies=192.0.2.7, proxy.example.gov",
            "glasnost.web.limits.caller.per-second=0",
            "glasnost.web.limits.calls.elsewhere.burst=many",
            "glasnost.web.limits.sign-ins.private-network.per-second=-1",
            "glasnost.web.patience.head=soon",
            "glasnost.web.patience.body-grace=0s",
            "glasnost.web.patience.body-per-second=1.5",
            "server.forward-headers-strategy=framework",
            "server.forward-headers-strategy=native",
            "server.tomcat.remoteip.protocol-header=X-Forwarded-Proto",
            "server.ssl.enabled-protocols=TLSv1.1,TLSv1.2",
            "management.server.port=8081",
            "management.server.address=127.0.0.1")) {
      String[] set = wrong.split("=", 2);
      assertThat(TransportAtStart.check(delivered().withProperty(set[0], set[1])))
          .as(wrong)
          .singleElement()
          .asString()
          .startsWith(set[0].startsWith("management") ? "management.server.* is not" : set[0]);
    }
  }

  @Test
  void certificatesNeedOurOwnTlsAnAuthorityAndRevocationLists(@TempDir Path directory)
      throws IOException {
    MockEnvironment environment =
        delivered()
            .withProperty(
                "glasnost.sign-in",
                written(directory, "certificates:\n  name: SAN_UPN\n  domain: example.gov\n"));

    assertThat(SignInAtStart.check(environment))
        .hasSize(3)
        .anyMatch(reason -> reason.contains("server.ssl.client-auth"))
        .anyMatch(reason -> reason.contains("server.ssl.trust-store"))
        .anyMatch(reason -> reason.contains("glasnost.certificates.revocation-lists"));
    assertThat(
            SignInAtStart.check(
                environment
                    .withProperty("server.ssl.client-auth", "WANT")
                    .withProperty("server.ssl.trust-store", "trust.p12")
                    .withProperty("glasnost.certificates.revocation-lists", "one.crl, two.crl")))
        .isEmpty();
  }

  @Test
  void saysWhatIsWrongWithTheFileOfSignIn(@TempDir Path directory) throws IOException {
    for (String wrong :
        List.of(
            "certificates: true",
            "certificates:\n  domain: example.gov",
            "certificates:\n  name: SUBJECT",
            "certificates:\n  name: SAN_UPN\n  domain: '@example.gov'",
            "certificates:\n  name: SUBJECT_CN\n  domain: example.gov",
            "certificates:\n  name: SAN_UPN\n  prefix: x",
            "certificate:\n  name: SAN_UPN",
            "- certificates",
            "certificates: {",
            "certificates:\n  name: SAN_UPN\ncertificates:\n  name: SAN_EMAIL")) {
      assertThat(
              SignInAtStart.check(
                  delivered().withProperty("glasnost.sign-in", written(directory, wrong))))
          .as(wrong)
          .singleElement()
          .asString()
          .startsWith("How people sign in cannot be taken from ");
    }
    assertThat(
            SignInAtStart.check(
                delivered()
                    .withProperty("glasnost.sign-in", directory.resolve("absent").toString())))
        .singleElement()
        .asString()
        .startsWith("glasnost.sign-in names no file");
    assertThat(
            SignInAtStart.check(
                delivered()
                    .withProperty(
                        "glasnost.sign-in", written(directory, "openid:\n  issuer: x\n"))))
        .isEmpty();
  }

  private static String written(Path directory, String words) throws IOException {
    return Files.writeString(directory.resolve("sign-in.yaml"), words).toString();
  }

  private static MockEnvironment delivered() throws IOException {
    MockEnvironment environment = new MockEnvironment();
    new YamlPropertySourceLoader()
        .load("delivered", new ClassPathResource("application.yml"))
        .forEach(environment.getPropertySources()::addLast);
    return environment;
  }
}
