package org.glasnost.process.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.migration.instance.MigratingActivityInstance;
import org.camunda.bpm.engine.impl.migration.instance.MigratingProcessInstance;
import org.camunda.bpm.engine.impl.migration.instance.MigratingTransitionInstance;
import org.camunda.bpm.engine.impl.migration.instance.parser.MigratingInstanceParser;
import org.camunda.bpm.engine.impl.migration.validation.instance.MigratingActivityInstanceValidationReportImpl;
import org.camunda.bpm.engine.impl.migration.validation.instance.MigratingProcessInstanceValidationReportImpl;
import org.camunda.bpm.engine.impl.migration.validation.instance.MigratingTransitionInstanceValidationReportImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves running instances from one version of a definition to another. */
@Component
public class Moving {
  private static final String BODY = "#multiInstanceBody";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final Versions versions;
  private final ProcessEngineConfigurationImpl engine;
  private final ObjectProvider<TaskObserver> observer;

  Moving(
      RuntimeService runtime,
      TaskService tasks,
      Versions versions,
      ProcessEngine engine,
      ObjectProvider<TaskObserver> observer) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.versions = versions;
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.observer = observer;
  }

  /**
   * A running instance.
   *
   * @param id the engine's id of it
   * @param document whose course it is, or null where its definition did not pass that on
   */
  public record Running(String id, @Nullable UUID document) {}

  /** Why an instance cannot move. */
  public enum Why {
    /** It waits at an element that has no counterpart in the other version. */
    NO_COUNTERPART,
    /** The engine cannot carry over what it waits for. */
    NOT_CARRIED,
    /** It has ended, or runs on another version by now. */
    GONE
  }

  /**
   * That an instance cannot move.
   *
   * @param why why not
   * @param element at which element it waits, or null where that is not the reason
   */
  public record Stop(Why why, @Nullable String element) {}

  /** The engine failed to move instances, or to say whether it can; what was begun is undone. */
  public static final class MoveFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MoveFailed(ProcessEngineException cause) {
      super(cause);
    }
  }

  /** The instances that run on a version, in the order of their ids. */
  public List<Running> running(Definition.Version version) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionId(version.id())
        .unlimitedList()
        .stream()
        .map(instance -> new Running(instance.getId(), document(instance)))
        .sorted(Comparator.comparing(Running::id))
        .toList();
  }

  private static @Nullable UUID document(ProcessInstance instance) {
    String key = instance.getBusinessKey();
    return key != null && ProcessVariable.DOCUMENT.admits(key) ? UUID.fromString(key) : null;
  }

  /** The elements that have the same id in both versions and are of the same kind. */
  public Map<String, String> equal(Definition.Version from, Definition.Version to) {
    return runtime
        .createMigrationPlan(from.id(), to.id())
        .mapEqualActivities()
        .build()
        .getInstructions()
        .stream()
        .filter(each -> !each.getSourceActivityId().endsWith(BODY))
        .collect(
            Collectors.toMap(
                MigrationInstruction::getSourceActivityId,
                MigrationInstruction::getTargetActivityId));
  }

  /** What the engine has against a route, by element; empty if nothing. */
  public Map<String, List<String>> objections(Route route) {
    try {
      plan(route);
      return Map.of();
    } catch (MigrationPlanValidationException e) {
      Map<String, List<String>> objections = new LinkedHashMap<>();
      e.getValidationReport()
          .getInstructionReports()
          .forEach(
              report ->
                  objections.put(
                      withoutBody(report.getMigrationInstruction().getSourceActivityId()),
                      report.getFailures()));
      return objections;
    }
  }

  /**
   * Those of the instances that cannot move, by id, and why; changes nothing.
   *
   * @throws MoveFailed if the engine cannot say, as for a route that it objects to
   */
  public Map<String, Stop> stops(Route route, List<String> instances) {
    Map<String, Stop> stops = new LinkedHashMap<>();
    try {
      MigrationPlan plan = plan(route);
      for (String instance : instances) {
        engine
            .getCommandExecutorTxRequired()
            .execute(context -> stop(context, plan, instance))
            .ifPresent(stop -> stops.put(instance, stop));
      }
    } catch (ProcessEngineException e) {
      throw new MoveFailed(e);
    }
    return stops;
  }

  private Optional<Stop> stop(CommandContext context, MigrationPlan plan, String instance) {
    ExecutionEntity running = context.getExecutionManager().findExecutionById(instance);
    if (running == null
        || !running.getProcessDefinitionId().equals(plan.getSourceProcessDefinitionId())) {
      return Optional.of(new Stop(Why.GONE, null));
    }
    MigratingProcessInstanceValidationReportImpl report =
        new MigratingProcessInstanceValidationReportImpl();
    MigratingProcessInstance moving =
        new MigratingInstanceParser(engine.getProcessEngine()).parse(instance, plan, report);
    List<Stop> stops = new ArrayList<>();
    for (MigratingActivityInstance each : moving.getMigratingActivityInstances()) {
      MigratingActivityInstanceValidationReportImpl found =
          new MigratingActivityInstanceValidationReportImpl(each);
      engine
          .getMigratingActivityInstanceValidators()
          .forEach(validator -> validator.validate(each, moving, found));
      if (found.hasFailures()) {
        stops.add(stop(found.getSourceScopeId(), found.getMigrationInstruction()));
      }
    }
    for (MigratingTransitionInstance each : moving.getMigratingTransitionInstances()) {
      MigratingTransitionInstanceValidationReportImpl found =
          new MigratingTransitionInstanceValidationReportImpl(each);
      engine
          .getMigratingTransitionInstanceValidators()
          .forEach(validator -> validator.validate(each, moving, found));
      if (found.hasFailures()) {
        stops.add(stop(found.getSourceScopeId(), found.getMigrationInstruction()));
      }
    }
    if (stops.isEmpty() && report.hasFailures()) {
      return Optional.of(new Stop(Why.NOT_CARRIED, null));
    }
    return stops.stream().min(Comparator.comparing(Stop::why));
  }

  private static Stop stop(String element, @Nullable MigrationInstruction mapped) {
    return new Stop(mapped == null ? Why.NO_COUNTERPART : Why.NOT_CARRIED, withoutBody(element));
  }

  /**
   * Moves instances, in the caller's transaction. What is open stays open; an instance stands still
   * if the version that it moves to is suspended, and goes on if that is not.
   *
   * @throws MoveFailed if one of them cannot move; none has
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void move(Route route, List<String> instances) {
    if (instances.isEmpty()) {
      return;
    }
    try {
      runtime.newMigration(plan(route)).processInstanceIds(instances).execute();
      if (route.from().suspended() != route.to().suspended()) {
        var state = runtime.updateProcessInstanceSuspensionState().byProcessInstanceIds(instances);
        if (route.to().suspended()) {
          state.suspend();
        } else {
          state.activate();
        }
      }
    } catch (ProcessEngineException e) {
      throw new MoveFailed(e);
    }
    tasks
        .createTaskQuery()
        .processInstanceIdIn(instances.toArray(String[]::new))
        .list()
        .forEach(task -> observer.getObject().moved(task.getId(), route.to().process()));
  }

  private MigrationPlan plan(Route route) {
    MigrationPlanBuilder plan = runtime.createMigrationPlan(route.from().id(), route.to().id());
    Map<String, Element> source = byId(route.from());
    Map<String, Element> target = byId(route.to());
    route
        .elements()
        .forEach(
            (from, to) -> {
              plan.mapActivities(from, to);
              // What is repeated has a frame around it, which moves along.
              if (isRepeated(source.get(from)) && isRepeated(target.get(to))) {
                plan.mapActivities(from + BODY, to + BODY);
              }
            });
    return plan.build();
  }

  private Map<String, Element> byId(Definition.Version version) {
    return versions.elements(version).stream()
        .collect(Collectors.toMap(Element::id, Function.identity()));
  }

  private static boolean isRepeated(@Nullable Element element) {
    return element != null && element.repeated();
  }

  private static String withoutBody(String element) {
    return element.endsWith(BODY)
        ? element.substring(0, element.length() - BODY.length())
        : element;
  }
}
