package org.glasnost.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.glasnost.content.KeystoreFile;
import org.glasnost.content.WrappingKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The key store of room content. In production it is named, with its password, and must be there;
 * the demonstration makes its own at the first start, with a password of its own beside it.
 */
@Configuration(proxyBeanMethods = false)
class ContentKeys {
  private static final int PASSWORD_BYTES = 32;

  ContentKeys() {}

  @Bean
  WrappingKeys wrappingKeys(
      @Value("${glasnost.data}") Path data,
      @Value("${glasnost.production}") boolean production,
      @Value("${glasnost.keystore.file:#{null}}") @Nullable Path file,
      @Value("${glasnost.keystore.password:#{null}}") @Nullable String password)
      throws IOException {
    if (file != null && password != null) {
      return KeystoreFile.open(file, password.toCharArray());
    }
    if (production) {
      throw new IllegalStateException(
          "Production needs a key store for content: set glasnost.keystore.file and"
              + " glasnost.keystore.password.");
    }
    return madeHere(data);
  }

  private static WrappingKeys madeHere(Path data) throws IOException {
    Files.createDirectories(data);
    Path store = data.resolve("content-keys.p12");
    Path secret = data.resolve("content-keys.password");
    if (Files.exists(store)) {
      return KeystoreFile.open(store, Files.readString(secret).toCharArray());
    }
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Files.deleteIfExists(secret);
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(secret, password, StandardOpenOption.WRITE);
    return KeystoreFile.create(store, password.toCharArray());
  }
}
