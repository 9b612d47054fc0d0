package org.glasnost.journey;

/** A running Glasnost as its users meet it, wherever it runs. */
public interface Served {
  /** A program that calls as one of its people. */
  Caller as(String userName);
}
