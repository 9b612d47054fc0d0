package org.glasnost.policy;

import java.util.Comparator;

/**
 * What is wrong at one place of a register file.
 *
 * @param file as the caller named it
 * @param line from 1
 * @param message what is wrong, in words for whoever edits the file
 */
record RegisterFault(String file, int line, String message) implements Comparable<RegisterFault> {
  private static final Comparator<RegisterFault> BY_PLACE =
      Comparator.comparing(RegisterFault::file)
          .thenComparing(RegisterFault::line)
          .thenComparing(RegisterFault::message);

  @Override
  public int compareTo(RegisterFault other) {
    return BY_PLACE.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
