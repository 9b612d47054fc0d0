package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.web.edge.StubProvider;

/**
 * A browser that follows no redirect by itself: what each of them says is looked at, and the
 * provider answers what the test has it say.
 */
final class OpenIdTab {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String address;
  private final StubProvider provider;
  private String cookie = "";
  private String token = "";

  OpenIdTab(String address, StubProvider provider) {
    this.address = address;
    this.provider = provider;
  }

  /** The session's cookie. */
  String cookie() {
    return cookie;
  }

  HttpResponse<String> reads(String path) throws IOException, InterruptedException {
    return sends(to(path).GET());
  }

  HttpResponse<String> signsOut() throws IOException, InterruptedException {
    reads("/account");
    return sends(
        to("/logout")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("_csrf=" + token)));
  }

  private HttpRequest.Builder to(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Accept", path.startsWith("/api") ? "application/json" : "text/html");
    return cookie.isEmpty() ? request : request.header("Cookie", "glasnost=" + cookie);
  }

  private HttpResponse<String> sends(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
    for (String set : answer.headers().allValues("Set-Cookie")) {
      cookie = set.substring(set.indexOf('=') + 1, set.indexOf(';'));
    }
    Matcher found = TOKEN.matcher(answer.body());
    if (found.find()) {
      token = found.group(1);
    }
    return answer;
  }

  /** What the provider is asked. */
  Map<String, String> sent(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = reads(path);
    assertThat(location(answer)).startsWith(provider.issuer() + "/authorize?");
    return query(location(answer));
  }

  HttpResponse<String> returns(Map<String, String> asked, JWTClaimsSet claims)
      throws IOException, InterruptedException {
    return returns("agency", asked, claims);
  }

  HttpResponse<String> returns(String door, Map<String, String> asked, JWTClaimsSet claims)
      throws IOException, InterruptedException {
    return reads(
        "/login/oauth2/code/"
            + door
            + "?code="
            + provider.codeFor(provider.signed(claims))
            + "&state="
            + String.valueOf(asked.get("state")).replace("=", "%3D")
            + "&continue=https://evil.example&redirect=//evil.example");
  }

  HttpResponse<String> signsIn(Map<String, Object> claims)
      throws IOException, InterruptedException {
    Map<String, String> asked = sent("/oauth2/authorization/agency");
    return returns(asked, claimed(asked, claims));
  }

  int seesItself() throws IOException, InterruptedException {
    return reads("/api/me").statusCode();
  }

  JWTClaimsSet claimed(Map<String, String> asked, Map<String, Object> claims) {
    JWTClaimsSet.Builder said =
        provider.claims(String.valueOf(claims.get("sub")), String.valueOf(asked.get("nonce")));
    claims.forEach(said::claim);
    return said.build();
  }

  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  static Map<String, String> query(String address) {
    Map<String, String> query = new HashMap<>();
    for (String pair : URI.create(address).getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }
}
