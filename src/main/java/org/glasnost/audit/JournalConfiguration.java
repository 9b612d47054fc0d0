package org.glasnost.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What the journal needs from the installation.
 *
 * <ul>
 *   <li>{@code glasnost.data}: the directory of the installation, default {@code data}
 *   <li>{@code glasnost.journal.key-file}: the signing key, default {@code journal-key.pem} there
 *   <li>{@code glasnost.journal.name}: what the house is called, default {@code glasnost}
 *   <li>{@code glasnost.production}: true where a missing key is not made but refused; the default,
 *       so that only an installation that says otherwise makes keys
 * </ul>
 */
@Configuration(proxyBeanMethods = false)
public class JournalConfiguration {

  /** For Spring. */
  public JournalConfiguration() {}

  @Bean
  CheckpointSigner checkpointSigner(
      @Value("${glasnost.data:data}") String directory,
      @Value("${glasnost.journal.key-file:#{null}}") @Nullable String keyFile,
      @Value("${glasnost.production:true}") boolean production) {
    Path file = keyFile != null ? Path.of(keyFile) : Path.of(directory, "journal-key.pem");
    if (Files.exists(file)) {
      return KeyFileSigner.read(file);
    }
    if (production) {
      throw new IllegalStateException(
          "glasnost.journal.key-file names no file ("
              + file
              + "). Make the journal's signing key once, keep a copy, and name it: openssl genpkey"
              + " -algorithm ed25519 -out FILE && openssl pkey -in FILE -pubout >> FILE");
    }
    return KeyFileSigner.create(file);
  }

  @Bean
  CheckpointDirectory checkpointDirectory(@Value("${glasnost.data:data}") String directory) {
    return new CheckpointDirectory(Path.of(directory, "checkpoints"));
  }

  @Bean
  JournalOrigin journalOrigin(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      @Value("${glasnost.journal.name:glasnost}") String house) {
    return new JournalOrigin(jdbc, transactions, house);
  }
}
