package org.glasnost.audit.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A C2SP signed note.
 *
 * @param text what is signed; ends with a newline
 * @param signatures the lines after it
 */
record Note(String text, List<Line> signatures) {
  private static final String DASH = "— ";
  private static final int ID_LENGTH = 4;

  /** A signature line: who, and key id with signature in base64. */
  record Line(String name, String signature) {}

  Note {
    signatures = List.copyOf(signatures);
  }

  static Note parse(String written) throws FormException {
    int end = written.lastIndexOf("\n\n");
    if (end < 0 || !written.endsWith("\n")) {
      throw new FormException("not a signed note");
    }
    List<Line> lines = new ArrayList<>();
    for (String line : written.substring(end + 2, written.length() - 1).split("\n", -1)) {
      String[] parts = line.split(" ", -1);
      if (parts.length != 3 || !line.startsWith(DASH)) {
        throw new FormException("not a signature line");
      }
      if (parts[1].isEmpty() || base64(parts[2]).length <= ID_LENGTH) {
        throw new FormException("not a signature line");
      }
      lines.add(new Line(parts[1], parts[2]));
    }
    return new Note(written.substring(0, end + 1), lines);
  }

  /** Those of the keys that signed it. */
  List<RangedKey> signers(List<RangedKey> keys) throws FormException {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    List<RangedKey> signers = new ArrayList<>();
    for (Line line : signatures) {
      byte[] signature = base64(line.signature());
      keys.stream()
          .filter(ranged -> ranged.key().verifies(line.name(), signature, message))
          .forEach(signers::add);
    }
    return signers;
  }

  /** The lines of the text; a line feed ends each, and nothing else does. */
  List<String> lines() {
    return List.of(text.substring(0, text.length() - 1).split("\n", -1));
  }

  /** Exactly one spelling of each sequence of bytes is read: no stray bit at the end. */
  static byte[] base64(String written) throws FormException {
    try {
      byte[] bytes = Base64.getDecoder().decode(written);
      if (Base64.getEncoder().encodeToString(bytes).equals(written)) {
        return bytes;
      }
      throw new FormException("not base64");
    } catch (IllegalArgumentException e) {
      throw new FormException("not base64");
    }
  }
}
