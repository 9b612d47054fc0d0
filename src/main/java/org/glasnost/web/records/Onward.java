package org.glasnost.web.records;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * Where a form leads once what it asked for is done. A browser is sent on by 303. The script that
 * sends forms ({@code static/js/forms.js}) is told by 201 and goes there itself: a redirect that it
 * followed would show, and journal, the page twice.
 *
 * @param path of the next page, within the application
 */
record Onward(String path) implements View {
  /** The header by which the script makes itself known. */
  static final String SCRIPT = "X-Sent-By";

  static ModelAndView to(String path) {
    return new ModelAndView(new Onward(path));
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
    boolean script = "page".equals(request.getHeader(SCRIPT));
    response.setStatus((script ? HttpStatus.CREATED : HttpStatus.SEE_OTHER).value());
    response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + path);
  }
}
