package org.glasnost.setup;

import org.glasnost.command.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Starts the application, or runs a command that needs none of it. */
@SpringBootApplication(
    scanBasePackages = "org.glasnost",
    exclude = UserDetailsServiceAutoConfiguration.class)
@AutoConfigurationPackage(basePackages = "org.glasnost")
public class Glasnost {

  /** For Spring. */
  Glasnost() {}

  /**
   * Starts the application.
   *
   * @param arguments a command such as {@code journal verify}, or as for any Spring Boot
   *     application
   */
  public static void main(String[] arguments) {
    if (CommandLine.handles(arguments)) {
      System.exit(CommandLine.run(arguments, CommandSettings.read(), System.out, System.err));
    }
    SpringApplication.run(Glasnost.class, arguments);
  }
}
