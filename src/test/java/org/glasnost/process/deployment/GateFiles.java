package org.glasnost.process.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.glasnost.policy.PolicyFiles;
import org.glasnost.policy.ReleasePolicy;

/** The shipped processes, and files made from them. */
final class GateFiles {
  static final List<DeploymentFile> SHIPPED = ShippedProcesses.shipped();

  /** What the product demands as it ships. */
  static final ReleasePolicy POLICY =
      new PolicyFiles(
              Map.of(
                  "config/release.yaml", bytes("config/release.yaml"),
                  "config/office.yaml", bytes("config/office.yaml")))
          .releasePolicy();

  private GateFiles() {}

  private static byte[] bytes(String path) {
    try {
      return Files.readAllBytes(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What keeps files out. */
  static List<GateFinding> errors(List<GateFinding> findings) {
    return findings.stream().filter(GateFinding::isError).toList();
  }

  static String replaced(String text, String from, String to) {
    assertThat(text).contains(from);
    int at = text.indexOf(from);
    return text.substring(0, at) + to + text.substring(at + from.length());
  }

  static DeploymentFile shipped(String key) {
    return SHIPPED.stream()
        .filter(file -> file.name().equals(key + ".bpmn"))
        .findFirst()
        .orElseThrow();
  }

  static String text(DeploymentFile file) {
    return new String(file.bytes(), UTF_8);
  }

  static DeploymentFile file(String name, String text) {
    return new DeploymentFile(name, text.getBytes(UTF_8));
  }
}
