package org.glasnost.authority.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.marking.Protection;

/**
 * What one person may know of, as a filter for queries: the labels they are cleared for and by what
 * they can meet a grant. Every query for documents or tasks takes one; there is no query without.
 *
 * <p>A grant counts only where its source meets every list that the label hangs on ({@link
 * AccessList}).
 */
public final class Sight {
  private static final String NEED_TO_KNOW =
      "exists (select 1 from need_to_know g where g.document %1$s"
          + " and g.superseded_at is null and g.valid_from <= ? and (g.valid_to is null or"
          + " g.valid_to > ?) and (g.account is null or g.account = ?) and (g.role is null or"
          + " g.role = any(?)) and (g.agency is null or g.agency = ?)%2$s and %3$s)";
  private static final String OF_THEIR_AGENCY =
      "exists (select 1 from document o where o.id = %1$s and (o.originating_agency = ? or"
          + " o.holding_agency = ?))";

  private final Person person;
  private final Long[] labels;
  private final List<Listed> lists = new ArrayList<>();
  private final String[] roles;
  private final LocalDate today;

  /** The labels that hang on no list of one kind. */
  private record Listed(AccessList list, Set<Long> without) {
    static Listed of(
        AccessList list, Collection<Long> labels, LongFunction<Protection> protection) {
      return new Listed(
          list,
          labels.stream()
              .filter(label -> !AccessList.of(protection.apply(label)).contains(list))
              .collect(Collectors.toUnmodifiableSet()));
    }

    String meeting() {
      return Arrays.stream(GrantSource.values())
          .filter(list::isMetBy)
          .map(source -> "'" + source.name() + "'")
          .collect(Collectors.joining(", "));
    }
  }

  Sight(Person person, List<Long> covered, LongFunction<Protection> protection, LocalDate today) {
    this.person = person;
    this.labels = covered.toArray(Long[]::new);
    this.roles = person.roles().stream().map(Role::name).toArray(String[]::new);
    this.today = today;
    for (AccessList list : AccessList.values()) {
      Listed listed = Listed.of(list, covered, protection);
      if (listed.without().size() < labels.length) {
        lists.add(listed);
      }
    }
  }

  /** Whose sight it is. */
  public Person person() {
    return person;
  }

  /**
   * The labels that the person is cleared for and whose lists a grant of one source meets by
   * itself; whether there is such a grant is another question.
   */
  public Set<Long> labelsMetBy(GrantSource source) {
    Set<Long> met = new HashSet<>(Arrays.asList(labels));
    lists.stream()
        .filter(listed -> !listed.list().isMetBy(source))
        .forEach(listed -> met.retainAll(listed.without()));
    return met;
  }

  /** The labels that the person is cleared for. */
  List<Long> labels() {
    return List.of(labels);
  }

  /** By what the person can hold a grant, as {@link NeedsInForce#holder} writes it. */
  Set<String> holders() {
    Set<String> holders = new LinkedHashSet<>();
    holders.add(NeedsInForce.holder(person.id(), null, null));
    for (String agency : new String[] {null, person.agency()}) {
      holders.add(NeedsInForce.holder(null, null, agency));
      for (String role : roles) {
        holders.add(NeedsInForce.holder(null, role, agency));
      }
    }
    return holders;
  }

  /**
   * Whether a grant of one source may meet every list that a label hangs on: by itself, or where
   * the document is of the person's agency.
   */
  boolean mayMeet(GrantSource source, long label) {
    return lists.stream()
        .allMatch(
            listed ->
                listed.without().contains(label)
                    || listed.list().isMetBy(source)
                    || listed.list().isMetByAgency());
  }

  /**
   * The SQL condition that the person may know of a document if they hold a task on it, or one
   * waits for them: the task is the need to know, and what the label hangs on is met.
   */
  public String taskCondition(String labelColumn, String documentColumn) {
    return "(" + labelColumn + " = any(?) or (" + condition(labelColumn, documentColumn) + "))";
  }

  /** The parameters of {@link #taskCondition}, in their order. */
  public Object[] taskParameters() {
    List<Object> parameters = new ArrayList<>();
    parameters.add(labelsMetBy(GrantSource.QUEUE).toArray(Long[]::new));
    parameters.addAll(Arrays.asList(parameters()));
    return parameters.toArray();
  }

  /**
   * The SQL condition that the person is cleared for what bears that label, whatever they need to
   * know: for officers, who give a need to know that they do not have.
   */
  public String clearedCondition(String labelColumn) {
    return labelColumn + " = any(?)";
  }

  /** The one parameter of {@link #clearedCondition}. */
  public Object clearedParameter() {
    return labels.clone();
  }

  /**
   * The SQL condition that the person may know of a document.
   *
   * @param labelColumn the column with the document's label
   * @param documentColumn the column with the document's id
   */
  public String condition(String labelColumn, String documentColumn) {
    return condition(labelColumn, documentColumn, "");
  }

  /** The SQL condition that the person may read a document's text. */
  public String textCondition(String labelColumn, String documentColumn) {
    return condition(labelColumn, documentColumn, " and g.scope = 'TEXT'");
  }

  /** The SQL condition that the person may read the text, were it released or not. */
  String unreleasedTextCondition(String labelColumn, String documentColumn) {
    return condition(
        labelColumn,
        documentColumn,
        " and g.scope = 'TEXT' and g.source <> '" + GrantSource.RELEASE + "'");
  }

  private String condition(String labelColumn, String documentColumn, String scope) {
    StringBuilder met = new StringBuilder("1 = 1");
    for (Listed listed : lists) {
      met.append(" and (").append(labelColumn).append(" = any(?)");
      met.append(" or g.source in (").append(listed.meeting()).append(")");
      if (listed.list().isMetByAgency()) {
        met.append(" or ").append(OF_THEIR_AGENCY.formatted(documentColumn));
      }
      met.append(")");
    }
    // Of this document, or of all: in one they would keep H2 from the index of documents.
    return labelColumn
        + " = any(?) and ("
        + NEED_TO_KNOW.formatted("= " + documentColumn, scope, met)
        + " or "
        + NEED_TO_KNOW.formatted("is null", scope, met)
        + ")";
  }

  /** The parameters of {@link #condition} and of both about the text, in their order. */
  public Object[] parameters() {
    List<Object> parameters = new ArrayList<>();
    parameters.add(labels.clone());
    addOfNeed(parameters);
    addOfNeed(parameters);
    return parameters.toArray();
  }

  private void addOfNeed(List<Object> parameters) {
    Collections.addAll(parameters, today, today, person.id(), roles.clone(), person.agency());
    for (Listed listed : lists) {
      parameters.add(listed.without().toArray(Long[]::new));
      if (listed.list().isMetByAgency()) {
        parameters.add(person.agency());
        parameters.add(person.agency());
      }
    }
  }

  /** The roles of the person, as an SQL array parameter. */
  public Object roleParameter() {
    return roles.clone();
  }

  /** Whether the two name the same person. */
  public boolean isOf(UUID account) {
    return person.id().equals(account);
  }
}
