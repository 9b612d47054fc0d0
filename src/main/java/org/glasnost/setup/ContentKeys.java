package org.glasnost.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.glasnost.content.KeystoreFile;
import org.glasnost.content.WrappingKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Where the keys that wrap the keys of all content come from. */
@Configuration(proxyBeanMethods = false)
class ContentKeys {

  ContentKeys() {}

  /** In production they are made by people and named by the configuration. */
  @Bean
  @Profile("!demo")
  WrappingKeys wrappingKeys(
      @Value("${glasnost.keystore.file}") Path file,
      @Value("${glasnost.keystore.password}") String password)
      throws IOException {
    return KeystoreFile.open(file, password.toCharArray());
  }

  /** In the demonstration they are made at the first start, with a password of their own beside. */
  @Bean
  @Profile("demo")
  WrappingKeys demoWrappingKeys(@Value("${glasnost.data}") Path directory) throws IOException {
    Path file = directory.resolve("content-keys.p12");
    Path passwordFile = directory.resolve("content-keys.password");
    if (!Files.exists(file)) {
      Files.createDirectories(directory);
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Files.deleteIfExists(passwordFile);
      Files.createFile(
          passwordFile,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          passwordFile,
          Base64.getEncoder().encodeToString(random),
          StandardCharsets.UTF_8,
          StandardOpenOption.WRITE);
      return KeystoreFile.create(file, password(passwordFile));
    }
    return KeystoreFile.open(file, password(passwordFile));
  }

  private static char[] password(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8).toCharArray();
  }
}
