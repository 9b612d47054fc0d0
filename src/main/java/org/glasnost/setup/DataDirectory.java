package org.glasnost.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
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

  /**
   * Makes it where it is not there, its owner's alone: markings and the journal stand in the
   * embedded database in clear. One that is there is left as somebody made it.
   *
   * @throws CannotStart if it cannot be made
   */
  static void make(Environment environment) {
    String settled = environment.getProperty(PROPERTY, "");
    if (settled.isBlank() || Files.exists(Path.of(settled))) {
      return;
    }
    Path directory = Path.of(settled);
    try {
      Path parent = directory.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectory(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectory(directory);
      }
    } catch (IOException e) {
      // Unless another node made it first.
      if (!Files.isDirectory(directory)) {
        throw new CannotStart(
            List.of("glasnost.data (" + settled + ") cannot be made: " + e.getMessage() + "."));
      }
    }
  }
}
