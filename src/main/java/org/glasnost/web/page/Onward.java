package org.glasnost.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.SmartView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Where a form leads once what it asked for is done. A browser is sent on by 303. The script that
 * sends forms ({@code static/js/forms.js}) is told by 201 and goes there itself: a redirect that it
 * followed would show, and journal, the page twice. Flash attributes reach the next page either
 * way.
 *
 * @param path of the next page, within the application
 */
public record Onward(String path) implements SmartView {
  /** The header by which the script makes itself known. */
  private static final String SCRIPT = "X-Sent-By";

  /** Leads to a page of ours. */
  public static ModelAndView to(String path) {
    return new ModelAndView(new Onward(path));
  }

  @Override
  public boolean isRedirectView() {
    return true;
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
    boolean script = "page".equals(request.getHeader(SCRIPT));
    String location = request.getContextPath() + path;
    RequestContextUtils.saveOutputFlashMap(location, request, response);
    response.setStatus((script ? HttpStatus.CREATED : HttpStatus.SEE_OTHER).value());
    response.setHeader(HttpHeaders.LOCATION, location);
  }
}
