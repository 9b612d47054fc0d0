package org.glasnost.authority.access;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;

/**
 * What one person may know of, as a filter for queries: the labels they are cleared for and by what
 * they can meet a grant. Every query for documents or tasks takes one; there is no query without.
 */
public final class Sight {
  private static final String NEED_TO_KNOW =
      "exists (select 1 from need_to_know g where (g.document = %1$s or g.document is null)"
          + " and g.superseded_at is null and g.valid_from <= ? and (g.valid_to is null or"
          + " g.valid_to > ?) and (g.account is null or g.account = ?) and (g.role is null or"
          + " g.role = any(?)) and (g.agency is null or g.agency = ?)%2$s)";

  private final Person person;
  private final Long[] labels;
  private final String[] roles;
  private final LocalDate today;

  Sight(Person person, Long[] labels, LocalDate today) {
    this.person = person;
    this.labels = labels.clone();
    this.roles = person.roles().stream().map(Role::name).toArray(String[]::new);
    this.today = today;
  }

  /** Whose sight it is. */
  public Person person() {
    return person;
  }

  /** Whether the person is cleared for a label; need-to-know is another question. */
  public boolean covers(long label) {
    return Arrays.asList(labels).contains(label);
  }

  /**
   * The SQL condition that the person may know of a document.
   *
   * @param labelColumn the column with the document's label
   * @param documentColumn the column with the document's id
   */
  public String condition(String labelColumn, String documentColumn) {
    return labelColumn + " = any(?) and " + NEED_TO_KNOW.formatted(documentColumn, "");
  }

  /** The SQL condition that the person may read a document's text. */
  public String textCondition(String labelColumn, String documentColumn) {
    return labelColumn
        + " = any(?) and "
        + NEED_TO_KNOW.formatted(documentColumn, " and g.scope = 'TEXT'");
  }

  /** The SQL condition that the person is cleared for a label. */
  public String labelCondition(String labelColumn) {
    return labelColumn + " = any(?)";
  }

  /** The parameters of {@link #condition} and {@link #textCondition}, in their order. */
  public Object[] parameters() {
    return new Object[] {labels, today, today, person.id(), roles, person.agency()};
  }

  /** The parameter of {@link #labelCondition}. */
  public Object labelParameter() {
    return labels.clone();
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
