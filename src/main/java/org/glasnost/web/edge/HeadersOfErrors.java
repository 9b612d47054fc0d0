package org.glasnost.web.edge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/**
 * Puts the headers of our answers to the pages and problems that the container dispatches when an
 * answer failed. The security chains write theirs behind their firewall and not once more for an
 * error: what the firewall refuses, such as a method that nobody knows, would bear none.
 */
@Configuration(proxyBeanMethods = false)
class HeadersOfErrors {
  HeadersOfErrors() {}

  @Bean
  FilterRegistrationBean<Filter> headersOfErrorsFilter() {
    FilterRegistrationBean<Filter> filter =
        new FilterRegistrationBean<>(
            (request, response, chain) -> {
              if (response instanceof HttpServletResponse answer) {
                ifAbsent(answer, "Content-Security-Policy", SecurityChains.CONTENT_SECURITY);
                ifAbsent(answer, "X-Content-Type-Options", "nosniff");
                ifAbsent(answer, "X-Frame-Options", "DENY");
                ifAbsent(answer, "Referrer-Policy", "no-referrer");
                ifAbsent(answer, HttpHeaders.CACHE_CONTROL, "no-store");
              }
              chain.doFilter(request, response);
            });
    filter.setDispatcherTypes(DispatcherType.ERROR);
    return filter;
  }

  /** Where the chains have written it, it stays. */
  private static void ifAbsent(HttpServletResponse answer, String name, String value) {
    if (!answer.containsHeader(name)) {
      answer.setHeader(name, value);
    }
  }
}
