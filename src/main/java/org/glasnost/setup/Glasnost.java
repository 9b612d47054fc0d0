package org.glasnost.setup;

import java.util.List;
import org.glasnost.command.CommandLine;
import org.glasnost.command.ExitStatus;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration;
import org.springframework.core.env.Environment;

/** Starts the application, or runs a command that needs none of it. */
@SpringBootApplication(
    scanBasePackages = "org.glasnost",
    exclude = {
      UserDetailsServiceAutoConfiguration.class,
      // What is configured is put into the chain by ourselves: see OpenIdSignIn.
      OAuth2ClientAutoConfiguration.class,
      OAuth2ClientWebSecurityAutoConfiguration.class
    })
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
      System.exit(command(arguments));
    }
    SpringApplication.run(Glasnost.class, arguments);
  }

  private static int command(String[] arguments) {
    Environment environment = CommandSettings.environment();
    if (CommandLine.readsMarkings(arguments)) {
      List<String> reasons = RegistersAtStart.checkOthers(environment);
      if (!reasons.isEmpty()) {
        reasons.forEach(System.err::println);
        return ExitStatus.MISUSED.code();
      }
    }
    return CommandLine.run(arguments, CommandSettings.in(environment), System.out, System.err);
  }
}
