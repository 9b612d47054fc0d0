package org.glasnost.authority;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Makes of the list that the build takes in the one that {@link RefusedPasswords} searches. The
 * name of the product is added: of an application whose name everybody sees it is expected.
 */
public final class RefusedPasswordsCompiler {
  static final String PRODUCT = "glasnost";

  private RefusedPasswordsCompiler() {}

  /**
   * Compiles the list.
   *
   * @param arguments the file of the package, packed by gzip, and the file to write
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target.resolveSibling(""));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(arguments[0]))),
                StandardCharsets.UTF_8))) {
      Files.write(
          target, RefusedPasswords.compiled(Stream.concat(lines.lines(), Stream.of(PRODUCT))));
    }
  }
}
