package org.glasnost.setup;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Starts the application. */
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
   * @param arguments as for any Spring Boot application
   */
  public static void main(String[] arguments) {
    SpringApplication.run(Glasnost.class, arguments);
  }
}
