package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every answer bears, whoever asks and whatever comes of it. */
class EveryPageIT extends AtPages {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src"
          + " 'self'; form-action 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors"
          + " 'none'";
  private static final Map<String, String> BORNE =
      Map.of(
          "Content-Security-Policy", POLICY,
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin");

  @Test
  void everyPageAndEveryRefusalBearsTheSameHeadersAndIsKeptByNoCache() throws Exception {
    List<String> paths = new ArrayList<>(pages());
    assertThat(paths).hasSizeGreaterThan(20);
    paths.addAll(
        List.of("/nowhere", "/documents/x", "/api/me", "/api/nowhere", "/engine-rest/version"));
    for (String person : List.of("intake.nara", "admin", "security", "auditor")) {
      SignedInPages visitor = new SignedInPages(glasnost).as(person);
      for (String path : paths) {
        HttpResponse<String> answer = visitor.reads(path);
        bears(person + " " + path, answer);
        keptByNoCache(person + " " + path, answer);
        assertThat(answer.statusCode()).as(person + " " + path).isLessThan(500);
      }
    }
    for (String path : paths) {
      bears("nobody " + path, asNobody(path, "text/html"));
      bears("nobody's program " + path, asNobody(path, "application/json"));
    }
  }

  @Test
  void textsAndReleasedCopiesBearThemInEachFormAndAreKeptByNoCache() {
    String read = work.underReview(Papers.MEMO, Papers.fields("A fictitious text, read in full"));
    work.claim("reviewer.state", "FIRST_REVIEW", read);
    for (String path : List.of("/text", "/portions", "/markings")) {
      bearsAndIsKeptByNoCache("reviewer.state", "/api/documents/" + read + path, "*/*");
    }
    String document = ReleasedBytesIT.released(glasnost, "QXJWVKZQ");
    for (String form : ReleasedBytesIT.FORMS) {
      bearsAndIsKeptByNoCache(
          "reviewer.confidential", "/api/documents/" + document + "/release", form);
    }
    SignedInPages visitor = new SignedInPages(glasnost).as("records.nara");
    String page = "/documents/" + document;
    for (String path :
        List.of(
            page,
            page + "/released",
            page + "/released/copy.html",
            page + "/released/copy.txt",
            page + "/released/copy.pdf")) {
      HttpResponse<String> answer = visitor.reads(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      bears(path, answer);
      keptByNoCache(path, answer);
    }
  }

  @Test
  void filesOfOurOwnBearThemTooAndAreOpenToAll() throws Exception {
    String page = asNobody("/login", "text/html").body();
    List<String> files = new ArrayList<>();
    Matcher link = Pattern.compile("(?:src|href)=\"(/(?:js|css|vendor)/[^\"]+)\"").matcher(page);
    while (link.find()) {
      files.add(link.group(1));
    }
    assertThat(files).hasSizeGreaterThan(3);
    for (String file : files) {
      HttpResponse<String> answer = asNobody(file, "*/*");
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      bears(file, answer);
    }
  }

  @Test
  void aPageThatBreaksThePolicyIsFoundByTheseTests() {
    try (Visitor visitor = house.stranger()) {
      visitor.goes("/login");
      Page page = visitor.page();
      page.evaluate(
          "() => { const script = document.createElement('script'); script.textContent = 'window.x ="
              + " 1'; document.body.append(script); }");
      assertThat(page.evaluate("() => window.x")).as("what was slipped in has not run").isNull();
      assertThat(visitor.complaints()).anyMatch(words -> words.contains("Content Security Policy"));
      visitor.forgives();
      page.evaluate("() => document.body.setAttribute('style', 'color: red')");
      page.evaluate("() => fetch('https://elsewhere.example/').catch(() => null)");
      assertThat(visitor.complaints())
          .anyMatch(words -> words.contains("connect-src") || words.contains("connect"));
      visitor.forgives();
    }
  }

  @Test
  void noOtherPageShowsOneOfOurs() {
    try (Visitor visitor = house.stranger()) {
      Page page = visitor.page();
      page.setContent("<iframe src='" + glasnost.address() + "/login'></iframe>");
      page.waitForTimeout(500);
      assertThat(page.frames().get(1).content()).doesNotContain("Notice of use");
      visitor.forgives();
    }
  }

  private void bearsAndIsKeptByNoCache(String person, String path, String form) {
    HttpResponse<?> answer = glasnost.as(person).get(path, form).raw();
    assertThat(answer.statusCode()).as(path + " " + form).isEqualTo(200);
    bears(path + " " + form, answer);
    keptByNoCache(path + " " + form, answer);
  }

  private static void keptByNoCache(String what, HttpResponse<?> answer) {
    assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
        .as(what)
        .contains("no-store");
  }

  private static void bears(String what, HttpResponse<?> answer) {
    BORNE.forEach(
        (name, value) ->
            assertThat(answer.headers().allValues(name))
                .as(what + ": " + name)
                .containsExactly(value));
    assertThat(answer.headers().firstValue("Permissions-Policy").orElse("")).as(what).isNotEmpty();
    assertThat(answer.headers().map().keySet())
        .as(what)
        .doesNotContain("server", "Server", "X-Powered-By");
    // By plain HTTP a browser would not believe it, and need not.
    assertThat(answer.headers().map()).as(what).doesNotContainKey("Strict-Transport-Security");
  }

  private HttpResponse<String> asNobody(String path, String accept)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(glasnost.address() + path))
                .header("Accept", accept)
                .build(),
            BodyHandlers.ofString());
  }

  /** The pages that take no id. */
  private Set<String> pages() {
    Set<String> paths = new TreeSet<>();
    ((RequestMappingHandlerMapping) glasnost.named("requestMappingHandlerMapping"))
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              Class<?> type = handler.getBeanType();
              if (type.isAnnotationPresent(Controller.class)
                  && !type.isAnnotationPresent(RestController.class)
                  && type.getName().startsWith("org.glasnost.")
                  && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                mapping.getPatternValues().stream()
                    .filter(path -> !path.contains("{"))
                    .forEach(paths::add);
              }
            });
    return paths;
  }
}
