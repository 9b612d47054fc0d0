package org.glasnost.web.account;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own password. */
@RestController
class PasswordController {
  private final OwnPassword password;
  private final OneSelf oneSelf;

  PasswordController(OwnPassword password, OneSelf oneSelf) {
    this.password = password;
    this.oneSelf = oneSelf;
  }

  /**
   * Another password.
   *
   * @param current the present one
   * @param chosen the one to take its place
   */
  record ChosenPassword(@Nullable String current, @Nullable String chosen) {
    /** Never shows a password. */
    @Override
    public String toString() {
      return "ChosenPassword";
    }
  }

  @PostMapping("/api/me/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void choose(@RequestBody ChosenPassword body) {
    oneSelf.require();
    password.choose(body.current(), body.chosen());
  }
}
