package org.glasnost.process.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The engine as the product runs it: on the application's data source and transactions, with every
 * way closed by which a definition could run code that is not one of our steps.
 *
 * <p>The engine is given no application context: an expression sees the steps and the instance's
 * variables, and no class named in a definition is ever made. The deployment gate refuses such
 * definitions before; here they would fail.
 */
@Configuration(proxyBeanMethods = false)
public class EngineConfiguration {
  private static final Set<String> SERIALIZERS = Set.of("null", "string", "boolean", "integer");
  private static final int JOB_THREADS = 3;
  private static final int JOBS_WAITING = 10;
  private static final int SECONDS_TO_FINISH = 20;

  /** For Spring. */
  EngineConfiguration() {}

  /** The engine, built once the migrations have made its tables. */
  @Bean(destroyMethod = "close")
  @DependsOnDatabaseInitialization
  ProcessEngine processEngine(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      ListableBeanFactory beans,
      JobExecutor jobExecutor,
      ObjectProvider<TaskObserver> observer) {
    SpringTransactionsProcessEngineConfiguration engine =
        new SpringTransactionsProcessEngineConfiguration();
    engine.setProcessEngineName("glasnost");
    engine.setDataSource(dataSource);
    engine.setTransactionManager(transactions);
    engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
    engine.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    engine.setHistoryCleanupBatchWindowStartTime("02:00");
    engine.setHistoryCleanupBatchWindowEndTime("04:00");
    engine.setIdGenerator(new StrongUuidGenerator());
    engine.setJobExecutor(jobExecutor);
    engine.setJobExecutorActivate(false);
    closeWaysToCode(engine, new Steps(beans));
    leaveOutWhatIsOurs(engine);
    // What fails is told to the caller; the engine's own line would carry values of variables.
    engine.setEnableCmdExceptionLogging(false);
    engine.setCustomPostBPMNParseListeners(
        new ArrayList<>(List.of(new TaskObservation(observer::getObject))));
    engine.getProcessEnginePlugins().add(new PlainVariablesOnly());
    return engine.buildProcessEngine();
  }

  private static void closeWaysToCode(ProcessEngineConfigurationImpl engine, Steps steps) {
    engine.setBeans(steps);
    engine.setArtifactFactory(new NoArtifacts());
    engine.setScriptEngineResolver(new NoScripts());
    engine.setEnableScriptEngineLoadExternalResources(false);
    engine.setEnableFetchScriptEngineFromProcessApplication(false);
    engine.setJavaSerializationFormatEnabled(false);
    engine.setDeserializationTypeValidationEnabled(true);
    engine.setEnableXxeProcessing(false);
    engine.setCmmnEnabled(false);
    engine.setDmnEnabled(false);
  }

  /** People, rights and figures are ours; the engine keeps none of them. */
  private static void leaveOutWhatIsOurs(ProcessEngineConfigurationImpl engine) {
    engine.setAuthorizationEnabled(false);
    engine.setTenantCheckEnabled(false);
    engine.setDbIdentityUsed(false);
    engine.setMetricsEnabled(false);
    engine.setTaskMetricsEnabled(false);
    engine.setDbMetricsReporterActivate(false);
  }

  /** The engine's timers and repetitions; not started before the whole application stands. */
  @Bean
  JobExecutor jobExecutor(@Qualifier("engineThreads") ThreadPoolTaskExecutor threads) {
    SpringJobExecutor executor = new SpringJobExecutor();
    executor.setTaskExecutor(threads);
    return executor;
  }

  /**
   * The engine's own threads. Not a candidate where some other part asks for an executor, or the
   * framework would take it for the application's and give everything to the engine's pool.
   */
  @Bean(defaultCandidate = false)
  ThreadPoolTaskExecutor engineThreads() {
    ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    threads.setThreadNamePrefix("engine-");
    threads.setCorePoolSize(JOB_THREADS);
    threads.setMaxPoolSize(JOB_THREADS);
    threads.setQueueCapacity(JOBS_WAITING);
    threads.setWaitForTasksToCompleteOnShutdown(true);
    threads.setAwaitTerminationSeconds(SECONDS_TO_FINISH);
    return threads;
  }

  @Bean
  RuntimeService runtimeService(ProcessEngine engine) {
    return engine.getRuntimeService();
  }

  @Bean
  TaskService taskService(ProcessEngine engine) {
    return engine.getTaskService();
  }

  @Bean
  HistoryService historyService(ProcessEngine engine) {
    return engine.getHistoryService();
  }

  @Bean
  RepositoryService repositoryService(ProcessEngine engine) {
    return engine.getRepositoryService();
  }

  /**
   * Leaves the engine only the plain kinds of variables. Its own flag against Java serialisation
   * does not stop a list that is handed over as a plain value.
   */
  private static final class PlainVariablesOnly extends AbstractProcessEnginePlugin {
    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
      VariableSerializers serializers = engine.getVariableSerializers();
      for (TypedValueSerializer<?> serializer : List.copyOf(serializers.getSerializers())) {
        if (!SERIALIZERS.contains(serializer.getName())) {
          serializers.removeSerializer(serializer);
        }
      }
    }
  }
}
