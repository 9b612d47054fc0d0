package org.glasnost.process.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.glasnost.process.TaskKind;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The course that a document's work takes, as the engine carries it: the one way by which use cases
 * move a process. The engine proposes the next task; whether anything may happen is decided by the
 * use case that calls here, before it calls.
 *
 * <p>Changes take part in the caller's transaction and fail without one: state, journal line and
 * process step commit together. What the caller wrote through JPA is flushed first. A document has
 * at most one running course; documents at rest have none.
 */
@Component
public class Course {
  /** The called instances of one that was ended from outside count as ended from inside. */
  private static final Set<String> TERMINATED =
      Set.of(
          HistoricProcessInstance.STATE_EXTERNALLY_TERMINATED,
          HistoricProcessInstance.STATE_INTERNALLY_TERMINATED);

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final HistoryService history;
  private final ObjectProvider<EntityManagerFactory> persistence;

  /** Built by Spring, on the engine's services; JPA may be absent. */
  Course(
      RuntimeService runtime,
      TaskService tasks,
      HistoryService history,
      ObjectProvider<EntityManagerFactory> persistence) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.history = history;
    this.persistence = persistence;
  }

  /**
   * Begins the course of a newly registered document, up to the marking review.
   *
   * @throws IllegalStateException if the document is in a course already
   * @throws Refused on ground CONFLICT if the process is suspended
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void startOnRegistration(UUID document) {
    start(StartMessage.DOCUMENT_REGISTERED, document, Map.of());
  }

  /**
   * Begins the review of a document, up to the identification of equities.
   *
   * @throws IllegalStateException if the document is in a course already
   * @throws Refused on ground CONFLICT if the process, or that of the review, is suspended
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void startReview(UUID document, UUID review) {
    start(
        StartMessage.REVIEW_ORDERED,
        document,
        Map.of(
            ProcessVariable.REVIEW,
            review.toString(),
            ProcessVariable.REFERRAL_COUNT,
            0,
            ProcessVariable.ADJUDICATED,
            false,
            ProcessVariable.WITHHOLDS,
            false));
  }

  private void start(StartMessage message, UUID document, Map<ProcessVariable, Object> variables) {
    flush();
    if (runningInstance(document).isPresent()) {
      throw new IllegalStateException("already in a course: " + document);
    }
    Map<String, Object> named = named(variables);
    named.put(ProcessVariable.DOCUMENT.variable(), document.toString());
    try {
      step(
          () ->
              runtime
                  .createMessageCorrelation(message.messageName())
                  .processInstanceBusinessKey(document.toString())
                  .setVariables(named)
                  .correlateStartMessage());
    } catch (MismatchingMessageCorrelationException e) {
      // Some version waits for the message, and was passed over: it is suspended.
      if (runtime.createEventSubscriptionQuery().eventName(message.messageName()).count() > 0) {
        throw suspended(e);
      }
      throw e;
    }
  }

  /**
   * Completes a task and moves on to the next wait.
   *
   * @param engineTaskId the engine's id of an open task
   * @param variables what the task's kind must set, and nothing else; see {@link TaskResult#check}
   * @throws IllegalArgumentException if the variables are not those that the kind sets, or one has
   *     a value that it does not admit
   * @throws IllegalStateException if no such task is open
   * @throws Refused what the task observer refused; on ground CONFLICT if the process, or one that
   *     it goes on to, is suspended
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void complete(String engineTaskId, Map<ProcessVariable, Object> variables) {
    flush();
    Task task = tasks.createTaskQuery().taskId(engineTaskId).singleResult();
    if (task == null) {
      throw new IllegalStateException("no such task is open: " + engineTaskId);
    }
    requireGoingOn(task.getProcessInstanceId());
    TaskKind kind = TaskKind.ofElement(task.getTaskDefinitionKey()).orElseThrow();
    TaskResult.check(kind, variables);
    Map<String, Object> named = named(variables);
    step(() -> tasks.complete(engineTaskId, named));
  }

  /** The engine itself lets what was called return to a caller that is suspended. */
  private void requireGoingOn(String instance) {
    ProcessInstance at =
        runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
    while (at != null) {
      if (at.isSuspended()) {
        throw TaskObservation.suspended();
      }
      at = runtime.createProcessInstanceQuery().subProcessInstanceId(at.getId()).singleResult();
    }
  }

  /**
   * Ends the running course of a document, if there is one, with everything that it called.
   *
   * @param reasonCode why, as a code in UPPER_SNAKE; never free text, which the engine would keep
   *     in clear
   * @throws IllegalArgumentException if the reason is not such a code
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void cancel(UUID document, String reasonCode) {
    checkReason(reasonCode);
    flush();
    runningInstance(document)
        .ifPresent(instance -> step(() -> runtime.deleteProcessInstance(instance, reasonCode)));
  }

  private static void checkReason(String reasonCode) {
    if (!reasonCode.matches("[A-Z][A-Z0-9_]{1,62}")) {
      throw new IllegalArgumentException("a reason is a code here");
    }
  }

  /**
   * Ends one of several courses of a document, with everything that it called.
   *
   * @param instance the engine's id of an outermost running instance
   * @param reasonCode as for {@link #cancel}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(String instance, String reasonCode) {
    checkReason(reasonCode);
    flush();
    step(() -> runtime.deleteProcessInstance(instance, reasonCode));
  }

  /** The outermost running instances of a document and the open tasks in each, oldest first. */
  public Map<String, Set<String>> openTasks(UUID document) {
    Map<String, Set<String>> open = new LinkedHashMap<>();
    List<HistoricProcessInstance> running =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(document.toString())
            .rootProcessInstances()
            .unfinished()
            .orderByProcessInstanceStartTime()
            .asc()
            .list();
    for (HistoricProcessInstance instance : running) {
      open.put(
          instance.getId(),
          history
              .createHistoricTaskInstanceQuery()
              .rootProcessInstanceId(instance.getId())
              .unfinished()
              .list()
              .stream()
              .map(HistoricTaskInstance::getId)
              .collect(Collectors.toSet()));
    }
    return open;
  }

  /** The engine's id of the outermost running instance of a document; empty at rest. */
  public Optional<String> runningInstance(UUID document) {
    return Optional.ofNullable(
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(document.toString())
                .rootProcessInstances()
                .singleResult())
        .map(ProcessInstance::getId);
  }

  /** The documents of all outermost running instances, one entry for each instance. */
  public List<UUID> running() {
    return runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
        .map(ProcessInstance::getBusinessKey)
        .map(UUID::fromString)
        .toList();
  }

  /**
   * Every passage of the document through a definition, earliest first, ended ones included as long
   * as the engine keeps them.
   */
  public List<Passage> path(UUID document) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(document.toString())
        .orderByProcessInstanceStartTime()
        .asc()
        .list()
        .stream()
        .map(this::passage)
        .toList();
  }

  private Passage passage(HistoricProcessInstance instance) {
    Set<String> passed = new HashSet<>();
    Set<String> current = new HashSet<>();
    for (HistoricActivityInstance activity :
        history
            .createHistoricActivityInstanceQuery()
            .processInstanceId(instance.getId())
            .orderByHistoricActivityInstanceStartTime()
            .asc()
            .list()) {
      if (activity.getEndTime() == null) {
        current.add(activity.getActivityId());
      } else if (!activity.isCanceled()) {
        passed.add(activity.getActivityId());
      }
    }
    return new Passage(
        instance.getId(),
        instance.getProcessDefinitionId(),
        instance.getProcessDefinitionKey(),
        instance.getProcessDefinitionVersion(),
        instance.getSuperProcessInstanceId(),
        instance.getStartTime().toInstant(),
        instant(instance.getEndTime()),
        TERMINATED.contains(instance.getState()),
        passed,
        current);
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }

  private static Map<String, Object> named(Map<ProcessVariable, Object> variables) {
    Map<String, Object> named = new HashMap<>();
    variables.forEach(
        (variable, value) -> {
          if (!variable.admits(value)) {
            throw new IllegalArgumentException(variable + " does not admit the value given");
          }
          named.put(variable.variable(), value);
        });
    return named;
  }

  /** Does one step; what a use case refused inside it is the refusal, not the engine's wrapping. */
  private static void step(Runnable step) {
    try {
      step.run();
    } catch (ProcessEngineException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof Refused refused) {
          throw refused;
        }
        if (cause instanceof SuspendedEntityInteractionException) {
          throw suspended(e);
        }
      }
      throw e;
    }
  }

  private static Refused suspended(ProcessEngineException met) {
    Refused refused = TaskObservation.suspended();
    refused.initCause(met);
    return refused;
  }

  /** The engine reads the same tables over the same connection, but knows nothing of JPA. */
  private void flush() {
    EntityManagerFactory factory = persistence.getIfAvailable();
    if (factory != null) {
      EntityManager open = EntityManagerFactoryUtils.getTransactionalEntityManager(factory);
      if (open != null) {
        open.flush();
      }
    }
  }
}
