package org.glasnost.web.transport;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts before the application what is asked of every connection. */
@Component
class Transport implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  /** TLS 1.3 where both ends know it, 1.2 else, nothing older (NIST SP 800-52 Rev. 2). */
  private static final String VERSIONS = "+TLSv1.3+TLSv1.2";

  private final TransportSettings settings;
  private final JsonMapper json;

  Transport(Environment environment, JsonMapper json) {
    this.settings = TransportSettings.of(environment);
    this.json = json;
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    if (!settings.trustedProxies().isEmpty()) {
      server.addEngineValves(TrustedProxies.valve(settings.trustedProxies()));
    }
    server.addEngineValves(
        new SecureTransport(json),
        new SlowBodies(json, settings.bodyGrace(), settings.bodyPerSecond()));
    server.setProtocol(HeadsInTime.class.getName());
    server.addConnectorCustomizers(
        connector -> {
          if (connector.getProtocolHandler() instanceof HeadsInTime heads) {
            heads.within(settings.head());
          }
          if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            for (SSLHostConfig host : http.findSslHostConfigs()) {
              host.setProtocols(VERSIONS);
            }
          }
        });
  }
}
