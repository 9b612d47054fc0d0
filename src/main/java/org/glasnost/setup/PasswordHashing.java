package org.glasnost.setup;

import java.io.IOException;
import java.util.Map;
import org.glasnost.authority.RefusedPasswords;
import org.glasnost.policy.Agencies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords are stored as Argon2id hashes; the name of the hash stands before it. Those that are
 * known or expected, names of agencies among them, nobody may choose.
 */
@Configuration(proxyBeanMethods = false)
class PasswordHashing {
  private static final String PRESENT = "argon2id";

  /** OWASP ASVS 5.0.0, appendix C: with two passes at least 19 MiB. Older hashes say their own. */
  private static final int KIBIBYTES = 19 * 1024;

  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  PasswordHashing() {}

  @Bean
  RefusedPasswords refusedPasswords(Environment environment, Agencies agencies) throws IOException {
    return RefusedPasswordsAtStart.read(environment).andNamesOf(agencies);
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new DelegatingPasswordEncoder(
        PRESENT,
        Map.of(
            PRESENT, new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES)));
  }
}
