package org.glasnost.process.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasnost.process.decision.DecisionVersion;

/** A deployment as the journal tells of it: which bytes, and who submitted them. */
final class JournalWords {

  private JournalWords() {}

  /** Decided, with the tables that it puts into force, each with its version and bytes. */
  static Map<String, Object> approved(
      Deployment deployment, Submitter by, List<DecisionVersion> tables) {
    Map<String, Object> words = new LinkedHashMap<>(decided(deployment, by));
    if (!tables.isEmpty()) {
      words.put(
          "decisions",
          tables.stream()
              .map(
                  table ->
                      Map.of(
                          "decision", table.decision(),
                          "version", table.version(),
                          "sha256", table.sha256()))
              .toList());
    }
    return words;
  }

  static Map<String, Object> of(Deployment deployment) {
    List<Map<String, String>> files =
        deployment.files().stream()
            .map(file -> Map.of("name", file.name(), "sha256", file.sha256()))
            .toList();
    return Map.of(
        "deployment", deployment.id().toString(),
        "submittedBy", deployment.submittedBy().userName(),
        "files", files);
  }

  /** The same, with the name of whoever decided beside that of whoever submitted. */
  static Map<String, Object> decided(Deployment deployment, Submitter by) {
    Map<String, Object> words = new LinkedHashMap<>(of(deployment));
    words.put("decidedBy", by.userName());
    return words;
  }
}
