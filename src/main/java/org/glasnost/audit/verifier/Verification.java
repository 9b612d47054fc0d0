package org.glasnost.audit.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks one export of the journal: that each body is what its commitment binds, that the
 * commitments make the tree whose root was signed, that every checkpoint kept elsewhere is of the
 * same tree, that markings follow from events, and that the file is as it was signed.
 */
public final class Verification {
  private static final String FORMAT = "glasnost-journal-export/1";
  private static final int HASH_LENGTH = 32;

  private static final Set<String> HEAD =
      Set.of("type", "format", "origin", "exportedAt", "size", "markingsFrom");
  private static final Set<String> KEY = Set.of("type", "key", "fromSize", "untilSize");
  private static final Set<String> CHECKPOINT = Set.of("type", "note");
  private static final Set<String> EVENT = Set.of("type", "index", "body", "salt", "commitment");
  private static final Set<String> SEALED =
      Set.of("type", "index", "id", "at", "kind", "commitment");
  private static final Set<String> LEAF = Set.of("type", "index", "commitment");
  private static final Set<String> MARKING = Set.of("type", "document", "marking");
  private static final Set<String> END = Set.of("type", "leaves", "markings", "signature");
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,14}");

  /** Beyond this many there is nothing new to learn. */
  private static final int MOST_FLAWS = 100;

  private final List<Flaw> flaws = new ArrayList<>();
  private final TreeHash tree = new TreeHash();
  private final MessageDigest sha256 = TreeHash.digest();
  private final Statements statements;

  private MarkingHistories histories = new MarkingHistories(0);
  private String origin = "";
  private @Nullable SignedTree signed;
  private long size;
  private long events;
  private long sealed;
  private long markings;
  private long undecided;
  private boolean ended;

  private Verification(List<String> checkpoints, List<String> keys) {
    this.statements = new Statements(checkpoints, keys, this::flaw);
  }

  /**
   * Checks an export.
   *
   * @param export NDJSON or CSV as exported
   * @param checkpoints texts of checkpoints kept outside the database; none is checked against if
   *     empty
   * @param keys verifier keys held independently, each with a blank and its range where that is
   *     known; if empty, those in the export are believed, which proves only that it is whole
   * @return what was found
   * @throws IOException if the export cannot be read; never for what stands in it
   */
  public static Report of(InputStream export, List<String> checkpoints, List<String> keys)
      throws IOException {
    Verification verification = new Verification(checkpoints, keys);
    verification.read(new ExportReader(export));
    verification.conclude();
    return verification.report();
  }

  private void read(ExportReader reader) throws IOException {
    try {
      Map<String, String> line;
      while ((line = reader.next()) != null) {
        if (ended) {
          throw new FormException("something after the end");
        }
        take(line, reader);
      }
    } catch (FormException e) {
      flaw("JRN-0101", "line %d: %s".formatted(reader.line(), e.getMessage()));
    }
  }

  private void take(Map<String, String> line, ExportReader reader) throws FormException {
    String type = text(line, "type");
    if (origin.isEmpty() != type.equals("export")) {
      throw new FormException("an export begins with its one line of type export");
    }
    if (type.equals("export")) {
      takeHead(line);
    } else if (type.equals("key")) {
      takeKey(line);
    } else if (type.equals("checkpoint")) {
      takeCheckpoint(line);
    } else if (type.equals("event") || type.equals("leaf")) {
      takeLeaf(type, line);
    } else if (type.equals("marking")) {
      takeMarking(line);
    } else if (type.equals("difference")) {
      takeDifference(line);
    } else if (type.equals("end")) {
      takeEnd(line, reader.digestBefore());
    } else {
      throw new FormException("a line of no known type");
    }
  }

  private void takeHead(Map<String, String> line) throws FormException {
    require(line, HEAD);
    if (!text(line, "format").equals(FORMAT)) {
      throw new FormException("another format than " + FORMAT);
    }
    origin = text(line, "origin");
    if (origin.isEmpty()) {
      throw new FormException("a journal without a name");
    }
    size = number(line, "size");
    histories = new MarkingHistories(number(line, "markingsFrom"));
    statements.compare(tree);
  }

  /** Exports of before ranges were told bear the key alone. */
  private void takeKey(Map<String, String> line) throws FormException {
    if (!KEY.containsAll(line.keySet())
        || (line.containsKey("untilSize") && !line.containsKey("fromSize"))) {
      throw new FormException("other members than its type has");
    }
    statements.state(
        new RangedKey(
            VerifierKey.parse(text(line, "key")),
            line.containsKey("fromSize") ? number(line, "fromSize") : 0,
            line.containsKey("untilSize") ? number(line, "untilSize") : RangedKey.NO_END));
  }

  private void takeCheckpoint(Map<String, String> line) throws FormException {
    require(line, CHECKPOINT);
    if (signed != null) {
      throw new FormException("a second checkpoint");
    }
    SignedTree statement = SignedTree.parse(text(line, "note"));
    signed = statement;
    if (statement.size() != size) {
      flaw("JRN-0104", "the checkpoint is of another size than the export");
    }
    statements.requireSignature(statement, origin, "JRN-0105", "the export's checkpoint");
  }

  private void takeLeaf(String type, Map<String, String> line) throws FormException {
    long index = number(line, "index");
    if (index != tree.size()) {
      flaw(
          "JRN-0103",
          "event %d stands where %d should: one is missing, added or moved"
              .formatted(index, tree.size()));
    }
    byte[] commitment = hash(line, "commitment");
    if (type.equals("event")) {
      events++;
      if (line.containsKey("body")) {
        takeBody(index, commitment, line);
      } else {
        require(line, SEALED);
        sealed++;
        histories.sealed(index, text(line, "kind"));
      }
    } else {
      require(line, LEAF);
    }
    tree.add(commitment);
    statements.compare(tree);
  }

  private void takeBody(long index, byte[] commitment, Map<String, String> line)
      throws FormException {
    require(line, EVENT);
    String body = String.valueOf(line.get("body"));
    sha256.update(hash(line, "salt"));
    byte[] bound = sha256.digest(body.getBytes(StandardCharsets.UTF_8));
    if (!Arrays.equals(bound, commitment)) {
      flaw("JRN-0102", "event %d is not what its commitment binds".formatted(index));
    }
    if (!body.startsWith("{")) {
      throw new FormException("a body that is no object");
    }
    Flaw flaw = histories.replay(index, body);
    if (flaw != null) {
      flaw(flaw.rule(), flaw.message());
    }
  }

  private void takeMarking(Map<String, String> line) throws FormException {
    require(line, MARKING);
    markings++;
    String document = text(line, "document");
    switch (histories.compare(document, line.get("marking"))) {
      case AGREES -> {}
      case NOT_KNOWN -> undecided++;
      case DIFFERS ->
          flaw(
              "JRN-0110",
              "document %s has another marking than its events give it".formatted(document));
    }
  }

  /** What the installation itself found while it exported: its rows are not what was recorded. */
  private void takeDifference(Map<String, String> line) throws FormException {
    require(line, Set.of("type", "table", "at", "columns"));
    flaw(
        "JRN-0111",
        "the database says otherwise than what was recorded: %s of %s, columns %s"
            .formatted(text(line, "table"), text(line, "at"), line.get("columns")));
  }

  private void takeEnd(Map<String, String> line, String digest) throws FormException {
    require(line, END);
    ended = true;
    if (number(line, "leaves") != tree.size() || number(line, "markings") != markings) {
      flaw("JRN-0106", "the end counts other lines than there are");
    }
    Note note = Note.parse(text(line, "signature"));
    if (!note.text().equals(FORMAT + "\n" + origin + "\n" + size + "\n" + digest + "\n")) {
      flaw("JRN-0107", "the file is not as it was exported");
    }
    statements.requireSignature(note, size, "JRN-0107", "the export");
  }

  private void conclude() {
    if (!ended) {
      flaw("JRN-0106", "the export breaks off before its end");
    }
    if (tree.size() != size) {
      flaw("JRN-0106", "%d events are announced, %d are there".formatted(size, tree.size()));
    }
    SignedTree statement = signed;
    if (statement == null) {
      flaw("JRN-0104", "there is no checkpoint");
    } else if (!statement.root().equals(tree.rootInBase64())) {
      flaw("JRN-0104", "the events do not make the tree that was signed");
    }
    statements.conclude(origin, tree.size());
  }

  private void flaw(String rule, String message) {
    if (flaws.size() < MOST_FLAWS) {
      flaws.add(new Flaw(rule, message));
    }
  }

  private static void require(Map<String, String> line, Set<String> members) throws FormException {
    if (!line.keySet().equals(members)) {
      throw new FormException("other members than its type has");
    }
  }

  private static String text(Map<String, String> line, String member) throws FormException {
    String text = Json.string(line.get(member));
    if (text == null) {
      throw new FormException("no text in " + member);
    }
    return text;
  }

  private static long number(Map<String, String> line, String member) throws FormException {
    String raw = String.valueOf(line.get(member));
    if (!NUMBER.matcher(raw).matches()) {
      throw new FormException("no number in " + member);
    }
    return Long.parseLong(raw);
  }

  private static byte[] hash(Map<String, String> line, String member) throws FormException {
    String hex = text(line, member);
    try {
      if (hex.length() == 2 * HASH_LENGTH && hex.equals(hex.toLowerCase(Locale.ROOT))) {
        return HexFormat.of().parseHex(hex);
      }
    } catch (IllegalArgumentException e) {
      // A digit that is none.
    }
    throw new FormException("no hash in " + member);
  }

  private Report report() {
    return new Report(
        flaws,
        tree.size(),
        events,
        sealed,
        markings,
        undecided,
        origin,
        HexFormat.of().formatHex(tree.root()),
        statements.believed().stream().map(RangedKey::written).toList(),
        statements.keysHeld());
  }
}
