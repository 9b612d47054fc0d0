package org.glasnost.audit.verifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Each document's marking, rebuilt from the events alone: every change begins where the one before
 * it ended, and the last is what the export says holds now.
 */
final class MarkingHistories {
  private static final String CHANGE = "MARKING_CHANGED";
  private static final String REGISTRATION = "DOCUMENT_REGISTERED";

  private static final String KIND_CHANGE = "\"kind\":\"" + CHANGE + '"';
  private static final String KIND_REGISTRATION = "\"kind\":\"" + REGISTRATION + '"';

  /** What the events say of one document. */
  private static final class History {
    /** The marking when the current markings were read, null while none was known. */
    private @Nullable String held;

    private boolean known;
    private long knownSince;

    /** Changes that were recorded while the current markings were being read. */
    private List<@Nullable String> later = Collections.emptyList();

    private @Nullable String last() {
      return later.isEmpty() ? held : later.get(later.size() - 1);
    }
  }

  private final Map<String, History> histories = new HashMap<>();

  /** Each marking once, for many documents have the same. */
  private final Map<String, String> markings = new HashMap<>();

  private final long markingsFrom;
  private long lastSealedChange = -1;

  /**
   * @param markingsFrom the size of the tree when the reading of current markings began
   */
  MarkingHistories(long markingsFrom) {
    this.markingsFrom = markingsFrom;
  }

  /** A change that this reader may not see; after it, no document's marking is certain. */
  void sealed(long index, String kind) {
    if (kind.equals(CHANGE) || kind.equals(REGISTRATION)) {
      lastSealedChange = index;
    }
  }

  /**
   * Replays one event.
   *
   * @param body canonical JSON, so that what it says of a marking has one spelling
   * @return what is wrong with it, or null
   */
  @Nullable Flaw replay(long index, String body) throws FormException {
    // Most events are of other kinds, and are not taken apart once more.
    if (!body.contains(KIND_CHANGE) && !body.contains(KIND_REGISTRATION)) {
      return null;
    }
    Map<String, String> members = Json.members(body);
    String kind = Json.string(members.get("kind"));
    boolean change = CHANGE.equals(kind);
    String document = Json.string(members.get("document"));
    if (document == null || !(change || REGISTRATION.equals(kind))) {
      return null;
    }
    History history = histories.get(document);
    Flaw flaw = null;
    if (change
        && history != null
        && history.known
        && history.knownSince > lastSealedChange
        && !Objects.equals(history.last(), marking(members.get("before")))) {
      flaw =
          new Flaw(
              "JRN-0109",
              "event %d changes another marking of document %s than the one that held"
                  .formatted(index, document));
    }
    hold(document, index, marking(members.get("after")));
    return flaw;
  }

  /** No marking is written by leaving it out, and might be as null. */
  private @Nullable String marking(@Nullable String said) {
    return said == null || said.equals("null")
        ? null
        : markings.computeIfAbsent(said, same -> same);
  }

  private void hold(String document, long index, @Nullable String marking) {
    History history = histories.computeIfAbsent(document, unknown -> new History());
    if (index < markingsFrom) {
      history.held = marking;
    } else {
      if (history.later.isEmpty()) {
        history.later = new ArrayList<>();
      }
      history.later.add(marking);
    }
    history.known = true;
    history.knownSince = index;
  }

  /** How a current marking compares with the events. */
  enum Comparison {
    AGREES,
    DIFFERS,
    /** A sealed change may be the reason. */
    NOT_KNOWN
  }

  Comparison compare(String document, @Nullable String said) {
    String marking = marking(said);
    History history = histories.get(document);
    if (history != null
        && history.known
        && (Objects.equals(history.held, marking) || history.later.contains(marking))) {
      return Comparison.AGREES;
    }
    boolean mayBeSealed =
        lastSealedChange >= 0 && (history == null || history.knownSince < lastSealedChange);
    return mayBeSealed ? Comparison.NOT_KNOWN : Comparison.DIFFERS;
  }
}
