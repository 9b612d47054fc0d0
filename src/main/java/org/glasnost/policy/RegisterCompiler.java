package org.glasnost.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the registers that people edit and writes each edition as the plain lines that {@link
 * org.glasnost.marking.MarkingRegister} reads, so that the pure rooms work without any framework.
 *
 * <p>The build runs it over the registers that ship, the application at its start over those it is
 * about to use. Either refuses all faults at once, each with file and line: an unknown key, a
 * missing or unknown value, a token or form twice, a successor, requirement or member that names
 * nothing, days out of order or outside their orders.
 */
public final class RegisterCompiler {
  /** The fields of a compiled line, in order; the category stands behind the first. */
  private static final List<RegisterKey> COLUMNS =
      List.of(
          RegisterKey.TOKEN,
          RegisterKey.FORMS,
          RegisterKey.ABBREVIATIONS,
          RegisterKey.PORTION,
          RegisterKey.FROM,
          RegisterKey.TO,
          RegisterKey.REUSE,
          RegisterKey.SUCCESSORS,
          RegisterKey.LEVELS,
          RegisterKey.REQUIRES,
          RegisterKey.EXCLUDES,
          RegisterKey.MEMBERS,
          RegisterKey.RANK,
          RegisterKey.ISM,
          RegisterKey.STANDING,
          RegisterKey.CITE);

  private RegisterCompiler() {}

  /**
   * Compiles all registers.
   *
   * @param arguments the folder of the registers, and the folder to write to
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    compile(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  /**
   * Compiles all registers below a folder.
   *
   * @param source holds {@code <id>/<edition>/*.yaml}
   * @param target where one resource per edition is written
   * @throws RegisterFaults naming every fault by file and line
   * @throws IOException if a file cannot be read or written
   */
  public static void compile(Path source, Path target) throws IOException {
    SortedMap<String, List<String>> editions = compile(files(source));
    Files.createDirectories(target);
    for (Map.Entry<String, List<String>> edition : editions.entrySet()) {
      Files.write(
          target.resolve(edition.getKey().replace('/', '-') + ".register"), edition.getValue());
    }
  }

  /**
   * The register files below a folder.
   *
   * @return the bytes of each by its path within the folder, with slashes
   * @throws IOException if one cannot be read
   */
  public static SortedMap<String, byte[]> files(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".yaml")).toList()) {
        files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    }
    return files;
  }

  /**
   * Compiles register files.
   *
   * @param files the bytes of each by the name that messages give it; its last two folders are
   *     register and edition
   * @return the lines of each edition, by {@code register/edition}
   * @throws RegisterFaults naming every fault by file and line
   */
  public static SortedMap<String, List<String>> compile(Map<String, byte[]> files) {
    List<RegisterFault> faults = new ArrayList<>();
    List<RegisterWord> words = new ArrayList<>();
    new TreeMap<>(files)
        .forEach((name, bytes) -> words.addAll(RegisterFile.words(name, bytes, faults)));
    RegisterChecks.check(words, faults);
    if (!faults.isEmpty()) {
      throw RegisterFaults.of(faults);
    }
    return words.stream()
        .collect(
            Collectors.groupingBy(
                RegisterWord::edition,
                TreeMap::new,
                Collectors.mapping(RegisterCompiler::line, Collectors.toList())));
  }

  private static String line(RegisterWord word) {
    List<String> fields = new ArrayList<>();
    for (RegisterKey key : COLUMNS) {
      fields.add(word.has(key) ? String.join("|", word.list(key)) : key.absent());
    }
    fields.add(1, word.category());
    return String.join("\t", fields);
  }
}
