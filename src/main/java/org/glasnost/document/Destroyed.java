package org.glasnost.document;

import java.util.List;
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

  private final SealedJson sealed;

  Destroyed(SealedJson sealed) {
    this.sealed = sealed;
  }

  /** The words of the registration, or the statement that they are destroyed. */
  Words words(Document document) {
    return is(document)
        ? new Words(TITLE, null, null, null)
        : sealed.read(document.registration(), Words.class);
  }

  /** What was read, or nothing where the text is destroyed. */
  ReadDocument read(Document document) {
    return is(document)
        ? new ReadDocument(List.of(), List.of())
        : sealed.read(document.reading(), ReadDocument.class);
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
