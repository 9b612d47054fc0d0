package org.glasnost.authority.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnost.authority.access.NeedsInForce.Way;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pages of the documents that somebody may know of. The time a page takes does not hang on how many
 * documents there are, nor on how few of them are open to the caller: it is put together from the
 * first ones of each way that leads the caller to any ({@link NeedsInForce}), and whether the
 * caller may know of those is asked of the grants, as everywhere.
 */
@Component
public class KnownDocuments {
  /**
   * With more ways than this the documents are gone through in their order: whoever is on so many
   * finds enough of them soon, and a query of more parts would take longer.
   */
  private static final int MOST_WAYS = 200;

  /** Documents are found by what else the query says of them: H2 would take the index of labels. */
  public static final String UNINDEXED_LABEL = "(d.label + 0)";

  private final JdbcClient jdbc;
  private final NeedsInForce needs;
  private final int mostWays;

  /** For Spring. */
  @Autowired
  KnownDocuments(JdbcClient jdbc, NeedsInForce needs) {
    this(jdbc, needs, MOST_WAYS);
  }

  KnownDocuments(JdbcClient jdbc, NeedsInForce needs, int mostWays) {
    this.jdbc = jdbc;
    this.needs = needs;
    this.mostWays = mostWays;
  }

  /**
   * A place in the stable order of documents: registration time, then id.
   *
   * @param registeredAt of the last document seen
   * @param id of the last document seen
   */
  public record Place(Instant registeredAt, UUID id) {}

  /**
   * What else a page asks for.
   *
   * @param condition in SQL on the document {@code d}, beginning with {@code and}, or empty
   * @param parameters of it, in their order
   */
  public record Narrowing(String condition, List<Object> parameters) {
    /** Nothing else. */
    public static final Narrowing NONE = new Narrowing("", List.of());

    /** Keeps a copy. */
    public Narrowing {
      parameters = List.copyOf(parameters);
    }
  }

  /** A page of the documents that the person may know of, in the order of registration. */
  public List<UUID> page(Sight sight, Narrowing narrowing, @Nullable Place after, int limit) {
    List<Way> ways = ways(sight);
    if (ways.size() > mostWays) {
      return inOrder(sight, narrowing, after, limit);
    }
    List<UUID> found = new ArrayList<>();
    Place from = after;
    while (!ways.isEmpty() && found.size() < limit) {
      List<Place> next = next(ways, narrowing, from, limit);
      found.addAll(known(sight, next));
      if (next.size() < limit) {
        break;
      }
      from = next.get(next.size() - 1);
    }
    return found.size() > limit ? found.subList(0, limit) : found;
  }

  /** Those of the documents that the person may know of. */
  public Set<UUID> among(Sight sight, List<UUID> documents) {
    if (documents.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.sql(
                "select d.id from document d where d.id = any(?) and "
                    + sight.condition(UNINDEXED_LABEL, "d.id"))
            .param(documents.toArray(UUID[]::new))
            .params(sight.parameters())
            .query(UUID.class)
            .list());
  }

  private List<Way> ways(Sight sight) {
    List<Way> ways = new ArrayList<>(needs.ways(sight));
    for (GrantSource source : needs.overEveryDocument(sight)) {
      sight.labels().stream()
          .filter(label -> sight.mayMeet(source, label))
          .forEach(label -> ways.add(new Way(null, source, label)));
    }
    return ways;
  }

  private List<UUID> known(Sight sight, List<Place> places) {
    Set<UUID> ordered =
        places.stream().map(Place::id).collect(Collectors.toCollection(LinkedHashSet::new));
    Set<UUID> known = among(sight, List.copyOf(ordered));
    return ordered.stream().filter(known::contains).toList();
  }

  /** The next places on any way, a document on several ways as often. */
  private List<Place> next(List<Way> ways, Narrowing narrowing, @Nullable Place after, int limit) {
    List<Object> parameters = new ArrayList<>();
    String sql =
        ways.stream()
            .map(way -> "(" + part(way, narrowing, after, limit, parameters) + ")")
            .collect(
                Collectors.joining(
                    " union all ", "select * from (", ") p order by 1, 2 limit " + limit));
    return jdbc.sql(sql)
        .params(parameters)
        .query((row, n) -> new Place(row.getTimestamp(1).toInstant(), row.getObject(2, UUID.class)))
        .list();
  }

  /** The columns that are the same for the whole way are named in the order, as the index has. */
  private static String part(
      Way way, Narrowing narrowing, @Nullable Place after, int limit, List<Object> parameters) {
    boolean joined = way.holder() == null || !narrowing.condition().isEmpty();
    String at = way.holder() == null ? "d.registered_at" : "n.registered_at";
    String id = way.holder() == null ? "d.id" : "n.document";
    StringBuilder sql = new StringBuilder("select " + at + " as at, " + id + " as id from ");
    String order;
    if (way.holder() == null) {
      sql.append("document d where d.label = ?");
      parameters.add(way.label());
      order = "d.label";
    } else {
      sql.append("need_in_force n");
      if (joined) {
        sql.append(" join document d on d.id = n.document");
      }
      sql.append(" where n.holder = ? and n.source = ? and n.label = ?");
      Collections.addAll(parameters, way.holder(), way.source().name(), way.label());
      order = "n.holder, n.source, n.label";
    }
    sql.append(narrowing.condition());
    parameters.addAll(narrowing.parameters());
    continueAfter(sql, at, id, after, parameters);
    return sql.append(" order by ")
        .append(order)
        .append(", ")
        .append(at)
        .append(", ")
        .append(id)
        .append(" limit ")
        .append(limit)
        .toString();
  }

  private List<UUID> inOrder(Sight sight, Narrowing narrowing, @Nullable Place after, int limit) {
    List<Object> parameters = new ArrayList<>(List.of(sight.parameters()));
    StringBuilder sql =
        new StringBuilder("select d.id from document d where ")
            .append(sight.condition("d.label", "d.id"))
            .append(narrowing.condition());
    parameters.addAll(narrowing.parameters());
    continueAfter(sql, "d.registered_at", "d.id", after, parameters);
    return jdbc.sql(sql.append(" order by d.registered_at, d.id limit ").append(limit).toString())
        .params(parameters)
        .query(UUID.class)
        .list();
  }

  private static void continueAfter(
      StringBuilder sql, String at, String id, @Nullable Place after, List<Object> parameters) {
    if (after == null) {
      return;
    }
    // The first part alone bounds an index.
    sql.append(" and ").append(at).append(" >= ? and (");
    sql.append(at).append(" > ? or ").append(id).append(" > ?)");
    Timestamp instant = Timestamp.from(after.registeredAt());
    Collections.addAll(parameters, instant, instant, after.id());
  }
}
