package org.glasnost.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.audit.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * The two written forms of an export (docs/spec/journal.md, "Exports"): same lines, same content.
 */
public enum ExportFormat {
  /** One JSON object on each line. */
  NDJSON("application/x-ndjson", "ndjson") {
    @Override
    String head() {
      return "";
    }

    @Override
    String line(Map<String, ?> members) {
      return CanonicalJson.text(members) + "\n";
    }

    @Override
    String leaf(Leaf leaf) {
      StringBuilder out = new StringBuilder("{");
      if (leaf.body() == null) {
        member(out, "at", leaf.at());
      } else {
        // The canonical text itself stands here: it is what the commitment binds.
        out.append("\"body\":").append(leaf.body()).append(',');
      }
      member(out, "commitment", leaf.commitment());
      if (leaf.body() == null) {
        member(out, "id", leaf.id() == null ? null : leaf.id().toString());
      }
      out.append("\"index\":").append(leaf.index()).append(',');
      if (leaf.body() == null) {
        member(out, "kind", leaf.kind());
      }
      member(out, "salt", leaf.salt());
      return out.append("\"type\":\"").append(leaf.type()).append("\"}\n").toString();
    }
  },

  /** Rows of RFC 4180 for a spreadsheet; no cell begins like a formula. */
  CSV("text/csv;charset=UTF-8", "csv") {
    @Override
    String head() {
      return "type,index,id,at,kind,commitment,salt,content\r\n";
    }

    @Override
    String line(Map<String, ?> members) {
      return members.get("type") + ",,,,,,," + quoted(CanonicalJson.text(members)) + "\r\n";
    }

    @Override
    String leaf(Leaf leaf) {
      List<String> cells = new ArrayList<>();
      cells.add(leaf.type());
      cells.add(Long.toString(leaf.index()));
      cells.add(leaf.id() == null ? "" : leaf.id().toString());
      cells.add(leaf.at() == null ? "" : leaf.at());
      cells.add(leaf.kind() == null ? "" : leaf.kind());
      cells.add(leaf.commitment());
      cells.add(leaf.salt() == null ? "" : leaf.salt());
      cells.add(leaf.body() == null ? "" : quoted(leaf.body()));
      return String.join(",", cells) + "\r\n";
    }
  };

  private final String mediaType;
  private final String ending;

  ExportFormat(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  /** The media type it is served as. */
  public String mediaType() {
    return mediaType;
  }

  /** How a file of it ends, without the dot. */
  public String ending() {
    return ending;
  }

  /**
   * A leaf of the tree.
   *
   * @param index its index
   * @param commitment in hexadecimal digits
   * @param id the event's id, or null outside the export's filter, as are all that follow
   * @param at when it was recorded
   * @param kind what happened
   * @param body its canonical text, or null where sealed
   * @param salt in hexadecimal digits, or null where sealed
   */
  record Leaf(
      long index,
      String commitment,
      @Nullable UUID id,
      @Nullable String at,
      @Nullable String kind,
      @Nullable String body,
      @Nullable String salt) {

    String type() {
      return id == null ? "leaf" : "event";
    }
  }

  /** What stands before the first line. */
  abstract String head();

  /** A line that is no leaf. */
  abstract String line(Map<String, ?> members);

  /** The line of a leaf. */
  abstract String leaf(Leaf leaf);

  private static void member(StringBuilder out, String name, @Nullable String plain) {
    if (plain != null) {
      out.append('"').append(name).append("\":\"").append(plain).append("\",");
    }
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }
}
