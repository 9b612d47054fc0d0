package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What Wapiti said of the pages that one person sees.
 *
 * @param addresses how many addresses and forms it found
 * @param found what it calls a weakness or an anomaly, a line each
 * @param said everything
 */
record Wapiti(int addresses, List<String> found, String said) {
  private static final String SCRIPT = "src/test/scanners/wapiti.py";
  private static final Pattern ADDRESSES = Pattern.compile("found (\\d+) URLs and forms");

  /** Each of its modules that needs nothing from elsewhere. */
  static final List<String> MODULES =
      List.of(
          "sql",
          "xss",
          "permanentxss",
          "crlf",
          "redirect",
          "exec",
          "ssrf",
          "xxe",
          "csp",
          "cookieflags",
          "http_headers",
          "file",
          "methods");

  /** Copies them. */
  Wapiti {
    found = List.copyOf(found);
  }

  /**
   * Has it look through the pages and try them.
   *
   * @param cookie name and value of a session
   * @param listener what a server that was deceived would call
   */
  static Wapiti of(Path home, String address, Map.Entry<String, String> cookie, String listener)
      throws IOException, InterruptedException {
    Files.createDirectories(home);
    Path cookies = home.resolve("cookies.json");
    Files.writeString(cookies, Caller.JSON.writeValueAsString(jar(cookie)));
    Path report = home.resolve("report.json");
    Path program = ScannerProgram.of("wapiti");
    List<String> call = new ArrayList<>();
    call.add(ScannerProgram.interpreterOf(program));
    call.add(Path.of(SCRIPT).toAbsolutePath().toString());
    call.addAll(List.of("-u", address + "/", "--scope", "domain", "-c", cookies.toString()));
    for (String start : List.of("/tasks", "/documents", "/account", "/markings")) {
      call.addAll(List.of("-s", address + start));
    }
    // What would end the session, and what is no page: files, and the API, which sqlmap has.
    for (String left :
        List.of(
            "/logout",
            "/account/sign-out-everywhere",
            "/vendor/*",
            "/js/*",
            "/css/*",
            "/favicon.svg",
            "/api/*")) {
      call.addAll(List.of("-x", address + left));
    }
    call.addAll(List.of("-m", String.join(",", MODULES), "--endpoint", listener + "/"));
    // A module is ended after this time: each tries hundreds of values on each field.
    call.addAll(List.of("-d", "3", "--max-attack-time", "35", "--max-parameters", "12"));
    // The token is not a field whose words go anywhere.
    call.addAll(List.of("--skip", "_csrf", "--flush-session", "--no-bugreport", "-v", "2"));
    call.addAll(List.of("--store-session", home.resolve("session").toString()));
    call.addAll(List.of("--store-config", home.resolve("config").toString()));
    call.addAll(List.of("-f", "json", "-o", report.toString()));
    String said = ScannerProgram.run(home, call);
    return read(Caller.JSON.readTree(Files.readString(report)), said);
  }

  /** The form of its own cookie files: domain, path, name. */
  private static Map<String, Object> jar(Map.Entry<String, String> cookie) {
    Map<String, Object> held =
        Map.of(
            "value",
            cookie.getValue(),
            "secure",
            false,
            "version",
            0,
            "expires",
            4_000_000_000L,
            "port",
            "");
    return Map.of("127.0.0.1", Map.of("/", Map.of(cookie.getKey(), held)));
  }

  static Wapiti read(JsonNode report, String said) {
    Matcher addresses = ADDRESSES.matcher(said);
    assertThat(addresses.find()).as(said).isTrue();
    List<String> found = new ArrayList<>();
    for (String part : List.of("vulnerabilities", "anomalies")) {
      assertThat(report.path(part).isObject()).as(part).isTrue();
      for (Map.Entry<String, JsonNode> kind : report.path(part).properties()) {
        for (JsonNode one : kind.getValue()) {
          found.add(
              kind.getKey()
                  + ": "
                  + one.path("info").asString()
                  + " | "
                  + one.path("method").asString()
                  + " "
                  + one.path("path").asString());
        }
      }
    }
    return new Wapiti(Integer.parseInt(Objects.requireNonNull(addresses.group(1))), found, said);
  }
}
