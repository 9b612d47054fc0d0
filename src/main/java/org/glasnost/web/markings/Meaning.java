package org.glasnost.web.markings;

import org.glasnost.reading.Span;

/**
 * How a page names and draws the part that a stretch plays in a marking.
 *
 * @param words what it is called
 * @param says what it is, in a sentence for the legend
 * @param style how it is drawn; the words stand beside it in every case
 */
record Meaning(String words, String says, String style) {

  /** The meaning of a span. */
  static Meaning of(Span.Meaning meaning) {
    return switch (meaning) {
      case LEVEL -> new Meaning("level", "How high it is classified", "level");
      case CONTROL -> new Meaning("control", "Who may have it, or how it is handled", "control");
      case RECIPIENT -> new Meaning("recipient", "A person or office named", "recipient");
      case CODEWORD -> new Meaning("code word", "A compartment or channel of its time", "readin");
      case SCI -> new Meaning("SCI", "Sensitive compartmented information", "readin");
      case SAP -> new Meaning("SAP", "A special access program", "readin");
      case AEA -> new Meaning("atomic energy", "Under the Atomic Energy Act", "readin");
      case FGI -> new Meaning("foreign", "Foreign government information", "foreign");
      case NON_US -> new Meaning("not U.S.", "The classification of another owner", "foreign");
      case JOINT -> new Meaning("joint", "Owned by several countries", "foreign");
      case REL_TO -> new Meaning("release list", "To whom it may be released", "release");
      case DISPLAY_ONLY -> new Meaning("display list", "To whom it may be shown", "release");
      case CUI -> new Meaning("CUI", "Controlled unclassified information", "cui");
      case PRECEDENCE ->
          new Meaning("precedence", "How fast a telegram went; no marking", "beside");
      case INSTRUCTION ->
          new Meaning("instruction", "When it is downgraded or declassified", "instruction");
      case AUTHORITY -> new Meaning("authority", "Who classified it, or from what", "beside");
      case STAMP -> new Meaning("stamp", "Put on later", "stamp");
      case CASE_NUMBER -> new Meaning("case number", "Of a request or review", "stamp");
      case UNKNOWN ->
          new Meaning("not understood", "In no register; nothing is guessed", "unknown");
    };
  }
}
