package org.glasnost.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The cookie of the session. Over TLS its name begins with {@code __Host-}: browsers take such a
 * cookie only from this very host, over TLS, for the whole host and with no domain (RFC 6265bis,
 * section 4.1.3.2), so that no neighbour under the same domain and nobody on a plain line can plant
 * one. The name without the prefix is for plain HTTP alone, which only this machine itself speaks,
 * and is not read over TLS.
 *
 * <p>Its path is the whole host, also where the application has a path of its own.
 */
final class OwnHostCookie implements CookieSerializer {
  static final String OWN_HOST = "__Host-";

  private final CookieSerializer overTls;
  private final CookieSerializer inClear;

  OwnHostCookie(String name) {
    DefaultCookieSerializer secure = cookie(OWN_HOST + name);
    secure.setUseSecureCookie(true);
    this.overTls = secure;
    this.inClear = cookie(name);
  }

  private static DefaultCookieSerializer cookie(String name) {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(name);
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    // Lax, not strict: who follows a link from elsewhere, or comes back from the sign-in of an
    // OpenID provider, is still known. What changes something needs the token besides.
    cookie.setSameSite("Lax");
    return cookie;
  }

  @Override
  public void writeCookieValue(CookieValue value) {
    of(value.getRequest()).writeCookieValue(value);
  }

  @Override
  public List<String> readCookieValues(HttpServletRequest request) {
    return of(request).readCookieValues(request);
  }

  private CookieSerializer of(HttpServletRequest request) {
    return request.isSecure() ? overTls : inClear;
  }
}
