package org.glasnost.process.engine;

/** The messages that begin a course. Each starts the process that declares it. */
public enum StartMessage {
  /** A document was registered. */
  DOCUMENT_REGISTERED("DocumentRegistered"),
  /** A review of a document at rest was ordered. */
  REVIEW_ORDERED("ReviewOrdered");

  private final String messageName;

  StartMessage(String messageName) {
    this.messageName = messageName;
  }

  /** The name of the message in process definitions. */
  public String messageName() {
    return messageName;
  }
}
