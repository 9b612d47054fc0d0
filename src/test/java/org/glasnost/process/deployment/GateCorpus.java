package org.glasnost.process.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files in {@code src/test/resources/gate}, and what its lists say of them. */
final class GateCorpus {
  private static final Path DIRECTORY = Path.of("src/test/resources/gate");
  private static final String IN_FORCE = "in-force";

  private GateCorpus() {}

  /** The rows of a list, without its head; the last column may hold commas. */
  static List<String[]> rows(String list, int columns) {
    try {
      return Files.readAllLines(DIRECTORY.resolve(list)).stream()
          .skip(1)
          .map(line -> line.split(",", columns))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the files and directories of a kind, as they lie there. */
  static Set<String> names(String kind) {
    return paths(DIRECTORY.resolve(kind)).stream()
        .map(path -> path.getFileName().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is submitted together: a file, or the files of a directory. */
  static List<DeploymentFile> submitted(String kind, String name) {
    Path path = DIRECTORY.resolve(kind).resolve(name);
    return Files.isDirectory(path)
        ? paths(path).stream().filter(Files::isRegularFile).map(GateCorpus::file).toList()
        : List.of(file(path));
  }

  /** What is in force before, in the order in which it came into force. */
  static List<DeploymentFile> inForce(String kind, String name) {
    Path path = DIRECTORY.resolve(kind).resolve(name).resolve(IN_FORCE);
    return Files.isDirectory(path)
        ? paths(path).stream().map(GateCorpus::file).toList()
        : List.of();
  }

  private static List<Path> paths(Path directory) {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DeploymentFile file(Path path) {
    try {
      return new DeploymentFile(path.getFileName().toString(), Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
