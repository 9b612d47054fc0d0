package org.glasnost.command;

import java.util.Optional;

/** The settings of the application, for the commands that need one. */
@FunctionalInterface
public interface Settings {

  /** The value of a property such as {@code spring.datasource.url}; empty where it is not set. */
  Optional<String> of(String property);
}
