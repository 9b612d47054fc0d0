package org.glasnost.process.engine;

import java.io.IOException;
import java.io.InputStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.flywaydb.core.Flyway;
import org.glasnost.fixtures.Databases;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The engine on a database of its own in memory, with the product's configuration and nothing else
 * of the product: no Spring Boot, no JPA.
 */
public final class EngineAlone implements AutoCloseable {
  private static final String[] SHIPPED = {
    "record-life-cycle", "declassification-review", "release"
  };

  private final AnnotationConfigApplicationContext context;

  private EngineAlone(AnnotationConfigApplicationContext context) {
    this.context = context;
  }

  /** On H2. */
  public static EngineAlone started(Class<?>... besides) {
    return on(Databases.H2, besides);
  }

  /** On a new database, with further beans beside the engine. */
  public static EngineAlone on(Databases databases, Class<?>... besides) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBean(DataSource.class, () -> migrated(databases));
    context.register(Wiring.class);
    if (besides.length > 0) {
      context.register(besides);
    }
    context.refresh();
    return new EngineAlone(context);
  }

  private static DataSource migrated(Databases databases) {
    DataSource database = databases.migratedTo("0000");
    Flyway.configure().dataSource(database).javaMigrations(new EngineSchema()).load().migrate();
    return database;
  }

  /** With the shipped processes in force, as version 1 each. */
  public EngineAlone withShippedProcesses() {
    RepositoryService repository = bean(RepositoryService.class);
    DeploymentBuilder deployment = repository.createDeployment();
    for (String key : SHIPPED) {
      deployment.addInputStream(key + ".bpmn", shipped(key));
    }
    inTransaction(deployment::deploy);
    return this;
  }

  static InputStream shipped(String key) {
    String path = "/processes/" + key + "/" + key + ".bpmn";
    InputStream in = EngineAlone.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException("not shipped: " + path);
    }
    return in;
  }

  /** The file of a shipped process. */
  public static String shippedText(String key) {
    try (InputStream in = shipped(key)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A bean of the wiring. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  /** The course under test. */
  public Course course() {
    return bean(Course.class);
  }

  /** What the observer of tasks was told. */
  public OpenTasks openTasks() {
    return bean(OpenTasks.class);
  }

  /** Does the work in one transaction. */
  public void inTransaction(Runnable work) {
    new TransactionTemplate(bean(PlatformTransactionManager.class))
        .executeWithoutResult(open -> work.run());
  }

  @Override
  public void close() {
    context.close();
  }

  /** What the application provides around the engine. */
  @TestConfiguration(proxyBeanMethods = false)
  @EnableTransactionManagement(proxyTargetClass = true) // as Spring Boot does
  @Import({
    EngineConfiguration.class,
    Course.class,
    Definitions.class,
    Versions.class,
    Moving.class,
    FailedSteps.class,
    JobExecution.class
  })
  static class Wiring {
    @Bean
    PlatformTransactionManager transactions(DataSource database) {
      return new JdbcTransactionManager(database);
    }

    @Bean
    JdbcTemplate template(DataSource database) {
      return new JdbcTemplate(database);
    }

    @Bean
    JdbcClient jdbc(JdbcTemplate template) {
      return JdbcClient.create(template);
    }

    @Bean
    OpenTasks openTasks() {
      return new OpenTasks();
    }

    @Bean
    JavaDelegate countingStep() {
      return execution -> execution.setVariable("referralCount", 7);
    }
  }
}
