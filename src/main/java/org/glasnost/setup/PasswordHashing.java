package org.glasnost.setup;

import java.io.IOException;
import java.util.Map;
import org.glasnost.authority.RefusedPasswords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords are stored as Argon2id hashes; the name of the hash stands before it. Those that are
 * known or expected nobody may choose.
 */
@Configuration(proxyBeanMethods = false)
class PasswordHashing {
  private static final String PRESENT = "argon2id";

  PasswordHashing() {}

  @Bean
  RefusedPasswords refusedPasswords(Environment environment) throws IOException {
    return RefusedPasswordsAtStart.read(environment);
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new DelegatingPasswordEncoder(
        PRESENT, Map.of(PRESENT, Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
  }
}
