package org.glasnost.web.edge;

import org.glasnost.web.ProblemAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.preauth.x509.X509AuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;

/** Puts {@link SignInByCertificate} where Spring Security has the certificates of a chain. */
final class CertificateChain extends AbstractHttpConfigurer<CertificateChain, HttpSecurity> {

  CertificateChain() {}

  @Override
  public void configure(HttpSecurity http) {
    ApplicationContext context = http.getSharedObject(ApplicationContext.class);
    CertificateSignIn signIn = context.getBean(CertificateSignIn.class);
    if (!signIn.on()) {
      return;
    }
    SavedRequestAwareAuthenticationSuccessHandler onwards =
        new SavedRequestAwareAuthenticationSuccessHandler();
    RequestCache asked = shared(http, RequestCache.class);
    if (asked != null) {
      onwards.setRequestCache(asked);
    }
    http.addFilterAt(
        new SignInByCertificate(
            signIn,
            context.getBean(ProblemAnswers.class),
            shared(http, SessionAuthenticationStrategy.class),
            shared(http, SecurityContextRepository.class),
            onwards),
        X509AuthenticationFilter.class);
  }

  private static <T> @Nullable T shared(HttpSecurity http, Class<T> type) {
    return http.getSharedObject(type);
  }
}
