package org.glasnost.process.deployment;

import static org.glasnost.process.deployment.Namespaces.BPMN;
import static org.glasnost.process.deployment.Namespaces.CAMUNDA;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.process.TaskKind;
import org.glasnost.process.engine.InForce;
import org.glasnost.process.engine.ProcessVariable;
import org.glasnost.process.engine.StartMessage;
import org.w3c.dom.Element;

/**
 * What the elements of a process must say: executable, kept for a stated time, tasks of known kinds
 * for known roles, calls bound to a version, variables of the list. Rules DPL-0006 to DPL-0009,
 * DPL-0015 to DPL-0018, DPL-0020, DPL-0021 and DPL-0025.
 */
final class ProcessRules {
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern TIME_TO_LIVE = Pattern.compile("P[1-9][0-9]{0,4}D|[1-9][0-9]{0,4}");

  /** What a process holds that no flow leads to or from. */
  private static final Set<String> NOT_PASSED =
      Set.of(
          "documentation",
          "extensionElements",
          "laneSet",
          "sequenceFlow",
          "textAnnotation",
          "association");

  private static final Pattern TASK_ID = Pattern.compile("[A-Z_]+(\\.[A-Za-z][A-Za-z0-9_-]*)?");
  private static final Pattern ROLES_APART = Pattern.compile(", ?");
  private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,5}");

  private final InForce inForce;
  private final Set<String> submittedKeys;
  private final Set<String> begun;
  private final Examination examination;

  /**
   * @param submittedKeys the keys of all processes of the deployment
   * @param begun the messages that begin a process of the deployment so far; added to
   */
  ProcessRules(
      InForce inForce, Set<String> submittedKeys, Set<String> begun, Examination examination) {
    this.inForce = inForce;
    this.submittedKeys = submittedKeys;
    this.begun = begun;
    this.examination = examination;
  }

  /** Keys of the processes in a file, as written. */
  static List<String> keys(Element root) {
    return Namespaces.all(root, BPMN, "process").stream()
        .map(process -> process.getAttribute("id"))
        .toList();
  }

  void examine(Element root) {
    List<Element> processes = Namespaces.all(root, BPMN, "process");
    if (processes.isEmpty()) {
      examination.error("DPL-0007", root, "The file holds no process.");
    }
    Map<String, String> messages = new HashMap<>();
    for (Element message : Namespaces.all(root, BPMN, "message")) {
      messages.put(message.getAttribute("id"), message.getAttribute("name"));
    }
    for (Element process : processes) {
      examineProcess(process);
      for (Element task : Namespaces.all(process, BPMN, "userTask")) {
        examineTask(task);
      }
      for (Element task : Namespaces.all(process, BPMN, "serviceTask")) {
        if (!task.hasAttributeNS(CAMUNDA, "delegateExpression")) {
          examination.error("DPL-0014", task, "A service task names its step.");
        }
      }
      for (Element call : Namespaces.all(process, BPMN, "callActivity")) {
        examineCall(call);
      }
      examineFlows(process);
      examineStarts(process, messages);
    }
  }

  private void examineProcess(Element process) {
    if (!"true".equals(process.getAttribute("isExecutable"))) {
      examination.error("DPL-0007", process, "The process is not marked executable.");
    }
    String key = process.getAttribute("id");
    // Asked of the length first: of a very long word the pattern would need too deep a stack.
    if (key.length() > LengthRules.LONGEST_KEY || !KEY.matcher(key).matches()) {
      examination.error(
          "DPL-0008",
          process,
          "A process id is lower case words with hyphens, as in record-life-cycle.");
    }
    if (!TIME_TO_LIVE.matcher(process.getAttributeNS(CAMUNDA, "historyTimeToLive")).matches()) {
      examination.error(
          "DPL-0009", process, "camunda:historyTimeToLive says for how many days, as in P180D.");
    }
  }

  /** What leads from or to anything else would be a way for one reader and none for another. */
  private void examineFlows(Element process) {
    Set<String> elements =
        Namespaces.children(process).stream()
            .filter(element -> !NOT_PASSED.contains(element.getLocalName()))
            .map(element -> element.getAttribute("id"))
            .collect(Collectors.toSet());
    for (Element flow : Namespaces.children(process)) {
      if (!Namespaces.is(flow, BPMN, "sequenceFlow")) {
        continue;
      }
      if (!elements.contains(flow.getAttribute("sourceRef"))
          || !elements.contains(flow.getAttribute("targetRef"))) {
        examination.error(
            "DPL-0006", flow, "A flow leads from one element of its process to another.");
      }
    }
  }

  private void examineTask(Element task) {
    String id = task.getAttribute("id");
    Optional<TaskKind> kind = TaskKind.ofElement(id);
    if (kind.isEmpty() || !TASK_ID.matcher(id).matches()) {
      examination.error(
          "DPL-0015",
          task,
          "'" + id + "' is not a kind of task; the id of a user task is its kind.");
      return;
    }
    Set<String> candidates =
        new HashSet<>(
            List.of(ROLES_APART.split(task.getAttributeNS(CAMUNDA, "candidateGroups"), -1)));
    Set<String> roles =
        kind.get().candidateRoles().stream().map(Enum::name).collect(Collectors.toSet());
    if (!roles.containsAll(candidates)) {
      examination.error(
          "DPL-0016",
          task,
          "camunda:candidateGroups of %s holds nothing but %s."
              .formatted(kind.get(), roles.stream().sorted().toList()));
    }
  }

  private void examineCall(Element call) {
    String called = call.getAttribute("calledElement");
    String version = call.getAttributeNS(CAMUNDA, "calledElementVersion");
    if (!KEY.matcher(called).matches()
        || !"version".equals(call.getAttributeNS(CAMUNDA, "calledElementBinding"))
        || !VERSION.matcher(version).matches()) {
      examination.error(
          "DPL-0017", call, "A call names a process and its version, both literally.");
      return;
    }
    int newest = inForce.latestVersion(called) + (submittedKeys.contains(called) ? 1 : 0);
    if (Integer.parseInt(version) > newest) {
      examination.error(
          "DPL-0018", call, "There is no version %s of '%s'.".formatted(version, called));
    }
    for (String mapping : new String[] {"in", "out"}) {
      for (Element each : Namespaces.all(call, CAMUNDA, mapping)) {
        examineMapping(each);
      }
    }
  }

  private void examineMapping(Element mapping) {
    if (mapping.hasAttribute("businessKey") && mapping.getAttributes().getLength() == 1) {
      return;
    }
    String source = mapping.getAttribute("source");
    if (ProcessVariable.named(source).isEmpty() || !source.equals(mapping.getAttribute("target"))) {
      examination.error(
          "DPL-0021", mapping, "A call hands on variables of the list, each under its own name.");
    }
  }

  private void examineStarts(Element process, Map<String, String> messages) {
    for (Element start : Namespaces.all(process, BPMN, "messageEventDefinition")) {
      if (!Namespaces.is((Element) start.getParentNode(), BPMN, "startEvent")) {
        examination.error("DPL-0020", start, "A message begins a process and does nothing else.");
        continue;
      }
      String name = messages.getOrDefault(start.getAttribute("messageRef"), "");
      if (Stream.of(StartMessage.values()).noneMatch(m -> m.messageName().equals(name))) {
        examination.error(
            "DPL-0020", start, "'" + name + "' is not a message that begins anything.");
      } else if (!begun.add(name)
          || inForce
              .startedBy(name)
              .filter(owner -> !owner.equals(process.getAttribute("id")))
              .isPresent()) {
        examination.error("DPL-0025", start, "Another start is begun by '" + name + "' already.");
      }
    }
  }
}
