package org.glasnost.process.worklist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.process.engine.Course;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds documents in progress against the courses that run: each has exactly one, and a document at
 * rest has none.
 */
@Component
public class CourseKeeping {
  private static final String IN_PROGRESS =
      "select id from document where state in ('MARKING_REVIEW', 'UNDER_REVIEW', 'RELEASE_PENDING')";

  private final JdbcClient jdbc;
  private final Course course;

  CourseKeeping(JdbcClient jdbc, Course course) {
    this.jdbc = jdbc;
    this.course = course;
  }

  /**
   * What does not agree, by the ids of documents.
   *
   * @param without in progress, and no course runs
   * @param several more than one course runs
   * @param idle at rest, and a course runs
   */
  public record Disagreement(Set<UUID> without, Set<UUID> several, Set<UUID> idle) {

    /** Copies. */
    public Disagreement {
      without = Set.copyOf(without);
      several = Set.copyOf(several);
      idle = Set.copyOf(idle);
    }

    /** Whether all agrees. */
    public boolean none() {
      return without.isEmpty() && several.isEmpty() && idle.isEmpty();
    }
  }

  /** Both are read as they were at one moment, so that work under way is no disagreement. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Disagreement look() {
    Set<UUID> inProgress = new HashSet<>(jdbc.sql(IN_PROGRESS).query(UUID.class).list());
    Map<UUID, Integer> running = new HashMap<>();
    List<UUID> all = new ArrayList<>(course.running());
    all.forEach(document -> running.merge(document, 1, Integer::sum));
    Set<UUID> without = new HashSet<>(inProgress);
    without.removeAll(running.keySet());
    Set<UUID> idle = new HashSet<>(running.keySet());
    idle.removeAll(inProgress);
    Set<UUID> several = new HashSet<>();
    running.forEach(
        (document, count) -> {
          if (count > 1) {
            several.add(document);
          }
        });
    return new Disagreement(without, several, idle);
  }
}
