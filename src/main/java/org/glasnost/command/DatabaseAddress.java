package org.glasnost.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The database that the settings name.
 *
 * @param url its JDBC address
 * @param user its user, or empty text
 * @param password or empty text
 */
record DatabaseAddress(String url, String user, String password) {
  private static final String H2_FILE = "jdbc:h2:file:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  static DatabaseAddress in(Settings settings) throws CommandFailed {
    String url =
        settings
            .of("spring.datasource.url")
            .orElseThrow(() -> new CommandFailed("spring.datasource.url is not set."));
    if (!url.startsWith(H2_FILE) && !url.startsWith(POSTGRESQL)) {
      throw new CommandFailed(
          "spring.datasource.url names neither an H2 file nor PostgreSQL: only these are backed up.");
    }
    return new DatabaseAddress(
        url,
        settings.of("spring.datasource.username").orElse(""),
        settings.of("spring.datasource.password").orElse(""));
  }

  boolean isH2() {
    return url.startsWith(H2_FILE);
  }

  /** Where an H2 database lies, without the ending of its file. */
  Path h2Path() {
    String rest = url.substring(H2_FILE.length());
    int end = rest.indexOf(';');
    return Path.of(end < 0 ? rest : rest.substring(0, end)).toAbsolutePath().normalize();
  }

  /** The file that holds an H2 database. */
  Path h2File() {
    Path path = h2Path();
    return path.resolveSibling(path.getFileName() + ".mv.db");
  }

  /** The arguments by which PostgreSQL's own programs find the database; never the password. */
  List<String> postgresqlArguments() {
    String address = url.substring("jdbc:".length());
    String named = Optional.of(user).filter(name -> !name.isEmpty()).orElse("");
    return named.isEmpty()
        ? List.of("--dbname=" + address)
        : List.of("--username=" + named, "--dbname=" + address);
  }
}
