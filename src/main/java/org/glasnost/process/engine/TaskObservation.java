package org.glasnost.process.engine;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.glasnost.authority.Role;
import org.glasnost.process.TaskKind;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;

/** Puts the task observer on every user task of every definition that the engine reads. */
final class TaskObservation extends AbstractBpmnParseListener {
  private static final String ORDINAL = "loopCounter";

  private final Supplier<TaskObserver> observer;

  TaskObservation(Supplier<TaskObserver> observer) {
    this.observer = observer;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition definition =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    definition.addBuiltInTaskListener(
        TaskListener.EVENTNAME_CREATE, task -> observer.get().opened(opened(task)));
    definition.addBuiltInTaskListener(
        TaskListener.EVENTNAME_COMPLETE, task -> observer.get().ended(task.getId(), false));
    definition.addBuiltInTaskListener(
        TaskListener.EVENTNAME_DELETE, task -> observer.get().ended(task.getId(), true));
  }

  /** That something would begin or go on which an administrator has suspended. */
  static Refused suspended() {
    return new Refused(
        Refused.Ground.CONFLICT,
        Finding.error(
                "DPL-0120",
                "An administrator has suspended the process: nothing of it begins or goes on until"
                    + " it is resumed. Nothing was changed.")
            .suggesting("Save what you entered as a draft, and ask an administrator."));
  }

  private static OpenedTask opened(DelegateTask task) {
    // As stored: the engine itself lets a call begin a process that is suspended.
    if (Context.getCommandContext()
        .getProcessDefinitionManager()
        .findLatestProcessDefinitionById(task.getProcessDefinitionId())
        .isSuspended()) {
      throw suspended();
    }
    String element = task.getTaskDefinitionKey();
    TaskKind kind =
        TaskKind.ofElement(element)
            .orElseThrow(() -> new IllegalStateException("not a kind of task: " + element));
    UUID document = id(task, ProcessVariable.DOCUMENT);
    if (document == null) {
      throw new IllegalStateException("a task without a document: " + element);
    }
    Set<Role> roles =
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(role -> role != null)
            .map(Role::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    ProcessDefinitionEntity definition = ((TaskEntity) task).getProcessDefinition();
    return new OpenedTask(
        task.getId(),
        kind,
        task.getName(),
        document,
        id(task, ProcessVariable.REVIEW),
        (Integer) task.getVariable(ORDINAL),
        roles,
        definition.getKey(),
        definition.getVersion());
  }

  private static @Nullable UUID id(DelegateTask task, ProcessVariable variable) {
    Object value = task.getVariable(variable.variable());
    return value == null ? null : UUID.fromString((String) value);
  }
}
