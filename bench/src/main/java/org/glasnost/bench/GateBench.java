package org.glasnost.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.glasnost.policy.ReleasePolicy;
import org.glasnost.process.deployment.DeploymentFile;
import org.glasnost.process.deployment.DeploymentGate;
import org.glasnost.process.deployment.GateFinding;
import org.glasnost.process.engine.InForce;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The gate on a sound file of half a megabyte: questions and parallel ways in a row or inside one
 * another, between the reviews and the release. Without the engine's own reading, which comes
 * last.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class GateBench {
  private static final int ELEMENTS = 2_000;

  /** How what parts stands to what parts before. */
  public enum Shape {
    /** Each joined before the next begins. */
    ROW,
    /** Ten inside one another, again and again. */
    NESTED
  }

  @Param private Shape shape = Shape.ROW;
  private DeploymentFile file = new DeploymentFile("none", new byte[0]);

  private final DeploymentGate gate =
      new DeploymentGate(
          new Nothing(),
          new ReleasePolicy(
              List.of("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE"),
              List.of("RELEASE"),
              List.of(),
              List.of(
                  new ReleasePolicy.TakenBack("SECOND_REVIEW", "${secondOutcome == 'RETURNED'}", 0),
                  new ReleasePolicy.TakenBack("SIGNATURE", "${signed == false}", 2))));

  /** Makes the file, and sees that it is what it should be. */
  @Setup
  public void make() {
    file = new Drawing().whole(shape);
    if (file.size() < 480_000 || !gate.examine(List.of(file)).isEmpty()) {
      throw new IllegalStateException(file.size() + " bytes: " + gate.examine(List.of(file)));
    }
  }

  /** Everything that the gate finds. */
  @Benchmark
  public List<GateFinding> examined() {
    return gate.examine(List.of(file));
  }

  /** A file as Camunda Modeler would write it. */
  private static final class Drawing {
    private final StringBuilder elements = new StringBuilder();
    private final StringBuilder shapes = new StringBuilder();
    private int count;

    DeploymentFile whole(Shape shape) {
      String last = node("startEvent", "start", "", "<bpmn:messageEventDefinition id=\"by\" messageRef=\"m\" />");
      for (String task : List.of("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE")) {
        last = next(last, task(task));
      }
      while (count < ELEMENTS - 4) {
        last =
            switch (shape) {
              case ROW -> block(last, 0);
              case NESTED -> block(last, 9);
            };
      }
      last = next(last, task("RELEASE"));
      next(last, node("endEvent", "end", "", ""));
      String text =
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="https://glasnost.example/processes">
            <bpmn:message id="m" name="ReviewOrdered" />
            <bpmn:process id="large" name="Large" isExecutable="true" camunda:historyTimeToLive="P180D">
          %s  </bpmn:process>
            <bpmndi:BPMNDiagram id="diagram">
              <bpmndi:BPMNPlane id="plane" bpmnElement="large">
          %s    </bpmndi:BPMNPlane>
            </bpmndi:BPMNDiagram>
          </bpmn:definitions>
          """
              .formatted(elements, shapes);
      return new DeploymentFile("large.bpmn", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A question, or parallel ways, with a task on each of two branches, and more in the first. */
    private String block(String from, int deeper) {
      boolean asks = count % 2 == 0;
      String kind = asks ? "exclusiveGateway" : "parallelGateway";
      String fork = next(from, node(kind, "part" + count, "", ""));
      String one = task("REFERRAL_ANSWER.n" + count);
      String other = task("REFERRAL_ANSWER.n" + count);
      flow(fork, one, asks ? "${withholds == true}" : "");
      flow(fork, other, asks ? "${withholds == false}" : "");
      String last = deeper > 0 ? block(one, deeper - 1) : one;
      String join = node(kind, "join" + count, "", "");
      flow(last, join, "");
      flow(other, join, "");
      return join;
    }

    private String task(String id) {
      String role =
          switch (id) {
            case "FIRST_REVIEW", "SECOND_REVIEW" -> "REVIEWER";
            case "SIGNATURE" -> "DECLASSIFICATION_AUTHORITY";
            case "RELEASE" -> "RECORDS_MANAGER";
            default -> "REFERRAL_COORDINATOR";
          };
      return node("userTask", id, " camunda:candidateGroups=\"" + role + "\"", "");
    }

    private String node(String kind, String id, String attributes, String content) {
      elements.append(
          """
              <bpmn:%1$s id="%2$s" name="What stands at %2$s"%3$s>
                <bpmn:documentation>What is done here.</bpmn:documentation>%4$s
              </bpmn:%1$s>
          """
              .formatted(kind, id, attributes, content));
      shapes.append(
          """
                <bpmndi:BPMNShape id="%1$s-shape" bpmnElement="%1$s">
                  <dc:Bounds x="%2$d" y="240" width="120" height="80" />
                </bpmndi:BPMNShape>
          """
              .formatted(id, count++));
      return id;
    }

    private String next(String from, String to) {
      flow(from, to, "");
      return to;
    }

    private void flow(String from, String to, String condition) {
      elements.append(
          """
              <bpmn:sequenceFlow id="flow-%1$d" name="Way %1$d" sourceRef="%2$s" targetRef="%3$s">%4$s</bpmn:sequenceFlow>
          """
              .formatted(
                  count,
                  from,
                  to,
                  condition.isEmpty()
                      ? ""
                      : "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
                          + condition
                          + "</bpmn:conditionExpression>"));
      shapes.append(
          """
                <bpmndi:BPMNEdge id="flow-%1$d-edge" bpmnElement="flow-%1$d">
                  <di:waypoint x="%1$d" y="280" />
                  <di:waypoint x="%1$d" y="320" />
                </bpmndi:BPMNEdge>
          """
              .formatted(count++));
    }
  }

  /** An engine in which nothing runs. */
  private static final class Nothing implements InForce {
    @Override
    public int latestVersion(String processKey) {
      return 0;
    }

    @Override
    public Set<String> keys() {
      return Set.of();
    }

    @Override
    public Optional<byte[]> model(String processKey, int version) {
      return Optional.empty();
    }

    @Override
    public Optional<String> startedBy(String message) {
      return Optional.empty();
    }

    @Override
    public Set<String> steps() {
      return Set.of();
    }

    @Override
    public Optional<String> unreadable(String fileName, byte[] bytes) {
      return Optional.empty();
    }
  }
}
