package org.glasnost.audit.verifier;

/** What was read has not the form of docs/spec/journal.md. */
final class FormException extends Exception {
  private static final long serialVersionUID = 1L;

  FormException(String message) {
    super(message);
  }
}
