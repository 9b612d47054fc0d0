package org.glasnost.document;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.glasnost.reading.PortionKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The portions of documents: where each begins and ends. Their words stay in the sealed text. */
@Component
public class Portions {
  private static final int BATCH = 500;

  private final JdbcTemplate jdbc;

  Portions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One portion.
   *
   * @param number from 1; its id is {@code p} and the number
   * @param kind what it is
   * @param from first code point in the text
   * @param to code point after the last
   * @param mark its own portion mark as written, or null
   */
  public record Portion(int number, PortionKind kind, int from, int to, @Nullable String mark) {
    /** The id, such as {@code p4}. */
    public String id() {
      return "p" + number;
    }

    /** Length in code points. */
    public int length() {
      return to - from;
    }
  }

  void add(UUID document, List<Portion> portions) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Portion portion : portions) {
      rows.add(
          new @Nullable Object[] {
            document,
            portion.number(),
            portion.kind().name(),
            portion.from(),
            portion.to(),
            portion.mark()
          });
    }
    for (int from = 0; from < rows.size(); from += BATCH) {
      jdbc.batchUpdate(
          "insert into portion (document, number, kind, from_cp, to_cp, mark) values (?, ?, ?, ?,"
              + " ?, ?)",
          rows.subList(from, Math.min(rows.size(), from + BATCH)));
    }
  }

  /** The portions of a document, in order. The caller has been let in already. */
  public List<Portion> of(UUID document) {
    return jdbc.query(
        "select number, kind, from_cp, to_cp, mark from portion where document = ? order by number",
        (row, n) ->
            new Portion(
                row.getInt("number"),
                PortionKind.valueOf(row.getString("kind")),
                row.getInt("from_cp"),
                row.getInt("to_cp"),
                row.getString("mark")),
        document);
  }
}
