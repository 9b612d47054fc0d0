package org.glasnost.web.records;

import java.time.Instant;
import java.util.List;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.content.Rotation;
import org.glasnost.content.RotationState;
import org.glasnost.history.BackingUp;
import org.glasnost.history.RotatingKeys;
import org.glasnost.rule.Refused;
import org.glasnost.web.Callers;
import org.glasnost.web.page.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where administrators see how the keys of the content stand, and rotate them. */
@Controller
@RequestMapping("/operations")
class OperationsPage {
  private final RotatingKeys rotating;
  private final BackingUp backingUp;
  private final Callers callers;
  private final RefusedForms refusals;

  OperationsPage(
      RotatingKeys rotating, BackingUp backingUp, Callers callers, RefusedForms refusals) {
    this.rotating = rotating;
    this.backingUp = backingUp;
    this.callers = callers;
    this.refusals = refusals;
  }

  /**
   * A rotation in the list.
   *
   * @param from names in a row
   * @param share of the keys counted at the order, 0 to 100
   */
  record Row(
      String to,
      String from,
      String state,
      String style,
      String orderedBy,
      Instant orderedAt,
      long atOrder,
      long rewrapped,
      long unopened,
      long share,
      @Nullable Instant begunAt,
      @Nullable Instant endedAt) {
    static Row of(Rotation rotation) {
      return new Row(
          rotation.to(),
          String.join(", ", rotation.from()),
          Typed.words(rotation.state()),
          OperationsPage.style(rotation.state()),
          rotation.orderedByName(),
          rotation.orderedAt(),
          rotation.atOrder(),
          rotation.rewrapped(),
          rotation.unopened(),
          OperationsPage.share(rotation),
          rotation.begunAt(),
          rotation.endedAt());
    }
  }

  @GetMapping
  ModelAndView show() {
    return page(FormFindings.NONE);
  }

  @PostMapping("/keys/rotations")
  ModelAndView rotate() {
    Person person = callers.current();
    try {
      rotating.order(person, callers.occasion(Role.ADMINISTRATOR));
      return Onward.to("/operations");
    } catch (Refused refused) {
      FormFindings found = refusals.told(refused);
      return found.on(page(found), refused);
    }
  }

  private ModelAndView page(FormFindings found) {
    RotatingKeys.Keys keys = rotating.look(callers.current());
    List<Row> rows = keys.rotations().stream().map(Row::of).toList();
    return new ModelAndView("records/operations")
        .addObject("backups", backingUp.kept(callers.current()))
        .addObject("current", keys.current())
        .addObject("uses", keys.inUse())
        .addObject("rotations", rows)
        .addObject(
            "running", keys.rotations().stream().anyMatch(r -> r.state() == RotationState.RUNNING))
        .addObject("found", found);
  }

  private static long share(Rotation rotation) {
    return switch (rotation.state()) {
      case ENDED -> 100;
      case RUNNING ->
          rotation.atOrder() == 0
              ? 0
              : Math.min(99, 100 * rotation.rewrapped() / rotation.atOrder());
    };
  }

  private static String style(RotationState state) {
    return switch (state) {
      case RUNNING -> "state-waiting";
      case ENDED -> "state-done";
    };
  }
}
