package org.glasnost.audit.verifier;

/**
 * One reason why an export does not verify.
 *
 * @param rule the rule's id, such as {@code JRN-0104}
 * @param message one sentence: what is wrong and where
 */
public record Flaw(String rule, String message) {
  @Override
  public String toString() {
    return rule + " " + message;
  }
}
