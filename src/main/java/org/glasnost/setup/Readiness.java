package org.glasnost.setup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.glasnost.process.decision.DecisionVersions;
import org.glasnost.process.decision.KnownDecision;
import org.glasnost.process.engine.Definitions;
import org.glasnost.process.worklist.CourseKeeping;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be so before the application is called ready, besides an answering database. */
@Configuration(proxyBeanMethods = false)
class Readiness {
  private static final String DIAGRAMS = "classpath*:processes/*/*.bpmn";
  private static final String ENDING = ".bpmn";
  private static final int DEMONSTRATION_RECORDS = 2;

  Readiness() {}

  /** Every process that ships is deployed, and every decision has a table in force. */
  @Bean
  HealthIndicator processesHealthIndicator(Definitions definitions, DecisionVersions decisions)
      throws IOException {
    List<String> keys = new ArrayList<>();
    for (Resource diagram : new PathMatchingResourcePatternResolver().getResources(DIAGRAMS)) {
      String name = diagram.getFilename();
      if (name != null) {
        keys.add(name.substring(0, name.length() - ENDING.length()));
      }
    }
    return () ->
        health(
            !keys.isEmpty()
                && keys.stream().allMatch(key -> definitions.latestVersion(key) > 0)
                && Stream.of(KnownDecision.values())
                    .allMatch(decision -> decisions.latest(decision.key()) > 0));
  }

  /** Every document in progress has exactly one course, and no other has one. */
  @Bean
  HealthIndicator coursesHealthIndicator(CourseKeeping keeping) {
    return () -> health(keeping.look().none());
  }

  /** The demonstration's documents are in. */
  @Bean
  @Profile("demo")
  HealthIndicator demonstrationHealthIndicator(JdbcClient jdbc) {
    return () ->
        health(
            jdbc.sql("select count(*) from document").query(Long.class).single()
                >= DEMONSTRATION_RECORDS);
  }

  private static Health health(boolean well) {
    return (well ? Health.up() : Health.down()).build();
  }
}
