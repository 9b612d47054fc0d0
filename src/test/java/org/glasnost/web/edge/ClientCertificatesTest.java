package org.glasnost.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.TrustAnchor;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.glasnost.fixtures.Authority;
import org.glasnost.fixtures.Authority.Held;
import org.glasnost.fixtures.Authority.Wanted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a certificate is judged, without a connection. */
class ClientCertificatesTest {

  @Test
  void aCertificateIsGoodWhileTheListsOfItsAuthoritiesAreThereAndDoNotHaveIt(
      @TempDir Path directory) throws Exception {
    Authority root = Authority.root("Notional Root");
    Authority issuing = root.below("Notional Issuing");
    Held held = issuing.issue(Wanted.of("somebody@example.gov"));
    Path first = Files.write(directory.resolve("root.crl"), root.revoking());
    Path second = Files.write(directory.resolve("issuing.crl"), issuing.revoking());
    Set<TrustAnchor> trusted = Set.of(new TrustAnchor(root.certificate(), null));

    assertThat(judge(trusted, List.of(first, second), held)).isNull();
    assertThat(judge(trusted, List.of(first), held))
        .isEqualTo(CertificateRefusal.REVOCATION_UNKNOWN);
    assertThat(judge(trusted, List.of(second), held))
        .isEqualTo(CertificateRefusal.REVOCATION_UNKNOWN);
    assertThat(judge(Set.of(), List.of(first, second), held))
        .isEqualTo(CertificateRefusal.CERTIFICATE_NOT_VALID);
    assertThat(
            judge(Set.of(new TrustAnchor(held.certificate(), null)), List.of(first, second), held))
        .as("somebody's own certificate is no authority")
        .isEqualTo(CertificateRefusal.CERTIFICATE_NOT_VALID);
  }

  private static @Nullable CertificateRefusal judge(
      Set<TrustAnchor> trusted, List<Path> lists, Held held) {
    return new ClientCertificates(trusted, new RevocationLists(lists), Clock.systemUTC())
        .judge(held.chain());
  }
}
