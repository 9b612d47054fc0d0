package org.glasnost.web.transport;

import io.github.bucket4j.TimeMeter;
import org.glasnost.web.ProblemAnswers;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Where the limits stand: that on addresses before the security chains, that on callers behind. */
@Configuration(proxyBeanMethods = false)
class LimitWiring {
  /** Behind the request's id and line, before sessions are looked up. */
  private static final int BEFORE_SESSIONS = Ordered.HIGHEST_PRECEDENCE + 10;

  LimitWiring() {}

  @Bean
  Limits limits(Environment environment) {
    return new Limits(TransportSettings.of(environment), TimeMeter.SYSTEM_NANOTIME);
  }

  @Bean
  FilterRegistrationBean<PlainPaths> plainPaths(JsonMapper json) {
    FilterRegistrationBean<PlainPaths> filter = new FilterRegistrationBean<>(new PlainPaths(json));
    filter.setOrder(BEFORE_SESSIONS - 1);
    return filter;
  }

  @Bean
  FilterRegistrationBean<AddressLimit> addressLimit(Limits limits, ProblemAnswers answers) {
    FilterRegistrationBean<AddressLimit> filter =
        new FilterRegistrationBean<>(new AddressLimit(limits, new TooManyCalls(answers)));
    filter.setOrder(BEFORE_SESSIONS);
    return filter;
  }

  @Bean
  FilterRegistrationBean<CallerLimit> callerLimit(Limits limits, ProblemAnswers answers) {
    FilterRegistrationBean<CallerLimit> filter =
        new FilterRegistrationBean<>(new CallerLimit(limits, new TooManyCalls(answers)));
    filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10);
    return filter;
  }
}
