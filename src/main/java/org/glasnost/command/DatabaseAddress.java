package org.glasnost.command;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final String USER = "user";
  private static final String PASSWORD = "password";

  /** What the driver and PostgreSQL's own programs call differently, or alike. All else is left. */
  private static final Map<String, String> PROGRAMS_WORDS =
      Map.of(
          "sslmode", "sslmode",
          "sslrootcert", "sslrootcert",
          "sslcert", "sslcert",
          "sslkey", "sslkey",
          "connectTimeout", "connect_timeout",
          "targetServerType", "target_session_attrs");

  static DatabaseAddress in(Settings settings) throws CommandFailed {
    String url =
        settings
            .of("spring.datasource.url")
            .orElseThrow(() -> new CommandFailed("spring.datasource.url is not set."));
    if (!url.startsWith(H2_FILE) && !url.startsWith(POSTGRESQL)) {
      throw new CommandFailed(
          "spring.datasource.url names neither an H2 file nor PostgreSQL: only these are backed up.");
    }
    Map<String, String> written = url.startsWith(POSTGRESQL) ? parameters(url) : Map.of();
    Optional<String> owner =
        url.startsWith(POSTGRESQL) ? settings.of("spring.flyway.user") : Optional.empty();
    if (owner.isPresent()) {
      // Copies are made and put back by whoever owns the tables, where that is another role.
      return new DatabaseAddress(
          url, owner.get(), settings.of("spring.flyway.password").orElse(""));
    }
    return new DatabaseAddress(
        url,
        settings.of("spring.datasource.username").orElse(written.getOrDefault(USER, "")),
        settings.of("spring.datasource.password").orElse(written.getOrDefault(PASSWORD, "")));
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

  /**
   * The arguments by which PostgreSQL's own programs find the database: every user of the machine
   * can see them, so the password is never among them.
   */
  List<String> postgresqlArguments() {
    String place = url.substring(POSTGRESQL.length());
    int end = place.indexOf('?');
    place = end < 0 ? place : place.substring(0, end);
    List<String> kept = new ArrayList<>();
    parameters(url)
        .forEach(
            (name, value) -> {
              String word = PROGRAMS_WORDS.get(name);
              if (word != null) {
                kept.add(word + "=" + value);
              }
            });
    String address =
        "postgresql:"
            + (place.startsWith("//") ? place : "//localhost/" + place)
            + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
    return user.isEmpty()
        ? List.of("--dbname=" + address)
        : List.of("--username=" + user, "--dbname=" + address);
  }

  private static Map<String, String> parameters(String url) {
    Map<String, String> parameters = new LinkedHashMap<>();
    int start = url.indexOf('?');
    if (start >= 0) {
      for (String parameter : url.substring(start + 1).split("&", -1)) {
        int equals = parameter.indexOf('=');
        if (equals > 0) {
          parameters.put(
              parameter.substring(0, equals),
              URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8));
        }
      }
    }
    return parameters;
  }

  /** Never shows the password, which may stand in the address too. */
  @Override
  public String toString() {
    return "DatabaseAddress[" + (isH2() ? "H2" : "PostgreSQL") + "]";
  }
}
