package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page of the first start as somebody fills it in. Keeps the session's cookie by hand: it is
 * one for encrypted connections alone, and a proxy is what encrypts them.
 */
final class FirstStartForm {
  private static final Pattern CODE =
      Pattern.compile("enter this code, which works once: ([A-Za-z0-9_-]+)");
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final List<String> USER_NAMES =
      List.of("a.dministrator", "b.dministrator", "a.security", "b.security");

  private final Caller somebody;

  FirstStartForm(String address) {
    this(Caller.nobody(address));
  }

  /** As somebody who knows how to reach it. */
  FirstStartForm(Caller somebody) {
    this.somebody = somebody;
  }

  /** The code that a log shows last. */
  static String code(List<String> log) {
    List<String> codes = new ArrayList<>();
    for (String line : log) {
      Matcher shown = CODE.matcher(line);
      if (shown.find()) {
        codes.add(shown.group(1));
      }
    }
    assertThat(codes).as("the log shows a code").isNotEmpty();
    return codes.get(codes.size() - 1);
  }

  /** What the four people enter when they do it right. */
  static Map<String, String> filledIn(String code) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("code", code);
    fields.put("agency", "NARA");
    for (int i = 0; i < USER_NAMES.size(); i++) {
      fields.put("userName" + i, USER_NAMES.get(i));
      fields.put("displayName" + i, "Notional Person " + i);
      fields.put("password" + i, password(i));
    }
    return fields;
  }

  static List<String> userNames() {
    return USER_NAMES;
  }

  static String password(int person) {
    return "four notional words " + person;
  }

  /** Opens the page. */
  Caller.Answer opens() {
    return somebody.get("/setup", "text/html");
  }

  /** Opens a page that has a form, and sends the fields with that form's token. */
  Caller.Answer sends(Map<String, String> fields) {
    // Where the page of the first start is gone, the one for signing in has a token as good.
    Caller.Answer page = opens();
    if (page.status() == 404) {
      page = somebody.get("/login", "text/html");
    }
    Matcher csrf = CSRF.matcher(page.body());
    assertThat(csrf.find()).as("a form with a token").isTrue();
    String cookie =
        page.raw().headers().allValues("Set-Cookie").stream()
            .map(set -> set.substring(0, set.indexOf(';')))
            .collect(Collectors.joining("; "));
    Map<String, String> sent = new LinkedHashMap<>(fields);
    sent.put("_csrf", csrf.group(1));
    String body =
        sent.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return somebody.send(
        somebody
            .request("/setup")
            .header("Cookie", cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }
}
