package org.glasnost.audit.verifier;

import java.util.List;

/**
 * What a checkpoint says (C2SP tlog-checkpoint).
 *
 * @param origin the tree's name
 * @param size how many leaves
 * @param root in base64
 * @param note the note it was read from
 */
record SignedTree(String origin, long size, String root, Note note) {
  private static final int ROOT_LENGTH = 32;

  static SignedTree parse(String written) throws FormException {
    Note note = Note.parse(written);
    List<String> lines = note.lines();
    if (lines.size() != 3
        || lines.get(0).isEmpty()
        || !lines.get(1).matches("0|[1-9][0-9]{0,14}")
        || Note.base64(lines.get(2)).length != ROOT_LENGTH) {
      throw new FormException("not a checkpoint");
    }
    return new SignedTree(lines.get(0), Long.parseLong(lines.get(1)), lines.get(2), note);
  }
}
