package org.glasnost.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.glasnost.content.SealedElsewhere;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * The session's id in the cookie bears an authentication code beside it. The id alone, as it stands
 * in the database and its copies, opens nothing.
 */
final class SealedIds implements HttpSessionIdResolver {
  private static final char BETWEEN = '.';

  private final HttpSessionIdResolver cookies;
  private final SealedElsewhere sealed;

  SealedIds(HttpSessionIdResolver cookies, SealedElsewhere sealed) {
    this.cookies = cookies;
    this.sealed = sealed;
  }

  @Override
  public List<String> resolveSessionIds(HttpServletRequest request) {
    return cookies.resolveSessionIds(request).stream()
        .map(this::id)
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
    cookies.setSessionId(request, response, id + BETWEEN + code(id));
  }

  @Override
  public void expireSession(HttpServletRequest request, HttpServletResponse response) {
    cookies.expireSession(request, response);
  }

  private Optional<String> id(String value) {
    int between = value.indexOf(BETWEEN);
    if (between < 1 || value.length() > 200) {
      return Optional.empty();
    }
    String id = value.substring(0, between);
    boolean ours =
        MessageDigest.isEqual(
            code(id).getBytes(StandardCharsets.UTF_8),
            value.substring(between + 1).getBytes(StandardCharsets.UTF_8));
    return ours ? Optional.of(id) : Optional.empty();
  }

  private String code(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            sealed.code(SessionsInDatabase.IN_COOKIES, id.getBytes(StandardCharsets.UTF_8)));
  }
}
