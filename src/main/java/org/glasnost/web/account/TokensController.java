package org.glasnost.web.account;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnost.authority.ApiToken;
import org.glasnost.authority.TokenScope;
import org.glasnost.web.ListView;
import org.glasnost.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own tokens, by which programs act in their name. */
@RestController
@RequestMapping("/api/me/tokens")
class TokensController {
  private final OwnTokens tokens;

  TokensController(OwnTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * What is asked for.
   *
   * @param name what its holder calls it
   * @param scopes any of read, write, sign
   * @param expiresOn the last day on which it serves
   */
  record TokenAsked(
      @Nullable String name, @Nullable List<String> scopes, @Nullable LocalDate expiresOn) {}

  /**
   * A token as answered.
   *
   * @param serves whether it serves today
   * @param token what is presented after {@code Bearer}; told once, with the issue
   */
  record TokenView(
      UUID id,
      String name,
      List<String> scopes,
      Instant createdAt,
      LocalDate expiresOn,
      @Nullable Instant lastUsedAt,
      @Nullable Instant revokedAt,
      boolean serves,
      @Nullable String token) {
    static TokenView of(ApiToken token, @Nullable String presented) {
      return new TokenView(
          token.id(),
          token.name(),
          token.scopes().stream().sorted().map(TokenScope::word).toList(),
          token.createdAt(),
          token.expiresOn(),
          token.lastUsedAt(),
          token.revokedAt(),
          token.serves(),
          presented);
    }

    /** Never shows what is presented. */
    @Override
    public String toString() {
      return "TokenView[" + id + "]";
    }
  }

  @GetMapping
  ListView<TokenView> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    PageRequest page = PageRequest.of(limit, after);
    String last = page.after();
    List<TokenView> all = tokens.all().stream().map(token -> TokenView.of(token, null)).toList();
    List<TokenView> behind =
        last == null
            ? all
            : all.stream().dropWhile(view -> !view.id().toString().equals(last)).skip(1).toList();
    return page.page(
        behind.stream().limit(page.limit() + 1L).toList(), view -> view.id().toString());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<TokenView> issue(@RequestBody TokenAsked body) {
    ApiToken.Issued issued = tokens.issue(body.name(), body.scopes(), body.expiresOn());
    return ResponseEntity.created(URI.create("/api/me/tokens/" + issued.token().id()))
        .body(TokenView.of(issued.token(), issued.presented()));
  }

  @GetMapping("/{id}")
  TokenView one(@PathVariable UUID id) {
    return TokenView.of(tokens.one(id), null);
  }

  @PostMapping("/{id}/revoke")
  TokenView revoke(@PathVariable UUID id) {
    tokens.revoke(id);
    return one(id);
  }
}
