package org.glasnost.architecture.specimen.web;

import java.util.UUID;
import org.glasnost.architecture.specimen.document.Papers;

/** Calls the way round. */
public final class Asking {
  private final Papers papers;

  Asking(Papers papers) {
    this.papers = papers;
  }

  /** Whether it is there. */
  public boolean isThere(UUID id) {
    return papers.inCourse(id).isPresent();
  }
}
