package org.glasnost.web.edge;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/**
 * Lets a handshake end whatever certificate the caller shows, so that a certificate that opens
 * nothing is refused in words by {@link CertificateSignIn}, which judges each one. That the caller
 * has its key was proved in the handshake; nothing else looks at it.
 *
 * <p>Names no authorities: browsers offer every certificate that they have.
 */
public final class AnyCertificate implements X509TrustManager {

  /** For Tomcat. */
  public AnyCertificate() {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String algorithm) {}

  /** Never asked of a server's end. */
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String algorithm) {
    throw new UnsupportedOperationException("this trusts callers for a moment, never servers");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
