package org.glasnost.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.rule.Finding;
import org.glasnost.web.Problem;
import org.glasnost.web.ProblemAnswers;
import org.glasnost.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in by {@link CertificateSignIn}: programs by the certificate of each call, people by {@code
 * POST /login/certificate}, which opens a session.
 *
 * <p>A browser shows its certificate with every request, also with one that another site made it
 * send. So nothing that comes from a browser is let in by it but that form, which bears our token.
 */
final class SignInByCertificate extends OncePerRequestFilter {
  static final String SIGN_IN = "/login/certificate";

  /** The same in every case: what is wrong with it is for the journal. */
  private static final String REFUSED =
      "The certificate of this connection opens no account here, or there is none.";

  private static final Finding OPENS_NOTHING = Finding.error("WEB-0310", REFUSED);

  private final CertificateSignIn signIn;
  private final ProblemAnswers answers;
  private final @Nullable SessionAuthenticationStrategy sessions;
  private final @Nullable SecurityContextRepository contexts;
  private final AuthenticationSuccessHandler onwards;

  SignInByCertificate(
      CertificateSignIn signIn,
      ProblemAnswers answers,
      @Nullable SessionAuthenticationStrategy sessions,
      @Nullable SecurityContextRepository contexts,
      AuthenticationSuccessHandler onwards) {
    this.signIn = signIn;
    this.answers = answers;
    this.sessions = sessions;
    this.contexts = contexts;
    this.onwards = onwards;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    List<X509Certificate> certificates = CertificateSignIn.ofConnection(request);
    if (isForm(request)) {
      openSession(certificates, request, response);
    } else if (!certificates.isEmpty() && isProgram(request) && !isKnown()) {
      let(certificates, request, response, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void let(
      List<X509Certificate> certificates,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    try {
      known(certificates, ClientClass.PROGRAM);
    } catch (AuthenticationException refused) {
      refuse(request, response);
      return;
    }
    chain.doFilter(request, response);
  }

  private void openSession(
      List<X509Certificate> certificates, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (certificates.isEmpty() || sessions == null || contexts == null) {
      refuse(request, response);
      return;
    }
    try {
      Authentication known = known(certificates, ClientClass.PAGE);
      sessions.onAuthentication(known, request, response);
      contexts.saveContext(SecurityContextHolder.getContext(), request, response);
      onwards.onAuthenticationSuccess(request, response, known);
    } catch (AuthenticationException refused) {
      refuse(request, response);
    }
  }

  /** The answer bears no authorities: rights are read from the record at each request. */
  private Authentication known(List<X509Certificate> certificates, ClientClass client) {
    SignedIn signedIn = signIn.signIn(certificates, client);
    Authentication known =
        UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(known);
    SecurityContextHolder.setContext(context);
    return known;
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    SecurityContextHolder.clearContext();
    answers.send(
        request,
        response,
        Problem.of(
            HttpStatus.UNAUTHORIZED, REFUSED, request.getRequestURI(), List.of(OPENS_NOTHING)));
  }

  private static boolean isForm(HttpServletRequest request) {
    return request.getMethod().equals("POST") && request.getRequestURI().equals(SIGN_IN);
  }

  /** A call of the API that says nobody else's name, and that no browser sent. */
  private static boolean isProgram(HttpServletRequest request) {
    String path = request.getRequestURI();
    return (path.startsWith("/api/") || path.startsWith("/actuator/"))
        && !SessionsAndTokens.bearsAuthorization(request)
        && request.getHeader("Origin") == null
        && request.getHeader("Sec-Fetch-Site") == null;
  }

  private static boolean isKnown() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.isAuthenticated();
  }
}
