package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser that does with cookies what the test says. */
final class Tab {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private String address;
  private final List<String> besides;
  private String name = "glasnost=";
  private String cookie = "";
  private String attributes = "";
  private String token = "";

  Tab(RunningGlasnost glasnost) {
    this(glasnost.address());
  }

  /** One whose requests bear further headers, such as a proxy's: names and values in turn. */
  Tab(String address, String... besides) {
    this.address = address;
    this.besides = List.of(besides);
  }

  HttpResponse<String> reads(String path) throws IOException, InterruptedException {
    return sends(to(path).GET());
  }

  HttpResponse<String> sends(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder("_csrf=").append(encoded(token));
    fields.forEach((name, value) -> body.append('&').append(name).append('=').append(value));
    return sends(
        to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private HttpRequest.Builder to(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Accept", path.equals("/session") ? "application/json" : "text/html");
    if (!besides.isEmpty()) {
      request.headers(besides.toArray(String[]::new));
    }
    return cookie.isEmpty() ? request : request.header("Cookie", name + cookie);
  }

  private HttpResponse<String> sends(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
    for (String set : answer.headers().allValues("Set-Cookie")) {
      name = set.substring(0, set.indexOf('=') + 1);
      cookie = set.substring(set.indexOf('=') + 1, set.indexOf(';'));
      attributes = set.substring(set.indexOf(';'));
    }
    Matcher found = TOKEN.matcher(answer.body());
    if (found.find()) {
      token = found.group(1);
    }
    return answer;
  }

  /** Signs in as one of the demonstration's people. */
  Tab signsIn(String userName) throws IOException, InterruptedException {
    return signsIn(userName, userName);
  }

  Tab signsIn(String userName, String password) throws IOException, InterruptedException {
    reads("/login");
    HttpResponse<String> answer =
        sends("/login", Map.of("username", userName, "password", encoded(password)));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("login");
    return this;
  }

  boolean isSignedIn() throws IOException, InterruptedException {
    return reads("/account").statusCode() == 200;
  }

  /** Begins to read what comes as it comes. */
  HttpResponse<InputStream> follows(String path) throws IOException, InterruptedException {
    HttpRequest.Builder request = to(path).setHeader("Accept", "text/event-stream");
    return CLIENT.send(request.build(), BodyHandlers.ofInputStream());
  }

  /** The id as the database has it, without what the cookie bears beside it. */
  String id() {
    String value = new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8);
    return value.substring(0, value.indexOf('.'));
  }

  /** Calls the API as a script of our pages does, with or without the token of the session. */
  HttpResponse<String> calls(String path, String json, boolean withToken)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        to(path)
            .setHeader("Accept", "application/json")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    return sends(withToken ? request.header("X-CSRF-TOKEN", token) : request);
  }

  /** Goes on at another node. */
  Tab at(String node) {
    address = node;
    return this;
  }

  /** Takes another cookie, or none. */
  void carries(String other) {
    cookie = other;
  }

  /** Forgets the token of its forms. */
  void forgetsToken() {
    token = "";
  }

  /** The cookie's value. */
  String cookie() {
    return cookie;
  }

  /** What the cookie was sent with. */
  String attributes() {
    return attributes;
  }

  /** A value as it is written into the cookie. */
  static String written(String value) {
    return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
