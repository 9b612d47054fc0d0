package org.glasnost.web.edge;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.glasnost.audit.Journal;
import org.glasnost.authority.Credentials;
import org.glasnost.authority.People;
import org.glasnost.policy.PolicyRelease;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.WebServerSslBundle;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What certificates are judged by: the trust store of the server's TLS, and the lists of files. */
@Configuration(proxyBeanMethods = false)
class CertificateWiring {

  CertificateWiring() {}

  @Bean
  CertificateSignIn certificateSignIn(
      CertificateRules rules,
      ServerProperties server,
      ObjectProvider<SslBundles> bundles,
      @Value("${glasnost.certificates.revocation-lists}") List<String> revocationLists,
      Credentials credentials,
      People people,
      Journal journal,
      PolicyRelease policy,
      Clock clock)
      throws KeyStoreException {
    Set<TrustAnchor> authorities =
        rules.on() ? authorities(server.getSsl(), bundles.getIfAvailable()) : Set.of();
    return new CertificateSignIn(
        rules,
        new ClientCertificates(
            authorities,
            new RevocationLists(revocationLists.stream().map(String::strip).map(Path::of).toList()),
            clock),
        credentials,
        people,
        journal,
        policy,
        clock);
  }

  /** Only where certificates are judged by us may the handshake leave it to us. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> handshakes(CertificateRules rules) {
    return server -> {
      if (rules.on()) {
        server.addConnectorCustomizers(
            connector -> {
              if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                for (SSLHostConfig host : http.findSslHostConfigs()) {
                  host.setTrustManagerClassName(AnyCertificate.class.getName());
                }
              }
            });
      }
    };
  }

  private static Set<TrustAnchor> authorities(@Nullable Ssl ssl, @Nullable SslBundles bundles)
      throws KeyStoreException {
    Set<TrustAnchor> authorities = new HashSet<>();
    KeyStore trusted =
        ssl == null ? null : WebServerSslBundle.get(ssl, bundles).getStores().getTrustStore();
    if (trusted != null) {
      for (String alias : Collections.list(trusted.aliases())) {
        if (trusted.isCertificateEntry(alias)
            && trusted.getCertificate(alias) instanceof X509Certificate authority) {
          authorities.add(new TrustAnchor(authority, null));
        }
      }
    }
    return authorities;
  }
}
