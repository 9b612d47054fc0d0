package org.glasnost.web.page.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.glasnost.process.TaskKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a task as typed into its form. The fields are named by JSON pointers; a field left
 * blank is absent, and so is what belongs to a choice that was not made: the basis of a portion
 * that is not withheld, the spans of one that is not withheld in part. Nothing is judged here.
 */
final class FormBody {
  private static final Pattern FIELD = Pattern.compile("(?:/(?:[a-zA-Z]{1,30}|\\d{1,6})){1,6}");
  private static final Set<String> TRUTHS = Set.of("accept", "sign", "release", "return");
  private static final Set<String> NUMBERS = Set.of("from", "to");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
  private static final String LIST = "portions";
  private static final String CITE = "cite";
  private static final String RETURN = "return";
  private static final String STATUTE = "STATUTE";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private FormBody() {}

  /**
   * Reads the fields.
   *
   * @param kind of the task
   * @param fields as sent; names that are no pointers are not the body's
   */
  static ObjectNode of(TaskKind kind, Map<String, String[]> fields) {
    Members root = new Members();
    fields.forEach(
        (name, values) -> {
          if (FIELD.matcher(name).matches() && values.length > 0 && !values[0].isBlank()) {
            root.put(name.substring(1).split("/", -1), values[0].replace("\r\n", "\n"));
          }
        });
    ObjectNode body = root.object();
    cited(body);
    switch (kind) {
      case MARKING_REVIEW, SIGNATURE, REDACTION_CHECK, RELEASE -> {}
      case EQUITY_IDENTIFICATION -> listed(body, "equities");
      case REDACTION -> listed(body, "redactions");
      case FIRST_REVIEW, ADJUDICATION, REFERRAL_ANSWER, SECOND_REVIEW -> asChosen(body);
    }
    return body;
  }

  /**
   * What is said by completing the task: whoever returns a review says that and why, whatever else
   * they had filled in before.
   */
  static ObjectNode said(ObjectNode body) {
    ObjectNode said = body.deepCopy();
    if (said.path(RETURN).asBoolean(false)) {
      said.retain(RETURN, "reason");
    }
    return said;
  }

  /** What is kept of it: all but which button was pressed. */
  static ObjectNode kept(ObjectNode body) {
    ObjectNode kept = body.deepCopy();
    kept.remove(List.of(RETURN, "sign", "release"));
    if (kept.path("accept").isBoolean()) {
      kept.remove("accept");
    }
    return kept;
  }

  /** A statute is chosen from the list of bases, and its citation typed beside it. */
  private static void cited(ObjectNode object) {
    JsonNode cite = object.remove(CITE);
    if (STATUTE.equals(object.path("basis").asString("")) && cite != null) {
      object.put("basis", STATUTE + " " + cite.asString("").strip());
    }
    for (JsonNode member : object) {
      if (member instanceof ObjectNode inner) {
        cited(inner);
      } else if (member instanceof ArrayNode list) {
        for (JsonNode element : list) {
          if (element instanceof ObjectNode inner) {
            cited(inner);
          }
        }
      }
    }
  }

  /** A form in which no row is filled in says that there is none. */
  private static void listed(ObjectNode body, String member) {
    if (!body.has(member)) {
      body.putArray(member);
    }
  }

  private static void asChosen(ObjectNode body) {
    for (var portion : body.path(LIST)) {
      if (portion instanceof ObjectNode decided) {
        String choice = decided.path("decision").asString("");
        if (!choice.equals("WITHHOLD")) {
          decided.remove("basis");
        }
        if (!choice.equals("PART")) {
          decided.remove("spans");
        }
      }
    }
  }

  /** The members of an object, or, where all are numbered, the elements of an array. */
  private static final class Members {
    private final Map<String, Members> inner = new TreeMap<>(Members::inOrder);
    private @Nullable String value;

    void put(String[] path, String text) {
      Members at = this;
      for (String segment : path) {
        at = at.inner.computeIfAbsent(segment, s -> new Members());
      }
      at.value = text;
    }

    ObjectNode object() {
      ObjectNode object = JSON.objectNode();
      inner.forEach((name, member) -> member.addTo(object, name));
      return object;
    }

    private void addTo(ObjectNode object, String name) {
      String text = value;
      if (text != null) {
        leaf(object, name, text);
      } else if (inner.keySet().stream().allMatch(Members::isNumber)) {
        ArrayNode array = object.putArray(name);
        inner.values().forEach(element -> array.add(element.object()));
      } else {
        object.set(name, object());
      }
    }

    private static void leaf(ObjectNode object, String name, String text) {
      if (TRUTHS.contains(name) && (text.equals("true") || text.equals("false"))) {
        object.put(name, text.equals("true"));
      } else if (NUMBERS.contains(name) && NUMBER.matcher(text.strip()).matches()) {
        object.put(name, Integer.parseInt(text.strip()));
      } else if (name.equals(LIST)) {
        ArrayNode array = object.putArray(name);
        words(text).forEach(array::add);
      } else {
        object.put(name, text);
      }
    }

    private static List<String> words(String text) {
      List<String> words = new ArrayList<>();
      for (String word : text.split("[,;\\s]+", -1)) {
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
      return words;
    }

    private static boolean isNumber(String segment) {
      return Character.isDigit(segment.charAt(0));
    }

    private static int inOrder(String one, String other) {
      return isNumber(one) && isNumber(other)
          ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other))
          : one.compareTo(other);
    }
  }
}
