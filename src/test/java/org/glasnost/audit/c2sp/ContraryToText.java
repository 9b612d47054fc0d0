package org.glasnost.audit.c2sp;

/** A log serves what the texts do not allow. */
final class ContraryToText extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ContraryToText(String what) {
    super(what);
  }
}
