package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person at the pages, without a browser: what is read and sent, with a session and its token.
 */
final class SignedInPages {
  private static final Pattern TOKEN =
      Pattern.compile(
          "name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String address;

  SignedInPages(RunningGlasnost glasnost) {
    this.address = glasnost.address();
  }

  /** Signs in as one of the demonstration's people. */
  SignedInPages as(String userName) {
    HttpResponse<String> page = tries(userName, userName);
    assertThat(page.uri().getPath()).as("signed in as %s", userName).doesNotContain("login");
    return this;
  }

  /** Sends the form of the sign-in page; what comes is at /login where it was refused. */
  HttpResponse<String> tries(String userName, String password) {
    return sends("/login", "/login", Map.of("username", userName, "password", password));
  }

  HttpResponse<String> reads(String path) {
    return send(
        HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html").GET());
  }

  /** Sends the form that stands on a page. */
  HttpResponse<String> sends(String page, String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    Matcher token = TOKEN.matcher(reads(page).body());
    if (token.find()) {
      all.put("_csrf", token.group(1) == null ? token.group(2) : token.group(1));
    }
    String body =
        all.entrySet().stream()
            .map(
                field ->
                    URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
