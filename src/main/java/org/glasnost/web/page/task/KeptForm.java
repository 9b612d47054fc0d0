package org.glasnost.web.page.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glasnost.authority.access.Sight;
import org.glasnost.document.ReadDocument;
import org.glasnost.process.worklist.Assigning;
import org.glasnost.review.Step;
import org.glasnost.review.StepKind;
import org.glasnost.web.page.Sheet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a task over all its sheets: what it begins with, what is kept of it as a draft, and
 * what was sent now from one sheet. An entry stands where its portion or reading does, whatever
 * order it was sent in.
 */
@Component
class KeptForm {
  private static final String PORTIONS = "portions";
  private static final String READINGS = "readings";
  private static final String PROPOSALS = "proposals";
  private static final String REDACTIONS = "redactions";

  private final Assigning assigning;
  private final JsonMapper json;

  KeptForm(Assigning assigning, JsonMapper json) {
    this.assigning = assigning;
    this.json = json;
  }

  /** What stands in the form: its draft, else what it begins with. */
  ObjectNode standing(Sight sight, Matter matter) {
    Optional<String> draft = assigning.draft(sight, matter.item().id());
    JsonNode kept = draft.map(json::readTree).orElseGet(() -> begun(matter));
    return over(matter, kept instanceof ObjectNode object ? object : json.createObjectNode());
  }

  /**
   * What was sent from one sheet, with what stands on the others.
   *
   * @param whole whether the page had loaded to the end of the form when it was sent; of one that
   *     had not, what it sent of portions and readings is taken, and the rest stays as it stood
   */
  ObjectNode with(Sight sight, Matter matter, Sheet sheet, ObjectNode sent, boolean whole) {
    ObjectNode standing = standing(sight, matter);
    if (!whole) {
      for (String list : lists(matter).keySet()) {
        if (standing.get(list) instanceof ArrayNode all) {
          sent.path(list).forEach(all::add);
        }
      }
      return over(matter, standing);
    }
    if (sent.get(REDACTIONS) instanceof ArrayNode rows) {
      ArrayNode all = json.createArrayNode();
      Map<String, Integer> places = matter.places();
      for (JsonNode row : standing.path(REDACTIONS)) {
        if (!sheet.holds(place(places, row))) {
          all.add(row);
        }
      }
      sent.set(REDACTIONS, all.addAll(rows));
    }
    for (Map.Entry<String, List<String>> list : lists(matter).entrySet()) {
      ArrayNode all = json.createArrayNode();
      standing.path(list.getKey()).forEach(all::add);
      sent.path(list.getKey()).forEach(all::add);
      sent.set(list.getKey(), all);
    }
    return over(matter, sent);
  }

  /** On which sheet each entry stands. */
  Spread spread(Matter matter, Sheet shown, JsonNode body) {
    Map<String, List<Integer>> entries = new LinkedHashMap<>();
    ReadDocument read = matter.dossier().read();
    switch (matter.item().kind()) {
      case MARKING_REVIEW -> {
        entries.put(
            READINGS, read.readings().stream().map(r -> sheetAt(matter, r.from())).toList());
        entries.put(
            PROPOSALS,
            read.proposals().stream().map(p -> sheetAt(matter, p.proposal().from())).toList());
      }
      case FIRST_REVIEW, SECOND_REVIEW, ADJUDICATION, REFERRAL_ANSWER -> {
        List<Integer> sheets = new ArrayList<>();
        for (int i = 0; i < matter.asked().size(); i++) {
          sheets.add(i / shown.size() + 1);
        }
        entries.put(PORTIONS, sheets);
      }
      case REDACTION -> {
        List<Integer> sheets = new ArrayList<>();
        Map<String, Integer> places = matter.places();
        for (JsonNode row : body.path(REDACTIONS)) {
          sheets.add(place(places, row) / shown.size() + 1);
        }
        entries.put(REDACTIONS, sheets);
      }
      case EQUITY_IDENTIFICATION, SIGNATURE, REDACTION_CHECK, RELEASE -> {}
    }
    return new Spread(shown, entries);
  }

  /** Pointers of the entries of which nobody has said anything yet. */
  List<String> undecided(Matter matter, JsonNode body) {
    List<String> undecided = new ArrayList<>();
    String said = matter.item().review() == null ? "accept" : "decision";
    for (String list : lists(matter).keySet()) {
      int index = 0;
      for (JsonNode entry : body.path(list)) {
        if (!entry.has(said)) {
          undecided.add("/" + list + "/" + index);
        }
        index++;
      }
    }
    return List.copyOf(undecided);
  }

