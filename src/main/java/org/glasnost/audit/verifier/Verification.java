package org.glasnost.audit.verifier;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks one export of the journal: that each body is what its commitment binds, that the
 * commitments make the tree whose root was signed, that every checkpoint kept elsewhere is of the
 * same tree, that markings follow from events, and that the file is as it was signed.
 */
public final class Verification {
  private static final String FORMAT = "glasnost-journal-export/1";
  private static final int HASH_LENGTH = 32;

  /** Beyond this many there is nothing new to learn. */
  private static final int MOST_FLAWS = 100;

  private final List<Flaw> flaws = new ArrayList<>();
  private final TreeHash tree = new TreeHash();
  private final List<SignedTree> kept = new ArrayList<>();
  private final Map<Long, List<SignedTree>> expected = new TreeMap<>();
  private final List<VerifierKey> trusted = new ArrayList<>();
  private final List<VerifierKey> stated = new ArrayList<>();

  private MarkingHistories histories = new MarkingHistories(0);
  private String origin = "";
  private @Nullable SignedTree signed;
  private long size;
  private long events;
  private long sealed;
  private long markings;
  private long undecided;
  private boolean ended;

  private Verification() {}

  /**
   * Checks an export.
   *
   * @param export NDJSON or CSV as exported
   * @param checkpoints texts of checkpoints kept outside the database; none is checked against if
   *     empty
   * @param keys verifier keys held independently; if empty, those in the export are believed, which
   *     proves only that it is whole
   * @return what was found
   * @throws IOException if the export cannot be read; never for what stands in it
   */
  public static Report of(InputStream export, List<String> checkpoints, List<String> keys)
      throws IOException {
    Verification verification = new Verification();
    verification.believe(checkpoints, keys);
    verification.read(new ExportReader(new BufferedInputStream(export)));
    verification.conclude();
    return verification.report();
  }

  private void believe(List<String> checkpoints, List<String> keys) {
    for (String key : keys) {
      try {
        trusted.add(VerifierKey.parse(key));
      } catch (FormException e) {
        flaw("JRN-0105", "a given key is not one: " + e.getMessage());
      }
    }
    for (String checkpoint : checkpoints) {
      try {
        SignedTree tree = SignedTree.parse(checkpoint);
        kept.add(tree);
        expected.computeIfAbsent(tree.size(), none -> new ArrayList<>()).add(tree);
      } catch (FormException e) {
        flaw("JRN-0108", "a given checkpoint is not one: " + e.getMessage());
      }
    }
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
      stated.add(VerifierKey.parse(text(line, "key")));
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
    require(line, Set.of("type", "format", "origin", "exportedAt", "size", "markingsFrom"));
    if (!text(line, "format").equals(FORMAT)) {
      throw new FormException("another format than " + FORMAT);
    }
    origin = text(line, "origin");
    if (origin.isEmpty()) {
      throw new FormException("a journal without a name");
    }
    size = number(line, "size");
    histories = new MarkingHistories(number(line, "markingsFrom"));
    compareRoots();
  }

  private void takeCheckpoint(Map<String, String> line) throws FormException {
    require(line, Set.of("type", "note"));
    if (signed != null) {
      throw new FormException("a second checkpoint");
    }
    SignedTree statement = SignedTree.parse(text(line, "note"));
    signed = statement;
    if (statement.size() != size) {
      flaw("JRN-0104", "the checkpoint is of another size than the export");
    }
    requireSignature(statement, "JRN-0105", "the export's checkpoint");
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
        require(line, Set.of("type", "index", "id", "at", "kind", "commitment"));
        sealed++;
        histories.sealed(index, text(line, "kind"));
      }
    } else {
      require(line, Set.of("type", "index", "commitment"));
    }
    tree.add(commitment);
    compareRoots();
  }

  private void takeBody(long index, byte[] commitment, Map<String, String> line)
      throws FormException {
    require(line, Set.of("type", "index", "body", "salt", "commitment"));
    String body = String.valueOf(line.get("body"));
    byte[] bound = TreeHash.sha256(hash(line, "salt"), body.getBytes(StandardCharsets.UTF_8));
    if (!Arrays.equals(bound, commitment)) {
      flaw("JRN-0102", "event %d is not what its commitment binds".formatted(index));
    }
    if (!(Json.read(body) instanceof Map<?, ?> members)) {
      throw new FormException("a body that is no object");
    }
    Flaw flaw = histories.replay(index, members);
    if (flaw != null) {
      flaw(flaw.rule(), flaw.message());
    }
  }

  private void takeMarking(Map<String, String> line) throws FormException {
    require(line, Set.of("type", "document", "marking"));
    markings++;
    String document = text(line, "document");
    switch (histories.compare(document, Json.read(String.valueOf(line.get("marking"))))) {
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
    require(line, Set.of("type", "leaves", "markings", "signature"));
    ended = true;
    if (number(line, "leaves") != tree.size() || number(line, "markings") != markings) {
      flaw("JRN-0106", "the end counts other lines than there are");
    }
    Note note = Note.parse(text(line, "signature"));
    if (!note.text().equals(FORMAT + "\n" + origin + "\n" + size + "\n" + digest + "\n")) {
      flaw("JRN-0107", "the file is not as it was exported");
    }
    if (!note.signedByOneOf(believed())) {
      flaw("JRN-0107", "the export is not signed by a key that is believed");
    }
  }

  private void compareRoots() {
    for (SignedTree statement : expected.getOrDefault(tree.size(), List.of())) {
      if (!statement.root().equals(root())) {
        flaw(
            "JRN-0108",
            "the checkpoint of %d events is of another past".formatted(statement.size()));
      }
    }
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
    } else if (!statement.root().equals(root())) {
      flaw("JRN-0104", "the events do not make the tree that was signed");
    }
    for (SignedTree outside : kept) {
      if (outside.size() > tree.size()) {
        flaw(
            "JRN-0108",
            "a checkpoint tells of %d events, here are only %d: the end is cut off"
                .formatted(outside.size(), tree.size()));
      }
      try {
        requireSignature(outside, "JRN-0108", "a given checkpoint");
      } catch (FormException e) {
        flaw("JRN-0108", "a given checkpoint is not one: " + e.getMessage());
      }
    }
  }

  private void requireSignature(SignedTree statement, String rule, String what)
      throws FormException {
    if (!statement.origin().equals(origin)) {
      flaw(rule, what + " is of another journal");
    }
    if (!statement.note().signedByOneOf(believed())) {
      flaw(rule, what + " is not signed by a key that is believed");
    }
  }

  private List<VerifierKey> believed() {
    return trusted.isEmpty() ? stated : trusted;
  }

  private String root() {
    return Base64.getEncoder().encodeToString(tree.root());
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
    String raw = line.get(member);
    if (raw == null || !(Json.read(raw) instanceof String text)) {
      throw new FormException("no text in " + member);
    }
    return text;
  }

  private static long number(Map<String, String> line, String member) throws FormException {
    String raw = String.valueOf(line.get(member));
    if (!raw.matches("0|[1-9][0-9]{0,14}")) {
      throw new FormException("no number in " + member);
    }
    return Long.parseLong(raw);
  }

  private static byte[] hash(Map<String, String> line, String member) throws FormException {
    String hex = text(line, member);
    if (!hex.matches("[0-9a-f]{" + 2 * HASH_LENGTH + "}")) {
      throw new FormException("no hash in " + member);
    }
    return HexFormat.of().parseHex(hex);
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
        believed().stream().map(VerifierKey::written).toList(),
        !trusted.isEmpty());
  }
}
