package org.glasnost.process.deployment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.process.deployment.Deployment.Decision;
import org.glasnost.process.deployment.GateFinding.WalkStep;
import org.glasnost.rule.RuleId;
import org.glasnost.rule.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The submitted deployments, pending and decided. */
@Repository
public class Deployments {
  private static final int LONGEST_MESSAGE = 2000;
  private static final int LONGEST_NAME = 200;

  /** The shortest walk to a hole; a diagram with a longer one is told by its first steps. */
  private static final int LONGEST_WALK = 500;

  private final JdbcClient jdbc;

  /** For Spring. */
  Deployments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The deployment with that id. */
  public Optional<Deployment> find(UUID id) {
    return jdbc.sql("select * from deployment where id = ?").param(id).query(this::row).optional();
  }

  /**
   * A page of all deployments, newest first.
   *
   * @param after the last one of the page before, or null for the first page
   * @param limit how many at most
   */
  public List<Deployment> page(@Nullable Deployment after, int limit) {
    if (after == null) {
      return jdbc.sql("select * from deployment order by submitted_at desc, id desc limit ?")
          .param(limit)
          .query(this::row)
          .list();
    }
    return jdbc.sql(
            "select * from deployment where submitted_at < :at or (submitted_at = :at and id < :id)"
                + " order by submitted_at desc, id desc limit :limit")
        .param("at", utc(after.submittedAt()))
        .param("id", after.id())
        .param("limit", limit)
        .query(this::row)
        .list();
  }

  /** The newest deployment of that name with exactly these files that was not rejected. */
  Optional<Deployment> sameAs(String name, List<DeploymentFile> files) {
    return jdbc
        .sql(
            "select * from deployment where name = ? and state <> 'REJECTED'"
                + " order by submitted_at desc, id desc")
        .param(name)
        .query(this::row)
        .list()
        .stream()
        .filter(each -> each.files().equals(files))
        .findFirst();
  }

  /** Whether a file of that name and content was ever submitted, whatever became of it. */
  boolean knows(DeploymentFile file) {
    return jdbc.sql("select count(*) from deployment_file where sha256 = ? and name = ?")
            .params(file.sha256(), file.name())
            .query(Long.class)
            .single()
        > 0;
  }

  /**
   * Waits until no other deployment is coming into force, and keeps the turn to the end of the
   * caller's transaction: two changes that are sound one by one may not be so together.
   */
  void takeTurn() {
    jdbc.sql("select id from deployment_turn where id = 1 for update")
        .query(Integer.class)
        .single();
  }

  /** Keeps a deployment that was just submitted. */
  void add(Deployment deployment) {
    Decision decision = deployment.decision();
    jdbc.sql(
            "insert into deployment (id, name, source, state, submitted_by, submitted_by_name,"
                + " submitted_at, decided_by, decided_by_name, decided_at)"
                + " values (:id, :name, :source, :state, :by, :byName, :at, :decidedBy,"
                + " :decidedByName, :decidedAt)")
        .param("id", deployment.id())
        .param("name", deployment.name())
        .param("source", deployment.source())
        .param("state", deployment.state().name())
        .param("by", deployment.submittedBy().id())
        .param("byName", deployment.submittedBy().userName())
        .param("at", utc(deployment.submittedAt()))
        .param("decidedBy", decision == null ? null : decision.by().id())
        .param("decidedByName", decision == null ? null : decision.by().userName())
        .param("decidedAt", decision == null ? null : utc(decision.at()))
        .update();
    int position = 0;
    for (DeploymentFile file : deployment.files()) {
      jdbc.sql(
              "insert into deployment_file (deployment, position, name, sha256, content)"
                  + " values (?, ?, ?, ?, ?)")
          .params(deployment.id(), position++, file.name(), file.sha256(), file.bytes())
          .update();
    }
    position = 0;
    for (GateFinding finding : deployment.findings()) {
      jdbc.sql(
              "insert into deployment_finding (deployment, position, rule, severity, file, element,"
                  + " message) values (:deployment, :position, :rule, :severity, :file, :element,"
                  + " :message)")
          .param("deployment", deployment.id())
          .param("position", position++)
          .param("rule", finding.rule().value())
          .param("severity", finding.severity().name())
          .param("file", cut(finding.file(), LONGEST_NAME))
          .param("element", finding.element() == null ? null : cut(finding.element(), LONGEST_NAME))
          .param("message", cut(finding.message(), LONGEST_MESSAGE))
          .update();
      add(deployment.id(), position - 1, finding.walk());
    }
  }

