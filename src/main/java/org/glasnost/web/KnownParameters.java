package org.glasnost.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A question to the journal, or about what held at another time, is answered as it was asked or not
 * at all: a parameter that the operation does not have, or a filter without a value, would be
 * answered with everything, or with what holds today, and whoever mistyped it would take that for
 * what they asked for. Forms of pages send the fields that were left empty too.
 */
@Component
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {
  private static final String RULE = "JRN-0052";
  private static final List<String> QUESTIONS =
      List.of(
          "/api/journal/**",
          "/api/access",
          "/api/documents/*/markings",
          "/api/people/*",
          "/journal/export");

  /** What the sign-in adds to the address of a page that it leads back to. */
  private static final String AFTER_SIGN_IN = "continue";

  /** For Spring. */
  KnownParameters() {}

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns(QUESTIONS);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && handler instanceof HandlerMethod method) {
      boolean page = !ProblemAnswers.forPrograms(request.getRequestURI());
      List<String> taken =
          Arrays.stream(method.getMethodParameters()).flatMap(KnownParameters::names).toList();
      List<Finding> findings =
          request.getParameterMap().entrySet().stream()
              .filter(given -> !(page && given.getKey().equals(AFTER_SIGN_IN)))
              .map(given -> finding(given.getKey(), given.getValue(), taken, page))
              .filter(Objects::nonNull)
              .toList();
      if (!findings.isEmpty()) {
        throw new Refused(Refused.Ground.MALFORMED, findings);
      }
    }
    return true;
  }

  /** Of a form, the names of its fields. */
  private static Stream<String> names(MethodParameter parameter) {
    RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
    if (asked != null) {
      return Stream.of(asked.name().isEmpty() ? parameter.getParameter().getName() : asked.name());
    }
    return parameter.hasParameterAnnotation(ModelAttribute.class)
        ? Arrays.stream(parameter.getParameterType().getRecordComponents())
            .map(RecordComponent::getName)
        : Stream.empty();
  }

  private static @Nullable Finding finding(
      String name, String[] values, List<String> taken, boolean mayBeEmpty) {
    if (!taken.contains(name)) {
      String there = taken.isEmpty() ? "It takes none" : "There are: " + String.join(", ", taken);
      return Finding.error(
          RULE, "There is no parameter '" + name + "' of this operation. " + there + ".");
    }
    if (!mayBeEmpty && Arrays.stream(values).anyMatch(value -> value == null || value.isBlank())) {
      return Finding.error(
          RULE, "The parameter '" + name + "' has no value. Leave it out, or give it one.");
    }
    return null;
  }
}
