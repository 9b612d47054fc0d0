package org.glasnost.architecture.specimen.rule;

import org.springframework.core.annotation.Order;

/** A pure room that sees a framework. */
@Order(1)
public final class Framed {
  private Framed() {}
}
