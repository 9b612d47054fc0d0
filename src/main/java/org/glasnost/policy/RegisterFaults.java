package org.glasnost.policy;

import java.util.List;

/** Register files that cannot be used, with every fault of all of them. */
public final class RegisterFaults extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  RegisterFaults(List<RegisterFault> faults) {
    super(String.join("\n", texts(faults)));
    this.faults = texts(faults);
  }

  /** Each fault as {@code file:line: what is wrong}, in order of file and line. */
  public List<String> faults() {
    return faults;
  }

  private static List<String> texts(List<RegisterFault> faults) {
    return faults.stream().sorted().distinct().map(RegisterFault::toString).toList();
  }
}
