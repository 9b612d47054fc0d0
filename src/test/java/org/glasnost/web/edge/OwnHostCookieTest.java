package org.glasnost.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

class OwnHostCookieTest {
  private final OwnHostCookie cookie = new OwnHostCookie("glasnost");

  @Test
  void isBoundToThisHostOverTls() {
    assertThat(written(request(true, "")))
        .startsWith("__Host-glasnost=")
        .contains("; Path=/;", "Secure", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Domain");
  }

  @Test
  void isForTheWholeHostWhereTheApplicationHasAPathOfItsOwn() {
    assertThat(written(request(true, "/glasnost"))).contains("; Path=/;");
  }

  @Test
  void isNotBoundOnPlainHttpWhereBrowsersWouldNotTakeIt() {
    assertThat(written(request(false, "")))
        .startsWith("glasnost=")
        .contains("; Path=/;", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Secure", "Domain");
  }

  @Test
  void oneThatANeighbourPlantedIsNotReadOverTls() {
    MockHttpServletRequest request = request(true, "");
    request.setCookies(cookie("glasnost", "planted"), cookie("__Host-glasnost", "own"));
    assertThat(cookie.readCookieValues(request)).containsExactly("own");

    request.setCookies(cookie("glasnost", "planted"));
    assertThat(cookie.readCookieValues(request)).isEmpty();
  }

  @Test
  void onPlainHttpThePrefixMeansNothing() {
    MockHttpServletRequest request = request(false, "");
    request.setCookies(cookie("__Host-glasnost", "of tls"), cookie("glasnost", "plain"));
    assertThat(cookie.readCookieValues(request)).containsExactly("plain");
  }

  @Test
  void endsUnderTheNameThatItHas() {
    for (boolean secure : new boolean[] {true, false}) {
      MockHttpServletResponse response = new MockHttpServletResponse();
      cookie.writeCookieValue(new CookieValue(request(secure, ""), response, ""));
      assertThat(response.getHeader("Set-Cookie"))
          .startsWith(secure ? "__Host-glasnost=;" : "glasnost=;")
          .contains("Max-Age=0");
    }
  }

  private String written(MockHttpServletRequest request) {
    MockHttpServletResponse response = new MockHttpServletResponse();
    cookie.writeCookieValue(new CookieValue(request, response, "value"));
    return Objects.requireNonNull(response.getHeader("Set-Cookie"));
  }

  private static MockHttpServletRequest request(boolean secure, String contextPath) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSecure(secure);
    request.setContextPath(contextPath);
    return request;
  }

  private static Cookie cookie(String name, String value) {
    return new Cookie(
        name, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
  }
}
