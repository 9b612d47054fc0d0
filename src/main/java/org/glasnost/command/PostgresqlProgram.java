package org.glasnost.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs one of PostgreSQL's own programs. The password goes by its environment alone. */
final class PostgresqlProgram {
  private PostgresqlProgram() {}

  static void run(List<String> call, DatabaseAddress database) throws CommandFailed {
    ProcessBuilder program = new ProcessBuilder(call).redirectErrorStream(true);
    if (!database.password().isEmpty()) {
      program.environment().put("PGPASSWORD", database.password());
    }
    try {
      Process running = program.start();
      running.getOutputStream().close();
      String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = running.waitFor();
      if (status != 0) {
        throw new CommandFailed(call.get(0) + " ended with " + status + ": " + said.strip());
      }
    } catch (IOException e) {
      throw new CommandFailed(
          "There is no "
              + call.get(0)
              + " on the search path: install PostgreSQL's client programs, of the server's version"
              + " or newer (Debian: apt-get install postgresql-client).",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("Interrupted.", e);
    }
  }
}
