package org.glasnost.audit.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
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

  private static final int ROOM = 64 * 1024;

  private final InputStream in;
  private final MessageDigest digest = TreeHash.digest();

  /** What was read from {@code in}; the line that was read last lies between start and end. */
  private byte[] buffer = new byte[ROOM];

  private int start;
  private int end;
  private int filled;
  private long line;
  private boolean csv;

  ExportReader(InputStream in) {
    this.in = in;
  }

  /** Which line was read last, from 1. */
  long line() {
    return line;
  }

  /** SHA-256 over everything before the line that was read last, as hexadecimal digits. */
  String digestBefore() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 can be copied", e);
    }
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

  /** The next line without its line feed; null if there is none. */
  private @Nullable String nextText() throws IOException, FormException {
    digest.update(buffer, start, end - start);
    start = end;
    while (end < filled || fill()) {
      int feed = lineFeed();
      end = feed < 0 ? filled : feed;
      if (end - start > LONGEST) {
        throw new FormException("a line that is too long");
      }
      if (feed >= 0) {
        end++;
        line++;
        return utf8();
      }
    }
    if (end > start) {
      throw new FormException("the last line has no end");
    }
    return null;
  }

  /** Where the next one is among what was read, or -1. */
  private int lineFeed() {
    byte[] bytes = buffer;
    for (int i = end; i < filled; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /**
   * Reads on, behind what has been read of this line, which moves to the front.
   *
   * @return whether there was more
   */
  private boolean fill() throws IOException {
    System.arraycopy(buffer, start, buffer, 0, filled - start);
    end -= start;
    filled -= start;
    start = 0;
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * filled);
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(read, 0);
    return read > 0;
  }

  /**
   * What is no UTF-8 is read as U+FFFD, so without one all was UTF-8; else it is looked at again.
   */
  private String utf8() throws FormException {
    int length = end - 1 - start;
    String text = new String(buffer, start, length, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, start, length));
      } catch (CharacterCodingException e) {
        throw new FormException("not UTF-8");
      }
    }
    return text;
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
    int last = row.length() - 1;
    if (!row.endsWith("\r")) {
      throw new FormException("a row without its end");
    }
    List<String> cells = new ArrayList<>(COLUMNS.size());
    int at = -1;
    do {
      at++;
      int to;
      if (row.charAt(at) == '"') {
        to = closingQuote(row, at + 1) + 1;
        cells.add(row.substring(at + 1, to - 1).replace("\"\"", "\""));
      } else {
        int comma = row.indexOf(',', at);
        to = comma < 0 ? last : comma;
        cells.add(row.substring(at, to));
      }
      at = to;
    } while (row.charAt(at) == ',');
    if (at != last) {
      throw new FormException("something between a quote and the end of its cell");
    }
    return cells;
  }

  /** The row does not end with a quote, so there is a character after each. */
  private static int closingQuote(String row, int from) throws FormException {
    for (int quote = row.indexOf('"', from); quote >= 0; quote = row.indexOf('"', quote + 2)) {
      if (row.charAt(quote + 1) != '"') {
        return quote;
      }
    }
    throw new FormException("a quote without its end");
  }
}
