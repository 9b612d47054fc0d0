package org.glasnost.setup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the run-time role may do with each table on PostgreSQL. The tables of the journal only grow;
 * what the sequencer turns over is the exception among them. A table that is not named here is one
 * of our others or the engine's, whose rows come, change and go.
 */
final class TableRights {
  private static final Set<String> READS = Set.of("SELECT");
  private static final Set<String> ADDS = Set.of("SELECT", "INSERT");
  private static final Set<String> ALL_OF_ROWS = Set.of("SELECT", "INSERT", "UPDATE", "DELETE");
  private static final Set<String> COUNTS = Set.of("USAGE");

  /** By the name of a table, where it is not every right on rows. */
  static final Map<String, Set<String>> OF_THE_JOURNAL =
      Map.ofEntries(
          Map.entry("journal_event", ADDS),
          Map.entry("journal_body", ADDS),
          Map.entry("journal_lapse", ADDS),
          Map.entry("journal_search", ADDS),
          Map.entry("journal_leaf", ADDS),
          Map.entry("journal_node", ADDS),
          Map.entry("journal_checkpoint", ADDS),
          Map.entry("journal_key", ADDS),
          Map.entry("journal_key_end", ADDS),
          Map.entry("journal_origin", ADDS),
          Map.entry("journal_pending", Set.of("SELECT", "INSERT", "DELETE")),
          Map.entry("journal_lease", Set.of("SELECT", "UPDATE")),
          Map.entry("journal_hold", Set.of("SELECT", "INSERT", "UPDATE")),
          Map.entry("journal_retention", Set.of("SELECT", "UPDATE")));

  /**
   * What stands at the owner's tables and sequences: one row for each and each right given on it to
   * the role or to everybody; one row without a right where there is none.
   */
  private static final String HELD =
      "select c.relname, c.relkind = 'S', r.grantee = 0, r.privilege_type"
          + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
          + " left join lateral (select a.grantee, a.privilege_type from aclexplode(c.relacl) a"
          + " where a.grantee in (0, (select oid from pg_roles where rolname = ?))) r on true"
          + " where n.nspname = ? and c.relkind in ('r', 'p', 'v', 'm', 'S')"
          + " and pg_has_role(c.relowner, 'USAGE') order by c.relname";

  private TableRights() {}

  /**
   * A right that is missing, or one too many.
   *
   * @param on the table or sequence, as it stands in a statement
   * @param privilege the right
   * @param whose the role or {@code PUBLIC}, as it stands in a statement
   * @param wanted whether it is missing
   */
  record Difference(String on, String privilege, String whose, boolean wanted) {}

  /** A table or sequence as found, with what is given on it. */
  private record Found(String name, boolean sequence, Set<String> roles, Set<String> everybodys) {}

  /**
   * What has to be given and taken so that the role has what it needs and nobody gets more by being
   * anybody.
   *
   * @param owners a connection of the tables' owner
   * @param history the migrations' own table, which is read alone
   */
  static List<Difference> differences(Connection owners, String schema, String role, String history)
      throws SQLException {
    List<Difference> differences = new ArrayList<>();
    for (Found found : found(owners, schema, role)) {
      Set<String> wanted = wanted(found, history);
      String on =
          (found.sequence() ? "sequence " : "table ") + name(schema) + "." + name(found.name());
      wanted.stream()
          .filter(right -> !found.roles().contains(right))
          .sorted()
          .forEach(right -> differences.add(new Difference(on, right, name(role), true)));
      found.roles().stream()
          .filter(right -> !wanted.contains(right))
          .forEach(right -> differences.add(new Difference(on, right, name(role), false)));
      found
          .everybodys()
          .forEach(right -> differences.add(new Difference(on, right, "public", false)));
    }
    return differences;
  }

  private static Set<String> wanted(Found found, String history) {
    if (found.sequence()) {
      return COUNTS;
    }
    return found.name().equals(history)
        ? READS
        : OF_THE_JOURNAL.getOrDefault(found.name(), ALL_OF_ROWS);
  }

  private static List<Found> found(Connection owners, String schema, String role)
      throws SQLException {
    List<Found> all = new ArrayList<>();
    try (PreparedStatement held = owners.prepareStatement(HELD)) {
      held.setString(1, role);
      held.setString(2, schema);
      try (ResultSet row = held.executeQuery()) {
        while (row.next()) {
          String name = row.getString(1);
          if (all.isEmpty() || !all.get(all.size() - 1).name().equals(name)) {
            all.add(new Found(name, row.getBoolean(2), new TreeSet<>(), new TreeSet<>()));
          }
          Found found = all.get(all.size() - 1);
          boolean everybodys = row.getBoolean(3);
          String right = row.getString(4);
          if (right != null) {
            (everybodys ? found.everybodys() : found.roles()).add(right);
          }
        }
      }
    }
    return all;
  }

  /** An identifier as it stands in a statement. */
  static String name(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
