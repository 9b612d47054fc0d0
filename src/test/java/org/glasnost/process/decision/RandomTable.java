package org.glasnost.process.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.glasnost.process.decision.DecisionShape.Field;

/**
 * A table that splits its cases again and again, so that each has its one rule; and, two times out
 * of three, a few changes that may spoil it.
 */
final class RandomTable {
  static final int LEAST = -3;
  static final int MOST = 6;

  static final DecisionShape SHAPE =
      new DecisionShape(
          "random",
          List.of(
              new Field("word", new Domain.Words(List.of("A", "B", "C"))),
              new Field("number", new Domain.Numbers(LEAST, MOST)),
              new Field("truth", new Domain.Truth())),
          List.of(
              new Field("says", new Domain.Numbers(-1, 2)),
              new Field("name", new Domain.Words(List.of("X", "Y")))));

  private static final List<String> POLICIES = List.of("UNIQUE", "FIRST", "ANY");

  private final Random random;
  private final String policy;
  private final List<Field> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  RandomTable(long seed) {
    random = new Random(seed);
    policy = POLICIES.get(random.nextInt(POLICIES.size()));
    SHAPE.inputs().stream().filter(field -> random.nextInt(4) > 0).forEach(columns::add);
    split(new ArrayList<>());
    if (random.nextInt(3) > 0) {
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        change();
      }
    }
  }

  byte[] bytes() {
    WrittenTable table = new WrittenTable(SHAPE.key(), columns, SHAPE.outputs(), policy);
    rows.forEach(table::rule);
    return table.bytes();
  }

  private void split(List<String> cells) {
    if (cells.size() == columns.size()) {
      List<String> row = new ArrayList<>(cells);
      row.add(String.valueOf(random.nextInt(4) - 1));
      row.add(random.nextBoolean() ? "\"X\"" : "\"Y\"");
      rows.add(row);
      return;
    }
    for (String cell : parts(columns.get(cells.size()).name())) {
      List<String> narrowed = new ArrayList<>(cells);
      narrowed.add(cell);
      split(narrowed);
    }
  }

  /** Cells that part a column between them. */
  private List<String> parts(String column) {
    int at = LEAST + 1 + random.nextInt(MOST - LEAST);
    return switch (column) {
      case "word" ->
          List.of(
                  List.of("-"),
                  List.of("\"A\"", "not(\"A\")"),
                  List.of("\"A\", \"C\"", "\"B\""),
                  List.of("\"A\"", "\"B\"", "\"C\""),
                  List.of("not( \"B\",\"C\" )", "\"B\",\"C\""))
              .get(random.nextInt(5));
      case "number" ->
          List.of(
                  List.of(""),
                  List.of("< " + at, ">=" + at),
                  List.of("<=" + (at - 1), "> " + (at - 1)),
                  List.of("[" + LEAST + ".." + at + "[", "[" + at + ".." + MOST + "]"),
                  List.of("(" + (at - 1) + ".." + MOST + "]", "[" + LEAST + ".." + at + ")"),
                  List.of(String.valueOf(at), "not(" + at + ")"),
                  List.of(LEAST + ",> " + at, "]" + LEAST + ".. " + at + "]"))
              .get(random.nextInt(7));
      default -> random.nextBoolean() ? List.of("true", "false") : List.of("-");
    };
  }

  private void change() {
    List<String> row = rows.get(random.nextInt(rows.size()));
    switch (random.nextInt(4)) {
      case 0 -> {
        if (rows.size() > 1) {
          rows.remove(row);
        }
      }
      case 1 -> rows.add(random.nextInt(rows.size() + 1), new ArrayList<>(row));
      case 2 -> {
        if (!columns.isEmpty()) {
          int column = random.nextInt(columns.size());
          List<String> cells = parts(columns.get(column).name());
          row.set(column, cells.get(random.nextInt(cells.size())));
        }
      }
      default -> {
        if (!columns.isEmpty()) {
          row.set(random.nextInt(columns.size()), "");
        }
      }
    }
  }
}
