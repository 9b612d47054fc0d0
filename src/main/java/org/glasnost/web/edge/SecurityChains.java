package org.glasnost.web.edge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.authority.Role;
import org.glasnost.rule.Finding;
import org.glasnost.web.Callers;
import org.glasnost.web.Problem;
import org.glasnost.web.ProblemAnswers;
import org.glasnost.web.RefusalLines;
import org.glasnost.web.SignedIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Who is let in, on three ways: Camunda Modeler by Basic or a token; programs likewise, and pages'
 * scripts by their session; people by the sign-in page.
 */
@Configuration(proxyBeanMethods = false)
public class SecurityChains {
  static final String CONTENT_SECURITY =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self';"
          + " form-action 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";
  private static final String SIGN_IN = "/login";
  private static final String ANOTHER_SESSION =
      "The session's token is missing, or it is that of an earlier session. Nothing was done: load the"
          + " page anew and send it again.";
  private static final String FORGEABLE =
      "This call may come from a page that is not ours: it bears a foreign Origin, or a session"
          + " without its token. Nothing was done. A program sends Authorization and no Origin.";
  private static final Finding NOT_OURS = Finding.error("WEB-0022", FORGEABLE);
  private static final String CHOOSE = "/password";
  private static final Set<String> CHOOSING = Set.of(CHOOSE, "/api/me/password", "/logout");
  private static final Finding TO_CHOOSE =
      Finding.error(
          "ACC-0017",
          "Officers issued this password. Choose one of your own first, on the page /password or by"
              + " POST /api/me/password.");
  private static final Finding OF_OTHERS =
      Finding.error("WEB-0023", "Only an administrator sees how the installation is doing.");
  private static final Finding TOKEN = Finding.error("WEB-0021", ANOTHER_SESSION);

  private final Callers callers;
  private final ProblemAnswers answers;
  private final PasswordSignIn signIn;
  private final TokenSignIn tokens;
  private final SignInLines lines;
  private final SessionStatus status;
  private final RefusalLines refusals;
  private final RepeatedCalls repeated;
  private final OpenIdSignIn openId;
  private final long mostBody;

  /** For Spring. */
  SecurityChains(
      Callers callers,
      ProblemAnswers answers,
      PasswordSignIn signIn,
      TokenSignIn tokens,
      SignInLines lines,
      SessionStatus status,
      RefusalLines refusals,
      RepeatedCalls repeated,
      OpenIdSignIn openId,
      @Value("${glasnost.web.max-body}") long mostBody) {
    this.callers = callers;
    this.answers = answers;
    this.signIn = signIn;
    this.tokens = tokens;
    this.lines = lines;
    this.status = status;
    this.refusals = refusals;
    this.repeated = repeated;
    this.openId = openId;
    this.mostBody = mostBody;
  }

  /** Camunda Modeler: never by the session's cookie. */
  @Bean
  @Order(1)
  SecurityFilterChain modeler(
      HttpSecurity http, @Value("${glasnost.web.modeler-origins}") List<String> origins)
      throws Exception {
    CorsConfiguration cors = new CorsConfiguration();
    cors.setAllowedOrigins(origins);
    cors.setAllowedMethods(List.of("GET", "POST"));
    cors.setAllowedHeaders(List.of("Authorization", "Content-Type", "Accept"));
    cors.setAllowCredentials(false);
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/engine-rest/**", cors);
    CorsFilter origin = new CorsFilter(source);
    origin.setCorsProcessor(new ModelerOrigins(answers));
    guarded(http.securityMatcher("/engine-rest", "/engine-rest/**"))
        .addFilter(origin)
        .csrf(AbstractHttpConfigurer::disable)
        .securityContext(
            c -> c.securityContextRepository(new RequestAttributeSecurityContextRepository()))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authenticationManager(new SignInByPassword(signIn, ClientClass.PROGRAM))
        .httpBasic(basic -> basic.authenticationEntryPoint(notSignedIn()))
        .addFilterBefore(tokens.filter(), BasicAuthenticationFilter.class)
        .authorizeHttpRequests(
            a ->
                a.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .anyRequest()
                    .access(known()));
    return http.build();
  }

  /** Programs, and the scripts of our own pages. */
  @Bean
  @Order(2)
  SecurityFilterChain programs(HttpSecurity http) throws Exception {
    guarded(http.securityMatcher("/api", "/api/**", "/actuator", "/actuator/**"))
        .csrf(
            c ->
                c.requireCsrfProtectionMatcher(new ForgeableRequests())
                    .csrfTokenRepository(new SessionsAndTokens.SessionCsrfTokens()))
        .securityContext(c -> c.securityContextRepository(new SessionsAndTokens()))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .requestCache(AbstractHttpConfigurer::disable)
        .authenticationManager(new SignInByPassword(signIn, ClientClass.PROGRAM))
        .httpBasic(basic -> basic.authenticationEntryPoint(notSignedIn()))
        .addFilterBefore(tokens.filter(), BasicAuthenticationFilter.class)
        .addFilterAfter(new BodyLimit(answers, refusals, mostBody), AuthorizationFilter.class)
        .addFilterAfter(new IdempotencyFilter(repeated, answers, refusals), BodyLimit.class)
        .authorizeHttpRequests(
            a ->
                a.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(
                        "/actuator/health", "/actuator/health/**", "/api/openapi", "/api/docs")
                    .permitAll()
                    .requestMatchers("/actuator", "/actuator/**")
                    .access(knownAs(Role.ADMINISTRATOR))
                    .anyRequest()
                    .access(known()));
    return http.build();
  }

  /** People. */
  @Bean
  @Order(3)
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    HttpSessionRequestCache asked = new HttpSessionRequestCache();
    asked.setRequestMatcher(SecurityChains::pageAskedFor);
    guarded(http)
        .addFilterAfter(status.filter(), HeaderWriterFilter.class)
        .addFilterBefore(new SignInByFormAlone(SIGN_IN, answers), CsrfFilter.class)
        .requestCache(c -> c.requestCache(asked))
        .authenticationManager(new SignInByPassword(signIn, ClientClass.PAGE))
        .formLogin(form -> form.loginPage(SIGN_IN).failureUrl("/login?refused").permitAll())
        .logout(
            out ->
                out.logoutUrl("/logout")
                    .addLogoutHandler(
                        (request, response, authentication) -> {
                          if (authentication != null
                              && authentication.getPrincipal() instanceof SignedIn signedIn) {
                            lines.signedOut(signedIn, "HERE");
                          }
                        })
                    .logoutSuccessUrl("/login?out"))
        .addFilterAfter(new BodyLimit(answers, refusals, mostBody), AuthorizationFilter.class)
        .addFilterAfter(new IdempotencyFilter(repeated, answers, refusals), BodyLimit.class)
        .authorizeHttpRequests(
            a ->
                a.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(
                        SIGN_IN,
                        "/css/**",
                        "/js/**",
                        "/vendor/**",
                        "/favicon.svg",
                        "/setup",
                        "/error")
                    .permitAll()
                    .anyRequest()
                    .access(known()));
    return openId.on(http).build();
  }

