package org.glasnost.process.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glasnost.authority.Person;
import org.glasnost.process.decision.DecisionVersions;
import org.glasnost.process.deployment.Comparison.Caller;
import org.glasnost.process.deployment.Comparison.Running;
import org.glasnost.process.deployment.Comparison.Subject;
import org.glasnost.process.deployment.difference.ProcessDifference;
import org.glasnost.process.deployment.difference.TextDifference;
import org.glasnost.process.engine.Definition;
import org.glasnost.process.engine.Definitions;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Shows an administrator what a deployment would change, before they decide on it. */
@Service
public class Comparing {
  private final Definitions definitions;
  private final DecisionVersions decisions;
  private final SafeXml xml = new SafeXml();
  private final SafeXml tables = new SafeXml(SafeXml.Kind.DMN);

  /** For Spring. */
  Comparing(Definitions definitions, DecisionVersions decisions) {
    this.definitions = definitions;
    this.decisions = decisions;
  }

  /**
   * The processes and decisions of a deployment against what is in force now, in the order of its
   * files. A file that cannot be read as BPMN or DMN has none.
   *
   * @throws Refused on ground NOT_ENTITLED unless an administrator asks
   */
  public List<Comparison> of(Deployment deployment, Person person) {
    DeploymentRights.requireAdministrator(person);
    List<Definition> inForce = definitions.all();
    List<Comparison> comparisons = new ArrayList<>();
    for (DeploymentFile file : deployment.files()) {
      if (DecisionGate.isTable(file.name())) {
        table(file).ifPresent(table -> comparisons.add(compare(file, table)));
        continue;
      }
      read(file)
          .ifPresent(
              document -> {
                for (Element process :
                    Namespaces.all(document.getDocumentElement(), Namespaces.BPMN, "process")) {
                  comparisons.add(compare(file, process, inForce));
                }
              });
    }
    return comparisons;
  }

  private Comparison compare(DeploymentFile file, Element process, List<Definition> inForce) {
    String key = process.getAttribute("id");
    List<Definition.Version> versions =
        inForce.stream()
            .filter(definition -> definition.key().equals(key))
            .findFirst()
            .map(Definition::versions)
            .orElse(List.of());
    int newest = versions.isEmpty() ? 0 : versions.get(0).version();
    byte[] before = newest == 0 ? null : definitions.model(key, newest).orElse(null);
    return new Comparison(
        file.name(),
        Subject.PROCESS,
        key,
        newest,
        versions.stream()
            .filter(version -> version.runningInstances() > 0)
            .map(version -> new Running(version.version(), version.runningInstances()))
            .toList(),
        callers(key, inForce),
        ProcessDifference.between(process(key, before), process),
        text(key, newest, before, file));
  }

  private Comparison compare(DeploymentFile file, Element table) {
    String key = ((Element) table.getParentNode()).getAttribute("id");
    int newest = decisions.latest(key);
    byte[] before = newest == 0 ? null : decisions.dmn(key, newest).orElse(null);
    Element was =
        before == null ? null : table(new DeploymentFile(file.name(), before)).orElse(null);
    return new Comparison(
        file.name(),
        Subject.DECISION,
        key,
        newest,
        List.of(),
        List.of(),
        ProcessDifference.between(was, table),
        text(key, newest, before, file));
  }

  /** The table of a file that holds one decision, as the gate takes in. */
  private Optional<Element> table(DeploymentFile file) {
    return tables
        .read(file, new Examination(file.name()))
        .map(document -> document.getElementsByTagNameNS("*", "decisionTable"))
        .filter(found -> found.getLength() == 1)
        .map(found -> (Element) found.item(0));
  }

  private static TextDifference text(
      String key, int version, byte @Nullable [] before, DeploymentFile file) {
    return before == null
        ? new TextDifference(List.of(), true)
        : TextDifference.between(
            key + ", version " + version,
            new String(before, UTF_8),
            file.name(),
            new String(file.bytes(), UTF_8));
  }

  private @Nullable Element process(String key, byte @Nullable [] model) {
    return model == null
        ? null
        : read(new DeploymentFile(key, model)).stream()
            .flatMap(
                document ->
                    Namespaces.all(document.getDocumentElement(), Namespaces.BPMN, "process")
                        .stream())
            .filter(process -> process.getAttribute("id").equals(key))
            .findFirst()
            .orElse(null);
  }

  /** Of each process its newest version, and those on which instances run. */
  private List<Caller> callers(String called, List<Definition> inForce) {
    List<Caller> callers = new ArrayList<>();
    for (Definition definition : inForce) {
      for (Definition.Version version : definition.versions()) {
        if (version.equals(definition.newest()) || version.runningInstances() > 0) {
          callers.addAll(calls(definition.key(), version.version(), called));
        }
      }
    }
    return callers;
  }

  private List<Caller> calls(String key, int version, String called) {
    Element process = process(key, definitions.model(key, version).orElse(null));
    if (process == null) {
      return List.of();
    }
    return Namespaces.all(process, Namespaces.BPMN, "callActivity").stream()
        .filter(call -> call.getAttribute("calledElement").equals(called))
        .map(call -> new Caller(key, version, call.getAttribute("id"), number(call)))
        .toList();
  }

  /** What is in force has passed the gate, which takes in a number alone. */
  private static int number(Element call) {
    return Integer.parseInt(call.getAttributeNS(Namespaces.CAMUNDA, "calledElementVersion"));
  }

  private Optional<Document> read(DeploymentFile file) {
    return xml.read(file, new Examination(file.name()));
  }
}
