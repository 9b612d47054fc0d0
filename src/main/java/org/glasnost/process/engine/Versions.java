package org.glasnost.process.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.management.IncidentStatistics;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.glasnost.process.TaskKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The elements of a version in force, what stands at each, and whether anything goes on there. */
@Component
public class Versions {
  private final RepositoryService repository;
  private final ManagementService management;

  Versions(RepositoryService repository, ProcessEngine engine) {
    this.repository = repository;
    this.management = engine.getManagementService();
  }

  /** The elements of a version, in the order of its file. */
  public List<Element> elements(Definition.Version version) {
    return repository
        .getBpmnModelInstance(version.id())
        .getModelElementsByType(Process.class)
        .stream()
        .flatMap(process -> process.getFlowElements().stream())
        .filter(FlowNode.class::isInstance)
        .map(FlowNode.class::cast)
        .map(Versions::element)
        .toList();
  }

  private static Element element(FlowNode node) {
    @Nullable String named = node.getName();
    String name = named == null || named.isBlank() ? node.getId() : named;
    return new Element(
        node.getId(),
        name,
        node instanceof UserTask ? TaskKind.ofElement(node.getId()).orElse(null) : null,
        node instanceof CallActivity call ? call.getCalledElement() : null,
        node instanceof Activity activity && activity.getLoopCharacteristics() != null);
  }

  /** The elements of a version with what stands at each now, in the order of its file. */
  public List<ElementCount> counts(Definition.Version version) {
    Map<String, ActivityStatistics> found = new HashMap<>();
    management
        .createActivityStatisticsQuery(version.id())
        .includeIncidents()
        .list()
        .forEach(each -> found.put(each.getId(), each));
    return elements(version).stream()
        .map(
            element -> {
              ActivityStatistics there = found.get(element.id());
              return there == null
                  ? new ElementCount(element, 0, 0)
                  : new ElementCount(element, there.getInstances(), incidents(there));
            })
        .toList();
  }

  private static long incidents(ActivityStatistics there) {
    return there.getIncidentStatistics().stream()
        .mapToLong(IncidentStatistics::getIncidentCount)
        .sum();
  }

  /**
   * Stops a version: no instance of it begins and none goes on, in the caller's transaction. What a
   * task holds stays.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void suspend(Definition.Version version) {
    repository.suspendProcessDefinitionById(version.id(), true, null);
  }

  /** Lets a version go on, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void resume(Definition.Version version) {
    repository.activateProcessDefinitionById(version.id(), true, null);
  }
}
