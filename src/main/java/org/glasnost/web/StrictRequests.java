package org.glasnost.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.glasnost.contract.JsonFindings;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is malformed whatever it is sent to: a NUL in a parameter, one that comes twice, a
 * precondition that is no list of entity tags, a member in the body of a call that takes none.
 * Looked at before anything is read from the record, so that 400 comes before 404.
 */
@Component
class StrictRequests implements HandlerInterceptor, WebMvcConfigurer {
  private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
  private static final int MOST = 65_536;

  private final JsonMapper json;

  StrictRequests(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (request.getDispatcherType() != DispatcherType.REQUEST) {
      return true; // An answer in the making, to a request that was looked at.
    }
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (values.length > 1 && handler instanceof HandlerMethod method) {
                requireSeveralTaken(name, method);
              }
              if (Arrays.stream(values)
                  .anyMatch(value -> value != null && value.indexOf('\0') >= 0)) {
                throw malformed(
                    Finding.error("WEB-0016", "The parameter '" + name + "' holds a NUL."));
              }
            });
    if (CHANGING.contains(request.getMethod())) {
      ETags.requireTags(request.getHeader("If-Match"));
      if (handler instanceof HandlerMethod method
          && request.getRequestURI().startsWith("/api/")
          && !takesBody(method)) {
        requireNoMember(request.getInputStream().readNBytes(MOST));
      }
    }
    return true;
  }

  /** One of two values would count, and nothing says which: that of the address or of the form. */
  private static void requireSeveralTaken(String name, HandlerMethod method) {
    boolean taken =
        Arrays.stream(method.getMethodParameters())
            .anyMatch(
                parameter -> {
                  RequestParam one = parameter.getParameterAnnotation(RequestParam.class);
                  return one == null
                      ? parameter.hasParameterAnnotation(ModelAttribute.class)
                          && severalIn(parameter.getParameterType(), name)
                      : several(parameter.getParameterType())
                          && name.equals(
                              one.name().isEmpty()
                                  ? parameter.getParameter().getName()
                                  : one.name());
                });
    if (!taken) {
      throw malformed(
          Finding.error(
              "WEB-0018", "The parameter '" + name + "' comes more than once; it is taken once."));
    }
  }

  private static boolean severalIn(Class<?> form, String name) {
    return form.isRecord()
        && Arrays.stream(form.getRecordComponents())
            .anyMatch(
                component -> component.getName().equals(name) && several(component.getType()));
  }

  private static boolean several(Class<?> type) {
    return Collection.class.isAssignableFrom(type);
  }

  private static boolean takesBody(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(
            parameter ->
                parameter.hasParameterAnnotation(RequestBody.class)
                    || MultipartHttpServletRequest.class.equals(parameter.getParameterType()));
  }

  private void requireNoMember(byte[] body) {
    if (body.length == 0) {
      return;
    }
    JsonNode read;
    try {
      read = json.readTree(body);
    } catch (JacksonException e) {
      throw JsonFindings.refusal(e);
    }
    if (read.isMissingNode() || read.isNull()) {
      return;
    }
    if (!read.isObject()) {
      throw malformed(Finding.error("WEB-0005", "No body is needed here.").atMember(""));
    }
    List<Finding> unknown = read.propertyNames().stream().map(JsonFindings::unknownMember).toList();
    if (!unknown.isEmpty()) {
      throw new Refused(Ground.MALFORMED, unknown);
    }
  }

  private static Refused malformed(Finding finding) {
    return new Refused(Ground.MALFORMED, finding);
  }
}
