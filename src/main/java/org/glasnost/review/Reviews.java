package org.glasnost.review;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.authority.access.Sight;
import org.glasnost.content.ContentKind;
import org.glasnost.content.SealedJson;
import org.glasnost.document.Deliberations;
import org.glasnost.document.Portions;
import org.glasnost.policy.OfficePolicy;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The gateway to reviews and their steps. A review may be known to whoever may know of one of its
 * documents; of the others it says nothing to them.
 */
@Repository
public class Reviews implements Deliberations {
  private final EntityManager entities;
  private final JdbcClient jdbc;
  private final SealedJson sealed;
  private final Portions portions;
  private final OfficePolicy office;

  Reviews(
      EntityManager entities,
      JdbcClient jdbc,
      SealedJson sealed,
      Portions portions,
      OfficePolicy office) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.portions = portions;
    this.office = office;
  }

  /**
   * The review, if the person may know of one of its documents.
   *
   * @throws Refused as not known otherwise
   */
  public Review visible(Sight sight, UUID id) {
    if (documents(sight, id).isEmpty()) {
      throw Refused.notKnown();
    }
    return inCourse(id);
  }

  /** The review, for a step whose caller was let in by a task. */
  public Review inCourse(UUID id) {
    return Optional.ofNullable(entities.find(Review.class, id)).orElseThrow(Refused::notKnown);
  }

  /** Those of a review's documents that the person may know of, in the order of the review. */
  public List<UUID> documents(Sight sight, UUID review) {
    return jdbc.sql(
            "select d.id from review_document r join document d on d.id = r.document where r.review"
                + " = ? and "
                + sight.condition("d.label", "d.id")
                + " order by r.position")
        .param(review)
        .params(sight.parameters())
        .query(UUID.class)
        .list();
  }

  /**
   * A place in the order of reviews.
   *
   * @param orderedAt of the last review seen
   * @param id of the last review seen
   */
  public record Position(Instant orderedAt, UUID id) {}

  /** A page of the reviews that the person may know of, the one ordered last first. */
  public List<UUID> page(Sight sight, @Nullable Position after, int limit) {
    StringBuilder sql =
        new StringBuilder("select r.id from review r where exists (select 1 from review_document p")
            .append(" join document d on d.id = p.document where p.review = r.id and ")
            .append(sight.condition("d.label", "d.id"))
            .append(")");
    List<Object> parameters = new ArrayList<>(Arrays.asList(sight.parameters()));
    if (after != null) {
      sql.append(" and (r.ordered_at < ? or (r.ordered_at = ? and r.id < ?))");
      Timestamp at = Timestamp.from(after.orderedAt());
      parameters.add(at);
      parameters.add(at);
      parameters.add(after.id());
    }
    sql.append(" order by r.ordered_at desc, r.id desc limit ").append(limit);
    return jdbc.sql(sql.toString()).params(parameters).query(UUID.class).list();
  }

  /** What set each of these reviews off, for whoever was let in to a task of it. */
  public Map<UUID, ReviewKind> kinds(Collection<UUID> reviews) {
    Map<UUID, ReviewKind> kinds = new HashMap<>();
    jdbc.sql("select id, kind from review where id = any(?)")
        .param(reviews.toArray(UUID[]::new))
        .query(
            row -> {
              kinds.put(row.getObject("id", UUID.class), ReviewKind.valueOf(row.getString("kind")));
            });
    return kinds;
  }

  @Override
  public boolean anyOf(UUID document) {
    return jdbc.sql("select count(*) from review_document where document = ?")
            .param(document)
            .query(Long.class)
            .single()
        > 0;
  }

  /** The particulars of a review. */
  public Particulars particulars(Review review) {
    return sealed.read(review.particulars(), Particulars.class);
  }

  /** A document's part in a review, with every step taken. */
  public DocumentReview of(UUID review, UUID document) {
    List<Step> steps =
        jdbc.sql(
                "select kind, taken_by, taken_at, decision from review_step where review = ? and"
                    + " document = ? order by number")
            .params(review, document)
            .query(
                (row, n) ->
                    new Step(
                        StepKind.valueOf(row.getString("kind")),
                        row.getObject("taken_by", UUID.class),
                        row.getTimestamp("taken_at").toInstant(),
                        sealed.read(row.getObject("decision", UUID.class), Step.Said.class)))
            .list();
    return new DocumentReview(
        portions.of(document).stream().map(Portions.Portion::id).toList(),
        steps,
        office.twoPersons());
  }

  void add(Review review, List<UUID> documents) {
    entities.persist(review);
    entities.flush();
    for (int position = 0; position < documents.size(); position++) {
      jdbc.sql(
              "insert into review_document (review, document, position, state) values (?, ?, ?, ?)")
          .params(review.id(), documents.get(position), position, ReviewState.OPEN.name())
          .update();
    }
  }

  /** Adds a step. Two steps at once meet in the unique number; the later one fails. */
  public void add(UUID review, UUID document, Step step) {
    UUID said = sealed.store(document, ContentKind.DECISION, step.said());
    jdbc.sql(
            "insert into review_step (id, review, document, number, kind, taken_by, taken_at,"
                + " decision) values (?, ?, ?, (select count(*) + 1 from review_step where review ="
                + " ? and document = ?), ?, ?, ?, ?)")
        .params(
            UUID.randomUUID(),
            review,
            document,
            review,
            document,
            step.kind().name(),
            step.by(),
            Timestamp.from(step.at()),
            said)
        .update();
  }

  /** Moves a document's part, and the review with it once every part has come so far. */
  public void move(UUID review, UUID document, ReviewState state) {
    jdbc.sql("update review_document set state = ? where review = ? and document = ?")
        .params(state.name(), review, document)
        .update();
    inCourse(review).become(ReviewState.together(states(review).values()));
    entities.flush();
  }

  /** Where the part of each of a review's documents stands. */
  Map<UUID, ReviewState> states(UUID review) {
    Map<UUID, ReviewState> states = new HashMap<>();
    jdbc.sql("select document, state from review_document where review = ?")
        .param(review)
        .query(
            row -> {
              states.put(
                  row.getObject("document", UUID.class),
                  ReviewState.valueOf(row.getString("state")));
            });
    return states;
  }
}
