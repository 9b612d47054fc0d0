package org.glasnost.web;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Where an exception came from, for the log: classes and lines of code, never a message. A
 * database's or a parser's message quotes what it choked on, and that may be content.
 */
public final class Trace {
  private static final int FRAMES = 30;

  private Trace() {}

  /** The classes of the exception and its causes, each with its first frames. */
  public static String of(Throwable thrown) {
    StringBuilder trace = new StringBuilder();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
      trace.append(seen.size() == 1 ? "" : "\ncaused by ").append(cause.getClass().getName());
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
        trace.append("\n  at ").append(frames[i]);
      }
    }
    return trace.toString();
  }
}
