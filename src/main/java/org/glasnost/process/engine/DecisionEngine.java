package org.glasnost.process.engine;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnEvaluationException;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.DmnHitPolicyException;
import org.camunda.bpm.dmn.engine.impl.transform.DmnTransformException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.jspecify.annotations.Nullable;

/**
 * The DMN library, beside the process engine and without its history, which would keep the inputs
 * in clear. It runs FEEL alone: there is no script engine and no expression language of Java.
 */
public final class DecisionEngine {
  /** What the evaluation that runs on this thread hit; the library tells it to a listener. */
  private static final ThreadLocal<@Nullable DmnDecisionTableEvaluationEvent> TOLD =
      new ThreadLocal<>();

  private final DmnEngine library;

  /** Builds the library's engine; takes no connection and starts no thread. */
  public DecisionEngine() {
    DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    configuration.setScriptEngineResolver(
        language -> {
          throw new IllegalStateException("a table may not carry a script: " + language);
        });
    configuration.setElProvider(
        expression -> {
          throw new IllegalStateException("a table may not carry an expression of Java");
        });
    configuration.setCustomPostDecisionTableEvaluationListeners(List.of(TOLD::set));
    this.library = configuration.buildEngine();
  }

  /**
   * A rule that hit.
   *
   * @param rule its id
   * @param outputs what it says, by name
   */
  public record RuleHit(String rule, Map<String, Object> outputs) {
    /** Copies the outputs. */
    public RuleHit {
      outputs = Map.copyOf(outputs);
    }
  }

  /** A table as the library has read it; it may be asked by several threads at once. */
  public final class Table {
    private final DmnDecision decision;

    private Table(DmnDecision decision) {
      this.decision = decision;
    }

    /**
     * The rules that hit, by the table's hit policy: none, one, or with ANY several that agree.
     *
     * @throws IllegalArgumentException if the hit policy or an expression does not admit the inputs
     */
    public List<RuleHit> ask(Map<String, Object> inputs) {
      TOLD.remove();
      try {
        library.evaluateDecisionTable(decision, inputs);
        DmnDecisionTableEvaluationEvent event = TOLD.get();
        if (event == null) {
          throw new IllegalStateException("the library told no listener what it found");
        }
        return event.getMatchingRules().stream().map(Table::hit).toList();
      } catch (DmnHitPolicyException
          | DmnEvaluationException
          | DmnTransformException
          | FeelException e) {
        throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
      } finally {
        TOLD.remove();
      }
    }

    private static RuleHit hit(DmnEvaluatedDecisionRule rule) {
      Map<String, Object> outputs = new LinkedHashMap<>();
      rule.getOutputEntries()
          .values()
          .forEach(output -> outputs.put(output.getOutputName(), output.getValue().getValue()));
      return new RuleHit(rule.getId(), outputs);
    }
  }

  /**
   * Reads a table.
   *
   * @param decision the key of the decision in the file
   * @param dmn the file, which has passed the gate's reading of XML
   * @throws IllegalArgumentException if the library cannot read it as a table
   */
  public Table read(String decision, byte[] dmn) {
    try {
      DmnDecision read = library.parseDecision(decision, new ByteArrayInputStream(dmn));
      if (!read.isDecisionTable()) {
        throw new IllegalArgumentException("it holds no table");
      }
      return new Table(read);
    } catch (DmnTransformException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Why the library could not read a table; empty if it could. */
  public Optional<String> unreadable(String decision, byte[] dmn) {
    try {
      read(decision, dmn);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
