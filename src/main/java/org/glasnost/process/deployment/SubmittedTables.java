package org.glasnost.process.deployment;

import java.util.Optional;
import org.glasnost.process.decision.DecisionTable;
import org.glasnost.process.decision.TableReader;

/** The tables of submitted files, as far as they can be read. */
public final class SubmittedTables {
  private static final SafeXml XML = new SafeXml(SafeXml.Kind.DMN);

  private SubmittedTables() {}

  /** The table in a file; empty where the file is none, or none that can be read whole. */
  public static Optional<DecisionTable> read(DeploymentFile file) {
    if (!DecisionGate.isTable(file.name())) {
      return Optional.empty();
    }
    Examination examination = new Examination(file.name());
    return XML.read(file, examination)
        .filter(document -> examination.isClean())
        .flatMap(document -> TableReader.read(document.getDocumentElement(), found -> {}));
  }
}
