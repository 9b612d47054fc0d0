package org.glasnost.web.transport;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.glasnost.rule.Finding;
import org.glasnost.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * An address is written in one way. Letters, digits and {@code - . _ ~} mean the same when they are
 * written with a percent sign (RFC 3986 section 2.3), so that one rule would see another address
 * than the next. No caller of ours writes them so.
 */
final class PlainPaths extends OncePerRequestFilter {
  private static final Pattern DISGUISED =
      Pattern.compile("%(3[0-9]|[46][1-9A-F]|[57][0-9A]|2[DE]|5F|7E)", Pattern.CASE_INSENSITIVE);
  private static final Finding WRITTEN_OTHERWISE =
      Finding.error(
          "WEB-0305",
          "A letter, digit, hyphen, dot, underline or tilde of the path is written with a percent"
              + " sign. Nothing was done: write it as it is.");

  private final JsonMapper json;

  PlainPaths(JsonMapper json) {
    this.json = json;
  }

  static boolean isPlain(String path) {
    return !DISGUISED.matcher(path).find();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isPlain(request.getRequestURI())) {
      chain.doFilter(request, response);
      return;
    }
    BareAnswers.guard(response);
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(
            json.writeValueAsBytes(
                Problem.of(
                    HttpStatus.BAD_REQUEST,
                    WRITTEN_OTHERWISE.message(),
                    request.getRequestURI(),
                    List.of(WRITTEN_OTHERWISE))));
  }
}
