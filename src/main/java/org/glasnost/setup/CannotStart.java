package org.glasnost.setup;

import java.util.List;

/** The installation is not fit to start; says what to set. */
final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> reasons;

  CannotStart(List<String> reasons) {
    super(String.join(" ", reasons));
    this.reasons = List.copyOf(reasons);
  }

  List<String> reasons() {
    return reasons;
  }
}
