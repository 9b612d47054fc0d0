package org.glasnost.web.page.task;

import java.util.ArrayList;
import java.util.List;
import org.glasnost.web.FindingView;
import tools.jackson.databind.JsonNode;

/**
 * A form as far as it is filled in, with what was found wrong with it. Templates ask it by the JSON
 * pointers that name the fields.
 *
 * @param body what was typed
 * @param findings what a rule refused, empty before anything was sent
 */
record FilledForm(JsonNode body, List<FindingView> findings) {

  /** Copies the findings. */
  FilledForm {
    findings = List.copyOf(findings);
  }

  /** What stands in a field; empty where nothing does. */
  public String text(String pointer) {
    return body.at(pointer).asString("");
  }

  /** The elements of a list of plain words, as they are typed. */
  public String words(String pointer) {
    List<String> words = new ArrayList<>();
    body.at(pointer).forEach(word -> words.add(word.asString("")));
    return String.join(", ", words);
  }

  /** Whether a field has that value. */
  public boolean is(String pointer, String value) {
    return text(pointer).equals(value);
  }

  /** How many rows of a list are filled in. */
  public int rows(String pointer) {
    return body.at(pointer).size();
  }

  /** What was found at a field. */
  public List<FindingView> at(String pointer) {
    return findings.stream().filter(finding -> pointer.equals(finding.at())).toList();
  }

  /** Whether anything was found at a field or below it. */
  public boolean wrong(String pointer) {
    return findings.stream()
        .anyMatch(
            finding ->
                pointer.equals(finding.at())
                    || String.valueOf(finding.at()).startsWith(pointer + "/"));
  }

  /** The id of the element of a field. */
  public String id(String pointer) {
    return "f" + pointer.replace('/', '-');
  }

  /** Where in the page a finding points, such as {@code #f-reason}. */
  public String href(FindingView finding) {
    return finding.at() instanceof String pointer ? "#" + id(pointer) : "#task-form";
  }
}
