package org.glasnost.setup;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The directory of the installation as an absolute path, settled once before anybody asks: H2 takes
 * none of which it is not plain that it is relative, and keys, checkpoints and database must lie in
 * the same one.
 */
final class DataDirectory {
  private static final String PROPERTY = "glasnost.data";

  private DataDirectory() {}

  /** Puts the absolute path before what was set; leaves alone what is not set. */
  static void settle(ConfigurableEnvironment environment) {
    String said = environment.getProperty(PROPERTY, "");
    if (!said.isBlank()) {
      String settled = Path.of(said).toAbsolutePath().normalize().toString();
      environment
          .getPropertySources()
          .addFirst(new MapPropertySource("data directory", Map.of(PROPERTY, settled)));
    }
  }
}
