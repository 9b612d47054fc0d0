package org.glasnost.process.deployment;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.glasnost.policy.ReleasePolicy;
import org.glasnost.process.deployment.GateFinding.WalkStep;
import org.glasnost.process.deployment.flow.Closure;
import org.glasnost.process.deployment.flow.FlowFinding;
import org.glasnost.process.deployment.flow.FlowGraph;
import org.glasnost.process.deployment.flow.FlowRules;
import org.glasnost.process.deployment.flow.ReleaseDemands;
import org.glasnost.process.engine.InForce;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Judges files before they may come into force: safe to read, BPMN or DMN by its schema, free of
 * code, in the closed vocabulary of {@code processes/README.md}, drawn and named so that a person
 * can judge the rest. What it does not recognise it refuses.
 *
 * <p>It does not judge whether a process is wise, but whether a way leads to a release past a
 * review or the signature ({@link FlowRules}). The domain holds it back besides, whatever a process
 * says.
 */
@Component
public class DeploymentGate {
  private static final Pattern FILE_NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.bpmn");

  /** Findings after which a file is not understood: code, foreign elements, twice the same id. */
  private static final Set<String> UNINTELLIGIBLE =
      Set.of("DPL-0006", "DPL-0008", "DPL-0010", "DPL-0011");

  private final InForce inForce;
  private final ReleaseDemands demands;
  private final SafeXml xml = new SafeXml();
  private final DecisionGate decisions = new DecisionGate();

  /**
   * @param inForce what is in force at the time of each examination
   * @param policy what must lie on every way to a release
   */
  public DeploymentGate(InForce inForce, ReleasePolicy policy) {
    this.inForce = inForce;
    this.demands = ReleaseDemands.of(policy);
  }

  /**
   * Everything that is wrong with the files as a set; empty if nothing is. Changes nothing and
   * throws for no input.
   */
  public List<GateFinding> examine(List<DeploymentFile> files) {
    Map<DeploymentFile, Examination> examinations = new LinkedHashMap<>();
    Map<DeploymentFile, Element> roots = new LinkedHashMap<>();
    Map<DeploymentFile, Examination> ofDecisions = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    for (DeploymentFile file : files) {
      Examination examination =
          examinations.computeIfAbsent(file, same -> new Examination(same.name()));
      if (!names.add(file.name())) {
        examination.error("DPL-0001", (String) null, "Two files have the same name.");
      } else if (DecisionGate.takes(file.name())) {
        ofDecisions.put(file, examination);
      } else if (!FILE_NAME.matcher(file.name()).matches()) {
        examination.error(
            "DPL-0001",
            (String) null,
            "Definitions are files whose name ends in .bpmn, .dmn or .examples.yaml, of letters,"
                + " digits, points and hyphens.");
      } else {
        Optional<Document> document = xml.read(file, examination);
        document.ifPresent(read -> roots.put(file, read.getDocumentElement()));
      }
    }
    Set<String> submittedKeys = submittedKeys(roots, examinations);
    Set<String> begun = new HashSet<>();
    roots.forEach((file, root) -> examine(file, root, submittedKeys, begun, examinations));
    decisions.examine(ofDecisions);
    if (roots.size() + ofDecisions.size() == files.size()
        && !roots.isEmpty()
        && examinations.values().stream().noneMatch(DeploymentGate::isUnintelligible)) {
      examineFlows(roots, examinations);
    }
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
      Set<String> begun,
      Map<DeploymentFile, Examination> examinations) {
    Examination examination = of(examinations, file);
    Vocabulary.examine(root, examination);
    LengthRules.examine(root, examination);
    new Expressions(inForce.steps(), examination).examine(root);
    new ProcessRules(inForce, submittedKeys, begun, examination).examine(root);
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

  /** Whether an element stands in a file of which nobody has said what it does to the flow. */
  private static boolean isUnintelligible(Examination examination) {
    return examination.findings().stream()
        .anyMatch(finding -> UNINTELLIGIBLE.contains(finding.rule().value()));
  }

  private void examineFlows(
      Map<DeploymentFile, Element> roots, Map<DeploymentFile, Examination> examinations) {
    List<FlowGraph> submitted = new ArrayList<>();
    roots.forEach((file, root) -> submitted.addAll(FlowsInForce.of(file.name(), root)));
    Closure closure = new FlowsInForce(inForce, xml).around(submitted);
    Set<String> files = roots.keySet().stream().map(DeploymentFile::name).collect(toSet());
    for (FlowFinding finding : FlowRules.examine(closure, demands)) {
      roots.keySet().stream()
          .filter(file -> file.name().equals(finding.at().file()))
          .forEach(
              file ->
                  of(examinations, file)
                      .add(
                          finding.rule(),
                          finding.severity(),
                          finding.at().element(),
                          finding.message(),
                          steps(finding, files)));
    }
  }

  private static List<WalkStep> steps(FlowFinding finding, Set<String> files) {
    return finding.walk().stream()
        .map(
            stop ->
                new WalkStep(
                    files.contains(stop.file()) ? stop.file() : null,
                    stop.process(),
                    stop.element(),
                    stop.flow(),
                    stop.says()))
        .toList();
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
