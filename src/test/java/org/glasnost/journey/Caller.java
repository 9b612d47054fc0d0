package org.glasnost.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.glasnost.fixtures.PublishedApi;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the API with a user name and password, as the contract has it. */
public final class Caller {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** An answer that takes longer does not come: the test fails instead of waiting for ever. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient client;
  private final List<String> besides;
  private final String address;
  private final @Nullable String authorization;
  private final String userName;

  Caller(String address, String userName, String password) {
    this(
        CLIENT,
        address,
        userName,
        "Basic "
            + Base64.getEncoder()
                .encodeToString((userName + ":" + password).getBytes(StandardCharsets.UTF_8)),
        List.of());
  }

  private Caller(
      HttpClient client,
      String address,
      String userName,
      @Nullable String authorization,
      List<String> besides) {
    this.client = client;
    this.address = address;
    this.userName = userName;
    this.authorization = authorization;
    this.besides = List.copyOf(besides);
  }

  /** The same one, over another client: one that knows an authority, or has a certificate. */
  Caller over(HttpClient other) {
    return new Caller(other, address, userName, authorization, besides);
  }

  /** The same one, with headers besides: names and values in turn. */
  Caller with(String... headers) {
    return new Caller(client, address, userName, authorization, List.of(headers));
  }

  /** Somebody who does not say who they are. */
  static Caller nobody(String address) {
    return new Caller(CLIENT, address, "", null, List.of());
  }

  /** Somebody who shows a token. */
  static Caller bearing(String address, String token) {
    return new Caller(CLIENT, address, "", "Bearer " + token, List.of());
  }

  /** An answer. */
  public record Answer(int status, String body, HttpResponse<byte[]> raw) {
    /** The body as JSON. */
    public JsonNode json() {
      return JSON.readTree(body);
    }

    /** The rules that a problem names. */
    public List<String> rules() {
      return json().path("findings").valueStream().map(f -> f.path("rule").asString()).toList();
    }

    /** A header, or null. */
    public @Nullable String header(String name) {
      return raw.headers().firstValue(name).orElse(null);
    }
  }

  /** The name that it calls under. */
  public String userName() {
    return userName;
  }

  /** GET with any content. */
  public Answer get(String path) {
    return get(path, "*/*");
  }

  /** GET with a kind of content. */
  public Answer get(String path, String accept) {
    return send(request(path).header("Accept", accept).GET());
  }

  /** POST of JSON, given as text. */
  public Answer post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** POST of a value as JSON. */
  public Answer post(String path, Object value) {
    return post(path, JSON.writeValueAsString(value));
  }

  /** POST without a body. */
  public Answer post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  /** PUT of JSON. */
  public Answer put(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  /** PATCH of JSON. */
  public Answer patch(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(json)));
  }

  /** Any request of one's own. */
  public Answer send(HttpRequest.Builder request) {
    try {
      HttpRequest sent = request.build();
      HttpResponse<byte[]> response = client.send(sent, HttpResponse.BodyHandlers.ofByteArray());
      PublishedApi.check(client, sent, response, response.body());
      return new Answer(
          response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A request to a path, with the caller's credentials. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    if (!besides.isEmpty()) {
      request.headers(besides.toArray(String[]::new));
    }
    return authorization == null ? request : request.header("Authorization", authorization);
  }
}
