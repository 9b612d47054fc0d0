package org.glasnost.audit;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What the journal needs from the installation.
 *
 * <ul>
 *   <li>{@code glasnost.data}: the directory of the installation, default {@code data}
 *   <li>{@code glasnost.journal.key-file}: the signing key in a PEM file, default {@code
 *       journal-key.pem} there
 *   <li>{@code glasnost.journal.key-alias}: instead, its entry in {@code glasnost.keystore.file}
 *   <li>{@code glasnost.journal.former-key-file}, {@code glasnost.journal.former-key-alias}: the
 *       key before it, as long as it signs beside it; default none
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
  SigningKeys signingKeys(Environment environment) {
    Function<String, @Nullable String> setting =
        name -> {
          String value = environment.getProperty(name, "");
          return value.isEmpty() ? null : value;
        };
    return new JournalKeySettings(setting).keys();
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
