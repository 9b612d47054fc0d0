package org.glasnost.authority.access;

import java.util.EnumSet;
import java.util.Set;
import org.glasnost.marking.Protection;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of list that a marking may hang on: beyond clearance, who is on it. No list is kept as
 * such; a list is met by the source of a recorded grant, and each kind says by which.
 *
 * <p>Whether a list is met is therefore no test of a person, which {@link Clearing} makes, but part
 * of need-to-know, which {@link Sight} asks of the grants. Several lists are met by a grant that
 * meets each.
 */
enum AccessList {
  /**
   * Named persons: EYES ONLY, NODIS, or a list of recipients. Shuts out {@link GrantSource#OFFICE}
   * alone: who belongs to the owning office is not for that reason on the list, while each of the
   * other sources is a person's recorded need to know.
   *
   * <p>Source: C16 section G, table 5 (NODIS: named individuals); reviewers of EYES ONLY papers see
   * them by recorded need-to-know [inferred].
   */
  PERSONS(
      EnumSet.complementOf(EnumSet.of(GrantSource.OFFICE)),
      false,
      "named on the record's list, or with a need to know of their own on record"),

  /**
   * Organisations: ORCON and ORCON-USGOV (the originator's list), EXDIS (listed organisations),
   * STADIS (the Department alone). Two agencies are on every such list without its being kept here:
   * the originating one, and the holding one, to which the originator gave the record. Anybody of
   * another agency, with a task on the record or not, needs to be named, or a security officer's
   * decision that the originator agrees. Auditors see metadata, lists notwithstanding.
   *
   * <p>Source: C16 section G, table 5 (ORCON: organisation on the originator's list; EXDIS: listed
   * organisations). STADIS is not in the table and is taken for what it says.
   */
  ORGANISATIONS(
      EnumSet.of(
          GrantSource.NAMED, GrantSource.DECISION, GrantSource.OVERSIGHT, GrantSource.RELEASE),
      true,
      "of the originating or the holding agency, named, or let in by decision or for oversight"),

  /**
   * Persons admitted to a program whose list its own office keeps: WAIVED special access programs,
   * ACCM, and DEA. Table 5 has no test for them and there is no list here, so nobody is let in by a
   * task, by custody or by oversight: only who is named, or by a security officer's decision.
   */
  PROGRAM(
      EnumSet.of(GrantSource.NAMED, GrantSource.DECISION, GrantSource.RELEASE),
      false,
      "named, or let in by decision");

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
  private final Set<GrantSource> meeting;

  private final boolean metByAgency;
  private final String asks;

  AccessList(Set<GrantSource> meeting, boolean metByAgency, String asks) {
    this.meeting = Set.copyOf(meeting);
    this.metByAgency = metByAgency;
    this.asks = asks;
  }

  /** What it asks of a person, in words. */
  String asks() {
    return asks;
  }

  /** The lists that a protection hangs on. */
  static Set<AccessList> of(Protection protection) {
    EnumSet<AccessList> lists = EnumSet.noneOf(AccessList.class);
    if (!protection.recipients().isEmpty()) {
      lists.add(PERSONS);
    }
    for (String control : protection.controls()) {
      AccessList list = of(control);
      if (list != null) {
        lists.add(list);
      }
    }
    return lists;
  }

  /** The list that a control hangs on, or null. */
  static @Nullable AccessList of(String control) {
    return switch (control) {
      case "EYES_ONLY", "NODIS" -> PERSONS;
      case "ORCON", "ORCON_USGOV", "EXDIS", "STADIS" -> ORGANISATIONS;
      case "WAIVED", "ACCM", "DEA" -> PROGRAM;
      default -> null;
    };
  }

  /** Whether a grant of that source meets the list, whoever holds it. */
  boolean isMetBy(GrantSource source) {
    return meeting.contains(source);
  }

  /** Whether any grant to somebody of the record's originating or holding agency meets it. */
  boolean isMetByAgency() {
    return metByAgency;
  }
}
