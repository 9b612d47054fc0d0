package org.glasnost.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A question to the journal is answered as it was asked or not at all: a parameter that the
 * operation does not have, or a filter without a value, would be answered with everything, and
 * whoever mistyped it would take that for what they asked for.
 */
@Component
class JournalParameters implements HandlerInterceptor, WebMvcConfigurer {
  private static final String RULE = "JRN-0052";

  /** For Spring. */
  JournalParameters() {}

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/journal/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && handler instanceof HandlerMethod method) {
      List<String> taken =
          Arrays.stream(method.getMethodParameters())
              .map(JournalParameters::name)
              .filter(Objects::nonNull)
              .toList();
      List<Finding> findings =
          request.getParameterMap().entrySet().stream()
              .map(given -> finding(given.getKey(), given.getValue(), taken))
              .filter(Objects::nonNull)
              .toList();
      if (!findings.isEmpty()) {
        throw new Refused(Refused.Ground.MALFORMED, findings);
      }
    }
    return true;
  }

  private static @Nullable String name(MethodParameter parameter) {
    RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
    if (asked == null) {
      return null;
    }
    return asked.name().isEmpty() ? parameter.getParameter().getName() : asked.name();
  }

  private static @Nullable Finding finding(String name, String[] values, List<String> taken) {
    if (!taken.contains(name)) {
      String there = taken.isEmpty() ? "It takes none" : "There are: " + String.join(", ", taken);
      return Finding.error(
          RULE, "There is no parameter '" + name + "' of this operation. " + there + ".");
    }
    if (Arrays.stream(values).anyMatch(value -> value == null || value.isBlank())) {
      return Finding.error(
          RULE, "The parameter '" + name + "' has no value. Leave it out, or give it one.");
    }
    return null;
  }
}
