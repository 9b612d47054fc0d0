package org.glasnost.process.deployment;

import java.util.List;
import java.util.Map;

/** A deployment as the journal tells of it: which bytes, and who submitted them. */
final class JournalWords {

  private JournalWords() {}

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
}
