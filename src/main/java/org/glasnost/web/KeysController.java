package org.glasnost.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.content.KeysInUse;
import org.glasnost.content.Rotation;
import org.glasnost.content.RotationState;
import org.glasnost.history.RotatingKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The keys that wrap the keys of all content, for administrators. Never shows a key. */
@RestController
@RequestMapping("/api/operations/keys")
class KeysController {
  private final RotatingKeys rotating;
  private final Callers callers;

  KeysController(RotatingKeys rotating, Callers callers) {
    this.rotating = rotating;
    this.callers = callers;
  }

  /**
   * A wrapping key in use.
   *
   * @param name in the key store
   * @param keys how many keys of documents, reviews and deployments are wrapped by it
   */
  record KeyUseView(String name, long keys) {

    static KeyUseView of(KeysInUse.Use use) {
      return new KeyUseView(use.name(), use.keys());
    }
  }

  /**
   * A rotation.
   *
   * @param to the wrapping key that everything is to be under
   * @param from the wrapping keys that were in use besides it at the order
   * @param orderedBy user name
   * @param atOrder how many keys were under others at the order
   * @param rewrapped how many were rewrapped since
   * @param unopened how many do not open by the wrapping key that they name, and were left
   * @param begunAt when the first was rewrapped, or null
   * @param endedAt when nothing was left, or null
   */
  record RotationView(
      String to,
      List<String> from,
      RotationState state,
      String orderedBy,
      Instant orderedAt,
      long atOrder,
      long rewrapped,
      long unopened,
      @Nullable Instant begunAt,
      @Nullable Instant endedAt) {

    static RotationView of(Rotation rotation) {
      return new RotationView(
          rotation.to(),
          rotation.from(),
          rotation.state(),
          rotation.orderedByName(),
          rotation.orderedAt(),
          rotation.atOrder(),
          rotation.rewrapped(),
          rotation.unopened(),
          rotation.begunAt(),
          rotation.endedAt());
    }
  }

  /**
   * How the keys stand.
   *
   * @param current what new content is kept under
   */
  record KeysView(String current, List<KeyUseView> inUse, List<RotationView> rotations) {}

  @GetMapping
  KeysView keys() {
    RotatingKeys.Keys keys = rotating.look(callers.current());
    return new KeysView(
        keys.current(),
        keys.inUse().stream().map(KeyUseView::of).toList(),
        keys.rotations().stream().map(RotationView::of).toList());
  }

  @PostMapping("/rotations")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<RotationView> rotate() {
    Person person = callers.current();
    Rotation ordered = rotating.order(person, callers.occasion(Role.ADMINISTRATOR));
    return ResponseEntity.created(URI.create("/api/operations/keys/rotations/" + ordered.to()))
        .body(RotationView.of(ordered));
  }

  @GetMapping("/rotations/{to}")
  RotationView rotation(@PathVariable String to) {
    return RotationView.of(rotating.look(callers.current(), to));
  }
}
