package org.glasnost.document;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.glasnost.authority.access.KnownDocuments;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The gateway to documents. Whoever asks for one or for a page of them brings a {@link Sight}; the
 * filter is part of the query. Only the steps of a course that is under way reach a document
 * without one, by {@link #inCourse}: their callers were let in by the task.
 */
@Repository
public class Documents {
  private final EntityManager entities;
  private final JdbcClient jdbc;
  private final Sights sights;
  private final KnownDocuments known;
  private final MarkingHistory markings;

  Documents(
      EntityManager entities,
      JdbcClient jdbc,
      Sights sights,
      KnownDocuments known,
      MarkingHistory markings) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.sights = sights;
    this.known = known;
    this.markings = markings;
  }

  /**
   * What a page of documents is asked for.
   *
   * @param level stated level of the marking in force, by its name, or null
   * @param state or null
   * @param caseNumber exactly, or null
   */
  public record Filter(
      @Nullable String level, @Nullable DocumentState state, @Nullable String caseNumber) {}

  /**
   * The document, if the person may know of it.
   *
   * @throws Refused as not known, if it does not exist or the person may not know that it does; on
   *     ground UNAVAILABLE if it is held under another label than its marking in force gives it
   */
  public Document visible(Sight sight, UUID id) {
    if (!sights.mayKnow(sight, id)) {
      throw Refused.notKnown();
    }
    if (!markings.heldOtherwise(List.of(id)).isEmpty()) {
      throw MarkingsAsRecorded.notAsRecorded("document.label");
    }
    return inCourse(id);
  }

  /**
   * The document that the person registered and nobody has worked on yet, whether or not they are
   * let in to what its text turned out to be.
   *
   * @throws Refused as not known otherwise
   */
  Document registered(Sight sight, UUID id) {
    Document document = inCourse(id);
    if (!sight.isOf(document.registeredBy()) || document.state() != DocumentState.MARKING_REVIEW) {
      throw Refused.notKnown();
    }
    return document;
  }

  /** The document, for a step of a course whose caller was let in already. */
  public Document inCourse(UUID id) {
    return Optional.ofNullable(entities.find(Document.class, id)).orElseThrow(Refused::notKnown);
  }

  /** A page of the documents that the person may know of, in the order of registration. */
  public List<UUID> page(
      Sight sight, Filter filter, KnownDocuments.@Nullable Place after, int limit) {
    StringBuilder sql = new StringBuilder();
    List<Object> parameters = new ArrayList<>();
    if (filter.level() != null) {
      sql.append(
          " and exists (select 1 from document_marking m where m.document = d.id and"
              + " m.superseded_at is null and m.valid_to is null and m.level = ?)");
      parameters.add(filter.level());
    }
    if (filter.state() != null) {
      sql.append(" and d.state = ?");
      parameters.add(filter.state().name());
    }
    if (filter.caseNumber() != null) {
      sql.append(" and d.case_number = ?");
      parameters.add(filter.caseNumber());
    }
    return known.page(
        sight, new KnownDocuments.Narrowing(sql.toString(), parameters), after, limit);
  }

  /** The documents of such a page, in its order. */
  List<Document> listed(
      Sight sight, Filter filter, KnownDocuments.@Nullable Place after, int limit) {
    List<UUID> ids = page(sight, filter, after, limit);
    Map<UUID, Document> found =
        inCourse(ids).stream().collect(Collectors.toMap(Document::id, Function.identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /** Several documents, in no order, for the steps of a course. */
  List<Document> inCourse(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery("select d from Document d where d.id in :ids", Document.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** The enclosures of a document that the person may know of, in the order of registration. */
  public List<UUID> enclosures(Sight sight, UUID transmittal) {
    return enclosures(sight, List.of(transmittal)).getOrDefault(transmittal, List.of());
  }

  /** The enclosures that the person may know of, by the document that encloses them. */
  Map<UUID, List<UUID>> enclosures(Sight sight, List<UUID> transmittals) {
    Map<UUID, List<UUID>> enclosures = new HashMap<>();
    jdbc.sql(
            "select d.enclosure_of, d.id from document d where d.enclosure_of = any(?) and "
                + sight.condition(KnownDocuments.UNINDEXED_LABEL, "d.id")
                + " order by d.registered_at, d.id")
        .param(transmittals.toArray(UUID[]::new))
        .params(sight.parameters())
        .query(
            row -> {
              enclosures
                  .computeIfAbsent(row.getObject(1, UUID.class), one -> new ArrayList<>())
                  .add(row.getObject(2, UUID.class));
            });
    return enclosures;
  }

  /** Every enclosure of a document, for the protection that follows its transmittal. */
  List<UUID> enclosuresInCourse(UUID transmittal) {
    return jdbc.sql("select id from document where enclosure_of = ?")
        .param(transmittal)
        .query(UUID.class)
        .list();
  }

  /** Whether one document is the other, or encloses it, or encloses what encloses it, and so on. */
  boolean encloses(UUID document, UUID other) {
    Set<UUID> seen = new HashSet<>();
    UUID above = other;
    while (above != null && seen.add(above)) {
      if (above.equals(document)) {
        return true;
      }
      above = inCourse(above).enclosureOf();
    }
    return false;
  }

  /** Every label that a document was ever held under. */
  public List<Long> labelsEver(UUID document) {
    return jdbc.sql("select distinct label from document_marking where document = ?")
        .param(document)
        .query(Long.class)
        .list();
  }

  void add(Document document) {
    entities.persist(document);
    // Rows that other statements refer to must be there before them.
    entities.flush();
  }

  /** Whether there is a document of that id: for lists kept outside the database. */
  boolean isThere(UUID id) {
    return entities.find(Document.class, id) != null;
  }

  /** Nobody else changes it, or what hangs on it, until the transaction ends. */
  void lock(Document document) {
    entities.refresh(document, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Writes what changed now, so that a raised version is seen by whoever answers. */
  public void flush() {
    entities.flush();
  }
}
