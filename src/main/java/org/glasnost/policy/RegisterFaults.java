package org.glasnost.policy;

import java.util.List;

/** Register files that cannot be used, with every fault of all of them. */
public final class RegisterFaults extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  private RegisterFaults(List<String> faults) {
    super(String.join("\n", faults));
    this.faults = List.copyOf(faults);
  }

  /** Faults at places of files, to be told in order of file and line. */
  static RegisterFaults of(List<RegisterFault> faults) {
    return new RegisterFaults(
        faults.stream().sorted().distinct().map(RegisterFault::toString).toList());
  }

  /** Faults of the whole. */
  static RegisterFaults ofTexts(List<String> faults) {
    return new RegisterFaults(faults);
  }

  /** Each fault as {@code file:line: what is wrong}, in order of file and line. */
  public List<String> faults() {
    return faults;
  }
}
