package org.glasnost.process.deployment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.glasnost.process.engine.InForce;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Judges files before they may come into force: safe to read, BPMN by its schema, free of code, in
 * the closed vocabulary of {@code processes/README.md}, drawn and named so that a person can judge
 * the rest. What it does not recognise it refuses.
 *
 * <p>It does not judge whether a process is wise. What may be released is held by the domain,
 * whatever a process says.
 */
@Component
public class DeploymentGate {
  private static final Pattern FILE_NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.bpmn");

  private final InForce inForce;
  private final SafeXml xml = new SafeXml();

  /**
   * @param inForce what is in force at the time of each examination
   */
  public DeploymentGate(InForce inForce) {
    this.inForce = inForce;
  }

  /**
   * Everything that is wrong with the files as a set; empty if nothing is. Changes nothing and
   * throws for no input.
   */
  public List<GateFinding> examine(List<DeploymentFile> files) {
    Map<DeploymentFile, Examination> examinations = new LinkedHashMap<>();
    Map<DeploymentFile, Element> roots = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    for (DeploymentFile file : files) {
      Examination examination =
          examinations.computeIfAbsent(file, same -> new Examination(same.name()));
      if (!names.add(file.name())) {
        examination.error("DPL-0001", (String) null, "Two files have the same name.");
      } else if (!FILE_NAME.matcher(file.name()).matches()) {
        examination.error(
            "DPL-0001",
            (String) null,
            "Definitions are files whose name ends in .bpmn, of letters, digits, points and hyphens.");
      } else {
        Optional<Document> document = xml.read(file, examination);
        document.ifPresent(read -> roots.put(file, read.getDocumentElement()));
      }
    }
    Set<String> submittedKeys = submittedKeys(roots, examinations);
    roots.forEach((file, root) -> examine(file, root, submittedKeys, examinations));
    List<GateFinding> findings = new ArrayList<>();
    examinations.values().forEach(examination -> findings.addAll(examination.findings()));
    return findings;
  }

  private static Set<String> submittedKeys(
      Map<DeploymentFile, Element> roots, Map<DeploymentFile, Examination> examinations) {
    Set<String> keys = new HashSet<>();
    roots.forEach(
        (file, root) -> {
          for (String key : ProcessRules.keys(root)) {
            if (!keys.add(key)) {
              of(examinations, file)
                  .error("DPL-0008", key, "Two processes of the deployment have this id.");
            }
          }
        });
    return keys;
  }

  private void examine(
      DeploymentFile file,
      Element root,
      Set<String> submittedKeys,
      Map<DeploymentFile, Examination> examinations) {
    Examination examination = of(examinations, file);
    Vocabulary.examine(root, examination);
    new Expressions(inForce.steps(), examination).examine(root);
    new ProcessRules(inForce, submittedKeys, examination).examine(root);
    DiagramRules.examine(root, examination);
    if (examination.isClean()) {
      // Last, and only what carries no code: the engine's own reading of it.
      inForce
          .unreadable(file.name(), file.bytes())
          .ifPresent(
              why ->
                  examination.error(
                      "DPL-0024", (String) null, "The engine cannot read the file: " + why));
    }
  }

  private static Examination of(
      Map<DeploymentFile, Examination> examinations, DeploymentFile file) {
    Examination examination = examinations.get(file);
    if (examination == null) {
      throw new IllegalArgumentException("not under examination: " + file);
    }
    return examination;
  }
}
