package org.glasnost.process.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The process definitions in force, and the one way by which others are put beside them. */
@Component
public class Definitions implements InForce {
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ProcessEngineConfigurationImpl engine;
  private final Steps steps;

  /** For Spring. */
  Definitions(
      RepositoryService repository,
      RuntimeService runtime,
      ProcessEngine engine,
      ListableBeanFactory beans) {
    this.repository = repository;
    this.runtime = runtime;
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.steps = new Steps(beans);
  }

  /**
   * Puts definitions into force, in the caller's transaction. Whether they may be is decided
   * before: nothing is examined here.
   *
   * @param name how the deployment is called
   * @param files content by file name
   * @return the engine's id of the deployment
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String putInForce(String name, Map<String, byte[]> files) {
    DeploymentBuilder deployment = repository.createDeployment().name(name);
    files.forEach(
        (file, bytes) -> deployment.addInputStream(file, new ByteArrayInputStream(bytes)));
    return deployment.deploy().getId();
  }

  /** Every definition in force, by key. */
  public List<Definition> all() {
    Map<String, List<Definition.Version>> versions = new LinkedHashMap<>();
    for (ProcessDefinition definition :
        repository
            .createProcessDefinitionQuery()
            .orderByProcessDefinitionKey()
            .asc()
            .orderByProcessDefinitionVersion()
            .desc()
            .list()) {
      versions
          .computeIfAbsent(definition.getKey(), key -> new ArrayList<>())
          .add(version(definition));
    }
    List<Definition> definitions = new ArrayList<>();
    versions.forEach((key, each) -> definitions.add(new Definition(key, each)));
    return definitions;
  }

  private Definition.Version version(ProcessDefinition definition) {
    Instant deployedAt =
        repository
            .createDeploymentQuery()
            .deploymentId(definition.getDeploymentId())
            .singleResult()
            .getDeploymentTime()
            .toInstant();
    return new Definition.Version(
        definition.getId(),
        definition.getVersion(),
        definition.getName(),
        definition.getVersionTag(),
        deployedAt,
        runtime.createProcessInstanceQuery().processDefinitionId(definition.getId()).count(),
        definition.isSuspended(),
        definition.getKey());
  }

  /** A version in force; empty where there is none of that key and number. */
  public Optional<Definition.Version> version(String key, int version) {
    if (version < 1) {
      return Optional.empty(); // The engine counts from 1, and takes no other question.
    }
    return Optional.ofNullable(
            repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .processDefinitionVersion(version)
                .singleResult())
        .map(this::version);
  }

  /**
   * The diagram of a version in force, as it was deployed.
   *
   * @param version the number, or empty for the newest
   */
  public Optional<byte[]> bpmn(String key, Optional<Integer> version) {
    if (version.filter(number -> number < 1).isPresent()) {
      return Optional.empty(); // The engine would throw.
    }
    var query = repository.createProcessDefinitionQuery().processDefinitionKey(key);
    ProcessDefinition definition =
        version.map(query::processDefinitionVersion).orElseGet(query::latestVersion).singleResult();
    if (definition == null) {
      return Optional.empty();
    }
    try (InputStream diagram = repository.getProcessModel(definition.getId())) {
      return Optional.of(diagram.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("what the engine keeps in memory cannot fail to be read", e);
    }
  }

  @Override
  public int latestVersion(String processKey) {
    ProcessDefinition newest =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(processKey)
            .latestVersion()
            .singleResult();
    return newest == null ? 0 : newest.getVersion();
  }

  @Override
  public Set<String> keys() {
    return repository.createProcessDefinitionQuery().latestVersion().list().stream()
        .map(ProcessDefinition::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Optional<byte[]> model(String processKey, int version) {
    return bpmn(processKey, Optional.of(version));
  }

  @Override
  public Optional<String> startedBy(String message) {
    return Optional.ofNullable(
            repository
                .createProcessDefinitionQuery()
                .messageEventSubscriptionName(message)
                .singleResult())
        .map(ProcessDefinition::getKey);
  }

  @Override
  public Set<String> steps() {
    return steps.names();
  }

  @Override
  public Optional<String> unreadable(String fileName, byte[] bytes) {
    BpmnDeployer reader =
        engine.getDeployers().stream()
            .filter(BpmnDeployer.class::isInstance)
            .map(BpmnDeployer.class::cast)
            .findFirst()
            .orElseThrow();
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              DeploymentEntity nowhere = new DeploymentEntity();
              nowhere.setId("examination");
              try {
                reader
                    .getBpmnParser()
                    .createParse()
                    .sourceInputStream(new ByteArrayInputStream(bytes))
                    .deployment(nowhere)
                    .name(fileName)
                    .execute();
                return Optional.<String>empty();
              } catch (ProcessEngineException e) {
                return Optional.of(String.valueOf(e.getMessage()));
              }
            });
  }
}
