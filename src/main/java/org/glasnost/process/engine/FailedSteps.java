package org.glasnost.process.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.glasnost.process.engine.FailedStep.Cause;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps that the engine gave up, and the one way by which it takes one up again. */
@Component
public class FailedSteps {
  private static final Pattern REFUSED =
      Pattern.compile("org\\.glasnost\\.rule\\.Refused: [A-Z_]+ \\[([A-Z0-9, -]*)]");

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final ManagementService management;
  private final Definitions definitions;
  private final Versions versions;

  FailedSteps(
      RuntimeService runtime,
      RepositoryService repository,
      ProcessEngine engine,
      Definitions definitions,
      Versions versions) {
    this.runtime = runtime;
    this.repository = repository;
    this.management = engine.getManagementService();
    this.definitions = definitions;
    this.versions = versions;
  }

  /** Every step that waits, the longest waiting first. */
  public List<FailedStep> all() {
    return runtime
        .createIncidentQuery()
        .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
        .list()
        .stream()
        // Whoever called the instance has an incident too, of the same step.
        .filter(incident -> incident.getId().equals(incident.getCauseIncidentId()))
        .map(this::failed)
        .sorted(Comparator.comparing(FailedStep::since).thenComparing(FailedStep::id))
        .toList();
  }

  /** The step of that id, if it still waits. */
  public Optional<FailedStep> find(String id) {
    return all().stream().filter(step -> step.id().equals(id)).findFirst();
  }

  /**
   * Has the engine try a step once more, in the caller's transaction: soon after it is committed.
   * One that fails again waits again, under another id.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void retry(FailedStep step) {
    Incident incident = runtime.createIncidentQuery().incidentId(step.id()).singleResult();
    management.setJobRetries(incident.getConfiguration(), 1);
  }

  private FailedStep failed(Incident incident) {
    ProcessDefinition definition =
        repository.getProcessDefinition(incident.getProcessDefinitionId());
    Definition.Version version =
        definitions.version(definition.getKey(), definition.getVersion()).orElseThrow();
    ProcessInstance instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(incident.getProcessInstanceId())
            .singleResult();
    String at =
        incident.getFailedActivityId() == null
            ? incident.getActivityId()
            : incident.getFailedActivityId();
    String trace = trace(incident);
    return new FailedStep(
        incident.getId(),
        version,
        at,
        versions.elements(version).stream()
            .filter(element -> element.id().equals(at))
            .map(Element::name)
            .findFirst()
            .orElse(at),
        incident.getProcessInstanceId(),
        instance == null ? null : document(instance.getBusinessKey()),
        incident.getIncidentTimestamp().toInstant(),
        cause(trace),
        rules(trace));
  }

  private static @Nullable UUID document(@Nullable String key) {
    return key != null && ProcessVariable.DOCUMENT.admits(key) ? UUID.fromString(key) : null;
  }

  private String trace(Incident incident) {
    String trace = management.getJobExceptionStacktrace(incident.getConfiguration());
    return trace == null ? "" : trace;
  }

  /** The trace holds values of the instance: nothing of it is told but which kind it is. */
  private static Cause cause(String trace) {
    if (REFUSED.matcher(trace).find()) {
      return Cause.REFUSED;
    }
    if (trace.contains("SuspendedEntityInteractionException")) {
      return Cause.SUSPENDED;
    }
    if (trace.contains("ENGINE-02004")) {
      return Cause.NO_BRANCH;
    }
    if (trace.contains("Unknown property used in expression")
        || trace.contains("Cannot resolve identifier")) {
      return Cause.VALUE_MISSING;
    }
    if (trace.contains("OptimisticLockingException")) {
      return Cause.CHANGED_MEANWHILE;
    }
    return Cause.OTHER;
  }

  private static List<String> rules(String trace) {
    Matcher refused = REFUSED.matcher(trace);
    return refused.find()
        ? Arrays.stream(refused.group(1).split(", ", -1)).distinct().toList()
        : List.of();
  }
}
