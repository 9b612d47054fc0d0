package org.glasnost.authority.access;

/** Why somebody needs to know. Every grant has exactly one source. */
public enum GrantSource {
  /** The intake officer who registered a document, until it is protected. */
  REGISTRATION,
  /** Those who hold the candidate role and agency of an open task: title and marking. */
  QUEUE,
  /**
   * Who claimed a task: the text too, until the task ends and as long as they hold a role for it;
   * after it, that it was theirs.
   */
  CLAIM,
  /** Intake and records management of the agency that holds the record: not the text. */
  CUSTODY,
  /** The office that owns the record; the only source that a named list shuts out. */
  OFFICE,
  /** An addressee, by the office held at the date. */
  NAMED,
  /** Auditors: metadata, markings and journal up to their own clearance, never the text. */
  OVERSIGHT,
  /** A security officer's decision, with reason and end. */
  DECISION,
  /** The record was released in full: every signed-in caller. */
  RELEASE
}
