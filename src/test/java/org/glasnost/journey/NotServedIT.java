package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Test;

/**
 * What lies in the jar or beside it and is no page is had by no address, and TRACE tells nothing.
 */
class NotServedIT {

  /** Words that stand in the files that are asked for. */
  private static final List<String> WORDS =
      List.of(
          "glasnost.production",
          "modeler-origins",
          "Manifest-Version",
          "create table",
          "\"GET /api/me\"",
          "repositoryformatversion",
          "<project",
          "th:fragment",
          "root:x:",
          "CREATE CACHED TABLE");

  private static final List<String> FILES =
      List.of(
          "/application.yml",
          "/application-demo.yml",
          "/config/application.yml",
          "/META-INF/MANIFEST.MF",
          "/META-INF/maven/org.glasnost/glasnost/pom.xml",
          "/META-INF/sbom/application.cdx.json",
          "/WEB-INF/web.xml",
          "/WEB-INF/classes/application.yml",
          "/BOOT-INF/classes/application.yml",
          "/org/glasnost/setup/Glasnost.class",
          "/db/migration/V0100__journal.sql",
          "/api/operations.json",
          "/templates/layout.html",
          "/templates/login.html",
          "/.git/config",
          "/.git/HEAD",
          "/.env",
          "/pom.xml",
          "/glasnost.mv.db",
          "/data/glasnost.mv.db",
          "/content-keys.p12",
          "/content-keys.password",
          "/journal-key.pem",
          "/h2-console",
          "/static/css/glasnost.css",
          "/static/",
          "/css/..;/application.yml",
          "/css/;/../application.yml",
          "/css/%2e%2e/application.yml",
          "/css/%2e%2e%2fapplication.yml",
          "/css/..%2f..%2fapplication.yml",
          "/css/%5c..%5capplication.yml",
          "/css//../../application.yml",
          "/css/%252e%252e/application.yml",
          "/vendor/../application.yml",
          "/webjars/",
          "/META-INF/resources/");

  private static final List<String> DIRECTORIES =
      List.of("/css/", "/js/", "/vendor/", "/css", "/js", "/vendor", "/vendor/htmx/");

  @Test
  void noFileOfTheJarAndNoDirectoryIsAnAddress() throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(Databases.H2);
    SignedInPages visitor = new SignedInPages(glasnost).as("admin");
    HttpResponse<String> style = visitor.reads("/css/glasnost.css");
    assertThat(style.statusCode()).as("what is served").isEqualTo(200);

    List<String> paths = new ArrayList<>(FILES);
    paths.addAll(DIRECTORIES);
    for (String path : paths) {
      HttpResponse<String> answer = visitor.reads(path);
      assertThat(answer.statusCode()).as("admin " + path).isBetween(400, 499);
      tellsNothing(path, answer.body());
      // As it stands, and by nobody: a client of Java would put dots and slashes right.
      String raw = raw(glasnost, "GET " + path + " HTTP/1.1");
      assertThat(raw).as("nobody " + path).doesNotStartWith("HTTP/1.1 200");
      tellsNothing(path, raw);
    }
  }

  @Test
  void traceIsRefusedAndSendsNothingBack() throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(Databases.H2);
    for (String path : List.of("/", "/login", "/css/glasnost.css", "/api/me", "/actuator/health")) {
      String nobody = raw(glasnost, "TRACE " + path + " HTTP/1.1\r\nX-Told: Quizzelbrand");
      assertThat(nobody).as(path).doesNotStartWith("HTTP/1.1 2").doesNotContain("Quizzelbrand");
    }
    Caller auditor = glasnost.as("auditor");
    Caller.Answer known =
        auditor.send(
            auditor
                .request("/api/me")
                .header("X-Told", "Quizzelbrand")
                .method("TRACE", BodyPublishers.noBody()));
    assertThat(known.status()).isIn(400, 403, 405);
    assertThat(known.body()).doesNotContain("Quizzelbrand", "Basic ");
  }

  private static void tellsNothing(String path, String body) {
    for (String words : WORDS) {
      assertThat(body).as(path).doesNotContainIgnoringCase(words);
    }
    assertThat(body).as(path).doesNotContain("Index of", "Directory Listing");
  }

  private static String raw(RunningGlasnost glasnost, String line) throws IOException {
    int port = URI.create(glasnost.address()).getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              (line + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
