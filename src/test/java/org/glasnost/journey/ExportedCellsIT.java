package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever opens the journal's export in a spreadsheet computes nothing that others typed. */
class ExportedCellsIT {
  private static final List<String> FORMULAS =
      List.of(
          "=1187*1187+40",
          "+1187*1187",
          "-1187*1187",
          "@SUM(1187)",
          "\t=1187*1187",
          "\r=1187*1187",
          "x\n=1187*1187",
          "\",=1187*1187,\"",
          "\"\"\n=cmd|' /C calc'!A0");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void noCellBeginsLikeAFormula(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    for (String formula : FORMULAS) {
      String plain = formula.replaceAll("[\\r\\n\\t]", " ");
      String document =
          work.registers(
              "SECRET\n\n" + formula + "\n\nThis text is fictitious.\n",
              Map.of(
                  "title",
                  plain,
                  "author",
                  plain,
                  "caseNumber",
                  plain.strip(),
                  "originatingAgency",
                  "STATE"));
      Caller.Answer withdrawn =
          glasnost
              .as("intake.nara")
              .post("/api/documents/" + document + "/withdraw", Map.of("reason", formula));
      assertThat(withdrawn.status()).as(withdrawn.body()).isIn(200, 422);
    }

    String export = glasnost.as("auditor").get("/api/journal/export", "text/csv").body();
    List<List<String>> rows = rows(export);
    assertThat(rows).hasSizeGreaterThan(3 * FORMULAS.size());
    for (List<String> row : rows) {
      assertThat(row).as("as many as the head has").hasSize(rows.get(0).size());
      for (String cell : row) {
        assertThat(cell).doesNotMatch("(?s)[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20].*");
      }
    }
  }

  /** Read as RFC 4180 has it. */
  private static List<List<String>> rows(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < csv.length(); at++) {
      char c = csv.charAt(at);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (at + 1 < csv.length() && csv.charAt(at + 1) == '"') {
          cell.append(c);
          at++;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        assertThat(cell).as("a quotation mark within a cell").isEmpty();
        quoted = true;
      } else if (c == ',' || c == '\n') {
        row.add(cell.toString().stripTrailing());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    assertThat(quoted).as("a cell without an end").isFalse();
    return rows;
  }
}
