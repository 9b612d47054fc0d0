package org.glasnost.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.policy.RegisterCompiler;
import org.glasnost.policy.RegisterEditions;
import org.glasnost.policy.RegisterFaults;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Checks the registers that the application is about to use, and puts them in force: those of
 * {@code glasnost.registers}; else those in {@code config/registers} of the directory where it is
 * started, if there are any; else those in the jar.
 */
final class RegistersAtStart {
  private static final String SETTING = "glasnost.registers";
  private static final String USUAL = "config/registers";
  private static final String IN_JAR = "classpath*:config/registers/**/*.yaml";
  private static final String OF_JAR = "the jar";

  private RegistersAtStart() {}

  /** What keeps the application from starting; empty where nothing does. */
  static List<String> check(Environment environment) {
    try {
      RegisterEditions editions = read(environment);
      if (folder(environment).isEmpty() && !editions.saysTheSameAs(RegisterEditions.shipped())) {
        return List.of(
            "The registers in the jar are not those that were compiled with it: build it again.");
      }
      MarkingRegister.putInForce(editions.historic(), editions.cnsi(), editions.cui());
      return List.of();
    } catch (RegisterFaults e) {
      return reasons(environment, e);
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      return List.of(
          SETTING
              + " names no directory that can be read: the registers of markings ("
              + environment.getProperty(SETTING, USUAL)
              + ").");
    }
  }

  /**
   * The same for a command that starts no application; where the registers are those in the jar
   * there is nothing to check and nothing to put in force.
   */
  static List<String> checkOthers(Environment environment) {
    boolean named = !environment.getProperty(SETTING, "").isEmpty();
    return named || Files.isDirectory(Path.of(USUAL)) ? check(environment) : List.of();
  }

  /**
   * The register files that are in force, each by its path from {@code config/} on, the same
   * wherever they lie.
   *
   * @throws IOException if one cannot be read
   */
  static SortedMap<String, byte[]> files(Environment environment) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    Optional<Path> folder = folder(environment);
    if (folder.isPresent()) {
      RegisterCompiler.files(folder.get())
          .forEach((name, bytes) -> files.put(USUAL + "/" + name, bytes));
      return files;
    }
    for (Resource resource : new PathMatchingResourcePatternResolver().getResources(IN_JAR)) {
      String location = resource.getURL().toString();
      files.put(
          location.substring(location.lastIndexOf("/" + USUAL + "/") + 1),
          resource.getContentAsByteArray());
    }
    return files;
  }

  private static RegisterEditions read(Environment environment) throws IOException {
    Optional<Path> folder = folder(environment);
    SortedMap<String, byte[]> named = new TreeMap<>();
    files(environment)
        .forEach(
            (name, bytes) ->
                named.put(
                    folder
                        .map(f -> f.resolve(name.substring(USUAL.length() + 1)).toString())
                        .orElse(name),
                    bytes));
    return RegisterEditions.of(named, folder.map(Path::toString).orElse(OF_JAR));
  }

  private static List<String> reasons(Environment environment, RegisterFaults faults) {
    List<String> reasons = new ArrayList<>();
    reasons.add(
        "The registers of markings in "
            + folder(environment).map(Path::toString).orElse(OF_JAR)
            + " cannot be used; docs/spec/registers.md says what an entry means. Faults: "
            + faults.faults().size()
            + ".");
    reasons.addAll(faults.faults());
    return reasons;
  }

  /** Where the registers lie that are not the jar's. */
  private static Optional<Path> folder(Environment environment) {
    String setting = environment.getProperty(SETTING, "");
    if (!setting.isEmpty()) {
      return Optional.of(Path.of(setting).toAbsolutePath().normalize());
    }
    return Optional.of(Path.of(USUAL).toAbsolutePath()).filter(Files::isDirectory);
  }
}
