package org.glasnost.command;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an input, one after the other; never more of it than one line is held. A line ends
 * with LF or CR LF, the last one with the input. A byte order mark before the first is no part of
 * it.
 */
final class InputLines {
  /** The longest line that is taken, in bytes. */
  static final int LONGEST = 16 * 1024 * 1024;

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final InputStream in;
  private long number;

  InputLines(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** The number of the line that was read last, from 1. */
  long number() {
    return number;
  }

  /**
   * The next line without its end; null where the input ends.
   *
   * @throws Refused if the line is too long or no UTF-8; the next call goes on after it
   */
  @Nullable String next() throws IOException {
    int next = in.read();
    if (next < 0) {
      return null;
    }
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean tooLong = false;
    for (; next >= 0 && next != '\n'; next = in.read()) {
      if (line.size() == LONGEST) {
        tooLong = true;
        line.reset();
      }
      if (!tooLong) {
        line.write(next);
      }
    }
    if (tooLong) {
      throw new Refused(
          Refused.Ground.TOO_LARGE,
          Finding.error("CMD-0001", "A line has at most " + LONGEST + " bytes."));
    }
    return text(line.toByteArray());
  }

  private String text(byte[] line) {
    int length = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length)).toString();
      return number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK
          ? text.substring(1)
          : text;
    } catch (CharacterCodingException notUtf8) {
      throw new Refused(
          Refused.Ground.RULE, Finding.error("CMD-0002", "This line is not UTF-8 text."));
    }
  }
}