  private void add(UUID deployment, int finding, List<WalkStep> walk) {
    int position = 0;
    for (WalkStep step : walk.subList(0, Math.min(walk.size(), LONGEST_WALK))) {
      jdbc.sql(
              "insert into deployment_finding_step (deployment, finding, position, file, process,"
                  + " element, flow, says) values (:deployment, :finding, :position, :file,"
                  + " :process, :element, :flow, :says)")
          .param("deployment", deployment)
          .param("finding", finding)
          .param("position", position++)
          .param("file", step.file() == null ? null : cut(step.file(), LONGEST_NAME))
          .param("process", cut(step.process(), LONGEST_NAME))
          .param("element", cut(step.element(), LONGEST_NAME))
          .param("flow", step.flow() == null ? null : cut(step.flow(), LONGEST_NAME))
          .param("says", cut(step.says(), LONGEST_MESSAGE))
          .update();
    }
  }

  /**
   * Records the decision.
   *
   * @return false if somebody decided in the meantime; nothing is changed then
   */
  boolean decide(UUID id, DeploymentState state, Decision decision, @Nullable String inEngine) {
    return jdbc.sql(
                "update deployment set state = :state, decided_by = :by, decided_by_name = :byName,"
                    + " decided_at = :at, reason = :reason, engine_deployment = :engine"
                    + " where id = :id and state = 'PENDING'")
            .param("state", state.name())
            .param("by", decision.by().id())
            .param("byName", decision.by().userName())
            .param("at", utc(decision.at()))
            .param("reason", decision.reason())
            .param("engine", inEngine)
            .param("id", id)
            .update()
        == 1;
  }

  private Deployment row(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
    Decision decision =
        decidedAt == null
            ? null
            : new Decision(
                new Submitter(
                    row.getObject("decided_by", UUID.class), row.getString("decided_by_name")),
                decidedAt.toInstant(),
                row.getObject("reason", UUID.class));
    return new Deployment(
        id,
        row.getString("name"),
        row.getString("source"),
        DeploymentState.valueOf(row.getString("state")),
        new Submitter(
            row.getObject("submitted_by", UUID.class), row.getString("submitted_by_name")),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        decision,
        files(id),
        findings(id));
  }

  private List<DeploymentFile> files(UUID deployment) {
    return jdbc.sql(
            "select name, content from deployment_file where deployment = ? order by position")
        .param(deployment)
        .query((row, number) -> new DeploymentFile(row.getString("name"), row.getBytes("content")))
        .list();
  }

  private List<GateFinding> findings(UUID deployment) {
    Map<Integer, List<WalkStep>> walks = walks(deployment);
    return jdbc.sql("select * from deployment_finding where deployment = ? order by position")
        .param(deployment)
        .query(
            (row, number) ->
                new GateFinding(
                    new RuleId(row.getString("rule")),
                    Severity.valueOf(row.getString("severity")),
                    row.getString("file"),
                    row.getString("element"),
                    row.getString("message"),
                    walks.getOrDefault(row.getInt("position"), List.of())))
        .list();
  }

  /** The steps of each finding that has some, by its place in the deployment. */
  private Map<Integer, List<WalkStep>> walks(UUID deployment) {
    Map<Integer, List<WalkStep>> walks = new HashMap<>();
    jdbc.sql(
            "select * from deployment_finding_step where deployment = ? order by finding, position")
        .param(deployment)
        .query(
            row -> {
              walks
                  .computeIfAbsent(row.getInt("finding"), finding -> new ArrayList<>())
                  .add(
                      new WalkStep(
                          row.getString("file"),
                          row.getString("process"),
                          row.getString("element"),
                          row.getString("flow"),
                          row.getString("says")));
            });
    return walks;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