  /** Says of every entry that is undecided, on whatever sheet, what the caller asked to say. */
  void decideRest(Matter matter, ObjectNode body) {
    if (body.get(PORTIONS) instanceof ArrayNode portions) {
      for (JsonNode entry : portions) {
        if (entry instanceof ObjectNode portion && !portion.has("decision")) {
          portion.put("decision", "RELEASE");
        }
      }
    }
    if (body.get(READINGS) instanceof ArrayNode readings) {
      List<ReadDocument.Found> found = matter.dossier().read().readings();
      for (int i = 0; i < readings.size() && i < found.size(); i++) {
        boolean sure =
            found.get(i).reading().confidence() >= 1 && !found.get(i).reading().needsReview();
        if (sure && readings.get(i) instanceof ObjectNode reading && !reading.has("accept")) {
          reading.put("accept", true);
        }
      }
    }
  }

  private int sheetAt(Matter matter, int place) {
    return matter.portionAt(place) / matter.size() + 1;
  }

  /** Where a row's portion stands; a row that names none of them stands on the first sheet. */
  private static int place(Map<String, Integer> places, JsonNode row) {
    return places.getOrDefault(row.path("portion").asString(""), 0);
  }

  /** The lists that have one entry for each portion or reading, with the ids of all. */
  private static Map<String, List<String>> lists(Matter matter) {
    ReadDocument read = matter.dossier().read();
    return switch (matter.item().kind()) {
      case MARKING_REVIEW -> {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        lists.put(READINGS, read.readings().stream().map(ReadDocument.Found::id).toList());
        lists.put(PROPOSALS, read.proposals().stream().map(ReadDocument.Proposed::id).toList());
        yield lists;
      }
      case FIRST_REVIEW, SECOND_REVIEW, ADJUDICATION, REFERRAL_ANSWER ->
          Map.of(PORTIONS, matter.asked());
      case EQUITY_IDENTIFICATION, SIGNATURE, REDACTION, REDACTION_CHECK, RELEASE -> Map.of();
    };
  }

  /** One entry for each portion or reading, in order; of several the last one counts. */
  private ObjectNode over(Matter matter, ObjectNode body) {
    lists(matter)
        .forEach(
            (list, ids) -> {
              String key = list.substring(0, list.length() - 1);
              Map<String, JsonNode> known = new LinkedHashMap<>();
              body.path(list).forEach(entry -> known.put(entry.path(key).asString(""), entry));
              ArrayNode all = json.createArrayNode();
              for (String id : ids) {
                JsonNode entry = known.remove(id);
                all.add(entry == null ? json.createObjectNode().put(key, id) : entry);
              }
              known.values().forEach(all::add);
              body.set(list, all);
            });
    return body;
  }

  private JsonNode begun(Matter matter) {
    return switch (matter.item().kind()) {
      case EQUITY_IDENTIFICATION,
          SECOND_REVIEW,
          ADJUDICATION,
          MARKING_REVIEW,
          SIGNATURE,
          REDACTION_CHECK,
          RELEASE ->
          json.createObjectNode();
      case FIRST_REVIEW ->
          matter.course().steps().stream()
              .filter(step -> step.kind() == StepKind.FIRST_REVIEWED)
              .reduce((earlier, later) -> later)
              .<JsonNode>map(step -> json.valueToTree(step.said().decision()))
              .orElseGet(json::createObjectNode);
      case REFERRAL_ANSWER -> json.createObjectNode().put("agency", matter.item().referredTo());
      case REDACTION -> json.createObjectNode().set(REDACTIONS, json.valueToTree(toRedact(matter)));
    };
  }

  private static List<Step.Redacted> toRedact(Matter matter) {
    List<Step.Redacted> redactions = new ArrayList<>();
    var stretches = TaskMaterial.withheld(matter).stretches();
    for (String portion : matter.asked()) {
      stretches
          .getOrDefault(portion, Map.of())
          .forEach(
              (basis, of) ->
                  of.forEach(
                      s -> redactions.add(new Step.Redacted(portion, s.from(), s.to(), basis))));
    }
    return redactions;
  }
}
