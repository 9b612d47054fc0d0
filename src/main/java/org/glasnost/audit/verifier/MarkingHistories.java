package org.glasnost.audit.verifier;

import java.util.ArrayList;
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

  /** What the events say of one document. */
  private static final class History {
    /** The marking when the current markings were read, null while none was known. */
    private @Nullable Object held;

    private boolean known;
    private long knownSince;

    /** Changes that were recorded while the current markings were being read. */
    private final List<@Nullable Object> later = new ArrayList<>();

    private @Nullable Object last() {
      return later.isEmpty() ? held : later.get(later.size() - 1);
    }
  }

  private final Map<String, History> histories = new HashMap<>();
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
   * @return what is wrong with it, or null
   */
  @Nullable Flaw replay(long index, Map<?, ?> body) {
    if (!(body.get("document") instanceof String document)) {
      return null;
    }
    if (REGISTRATION.equals(body.get("kind"))) {
      hold(document, index, body.get("after"));
      return null;
    }
    if (!CHANGE.equals(body.get("kind"))) {
      return null;
    }
    History history = histories.get(document);
    Flaw flaw = null;
    if (history != null
        && history.known
        && history.knownSince > lastSealedChange
        && !Objects.equals(history.last(), body.get("before"))) {
      flaw =
          new Flaw(
              "JRN-0109",
              "event %d changes another marking of document %s than the one that held"
                  .formatted(index, document));
    }
    hold(document, index, body.get("after"));
    return flaw;
  }

  private void hold(String document, long index, @Nullable Object marking) {
    History history = histories.computeIfAbsent(document, unknown -> new History());
    if (index < markingsFrom) {
      history.held = marking;
    } else {
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

  Comparison compare(String document, @Nullable Object marking) {
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
