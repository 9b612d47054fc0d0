package org.glasnost.policy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.glasnost.audit.EventKind;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads schedules from YAML, and says of what does not read in which line it stands. */
final class RetentionFile {
  private static final String SCHEDULES = "schedules";
  private static final String ID = "id";
  private static final String AUTHORITY = "authority";
  private static final String KEEP = "keep";
  private static final String KINDS = "kinds";
  private static final Set<String> ENTRIES = Set.of(ID, AUTHORITY, KEEP, KINDS);
  private static final int LONGEST_AUTHORITY = 200;
  private static final int MOST_YEARS = 1000;
  private static final LocalDate LATEST = LocalDate.EPOCH.plusYears(MOST_YEARS);

  private final String name;
  private final Map<EventKind, RetentionSchedule> byKind = new EnumMap<>(EventKind.class);
  private final Map<EventKind, Integer> lines = new EnumMap<>(EventKind.class);
  private final Map<String, Integer> ids = new HashMap<>();

  RetentionFile(String name) {
    this.name = name;
  }

  RetentionSchedules read(byte[] bytes) {
    Map<String, Node> top = entries(top(bytes), Set.of(SCHEDULES));
    for (Node schedule : list(there(top, SCHEDULES, 1))) {
      schedule(schedule);
    }
    Set<String> missing = new TreeSet<>();
    for (EventKind kind : EventKind.values()) {
      if (!byKind.containsKey(kind)) {
        missing.add(kind.name());
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          name
              + " names no schedule for "
              + String.join(", ", missing)
              + ": add each to the kinds of one schedule, with keep: PERMANENT where no authority"
              + " says otherwise");
    }
    return new RetentionSchedules(byKind, name);
  }

  private Node top(byte[] bytes) {
    try {
      Node top =
          new Yaml(new LoaderOptions())
              .compose(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
      if (top != null) {
        return top;
      }
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new IllegalArgumentException(name + " line " + line + ": does not read as YAML", e);
    } catch (YAMLException e) {
      throw new IllegalArgumentException(name + " does not read as YAML", e);
    }
    throw new IllegalArgumentException(name + " is empty: it lists schedules");
  }

  private void schedule(Node node) {
    Map<String, Node> entries = entries(node, ENTRIES);
    int line = line(node);
    String id = text(there(entries, ID, line));
    Integer before = ids.putIfAbsent(id, line);
    if (before != null) {
      throw wrong(node, "the schedule " + id + " stands in line " + before + " already");
    }
    Node named = there(entries, AUTHORITY, line);
    String authority = text(named).strip();
    if (authority.isEmpty()
        || authority.length() > LONGEST_AUTHORITY
        || authority.codePoints().anyMatch(Character::isISOControl)) {
      throw wrong(named, "an authority is one line of 1 to 200 characters: schedule and item");
    }
    Node keep = there(entries, KEEP, line);
    RetentionSchedule schedule = new RetentionSchedule(id, authority, period(keep));
    List<Node> kinds = list(there(entries, KINDS, line));
    if (kinds.isEmpty()) {
      throw wrong(node, "a schedule is for one kind or more: list its kinds, or take it out");
    }
    for (Node kind : kinds) {
      add(kind, schedule);
    }
  }

  private void add(Node node, RetentionSchedule schedule) {
    String written = text(node);
    EventKind kind =
        EventKind.named(written)
            .orElseThrow(() -> wrong(node, "'" + written + "' is no kind of event: take it out"));
    if (schedule.keep() != null && kind.isKeptForGood()) {
      throw wrong(
          node, kind + " is kept for good, whatever an authority says: put it under PERMANENT");
    }
    Integer before = lines.putIfAbsent(kind, line(node));
    if (before != null) {
      throw wrong(node, kind + " stands in line " + before + " already: leave one of the two");
    }
    byKind.put(kind, schedule);
  }

  private @Nullable Period period(Node node) {
    String written = text(node);
    if (written.equals(RetentionSchedules.PERMANENT)) {
      return null;
    }
    return Optional.of(written)
        .flatMap(RetentionFile::parsed)
        .filter(period -> !period.isNegative() && !period.isZero())
        .filter(period -> period.toTotalMonths() <= MOST_YEARS * 12L)
        .filter(period -> !LocalDate.EPOCH.plus(period).isAfter(LATEST))
        .orElseThrow(
            () ->
                wrong(
                    node,
                    "'"
                        + written
                        + "' is no time to keep: write PERMANENT, or a period from P1D to P1000Y"));
  }

  private static Optional<Period> parsed(String written) {
    try {
      return Optional.of(Period.parse(written));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  private Map<String, Node> entries(Node node, Set<String> known) {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(node, "here stand named entries: " + words(known));
    }
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple each : mapping.getValue()) {
      String entry = text(each.getKeyNode());
      if (!known.contains(entry)) {
        throw wrong(each.getKeyNode(), "'" + entry + "' is none of " + words(known));
      }
      if (entries.put(entry, each.getValueNode()) != null) {
        throw wrong(each.getKeyNode(), "'" + entry + "' stands here twice");
      }
    }
    return entries;
  }

  private static String words(Set<String> entries) {
    return String.join(", ", new TreeSet<>(entries));
  }

  private Node there(Map<String, Node> entries, String entry, int line) {
    Node node = entries.get(entry);
    if (node == null) {
      throw new IllegalArgumentException(
          name + " line " + line + ": " + entry + " is missing: write it");
    }
    return node;
  }

  private List<Node> list(Node node) {
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    throw wrong(node, "here stands a list");
  }

  private String text(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw wrong(node, "here stands one word or text");
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private IllegalArgumentException wrong(Node node, String what) {
    return new IllegalArgumentException(name + " line " + line(node) + ": " + what);
  }
}
