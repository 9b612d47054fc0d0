package org.glasnost.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.glasnost.web.ListView;
import org.glasnost.web.edge.OpenSignIns;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the caller is signed in at the pages. */
@RestController
@RequestMapping("/api/me/sign-ins")
class SignInsController {
  private final OpenSignIns open;
  private final OneSelf oneSelf;

  SignInsController(OpenSignIns open, OneSelf oneSelf) {
    this.open = open;
    this.oneSelf = oneSelf;
  }

  @GetMapping
  ListView<OpenSignIns.OpenSignIn> list(HttpServletRequest request) {
    List<OpenSignIns.OpenSignIn> all = open.all(request);
    return new ListView<>(all, null);
  }

  @PostMapping("/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endAll(HttpServletRequest request) {
    oneSelf.require();
    open.endAll(request);
  }
}
