package org.glasnost.process.deployment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.glasnost.process.decision.DecisionFinding;
import org.glasnost.process.decision.DecisionTable;
import org.glasnost.process.decision.Examples;
import org.glasnost.process.decision.KnownDecision;
import org.glasnost.process.decision.TableAnalysis;
import org.glasnost.process.decision.TableReader;
import org.glasnost.process.engine.DecisionEngine;
import org.w3c.dom.Document;

/**
 * The gate's part for decisions: a table ({@code <key>.dmn}) that is safe to read, DMN by its
 * schema and in the closed vocabulary, with one answer to every case, and its examples ({@code
 * <key>.examples.yaml}), each of which comes out as written. Rules DPL-0040 to DPL-0059, DPL-0131
 * and DPL-0132.
 */
final class DecisionGate {
  private static final String TABLE = ".dmn";
  private static final String EXAMPLES = ".examples.yaml";
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}(\\.dmn|\\.examples\\.yaml)");

  private final SafeXml xml = new SafeXml(SafeXml.Kind.DMN);
  private final DecisionEngine engine = new DecisionEngine();

  /** Whether a file of that name is a decision's. */
  static boolean takes(String fileName) {
    return NAME.matcher(fileName).matches();
  }

  static boolean isTable(String fileName) {
    return takes(fileName) && fileName.endsWith(TABLE);
  }

  /** The name of the table that a decision's file belongs to. */
  static String tableOf(String fileName) {
    return fileName.endsWith(EXAMPLES)
        ? fileName.substring(0, fileName.length() - EXAMPLES.length()) + TABLE
        : fileName;
  }

  /** Examines the files of decisions, each under its own examination. */
  void examine(Map<DeploymentFile, Examination> files) {
    Map<String, DeploymentFile> examples = new LinkedHashMap<>();
    files.keySet().stream()
        .filter(file -> !isTable(file.name()))
        .forEach(file -> examples.put(tableOf(file.name()), file));
    Map<String, String> decided = new LinkedHashMap<>();
    files.forEach(
        (file, examination) -> {
          if (isTable(file.name())) {
            DeploymentFile beside = examples.remove(file.name());
            Optional<DecisionTable> table = examine(file, examination);
            if (beside == null) {
              examination.error(
                  "DPL-0056",
                  (String) null,
                  "A table comes with its examples, in a file of the same name that ends in "
                      + EXAMPLES
                      + ".");
            } else if (table.isPresent()) {
              ask(file, table.get(), beside, examination, of(files, beside));
            }
            table
                .map(read -> decided.put(read.decision(), file.name()))
                .ifPresent(
                    other ->
                        examination.error(
                            "DPL-0044",
                            (String) null,
                            "The file '" + other + "' makes the same decision."));
          }
        });
    examples
        .values()
        .forEach(
            file ->
                of(files, file)
                    .error(
                        "DPL-0056",
                        (String) null,
                        "The examples come without their table, " + tableOf(file.name()) + "."));
  }

  /** The table, if it was read whole. */
  private Optional<DecisionTable> examine(DeploymentFile file, Examination examination) {
    Optional<Document> document = xml.read(file, examination);
    document.ifPresent(read -> LengthRules.examine(read.getDocumentElement(), examination));
    if (document.isEmpty() || !examination.isClean()) {
      return Optional.empty();
    }
    Optional<DecisionTable> table =
        TableReader.read(document.get().getDocumentElement(), to(examination));
    table.ifPresent(
        read -> {
          TableAnalysis.examine(read, to(examination));
          if (examination.isClean()) {
            // Last, and only what carries no code: the library's own reading of it.
            engine
                .unreadable(read.decision(), file.bytes())
                .ifPresent(
                    why ->
                        examination.error(
                            "DPL-0131", (String) null, "The engine cannot read the table: " + why));
          }
        });
    return table;
  }

  private void ask(
      DeploymentFile file,
      DecisionTable table,
      DeploymentFile beside,
      Examination ofTable,
      Examination ofExamples) {
    Optional<Examples> examples =
        Examples.read(
            KnownDecision.named(table.decision()).orElseThrow(), beside.bytes(), to(ofExamples));
    if (examples.isPresent() && ofTable.isClean()) {
      examples
          .get()
          .run(table, engine.read(table.decision(), file.bytes()), to(ofExamples), to(ofTable));
    }
  }

  private static Consumer<DecisionFinding> to(Examination examination) {
    return found -> examination.error(found.rule(), found.element(), found.message());
  }

  private static Examination of(Map<DeploymentFile, Examination> files, DeploymentFile file) {
    Examination examination = files.get(file);
    if (examination == null) {
      throw new IllegalArgumentException("not under examination: " + file);
    }
    return examination;
  }
}
