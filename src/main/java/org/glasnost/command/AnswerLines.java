package org.glasnost.command;

import java.io.PrintStream;
import java.util.List;
import org.glasnost.contract.FindingView;
import org.glasnost.rule.Refused;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers as NDJSON in UTF-8, each as soon as it is there. */
final class AnswerLines {
  private final JsonMapper json;
  private final PrintStream out;
  private boolean refusedAny;

  AnswerLines(JsonMapper json, PrintStream out) {
    this.json = json;
    this.out = out;
  }

  /**
   * What stands in the place of an answer.
   *
   * @param error what is wrong with the line
   */
  record NoAnswer(Wrong error) {}

  /**
   * What is wrong with a line.
   *
   * @param detail one sentence
   * @param findings the rules that refuse it
   * @param line its number, from 1; of portions that stand together, that of the first
   */
  record Wrong(String detail, List<FindingView> findings, long line) {}

  void give(Object answer) {
    // Bytes, since the stream may have been opened for another character set.
    byte[] line = json.writeValueAsBytes(answer);
    out.write(line, 0, line.length);
    out.write('\n');
    out.flush();
  }

  void refuse(Refused refused, long line) {
    refusedAny = true;
    String detail =
        refused.findings().size() == 1
            ? refused.findings().get(0).message()
            : refused.findings().size() + " rules refuse this; see the findings.";
    give(new NoAnswer(new Wrong(detail, FindingView.of(refused.findings()), line)));
  }

  /** Whether a line was refused. */
  boolean refusedAny() {
    return refusedAny;
  }

  /** Whether nobody reads the answers any more. */
  boolean isClosed() {
    return out.checkError();
  }
}
