package org.glasnost.setup;

import java.util.Optional;
import org.glasnost.command.Settings;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/** Reads the settings as the application would, and starts nothing. */
final class CommandSettings {
  private CommandSettings() {}

  static Environment environment() {
    StandardEnvironment environment = new StandardEnvironment();
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    ConfigurationPropertySources.attach(environment);
    DataDirectory.settle(environment);
    return environment;
  }

  static Settings in(Environment environment) {
    return property ->
        Optional.ofNullable(environment.getProperty(property)).filter(value -> !value.isEmpty());
  }
}
