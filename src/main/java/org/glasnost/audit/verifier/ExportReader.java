package org.glasnost.audit.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an export line by line, NDJSON or CSV, and hashes what it has read. */
final class ExportReader {
  /** No line of an export is longer: a body has at most 1 MiB, doubled where CSV quotes it. */
  private static final int LONGEST = 4 * 1024 * 1024;

  private static final List<String> COLUMNS =
      List.of("type", "index", "id", "at", "kind", "commitment", "salt", "content");

  private final InputStream in;
  private final MessageDigest digest = TreeHash.digest();
  private byte[] digestBefore = new byte[0];
  private long line;
  private boolean csv;

  /**
   * @param in buffered
   */
  ExportReader(InputStream in) {
    this.in = in;
  }

  /** Which line was read last, from 1. */
  long line() {
    return line;
  }

  /** SHA-256 over everything before the line that was read last, as hexadecimal digits. */
  String digestBefore() {
    return HexFormat.of().formatHex(digestBefore);
  }

  /**
   * The next line: its members, each with the text of its value; null after the last.
   *
   * @throws FormException if the line has another form
   */
  @Nullable Map<String, String> next() throws IOException, FormException {
    String text = nextText();
    if (text != null && line == 1 && text.startsWith("type,")) {
      csv = true;
      if (!text.equals(String.join(",", COLUMNS) + "\r")) {
        throw new FormException("other columns than those of an export");
      }
      text = nextText();
    }
    if (text == null) {
      return null;
    }
    return csv ? fromCsv(text) : Json.members(text);
  }

  private @Nullable String nextText() throws IOException, FormException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    digestBefore = copyOfDigest();
    int next;
    while ((next = in.read()) >= 0) {
      if (next == '\n') {
        line++;
        byte[] read = bytes.toByteArray();
        digest.update(read);
        digest.update((byte) next);
        return utf8(read);
      }
      if (bytes.size() == LONGEST) {
        throw new FormException("a line that is too long");
      }
      bytes.write(next);
    }
    if (bytes.size() > 0) {
      throw new FormException("the last line has no end");
    }
    return null;
  }

  private byte[] copyOfDigest() {
    try {
      return ((MessageDigest) digest.clone()).digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 can be copied", e);
    }
  }

  private static String utf8(byte[] bytes) throws FormException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FormException("not UTF-8");
    }
  }

  /**
   * The same members as the NDJSON line has. An event's content is its body; that of any other line
   * is the NDJSON line itself.
   */
  private static Map<String, String> fromCsv(String row) throws FormException {
    List<String> cells = cells(row);
    if (cells.size() != COLUMNS.size()) {
      throw new FormException(cells.size() + " columns");
    }
    String type = cells.get(0);
    String content = cells.get(COLUMNS.size() - 1);
    if (!type.equals("event") && !type.equals("leaf")) {
      if (!cells.subList(1, COLUMNS.size() - 1).stream().allMatch(String::isEmpty)) {
        throw new FormException("a cell that should be empty");
      }
      Map<String, String> members = Json.members(content);
      if (!quoted(type).equals(members.get("type"))) {
        throw new FormException("a row of two types");
      }
      return members;
    }
    Map<String, String> members = new LinkedHashMap<>();
    for (int i = 0; i < COLUMNS.size() - 1; i++) {
      if (!cells.get(i).isEmpty()) {
        members.put(COLUMNS.get(i), i == 1 ? cells.get(i) : quoted(cells.get(i)));
      }
    }
    if (!content.isEmpty()) {
      members.put("body", content);
      // They stand in the body; here they are repeated for whoever sorts the rows.
      requireAsInBody(members, content);
    }
    return members;
  }

  private static void requireAsInBody(Map<String, String> members, String body)
      throws FormException {
    Map<String, String> inBody = Json.members(body);
    for (String name : List.of("id", "at", "kind")) {
      if (!String.valueOf(inBody.get(name)).equals(members.remove(name))) {
        throw new FormException("a row that differs from its body in " + name);
      }
    }
  }

  private static String quoted(String plain) {
    return '"' + plain + '"';
  }

  /** RFC 4180: a cell in quotes doubles those inside; rows end with carriage return, line feed. */
  private static List<String> cells(String row) throws FormException {
    if (!row.endsWith("\r")) {
      throw new FormException("a row without its end");
    }
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean inQuotes = false;
    for (int i = 0; i < row.length() - 1; i++) {
      char c = row.charAt(i);
      if (inQuotes) {
        if (c != '"') {
          cell.append(c);
        } else if (row.charAt(i + 1) == '"') {
          cell.append(c);
          i++;
        } else {
          inQuotes = false;
        }
      } else if (c == '"' && cell.length() == 0) {
        inQuotes = true;
      } else if (c == ',') {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (inQuotes) {
      throw new FormException("a quote without its end");
    }
    cells.add(cell.toString());
    return cells;
  }
}
