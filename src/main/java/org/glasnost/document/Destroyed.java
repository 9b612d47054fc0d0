package org.glasnost.document;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.glasnost.content.SealedJson;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.springframework.stereotype.Component;

/**
 * What can still be said of a document: its words while they are there, and that they are gone when
 * they are. The one place where the sealed part of a registration is opened.
 */
@Component
class Destroyed {
  /** Stands where a title stood; nobody's words. */
  static final String TITLE = "[destroyed]";

  private static final Words GONE = new Words(TITLE, null, null, null);

  private final SealedJson sealed;

  Destroyed(SealedJson sealed) {
    this.sealed = sealed;
  }

  /** The words of the registration, or the statement that they are destroyed. */
  Words words(Document document) {
    return is(document) ? GONE : sealed.read(document.registration(), Words.class);
  }

  /** What was read, or nothing where the text is destroyed. */
  ReadDocument read(Document document) {
    return is(document)
        ? ReadDocument.NOTHING
        : sealed.read(document.reading(), ReadDocument.class);
  }

  /** The words of each, in their order, as {@link #words} has them. */
  List<Words> wordsOf(List<Document> documents) {
    Map<UUID, Words> read = all(documents, Document::registration, Words.class);
    return documents.stream()
        .map(document -> is(document) ? GONE : read(read, document.registration()))
        .toList();
  }

  /** What was read of each, in their order, as {@link #read} has it. */
  List<ReadDocument> readOf(List<Document> documents) {
    Map<UUID, ReadDocument> read = all(documents, Document::reading, ReadDocument.class);
    return documents.stream()
        .map(document -> is(document) ? ReadDocument.NOTHING : read(read, document.reading()))
        .toList();
  }

  private <T> Map<UUID, T> all(
      List<Document> documents, Function<Document, UUID> item, Class<T> type) {
    return sealed.readAll(
        documents.stream().filter(document -> !is(document)).map(item).toList(), type);
  }

  private static <T> T read(Map<UUID, T> read, UUID item) {
    return Objects.requireNonNull(read.get(item));
  }

  static boolean is(Document document) {
    return document.state() == DocumentState.DESTROYED;
  }

  /**
   * @throws Refused if nothing of the document's words is left
   */
  static void refuseIf(Document document) {
    if (is(document)) {
      throw new Refused(
          Refused.Ground.RULE,
          Finding.error(
              "DOC-0063",
              "This document was destroyed. What it said can be read no more; its markings and its"
                  + " journal remain."));
    }
  }
}
