package org.glasnost.web.page.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.contract.FindingView;
import tools.jackson.databind.JsonNode;

/**
 * A form as far as it is filled in, with what was found wrong with it. Templates ask it by the JSON
 * pointers that name the fields.
 */
final class FilledForm {
  /** As many findings are listed above the form; the others stand beside their fields. */
  private static final int LISTED = 20;

  private static final String STATUTE = "STATUTE";
  private static final Pattern ENTRY =
      Pattern.compile("(/(portions|readings|proposals)/\\d{1,6})(?:/.*)?");
  private static final Map<String, String> KEYS =
      Map.of("portions", "portion", "readings", "reading", "proposals", "proposal");

  private final JsonNode body;
  private final List<FindingView> findings;
  private final Map<String, List<FindingView>> byPointer = new LinkedHashMap<>();
  private final TreeSet<String> pointers = new TreeSet<>();
  private final Spread spread;

  /**
   * @param body what was typed, on whatever sheet
   * @param findings what a rule refused, empty before anything was sent
   * @param spread which entry stands on which sheet
   */
  FilledForm(JsonNode body, List<FindingView> findings, Spread spread) {
    this.body = body;
    this.findings = List.copyOf(findings);
    this.spread = spread;
    for (FindingView finding : findings) {
      String pointer = finding.at() instanceof String at ? at : "";
      byPointer.computeIfAbsent(pointer, p -> new ArrayList<>()).add(finding);
      pointers.add(pointer);
    }
  }

  /** What was found, as far as it is listed above the form. */
  public List<FindingView> listed() {
    return findings.subList(0, Math.min(LISTED, findings.size()));
  }

  /** How many were found. */
  public int found() {
    return findings.size();
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

  /** What is chosen from the list of bases; a statute by its one entry there. */
  public String basis(String pointer) {
    String basis = text(pointer);
    return basis.startsWith(STATUTE + " ") ? STATUTE : basis;
  }

  /** The statute that is cited as a basis; empty where another one is. */
  public String cite(String pointer) {
    String basis = text(pointer);
    return basis.startsWith(STATUTE + " ") ? basis.substring(STATUTE.length() + 1) : "";
  }

  /** Whether a field has that value. */
  public boolean is(String pointer, String value) {
    return text(pointer).equals(value);
  }

  /** How many rows of a list are filled in. */
  public int rows(String pointer) {
    return body.at(pointer).size();
  }

  /** The indexes of the filled rows that stand on this sheet, and one more for an empty one. */
  public List<Integer> rowsHere(String list) {
    List<Integer> rows = new ArrayList<>(spread.shown(list, rows("/" + list)));
    rows.add(rows("/" + list));
    return List.copyOf(rows);
  }

  /** What was found at a field. */
  public List<FindingView> at(String pointer) {
    return byPointer.getOrDefault(pointer, List.of());
  }

  /** Whether anything was found at a field or below it. */
  public boolean wrong(String pointer) {
    String below = pointers.ceiling(pointer + "/");
    return byPointer.containsKey(pointer) || (below != null && below.startsWith(pointer + "/"));
  }

  /** The id of the element of a field. */
  public String id(String pointer) {
    return "f" + pointer.replace('/', '-');
  }

  /** Which entry of a list a finding is about, such as {@code r3}; empty where it is about none. */
  public String about(FindingView finding) {
    Matcher entry = ENTRY.matcher(finding.at() instanceof String pointer ? pointer : "");
    return entry.matches() ? text(entry.group(1) + "/" + KEYS.get(entry.group(2))) : "";
  }

  /** Where a finding points, such as {@code #f-reason}, perhaps on another sheet. */
  public String href(FindingView finding) {
    if (!(finding.at() instanceof String pointer)) {
      return "#task-form";
    }
    int sheet = spread.sheetOf(pointer);
    return (sheet == spread.shown().number() ? "" : "?sheet=" + sheet) + "#" + id(pointer);
  }
}
