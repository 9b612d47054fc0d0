package org.glasnost.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copies the embedded database while people read and writers wait, which only the process that
 * holds its file can. The copy stays on this machine, beside the database: nothing of it goes over
 * the network.
 */
@Component
public class BackingUp {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Journal journal;
  private final BackupRegister register;
  private final Clock clock;
  private final Path directory;
  private final String url;

  BackingUp(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Journal journal,
      BackupRegister register,
      Clock clock,
      @Value("${glasnost.data}") Path data,
      @Value("${spring.datasource.url}") String url) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.journal = journal;
    this.register = register;
    this.clock = clock;
    this.directory = data.resolve("backups");
    this.url = url;
  }

  /**
   * Makes a copy and says so in the journal, before the copy is begun.
   *
   * @return the name of the file in the directory {@code backups} of the installation's data
   * @throws Refused if the person is no administrator, or the database is not the embedded one
   */
  public String backUp(Person person, Occasion occasion) {
    requireAdministrator(person);
    if (!url.startsWith("jdbc:h2:file:")) {
      throw new Refused(
          Refused.Ground.CONFLICT,
          Finding.error(
              "OPS-0002",
              "This database is not the embedded one: back it up by its own means, or by java -jar"
                  + " glasnost.jar backup FILE."));
    }
    Instant begun = clock.instant();
    String name = "glasnost-" + STAMP.format(begun) + ".zip";
    try {
      Files.createDirectories(directory);
      // Titles and markings stand in it in clear.
      Files.createFile(
          directory.resolve(name),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (IOException e) {
      throw new UncheckedIOException("no file for a backup", e);
    }
    register.add(name, begun);
    journal.appendAlone(JournalEntry.of(EventKind.BACKED_UP, occasion).after(Map.of("file", name)));
    String statement =
        "backup to '"
            + directory.resolve(name).toAbsolutePath().toString().replace("'", "''")
            + "'";
    // In a transaction that may write, so that no other does: a copy would hold half of it.
    transaction.executeWithoutResult(open -> jdbc.sql(statement).update());
    return name;
  }

  /**
   * The copies that are kept, the latest first, at most 200; without a word of which records they
   * hold.
   *
   * @throws Refused if the person is no administrator
   */
  public List<BackupRegister.Copy> kept(Person person) {
    requireAdministrator(person);
    return register.kept(clock.instant());
  }

  private static void requireAdministrator(Person person) {
    if (!person.has(Role.ADMINISTRATOR)) {
      throw new Refused(
          Refused.Ground.NOT_ENTITLED,
          Finding.error("OPS-0001", "Only an administrator makes and sees backups."));
    }
  }
}