  /** What all three share: headers, and how refusals are answered. */
  private HttpSecurity guarded(HttpSecurity http) {
    return CertificateSignIn.install(http)
        .headers(
            h ->
                h.contentSecurityPolicy(c -> c.policyDirectives(openId.allowing(CONTENT_SECURITY)))
                    .frameOptions(f -> f.deny())
                    .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
                    .crossOriginOpenerPolicy(o -> o.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                    .crossOriginResourcePolicy(o -> o.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(
                        p -> p.policy("camera=(), microphone=(), geolocation=(), payment=()")))
        .exceptionHandling(
            e ->
                e.accessDeniedHandler(denied())
                    .defaultAuthenticationEntryPointFor(
                        notSignedIn(), request -> !isPage(request)));
  }

  private AuthenticationEntryPoint notSignedIn() {
    return (request, response, exception) -> {
      if (request.getHeader("HX-Request") != null) {
        // The part of a page that a script asks for: the whole page goes to the sign-in.
        response.setHeader("HX-Redirect", SIGN_IN);
      }
      answers.send(request, response, HttpStatus.UNAUTHORIZED);
    };
  }

  private AccessDeniedHandler denied() {
    return (request, response, exception) -> {
      if (exception instanceof CsrfException
          && !ProblemAnswers.forPrograms(request.getRequestURI())) {
        // A page's form without its session, or with another one's token: nobody was refused a
        // right.
        boolean signedIn = signedIn();
        answers.send(
            request,
            response,
            signedIn
                ? Problem.of(
                    HttpStatus.FORBIDDEN, ANOTHER_SESSION, request.getRequestURI(), List.of(TOKEN))
                : Problem.of(HttpStatus.UNAUTHORIZED, request.getRequestURI()));
        return;
      }
      boolean toChoose =
          Callers.hasToChoosePassword(request) && !(exception instanceof CsrfException);
      if (toChoose && isPage(request)) {
        response.sendRedirect(request.getContextPath() + CHOOSE);
        return;
      }
      Finding why =
          toChoose ? TO_CHOOSE : exception instanceof CsrfException ? NOT_OURS : OF_OTHERS;
      refusals.record(why, request);
      answers.send(
          request,
          response,
          Problem.of(HttpStatus.FORBIDDEN, why.message(), request.getRequestURI(), List.of(why)));
    };
  }

  private boolean signedIn() {
    try {
      return callers.currentIfAny().isPresent();
    } catch (AuthenticationException closed) {
      return false;
    }
  }

  private AuthorizationManager<RequestAuthorizationContext> known() {
    return (authentication, context) -> {
      callers.current();
      return new AuthorizationDecision(isOpen(context.getRequest()));
    };
  }

  /** With a password that officers issued, only choosing another is open, and signing out. */
  private static boolean isOpen(HttpServletRequest request) {
    return !Callers.hasToChoosePassword(request) || CHOOSING.contains(request.getRequestURI());
  }

  private AuthorizationManager<RequestAuthorizationContext> knownAs(Role role) {
    return (authentication, context) ->
        new AuthorizationDecision(
            callers.current().has(role) && !Callers.hasToChoosePassword(context.getRequest()));
  }

  /** What was asked before the sign-in is kept without a query: it may hold words of a record. */
  private static boolean pageAskedFor(HttpServletRequest request) {
    return request.getQueryString() == null && isPage(request);
  }

  private static boolean isPage(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return request.getMethod().equals("GET")
        && accept != null
        && accept.contains("text/html")
        && request.getHeader("HX-Request") == null
        && !ProblemAnswers.forPrograms(request.getRequestURI());
  }
}
