package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * A Keycloak of its public distribution, which the build unpacks for the long tests, with one realm
 * of its own; and what its administrator does there.
 */
final class Keycloak implements AutoCloseable {
  private static final Path UNPACKED = Path.of("target", "keycloak");
  private static final int READY_WITHIN_SECONDS = 600;
  private static final String REALM = "agency";
  private static final String ADMIN = "admin";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final Path log;
  private final String address;

  private Keycloak(Process process, Path log, String address) {
    this.process = process;
    this.log = log;
    this.address = address;
  }

  /** A port that is free now. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its realm at a port. */
  static String issuer(int port) {
    return "http://127.0.0.1:" + port + "/realms/" + REALM;
  }

  /**
   * Starts it.
   *
   * @param realm in the form of an export
   */
  static Keycloak start(int port, Map<String, Object> realm, Path directory) throws IOException {
    assertThat(UNPACKED).as("unpacked by the build where test.groups is long").isDirectory();
    Path home;
    try (var homes = Files.newDirectoryStream(UNPACKED, "keycloak-*")) {
      home = homes.iterator().next().toAbsolutePath();
    }
    Path imported = Files.createDirectories(home.resolve("data").resolve("import"));
    Files.write(imported.resolve(REALM + "-realm.json"), Caller.JSON.writeValueAsBytes(realm));
    Path log = directory.resolve("keycloak.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh",
            home.resolve("bin").resolve("kc.sh").toString(),
            "start-dev",
            "--db=dev-mem",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--import-realm");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
    return new Keycloak(
        builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(),
        log,
        "http://127.0.0.1:" + port);
  }

  Keycloak awaitReady() throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_WITHIN_SECONDS);
    while (System.nanoTime() < until) {
      assertThat(process.isAlive()).as(() -> "it runs:\n" + log()).isTrue();
      try {
        HttpRequest asked =
            HttpRequest.newBuilder(
                    URI.create(address + "/realms/" + REALM + "/.well-known/openid-configuration"))
                .build();
        if (CLIENT.send(asked, BodyHandlers.ofString()).statusCode() == 200) {
          return this;
        }
      } catch (IOException notYet) {
        // Nothing listens yet.
      }
      Thread.sleep(500);
    }
    throw new AssertionError("not ready in time:\n" + log());
  }

  /** Takes a role of the realm away from somebody. */
  void takesAway(String role, String userName) throws IOException, InterruptedException {
    JsonNode taken = Caller.JSON.readTree(get("/roles/" + role));
    HttpRequest.Builder asked =
        asAdmin("/users/" + id(userName) + "/role-mappings/realm")
            .header("Content-Type", "application/json")
            .method("DELETE", BodyPublishers.ofString("[" + taken + "]"));
    assertThat(CLIENT.send(asked.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(204);
  }

  /** Ends everything that somebody is signed in to. */
  void signsOut(String userName) throws IOException, InterruptedException {
    HttpRequest.Builder asked =
        asAdmin("/users/" + id(userName) + "/logout").POST(BodyPublishers.noBody());
    assertThat(CLIENT.send(asked.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(204);
  }

  /** How many sessions somebody has. */
  int sessions(String userName) throws IOException, InterruptedException {
    return Caller.JSON.readTree(get("/users/" + id(userName) + "/sessions")).size();
  }

  private String id(String userName) throws IOException, InterruptedException {
    return Caller.JSON
        .readTree(get("/users?exact=true&username=" + userName))
        .path(0)
        .path("id")
        .asString();
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = CLIENT.send(asAdmin(path).GET().build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    return answer.body();
  }

  private HttpRequest.Builder asAdmin(String path) throws IOException, InterruptedException {
    HttpRequest asked =
        HttpRequest.newBuilder(URI.create(address + "/realms/master/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=password&client_id=admin-cli&username="
                        + ADMIN
                        + "&password="
                        + ADMIN))
            .build();
    String token =
        Caller.JSON
            .readTree(CLIENT.send(asked, BodyHandlers.ofString()).body())
            .path("access_token")
            .asString();
    return HttpRequest.newBuilder(URI.create(address + "/admin/realms/" + REALM + path))
        .header("Authorization", "Bearer " + token);
  }

  /** The realm, with one client and its people. */
  static Map<String, Object> realm(String client, List<Map<String, Object>> people) {
    return Map.of(
        "realm",
        REALM,
        "enabled",
        true,
        "roles",
        Map.of(
            "realm",
            List.of(
                Map.of("name", "g-reviewer"),
                Map.of("name", "g-redactor"),
                Map.of("name", "of-another-system"))),
        "users",
        people,
        "clients",
        List.of(
            Map.of(
                "clientId",
                "glasnost",
                "secret",
                "of-the-tests",
                "publicClient",
                false,
                "standardFlowEnabled",
                true,
                "redirectUris",
                List.of(client + "/login/oauth2/code/agency"),
                "attributes",
                Map.of(
                    "pkce.code.challenge.method",
                    "S256",
                    "post.logout.redirect.uris",
                    client + "/login?out",
                    "backchannel.logout.url",
                    client + "/logout/connect/back-channel/agency",
                    "backchannel.logout.session.required",
                    "true"),
                "protocolMappers",
                List.of(
                    mapper(
                        "roles",
                        "oidc-usermodel-realm-role-mapper",
                        Map.of("claim.name", "realm_access.roles", "multivalued", "true")),
                    attribute("agency"),
                    attribute("clearance")))));
  }

  private static Map<String, Object> attribute(String name) {
    return mapper(
        name,
        "oidc-usermodel-attribute-mapper",
        Map.of("claim.name", name, "user.attribute", name));
  }

  private static Map<String, Object> mapper(String name, String kind, Map<String, String> of) {
    Map<String, String> config = new HashMap<>(of);
    config.put("id.token.claim", "true");
    config.put("jsonType.label", "String");
    return Map.of(
        "name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", config);
  }

  /** Somebody of the realm; the password is the user name. */
  static Map<String, Object> person(
      String name, Map<String, Object> attributes, List<String> roles) {
    return Map.of(
        "username",
        name,
        "enabled",
        true,
        "emailVerified",
        true,
        "email",
        name + "@agency.example",
        "firstName",
        "Notional",
        "lastName",
        name,
        "attributes",
        attributes,
        "realmRoles",
        roles,
        "credentials",
        List.of(Map.of("type", "password", "value", name, "temporary", false)));
  }

  private String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }
}
